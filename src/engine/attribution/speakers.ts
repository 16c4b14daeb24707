import type { People, Place, PlacedMention } from '../layers';
import type { Span } from '../model';
import { overlap } from '../span';

/** Words in a block given by its index. */
export interface At {
  readonly block: number;
  readonly span: Span;
}

/** The words seen from another block. */
export const placeFrom = (block: number, at: At | null): Place | null => at && { back: block - at.block, span: at.span };

/** The entity that the words name: of the mention around their last word, else of the one that covers most of them; or null. */
export function entityAt(people: People, at: At | null): number | null {
  const mentions = at && people.mentions[at.block];
  if (!mentions) return null;
  const head: Span = [at.span[1] - 1, at.span[1]];
  let found: PlacedMention | undefined, most = 0;
  for (let i = firstBehind(mentions, at.span[0]); i < mentions.length; i++) {
    const mention = mentions[i];
    if (!mention || mention.span[0] >= at.span[1]) break;
    const shared = overlap(mention.span, at.span) + (overlap(mention.span, head) ? at.span[1] : 0);
    if (shared > most) [found, most] = [mention, shared];
  }
  return found?.entity ?? null;
}

/** Index of the first mention that ends behind the offset, or may: mentions stand in order of their starts and are short. */
function firstBehind(mentions: readonly PlacedMention[], offset: number): number {
  let low = 0, high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.span[0] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  let first = low;
  while (first > 0 && low - first < 4 && (mentions[first - 1]?.span[1] ?? 0) > offset) first--;
  return first;
}
