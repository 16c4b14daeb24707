/** What grammar settles after the weights have chosen: which contents are one too many, and which end where another begins. */
import { Tag, type TokenRange } from '../layers';
import { Side } from './framesKind';
import type { Draft } from './framesDraft';
import type { View } from './view';

/** How many reports behind a content are looked at, and how many words for a verb: sentences without end must not cost more than others. */
const MOST_FOLLOWING = 6,
  LONGEST_LOOK = 60;

/** A content ends before the coordinated or attached report that follows in it: "said it was closed[, adding that ...]". */
export function separate(view: View, drafts: readonly Draft[]): readonly Draft[] {
  return drafts.map((draft, index) => {
    let content = draft.content;
    for (
      let next = index + 1;
      next <= index + MOST_FOLLOWING && drafts[next]?.cue.sentence === draft.cue.sentence;
      next++
    ) {
      const other = drafts[next];
      if (other && content.some((range) => isInside(view, draft, range, other)))
        content = content.map((range) => cutBefore(view, draft, range, other)).filter(({ from, to }) => from < to);
    }
    return content === draft.content || content.length === 0 ? draft : { ...draft, content };
  });
}

/** Whether a report stands in the words behind the draft's cue, outside marks. */
function isInside(view: View, draft: Draft, range: TokenRange, other: Draft): boolean {
  return (
    other.cue.from > range.from &&
    other.cue.from < range.to &&
    range.from >= draft.cue.from &&
    view.marked(other.cue.from) < 0
  );
}

function cutBefore(view: View, draft: Draft, range: TokenRange, other: Draft): TokenRange {
  if (!isInside(view, draft, range, other)) return range;
  const hasOwnSource = other.source !== null && other.source.from >= range.from;
  const start = hasOwnSource && other.source && other.source.to <= other.cue.from ? other.source.from : other.cue.group;
  const cut = boundaryBefore(view, start, hasOwnSource);
  return cut > range.from && hasVerb(view, range.from, cut) ? { from: range.from, to: cut } : range;
}

/** The comma or conjunction that leads to a report, or 0 where none does. "That" before it keeps it in the content. */
function boundaryBefore(view: View, start: number, hasOwnSource: boolean): number {
  let at = start;
  while (view.tag[at - 1] === Tag.Conjunction && view.codes[at - 1] !== view.cues.that) at--;
  const isComma = view.tag[at - 1] === Tag.Comma || view.tag[at - 1] === Tag.Punctuation;
  if (isComma) return at - 1;
  return at < start && !hasOwnSource ? at : 0;
}

function hasVerb(view: View, from: number, to: number): boolean {
  for (let i = Math.max(from, to - LONGEST_LOOK); i < to; i++) if (view.isFinite(i)) return true;
  return false;
}

/**
 * The side of a content whose cue the weights put at one end of it: a cue between a subject and its verb interrupts them ("The dam,
 * engineers warned, could burst"), and words behind it that no comma parts from it are the cue's own ("said on Friday").
 */
export function settleSide(view: View, side: Side, cue: Draft['cue'], source: Draft['source']): Side {
  const lead = source && source.to <= cue.from ? source.from : cue.group,
    tail = source && source.from >= cue.to ? source.to : cue.to;
  const hasComma = isPause(view, lead - 1) && isPause(view, tail);
  if (side === Side.Around && !isPause(view, tail)) return Side.Before;
  if (
    (side === Side.After || side === Side.Before) &&
    hasComma &&
    view.isFinite(tail + 1) &&
    !hasVerb(view, cue.sentence.from, lead)
  )
    return Side.Around;
  return side;
}

function isPause(view: View, at: number): boolean {
  return view.tag[at] === Tag.Comma || view.tag[at] === Tag.Punctuation || view.marked(at) >= 0;
}
