import { combine, hashPart } from './hash';
import { unpackWords } from './packed';
import type { ListName } from './words';

const ORDER: readonly ListName[] = ['given', 'surname', 'country', 'city', 'place', 'group', 'organization', 'event', 'role', 'company'];

/** One bit for each kind of list. */
export const LISTED: Readonly<Record<ListName, number>> = Object.fromEntries(ORDER.map((name, index) => [name, 1 << index])) as Record<ListName, number>;

/** The bits that say that a word or phrase is a place by itself. */
export const LISTED_PLACE = LISTED.country | LISTED.city | LISTED.place;

/** From the hash of a phrase (its words' hashes combined in order) to the lists that hold it, as bits. */
export type Lists = ReadonlyMap<number, number>;

/** Reads packed lists. Words that a list splits differently from the tokens ("st. louis") are found by their parts' own hashes. */
export function readLists(packed: Readonly<Record<ListName, string>>): Map<number, number> {
  const lists = new Map<number, number>();
  for (const name of ORDER) {
    const bit = LISTED[name];
    for (const phrase of unpackWords(packed[name])) {
      const hash = hashPhrase(phrase);
      lists.set(hash, (lists.get(hash) ?? 0) | bit);
    }
  }
  return lists;
}

/** The hash under which `Lists` holds a phrase of words apart by one blank; the stop of an abbreviation does not count. */
export function hashPhrase(phrase: string): number {
  let from = 0, hash = 0;
  for (;;) {
    const blank = phrase.indexOf(' ', from), to = blank < 0 ? phrase.length : blank;
    const stop = to - from > 1 && phrase.charCodeAt(to - 1) === 0x2e ? to - 1 : to;
    const word = hashPart(phrase, from, stop);
    hash = from ? combine(hash, word) : word;
    if (blank < 0) return hash;
    from = blank + 1;
  }
}
