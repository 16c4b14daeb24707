import assert from 'node:assert/strict';
import { MARK_SIZE } from '../../src/protocol';
import { Hues, rankSpeakers } from '../../src/server/hues';
import { diffMarks, makeMarks, Marks } from '../../src/server/marks';
import { samples } from '../support/samples';
import { readMarks } from './support/decode';
import { fakeEngine } from './support/fakeEngine';
import { createEngine } from '../../scripts/support/english';

function marksOf(text: string): string[] {
  const starts = [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map((end) => end.index + end[0].length)];
  const analysis = fakeEngine().open(text),
    hues = new Hues();
  hues.assign(rankSpeakers(analysis.document, (key) => key));
  return readMarks(
    [...makeMarks(analysis, hues, { count: starts.length, startOf: (line) => starts[line] ?? text.length })],
    text,
  );
}

suite('Highlighted stretches', () => {
  test('a quotation, its source and its cue share the speaker’s hue; a date and a name have none', () => {
    assert.deepEqual(marksOf('“We stay,” Mara Ellingsen said on Tuesday. Jonas Brandt left.'), [
      'Direct 1 «“We stay,”»',
      'Source 1 «Mara Ellingsen»',
      'Cue 1 «said»',
      'Date 0 «Tuesday»',
      'Name 0 «Jonas Brandt»',
    ]);
  });
  test('the most quoted speaker has the first hue', () => {
    const marks = marksOf('“A.” Mr Brandt said. \n“B.” Ms Moe said. \n“C.” Ms Moe said.');
    assert.deepEqual(
      marks.filter((mark) => mark.startsWith('Direct')),
      ['Direct 2 «“A.”»', 'Direct 1 «“B.”»', 'Direct 1 «“C.”»'],
    );
  });
  test('without a speaker a quotation is doubtful and has no hue; marks without speech have neither', () => {
    assert.deepEqual(marksOf('The “word” was “a fair plan” to all.'), [
      'Other 0 «“word”»',
      'Partial? 0 «“a fair plan”»',
    ]);
  });
  for (const [name, end] of [
    ['LF', '\n'],
    ['CR LF', '\r\n'],
    ['CR', '\r'],
  ] as const) {
    test(`lines and characters are right after ${name}, an emoji and a BOM`, () => {
      const text = ['\ufeffNews 😀', '', '😀 “We stay,” Ms Moe said.', '“They go,” Ms Moe said.'].join(end);
      assert.deepEqual(
        marksOf(text).filter((mark) => mark.startsWith('Direct')),
        ['Direct 1 «“We stay,”»', 'Direct 1 «“They go,”»'],
      );
    });
  }
});

suite('Highlighted stretches after edits', () => {
  test('they are those of the whole text', function () {
    this.timeout(60_000);
    const hues = new Hues(),
      kept = new Marks(),
      pieces = ['“', '”', '\n\n', ' said Ms Moe.', 'x', '', '\n\n“And so on,” she said.\n\n', ' on Tuesday'];
    for (const { text: original } of samples.slice(0, 4)) {
      let text = original,
        analysis = createEngine().open(text);
      for (let i = 0; i < 24; i++) {
        const start = Math.floor(((i * 0.618) % 1) * text.length),
          end = Math.min(text.length, start + (i % 3) * 7),
          piece = pieces[i % pieces.length]!;
        text = text.slice(0, start) + piece + text.slice(end);
        analysis = analysis.update([{ start, end, text: piece }]);
        hues.assign(rankSpeakers(analysis.document, (key) => key));
        const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)],
          lines = { count: starts.length, startOf: (line: number): number => starts[line] ?? text.length };
        assert.deepEqual(kept.make(analysis, hues, lines), makeMarks(analysis, hues, lines));
      }
    }
  });
});

suite('The change between two lists of stretches', () => {
  const flat = (...stretches: readonly number[]): Int32Array =>
    Int32Array.from(stretches.flatMap((first) => [first, 0, 0, 0, 0, 0]));
  const cases: readonly [string, Int32Array, Int32Array, number, number, number][] = [
    ['the same', flat(1, 2, 3), flat(1, 2, 3), 3, 0, 0],
    ['one changed', flat(1, 2, 3), flat(1, 9, 3), 1, 1, 1],
    ['one more in the middle', flat(1, 2, 3), flat(1, 2, 2, 3), 2, 0, 1],
    ['one less at the end', flat(1, 2, 3), flat(1, 2), 2, 1, 0],
    ['all gone', flat(1, 2), flat(), 0, 2, 0],
    ['all new', flat(), flat(1, 2), 0, 0, 2],
    ['of equal ones one less', flat(1, 1, 1), flat(1, 1), 2, 1, 0],
  ];
  for (const [name, before, after, from, remove, insert] of cases) {
    test(name, () => {
      const delta = diffMarks(before, after);
      assert.deepEqual([delta.from, delta.remove, delta.insert.length / MARK_SIZE], [from, remove, insert]);
      const applied = [...before];
      applied.splice(delta.from * MARK_SIZE, delta.remove * MARK_SIZE, ...delta.insert);
      assert.deepEqual(applied, [...after]);
    });
  }
});

suite('Colours of speakers', () => {
  const eight = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
  const after = (...versions: readonly (readonly string[])[]): Hues => {
    const hues = new Hues();
    for (const version of versions) hues.assign(version);
    return hues;
  };
  const cases: readonly [string, readonly (readonly string[])[], Readonly<Record<string, number>>][] = [
    ['in order at first', [['a', 'b']], { a: 1, b: 2, c: 0 }],
    [
      'kept where the order changes',
      [
        ['a', 'b'],
        ['b', 'a'],
      ],
      { a: 1, b: 2 },
    ],
    [
      'a newcomer takes the next',
      [
        ['a', 'b'],
        ['c', 'a', 'b'],
      ],
      { a: 1, b: 2, c: 3 },
    ],
    ['a name that is gone for a moment keeps its own', [['a', 'b'], ['b'], ['a', 'b']], { a: 1, b: 2 }],
    [
      'a name typed letter by letter does not run through the colours',
      [['x'], ['x', 'm'], ['x', 'ma'], ['x', 'mar']],
      { x: 1, mar: 2, m: 0 },
    ],
    ['the ninth is neutral', [[...eight, 'i']], { a: 1, h: 8, i: 9 }],
    [
      'and stays so',
      [
        [...eight, 'i'],
        [...eight.slice(1), 'i'],
      ],
      { b: 2, i: 9 },
    ],
    [
      'another text begins anew',
      [
        [...eight, 'i'],
        ['z', 'y'],
      ],
      { z: 1, y: 2 },
    ],
  ];
  for (const [name, versions, expected] of cases) {
    test(name, () => {
      const hues = after(...versions);
      for (const [key, hue] of Object.entries(expected)) assert.equal(hues.of(key), hue, key);
    });
  }
});
