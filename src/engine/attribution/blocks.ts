import type { PlacedMention, PlacedQuotation } from '../layers';
import { DOUBTFUL, type Span } from '../model';
import { otherThanSpeaker } from '../people/article/inQuotations';
import { contains } from '../span';
import { createDecider, type Decided, stillHolds } from './decide';
import { EXCHANGE, isSameTurn, type Turn, turnAfter, withAnswer } from './exchange';
import { type Before, NOTHING_BEFORE } from './features';
import { Origin } from './proposals';
import type { PlacedReading } from './readings';
import { insideQuotation, type Neighbour, NOBODY, resolve, type Resolved, toPlaced } from './resolve';
import { firstWhere } from '../search';
import { entityAt, sameMentions } from './speakers';
import type { AttributionVocabulary } from './vocabulary';
import type { AttributionWords } from './words';

/** A block with its quotations attributed. */
export interface Attributed {
  readonly quotations: readonly PlacedQuotation[];
  /** The outermost quotations, for the block behind. */
  readonly resolved: readonly Resolved[];
  readonly after: Before;
  /** Index of the last outermost quotation in `quotations`. */
  readonly last: number;
  readonly turn: Turn | null;
}

/** What a block's attribution rests on beside the block. */
export interface Context {
  readonly mentions: readonly PlacedMention[];
  readonly previous: Neighbour;
  readonly before: Before;
  /** Index of the last outermost quotation of the block before. */
  readonly lastBefore: number;
  /** Who spoke in the blocks right before. */
  readonly turn: Turn | null;
}

/** What was last made of a block's quotations, and what it rests on. */
export interface KeptAttribution {
  readonly context: Context;
  readonly decided: Decided;
  readonly result: Attributed;
}

/** Who keeps what was last made of a block's quotations. */
export interface KeepsAttribution {
  attribution: KeptAttribution | null;
}

/** Attributes the quotations of one block. */
export type Attribute = (memo: KeepsAttribution, reading: PlacedReading, context: Context) => Attributed;

/** Compiles what attributes the quotations of one block. A result stays as long as all that it rests on. */
export function createBlocks(words: AttributionWords, vocabulary: AttributionVocabulary): Attribute {
  const decide = createDecider(words, vocabulary);
  return (memo, reading, context) => {
    const found = memo.attribution,
      isDecided = found !== null && stillHolds(found.decided, reading, context.before);
    if (isDecided && isSame(found.context, context)) return found.result;
    const decided = isDecided ? found.decided : decide(reading, context.before);
    const resolved = withAnswer(
        reading,
        decided,
        attribute(reading, decided, context.previous, context.mentions, vocabulary),
        context.turn,
      ),
      { quotations, last } = new Placing(context, vocabulary).place(reading, decided, resolved);
    const end = decided.own.at(-1),
      after = end ? { origin: end.chosen.origin, kind: end.form } : NOTHING_BEFORE;
    const result = { quotations, resolved, after, last, turn: turnAfter(context.turn, resolved) };
    memo.attribution = { context, decided, result };
    return result;
  };
}

function isSame(a: Context, b: Context): boolean {
  return (
    a.lastBefore === b.lastBefore &&
    isSameTurn(a.turn, b.turn) &&
    a.previous.resolved === b.previous.resolved &&
    a.previous.back === b.previous.back &&
    sameMentions(a.mentions, b.mentions) &&
    sameMentions(a.previous.mentions, b.previous.mentions)
  );
}

/** Left to right; then, right to left, what waits for the quotation behind it. */
function attribute(
  reading: PlacedReading,
  { own: decisions }: Decided,
  previous: Neighbour,
  mentions: readonly PlacedMention[],
  words: AttributionVocabulary,
): Resolved[] {
  const own: (Resolved | undefined)[] = [],
    known = { previous, mentions, own, words };
  decisions.forEach((decision, index) => own.push(resolve(reading, index, decision, known)));
  for (let index = decisions.length - 1; index >= 0; index--) {
    const decision = decisions[index];
    if (decision) own[index] ??= resolve(reading, index, decision, known) ?? NOBODY;
  }
  return own.map((one, index) => withRunningSpeaker(reading, index, one ?? NOBODY, mentions));
}

/** How many frames back a running source is looked for. */
const MOST_FRAMES = 8;

/**
 * Words that are reported by something that names nobody ("This will lead to a “structured dialogue”") belong, as a guess, to
 * whoever the paragraph quotes before them.
 */
function withRunningSpeaker(
  { view: { layer, quotations } }: PlacedReading,
  index: number,
  one: Resolved,
  mentions: readonly PlacedMention[],
): Resolved {
  if (one.speaker !== null || one.confidence >= DOUBTFUL || !one.cue) return one;
  const start = layer.marks[quotations[index]?.mark ?? -1]?.span[0] ?? 0;
  const next = firstWhere(layer.frames.length, (at) => (layer.frames[at]?.cue[0] ?? 0) >= start);
  const frame = layer.frames
    .slice(Math.max(0, next - MOST_FRAMES), next)
    .filter(({ source, act }) => source && act === 'speech')
    .at(-1);
  const speaker = entityAt(mentions, layer, frame?.source ?? null);
  return speaker === null || !frame
    ? one
    : {
        ...one,
        source: null,
        cue: null,
        speaker,
        speakers: [speaker],
        rule: 'running-source',
        evidence: { back: 0, span: frame.cue },
        candidates: [],
      };
}

/** Brings the quotations of a block into one list, each after the one around it. */
class Placing {
  readonly #quotations: PlacedQuotation[] = [];

  constructor(
    private readonly context: Context,
    private readonly words: AttributionVocabulary,
  ) {}

  place(
    reading: PlacedReading,
    decided: Decided,
    resolved: readonly Resolved[],
  ): { quotations: PlacedQuotation[]; last: number } {
    const last = this.#add(reading, decided, resolved, null);
    return { quotations: this.#quotations, last };
  }

  #add(reading: PlacedReading, { own, inner }: Decided, resolved: readonly Resolved[], inside: number | null): number {
    const { view, isContinued } = reading,
      { previous, lastBefore } = this.context;
    let last = 0;
    view.quotations.forEach((quoted, index) => {
      const decision = own[index],
        one = resolved[index] ?? NOBODY,
        span = view.layer.marks[quoted.mark]?.span;
      if (!decision || !span || (inside !== null && isPartOfSpeech(view.layer.text, span[0], decision.chosen.origin)))
        return;
      const kind = one.rule === EXCHANGE ? 'direct' : decision.kind,
        continues = index === 0 && isContinued && inside === null ? { back: previous.back, index: lastBefore } : null;
      last = this.#quotations.length;
      this.#quotations.push({ span, kind, continues, inside, ...toPlaced(one, kind) });
      for (const { around, decided: inside } of inner) if (around === index) this.#addInside(inside, one, last);
    });
    return last;
  }

  #addInside(part: Decided, outer: Resolved, around: number): void {
    const mentions = mentionsInside(this.#quotations[around]?.span ?? NOWHERE, outer.speaker, this.context.mentions);
    const neighbour = { ...this.context.previous, resolved: [] },
      resolved = attribute(part.reading, part, neighbour, mentions, this.words).map((one) =>
        one === NOBODY ? insideQuotation(outer) : one,
      );
    this.#add(part.reading, part, resolved, around);
  }
}

const NOWHERE: Span = [0, 0];

/** The mentions as they read inside somebody's words: "he" is somebody else there. */
function mentionsInside(
  words: Span,
  speaker: number | null,
  mentions: readonly PlacedMention[],
): readonly PlacedMention[] {
  return mentions.flatMap((mention) =>
    mention.form === 'pronoun' && mention.entity === speaker && contains(words, mention.span)
      ? otherThanSpeaker(mention)
      : [mention],
  );
}

/** A word that a speaker sets apart with single marks, and reports nobody with, is the speaker's own: no quotation of its own. */
function isPartOfSpeech(text: string, start: number, origin: Origin): boolean {
  return origin === Origin.Nobody && "'‘`‚‛".includes(text.charAt(start));
}
