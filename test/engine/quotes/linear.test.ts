import assert from 'node:assert/strict';
import { LinearModel, Options, TABLE_SIZE } from '../../../src/engine/quotes/linear';

/** Weights that differ from place to place. */
const weights = { unit: 0.01, bytes: Int8Array.from({ length: TABLE_SIZE }, (_, i) => Math.imul(i, 0x9e3779b1) >> 24) };

suite('quotes: linear decisions', () => {
  test('ways that share their features score as options that have them written out', () => {
    for (const ways of [2, 3, 5, 300]) {
      const model = new LinearModel(weights),
        options = new Options();
      options.next();
      for (let i = 0; i < 40; i++) options.add(i, i * 7, ways);
      options.fanOut(ways);
      const { option, probability } = model.choose(options),
        scores = model.scores.slice(0, ways);
      const { features, starts } = options,
        written = Array.from({ length: ways }, (_, way) =>
          features.subarray(starts[way], starts[way + 1]).reduce((sum, at) => sum + weights.bytes[at]!, 0),
        );
      assert.equal(features.subarray(starts[0], starts[1]).length, 0);
      written.forEach((sum, way) => assert.ok(Math.abs(sum * weights.unit - scores[way]!) < 1e-9, `way ${way}`));
      assert.equal(option, scores.indexOf(Math.max(...scores)));
      assert.ok(probability > 0 && probability <= 1);
    }
  });
});
