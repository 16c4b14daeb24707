import { type MarkedText, Tag } from '../layers';
import type { Options } from '../quotes/linear';
import { Origin, type Proposal, type Reading } from './proposals';
import { type BlockView, bucket, CONJUNCTIONS, type Quoted, VERBS } from './view';

/** What earlier decisions of the same block tell about a quotation. */
export interface Before {
  /** The origin chosen for the quotation before, or -1. */
  readonly origin: number;
  /** Its kind, by itself. */
  readonly kind: number;
}

/** Where nothing was decided before. */
export const NOTHING_BEFORE: Before = { origin: -1, kind: 0 };

/** First template of proposals without a cue; those of cues are in features of their own (featuresCue.ts). */
const BASE = 200;

/** The edges of a quotation and its own form: what all its proposals share. */
export interface Edges {
  readonly quoted: Quoted;
  readonly kind: number;
  readonly words: number;
  /** How many words have a capital. */
  readonly capitals: number;
  readonly first: number;
  readonly last: number;
  readonly before: number;
  readonly after: number;
  readonly beginsSentence: boolean;
  readonly endsSentence: boolean;
  /** Frames that report the quotation or a part of it, in order of their cues. */
  readonly reports: readonly number[];
}

const KINDS = { direct: 0, partial: 1, other: 2 } as const;

export function edgesOf({ view, frames }: Reading, quoted: Quoted): Edges {
  const { layer } = view,
    mark: MarkedText | undefined = layer.marks[quoted.mark],
    last = quoted.to - (mark?.closed === false ? 1 : 2);
  const home = layer.sentences[view.sentenceOf(quoted.from)],
    end = layer.sentences[view.sentenceOf(quoted.to - 1)];
  return {
    quoted,
    kind: KINDS[mark?.kind ?? 'other'],
    words: bucket(quoted.to - quoted.from - 2),
    capitals: capitals(view, quoted),
    first: layer.tokens.shape[quoted.from + 1] ?? 0,
    last: tagOrStop(view, last),
    before: quoted.from === home?.from ? -2 : view.word(quoted.from - 1),
    after: quoted.to === end?.to ? -2 : view.word(quoted.to),
    beginsSentence: quoted.from === home?.from,
    endsSentence: quoted.to >= (end?.to ?? 0) - 1,
    reports: frames.reporting(mark?.span ?? [0, 0], quoted),
  };
}

function tagOrStop(view: BlockView, at: number): number {
  const tag = view.tag(at);
  return tag === Tag.Comma || tag === Tag.Stop || tag === Tag.Punctuation ? view.word(at) : -1;
}

/** What a proposal that takes over from a neighbour owes to the decision before; others owe nothing to it. */
export function addBefore(
  options: Options,
  { view, previous }: Reading,
  edges: Edges,
  { origin, like }: Proposal,
  before: Before,
): void {
  const add = adder(options, origin);
  if (origin === Origin.CarriesOn) {
    if (!previous) return;
    const { open, begins, ends, rest } = carriedFrom(view, previous.view, edges);
    add(41, before.origin, open * 2 + begins, ends);
    add(42, before.kind, edges.kind, begins * 2 + ends);
    add(45, before.origin, before.kind * 3 + edges.kind, bucket(rest));
  } else if (like >= 0) {
    const [from, to] = gapTo(view, edges, origin, like);
    add(30, before.origin, before.kind, edges.kind);
    add(36, sentencesBetween(view, from, to), before.origin, edges.words);
  }
}

type Add = (template: number, a: number, b?: number, c?: number) => void;

function adder(options: Options, origin: Origin): Add {
  return (template, a, b = 0, c = 0) => options.add(BASE + template, (a << 3) + origin, b, c);
}

/** The features of a proposal without a cue, beside those of `addBefore`. */
export function addUnreported(
  options: Options,
  { view, frames, previous }: Reading,
  edges: Edges,
  { origin, like }: Proposal,
): void {
  const add = adder(options, origin);
  add(0, 0);
  add(1, edges.kind, edges.words);
  add(2, edges.before);
  add(3, edges.after);
  add(4, Number(edges.beginsSentence), Number(edges.endsSentence), edges.first);
  add(5, edges.last, edges.first);
  add(6, edges.before, edges.last);
  add(7, edges.words, edges.first, edges.last);
  add(8, edges.before, edges.first);
  add(9, edges.before, edges.words);
  if (origin === Origin.Nobody) {
    const { quoted } = edges;
    add(20, view.word(quoted.from + 1));
    add(21, view.word(quoted.from - 2), edges.before);
    add(22, edges.capitals, edges.words);
    add(23, view.word(quoted.to), view.tag(quoted.to + 1));
    add(24, view.tag(quoted.from - 1), view.tag(quoted.to));
    add(25, view.word(quoted.to - 2));
    const sure = Math.max(0, ...edges.reports.map((frame) => frames.get(frame)?.why.confidence ?? 0));
    add(26, Math.min(2, edges.reports.length), edges.kind, Math.round(sure * 5));
    add(27, edges.capitals, edges.before, edges.words);
    add(28, edges.capitals, edges.last, Number(edges.reports.length > 0));
    add(29, edges.first, edges.after, edges.capitals);
    return;
  }
  if (origin === Origin.CarriesOn) {
    if (previous) addCarried(add, view, previous.view, edges);
    return;
  }
  const [from, to] = gapTo(view, edges, origin, like),
    tokens = to - from,
    sentences = sentencesBetween(view, from, to);
  add(31, bucket(tokens), sentences, Math.min(2, view.count(VERBS, from, to)));
  add(32, sentences, edges.kind, Number(edges.beginsSentence));
  add(33, view.word(from), sentences);
  add(34, view.word(to - 1), sentences);
  if (tokens < 6) add(35, tokens, sentences, edges.before);
  add(37, Math.min(1, view.count(CONJUNCTIONS, from, to)), bucket(tokens), edges.kind);
  add(38, sentences, Number(edges.beginsSentence), Number(edges.endsSentence));
}

/** What tells whether a quotation goes on with the last one of the block before. */
function addCarried(add: Add, view: BlockView, previous: BlockView, edges: Edges): void {
  const { open, begins, ends, rest } = carriedFrom(view, previous, edges);
  add(40, open, begins, bucket(rest));
  add(43, bucket(rest), begins, ends);
  add(44, previous.word(previous.to - 1), begins);
  add(46, bucket(edges.quoted.from - view.from), bucket(rest));
  add(47, view.quotations.length > 1 ? 1 : 0, ends, begins);
}

interface Carried {
  /** Whether the last quotation of the block before is open. */
  readonly open: number;
  /** Whether the quotation begins its block; ends it. */
  readonly begins: number;
  readonly ends: number;
  /** How many tokens the block before has behind its last quotation. */
  readonly rest: number;
}

function carriedFrom(view: BlockView, previous: BlockView, { quoted }: Edges): Carried {
  const last = previous.quotations.at(-1);
  return {
    open: Number(last ? previous.layer.marks[last.mark]?.open : false),
    rest: previous.to - (last?.to ?? 0),
    begins: Number(quoted.from === view.from),
    ends: Number(quoted.to >= view.to - 1),
  };
}

/** The tokens between a quotation and the neighbour that it takes over from. */
function gapTo(view: BlockView, { quoted }: Edges, origin: Origin, like: number): readonly [from: number, to: number] {
  const other = view.quotations[like] ?? quoted;
  return origin === Origin.Follows ? [other.to, quoted.from] : [quoted.to, other.from];
}

function sentencesBetween(view: BlockView, from: number, to: number): number {
  return Math.min(3, view.sentenceOf(to) - view.sentenceOf(from - 1));
}

/** How many of a quotation's words have a capital: none, some, most, all. Titles of works have many. */
function capitals(view: BlockView, { from, to }: Quoted): number {
  const { shape } = view.layer.tokens;
  let capital = 0,
    lower = 0;
  for (let at = from + 1; at < Math.min(to - 1, from + 12); at++) {
    if (shape[at] === 0) lower++;
    else if ((shape[at] ?? 9) < 4) capital++;
  }
  return capital === 0 ? 0 : lower === 0 ? 3 : capital >= lower ? 2 : 1;
}
