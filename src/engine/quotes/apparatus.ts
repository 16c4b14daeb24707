import type { BlockKind } from '../model';

const APPARATUS: ReadonlySet<BlockKind> = new Set<BlockKind>(['boilerplate', 'header', 'byline', 'dateline']);

/** Whether a block belongs to the page around an article ("Read more: ...", who wrote it and when): nobody in the article speaks there. */
export function isApparatus(kind: BlockKind): boolean {
  return APPARATUS.has(kind);
}
