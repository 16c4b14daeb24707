import assert from 'node:assert/strict';
import {
  type CorpusText,
  dateRows,
  entityRows,
  filterRows,
  rowAbove,
  type RowNode,
  rowsUnder,
  speakerRows,
} from '../../src/corpus/index';
import { corpusText, outline } from './support';

const ONE = corpusText({
  text: '“We stay.” “It is ours.” “They go.” “word” Mara Ellingsen Ms Ellingsen she Renée Moe',
  entities: [
    { key: 'moe', name: 'Renée Moe', mentions: ['Renée Moe'] },
    {
      key: 'ellingsen',
      name: 'Mara Ellingsen',
      roles: ['harbour minister', 'member of parliament'],
      mentions: ['Mara Ellingsen', 'Ms Ellingsen', 'she'],
    },
  ],
  quotations: [
    { words: '“We stay.”', by: 'ellingsen' },
    { words: '“It is ours.”', by: 'ellingsen', kind: 'partial', sure: 0.3 },
    { words: '“They go.”' },
    { words: '“word”', kind: 'other' },
  ],
  hues: { ellingsen: 1 },
});
const TWO = corpusText({
  uri: 'file:///b.txt',
  text: '“No.” “Never.” “We stay.” Dr Mara Ellingsen of Osthavn; the minister',
  entities: [
    { key: 'ellingsen', name: 'Dr Mara Ellingsen', mentions: ['Dr Mara Ellingsen'] },
    { key: 'osthavn', name: 'Osthavn', type: 'place', mentions: ['Osthavn'] },
    { key: 'role:minister', name: 'the minister', mentions: ['the minister'], form: 'role' },
  ],
  quotations: [
    { words: '“No.”', by: 'role:minister' },
    { words: '“Never.”', by: 'ellingsen' },
    { words: '“We stay.”', by: 'ellingsen' },
  ],
  hues: { ellingsen: 4 },
});
const named = ({ kind, label, detail, count, variant, doubtful, hue }: RowNode): string =>
  [kind, label, detail, count || '', variant, doubtful ? 'doubtful' : '', hue || ''].filter(Boolean).join(' | ');

suite('Speakers', () => {
  test('one text: the quotations of each in order, unclear ones last, marks without speech left out', () => {
    assert.deepEqual(outline(speakerRows([ONE]), named), [
      'speaker | Mara Ellingsen | harbour minister | 2 | 1',
      '  quotation | We stay. | direct | 1',
      '  quotation | It is ours. | partial | doubtful | 1',
      'unclear-speaker | 1 | doubtful',
      '  quotation | They go. | direct | doubtful',
    ]);
  });
  test('two texts: one person, the fullest name, the colour of the first text; who has no name stays with the text', () => {
    assert.deepEqual(
      outline(speakerRows([ONE, TWO]), ({ label, count, hue }) => `${label} ${count} ${hue}`),
      [
        'Dr Mara Ellingsen 4 1',
        '  We stay. 0 1',
        '  It is ours. 0 1',
        '  Never. 0 1',
        '  We stay. 0 1',
        'the minister 1 0',
        '  No. 0 0',
        ' 1 0',
        '  They go. 0 0',
      ],
    );
    const again = corpusText({
      uri: 'file:///c.txt',
      text: '“Yes.” the minister',
      entities: [{ key: 'role:minister', name: 'the minister', mentions: ['the minister'], form: 'role' }],
      quotations: [{ words: '“Yes.”', by: 'role:minister' }],
    });
    assert.equal(speakerRows([TWO, again]).filter(({ label }) => label === 'the minister').length, 2);
  });
  test('a long quotation is cut at a word', () => {
    const words = `“${'All of us have waited for it. '.repeat(10)}”`,
      [row] = speakerRows([corpusText({ text: words, quotations: [{ words }] })])[0]!.children;
    assert.match(row!.label, /^All of us .{50,80} …$/);
  });
  test('nothing quoted, no rows', () => assert.deepEqual(speakerRows([corpusText({ text: 'x' })]), []));
});

suite('Entities', () => {
  test('what others say of somebody stands below the mentions; their own words do not', () => {
    const text = corpusText({
      text: '“Moe is right,” said Ellingsen. “Moe is tired,” said Moe.',
      entities: [
        { key: 'm', name: 'Moe', mentions: ['Moe', 'Moe', 'Moe'] },
        { key: 'e', name: 'Ellingsen', mentions: ['Ellingsen'] },
      ],
      quotations: [
        { words: '“Moe is right,”', by: 'e' },
        { words: '“Moe is tired,”', by: 'm' },
      ],
      hues: { e: 2 },
    });
    const moe = entityRows([text])[0]!.children.find(({ label }) => label === 'Moe');
    assert.deepEqual(
      outline(moe!.children, ({ kind, label, count, hue }) => `${kind} ${label} ${count} ${hue}`),
      [...Array<string>(3).fill('mention Moe 0 0'), 'spoken-of  1 0', '  quotation Ellingsen: Moe is right, 0 2'],
    );
    assert.equal(filterRows(entityRows([text]), 'tired').length, 0);
    assert.equal(filterRows(entityRows([text]), 'right')[0]!.children[0]!.count, 0);
  });
  test('by type, the most mentioned first, role and other names beside, mentions below by form', () => {
    assert.deepEqual(
      outline(entityRows([ONE, TWO]), ({ kind, label, detail, count, variant }) =>
        [kind, label, kind === 'mention' ? variant : detail, count || ''].filter(Boolean).join(' | '),
      ),
      [
        'entity-type | person | 3',
        '  entity | Dr Mara Ellingsen | harbour minister, Mara Ellingsen, Ms Ellingsen | 4',
        '    mention-form | name | 3',
        '      mention | Mara Ellingsen | name',
        '      mention | Ms Ellingsen | name',
        '      mention | Dr Mara Ellingsen | name',
        '    mention-form | pronoun | 1',
        '      mention | she | pronoun',
        '  entity | Renée Moe | 1',
        '    mention | Renée Moe | name',
        '  entity | the minister | 1',
        '    mention | the minister | role',
        'entity-type | place | 1',
        '  entity | Osthavn | 1',
        '    mention | Osthavn | name',
      ],
    );
  });
  test('a mention shows the words around it, on its own line', () => {
    const text = corpusText({
      text: 'Before.\nIn the old town of Osthavn they wait for a ferry that never comes again\nAfter.',
      entities: [{ key: 'o', name: 'Osthavn', type: 'place', mentions: ['Osthavn'] }],
    });
    assert.equal(
      entityRows([text])[0]!.children[0]!.children[0]!.detail,
      'In the old town of Osthavn they wait for a ferry that …',
    );
  });
});

suite('Dates', () => {
  const text = corpusText({
    text: 'May 2022 | 4 May | Wednesday | 2021 | last week | ten months | this morning | the nineties | 4 May again | weekly',
    dates: [
      { words: 'May 2022', value: '2022-05' },
      { words: '4 May', value: '2022-05-04' },
      { words: 'Wednesday', value: 'XXXX-WXX-3' },
      { words: '2021', value: '2021' },
      { words: 'last week', value: '2022-W17' },
      { words: 'ten months', value: 'P10M', type: 'DURATION' },
      { words: 'this morning', value: '2022-05-04T08:00', type: 'TIME' },
      { words: 'the nineties', value: '199X' },
      { words: '4 May again', value: '2022-05-04' },
      { words: 'weekly', value: 'P1W', type: 'SET' },
    ],
  });
  test('in order of time, under their day, month and year where these hold several, then durations, unknown ones last', () => {
    assert.deepEqual(
      outline(dateRows([text]), ({ kind, label, detail, doubtful }) =>
        [kind, label, detail, doubtful ? '?' : ''].filter(Boolean).join(' | '),
      ),
      [
        'date | 199X | the nineties',
        'date | 2021 | 2021',
        'period | 2022',
        '  date | 2022-W17 | last week',
        '  period | 2022-05',
        '    date | 2022-05 | May 2022',
        '    period | 2022-05-04',
        '      date | 2022-05-04 | 4 May',
        '      date | 2022-05-04 | 4 May again',
        '      date | 2022-05-04T08:00 | this morning',
        'durations',
        '  date | P10M | ten months',
        '  date | P1W | weekly',
        'unknown-dates | ?',
        '  date | XXXX-WXX-3 | Wednesday | ?',
      ],
    );
  });
});

suite('Dates that do not agree', () => {
  const text = corpusText({
    text: 'Sunday, 4 May 2022 | 31 April | 6 May 2022',
    dates: [
      { words: 'Sunday, 4 May 2022', value: '2022-05-04' },
      { words: '31 April', value: 'XXXX-04-31' },
      { words: '6 May 2022', value: '2022-05-06' },
    ],
    published: { value: '2022-05-07', span: null, from: 'text' },
    issues: [
      { kind: 'weekday-mismatch', words: 'Sunday, 4 May 2022' },
      { kind: 'impossible-date', words: '31 April' },
      { kind: 'two-dates', words: '6 May 2022' },
      { kind: 'stray-mark', words: '|' },
    ],
  });
  test('stand first, each with what it does not agree with', () => {
    assert.deepEqual(
      outline(dateRows([text]).slice(0, 1), ({ kind, label, detail, variant }) =>
        [kind, label, variant, detail].filter(Boolean).join(' | '),
      ),
      [
        'date-conflicts',
        '  date-conflict | Sunday, 4 May 2022 | weekday-mismatch | 2022-05-04',
        '  date-conflict | 31 April | impossible-date | XXXX-04-31',
        '  date-conflict | 6 May 2022 | two-dates | 2022-05-07',
      ],
    );
  });
});

suite('The same text with two dates', () => {
  const words = [
    '“We will not close the harbour.”',
    '“It has always been ours to keep.”',
    '“Nobody asked the town about it.”',
  ];
  const version = (uri: string, value: string, quoted = words): CorpusText =>
    corpusText({
      uri,
      text: quoted.join(' '),
      quotations: quoted.map((each) => ({ words: each })),
      published: { value, span: [0, 3], from: 'text' },
    });
  const conflicts = (...texts: CorpusText[]): string[] =>
    dateRows(texts).flatMap(({ children }) =>
      children.map(({ variant, detail, at }) => `${at?.uri} ${variant} ${detail}`),
    );
  test('at the later of the two', () =>
    assert.deepEqual(conflicts(version('a', '2022-02-17'), version('b', '2022-02-18T08:41')), [
      'b same-text 2022-02-17',
    ]));
  test('other marks make no other text', () =>
    assert.equal(
      conflicts(
        version('a', '2022-02-17'),
        version(
          'b',
          '2022-02-18',
          words.map((each) => each.replace(/[“”]/g, '"')),
        ),
      ).length,
      1,
    ));
  test('one date to different precision, or other words: nothing', () => {
    assert.deepEqual(
      conflicts(version('a', '2022-02-17'), version('b', '2022-02-17T08:41'), version('c', '2022-02')),
      [],
    );
    assert.deepEqual(conflicts(version('a', '2022-02-17'), version('b', '2022-02-18', words.slice(1))), []);
  });
});

suite('The day of a quotation', () => {
  const text = 'Ellingsen spoke. “We stay,” Ellingsen said in remarks broadcast on Tuesday. “They go.”';
  const said = corpusText({
    text,
    entities: [{ key: 'e', name: 'Ellingsen', mentions: ['Ellingsen', 'Ellingsen'] }],
    quotations: [
      { words: '“We stay,”', by: 'e', cue: 'said' },
      { words: '“They go.”', by: 'e' },
    ],
    dates: [{ words: 'Tuesday', value: '2022-05-03' }],
    published: { value: '2022-05-04', span: null, from: 'reader' },
  });
  test('with the words that tell it', () => {
    assert.deepEqual(
      speakerRows([said])[0]?.children.map(({ day }) => day),
      [
        { value: '2022-05-03', from: 'clause', words: 'in remarks broadcast on Tuesday' },
        { value: '2022-05-03', from: 'paragraph', words: 'Tuesday' },
      ],
    );
  });
  test('the article’s own where the text tells none; none where that is not known', () => {
    const bare = corpusText({
      text: '“We stay.”',
      quotations: [{ words: '“We stay.”' }],
      published: { value: '2022-05-04T08:30', span: null, from: 'text' },
    });
    assert.deepEqual(speakerRows([bare])[0]?.children[0]?.day, { value: '2022-05-04', from: 'article', words: '' });
    assert.equal(speakerRows([ONE])[0]?.children[0]?.day, null);
  });
});

suite('Filter', () => {
  const cases: readonly [string, string, string[]][] = [
    ['a speaker keeps all quotations', 'ELLINGSEN', ['Mara Ellingsen 2', '  We stay. 0', '  It is ours. 0']],
    ['so does one of the other names', 'ms ell', ['Mara Ellingsen 2', '  We stay. 0', '  It is ours. 0']],
    ['a quotation keeps the speaker above it', 'ours', ['Mara Ellingsen 1', '  It is ours. 0']],
    ['nothing found', 'xyzzy', []],
    ['spaces alone are no filter', '  ', ['Mara Ellingsen 2', '  We stay. 0', '  It is ours. 0', ' 1', '  They go. 0']],
  ];
  for (const [name, filter, expected] of cases)
    test(name, () =>
      assert.deepEqual(
        outline(filterRows(speakerRows([ONE]), filter), ({ label, count }) => `${label} ${count}`),
        expected,
      ),
    );
  test('diacritics make no difference', () =>
    assert.equal(filterRows(entityRows([ONE]), 'renee')[0]!.children[0]!.label, 'Renée Moe'));
});

suite('Rows and their ids', () => {
  const flat = (rows: readonly RowNode[]): RowNode[] => rows.flatMap((row) => [row, ...flat(row.children)]);
  test('every id is unique in its view, and leads down and up', () => {
    for (const view of [speakerRows, entityRows, dateRows]) {
      const rows = view([ONE, TWO]),
        all = flat(rows);
      assert.equal(new Set(all.map(({ id }) => id)).size, all.length);
      for (const { id, children } of all) {
        assert.deepEqual(rowsUnder(rows, id), children);
        for (const child of children) assert.equal(rowAbove(rows, child.id)?.id, id);
      }
      for (const { id } of rows) assert.equal(rowAbove(rows, id), null);
    }
  });
  test('an edit before it does not change a row’s id', () => {
    const sketch = (before: string): CorpusText =>
      corpusText({
        text: `${before}“We stay.” Mara Ellingsen`,
        entities: [{ key: 'e', name: 'Mara Ellingsen', mentions: ['Mara Ellingsen'] }],
        quotations: [{ words: '“We stay.”', by: 'e' }],
      });
    for (const view of [speakerRows, entityRows])
      assert.deepEqual(
        flat(view([sketch('')])).map(({ id }) => id),
        flat(view([sketch('New words. ')])).map(({ id }) => id),
      );
  });
});
