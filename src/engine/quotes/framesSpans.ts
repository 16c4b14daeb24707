/** Drafts in tokens made into frames in spans: sources whole, the frame that holds each, and the rule that it shows. */
import { type Frame, type NameCandidate, type Phrase, Tag, type TokenRange } from '../layers';
import type { Act, Span } from '../model';
import { firstSpanFrom } from '../search';
import { contains } from '../span';
import { type Cues, Role, Takes } from './cues';
import type { Draft } from './framesDraft';
import { isNoun } from './framesDraft';
import { Side } from './framesKind';
import type { View } from './view';

/** How many frames before and behind one may hold it. */
const MOST_AROUND = 8;
/** Longer names than this are no names. */
const LONGEST_NAME = 160;

export function finish(view: View, names: readonly NameCandidate[], drafts: readonly Draft[]): Frame[] {
  const contents = drafts.map(({ content }) => content.map((range) => spanOf(view, range)));
  return drafts.map((draft, index): Frame => {
    const { cue, side, confidence } = draft,
      span = spanOf(view, cue),
      relative = relativeOf(view, draft);
    const frame = {
      cue: span,
      act: actOf(view, draft),
      negated: cue.isNegated,
      source: draft.source && wholeName(spanOf(view, wholePart(view, draft.source)), names),
      content: contents[index] ?? [],
      outer: outerOf(index, span, contents),
      why: { rule: ruleOf(view.cues, draft, side), evidence: span, confidence },
    };
    return relative === null ? frame : { ...frame, relative: spanOf(view, { from: relative, to: relative + 1 }) };
  });
}

function spanOf({ text: { tokens } }: View, { from, to }: TokenRange): Span {
  return [tokens.start[from] ?? 0, tokens.end[to - 1] ?? 0];
}

/** What a cue reports; an infinitive right behind a promise or threat is a plan put in words. */
function actOf(view: View, { cue, content }: Pick<Draft, 'cue' | 'content'>): Act {
  const entry = view.cues.entries[cue.code],
    from = content[0]?.from;
  const isPlan =
    entry !== undefined && (entry.takes & Takes.Plan) !== 0 && from === cue.to && view.tag[from] === Tag.To;
  return isPlan ? 'plan' : (entry?.act ?? 'speech');
}

/** "One of the dockers", where the weights chose either noun phrase of the two. */
function wholePart(view: View, source: Phrase): TokenRange {
  const { lower } = view.text.tokens,
    { partOf } = view.cues;
  const whole = lower[source.to] === partOf && isPart(view, source) ? view.phraseAt(source.to + 1) : undefined;
  const part = source.from > 0 && lower[source.from - 1] === partOf ? view.phraseBefore(source.from - 1) : undefined;
  return { from: part && isPart(view, part) ? part.from : source.from, to: whole?.to ?? source.to };
}

function isPart({ text, cues }: View, { head }: Phrase): boolean {
  return cues.partitives.has(text.tokens.lower[head] ?? '');
}

/** A source that is part of a name is the whole name. `names` are in order of their starts. */
function wholeName(source: Span, names: readonly NameCandidate[]): Span {
  let at = firstSpanFrom(names, source[0] - LONGEST_NAME);
  for (let name = names[at]; name && name.span[0] <= source[0]; name = names[++at])
    if (name.confidence >= 0.5 && source[1] <= name.span[1]) return name.span;
  return source;
}

/** The relative pronoun between a source and its cue, or null. */
function relativeOf({ codes, cues, text }: View, { cue, source }: Draft): number | null {
  const at = cue.group - 1;
  if (!source || source.to > at || source.to < at - 1 || ((cues.roles[codes[at] ?? 0] ?? 0) & Role.Relative) === 0)
    return null;
  return source.to === at || text.tokens.tag[source.to] === Tag.Comma ? at : null;
}

/** The smallest content, of another frame, that a cue stands in. */
function outerOf(index: number, cue: Span, contents: readonly (readonly Span[])[]): number | null {
  let outer: number | null = null,
    least = Infinity;
  for (
    let other = Math.max(0, index - MOST_AROUND);
    other <= Math.min(contents.length - 1, index + MOST_AROUND);
    other++
  ) {
    if (other === index) continue;
    for (const content of contents[other] ?? []) {
      if (!contains(content, cue) || content[1] - content[0] >= least) continue;
      outer = other;
      least = content[1] - content[0];
    }
  }
  return outer;
}

function ruleOf(cues: Cues, { cue, source }: Draft, side: Side): string {
  const role = cues.entries[cue.code]?.role;
  if (role === 'colon') return 'cue-colon';
  if (role === 'phrase' && cue.sourceAfter) return 'cue-phrase';
  if (isNoun(cue)) return 'cue-noun';
  if (cue.isPassive) return 'cue-passive';
  if (side === Side.Around) return 'cue-between';
  if (side === Side.Before) return source && source.from >= cue.to ? 'cue-inverted' : 'cue-behind';
  return 'cue-before';
}
