import { type People, type PlacedAttribution, type PlacedCandidate, Tag, type TokenRange } from '../layers';
import type { QuotationKind, Span } from '../model';
import { overlap } from '../span';
import type { Decision } from './decide';
import { Origin, type Proposal } from './proposals';
import type { PlacedReading } from './readings';
import { type At, entityAt, placeFrom } from './speakers';
import { Named } from './view';

/** How a quotation is attributed, in the article's blocks. */
export interface Resolved {
  readonly source: At | null;
  readonly cue: At | null;
  readonly speaker: number | null;
  readonly rule: string;
  readonly evidence: At | null;
  readonly confidence: number;
  readonly candidates: readonly PlacedCandidate[];
}

export const NOBODY: Resolved = { source: null, cue: null, speaker: null, rule: 'no-speech', evidence: null, confidence: 1, candidates: [] };

/** A running speaker is a guess that the reader should see as one. */
const RUNNING_CONFIDENCE = 0.6;

/** What was resolved so far: the quotations of the block before, and those of this block by index. */
export interface Known {
  readonly previous: readonly Resolved[];
  readonly own: readonly (Resolved | undefined)[];
}

/** Turns a decision into the words and the speaker it means; undefined where it waits for the next quotation. */
export function resolve(reading: PlacedReading, index: number, decision: Decision, known: Known, people: People): Resolved | undefined {
  const { chosen, probability, second, secondProbability } = decision;
  const found = resolveProposal(reading, index, chosen, known, people);
  if (!found) return undefined;
  const other = second && resolveProposal(reading, index, second, known, people), isRival = other?.speaker !== null && other?.speaker !== undefined && other.speaker !== found.speaker;
  const candidates = isRival && other.speaker !== null ? [{ entity: other.speaker, confidence: round(secondProbability) }] : [];
  return { ...found, confidence: round(found.confidence * probability), candidates };
}

/** Marks inside a quotation that nobody else is named for belong to its speaker. */
export function insideQuotation(outer: Resolved): Resolved {
  return { ...outer, rule: 'inside-quotation', confidence: round(outer.confidence * RUNNING_CONFIDENCE), candidates: [] };
}

const round = (confidence: number): number => Math.round(Math.min(1, confidence) * 100) / 100;

function resolveProposal(reading: PlacedReading, index: number, proposal: Proposal, known: Known, people: People): Resolved | undefined {
  switch (proposal.origin) {
    case Origin.Nobody: return NOBODY;
    case Origin.Follows: return takeOver(known.own[proposal.like], isSameSentence(reading, index) ? 'same-sentence' : 'goes-on', 1);
    case Origin.Precedes: return known.own[proposal.like] && takeOver(known.own[proposal.like], 'belongs-to-next', 1);
    case Origin.CarriesOn: return takeOver(known.previous[proposal.like], reading.isContinued ? 'continued' : 'running-speaker', reading.isContinued ? 1 : RUNNING_CONFIDENCE);
    case Origin.Reported: return reported(reading, proposal, people);
    case Origin.LedIn: return reading.previous ? { ...reported(reading.previous, proposal, people), rule: 'led-in' } : NOBODY;
  }
}

function takeOver(from: Resolved | undefined, rule: string, confidence: number): Resolved {
  if (!from || (!from.source && !from.cue)) return NOBODY;
  return { ...from, rule, evidence: from.cue ?? from.source, confidence: from.confidence * confidence, candidates: [] };
}

function isSameSentence({ view }: PlacedReading, index: number): boolean {
  const own = view.quotations[index], before = view.quotations[index - 1];
  return own !== undefined && before !== undefined && view.sentenceOf(own.from) === view.sentenceOf(before.to - 1);
}

function reported(reading: PlacedReading, { cue, source, path, rank, frame }: Proposal, people: People): Resolved {
  const { view, frames, block } = reading, found = frames.get(frame);
  const cueSpan = found?.cue ?? spanOf(view, cue), sourceSpan = spanOf(view, source && cue ? wholeSource(view, source, cue) : source);
  const ofFrame = found?.source, wide = sourceSpan && ofFrame && overlap(ofFrame, sourceSpan) ? [Math.min(ofFrame[0], sourceSpan[0]), ofFrame[1]] as const : sourceSpan;
  const cueAt = cueSpan && { block, span: cueSpan }, sourceAt = wide && { block, span: wide };
  const rule = ruleFor(view.lower(cue?.from ?? -1), path.after, rank, source !== null);
  return { source: sourceAt, cue: cueAt, speaker: entityAt(people, view.layer, sourceAt), rule, evidence: cueAt, confidence: 1, candidates: [] };
}

/**
 * The phrase next to the cue may be the end of a longer source: "a spokeswoman for the port", or what tells more of it: "Ann Lee,
 * a pilot in Oster, said".
 */
function wholeSource(view: PlacedReading['view'], { from, to }: TokenRange, cue: TokenRange): TokenRange {
  const { phrases } = view.layer, whole = { from, to };
  for (let p = view.phraseFrom(from) - 1; p >= 0 && to <= cue.from; p--) {
    const before = phrases[p];
    if (!before || before.from < view.from || view.within(before.from) >= 0 || view.sentenceOf(before.from) !== view.sentenceOf(from)) break;
    const gap = whole.from - before.to;
    if (gap === 1 && view.tag(before.to) === Tag.Preposition) whole.from = before.from;
    else if (gap === 1 && view.tag(before.to) === Tag.Comma && isClosedByComma(view, to, cue.from) && view.named(before.to - 1) === Named.Person) return before;
    else break;
  }
  return whole;
}

function isClosedByComma(view: PlacedReading['view'], from: number, to: number): boolean {
  return view.tag(from) === Tag.Comma && to - from < 5;
}

function ruleFor(cue: string, isAfter: boolean, rank: number, hasSource: boolean): string {
  if (!hasSource) return 'reported-by-nobody';
  if (cue === ':') return 'colon';
  if (cue === 'according') return 'according-to';
  return `said-${isAfter ? 'after' : 'before'}${rank < 0 ? '-inverted' : ''}`;
}

function spanOf({ layer: { tokens } }: PlacedReading['view'], range: TokenRange | null): Span | null {
  return range && [tokens.start[range.from] ?? 0, tokens.end[range.to - 1] ?? 0];
}

/** As the document layer holds it, seen from its block. Where nobody speaks, nothing is attributed. */
export function toPlaced(resolved: Resolved, kind: QuotationKind, block: number): PlacedAttribution {
  const { source, cue, speaker, rule, evidence, confidence, candidates } = kind === 'other' ? { ...NOBODY, confidence: resolved.confidence } : resolved;
  return { source: placeFrom(block, source), cue: placeFrom(block, cue), speaker, why: { rule, evidence: placeFrom(block, evidence), confidence }, candidates };
}
