import type { EntityType } from '../model';
import type { Gender } from './words';

/** What the article as a whole says of somebody who is named: the same for every block that meets the name. */
export interface Named {
  readonly kind: 'named';
  readonly id: string;
  readonly name: string;
  readonly type: EntityType;
  readonly gender: Gender;
  /** Whether the article itself shows the gender (a title, a role, a pronoun), or only a list of given names. */
  readonly genderShown: boolean;
  /** Head nouns and other words of the roles that titles and appositions give. */
  readonly nouns: ReadonlySet<string>;
  readonly modifiers: ReadonlySet<string>;
  /** 0 to 2: how large a share of the article's namings of people this one has. */
  readonly weight: number;
}

/** Somebody whom a noun phrase brings in ("a teacher", "Western officials"), seen from the block that holds this value. */
export interface Unnamed {
  readonly kind: 'unnamed';
  /** How many blocks before, and which mention of that block, first named them. */
  readonly back: number;
  readonly index: number;
  readonly type: EntityType;
  readonly noun: string;
  readonly modifiers: ReadonlySet<string>;
  readonly gender: Gender;
  readonly many: boolean;
  /** Who owns them ("his" of "his father"), as an id, or null. */
  readonly owner: string | null;
}

export type Who = Named | Unnamed;

/** The same for two values of one entity seen from one block. */
export const idOf = (who: Who): string => (who.kind === 'named' ? who.id : `@${who.back}.${who.index}`);

/** The same value seen from the block `blocks` further on. */
export const seenFrom = (who: Who, blocks: number): Who => (who.kind === 'named' || blocks === 0 ? who : { ...who, back: who.back + blocks });
