import { type Place, type PlacedAttribution, type PlacedCandidate, type PlacedMention } from '../layers';
import type { MarkedKind, Span } from '../model';
import { overlap } from '../span';
import type { Decision } from './decide';
import { Origin, type Proposal, type Reading } from './proposals';
import type { PlacedReading } from './readings';
import { sourcesAround } from './sources';
import { speakerConfidence } from './confidence';
import { mentionAt, NO_SPEAKERS, speakersOf } from './speakers';
import type { AttributionVocabulary } from './vocabulary';

/** How a quotation is attributed, seen from its block. */
export interface Resolved {
  readonly source: Place | null;
  readonly cue: Place | null;
  readonly speaker: number | null;
  /** All who said it together; the first of them is `speaker`. */
  readonly speakers: readonly number[];
  /** The mention that names the (first) speaker as the source. */
  readonly naming: PlacedMention | null;
  readonly rule: string;
  readonly evidence: Place | null;
  readonly confidence: number;
  readonly candidates: readonly PlacedCandidate[];
}

export const NOBODY: Resolved = {
  source: null,
  cue: null,
  speaker: null,
  speakers: NO_SPEAKERS,
  naming: null,
  rule: 'no-speech',
  evidence: null,
  confidence: 1,
  candidates: [],
};

/** A running speaker is a guess that the reader should see as one. */
const RUNNING_CONFIDENCE = 0.6;

/** What a block takes from the one before it: its quotations, its mentions, and how many blocks before it stands. */
export interface Neighbour {
  readonly resolved: readonly Resolved[];
  readonly mentions: readonly PlacedMention[];
  readonly back: number;
}

export const NO_NEIGHBOUR: Neighbour = { resolved: [], mentions: [], back: 0 };

/** What is known when a quotation is resolved: the block before, and this block's mentions and quotations so far. */
export interface Known {
  readonly previous: Neighbour;
  readonly mentions: readonly PlacedMention[];
  readonly own: readonly (Resolved | undefined)[];
  readonly words: AttributionVocabulary;
}

/** Turns a decision into the words and the speaker it means; undefined where it waits for the next quotation. */
export function resolve(reading: PlacedReading, index: number, decision: Decision, known: Known): Resolved | undefined {
  const { chosen, probability, second, secondProbability } = decision;
  const found = resolveProposal(reading, index, chosen, known);
  if (!found) return undefined;
  const other = second && resolveProposal(reading, index, second, known),
    isRival = other?.speaker !== null && other?.speaker !== undefined && other.speaker !== found.speaker;
  const candidates =
    isRival && other.speaker !== null ? [{ entity: other.speaker, confidence: round(secondProbability) }] : [];
  return { ...found, confidence: round(found.confidence * probability), candidates };
}

/** Marks inside a quotation that nobody else is named for belong to its speaker. */
export function insideQuotation(outer: Resolved): Resolved {
  return {
    ...outer,
    rule: 'inside-quotation',
    confidence: round(outer.confidence * RUNNING_CONFIDENCE),
    candidates: [],
  };
}

const round = (confidence: number): number => Math.round(Math.min(1, confidence) * 100) / 100;

function resolveProposal(
  reading: PlacedReading,
  index: number,
  proposal: Proposal,
  known: Known,
): Resolved | undefined {
  switch (proposal.origin) {
    case Origin.Nobody:
      return NOBODY;
    case Origin.Follows:
      return takeOver(known.own[proposal.like], isSameSentence(reading, index) ? 'same-sentence' : 'goes-on', 1);
    case Origin.Precedes:
      return known.own[proposal.like] && takeOver(known.own[proposal.like], 'belongs-to-next', 1);
    case Origin.CarriesOn:
      return takeOver(
        fromBefore(known.previous, proposal.like),
        reading.isContinued ? 'continued' : 'running-speaker',
        reading.isContinued ? 1 : RUNNING_CONFIDENCE,
      );
    case Origin.Reported:
      return reported(reading, proposal, known.mentions, 0, known.words);
    case Origin.LedIn:
      return reading.previous
        ? {
            ...reported(reading.previous, proposal, known.previous.mentions, known.previous.back, known.words),
            rule: 'led-in',
          }
        : NOBODY;
  }
}

/** A quotation of the block before, its words seen from this one. */
function fromBefore({ resolved, back }: Neighbour, index: number): Resolved | undefined {
  const one = resolved[index],
    move = (place: Place | null): Place | null => place && { back: place.back + back, span: place.span };
  return one && { ...one, source: move(one.source), cue: move(one.cue), evidence: move(one.evidence) };
}

function takeOver(from: Resolved | undefined, rule: string, confidence: number): Resolved {
  if (!from || (!from.source && !from.cue)) return NOBODY;
  return { ...from, rule, evidence: from.cue ?? from.source, confidence: from.confidence * confidence, candidates: [] };
}

function isSameSentence({ view }: PlacedReading, index: number): boolean {
  const own = view.quotations[index],
    before = view.quotations[index - 1];
  return own !== undefined && before !== undefined && view.sentenceOf(own.from) === view.sentenceOf(before.to - 1);
}

function reported(
  reading: Reading,
  proposal: Proposal,
  mentions: readonly PlacedMention[],
  back: number,
  words: AttributionVocabulary,
): Resolved {
  const { view, frames } = reading,
    { cue, path, rank, frame } = proposal,
    cueSpan = frames.get(frame)?.cue ?? view.spanOf(cue),
    cueAt = cueSpan && { back, span: cueSpan };
  const { shown, speakers, naming } = named(reading, proposal, mentions, words),
    rule = ruleFor(view.lower(cue?.from ?? -1), path.after, rank, shown !== null);
  return {
    source: shown && { back, span: shown },
    cue: cueAt,
    speaker: speakers[0] ?? null,
    speakers,
    naming,
    rule,
    evidence: cueAt,
    confidence: 1,
    candidates: [],
  };
}

interface Named {
  /** The words that are shown for the source. */
  readonly shown: Span | null;
  readonly speakers: readonly number[];
  readonly naming: PlacedMention | null;
}

const UNNAMED: Named = { shown: null, speakers: NO_SPEAKERS, naming: null };

/** Who is named by the source of a proposal. What a court heard, it did not say. */
function named(
  { view, frames }: Reading,
  { cue, source, frame }: Proposal,
  mentions: readonly PlacedMention[],
  words: AttributionVocabulary,
): Named {
  if (!source || (cue && words.hearing.has(view.lower(cue.from)))) return UNNAMED;
  // What stands before a noun that reports ("in a row over UK calls for") is no part of its source.
  const found = frames.get(frame),
    sources = cue && found?.why.rule !== 'cue-noun' ? sourcesAround(view, source, cue, words) : null,
    span = view.spanOf(sources ?? source);
  if (!span) return UNNAMED;
  const relative = frames.relativeOf(frame, span);
  if (sources && sources.each.length > 1 && !relative)
    return {
      shown: span,
      speakers: speakersOf(view, sources, mentions),
      naming: mentionAt(mentions, view.layer, view.spanOf(sources.each[0] ?? source)),
    };
  const wide = found?.source && overlap(found.source, span) > 0 ? found.source : span;
  const naming = mentionAt(mentions, view.layer, wide);
  return { shown: relative ?? wide, speakers: naming ? [naming.entity] : NO_SPEAKERS, naming };
}

function ruleFor(cue: string, isAfter: boolean, rank: number, hasSource: boolean): string {
  if (!hasSource) return 'reported-by-nobody';
  if (cue === ':') return 'colon';
  if (cue === 'according') return 'according-to';
  return `said-${isAfter ? 'after' : 'before'}${rank < 0 ? '-inverted' : ''}`;
}

/** As the document layer holds it. Where nobody speaks, nothing is attributed. */
export function toPlaced(resolved: Resolved, kind: MarkedKind): PlacedAttribution {
  const { source, cue, speaker, speakers, naming, rule, evidence, confidence, candidates } =
      kind === 'other' ? { ...NOBODY, confidence: resolved.confidence } : resolved,
    sure = speaker === null ? confidence : speakerConfidence(rule, confidence, naming);
  return { source, cue, speaker, speakers, why: { rule, evidence, confidence: sure }, candidates };
}
