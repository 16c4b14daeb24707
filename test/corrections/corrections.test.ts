import assert from 'node:assert/strict';
import {
  type Anchor,
  anchorAt,
  apply,
  effective,
  lastEffective,
  locate,
  type Operation,
  readLog,
  writeLog,
} from '../../src/corrections/index';
import type { Quotation } from '../../src/engine/index';

/** The anchor of the words between [ and ] and the text without those. */
function marked(text: string): { readonly text: string; readonly anchor: Anchor } {
  const start = text.indexOf('['),
    end = text.indexOf(']') - 1,
    plain = text.replace(/[[\]]/g, '');
  return { text: plain, anchor: anchorAt(plain, [start, end]) };
}

suite('Finding the words of a correction again', () => {
  const cases: readonly [string, string, string][] = [
    ['nothing changed', 'He called it [“a plan”] at noon.', 'He called it [“a plan”] at noon.'],
    ['lines put in above', 'He called it [“a plan”] at noon.', 'New.\n\nHe called it [“a plan”] at noon.'],
    [
      'the words after it changed, the words are nowhere else',
      'He called it [“a plan”] at noon.',
      'He called it [“a plan”] that night.',
    ],
    [
      'the same words stand elsewhere too, with other surroundings',
      'A “no” here. B [“no”] there, and much more of the same after that.',
      'X. A “no” here. B [“no”] there, and much more of the same after that.',
    ],
    ['the words changed', 'He called it [“a plan”] at noon.', 'He called it “a scheme” at noon.'],
    ['both sides changed', 'He called it [“a plan”] at noon.', 'She wrote “a plan” that night.'],
    [
      'two places are alike, and the one it stood in moved',
      'So [“no”] it was.',
      'New. So “no” it was.\n\nAgain: So “no” it was.',
    ],
    [
      'two places are alike, one of them where it stood',
      'So [“no”] it was.',
      'So [“no”] it was.\n\nAgain: So “no” it was.',
    ],
    ['one side fits two places', 'So [“no”] it was.', 'So “no” it is. So “no” it seems.'],
    ['the text is gone', 'So [“no”] it was.', ''],
  ];
  for (const [name, before, after] of cases) {
    test(name, () => {
      const { anchor } = marked(before),
        expected = marked(after),
        found = locate(expected.text, anchor);
      assert.deepEqual(
        found,
        after.includes('[') ? [expected.anchor.start, expected.anchor.start + expected.anchor.exact.length] : null,
      );
    });
  }
});

const speaker = (id: string, at: Anchor, key: string | null): Operation => ({
  id,
  op: 'set-speaker',
  at,
  speaker: key,
});
const date = (id: string, value: string | null): Operation => ({ id, op: 'set-published', value });
const undo = (id: string, of: string): Operation => ({ id, op: 'undo', of });

suite('The log of corrections', () => {
  const cases: readonly [string, readonly Operation[], readonly string[]][] = [
    ['all hold', [date('1', '2022'), date('2', '2023')], ['1', '2']],
    ['one undone', [date('1', '2022'), date('2', '2023'), undo('3', '2')], ['1']],
    ['undo undone', [date('1', '2022'), undo('2', '1'), undo('3', '2')], ['1']],
    ['undo of what is not there', [date('1', '2022'), undo('2', 'x')], ['1']],
    ['undos in a circle', [date('1', '2022'), undo('2', '3'), undo('3', '2'), undo('4', '4')], ['1']],
  ];
  for (const [name, log, expected] of cases)
    test(name, () =>
      assert.deepEqual(
        effective(log).map(({ id }) => id),
        expected,
      ),
    );
  test('what Undo undoes next', () => {
    assert.equal(lastEffective([date('1', '2022'), date('2', '2023'), undo('3', '2')])?.id, '1');
    assert.equal(lastEffective([]), null);
  });

  test('written and read again', () => {
    const log = [date('1', null), speaker('2', anchorAt('a “b\n\u2028” 😀 c', [2, 8]), 'person:moe'), undo('3', '2')];
    assert.deepEqual(readLog(writeLog(log)), { operations: log, problems: [] });
  });
  test('a broken file: what can be read is read, what cannot is named', () => {
    const lines = [
      '{"id":"1","op":"set-published","value":"2022-01-19"}',
      'not json',
      '',
      '{"op":"undo"}',
      '{"id":"2","op":"paint"}',
      '{"id":"1","op":"undo","of":"1"}',
      '{"id":"3","op":"set-speaker","speaker":"x","at":{"exact":"y"}}',
      '{"id":"4","op":"set-speaker","speaker":4}',
      'null',
      '{"id":"5","op":"set-published","value":7}',
      '{"id":"6","op":"undo"}',
      '{"id":"7","op":"undo","of":"1"',
    ];
    const { operations, problems } = readLog(lines.join('\r\n'));
    assert.deepEqual(
      operations.map(({ id }) => id),
      ['1'],
    );
    assert.deepEqual(
      problems.map(({ line }) => line),
      [2, 4, 5, 6, 7, 8, 9, 10, 11, 12],
    );
    assert.match(problems[3]!.message, /“1” is used twice/);
  });
});

suite('Corrections applied to an article', () => {
  const text = '“We stay,” she said. “They go,” he said.';
  const quotation = (id: string, start: number, end: number): Quotation => ({
    id,
    span: [start, end],
    kind: 'direct',
    continues: null,
    inside: null,
    source: null,
    cue: null,
    speaker: null,
    speakers: [],
    candidates: [],
    why: { rule: 'x', evidence: null, confidence: 1 },
  });
  const quotations = [quotation('q1', 0, 10), quotation('q2', 21, 31)],
    first = anchorAt(text, [0, 10]),
    second = anchorAt(text, [21, 31]);

  test('speakers and the date, the later the stronger', () => {
    const applied = apply(
      [speaker('1', first, 'moe'), speaker('2', second, 'berg'), speaker('3', first, null), date('4', '2022-01-19')],
      text,
      { quotations },
    );
    assert.deepEqual(
      [[...applied.speakers], applied.published, applied.orphans],
      [
        [
          ['q1', null],
          ['q2', 'berg'],
        ],
        '2022-01-19',
        [],
      ],
    );
  });
  test('nothing set: nothing said', () => assert.equal(apply([], text, { quotations }).published, undefined));
  test('words that changed make an orphan, attached to nothing', () => {
    const edited = text.replace('They go', 'They stay'),
      applied = apply([speaker('1', second, 'berg')], edited, {
        quotations: [quotation('q1', 0, 10), quotation('q2', 21, 33)],
      });
    assert.deepEqual([[...applied.speakers], applied.orphans.map(({ id }) => id)], [[], ['1']]);
  });
  test('words that stay but are no quotation any more make one too', () =>
    assert.equal(apply([speaker('1', second, 'berg')], text, { quotations: [] }).orphans.length, 1));
});
