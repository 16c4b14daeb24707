import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Analysis } from '../../../src/engine/analysis';
import { english } from '../../../src/engine/language/en/index';
import { createPeople } from '../../../src/engine/people/index';
import { createPipeline } from '../../../src/engine/pipeline';

const TEXT = `Port minister Olga Brandt will resign on Friday, her office said.

Brandt, a former dock worker, told Paul Sorin that she had lost the party’s trust. He declined to comment.

“I did what I could,” she said. “The minister before me did less.”

Western officials said Sorin would follow her. They gave no reason.

Laura Sorin, his wife, is a lawyer. She met the minister on Monday, officials said.

Sorin said he was ready. His wife said so too.`;

const PIECES = ['x', ' he said', 'Anna Berg', '\n\n', ' the president ', '“', ', who', ' Mr Sorin left.\n\nShe left.', '', 'officials said ', ' her father '];

suite('people: after any edits', () => {
  test('the answer is that of a fresh start', () => {
    const pipeline = createPipeline(english), kept = createPeople(english.people);
    const edits = fc.array(fc.record({ at: fc.nat(TEXT.length), drop: fc.nat(12), piece: fc.constantFrom(...PIECES) }), { minLength: 1, maxLength: 6 });
    fc.assert(fc.property(edits, (list) => {
      let analysis = Analysis.of(pipeline, TEXT, { published: null, fileName: null });
      for (const { at, drop, piece } of list) {
        analysis = analysis.update([{ start: at, end: at + drop, text: piece }]);
        assert.deepEqual(kept.resolve(analysis.blocks), createPeople(english.people).resolve(analysis.blocks));
      }
    }), { numRuns: 60, seed: 20 });
  });
});
