import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Analysis, createEngine, type Edit } from '../../src/engine/index';
import { samples } from '../support/samples';

const engine = createEngine();
const whole = samples.map(({ text }) => text).join('\n\n');

/** What an editor may insert: marks, line ends, names, halves of emoji, and pieces of real prose. */
const inserted = fc.oneof(
  fc.constantFrom('"', '“', '”', '\n', '\n\n', '\r\n', '\r', ' ', '.', "'", '’', '\ud83d', '\udcf0', '\ufeff', 'Mara Ellingsen said', ' on Tuesday', '(', 'he said: ', '12 May 2020'),
  fc.nat(whole.length - 40).chain((start) => fc.nat(300).map((length) => whole.slice(start, start + length))),
  fc.string({ maxLength: 12 }),
);

interface Step { readonly at: number; readonly remove: number; readonly text: string }
const step: fc.Arbitrary<Step> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.oneof({ weight: 4, arbitrary: fc.nat(3) }, { weight: 1, arbitrary: fc.nat(600) }),
  text: inserted,
});

function place({ at, remove, text }: Step, length: number): Edit {
  const start = Math.floor(at * length);
  return { start, end: Math.min(length, start + remove), text };
}

const applied = (text: string, edit: Edit): string => text.slice(0, edit.start) + edit.text + text.slice(edit.end);

suite('incremental analysis', () => {
  test('after random edits it equals the analysis of the whole text', () => {
    fc.assert(fc.property(fc.nat(samples.length - 1), fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 8 }), (which, versions) => {
      let text = samples[which]?.text ?? '';
      let analysis: Analysis = engine.open(text);
      for (const steps of versions) {
        const edits: Edit[] = [];
        for (const one of steps) {
          const edit = place(one, text.length);
          edits.push(edit);
          text = applied(text, edit);
        }
        analysis = analysis.update(edits);
        assert.equal(analysis.text, text);
        assert.deepEqual(analysis.article, createEngineOnce().analyze(text));
      }
    }), { numRuns: Number(process.env.RUNS ?? 60), seed: 20250605 });
  });

  test('a date given by the reader gives what the text would give with that date', () => {
    for (const { text } of samples) {
      const given = engine.open(text).withPublished('2024-05-06');
      assert.deepEqual(given.article, engine.analyze(text, { published: '2024-05-06' }));
      assert.deepEqual(given.withPublished(null).article, engine.analyze(text));
    }
  });

  test('edits outside the text are clamped to it', () => {
    const analysis = engine.open('Nothing to say.').update([{ start: -5, end: 999, text: '“Yes,” Ann Lee said.' }]);
    assert.equal(analysis.text, '“Yes,” Ann Lee said.');
    assert.deepEqual(analysis.article, engine.analyze(analysis.text));
  });
});

/** A second engine, so that no memory of the first can make the two agree. */
let second: ReturnType<typeof createEngine> | undefined;
function createEngineOnce(): ReturnType<typeof createEngine> {
  return (second ??= createEngine());
}
