import type { EntityType } from '../../model';
import type { Gender, PeopleWords } from '../words';
import { oneEnding, plain, romanized } from './fold';

/** A distinct name of the article: all namings of one type that are written with the same words. */
export interface NameForm {
  readonly key: string;
  readonly type: EntityType;
  /** As written where it is first met. */
  readonly text: string;
  readonly count: number;
  /** What titles before it show. */
  readonly gender: Gender;
  /** Abbreviations that stand in brackets right behind it, as keys. */
  readonly bracketed: readonly string[];
}

/** A name taken apart: its words folded, without what does not tell anybody apart. */
export interface Parts {
  readonly words: readonly string[];
  readonly type: EntityType;
  /** Equal for names that differ in case, marks or an article only. */
  readonly id: string;
  /** What an entity with this name is known by in any text: its type, and the name in one spelling. */
  readonly key: string;
  /** The words that a short form of it may be or begin or end with, its type before each; none where it is a single word itself. */
  readonly listed: readonly string[];
  /** Under which of these a longer form of it may be listed; of a person's name the first is the surname's. */
  readonly sought: readonly string[];
  /** The abbreviations that its words spell. */
  readonly letters: readonly string[];
}

/** Names of one type taken apart before, by their words; dropped when they become too many. */
type PartsOfType = Map<string, Parts>;
const PARTS = new WeakMap<PeopleWords, Map<EntityType, PartsOfType>>();
const MAX_PARTS = 50_000;

/** A name taken apart. */
export function partsOf(form: NameForm, words: PeopleWords): Parts {
  const known = knownParts(words, form.type);
  let parts = known.get(form.key);
  if (!parts) {
    if (known.size > MAX_PARTS) known.clear();
    known.set(form.key, (parts = takeApart(form, words)));
  }
  return parts;
}

function knownParts(words: PeopleWords, type: EntityType): PartsOfType {
  let types = PARTS.get(words);
  if (!types) PARTS.set(words, (types = new Map<EntityType, PartsOfType>()));
  let known = types.get(type);
  if (!known) types.set(type, (known = new Map<string, Parts>()));
  return known;
}

const NO_WORDS: readonly string[] = [];

function takeApart(form: NameForm, words: PeopleWords): Parts {
  const { type } = form,
    kept = keptWords(form, words),
    first = kept[0] ?? '',
    last = kept.at(-1) ?? '',
    listed = new Set(kept.length > 1 ? [first, last] : NO_WORDS);
  if (type === 'person' && kept.length > 1)
    for (const word of [surnameOf(last), words.spelling.get(first) ?? first, ...(words.nicknames.get(first) ?? [])])
      listed.add(word);
  const letters = kept.length > 1 && type !== 'person' ? initials(form.key, words) : [];
  const sought = type === 'person' ? [surnameOf(last), first, words.spelling.get(first) ?? first] : [first, last],
    typed = (word: string): string => `${type} ${word}`;
  return {
    type,
    key: `${type}:${inOneSpelling(form.key, type, words)}`,
    words: kept,
    id: typed(kept.join(' ')),
    listed: [...listed].map(typed),
    sought: sought.map(typed),
    letters,
  };
}

/** One spelling for all spellings of a given name, of a surname's ending, of a place. */
function inOneSpelling(key: string, type: EntityType, words: PeopleWords): string {
  if (type === 'place') return words.places.get(key) ?? key;
  if (type !== 'person')
    return key
      .split(' ')
      .filter((word, index) => index > 0 || !words.definite.has(word))
      .join(' ');
  const parts = key
    .split(' ')
    .map(plain)
    .filter((word, index) => index === 0 || !words.postNominals.has(word));
  return parts
    .map((word, index) =>
      index === parts.length - 1 ? word.replace(/(?:iy|yy|yi|ii)$/, 'y') : (words.spelling.get(word) ?? word),
    )
    .join(' ');
}

function keptWords(form: NameForm, words: PeopleWords): readonly string[] {
  const all = form.key
    .replace(/['’]s?$/, '')
    .split(/[\s-]+/)
    .map(plain)
    .filter((word) => word !== '');
  if (form.type === 'group')
    return all.map((word) =>
      word.length > 4 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word,
    );
  if (form.type === 'place')
    return (words.places.get(form.key)?.split(' ') ?? all).filter((word) => !words.definite.has(word));
  const dropped =
    form.type === 'person' ? words.generations : form.type === 'organization' ? words.droppable : words.definite;
  if (form.type === 'person')
    all.forEach((word, index) => {
      all[index] = words.particles.get(word) ?? word;
    });
  const kept = all.filter((word, index) =>
    form.type !== 'person' ? !dropped.has(word) : index === 0 || !(dropped.has(word) || words.postNominals.has(word)),
  );
  return kept.length > 0 ? kept : all;
}

/** The abbreviations that the words of a name spell: of all words, and of all but the small ones. */
function initials(key: string, words: PeopleWords): string[] {
  const parts = key.split(/[\s-]+/).filter((word) => /^\p{L}/u.test(word) && !words.definite.has(word)),
    big = parts.filter((word) => !words.small.has(word));
  const spell = (list: readonly string[]): string => list.map((word) => word[0] ?? '').join('');
  return [...new Set([spell(parts), spell(big)])].filter((letters) => letters.length > 1);
}

/** A surname in one spelling for its usual ones; short words differ too little to tell spellings from other names. */
export function surnameOf(word: string): string {
  if (word.length < 5) return word;
  let surname = SURNAMES.get(word);
  if (surname === undefined) {
    if (SURNAMES.size > MAX_PARTS) SURNAMES.clear();
    SURNAMES.set(word, (surname = word.length < 6 ? oneEnding(word) : romanized(word)));
  }
  return surname;
}

/** Spellings found before; dropped when they become too many. */
const SURNAMES = new Map<string, string>();
