import { combine, hashPart } from '../hash';
import { readClusters } from './clusters';
import { unpackWords } from './packed';
import { HashTable } from './table';
import type { ListName } from './words';

const ORDER: readonly ListName[] = [
  'given',
  'surname',
  'country',
  'city',
  'place',
  'group',
  'organization',
  'event',
  'role',
  'company',
];

/** One bit for each kind of list, and one for the smaller towns, which say less: many share their names with people. */
export const LISTED = Object.fromEntries([...ORDER, 'town'].map((name, index) => [name, 1 << index])) as Readonly<
  Record<ListName | 'town', number>
>;

/** The bits that say that a word or phrase is a place by itself. */
export const LISTED_PLACE = LISTED.country | LISTED.city | LISTED.place;

/** From the hash of a phrase (its words' hashes combined in order) to the lists that hold it, as bits. */
export type Lists = Pick<HashTable, 'get'>;

/** Room for the few phrases that other words add. */
const SPARE = 100;

/** Reads packed lists. Words that a list splits differently from the tokens ("st. louis") are found by their parts' own hashes. */
export function readLists(packed: Readonly<Record<ListName, string>>): HashTable {
  const unpacked = ORDER.map((name) => ({ bit: LISTED[name], phrases: unpackWords(packed[name]) }));
  const lists = new HashTable(unpacked.reduce((sum, { phrases }) => sum + phrases.length, SPARE));
  for (const { bit, phrases } of unpacked) {
    for (const phrase of phrases) {
      const hash = hashPhrase(phrase);
      lists.set(hash, lists.get(hash) | bit);
    }
  }
  return lists;
}

/** The lists with the smaller towns, of which only hashes are kept (names/clusters.ts). */
export function withTowns(lists: Lists, packed: string): Lists {
  const townOf = readClusters(packed);
  return { get: (hash) => lists.get(hash) | (townOf(hash) > 0 ? LISTED.town : 0) };
}

/** The hash under which `Lists` holds a phrase of words apart by one blank; the stop of an abbreviation does not count. */
export function hashPhrase(phrase: string): number {
  let from = 0,
    hash = 0;
  for (;;) {
    const blank = phrase.indexOf(' ', from),
      to = blank < 0 ? phrase.length : blank;
    const stop = to - from > 1 && phrase.charCodeAt(to - 1) === 0x2e ? to - 1 : to;
    const word = hashPart(phrase, from, stop);
    hash = from ? combine(hash, word) : word;
    if (blank < 0) return hash;
    from = blank + 1;
  }
}
