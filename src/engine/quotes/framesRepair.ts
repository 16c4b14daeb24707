/** What grammar settles after the weights have chosen: which contents are one too many, and which end where another begins. */
import { Tag, type TokenRange } from '../layers';
import { Role } from './cues';
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
  const subject = source && source.to <= cue.from ? source : view.phraseBefore(cue.group);
  if (side !== Side.After && isRelative(view, (subject?.from ?? cue.group) - 1)) return Side.After;
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

/** Whether a relative pronoun stands at the token: "talks which Lee called" tells of the talks, not what stands before them. */
function isRelative(view: View, at: number): boolean {
  return ((view.cues.roles[view.codes[at] ?? 0] ?? 0) & Role.Relative) !== 0;
}

/**
 * Whether a content begins with a verb whose subject is nowhere: outside a relative clause it is no report ("the firms said, in a deal
 * that [would create] ...").
 */
export function isHeadless(view: View, cue: Draft['cue'], source: Draft['source'], { from, to }: TokenRange): boolean {
  const subject = source && source.to <= cue.from ? source : view.phraseBefore(cue.group);
  return (
    from >= cue.to &&
    from < to &&
    view.isFinite(from) &&
    view.marked(from) < 0 &&
    !isRelative(view, (subject?.from ?? cue.group) - 1)
  );
}

/** A content in a relative clause between commas ends with the clause: "talks, which Lee called “a trap”[, went on]". */
export function endRelative(view: View, cue: Draft['cue'], source: Draft['source'], range: TokenRange): TokenRange {
  const lead = source && source.to <= cue.from ? source.from : cue.group;
  if (!isRelative(view, lead - 1) || view.tag[lead - 2] !== Tag.Comma) return range;
  for (let i = range.from; i < range.to; i++)
    if (view.tag[i] === Tag.Comma && view.marked(i) < 0 && view.isFinite(i + 1)) return { from: range.from, to: i };
  return range;
}

/**
 * The source of a verb that a conjunction joins to another's ("Brandt met the crew and said"): their subject, where the weights have
 * chosen an object; and that of a participle that opens its sentence: the subject of what follows.
 */
export function settleSource(view: View, cue: Draft['cue'], source: Draft['source']): Draft['source'] {
  if (cue.tag === Tag.Gerund && cue.group === cue.sentence.from) return subjectBehind(view, cue) ?? source;
  const joint = cue.group - 1;
  if (!source || source.to > cue.from || cue.isPassive || !view.isFinite(cue.group)) return source;
  if (view.tag[joint] !== Tag.Conjunction || view.codes[joint] === view.cues.that || !isObject(view, source))
    return source;
  const { phrases } = view.text;
  for (let i = view.phraseFrom(source.from) - 1; i >= 0; i--) {
    const phrase = phrases[i];
    if (!phrase || phrase.from < cue.sentence.from) break;
    if (isSubject(view, phrase.to) && !isObject(view, phrase)) return phrase;
  }
  return source;
}

/** “Citing the weather, [Lee] said”: the first subject behind a comma. */
function subjectBehind(view: View, { to, sentence }: Draft['cue']): Draft['source'] {
  const { phrases } = view.text;
  for (let i = view.phraseFrom(to); ; i++) {
    const phrase = phrases[i];
    if (!phrase || phrase.from >= sentence.to) return null;
    if (view.tag[phrase.from - 1] === Tag.Comma && isSubject(view, phrase.to)) return phrase;
  }
}

/** Whether a phrase stands behind a preposition or verb of its own. */
function isObject(view: View, { from }: TokenRange): boolean {
  const before = view.tag[from - 1];
  return (
    before === Tag.Preposition ||
    before === Tag.Gerund ||
    before === Tag.Participle ||
    before === Tag.To ||
    view.isFinite(from - 1)
  );
}

/** Whether a finite verb stands at the token, adverbs before it or not. */
function isSubject(view: View, at: number): boolean {
  for (let i = at; i < at + 3; i++) {
    if (view.isFinite(i)) return true;
    if (view.tag[i] !== Tag.Adverb) return false;
  }
  return false;
}

function isPause(view: View, at: number): boolean {
  return view.tag[at] === Tag.Comma || view.tag[at] === Tag.Punctuation || view.marked(at) >= 0;
}
