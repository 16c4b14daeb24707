/** The decisions that a right reading of an article takes about its quotations, and the weights learned from them. */
import {
  addBefore,
  addUnreported,
  type Before,
  type Edges,
  edgesOf,
  NOTHING_BEFORE,
} from '../../src/engine/attribution/features';
import { addCue, addSource, seeCue } from '../../src/engine/attribution/featuresCue';
import { addKinds, KINDS } from '../../src/engine/attribution/kind';
import { Origin, type Proposal, type Reading } from '../../src/engine/attribution/proposals';
import { readBlocks } from '../../src/engine/attribution/readings';
import { propose } from '../../src/engine/attribution/sieves/index';
import type { AttributionWeights } from '../../src/engine/attribution/words';
import type { Engine, PlacedBlock, MarkedKind, Span, TokenRange } from '../../src/engine/index';
import { Options, TABLE_SIZE } from '../../src/engine/quotes/linear';
import { overlap } from '../../src/engine/span';
import { trimmed } from './attribution-score';
import type { GoldArticle, Item } from './frame-data';
import { randomFrom, shuffle } from './shuffle';

const EPOCHS = 8,
  RATE = 0.1,
  DROPOUT = 0.2,
  UNIT = 0.02;

/** A decision: its options' features, and which options are right. */
export interface Choice {
  readonly features: Int32Array;
  readonly starts: Int32Array;
  readonly right: readonly number[];
  /** How much it counts. */
  readonly worth: number;
}

/** Marks that nobody speaks between are few, and a speaker invented is worse than one missed: they count more. */
const RESTRAINT = 1.5;

function snapshot({ features, starts, count }: Options, right: readonly number[], worth = 1): Choice {
  return { features: features.slice(0, starts[count]), starts: starts.slice(0, count + 1), right, worth };
}

type Gold = Item | undefined;
type PlacedReading = ReturnType<typeof readBlocks>[number];

/**
 * Some sets leave mention and cue out where a quotation goes on with the speaker of the one before: it has them from there, so that
 * all sets say the same of the same.
 */
export function withOwnWords(quotes: readonly Item[]): readonly Item[] {
  let before: Item | undefined;
  return quotes.map((quote) => {
    if (quote.kind === 'other' || !quote.speaker) return quote;
    const own: Item =
      !quote.mention && !quote.cue && before?.speaker === quote.speaker
        ? { ...quote, mention: before.mention, cue: before.cue }
        : quote;
    before = own;
    return own;
  });
}

/** The decisions that a right reading of an article takes, in order. */
export function choicesOf(engine: Engine, { text, gold }: GoldArticle): Choice[] {
  const quotes = withOwnWords(gold.quotes),
    namings = new Map(gold.entities?.map(({ id, mentions }) => [id, mentions.map(({ span }) => span)]));
  const byPlace = new Map(quotes.map((quotation) => [trimmed(text, quotation.span), quotation])),
    { blocks } = engine.open(text),
    choices: Choice[] = [];
  const golds = new Map<number, readonly Gold[]>(),
    lasts = new Map<number, Before>(),
    options = new Options();
  for (const reading of readBlocks(blocks)) {
    const { view, block } = reading,
      start = blocks[block]?.start ?? 0;
    let before = lasts.get(reading.before) ?? NOTHING_BEFORE;
    const own = view.quotations.map(({ mark }) => {
      const span = view.layer.marks[mark]?.span ?? [0, 0];
      return byPlace.get(trimmed(text, [span[0] + start, span[1] + start]));
    });
    golds.set(block, own);
    view.quotations.forEach((quoted, index) => {
      const edges = edgesOf(reading, quoted),
        gold = own[index];
      before =
        gold && !gold.ignore
          ? learnQuotation(reading, blocks, index, edges, before, gold, golds, namings, options, choices)
          : { origin: -1, kind: edges.kind };
    });
    lasts.set(block, before);
  }
  return choices;
}

function learnQuotation(
  reading: PlacedReading,
  blocks: readonly PlacedBlock[],
  index: number,
  edges: Edges,
  before: Before,
  gold: Item,
  golds: ReadonlyMap<number, readonly Gold[]>,
  namings: ReadonlyMap<string, readonly Span[]>,
  options: Options,
  choices: Choice[],
): Before {
  const proposals = propose(reading, index);
  options.clear();
  for (const proposal of proposals) {
    options.next();
    addFeatures(options, reading, edges, proposal, before);
  }
  const quality = proposals.map((proposal) =>
    rate(
      proposal,
      gold,
      golds.get(proposal.origin === Origin.CarriesOn ? reading.before : reading.block),
      reading,
      blocks,
      namings.get(gold.speaker ?? '') ?? [],
    ),
  );
  const best = Math.max(...quality),
    right = best === 0 ? [] : quality.flatMap((value, option) => (value === best ? [option] : []));
  if (right.length) choices.push(snapshot(options, right, gold.mention || gold.cue ? 1 : RESTRAINT));
  const kind = KINDS.indexOf(gold.kind as MarkedKind),
    chosen = proposals[right[0] ?? proposals.length - 1];
  if (kind >= 0 && chosen) {
    addKinds(options, reading.view, edges, chosen);
    choices.push(snapshot(options, [kind]));
  }
  return { origin: right.map((option) => proposals[option]?.origin ?? -1)[0] ?? -1, kind: edges.kind };
}

function addFeatures(options: Options, reading: Reading, edges: Edges, proposal: Proposal, before: Before): void {
  const cue = seeCue(reading, edges, proposal);
  if (!cue) {
    addUnreported(options, reading, edges, proposal);
    addBefore(options, reading, edges, proposal, before);
    return;
  }
  addCue(options, edges, cue);
  addSource(options, edges, cue, proposal);
}

/** 3: cue and source are right; 2: the source alone; 1: the cue alone. */
function rate(
  proposal: Proposal,
  gold: Item,
  golds: readonly Gold[] | undefined,
  reading: PlacedReading,
  blocks: readonly PlacedBlock[],
  namings: readonly Span[],
): number {
  const { origin, cue, source, like } = proposal;
  if (origin === Origin.Nobody) return !gold.mention && !gold.cue && !gold.speaker ? 3 : 0;
  if (like >= 0) {
    const other = golds?.[like];
    if (!gold.mention && gold.speaker && other?.speaker === gold.speaker) return 3;
    return other?.mention && gold.mention && overlap(other.mention.span, gold.mention.span) > 0 ? 3 : 0;
  }
  const place = origin === Origin.LedIn ? reading.before : reading.block;
  const hits = (range: TokenRange, words: Span): boolean => overlap(absolute(blocks[place], range), words) > 0;
  if (!gold.mention && gold.speaker) return source && namings.some((naming) => hits(source, naming)) ? 3 : 0;
  const isCue = cue && gold.cue ? hits(cue, gold.cue.span) : false;
  const shown = source && shownSource(origin === Origin.LedIn ? reading.previous : reading, proposal.frame, source);
  const isSource = shown && gold.mention ? hits(shown, gold.mention.span) : !source && !gold.mention;
  return isCue && isSource ? 3 : isSource && source ? 2 : isCue ? 1 : 0;
}

/** The words that would be shown for a source: the relative pronoun that stands for it, or its own. */
function shownSource(reading: Reading | null, frame: number, source: TokenRange): TokenRange {
  if (!reading) return source;
  const { view, frames } = reading,
    { start, end } = view.layer.tokens,
    relative = frames.relativeOf(frame, [start[source.from] ?? 0, end[source.to - 1] ?? 0]);
  return relative ? view.rangeOf(relative) : source;
}

/** Tokens to the article's offsets. */
function absolute(block: PlacedBlock | undefined, { from, to }: TokenRange): Span {
  const tokens = block?.layer.tokens,
    start = block?.start ?? 0;
  return [(tokens?.start[from] ?? 0) + start, (tokens?.end[to - 1] ?? 0) + start];
}

/** Steps along the gradient of the right options' likelihood (AdaGrad), the weights averaged over the epochs. */
export function learn(choices: readonly Choice[]): AttributionWeights {
  const weights = new Float64Array(TABLE_SIZE),
    squares = new Float64Array(TABLE_SIZE).fill(1),
    sums = new Float64Array(TABLE_SIZE);
  const order = choices.map((_, index) => index),
    random = randomFrom(7);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random);
    for (const index of order) {
      const choice = choices[index];
      if (choice) step(choice, weights, squares, Math.floor(random() * 2 ** 31));
    }
    for (let i = 0; i < TABLE_SIZE; i++) sums[i] = (sums[i] ?? 0) + (weights[i] ?? 0);
  }
  const bytes = Int8Array.from(sums, (sum) =>
    Math.max(-127, Math.min(127, Math.round(((1 - DROPOUT) * sum) / EPOCHS / UNIT))),
  );
  return { unit: UNIT, bytes };
}

/** One step; a share of the features, other ones at each, is left out, so that no single one is relied on. */
function step(
  { features, starts, right, worth }: Choice,
  weights: Float64Array,
  squares: Float64Array,
  salt: number,
): void {
  const isDropped = (feature: number): boolean => Math.imul(feature ^ salt, 0x9e3779b1) >>> 16 < DROPOUT * 0x10000;
  const kept = (option: number): Int32Array =>
    features.subarray(starts[option], starts[option + 1]).filter((feature) => !isDropped(feature));
  const options = Array.from({ length: starts.length - 1 }, (_, option) => kept(option));
  const scores = options.map((own) => own.reduce((sum, feature) => sum + (weights[feature] ?? 0), 0)),
    most = Math.max(...scores);
  const odds = scores.map((score) => Math.exp(score - most)),
    total = odds.reduce((a, b) => a + b, 0);
  const rightTotal = right.reduce((sum, option) => sum + (odds[option] ?? 0), 0) || 1e-12,
    isRight = new Set(right);
  options.forEach((own, option) => {
    const slope = worth * ((isRight.has(option) ? (odds[option] ?? 0) / rightTotal : 0) - (odds[option] ?? 0) / total);
    if (Math.abs(slope) < 1e-4) return;
    for (const feature of own) {
      squares[feature] = (squares[feature] ?? 0) + slope * slope;
      weights[feature] = (weights[feature] ?? 0) + (RATE * slope) / Math.sqrt(squares[feature] ?? 1);
    }
  });
}
