import assert from 'node:assert/strict';
import type { Article } from '../../../src/engine/model';
import { quotationDay } from '../../../src/engine/dates/index';
import { DATES_RULES } from '../../../src/engine/dates/rules';
import { block, dates, givenDate } from './support';
import { createEngine } from '../../../scripts/support/english';

const engine = createEngine();
const BODY =
  'The harbour council met on Wednesday to discuss the new ferry line. The minister, Ada Okafor, said that the talks had gone well.';
const article = (head: string, options: { fileName?: string; published?: string } = {}): Article =>
  engine.analyze(
    `Harbour council backs ferry line\n\n${head}\n\n${BODY}\n\nThe line is to open in the summer, the council said in a statement.\n`,
    options,
  );

suite('dates: the article’s own date', () => {
  const stated: readonly (readonly [head: string, value: string | null])[] = [
    ['Tuesday, September 22, 2015', '2015-09-22'],
    ['September 22, 2015', '2015-09-22'],
    ['22 September 2015', '2015-09-22'],
    ['2015-09-22', '2015-09-22'],
    ['Published: September 22, 2015', '2015-09-22'],
    ['Updated: September 22, 2015, 8:41 AM', '2015-09-22T08:41'],
    ['FOR IMMEDIATE RELEASE: September 22, 2015', '2015-09-22'],
    ['Release date: 22 September 2015', '2015-09-22'],
    ['September 22, 2015 | 8:41 AM | Harbour Post', '2015-09-22'],
    ['THE HARBOUR POST, TUESDAY, SEPTEMBER 22, 2015', '2015-09-22'],
    ['Port Ellen, 22nd September 1915', '1915-09-22'],
    ['Posted on September 22, 2015 by Ada Okafor', '2015-09-22'],
    ['By Ada Okafor, September 22, 2015', '2015-09-22'],
    ['PORT ELLEN — September 22, 2015 — The council met.', '2015-09-22'],
    ['On September 22, 2015, the council met in the old hall by the sea.', null],
    ['September 22, 2015, was a day that the council would remember.', null],
    ['Council to Meet September 22, 2015', null],
    ['Copyright Harbour Times 2015. All rights reserved.', null],
    ['© 22 September 2015 Harbour Times. All rights reserved.', null],
    ['PORT ELLEN, Sept 22 (Agency) – The council', null],
  ];
  for (const [head, value] of stated) {
    test(`${head} → ${value}`, () => assert.equal(article(head).published.value, value));
  }

  test('its span holds the words of the date', () => {
    const text = `Harbour council backs ferry line\n\nTuesday, September 22, 2015\n\n${BODY}`,
      { published } = engine.analyze(text);
    assert.equal(text.slice(...published.span!), 'Tuesday, September 22, 2015');
    assert.equal(published.from, 'text');
  });

  test('a crawler’s key before the first sentence', () => {
    assert.equal(
      engine.analyze(` date 2022-02-17 The council has backed a plan for the harbour, it said.\n\n${BODY}`).published
        .value,
      '2022-02-17',
    );
  });

  const names: readonly (readonly [fileName: string, value: string | null])[] = [
    ['2022-02-17-harbour.txt', '2022-02-17'],
    ['20220217.txt', '2022-02-17'],
    ['times_2016-09-20_poll.txt', '2016-09-20'],
    ['2016.09.20 notes.txt', '2016-09-20'],
    ['2022-13-45.txt', null],
    ['harbour-12345678.txt', null],
    ['120220217.txt', null],
    ['2022-02-30.txt', null],
    ['harbour.txt', null],
  ];
  for (const [fileName, value] of names) {
    test(`file name ${fileName} → ${value}`, () => {
      const { published } = engine.analyze(BODY, { fileName });
      assert.equal(published.value, value);
      assert.equal(published.from, value ? 'file name' : 'nothing');
    });
  }

  test('the text outranks the file’s name, the reader both', () => {
    assert.equal(article('September 22, 2015', { fileName: '2016-01-01.txt' }).published.value, '2015-09-22');
    const { published } = article('September 22, 2015', { fileName: '2016-01-01.txt', published: '2017-03-04' });
    assert.deepEqual(published, { value: '2017-03-04', span: null, from: 'reader' });
  });

  test('a published line outranks an updated one', () => {
    assert.equal(article('Updated: September 23, 2015\n\nPublished: September 22, 2015').published.value, '2015-09-22');
  });
});

suite('dates: candidates for the article’s own date', () => {
  const offered = (texts: readonly string[], fileName: string | null = null): string[] =>
    dates
      .candidates(
        texts.map((text, index) => block(text, index * 1000, index === 1 ? 'dateline' : 'body')),
        { fileName, latestYear: 2024 },
      )
      .map(({ value }) => value);

  test('a dateline without a year, with the weekday of the lead', () => {
    const years = offered([
      'Council backs ferry line',
      'PORT ELLEN, Dec 3 (Agency) –',
      'The council should think again, the minister said in remarks broadcast on Saturday.',
    ]);
    assert.deepEqual(years, ['2022-12-03', '2016-12-03', '2011-12-03', '2005-12-03']);
  });

  test('a weekday in the dateline itself', () => {
    assert.deepEqual(offered(['Council', 'PORT ELLEN, Saturday, Feb. 29 (Agency) –', 'It met.']), ['2020-02-29']);
  });

  test('without a weekday every year, the latest first', () => {
    assert.deepEqual(offered(['Council', 'PORT ELLEN, Dec 3 (Agency) –', 'It met.']).slice(0, 3), [
      '2024-12-03',
      '2023-12-03',
      '2022-12-03',
    ]);
  });

  test('whole dates and the file’s name come first', () => {
    assert.deepEqual(offered(['Council', 'September 22, 2015', 'It met.'], '2015-09-23.txt'), [
      '2015-09-22',
      '2015-09-23',
    ]);
  });

  test('a date with a weekday but no year offers its years', () => {
    const placed = block('They met on Saturday, Dec 3.'),
      [[value] = []] = dates.resolve([placed], givenDate(null));
    assert.equal(value?.value, 'XXXX-12-03');
    assert.deepEqual(value?.candidates, ['2022-12-03', '2016-12-03', '2011-12-03', '2005-12-03']);
  });
});

suite('dates: the order of day and month', () => {
  const values = (...texts: string[]): string[] =>
    dates
      .resolve(
        texts.map((text) => block(text)),
        givenDate(null),
      )
      .flat()
      .map(({ value }) => value);
  test('neither where the article shows nothing', () =>
    assert.deepEqual(values('Signed on 3/4/2015.'), ['2015-XX-XX']));
  test('both are offered where neither is stated, for the article’s own date too', () => {
    const article = createEngine().open('Published: 03/05/2022\n\nThe ferry sank on Monday off the coast of Norland.');
    assert.equal(article.article.published.value, null);
    assert.deepEqual(article.article.dates[0]?.candidates, ['2022-03-05', '2022-05-03']);
    assert.deepEqual(
      article.publishedOffers(2025).map(({ value }) => value),
      ['2022-03-05', '2022-05-03'],
    );
  });
  test('British where another figure can only be so', () =>
    assert.deepEqual(values('Signed on 3/4/2015.', 'Ended on 25/12/2016.'), ['2015-04-03', '2016-12-25']));
  test('British where dates in words put the day first', () =>
    assert.deepEqual(values('It began on 2 March 2015.', 'Signed on 3/4/2015.'), ['2015-03-02', '2015-04-03']));
  test('American where dates in words put the month first', () =>
    assert.deepEqual(values('It began on March 2, 2015.', 'Signed on 3/4/2015.'), ['2015-03-02', '2015-03-04']));
});

suite('dates: what a careful reader should look at', () => {
  const issues = (text: string, published: string | null = null): string[] => {
    const placed = block(text);
    return dates
      .issues([placed], givenDate(published))
      .flat()
      .map(({ kind, span }) => `${kind}: ${text.slice(...span)}`);
  };
  test('a weekday that does not agree', () => {
    assert.deepEqual(issues('They met on Monday, March 3, 2015, in town.'), [
      'weekday-mismatch: Monday, March 3, 2015',
    ]);
    assert.deepEqual(issues('They met on Tuesday, March 3, 2015, in town.'), []);
  });
  test('a weekday that agrees in no near year', () =>
    assert.deepEqual(issues('They met on Sunday, January 11.', '2022-01-19'), [
      'weekday-mismatch: Sunday, January 11',
    ]));
  test('days that do not exist', () => {
    assert.deepEqual(issues('They met on 31 April.'), ['impossible-date: 31 April']);
    assert.deepEqual(issues('They met on February 29, 2015.'), ['impossible-date: February 29, 2015']);
    assert.deepEqual(issues('They met on February 29, 2016.'), []);
    assert.deepEqual(issues('They met on 2015-02-30.'), ['impossible-date: 2015-02-30']);
  });
  test('two dates of its own', () => {
    const text = `Council backs ferry line\n\nSeptember 22, 2015\n\n${BODY}\n\nUpdated: September 25, 2015\n`,
      found = engine.analyze(text).issues;
    assert.deepEqual(
      found.map(({ kind, span }) => [kind, text.slice(...span)]),
      [['two-dates', 'September 25, 2015']],
    );
  });
});

suite('dates: why', () => {
  test('every rule that decides has its sentence', () => {
    const texts = [
      'They met on Wednesday.',
      'They will meet on Friday.',
      'It is Sunday.',
      'They met in May 2015 and two months later.',
      'At 22:30 they left.',
      'In the third quarter, up from a year ago.',
      'Last week.',
      '31 April 2015.',
      'At Easter, in December, on Jan. 3, last Monday, then.',
    ];
    for (const published of [null, '2022-01-19', '2022-01', '2022']) {
      for (const text of texts)
        for (const value of dates.resolve([block(text)], givenDate(published)).flat())
          assert.ok(DATES_RULES[value.why.rule], value.why.rule);
    }
  });

  test('the verb is the evidence for past and future', () => {
    const text = 'They met on Wednesday and will travel on Friday.',
      placed = block(text),
      [values = []] = dates.resolve([placed], givenDate('2022-01-19'));
    assert.deepEqual(
      values.map(({ why }) => [why.rule, why.evidence && text.slice(...why.evidence.span)]),
      [
        ['date-weekday-past', 'met'],
        ['date-weekday-future', 'will'],
      ],
    );
  });

  test('a date that hangs on one in an earlier block points there', () => {
    const blocks = [
      block('He was elected on March 3, 2015.'),
      block('Nothing else happened.'),
      block('Two days later he resigned.'),
    ];
    const value = dates.resolve(blocks, givenDate('2022-01-19'))[2]?.[0];
    assert.equal(value?.value, '2015-03-05');
    assert.deepEqual(value?.why.evidence, { back: 2, span: [18, 31] });
  });

  test('without the article’s date the rule says that it is missing', () => {
    const [value] = dates.resolve([block('They met on Wednesday.')], givenDate(null)).flat();
    assert.equal(value?.why.rule, 'date-not-set');
  });
});

suite('dates: another article’s date resolves everything anew', () => {
  const blocks = [
    block('They met on Wednesday.'),
    block('They met last week.'),
    block('It began in 2015. That year was cold.'),
  ];
  const values = (published: string | null): string[] =>
    dates
      .resolve(blocks, givenDate(published))
      .flat()
      .map(({ value }) => value);
  test('given, changed, taken back', () => {
    assert.deepEqual(values(null), ['XXXX-WXX-3', 'XXXX-WXX', '2015', '2015']);
    assert.deepEqual(values('2022-01-19'), ['2022-01-19', '2022-W02', '2015', '2015']);
    assert.deepEqual(values('2010-06-01'), ['2010-05-26', '2010-W21', '2015', '2015']);
    assert.deepEqual(values(null), ['XXXX-WXX-3', 'XXXX-WXX', '2015', '2015']);
  });
  test('a changed block changes what counts from it', () => {
    const behind = block('Two years later it ended.');
    assert.equal(dates.resolve([block('It began in 2015.'), behind], givenDate(null))[1]?.[0]?.value, '2017');
    assert.equal(dates.resolve([block('It began in 2016.'), behind], givenDate(null))[1]?.[0]?.value, '2018');
  });
});

suite('dates: the day of a quotation', () => {
  const day = (text: string, published: string | null): unknown => {
    const found = engine.analyze(text, { published }),
      [quotation] = found.quotations;
    if (!quotation) return null;
    const { value, from, span } = quotationDay(text, found, quotation);
    return [value, from, span && text.slice(...span)];
  };
  test('beside its reporting word', () => {
    assert.deepEqual(
      day('The line opened in 2015. “We will build it again,” Ada Okafor said on Tuesday.', '2022-01-19'),
      ['2022-01-18', 'clause', 'Tuesday'],
    );
  });
  test('earlier in its paragraph', () => {
    assert.deepEqual(
      day(
        'Ada Okafor visited the harbour on Monday. “We will build it again,” she said. Nobody asked why.',
        '2022-01-19',
      ),
      ['2022-01-17', 'paragraph', 'Monday'],
    );
  });
  test('that of the speaker’s remarks reported before', () => {
    const text =
      'The line will be built again, Ada Okafor said in remarks broadcast on Monday.\n\nThe council met. “We will build it again,” Okafor said. Nobody asked why.';
    assert.deepEqual(day(text, '2022-01-19'), ['2022-01-17', 'speaker', 'Monday']);
    const found = engine.analyze(text, { published: '2022-01-19' }),
      { words } = quotationDay(text, found, found.quotations[0]!);
    assert.equal(words && text.slice(...words), 'in remarks broadcast on Monday');
  });
  test('the article’s own', () => {
    assert.deepEqual(day('“We will build it again,” Ada Okafor said. Nobody asked why.', '2022-01-19'), [
      '2022-01-19',
      'article',
      null,
    ]);
  });
  test('a day ahead is not the day it was said', () => {
    assert.deepEqual(day('“We will build it again,” Ada Okafor said. She will travel on Friday.', '2022-01-19'), [
      '2022-01-19',
      'article',
      null,
    ]);
  });
  test('nothing known', () => {
    assert.deepEqual(day('“We will build it again,” Ada Okafor said. Nobody asked why.', null), [
      null,
      'nothing',
      null,
    ]);
  });
});

/** How often the tokens of a text are looked at while its dates are found. */
function looks(text: string): { readonly looks: number; readonly tokens: number } {
  const { layer } = block(text);
  let count = 0;
  const counted = <List extends object>(list: List): List =>
    new Proxy(list, {
      get: (target, key) => {
        if (typeof key === 'string' && /^\d/.test(key)) count++;
        return Reflect.get(target, key, target) as unknown;
      },
    });
  const { tokens } = layer,
    { start, end, word, lower, tag, shape } = tokens;
  dates.find({
    ...layer,
    tokens: {
      ...tokens,
      start: counted(start),
      end: counted(end),
      word: counted(word),
      lower: counted(lower),
      tag: counted(tag),
      shape: counted(shape),
    },
  });
  return { looks: count, tokens: tokens.count };
}

suite('dates: hostile texts', () => {
  /** Work, not time: a text twice as long may not hold more than some forms more than twice as many. */
  const texts: Readonly<Record<string, (n: number) => string>> = {
    digits: (n) => '1'.repeat(n),
    'spaced digits': (n) => '1 '.repeat(n / 2),
    years: (n) => '2010 '.repeat(n / 5),
    the: (n) => 'the '.repeat(n / 4),
    last: (n) => 'last '.repeat(n / 5),
    'last year': (n) => 'last year '.repeat(n / 10),
    months: (n) => 'May '.repeat(n / 4),
    hyphens: (n) => 'one-'.repeat(n / 4),
    weekdays: (n) => 'monday-'.repeat(n / 7),
    commas: (n) => '3, '.repeat(n / 3),
    hundreds: (n) => 'hundred '.repeat(n / 8),
    slashes: (n) => '1/'.repeat(n / 2),
    colons: (n) => '1:'.repeat(n / 2),
    'number words': (n) => 'twenty '.repeat(n / 7),
    'a few of': (n) => 'a few of '.repeat(n / 9),
  };
  for (const [name, make] of Object.entries(texts)) {
    test(`a megabyte of ${name}`, () => {
      const placed = block(make(1_000_000));
      assert.equal(dates.resolve([placed], givenDate('2022-01-19'))[0]?.length, placed.layer.dates.length);
    });
  }
  for (const [name, make] of Object.entries(texts)) {
    test(`twice as much work for twice the ${name}`, () => {
      const once = looks(make(20_000)),
        twice = looks(make(40_000));
      assert.ok(twice.looks <= 2.1 * once.looks + 2_000, `${once.looks} looks, then ${twice.looks}`);
      assert.ok(once.looks <= 200 * once.tokens + 2_000, `${once.looks} looks at ${once.tokens} tokens`);
    });
  }
  test('empty and odd texts', () => {
    for (const text of [
      '',
      ' ',
      '\u0000',
      '\ud800',
      'May',
      '-',
      '--',
      "'",
      '2',
      '2010',
      '32 May 99999',
      '00:00',
      '1/1/1',
      '9999-99-99',
      'Sept.',
      '’80s',
      '(',
      '\u{1f4c5}2010',
    ])
      assert.ok(Array.isArray(dates.resolve([block(text)], givenDate('x')).flat()));
  });
});
