import { type NameCandidate, Tag, type TokenRange } from '../../layers';
import type { EntityType, MentionForm, Span } from '../../model';
import type { Gender, PronounWord } from '../words';

/** Where a mention stands in its clause, as far as the words around it show. */
export const enum Slot {
  Subject,
  Object,
  Oblique,
  Owner,
  Other,
}

/** How a noun phrase brings its person in. */
export const enum Article {
  Definite,
  Owned,
  Indefinite,
  Bare,
}

/** One mention of a block, with what the block alone says of it. */
export interface Local extends TokenRange {
  readonly span: Span;
  /** The words of a role as written; empty for names and pronouns. */
  readonly text: string;
  readonly form: MentionForm;
  /** The head token: a pronoun, a noun, or the last word of a name. */
  readonly head: number;
  /** The type of a name; of a role or source what its noun means; null for pronouns. */
  readonly type: EntityType | null;
  /** The accepted name, where the mention is one. */
  readonly name: NameCandidate | null;
  readonly pronoun: PronounWord | null;
  /** The singular head noun of a role. */
  readonly noun: string;
  /** Words between the article and the head of a role, and a name's title, in lower case. */
  readonly modifiers: readonly string[];
  readonly article: Article;
  /** The word for an age among a role's words ("24-year-old"), or null. */
  readonly age: string | null;
  readonly gender: Gender;
  readonly many: boolean;
  readonly slot: Slot;
  readonly sentence: number;
  /** How many tokens of its sentence stand before it. */
  readonly place: number;
  /** Index of the innermost marked text around the mention, or -1. */
  readonly mark: number;
  /** Index of the frame whose source the mention is, or -1, and of the innermost frame in whose content it stands. */
  readonly sourceOf: number;
  readonly within: number;
  /** Whether it is no mention itself but two that "and" joins: what "they" may mean. */
  readonly joins: boolean;
  /** Index of the mention that owns this one ("his" of "his father"), or -1. */
  owner: number;
  /** Index of the name that this role stands beside in apposition, or that it is said to be, or -1. */
  beside: number;
  besideRule: 'beside-name' | 'is-a';
}

export const isVerb = (tag: number | undefined): boolean =>
  tag === Tag.Verb ||
  tag === Tag.VerbS ||
  tag === Tag.Past ||
  tag === Tag.Participle ||
  tag === Tag.Gerund ||
  tag === Tag.Modal;
