import {
  type NameCandidate,
  type Phrase,
  type Reference,
  Shape,
  Tag,
  type TextLayer,
  type TokenRange,
} from '../../layers';
import { Is, Lexicon } from './lexicon';
import { putInOrder } from './inOrder';
import type { PeopleWords } from '../words';

/** Finds the pronouns of a block and the noun phrases that may stand for somebody: people by role ("the French president", "a teacher"). */
export function findReferences(
  text: TextLayer,
  names: readonly NameCandidate[],
  words: PeopleWords,
): readonly Reference[] {
  const lexicon = Lexicon.of(words),
    is = lexicon.read(text.tokens),
    pronouns = findPronouns(text, is, words),
    roles = new RoleFinder(text, names, is, lexicon, words).find();
  if (roles.length === 0) return pronouns;
  if (pronouns.length === 0) return roles;
  for (const role of roles) pronouns.push(role);
  return putInOrder(pronouns, byPlace);
}

const byPlace = (a: TokenRange, b: TokenRange): number => a.from - b.from || b.to - a.to;

function findPronouns({ tokens }: TextLayer, is: Uint16Array, words: PeopleWords): Reference[] {
  const found: Reference[] = [];
  for (let i = 0; i < tokens.count; i++) {
    if (((is[i] ?? 0) & Is.Pronoun) === 0) continue;
    const lower = tokens.lower[i] ?? '',
      pronoun = words.pronouns.get(lower);
    // "i" and "US" are no pronouns.
    if (
      !pronoun ||
      (pronoun.person === 1 && lower.length === 1 && tokens.shape[i] === Shape.Lower) ||
      (tokens.shape[i] === Shape.Upper &&
        lower.length === 2 &&
        pronoun.person === 1 &&
        pronoun.many &&
        pronoun.slot === 'object')
    )
      continue;
    found.push(reference(tokens, i, i + 1, i, 'pronoun'));
  }
  return found;
}

function reference(
  tokens: TextLayer['tokens'],
  from: number,
  to: number,
  head: number,
  form: Reference['form'],
): Reference {
  return { from, to, head, span: [tokens.start[from] ?? 0, tokens.end[to - 1] ?? 0], form };
}

/** One entry a token; blocks of up to so many tokens share one list. */
const shared = new Int32Array(4096);
const makeRoom = (count: number): Int32Array =>
  count > shared.length ? new Int32Array(count) : shared.fill(0, 0, count);

class RoleFinder {
  /** For each token, where the name that covers it begins, plus one; 0 where none does. */
  readonly #name: Int32Array;

  constructor(
    private readonly text: TextLayer,
    names: readonly NameCandidate[],
    private readonly is: Uint16Array,
    private readonly lexicon: Lexicon,
    private readonly words: PeopleWords,
  ) {
    this.#name = makeRoom(text.tokens.count);
    for (const name of names) if (!name.weak) this.#name.fill(name.from + 1, name.from, name.to);
  }

  find(): Reference[] {
    const found: Reference[] = [],
      { phrases } = this.text;
    for (let i = 0; i < phrases.length; i++) {
      const phrase = phrases[i];
      if (!phrase) continue;
      const from = this.#start(phrase, phrases[i - 1]);
      this.#owners(from, phrase, found);
      const role = this.#role(from, this.#head(phrase));
      if (!role) continue;
      if (from < phrase.from && found[found.length - 1]?.to === phrase.from) found.pop();
      found.push(role);
    }
    return found;
  }

  /** Where the phrase begins, with the piece before it that the tags have parted from it ("Russia’s deputy" + "foreign minister"). */
  #start(phrase: Phrase, before: Phrase | undefined): number {
    const { tag, lower } = this.text.tokens;
    if (before?.to !== phrase.from || tag[before.head] === Tag.Pronoun) return phrase.from;
    const clitic = tag[phrase.from] === Tag.Possessive && !this.#is(phrase.from, Is.Pronoun);
    const modified =
      !this.#name[before.head] &&
      ((tag[before.head] === Tag.Noun && tag[phrase.from] === Tag.Adjective) ||
        (lower[before.head] ?? '').endsWith(this.words.ageEnding));
    return clitic || modified ? before.from : phrase.from;
  }

  /** The head, or the last noun before a name that the phrase ends with ("his wife" of "his wife Ann Lee"). */
  #head({ from, head }: Phrase): number {
    const name = this.#name[head] ?? 0;
    if (name > 0 && this.#isNative(from, head)) return head;
    return name > 0 && name - 1 > from ? name - 2 : head;
  }

  /** Owners inside a phrase: "the boy" of "the boy’s teacher". */
  #owners(from: number, phrase: Phrase, found: Reference[]): void {
    const { tag, count } = this.text.tokens;
    for (let i = from + 1; i <= phrase.to && i < count; i++) {
      if (tag[i] !== Tag.Possessive || this.#is(i, Is.Pronoun) || found[found.length - 1]?.head === i - 1) continue;
      const role = this.#role(from, i - 1);
      if (role) found.push(role);
    }
  }

  #role(from: number, head: number): Reference | null {
    const { tokens } = this.text,
      tag = tokens.tag[head];
    if (tag !== Tag.Noun && tag !== Tag.Nouns && tag !== Tag.Name && tag !== Tag.Adjective) return null;
    if (
      !this.#isNative(from, head) &&
      (this.#name[head] || !this.lexicon.isPerson(tokens.lower[head] ?? '', tokens.hash[head] ?? 0))
    )
      return null;
    // "A couple of days" is nobody.
    if (this.#is(head, Is.Together) && this.#is(head + 1, Is.Link)) return null;
    const range = this.#trim({ from, to: head + 1 });
    return reference(tokens, range.from, range.to, head, 'role');
  }

  /** "The Spaniard": the name of a people for one of them. */
  #isNative(from: number, head: number): boolean {
    const name = this.#name[head] ?? 0;
    return (
      from === head - 1 &&
      (name === 0 || name === head + 1) &&
      this.text.tokens.shape[head] === Shape.Capital &&
      this.#is(head, Is.Native) &&
      this.#is(from, Is.Definite | Is.Indefinite)
    );
  }

  #is(token: number, bits: Is): boolean {
    return ((this.is[token] ?? 0) & bits) !== 0;
  }

  #trim(range: TokenRange): TokenRange {
    const { tag } = this.text.tokens;
    let from = range.from;
    while (from < range.to - 1 && (tag[from] === Tag.Quote || tag[from] === Tag.Punctuation)) from++;
    return { from, to: range.to };
  }
}
