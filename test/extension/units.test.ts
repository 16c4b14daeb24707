// Parts that need no editor but run in both hosts.
import * as assert from 'node:assert';
import { MarkKind } from '../../src/protocol';
import { Marks } from '../../src/extension/annotations/marks';
import { keyOf, styleOf } from '../../src/extension/highlights/styles';
import { isDate, isQuotation, quotationAt, stepMarks } from '../../src/extension/navigation/steps';
import { isCalendarDate } from '../../src/extension/published/iso';
import { quoteWithAttribution } from '../../src/extension/quotations/copy';
import { readable } from '../../src/extension/views/timex';

const DATES: readonly [text: string, valid: boolean][] = [
  ['2022-02-17', true],
  ['2022-02', true],
  ['2022', true],
  ['0987-01-01', true],
  ['2024-02-29', true],
  ['2023-02-29', false],
  ['2022-13', false],
  ['2022-00-10', false],
  ['17.2.2022', false],
  ['2022-2-7', false],
  ['', false],
  ['yesterday', false],
];

const VALUES: readonly [value: string, words: string][] = [
  ['2025-06-03', '3 Jun 2025'],
  ['2025-06-03T08:41', '3 Jun 2025, 08:41'],
  ['2025-06-03TEV', '3 Jun 2025, evening'],
  ['2025-06', 'Jun 2025'],
  ['2025', '2025'],
  ['2022-W02', 'Week 2 of 2022'],
  ['2022-SU', 'summer 2022'],
  ['199', '1990s'],
  ['XXXX-12-03', '3 Dec'],
  ['XXXX-WXX-3', 'A Wednesday'],
  ['P10M', '10 months'],
  ['P1D', '1 day'],
  ['PT20M', '20 minutes'],
  ['P2DE', '20 years'],
  ['PXY', 'Some years'],
  ['P1E', '10 years'],
  ['2022-Q3', 'Quarter 3 of 2022'],
  ['2022-H1', 'First half of 2022'],
  ['20', '21st century'],
  ['BC04', '5th century BC'],
  ['BC0044', '44 BC'],
  ['0347', 'AD 347'],
  ['PRESENT_REF', 'Now'],
  ['XXXX-XX-XX', 'A day'],
  ['XXXX-WXX', 'A week'],
  ['P2Y6M', 'P2Y6M'],
  ['XXXX-10-XX', 'XXXX-10-XX'],
];

suite('units', () => {
  const none = { from: 0, remove: 0 };
  const three = Marks.none.apply({
    ...none,
    insert: [2, 0, 0, 10, MarkKind.Direct, 1, 0, 12, 0, 16, MarkKind.Date, 0, 3, 4, 1, 2, MarkKind.Partial | 16, 2],
  });

  test('marks count lines from the top', () => {
    assert.strictEqual(three.count, 3);
    assert.deepStrictEqual(
      [0, 1, 2].map((index) => three.range(index)),
      [
        [2, 0, 2, 10],
        [2, 12, 2, 16],
        [5, 4, 6, 2],
      ],
    );
    assert.deepStrictEqual([three.kind(2), three.doubtful(2), three.hue(2)], [MarkKind.Partial, true, 2]);
    assert.deepStrictEqual(
      [0, 2, 3, 6].map((line) => three.firstFrom(line)),
      [0, 0, 2, 3],
    );
  });

  test('a change replaces some marks and moves those below', () => {
    const changed = three.apply({ from: 1, remove: 1, insert: [1, 0, 0, 4, MarkKind.Name, 0] });
    assert.deepStrictEqual(
      [0, 1, 2].map((index) => changed.range(index)),
      [
        [2, 0, 2, 10],
        [3, 0, 3, 4],
        [6, 4, 7, 2],
      ],
    );
    assert.strictEqual(three.count, 3);
  });

  test('steps go on from the other end', () => {
    const from = (line: number, character: number, direction: 1 | -1) =>
      stepMarks(three, isQuotation, { line, character }, direction);
    assert.deepStrictEqual(from(0, 0, 1), [2, 0, 2, 10]);
    assert.deepStrictEqual(from(2, 0, 1), [5, 4, 6, 2]);
    assert.deepStrictEqual(from(5, 4, 1), [2, 0, 2, 10]);
    assert.deepStrictEqual(from(2, 0, -1), [5, 4, 6, 2]);
    assert.deepStrictEqual(stepMarks(Marks.none, isDate, { line: 0, character: 0 }, 1), null);
    assert.strictEqual(quotationAt(three, { line: 6, character: 0 }), 2);
    assert.strictEqual(quotationAt(three, { line: 2, character: 14 }), -1);
  });

  test('a style is one number and back', () => {
    for (const style of [
      { kind: MarkKind.Direct, doubtful: false, hue: 0 },
      { kind: MarkKind.Name, doubtful: true, hue: 9 },
    ]) {
      assert.deepStrictEqual({ ...style, ...styleOf(keyOf(style)) }, style);
    }
  });

  for (const [text, valid] of DATES)
    test(`“${text}” is ${valid ? 'a' : 'no'} date of the calendar`, () =>
      assert.strictEqual(isCalendarDate(text), valid));
  for (const [value, words] of VALUES)
    test(`${value} reads “${words}”`, () => assert.strictEqual(readable(value), words));

  test('a copied quotation names what is known and nothing else', () => {
    const quotation = {
      range: [4, 0, 4, 9],
      text: '“So be\nit.”',
      kind: 'direct',
      speaker: null,
      role: null,
      published: null,
      source: null,
    } as const;
    assert.strictEqual(quoteWithAttribution(quotation, 'a.txt'), '“So be it.” – speaker not clear (a.txt, line 5)');
  });
});
