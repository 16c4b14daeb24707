import { readClusters } from './clusters';
import { hashWord } from '../hash';
import { readLists } from './lists';
import type { UnitWords } from './units';
import { compileParts } from './titles';
import { WordReader } from './word';
import type { NameWords } from './words';

/** Reads a Bloom filter of words: true for every word in it, and for about one in a hundred others. */
export function readFilter(bits: Uint8Array): (word: number) => boolean {
  const size = bits.length * 8;
  if (!size) return () => false;
  const has = (at: number): boolean => (((bits[at >>> 3] ?? 0) >> (at & 7)) & 1) === 1;
  return (word) => FILTER_SEEDS.every((seed) => has(filterBit(word, seed, size)));
}

/** The seeds of the filter's hash functions. */
export const FILTER_SEEDS: readonly number[] = [0x9e3779b1, 0x85ebca77, 0xc2b2ae3d, 0x27d4eb2f];

/** The bit of a word in a filter of `size` bits. */
export function filterBit(word: number, seed: number, size: number): number {
  const mixed = Math.imul(word ^ (word >>> 15), seed);
  return ((mixed ^ (mixed >>> 13)) >>> 0) % size;
}

/** The compiled words that finding units needs. */
export function compileUnitWords(words: NameWords): UnitWords {
  const lists = readLists(words),
    particles = new Set(words.particles);
  return {
    lists,
    particles,
    connectors: new Set([...words.connectors, ...words.particles]),
    prefixes: new Set(words.prefixes),
    tails: new Set(words.tails),
    beforeTails: new Set(words.beforeTails),
    article: hashWord(words.blocs.article),
    reader: new WordReader({
      lists,
      particles,
      tails: new Set(words.tails),
      common: readFilter(words.common),
      clusterOf: readClusters(words.clusters),
      blocs: { places: new Set(words.blocs.places), groups: new Set(words.blocs.groups) },
      partsOf: compileParts(words, lists),
    }),
  };
}
