import type { BlockLayer, People, Place, PlacedMention } from '../layers';
import type { Span } from '../model';
import { overlap } from '../span';

/** Words in a block given by its index. */
export interface At {
  readonly block: number;
  readonly span: Span;
}

/** The words seen from another block. */
export const placeFrom = (block: number, at: At | null): Place | null => at && { back: block - at.block, span: at.span };

/** The entity that the words name: of the mention around the head of their first noun phrase, else of the one that covers most; or null. */
export function entityAt(people: People, layer: BlockLayer, at: At | null): number | null {
  const mentions = at && people.mentions[at.block];
  if (!mentions) return null;
  const head = headOf(layer, at.span);
  let found: PlacedMention | undefined, most = 0;
  for (let i = firstBehind(mentions, at.span[0]); i < mentions.length; i++) {
    const mention = mentions[i];
    if (!mention || mention.span[0] >= at.span[1]) break;
    const shared = overlap(mention.span, at.span) + (overlap(mention.span, head) ? at.span[1] : 0);
    if (shared > most) [found, most] = [mention, shared];
  }
  return found?.entity ?? null;
}

/** "a spokeswoman for the port" is about the spokeswoman. */
function headOf({ tokens, phrases }: BlockLayer, [start, end]: Span): Span {
  const phrase = phrases[firstFrom(phrases.length, (index) => (tokens.start[(phrases[index]?.to ?? 1) - 1] ?? 0) >= start)];
  const from = tokens.start[phrase?.head ?? -1] ?? end;
  return from < end && from >= start ? [from, tokens.end[phrase?.head ?? -1] ?? end] : [end - 1, end];
}

/** The first index for which the test holds, where it holds for all behind it as well. */
export function firstFrom(count: number, holds: (index: number) => boolean): number {
  let low = 0, high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Index of the first mention that ends behind the offset, or may: mentions stand in order of their starts and are short. */
function firstBehind(mentions: readonly PlacedMention[], offset: number): number {
  const low = firstFrom(mentions.length, (index) => (mentions[index]?.span[0] ?? 0) >= offset);
  let first = low;
  while (first > 0 && low - first < 4 && (mentions[first - 1]?.span[1] ?? 0) > offset) first--;
  return first;
}
