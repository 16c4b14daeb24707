import assert from 'node:assert/strict';
import { byTime, periodOf, publishedCandidates } from '../../src/corpus/index';
import { corpusText } from './support';

const day = (value: string): number => Date.parse(`${value}T00:00:00Z`) / 86_400_000;

suite('The place of a TIMEX3 value in time', () => {
  const known: readonly [string, string, string, string][] = [
    ['a day', '2022-03-04', '2022-03-04', '2022-03-05'],
    ['a time of day', '2022-03-04T08:30', '2022-03-04', '2022-03-05'],
    ['a part of a day', '2022-03-04TEV', '2022-03-04', '2022-03-05'],
    ['a month', '2022-12', '2022-12-01', '2023-01-01'],
    ['a week', '2022-W02', '2022-01-10', '2022-01-17'],
    ['the first week, which may begin the year before', '2020-W01', '2019-12-30', '2020-01-06'],
    ['a day of a week', '2022-W02-3', '2022-01-12', '2022-01-13'],
    ['a weekend', '2022-W02-WE', '2022-01-15', '2022-01-17'],
    ['a season', '2022-SU', '2022-06-01', '2022-09-01'],
    ['a quarter', '2022-Q4', '2022-10-01', '2023-01-01'],
    ['a year', '2022', '2022-01-01', '2023-01-01'],
    ['a decade', '199X', '1990-01-01', '2000-01-01'],
    ['a decade as TimeML writes it', '199', '1990-01-01', '2000-01-01'],
    ['a century', '19', '1900-01-01', '2000-01-01'],
    ['a year long ago', '0044', '0044-01-01', '0045-01-01'],
  ];
  for (const [name, value, start, end] of known) {
    test(name, () =>
      assert.deepEqual(periodOf(value), { value: value.split('T')[0], start: day(start), end: day(end) }),
    );
  }
  for (const value of [
    '',
    'XXXX-WXX-3',
    'XXXX-12-03',
    '2022-XX',
    'PRESENT_REF',
    'P10M',
    'P1D',
    'T08:00',
    '20220',
    'nonsense',
  ])
    test(`not known: “${value}”`, () => assert.equal(periodOf(value), null));

  test('order: by beginning, the longer first', () => {
    const sorted = ['2022-01-01', '2022', '2021-12-31', '2022-01', '202X']
      .flatMap((value) => periodOf(value) ?? [])
      .sort(byTime);
    assert.deepEqual(
      sorted.map(({ value }) => value),
      ['202X', '2021-12-31', '2022', '2022-01', '2022-01-01'],
    );
  });
});

suite('Dates that a text offers for its own', () => {
  const text = 'Dec 3 | Then 1 May 2022, in 2021, and 1 May 2022 again';
  const at = (words: string): readonly [number, number] => [text.indexOf(words), text.indexOf(words) + words.length];
  const { article } = corpusText({
    text,
    dates: [
      { words: '1 May 2022', value: '2022-05-01' },
      { words: '2021', value: '2021' },
    ],
  });
  const offered = (...offers: Parameters<typeof publishedCandidates>[2]): string[] =>
    publishedCandidates(text, article, offers, '2022-01-01-news.txt').map(({ value, words }) => `${value} ${words}`);

  test('what the head offers comes first, then the days that the text names, each once', () => {
    assert.deepEqual(
      offered({ value: '2022-12-03', span: at('Dec 3') }, { value: '2022-05-01', span: at('1 May 2022') }),
      ['2022-12-03 Dec 3', '2022-05-01 1 May 2022'],
    );
  });
  test('a date in the file’s name is offered in the name’s words', () => {
    assert.deepEqual(offered({ value: '2022-01-01', span: null }), [
      '2022-01-01 2022-01-01-news.txt',
      '2022-05-01 1 May 2022',
    ]);
  });
});
