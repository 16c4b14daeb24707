import { type NameCandidate, type Phrase, type Reference, Shape, Tag, type TextLayer, type TokenRange } from '../layers';
import type { PeopleWords } from './words';

/** Finds the pronouns of a block and the noun phrases that may stand for somebody: people by role ("the French president", "a teacher"). */
export function findReferences(text: TextLayer, names: readonly NameCandidate[], words: PeopleWords): readonly Reference[] {
  const pronouns = findPronouns(text, words), roles = new RoleFinder(text, names, words).find();
  if (roles.length === 0) return pronouns;
  return [...pronouns, ...roles].sort((a, b) => a.from - b.from || b.to - a.to);
}

function findPronouns({ tokens }: TextLayer, words: PeopleWords): Reference[] {
  const found: Reference[] = [];
  for (let i = 0; i < tokens.count; i++) {
    const lower = tokens.lower[i] ?? '', pronoun = words.pronouns.get(lower);
    // "i" and "US" are no pronouns.
    if (!pronoun || (pronoun.person === 1 && lower.length === 1 && tokens.shape[i] === Shape.Lower) || (tokens.shape[i] === Shape.Upper && lower.length === 2 && pronoun.person === 1 && pronoun.many && pronoun.slot === 'object')) continue;
    found.push(reference(tokens, i, i + 1, i, 'pronoun'));
  }
  return found;
}

function reference(tokens: TextLayer['tokens'], from: number, to: number, head: number, form: Reference['form']): Reference {
  return { from, to, head, span: [tokens.start[from] ?? 0, tokens.end[to - 1] ?? 0], form };
}

/** One entry a token; blocks of up to so many tokens share one list. */
const shared = new Int32Array(4096);
const makeRoom = (count: number): Int32Array => (count > shared.length ? new Int32Array(count) : shared.fill(0, 0, count));

class RoleFinder {
  /** For each token, where the name that covers it begins, plus one; 0 where none does. */
  readonly #name: Int32Array;

  constructor(private readonly text: TextLayer, names: readonly NameCandidate[], private readonly words: PeopleWords) {
    this.#name = makeRoom(text.tokens.count);
    for (const name of names) if (!name.weak) this.#name.fill(name.from + 1, name.from, name.to);
  }

  find(): Reference[] {
    const found: Reference[] = [], { phrases } = this.text;
    phrases.forEach((phrase, index) => {
      const from = this.#start(phrases, index);
      this.#owners(from, phrase, found);
      const role = this.#role(from, this.#head(phrase));
      if (!role) return;
      if (found.at(-1)?.to === phrase.from && from < phrase.from) found.pop();
      found.push(role);
    });
    return found;
  }

  /** Where the phrase begins, with the piece before it that the tags have parted from it ("Russia’s deputy" + "foreign minister"). */
  #start(phrases: readonly Phrase[], index: number): number {
    const phrase = phrases[index], before = phrases[index - 1], { tag, lower } = this.text.tokens;
    if (!phrase) return 0;
    if (before?.to !== phrase.from || tag[before.head] === Tag.Pronoun) return phrase.from;
    const clitic = tag[phrase.from] === Tag.Possessive && !this.words.pronouns.has(lower[phrase.from] ?? '');
    const modified = !this.#name[before.head] && ((tag[before.head] === Tag.Noun && tag[phrase.from] === Tag.Adjective) || (lower[before.head] ?? '').endsWith(this.words.ageEnding));
    return clitic || modified ? before.from : phrase.from;
  }

  /** The head, or the last noun before a name that the phrase ends with ("his wife" of "his wife Ann Lee"). */
  #head({ from, head }: Phrase): number {
    const name = this.#name[head] ?? 0;
    if (name > 0 && this.#isNative(from, head, this.text.tokens.lower[head] ?? '')) return head;
    return name > 0 && name - 1 > from ? name - 2 : head;
  }

  /** Owners inside a phrase: "the boy" of "the boy’s teacher". */
  #owners(from: number, phrase: Phrase, found: Reference[]): void {
    const { lower, tag } = this.text.tokens;
    for (let i = from + 1; i <= phrase.to && i < this.text.tokens.count; i++) {
      if (tag[i] !== Tag.Possessive || this.words.pronouns.has(lower[i] ?? '') || found.at(-1)?.head === i - 1) continue;
      const role = this.#role(from, i - 1);
      if (role) found.push(role);
    }
  }

  #role(from: number, head: number): Reference | null {
    const { tokens } = this.text, tag = tokens.tag[head], lower = tokens.lower[head] ?? '';
    if (tag !== Tag.Noun && tag !== Tag.Nouns && tag !== Tag.Name && tag !== Tag.Adjective) return null;
    if (this.#name[head] ? !this.#isNative(from, head, lower) : !isPersonNoun(lower, this.words)) return null;
    // "A couple of days" is nobody.
    if (this.words.together.has(lower) && this.words.roleLinks.has(tokens.lower[head + 1] ?? '')) return null;
    const range = this.#trim({ from, to: head + 1 });
    return reference(tokens, range.from, range.to, head, 'role');
  }

  /** "The Spaniard": the name of a people for one of them. */
  #isNative(from: number, head: number, lower: string): boolean {
    const first = this.text.tokens.lower[from] ?? '';
    return this.words.natives.has(lower) && from === head - 1 && this.#name[head] === head + 1 && (this.words.definite.has(first) || this.words.indefinite.has(first));
  }

  #trim(range: TokenRange): TokenRange {
    const { tag } = this.text.tokens;
    let from = range.from;
    while (from < range.to - 1 && (tag[from] === Tag.Quote || tag[from] === Tag.Punctuation)) from++;
    return { from, to: range.to };
  }
}

/** What was found of nouns before, for each language; dropped when they become too many. */
const KNOWN = new WeakMap<PeopleWords, Map<string, boolean>>();
const MAX_KNOWN = 50_000;

/** Whether the noun, in either number, means a person; of a compound ("vice-captain") the last part counts. */
export function isPersonNoun(lower: string, words: PeopleWords): boolean {
  let known = KNOWN.get(words);
  if (!known || known.size > MAX_KNOWN) KNOWN.set(words, (known = new Map<string, boolean>()));
  let is = known.get(lower);
  if (is === undefined) known.set(lower, (is = meansPerson(lower, words)));
  return is;
}

function meansPerson(lower: string, words: PeopleWords): boolean {
  const noun = words.personNouns.has(lower) ? lower : lower.slice(lower.lastIndexOf('-') + 1), one = words.singular(noun);
  if (words.personNouns.has(noun) || (one !== null && words.personNouns.has(one)) || words.together.has(lower)) return true;
  return lower.endsWith(words.ageEnding) || (words.singular(lower)?.endsWith(words.ageEnding) ?? false);
}
