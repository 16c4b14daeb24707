import type { ResolvedBlock } from './discourse';
import type { BlockFacts } from './tally';

/** A block with its accepted names, in its place in the article. */
export interface Spot {
  at: number;
  readonly facts: BlockFacts;
  /** Whom its mentions mean; null until it is resolved. */
  resolved: ResolvedBlock | null;
}
