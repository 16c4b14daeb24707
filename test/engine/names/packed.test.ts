import assert from 'node:assert/strict';
import { hashWord } from '../../../src/engine/hash';
import { packClusters, readClusters } from '../../../src/engine/names/clusters';
import { keyOf, packWeights, readWeights, type Weights } from '../../../src/engine/names/weights';

/** What a feature adds to each label. */
function sumsOf(weights: Weights, feature: number): number[] {
  const sums = new Int32Array(6);
  weights.addTo(feature, sums);
  return [...sums];
}

suite('names: packed data', () => {
  test('a word is in its cluster, an unknown word in none', () => {
    const clusters = [['river', 'lake', 'sea'], ['Monday', 'Tuesday'], []],
      clusterOf = readClusters(packClusters(clusters.map((words) => words.map(hashWord))));
    clusters.forEach((words, index) =>
      words.forEach((word) => assert.equal(clusterOf(hashWord(word)), index + 1, word)),
    );
    assert.equal(clusterOf(hashWord('harbour')), 0);
  });

  test('a feature has its weights, an unknown one none', () => {
    const features = Array.from({ length: 3000 }, (_, i) => hashWord(`feature ${i}`)),
      rows = new Map(features.map((hash, i) => [keyOf(hash), Int8Array.of(1 + (i % 100), 0, -(i % 7), 0, 1, 0)]));
    const weights = readWeights(packWeights(rows, 0.5));
    assert.equal(weights.scale, 0.5);
    for (const hash of features) assert.deepEqual(sumsOf(weights, hash), [...(rows.get(keyOf(hash)) ?? [])]);
    const strangers = Array.from({ length: 1000 }, (_, i) => hashWord(`stranger ${i}`)).filter((hash) =>
      sumsOf(weights, hash).some((sum) => sum !== 0),
    );
    assert.ok(strangers.length < 10, `${strangers.length} of 1000 unknown features were taken for known ones`);
  });

  test('nothing packed, nothing known', () => {
    assert.deepEqual(sumsOf(readWeights(packWeights(new Map(), 1)), 1), [0, 0, 0, 0, 0, 0]);
    assert.equal(readClusters(packClusters([]))(1), 0);
  });
});
