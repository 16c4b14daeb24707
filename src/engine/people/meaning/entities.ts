import type { EntityType } from '../../model';
import type { Local } from '../mentions/mention';
import type { Gender } from '../words';

/** What the article as a whole says of somebody who is named: the same for every block that meets the name. */
export interface Named {
  readonly kind: 'named';
  readonly id: string;
  readonly type: EntityType;
  readonly gender: Gender;
  /** Whether the article itself shows the gender (a title, a role, a pronoun), or only a list of given names. */
  readonly genderShown: boolean;
  /** Head nouns and other words of the roles that titles and appositions give. */
  readonly nouns: ReadonlySet<string>;
  readonly modifiers: readonly string[];
  /** The word for the age that the article gives ("24-year-old"), or null. */
  readonly age: string | null;
  /** 0 to 2: how large a share of the article's namings of people this one has. */
  readonly weight: number;
}

/** Somebody whom a noun phrase brings in ("a teacher", "Western officials"): one object, kept by the block that names them first. */
export interface Unnamed {
  readonly kind: 'unnamed';
  /** The mention that first named them, and its index among the mentions of its block. */
  readonly local: Local;
  readonly index: number;
  readonly type: EntityType;
  readonly noun: string;
  readonly modifiers: readonly string[];
  /** Modifiers, noun and number: equal for all whom the same words bring in. */
  readonly key: string;
  readonly gender: Gender;
  readonly many: boolean;
  readonly age: string | null;
  /** Those whom "and" joins in "Ann Lee and her husband"; empty for anybody else. */
  readonly members: readonly Who[];
  /** Who owns them ("his" of "his father"), seen from their block, or null. */
  readonly owner: Seen | null;
}

export type Who = Named | Unnamed;

/** Somebody seen from a block: an unnamed person's own block stands `back` blocks before it; 0 for who is named. */
export interface Seen {
  readonly who: Who;
  readonly back: number;
}

/** Whether two values, seen from one block, are one person. One block may stand twice in an article, so that the object alone does not tell. */
export const isSame = (a: Seen, b: Seen): boolean => a.who === b.who && a.back === b.back;
