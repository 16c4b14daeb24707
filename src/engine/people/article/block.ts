import type { ResolvedBlock } from '../meaning/resolved';
import type { BlockFacts } from '../mentions/tally';

/** A block with its accepted names, in its place in the article. */
export interface ArticleBlock {
  at: number;
  readonly facts: BlockFacts;
  /** Whom its mentions mean; null until it is resolved. */
  resolved: ResolvedBlock | null;
}
