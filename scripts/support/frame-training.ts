/** What a right reading of the articles of ../shared/gold/polnear decides, and the weights of frames learned from it. */
import { type Phrase, Tag, type TokenRange } from '../../src/engine/layers';
import type { Span } from '../../src/engine/model';
import { compileCues } from '../../src/engine/quotes/cues';
import { findCues } from '../../src/engine/quotes/findCues';
import { isQuoted } from '../../src/engine/quotes/frames';
import { earliestBegin, endBefore } from '../../src/engine/quotes/framesChoice';
import {
  beginOptions,
  beginPlaces,
  endOptions,
  endPlaces,
  startOptions,
  startPlaces,
} from '../../src/engine/quotes/framesContent';
import { Side, sideOptions } from '../../src/engine/quotes/framesKind';
import { sourceOptions, sourcePhrases } from '../../src/engine/quotes/framesSource';
import { Options, TABLE_SIZE } from '../../src/engine/quotes/linear';
import { type Cue, View } from '../../src/engine/quotes/view';
import type { FrameWeights } from '../../src/engine/quotes/words';
import { overlap } from '../../src/engine/span';
import type { GoldArticle, GoldBlock, GoldFrame } from './frame-data';
import { type Decision, learn, quantise, snapshot } from './softmax';
import { english } from './english';

/** Tried by `train-frames.ts --fold`; figures move little around them. */
const LEARN = { epochs: 10, rate: 0.05, decay: 3e-4, dropout: 0.3, rarest: 2, settled: 4 };
/** The mean of what is learned in several orders hangs less on any of them. */
const SEEDS = [7, 11, 13, 17, 19];

const cues = compileCues(english.quotes.frames),
  view = new View(cues),
  options = new Options();

/** The decisions that a right reading of one block takes. */
function decisionsOf(block: GoldBlock, out: Decision[]): void {
  view.read(block.layer, block.marks);
  const found = findCues(view),
    heads = headsOf(view, found, block.frames);
  for (const cue of found) {
    if (isQuoted(view, cue)) continue;
    const gold = heads.get(cue);
    const depth = block.frames.filter(
      (frame) => frame !== gold && isReported(frame, cue) && frame.pieces.some((piece) => holds(view, piece, cue)),
    ).length;
    if (!gold) {
      if (depth > 0) continue; // the annotators left reports inside reports alone
      sideOptions(view, cue, depth, options);
      out.push(snapshot('side', options, Side.None));
    } else learnFrame(view, cue, gold, depth, out);
  }
}

/** Which cue each gold frame means: the last of those in its span. Other cues in the span are no cues of their own. */
function headsOf(view: View, found: readonly Cue[], frames: readonly GoldFrame[]): Map<Cue, GoldFrame> {
  const heads = new Map<Cue, GoldFrame>();
  for (const frame of frames) {
    const inside = found.filter((cue) => overlap(spanOf(view, cue), frame.cue) > 0);
    const head = headOf(view, inside);
    if (head && isReported(frame, head)) heads.set(head, frame);
  }
  return heads;
}

/** The first verb ("wrote in a note"), or the one that it leads to ("continued to affirm"); else the last word that may report. */
function headOf(view: View, inside: readonly Cue[]): Cue | undefined {
  const verbs = inside.filter(
    ({ tag }) =>
      tag === Tag.Past || tag === Tag.Verb || tag === Tag.VerbS || tag === Tag.Participle || tag === Tag.Gerund,
  );
  let head = verbs[0] ?? inside.filter((cue) => cues.entries[cue.code]?.role !== 'colon').at(-1) ?? inside.at(-1);
  for (const verb of verbs)
    if (head && verb !== head && view.tag[verb.from - 1] === Tag.To && verb.from - head.to <= 2) head = verb;
  return head;
}

/** Whether we want a frame for the gold's: speech, thought that our list knows, and whatever has marked words. */
function isReported(frame: GoldFrame, cue: Cue): boolean {
  return (
    frame.cueClass === 'speech' ||
    frame.hasMarks ||
    (frame.cueClass === 'mental' && cues.entries[cue.code]?.act !== 'speech')
  );
}

function learnFrame(view: View, cue: Cue, gold: GoldFrame, depth: number, out: Decision[]): void {
  const cueSpan = spanOf(view, cue);
  const near = gold.pieces
    .map((piece) => tokensOf(view, piece))
    .filter((range) => range.to > range.from && isNear(view, cue, range));
  const behind = near.filter(
      (range) => range.from >= cue.to || (view.text.tokens.start[range.from] ?? 0) >= cueSpan[1],
    ),
    before = near.filter(
      (range) => range.to <= cue.from && (isInterrupted(view, range.to) || near.every((other) => other.to <= cue.from)),
    );
  const side =
    behind.length && before.length ? Side.Around : behind.length ? Side.After : before.length ? Side.Before : null;
  if (side === null) return;
  sideOptions(view, cue, depth, options);
  out.push(snapshot('side', options, side));
  const source = learnSource(view, cue, gold, side, out);
  const all = (ranges: readonly TokenRange[]): TokenRange => ({
    from: Math.min(...ranges.map(({ from }) => from)),
    to: Math.max(...ranges.map(({ to }) => to)),
  });
  if (behind.length) learnBehind(view, cue, all(behind), out);
  if (before.length) learnBefore(view, cue, source, all(before), out);
}

/** Whether a comma or mark ends a piece; "which" of "which he said was closed" is left to the clause behind the cue. */
function isInterrupted(view: View, to: number): boolean {
  return (
    view.tag[to] === Tag.Comma ||
    view.tag[to] === Tag.Punctuation ||
    view.tag[to - 1] === Tag.Comma ||
    view.marked(to - 1) >= 0
  );
}

/** Whether a piece belongs to the cue's own sentence: marked text in a sentence behind it goes on from it, but is no content of the frame. */
function isNear(view: View, { sentence, from, to }: Cue, range: TokenRange): boolean {
  if (range.from >= to)
    return range.from < sentence.to || (range.from === sentence.to && !view.isStop(sentence.to - 1));
  return range.to >= sentence.from && range.to <= from;
}

function learnSource(view: View, cue: Cue, gold: GoldFrame, side: Side, out: Decision[]): Phrase | null {
  const phrases = sourcePhrases(view, cue);
  let right = phrases.length;
  if (gold.source) {
    const source = tokensOf(view, gold.source);
    const first = phrases
      .filter((phrase) => phrase.from < source.to && source.from < phrase.to)
      .sort((a, b) => a.from - b.from)[0];
    const antecedent = first ?? phrases.find((phrase) => phrase.to === source.from || phrase.to === source.from - 1);
    if (!antecedent) return null;
    right = phrases.indexOf(antecedent);
  }
  sourceOptions(view, cue, side, phrases, options);
  out.push(snapshot('source', options, right));
  return phrases[right] ?? null;
}

function learnBehind(view: View, cue: Cue, content: TokenRange, out: Decision[]): void {
  const starts = startPlaces(view, cue);
  const from = view.codes[content.from - 1] === cues.that ? content.from - 1 : content.from;
  const start = starts.indexOf(from);
  if (start < 0) return;
  startOptions(view, cue, starts, options);
  out.push(snapshot('start', options, start));
  const ends = endPlaces(view, from, Math.max(cue.sentence.to, from + 1)),
    last = ends.at(-1) ?? 0;
  const end =
    content.to >= last ? ends.length - 1 : ends.findIndex((place) => place >= content.to && place <= content.to + 1);
  if (end < 0) return;
  endOptions(view, cue, from, ends, options);
  out.push(snapshot('end', options, end));
}

function learnBefore(view: View, cue: Cue, source: Phrase | null, content: TokenRange, out: Decision[]): void {
  const to = endBefore(view, cue, source),
    earliest = earliestBegin(view, cue, to);
  if (to <= earliest) return;
  const places = beginPlaces(view, earliest, to);
  const begin =
    content.from <= earliest
      ? places.length - 1
      : places.findIndex((place) => place === content.from || place === content.from - 1);
  if (begin < 0) return;
  beginOptions(view, cue, to, places, options);
  out.push(snapshot('begin', options, begin));
}

function spanOf(view: View, { from, to }: TokenRange): Span {
  return [view.text.tokens.start[from] ?? 0, view.text.tokens.end[to - 1] ?? 0];
}

function tokensOf(view: View, span: Span): TokenRange {
  const { start, end, count } = view.text.tokens;
  let from = 0;
  while (from < count && (end[from] ?? 0) <= span[0]) from++;
  let to = from;
  while (to < count && (start[to] ?? 0) < span[1]) to++;
  return { from, to };
}

function holds(view: View, piece: Span, cue: Cue): boolean {
  const span = spanOf(view, cue);
  return piece[0] <= span[0] && span[1] <= piece[1];
}

/** All decisions of articles, in order. */
export function allDecisions(articles: readonly GoldArticle[]): Decision[] {
  const decisions: Decision[] = [];
  for (const article of articles)
    for (const block of article.blocks) if (block.isAnnotated) decisionsOf(block, decisions);
  return decisions;
}

/** Learns the weights by which `createFrames` decides. The same decisions give the same weights. */
export function learnFrames(decisions: readonly Decision[]): { weights: FrameWeights; exact: Float64Array } {
  const exact = new Float64Array(TABLE_SIZE);
  for (const seed of SEEDS)
    learn(decisions, LEARN, seed).forEach((weight, at) => (exact[at] = (exact[at] ?? 0) + weight / SEEDS.length));
  const { table, unit } = quantise(exact);
  return { weights: { bytes: table, unit }, exact };
}
