import { decodeBase64 } from '../bytes';
import { hashPhrase, LISTED, readLists } from './lists';
import type { NameWords } from './words';
import type { Context } from './features';
import { hashWord } from './hash';
import type { Unit, UnitWords } from './units';

/** Reads a Bloom filter of words: true for every word in it, and for about one in a hundred others. */
export function readFilter(packed: string): (word: number) => boolean {
  const bits = decodeBase64(packed), size = bits.length * 8;
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

/** The compiled words that finding units needs. */
export function compileUnitWords(words: NameWords): UnitWords {
  const lists = readLists(words.lists);
  for (const seat of words.seats) lists.set(hashPhrase(seat), LISTED.organization);
  return {
    lists,
    connectors: new Set([...words.connectors, ...words.particles]),
    particles: new Set(words.particles),
    prefixes: new Set(words.prefixes),
    common: readFilter(words.common),
  };
}

/** Compiles the test for parts of the world: gives the list that the unit counts as in ("the West": a place), or 0. */
export function compileBlocs({ blocs }: NameWords): (unit: Unit, context: Context) => number {
  const article = hashWord(blocs.article), places = new Set(blocs.places), groups = new Set(blocs.groups);
  return (unit, context) => {
    if (groups.has(unit.lower)) return LISTED.group;
    return places.has(unit.lower) && context.word(unit.token - 1) === article ? LISTED.place : 0;
  };
}
