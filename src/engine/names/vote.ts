import type { NameCandidate } from '../layers';

/**
 * Decides over a whole article which candidates are names, and of which type. Takes each block's candidates in order of the
 * text; gives, block by block and in the same order, the accepted ones, with the type that the article gives that name.
 */
export function voteNames(blocks: readonly (readonly NameCandidate[])[]): readonly (readonly NameCandidate[])[] {
  const confirmed = new Set<string>();
  for (const names of blocks) for (const name of names) if (!name.weak) confirmed.add(name.key);
  return blocks.map((names) => names.filter((name) => !name.weak || confirmed.has(name.key)));
}
