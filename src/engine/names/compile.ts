import { bytesOf } from './bytes';
import { type Lists, readLists } from './lists';
import { LABELS, type Weights } from './model';
import type { NameWords } from './words';
import type { UnitWords } from './units';

/** Reads a Bloom filter of words: true for every word in it, and for about one in a hundred others. */
export function readFilter(packed: string): (word: number) => boolean {
  const bits = bytesOf(packed), size = bits.length * 8;
  if (!size) return () => false;
  const has = (at: number): boolean => ((bits[at >>> 3] ?? 0) >> (at & 7) & 1) === 1;
  return (word) => FILTER_SEEDS.every((seed) => has(filterBit(word, seed, size)));
}

/** The seeds of the filter's hash functions. */
export const FILTER_SEEDS: readonly number[] = [0x9e3779b1, 0x85ebca77, 0xc2b2ae3d, 0x27d4eb2f];

/** The bit of a word in a filter of `size` bits. */
export function filterBit(word: number, seed: number, size: number): number {
  const mixed = Math.imul(word ^ (word >>> 15), seed);
  return ((mixed ^ (mixed >>> 13)) >>> 0) % size;
}

/** Reads weights: four bytes of scale (float, little-endian), then one signed byte for each label of each bucket. */
export function readWeights(packed: string): Weights {
  const bytes = bytesOf(packed);
  if (bytes.length < 4) return { buckets: 1, values: new Int8Array(LABELS), scale: 1 };
  const values = new Int8Array(bytes.buffer, 4, bytes.length - 4);
  return { buckets: Math.floor(values.length / LABELS), values, scale: new DataView(bytes.buffer).getFloat32(0, true) };
}

/** The compiled words that finding units needs. */
export function compileUnitWords(words: NameWords): UnitWords {
  const lists: Lists = readLists(words.lists);
  return {
    lists,
    connectors: new Set([...words.connectors, ...words.particles]),
    particles: new Set(words.particles),
    prefixes: new Set(words.prefixes),
    common: readFilter(words.common),
  };
}
