import type { PlacedWhy } from '../../layers';
import type { Local } from '../mentions/mention';
import type { Named, Seen } from './entities';
import type { Rival, Unclear } from './unclear';

/** How many blocks back a pronoun or role looks for whom it means: news paragraphs are short, stories seldom leave somebody longer. */
export const WINDOW = 5;

/** Whom one mention means, seen from its block. */
export interface Target extends Seen {
  readonly why: PlacedWhy;
  readonly rivals: readonly Rival[];
}

export interface ResolvedBlock {
  readonly locals: readonly Local[];
  readonly sentences: number;
  readonly headline: boolean;
  /** For each of `locals`, whom it means, or null. */
  readonly targets: readonly (Target | null)[];
  /** In order. One that means an unnamed person as well is unclear only where that person is no entity. */
  readonly unclear: readonly Unclear[];
}

/** What a block is resolved from: its own mentions and the blocks before it, the nearest first. */
export interface BlockInput {
  readonly locals: readonly Local[];
  readonly sentences: number;
  readonly headline: boolean;
  /** For each of `locals`, the index of its name in `named`, or -1, and of its noun in `known`, or -1. */
  readonly factOf: readonly number[];
  readonly nounOf: readonly number[];
  /** For each name of the block, the entities that it may mean, the most named first. */
  readonly named: readonly (readonly Named[])[];
  /** For each noun of the block's roles, the entities whom the article anywhere gives the same role. */
  readonly known: readonly (readonly Named[])[];
  readonly before: readonly ResolvedBlock[];
}
