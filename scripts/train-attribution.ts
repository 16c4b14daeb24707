/**
 * Learns the weights by which attribution chooses among its proposals, from ../shared/gold/polnear/train, and writes
 * src/engine/language/en/attributionWeights.ts. The same data give the same file.
 *
 *   npx tsx scripts/train-attribution.ts [--folds N [--errors FILE]]    with folds, prints cross-validated figures and writes no weights
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { addProposal, type Before, type Edges, edgesOf, NOTHING_BEFORE } from '../src/engine/attribution/features';
import { addKinds, KINDS } from '../src/engine/attribution/kind';
import { FrameIndex, Origin, type Proposal } from '../src/engine/attribution/proposals';
import { type PlacedReading, readBlocks } from '../src/engine/attribution/readings';
import { propose } from '../src/engine/attribution/sieves/index';
import { createEngine, type BlockLayer, type PlacedBlock, type QuotationKind, type Span, type TokenRange } from '../src/engine/index';
import { encode, Options, TABLE_SIZE } from '../src/engine/quotes/linear';

const GOLD = new URL('../../shared/gold/polnear/train/', import.meta.url).pathname;
const OUT = new URL('../src/engine/language/en/attributionWeights.ts', import.meta.url).pathname;
const EPOCHS = 8, RATE = 0.1, SHRINK = 1e-6, UNIT = 0.02;

interface GoldQuotation {
  readonly span: Span;
  readonly kind: string;
  readonly ignore?: boolean;
  readonly mention: { readonly span: Span } | null;
  readonly cue: { readonly span: Span } | null;
}

interface Words {
  readonly source: Span | null;
  readonly cue: Span | null;
}

const NO_WORDS: Words = { source: null, cue: null };

/** One decision: its options' features, and which options are right. */
interface Item {
  readonly article: number;
  readonly isBlind: boolean;
  readonly features: Int32Array;
  readonly starts: Int32Array;
  readonly right: readonly number[];
  /** For figures: whether each option's cue and source are right, as bits 1 and 2; and what it takes over from. */
  readonly quality: Uint8Array;
  readonly nobody: boolean;
  readonly mention: Span | null;
  readonly cue: Span | null;
  /** What each option says, or the item whose words it takes over. */
  readonly options: readonly (Words & { readonly like?: Item | undefined })[];
  /** Of the kind: the right one by number, and its options. */
  readonly kind: number;
  readonly kindFeatures: { readonly features: Int32Array; readonly starts: Int32Array };
  readonly text: string;
  readonly names: readonly string[];
}

const MARKS = /[\s"'“”‘’„«»‹›`´]/;
const trimmed = (text: string, [start, end]: Span): string => {
  while (start < end && MARKS.test(text.charAt(start))) start++;
  while (end > start && MARKS.test(text.charAt(end - 1))) end--;
  return `${start}-${end}`;
};
const overlaps = (a: Span, b: Span): boolean => a[0] < b[1] && b[0] < a[1];

function readItems(): Item[] {
  const engine = createEngine(), items: Item[] = [];
  readdirSync(GOLD).filter((name) => name.endsWith('.json')).sort().forEach((name, article) => {
    const gold = JSON.parse(readFileSync(GOLD + name, 'utf8')) as { quotes: GoldQuotation[] };
    const text = readFileSync(GOLD + name.replace(/json$/, 'txt'), 'utf8');
    const byPlace = new Map(gold.quotes.map((quotation) => [trimmed(text, quotation.span), quotation]));
    const { blocks } = engine.open(text);
    for (const isBlind of [false, true]) readArticle(blocks, text, byPlace, article, isBlind, items);
  });
  return items;
}

type Gold = GoldQuotation | undefined;

function readArticle(blocks: readonly PlacedBlock[], text: string, byPlace: ReadonlyMap<string, GoldQuotation>, article: number, isBlind: boolean, items: Item[]): void {
  const golds = new Map<number, readonly Gold[]>(), options = new Options(), lasts = new Map<number, Before>(), made = new Map<number, (Item | undefined)[]>();
  for (const sighted of readBlocks(blocks)) {
    const reading = isBlind ? { ...sighted, ...blinded(sighted) } : sighted;
    let before = lasts.get(reading.before) ?? NOTHING_BEFORE;
    const { view, block } = reading, start = blocks[block]?.start ?? 0;
    const own = view.quotations.map(({ mark }) => {
      const span = view.layer.marks[mark]?.span ?? [0, 0];
      return byPlace.get(trimmed(text, [span[0] + start, span[1] + start]));
    });
    golds.set(block, own);
    const starts = { own: start, before: blocks[reading.before]?.start ?? 0 };
    const ownItems: (Item | undefined)[] = [];
    made.set(block, ownItems);
    view.quotations.forEach((quoted, index) => {
      const gold = own[index], proposals = propose(reading, index), edges = edgesOf(view, quoted);
      options.clear();
      for (const proposal of proposals) {
        options.next();
        addProposal(options, reading, edges, proposal, before);
      }
      before = { origin: -1, kind: edges.kind };
      if (!gold || gold.ignore) return;
      const quality = proposals.map((proposal) => rate(proposal, gold, proposal.origin === Origin.CarriesOn ? golds.get(reading.before) : own, reading, starts));
      const best = Math.max(...quality), right = best === 0 ? [] : quality.flatMap((value, option) => (value === best ? [option] : []));
      before = { origin: right.map((option) => proposals[option]?.origin ?? -1)[0] ?? -1, kind: edges.kind };
      const item: Item = {
        article, isBlind, right, quality: Uint8Array.from(quality), nobody: !gold.mention && !gold.cue, mention: gold.mention?.span ?? null, cue: gold.cue?.span ?? null,
        options: proposals.map((proposal) => {
          const from = proposal.origin === Origin.CarriesOn ? made.get(reading.before) : ownItems, at = absolute(reading, proposal, starts);
          return proposal.like >= 0 ? { ...NO_WORDS, like: from?.[proposal.like] } : { source: proposal.source && at(proposal.source), cue: proposal.cue && at(proposal.cue) };
        }),
        features: options.features.slice(0, options.starts[options.count]), starts: options.starts.slice(0, options.count + 1),
        kind: KINDS.indexOf(gold.kind as QuotationKind), kindFeatures: kindFeatures(options, reading, edges, proposals[right[0] ?? proposals.length - 1]),
        text: describe(text, gold), names: proposals.map((p) => `${Origin[p.origin]} ${word(reading, p, p.source)} / ${word(reading, p, p.cue)}`),
      };
      items.push(item);
      ownItems[index] = item;
    });
    lasts.set(block, before);
  }
}

/**
 * The frames were learned from the same articles and are better there than on new ones. Each article is therefore learned from
 * twice, once without its frames, so that the weights do not lean on them too much.
 */
function blinded(reading: PlacedReading): PlacedReading {
  return { ...reading, frames: new FrameIndex({ ...reading.view.layer, frames: [] }), previous: reading.previous && blinded(reading.previous) };
}

function kindFeatures(options: Options, reading: PlacedReading, edges: Edges, chosen: Proposal | undefined): { features: Int32Array; starts: Int32Array } {
  if (chosen) addKinds(options, reading.view, edges, chosen);
  return { features: options.features.slice(0, options.starts[options.count]), starts: options.starts.slice(0, options.count + 1) };
}

function describe(text: string, gold: GoldQuotation): string {
  return text.slice(Math.max(0, gold.span[0] - 90), gold.span[0]) + '⟦' + text.slice(...gold.span).slice(0, 80) + '…' + text.slice(gold.span[1] - 12, gold.span[1]) + '⟧' + text.slice(gold.span[1], gold.span[1] + 80) + ' GOLD ' + (gold.mention ? text.slice(...gold.mention.span) : '-') + ' / ' + (gold.cue ? text.slice(...gold.cue.span) : '-');
}

function layerOf(reading: PlacedReading, { origin }: Proposal): BlockLayer {
  return (origin === Origin.LedIn && reading.previous ? reading.previous : reading).view.layer;
}

function word(reading: PlacedReading, proposal: Proposal, range: TokenRange | null): string {
  const { text, tokens } = layerOf(reading, proposal);
  return range ? text.slice(tokens.start[range.from], tokens.end[range.to - 1]) : '-';
}

interface Starts {
  readonly own: number;
  readonly before: number;
}

/** Tokens to the article's offsets. */
function absolute(reading: PlacedReading, proposal: Proposal, starts: Starts): (range: TokenRange) => Span {
  const { tokens } = layerOf(reading, proposal), start = proposal.origin === Origin.LedIn ? starts.before : starts.own;
  return (range) => [(tokens.start[range.from] ?? 0) + start, (tokens.end[range.to - 1] ?? 0) + start];
}

/** 3: cue and source are right; 2: the source alone; 1: the cue alone. */
function rate(proposal: Proposal, gold: GoldQuotation, golds: readonly Gold[] | undefined, reading: PlacedReading, starts: Starts): number {
  if (proposal.origin === Origin.Nobody) return !gold.mention && !gold.cue ? 3 : 0;
  if (proposal.like >= 0) {
    const other = golds?.[proposal.like];
    return other?.mention && gold.mention && overlaps(other.mention.span, gold.mention.span) ? 3 : 0;
  }
  const at = absolute(reading, proposal, starts);
  const cue = proposal.cue && gold.cue ? overlaps(at(proposal.cue), gold.cue.span) : false;
  const source = proposal.source && gold.mention ? overlaps(at(proposal.source), gold.mention.span) : !proposal.source && !gold.mention;
  return cue && source ? 3 : source && proposal.source ? 2 : cue ? 1 : 0;
}

/** Deterministic shuffling: a linear congruential generator (Numerical Recipes). */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}

interface Choice {
  readonly features: Int32Array;
  readonly starts: Int32Array;
  readonly right: readonly number[];
}

function learn(all: readonly Item[]): Float64Array {
  const items: Choice[] = all.flatMap((item) => [item, ...(item.kind < 0 ? [] : [{ ...item.kindFeatures, right: [item.kind] }])]);
  const weights = new Float64Array(TABLE_SIZE), squares = new Float64Array(TABLE_SIZE).fill(1), sums = new Float64Array(TABLE_SIZE);
  const order = items.map((_, index) => index).filter((index) => items[index]?.right.length), next = random(7);
  let steps = 0;
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1));
      [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
    }
    for (const index of order) {
      const item = items[index];
      if (item) step(item, weights, squares);
    }
    for (let i = 0; i < TABLE_SIZE; i++) sums[i] = (sums[i] ?? 0) + (weights[i] ?? 0);
    steps++;
  }
  return sums.map((sum) => sum / steps);
}

function step({ features, starts, right }: Choice, weights: Float64Array, squares: Float64Array): void {
  const count = starts.length - 1, scores = scoresOf(features, starts, weights), most = Math.max(...scores);
  const odds = scores.map((score) => Math.exp(score - most)), total = odds.reduce((a, b) => a + b, 0);
  const rightTotal = right.reduce((sum, option) => sum + (odds[option] ?? 0), 0) || 1e-12, isRight = new Set(right);
  for (let option = 0; option < count; option++) {
    const gradient = (isRight.has(option) ? (odds[option] ?? 0) / rightTotal : 0) - (odds[option] ?? 0) / total;
    if (Math.abs(gradient) < 1e-4) continue;
    for (let i = starts[option] ?? 0; i < (starts[option + 1] ?? 0); i++) {
      const feature = features[i] ?? 0, slope = gradient - SHRINK * (weights[feature] ?? 0);
      squares[feature] = (squares[feature] ?? 0) + slope * slope;
      weights[feature] = (weights[feature] ?? 0) + (RATE * slope) / Math.sqrt(squares[feature] ?? 1);
    }
  }
}

function scoresOf(features: Int32Array, starts: Int32Array, weights: Float64Array): number[] {
  const scores: number[] = [];
  for (let option = 0; option + 1 < starts.length; option++) {
    let score = 0;
    for (let i = starts[option] ?? 0; i < (starts[option + 1] ?? 0); i++) score += weights[features[i] ?? 0] ?? 0;
    scores.push(score);
  }
  return scores;
}

const kindErrors: string[] = [];

/** Figures over articles, each quotation decided after the ones before it, as the engine does. */
function evaluate(items: readonly Item[], weights: Float64Array, tally: Map<string, [number, number]>, errors: string[]): void {
  const count = (key: string, hit: boolean): void => {
    const entry = tally.get(key) ?? [0, 0];
    tally.set(key, [entry[0] + Number(hit), entry[1] + 1]);
  };
  const given = new Map<Item, Words>();
  for (const item of items) {
    const scores = scoresOf(item.features, item.starts, weights), best = scores.indexOf(Math.max(...scores)), option = item.options[best];
    const found = option?.like ? given.get(option.like) ?? NO_WORDS : option ?? NO_WORDS;
    given.set(item, found);
    count('reachable', item.right.length > 0 && Math.max(...item.quality) === 3);
    if (item.kind >= 0) {
      const kinds = scoresOf(item.kindFeatures.features, item.kindFeatures.starts, weights), kind = kinds.indexOf(Math.max(...kinds));
      count('kind', kind === item.kind);
      if (kind !== item.kind) kindErrors.push(`${KINDS[item.kind]} not ${KINDS[kind]}: ${item.text.replace(/\n/g, '¶')}`);
    }
    const source = item.mention !== null && found.source !== null && overlaps(item.mention, found.source), cue = item.cue !== null && found.cue !== null && overlaps(item.cue, found.cue);
    if (item.nobody) count('restraint', !found.cue && !found.source);
    if (item.mention) count('source', source);
    if (item.cue) count('cue', cue);
    if (item.nobody ? found.cue || found.source : (item.mention && !source) || (item.cue && !cue)) {
      errors.push(`${item.right.length ? option?.like ? 'LIKE' : item.nobody ? 'NOBODY' : !found.cue ? 'MISSED' : source ? 'CUE' : cue ? 'SOURCE' : 'BOTH' : 'UNREACHABLE'} ${item.text.replace(/\n/g, '¶')} || ${item.names[best]}`);
    }
  }
}

function crossValidate(items: readonly Item[], folds: number): void {
  const tally = new Map<string, [number, number]>(), errors: string[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const weights = learn(items.filter(({ article }) => article % folds !== fold));
    evaluate(items.filter(({ article, isBlind }) => !isBlind && article % folds === fold), weights, tally, errors);
    if (fold === 0) {
      const own = new Map<string, [number, number]>();
      evaluate(items.filter(({ article, isBlind }) => !isBlind && article % folds !== fold), weights, own, []);
      for (const [key, [hit, all]] of own) console.log(`  train ${key} ${(hit / all).toFixed(4)}`);
    }
  }
  for (const [key, [hit, all]] of tally) console.log(`${key.padEnd(10)} ${(hit / all).toFixed(4)} (${all})`);
  const shown = process.argv.indexOf('--errors');
  if (shown >= 0) writeFileSync(process.argv[shown + 1] ?? 'errors.txt', [...errors, ...kindErrors].join('\n'));
}

/** As signed bytes of `UNIT` each. */
function write(weights: Float64Array): void {
  const bytes = Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight / UNIT))));
  writeFileSync(OUT, `// Written by scripts/train-attribution.ts; learned from PolNeAR. Do not edit.
import type { AttributionWeights } from '../../attribution/words';

export const weights: AttributionWeights = { unit: ${UNIT}, bytes: '${encode(bytes)}' };
`);
}

if (!existsSync(GOLD)) console.log('Skipped: ../shared/gold/polnear/train is not there.');
else {
  console.time('read');
  const items = readItems(), folds = process.argv.indexOf('--folds');
  console.timeEnd('read');
  console.time('learn');
  if (folds >= 0) crossValidate(items, Number(process.argv[folds + 1] ?? 5));
  else write(learn(items));
  console.timeEnd('learn');
}
