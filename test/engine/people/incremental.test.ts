import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Analysis } from '../../../src/engine/analysis';
import { allNew, changeOf } from '../../../src/engine/kept';
import type { BlockLayer, People, PlacedNaming } from '../../../src/engine/layers';
import { createPeople } from '../../../src/engine/people/index';
import { createPipeline } from '../../../src/engine/pipeline';
import { english } from '../../../scripts/support/english';

const TEXT = `Port minister Olga Brandt will resign on Friday, her office said.

Brandt, a former dock worker, told Paul Sorin that she had lost the party’s trust. He declined to comment.

“I did what I could,” she said. “The minister before me did less.”

Western officials said Sorin would follow her. They gave no reason.

Laura Sorin, his wife, is a lawyer. She met the minister on Monday, officials said.

Sorin said he was ready. His wife said so too.

Tom Reed and Jon Sorin left at noon. He did not speak. “The mayor heard him,” Reed said, and his aide nodded.`;

const PIECES = [
  'x',
  ' he said',
  'Anna Berg',
  '\n\n',
  ' the president ',
  '“',
  ', who',
  ' Mr Sorin left.\n\nShe left.',
  '',
  'officials said ',
  ' her father ',
  ' and ',
];

/** Each mention with what is said of its entity: an entity's index has no meaning beyond one reader. */
const told = ({ entities, mentions, unclear }: People): unknown => {
  const named = (one: { readonly entity: number }): unknown => ({ ...one, entity: entities[one.entity] });
  const withNames = <Item extends PlacedNaming>(item: Item): object => ({
    ...item,
    candidates: item.candidates.map(named),
  });
  return [
    mentions.map((list) => list.map((mention) => ({ ...withNames(mention), entity: entities[mention.entity] }))),
    unclear.map(withNames),
  ];
};

suite('people: after any edits', () => {
  test('the answer is that of a fresh start', () => {
    const pipeline = createPipeline(english),
      kept = createPeople(english.people, english.names.verdict).begin();
    let before: readonly BlockLayer[] = [];
    const edits = fc.array(
      fc.record({ at: fc.nat(TEXT.length), drop: fc.nat(12), piece: fc.constantFrom(...PIECES) }),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(edits, (list) => {
        let analysis = Analysis.of(pipeline, TEXT, { published: null, fileName: null });
        for (const { at, drop, piece } of list) {
          analysis = analysis.update([{ start: at, end: at + drop, text: piece }]);
          const { layers } = analysis.layout;
          assert.deepEqual(
            told(kept.resolve(layers, changeOf(before, layers))),
            told(createPeople(english.people, english.names.verdict).begin().resolve(layers, allNew(layers))),
          );
          before = layers;
        }
      }),
      { numRuns: 60, seed: 20 },
    );
  });
});
