import { combine, hashPart } from '../hash';
import { readClusters } from './clusters';
import { packTable, Table } from './table';
import type { ListName, NameWords } from './words';

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
export type Lists = Pick<Table, 'get'>;

/** Packs lists of phrases in lower case. Words that a list splits differently from the tokens ("st. louis") are found by their parts' own hashes. */
export function packPhrases(lists: Readonly<Record<ListName, readonly string[]>>): Uint8Array {
  const found = new Map<number, number>();
  for (const name of ORDER) {
    for (const phrase of lists[name]) {
      const hash = hashPhrase(phrase);
      found.set(hash, (found.get(hash) ?? 0) | LISTED[name]);
    }
  }
  return packTable(found);
}

/** Reads packed lists; of the smaller towns only hashes are kept (names/clusters.ts), and a seat is nothing but the body that sits there. */
export function readLists({ lists, towns, seats }: Pick<NameWords, 'lists' | 'towns' | 'seats'>): Lists {
  const table = new Table(lists),
    townOf = readClusters(towns),
    bodies = new Set(seats.map(hashPhrase));
  return {
    get: (hash) => (bodies.has(hash) ? LISTED.organization : table.get(hash)) | (townOf(hash) > 0 ? LISTED.town : 0),
  };
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
