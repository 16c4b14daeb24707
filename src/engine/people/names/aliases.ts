import type { EntityType } from '../../model';
import type { PeopleWords } from '../words';
import { type NameForm, type Parts, partsOf, surnameOf } from './parts';

/** Which names are one entity. */
export interface Links {
  /** For each form, its entity: an index into `groups`, or -1 where several are possible. */
  readonly group: readonly number[];
  /** For each form with several possible entities, those, the most named first. */
  readonly choices: ReadonlyMap<number, readonly number[]>;
  /** For each entity, its forms, the fullest first. */
  readonly groups: readonly (readonly number[])[];
}

/** How many holders of one surname a short form is compared with: a bound, so that hostile texts stay linear. */
export const MAX_NAMESAKES = 40;

/** An abbreviation of so many letters is that of the name that spells it, whatever types the two were taken for. */
const SURE_LETTERS = 3;

/** Groups the names of an article into entities. Forms come in order of the text; the answer depends on nothing else. */
export function linkNames(forms: readonly NameForm[], words: PeopleWords): Links {
  return new Linker(forms, words).links();
}

class Linker {
  readonly #parts: readonly Parts[];
  readonly #parent: Int32Array;
  /** Long names by the words that a short form may be: first and last words, folded; abbreviations by their letters. */
  readonly #byWord = new Map<string, number[]>();
  readonly #byLetters = new Map<string, number[]>();
  readonly #choices = new Map<number, number[]>();

  constructor(
    private readonly forms: readonly NameForm[],
    private readonly words: PeopleWords,
  ) {
    this.#parts = forms.map((form) => partsOf(form, words));
    this.#parent = Int32Array.from(forms, (_, index) => index);
  }

  links(): Links {
    const same = new Map<string, number>();
    for (let index = 0; index < this.forms.length; index++) this.#joinSame(index, same);
    for (const index of this.#longestFirst()) {
      if (this.#root(index) === index) this.#joinLonger(index);
      this.#index(index);
    }
    return this.#collect();
  }

  /** The names by how many words they have, those of as many in order of the text. */
  #longestFirst(): Int32Array {
    const sizes = Int32Array.from(this.#parts, ({ words }) => words.length),
      next = new Int32Array(sizes.reduce((most, size) => Math.max(most, size), 0) + 1),
      order = new Int32Array(sizes.length);
    for (const size of sizes)
      for (let shorter = size - 1; shorter >= 0; shorter--) next[shorter] = (next[shorter] ?? 0) + 1;
    for (let index = 0; index < sizes.length; index++) {
      const size = sizes[index] ?? 0,
        at = next[size] ?? 0;
      order[at] = index;
      next[size] = at + 1;
    }
    return order;
  }

  /** Names that differ in case, marks or an article only. */
  #joinSame(index: number, same: Map<string, number>): void {
    const parts = this.#parts[index];
    if (!parts) return;
    const first = same.get(parts.id);
    if (first === undefined) same.set(parts.id, index);
    else this.#parent[index] = first;
  }

  /** Lists a name under every word that a short form of it may begin or end with. */
  #index(index: number): void {
    const parts = this.#parts[index];
    if (!parts || this.#root(index) !== index) return;
    for (const word of parts.listed) put(this.#byWord, word, index);
    for (const letters of parts.letters) put(this.#byLetters, letters, index);
  }

  #joinLonger(index: number): void {
    const parts = this.#parts[index],
      form = this.forms[index];
    if (!parts || !form) return;
    const found = parts.type === 'person' ? this.#longerPeople(index, parts) : this.#longerOthers(index, parts, form);
    if (found.length === 0) return;
    const holders =
      found.length > 1 ? [...new Set(found.map((other) => this.#root(other)))] : [this.#root(found[0] ?? index)];
    if (holders.length === 1 && holders[0] !== undefined) this.#parent[index] = holders[0];
    else if (holders.length > 1) this.#choose(index, parts, holders);
  }

  /** Several people have this name: nobody is chosen for the article as a whole, each place decides. */
  #choose(index: number, parts: Parts, holders: number[]): void {
    if (parts.type !== 'person') return;
    const count = (other: number): number => this.forms[other]?.count ?? 0;
    this.#choices.set(
      index,
      holders.sort((a, b) => count(b) - count(a) || a - b),
    );
  }

  #longerPeople(index: number, { words, sought }: Parts): readonly number[] {
    if (!sought.some((key) => this.#byWord.has(key))) return NONE;
    const fits = (other: number): boolean =>
      other !== index && this.#agrees(index, other) && isShortOf(words, this.#parts[other]?.words ?? [], this.words);
    const surname = surnameOf(words.at(-1) ?? ''),
      bySurname = this.#listed(
        sought.slice(0, 1),
        (other) => fits(other) && surnameOf(this.#parts[other]?.words.at(-1) ?? '') === surname,
      );
    return bySurname.length > 0 ? bySurname : this.#listed(sought.slice(1), fits);
  }

  #longerOthers(index: number, { words, type, sought }: Parts, form: NameForm): readonly number[] {
    const isListed = words.length < 5 && sought.some((key) => this.#byWord.has(key));
    const direct = isListed
      ? this.#listed(
          sought,
          (other) => other !== index && isPart(words, this.#parts[other]?.words ?? [], type, this.words),
        )
      : NONE;
    const letters = direct.length > 0 ? null : spelledBy(form, this.words);
    if (letters === null) return direct;
    const spelled = this.#byLetters.get(letters) ?? NONE;
    const named = spelled.filter(
      (other) =>
        letters.length >= SURE_LETTERS ||
        this.#parts[other]?.type === type ||
        this.forms[other]?.bracketed.includes(form.key),
    );
    return named.slice(0, MAX_NAMESAKES);
  }

  /** Those among the first that are listed under each key for which `fits` holds. */
  #listed(keys: readonly string[], fits: (other: number) => boolean): readonly number[] {
    let found: number[] | undefined;
    for (const key of keys) {
      const list = this.#byWord.get(key) ?? NONE;
      for (let i = 0; i < Math.min(list.length, MAX_NAMESAKES); i++) {
        const other = list[i] ?? 0;
        if (fits(other)) (found ??= []).push(other);
      }
    }
    return found ?? NONE;
  }

  /** No two titles that exclude one another ("Mrs Sam" is not Thomas Sam, whom the text calls Mr). */
  #agrees(a: number, b: number): boolean {
    const x = this.forms[a]?.gender ?? null,
      y = this.forms[b]?.gender ?? null;
    return x === null || y === null || x === y;
  }

  #collect(): Links {
    const groups: number[][] = [],
      groupOf = new Int32Array(this.forms.length).fill(-1),
      size = (index: number): number => this.#parts[index]?.words.length ?? 0;
    const group = this.forms.map((_, index) => {
      const root = this.#root(index),
        known = groupOf[root] ?? -1;
      if (this.#choices.has(root)) return -1;
      if (known >= 0) groups[known]?.push(index);
      else groupOf[root] = groups.push([index]) - 1;
      return groupOf[root] ?? -1;
    });
    for (const list of groups) if (list.length > 1) list.sort((a, b) => size(b) - size(a) || a - b);
    const choices = new Map<number, readonly number[]>();
    if (this.#choices.size > 0)
      this.forms.forEach((_, index) => {
        const holders = this.#choices.get(this.#root(index));
        if (holders)
          choices.set(
            index,
            [...new Set(holders.map((holder) => groupOf[this.#root(holder)] ?? -1))].filter((at) => at >= 0),
          );
      });
    return { group, choices, groups };
  }

  #root(index: number): number {
    let at = index;
    while (this.#parent[at] !== at) at = this.#parent[at] = this.#parent[this.#parent[at] ?? at] ?? at;
    return at;
  }
}

const NONE: readonly number[] = [];

function put(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** The letters of a name that may be an abbreviation of another, or null. */
export function spelledBy(form: NameForm, words: PeopleWords): string | null {
  return form.type !== 'person' && partsOf(form, words).words.length === 1 && isAcronym(form.text)
    ? form.key.replaceAll('.', '')
    : null;
}

/** Whether one name, by its words alone, may be a shorter form of another of its type. */
export function isShorterForm(short: NameForm, long: NameForm, words: PeopleWords): boolean {
  const a = partsOf(short, words).words,
    b = partsOf(long, words).words;
  return (
    short.type === long.type && (short.type === 'person' ? isShortOf(a, b, words) : isPart(a, b, short.type, words))
  );
}

/** Whether a person's name is a shorter form, another spelling or the initials of a longer one. */
export function isShortOf(short: readonly string[], long: readonly string[], words: PeopleWords): boolean {
  if (short.length > long.length || short.length === 0) return false;
  if (short.length === 1)
    return (
      long.length > 1 &&
      (sameSurname(short[0] ?? '', long.at(-1) ?? '') || sameGiven(short[0] ?? '', long[0] ?? '', words, false))
    );
  if (endsWith(long, short)) return true;
  if (!sameSurname(short.at(-1) ?? '', long.at(-1) ?? '')) return startsWith(long, short);
  // Given names and initials in order: "J. R. Lee" and "John Lee" for "John Robert Lee".
  let at = 0;
  for (let i = 0; i < short.length - 1; i++) {
    while (at < long.length - 1 && !sameGiven(short[i] ?? '', long[at] ?? '', words, true)) at++;
    if (at >= long.length - 1 || (i === 0 && at > 1)) return false;
    at++;
  }
  return true;
}

function sameGiven(a: string, b: string, words: PeopleWords, initialCounts: boolean): boolean {
  if (a === b) return true;
  if (initialCounts && (a.length === 1 || b.length === 1)) return a[0] === b[0];
  if (a.length < 2 || b.length < 2) return false;
  const x = words.spelling.get(a) ?? a,
    y = words.spelling.get(b) ?? b;
  return x === y || (words.nicknames.get(b)?.has(a) ?? false) || (words.nicknames.get(a)?.has(b) ?? false);
}

const sameSurname = (a: string, b: string): boolean => a === b || surnameOf(a) === surnameOf(b);

const endsWith = (long: readonly string[], short: readonly string[]): boolean =>
  short.every((word, index) => word === long[long.length - short.length + index]);
const startsWith = (long: readonly string[], short: readonly string[]): boolean =>
  short.every((word, index) => word === long[index]);

/** Whether a name of something that is no person is part of a longer one. */
function isPart(short: readonly string[], long: readonly string[], type: EntityType, words: PeopleWords): boolean {
  if (short.length >= long.length) return false;
  if (type === 'place')
    return startsWith(long, short) && long.slice(short.length).every((word) => words.placeWords.has(word));
  if (type === 'group') return false;
  return startsWith(long, short)
    ? !words.small.has(long[short.length] ?? '') || short.length > 1
    : short.length > 1 && endsWith(long, short);
}

/** Written like an abbreviation: capitals ("NATO", "U.S."), or a capital and few letters ("Nato"). */
const isAcronym = (text: string): boolean => /^(?:\p{Lu}\.?){2,6}$/u.test(text) || /^\p{Lu}\p{Ll}{2,5}$/u.test(text);
