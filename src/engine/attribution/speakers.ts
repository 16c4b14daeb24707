import type { BlockLayer, PlacedMention, TokenRange } from '../layers';
import type { Span } from '../model';
import { overlap } from '../span';
import { firstWhere } from '../search';
import type { BlockView } from './view';

/**
 * The entity that the words name: of the mention around the head of their first noun phrase, or of the name set beside it ("the
 * ferry line, Fjordair,"); or null. What only describes the head ("a Norwegian line") is not who spoke.
 */
export function mentionAt(
  mentions: readonly PlacedMention[],
  layer: BlockLayer,
  span: Span | null,
): PlacedMention | null {
  if (!span || !mentions.length) return null;
  const head = headOf(layer, span);
  let found: PlacedMention | undefined,
    lettered: PlacedMention | undefined,
    most = 0;
  for (let i = firstBehind(mentions, span[0]); i < mentions.length; i++) {
    const mention = mentions[i];
    if (!mention || mention.span[0] > span[1] + BESIDE) break;
    if (mention.span[1] < span[1] && LETTERS.test(layer.text.slice(mention.span[1], span[1]))) lettered = mention;
    const shared = overlap(mention.span, head) ? overlap(mention.span, span) : 0;
    if (shared > most) {
      found = mention;
      most = shared;
    } else if (!found && mention.span[0] === span[1] + BESIDE && layer.text.startsWith(COMMA, span[1])) return mention;
  }
  return found ?? lettered ?? null;
}

/** The entity that the words of a source name, or null. */
export const entityAt = (mentions: readonly PlacedMention[], layer: BlockLayer, span: Span | null): number | null =>
  mentionAt(mentions, layer, span)?.entity ?? null;

export const NO_SPEAKERS: readonly number[] = [];

/** The entity that the words of one source name, as a list. */
export function speakersAt(
  mentions: readonly PlacedMention[],
  layer: BlockLayer,
  span: Span | null,
): readonly number[] {
  const speaker = entityAt(mentions, layer, span);
  return speaker === null ? NO_SPEAKERS : [speaker];
}

/** The entities that several sources name, each once, in order. */
export function speakersOf(
  view: BlockView,
  { each }: { readonly each: readonly TokenRange[] },
  mentions: readonly PlacedMention[],
): readonly number[] {
  const speakers = new Set<number>();
  for (const source of each) {
    const speaker = entityAt(mentions, view.layer, view.spanOf(source));
    if (speaker !== null) speakers.add(speaker);
  }
  return [...speakers];
}

/** “ MP”, “ PhD FRS”: letters behind a name, which are no head. */
const LETTERS = /^(?:,? \p{Lu}[\p{Lu}h]{1,4}\.?)+$/u;

const COMMA = ', ',
  BESIDE = COMMA.length;

/** "a spokeswoman for the port" is about the spokeswoman. */
function headOf({ tokens, phrases }: BlockLayer, [start, end]: Span): Span {
  const phrase =
    phrases[firstWhere(phrases.length, (index) => (tokens.start[(phrases[index]?.to ?? 1) - 1] ?? 0) >= start)];
  const from = tokens.start[phrase?.head ?? -1] ?? end;
  return from < end && from >= start ? [from, tokens.end[phrase?.head ?? -1] ?? end] : [end - 1, end];
}

/** Index of the first mention that ends behind the offset, or may: mentions stand in order of their starts and are short. */
function firstBehind(mentions: readonly PlacedMention[], offset: number): number {
  const low = firstWhere(mentions.length, (index) => (mentions[index]?.span[0] ?? 0) >= offset);
  let first = low;
  while (first > 0 && low - first < 4 && (mentions[first - 1]?.span[1] ?? 0) > offset) first--;
  return first;
}

/** Whether two lists of mentions name the same entities in the same places, as surely, with the same ones next in line. */
export function sameMentions(a: readonly PlacedMention[], b: readonly PlacedMention[]): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) {
    const one = a[i],
      other = b[i];
    if (one !== other && !(one && other && isSameMention(one, other))) return false;
  }
  return true;
}

function isSameMention(a: PlacedMention, b: PlacedMention): boolean {
  return (
    a.entity === b.entity &&
    a.span[0] === b.span[0] &&
    a.span[1] === b.span[1] &&
    a.form === b.form &&
    a.why.confidence === b.why.confidence &&
    a.candidates[0]?.entity === b.candidates[0]?.entity
  );
}
