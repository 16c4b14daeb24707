import { type Frame, type MarkedText, Tag, type TokenRange } from '../layers';
import type { Options } from '../quotes/linear';
import { contains } from '../span';
import { type FrameIndex, isVerb, Origin, type Proposal, type Reading } from './proposals';
import { type BlockView, bucket, type Quoted } from './view';

/** What earlier decisions of the same block tell about a quotation. */
export interface Before {
  /** The origin chosen for the quotation before, or -1. */
  readonly origin: number;
  /** Its kind, by itself. */
  readonly kind: number;
}

/** Where nothing was decided before. */
export const NOTHING_BEFORE: Before = { origin: -1, kind: 0 };

/** First template of the decisions about attribution; those about kinds begin at `KIND_TEMPLATES`. */
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
  const { layer } = view, mark: MarkedText | undefined = layer.marks[quoted.mark], last = quoted.to - (mark?.open ? 1 : 2);
  const home = layer.sentences[view.sentenceOf(quoted.from)], end = layer.sentences[view.sentenceOf(quoted.to - 1)];
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

/** The features that all proposals with the same cue share; of a proposal without a cue, all its features. */
export function addShared(options: Options, reading: Reading, edges: Edges, proposal: Proposal): void {
  if (proposal.origin === Origin.Reported) addReported(options, reading, edges, proposal, proposal.path.after ? 1 : 0);
  else if (proposal.origin === Origin.LedIn && reading.previous) addReported(options, reading.previous, edges, proposal, 2);
  else addUnreported(options, reading, edges, proposal);
}

/** The features of a proposal's source. */
export function addOwn(options: Options, reading: Reading, edges: Edges, proposal: Proposal): void {
  if (proposal.origin === Origin.Reported) addSource(options, reading.view, reading.frames, edges, proposal, proposal.path.after ? 1 : 0);
  else if (proposal.origin === Origin.LedIn && reading.previous) addSource(options, reading.previous.view, reading.previous.frames, edges, proposal, 2);
}

/** What a proposal that takes over from a neighbour owes to the decision before; others owe nothing to it. */
export function addBefore(options: Options, { view, previous }: Reading, edges: Edges, { origin, like }: Proposal, before: Before): void {
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

function adder(options: Options, origin: Origin): Add {
  return (template, a, b = 0, c = 0) => options.add(BASE + template, a * 8 + origin, b, c);
}

function addUnreported(options: Options, { view, frames, previous }: Reading, edges: Edges, { origin, like }: Proposal): void {
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
  const [from, to] = gapTo(view, edges, origin, like), between = describe(view, from, to);
  add(31, bucket(between.tokens), between.sentences, between.verbs > 2 ? 2 : between.verbs);
  add(32, between.sentences, edges.kind, Number(edges.beginsSentence));
  add(33, view.word(from), between.sentences);
  add(34, view.word(to - 1), between.sentences);
  if (between.tokens < 6) add(35, between.tokens, between.sentences, edges.before);
  add(37, Number(between.conjunction), bucket(between.tokens), edges.kind);
  add(38, between.sentences, Number(edges.beginsSentence), Number(edges.endsSentence));
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
    open: Number(last ? previous.layer.marks[last.mark]?.open : false), rest: previous.to - (last?.to ?? 0),
    begins: Number(quoted.from === view.from), ends: Number(quoted.to >= view.to - 1),
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

/** Words between two places are looked at up to here, so that an endless sentence costs no more than a long one. */
const FARTHEST = 60;

interface Between {
  readonly tokens: number;
  readonly verbs: number;
  readonly sentences: number;
  readonly conjunction: boolean;
}

function describe(view: BlockView, from: number, to: number): Between {
  let verbs = 0, conjunction = false;
  for (let at = from; at < Math.min(to, from + FARTHEST); at++) {
    if (isVerb(view.tag(at))) verbs++;
    if (view.tag(at) === Tag.Conjunction) conjunction = true;
  }
  return { tokens: to - from, verbs, sentences: sentencesBetween(view, from, to), conjunction };
}

/** How many of a quotation's words have a capital: none, some, most, all. Titles of works have many. */
function capitals(view: BlockView, { from, to }: Quoted): number {
  const { shape } = view.layer.tokens;
  let capital = 0, lower = 0;
  for (let at = from + 1; at < Math.min(to - 1, from + 12); at++) {
    if (shape[at] === 0) lower++;
    else if ((shape[at] ?? 9) < 4) capital++;
  }
  return capital === 0 ? 0 : lower === 0 ? 3 : capital >= lower ? 2 : 1;
}

function addReported(options: Options, { view, frames }: Reading, edges: Edges, proposal: Proposal, side: number): void {
  const { cue, path } = proposal;
  if (!cue) return;
  const at = cue.from, word = view.word(at), tag = view.tag(at);
  const add = (template: number, a: number, b = 0, c = 0): void => options.add(BASE + 50 + template, a * 4 + side, b, c);
  const distance = bucket(path.tokens), near = side === 1 ? edges.after : side === 0 ? edges.before : view.word(view.to - 1);
  add(0, 0);
  add(1, word);
  add(2, tag, distance);
  add(3, word, Math.min(2, distance), path.sentences);
  add(4, distance, path.sentences);
  add(5, path.verbs > 3 ? 3 : path.verbs, path.sentences, path.quotations);
  add(6, near, distance === 0 ? 0 : 1);
  add(7, near, tag);
  add(8, edges.kind, edges.words, path.sentences);
  add(9, edges.kind, distance, path.verbs > 2 ? 2 : path.verbs);
  add(10, edges.last, distance, edges.kind);
  add(11, path.quotations, path.commas > 2 ? 2 : path.commas, distance);
  add(12, view.word(at + 1), tag);
  add(13, view.word(at - 1), tag);
  add(14, edges.before, edges.after);
  add(15, Number(edges.beginsSentence), Number(edges.endsSentence), path.sentences);
  add(16, word, near);
  add(17, word, edges.kind);
  add(19, edges.capitals, edges.words, Number(proposal.frame >= 0));
  add(24, edges.capitals, word);
  addParts(add, view, at, near, edges);
  addFrame(add, frames, edges, proposal, view);
}

type Add = (template: number, a: number, b?: number, c?: number) => void;

/** How many letters of a word tell forms of one verb from other verbs. */
const STEM = 5;

/** An unknown verb is told by its ending, a form of a known one by its beginning. */
function addParts(add: Add, view: BlockView, at: number, near: number, edges: Edges): void {
  const lower = view.lower(at);
  let ending = 0, stem = 0;
  for (let i = Math.max(0, lower.length - 3); i < lower.length; i++) ending = ending * 131 + lower.charCodeAt(i);
  for (let i = 0; i < Math.min(STEM, lower.length); i++) stem = Math.imul(stem, 131) + lower.charCodeAt(i);
  add(18, ending);
  add(27, stem);
  add(28, stem, near);
  add(29, stem, edges.kind);
}

function addFrame(add: Add, frames: FrameIndex, edges: Edges, { frame }: Proposal, view: BlockView): void {
  const found = frames.get(frame), { reports } = edges, own = reports.indexOf(frame);
  if (!found) {
    add(20, 0);
    add(25, reports.length > 2 ? 2 : reports.length);
    return;
  }
  add(25, own < 0 ? 8 + Math.min(2, reports.length) : 4, own < 0 ? 0 : Math.min(2, own), own < 0 ? 0 : Math.min(2, reports.length - 1 - own));
  add(26, own < 0 ? 0 : reports.some((other) => other !== frame && isWithin(frames.get(other), found)) ? 1 : 2, reports.some((other) => other !== frame && isWithin(found, frames.get(other))) ? 1 : 2);
  const span = view.layer.marks[edges.quoted.mark]?.span ?? [0, 0];
  let covers = 0;
  for (const piece of found.content) {
    if (piece[0] <= span[0] + 1 && piece[1] >= span[1] - 1) covers = piece[0] >= span[0] - 1 && piece[1] <= span[1] + 2 ? 3 : 2;
    else if (piece[0] < span[1] && piece[1] > span[0] && covers === 0) covers = 1;
  }
  add(20, 1);
  add(21, covers);
  add(22, covers, edges.kind, Math.round(found.why.confidence * 5));
  add(23, found.act === 'speech' ? 0 : found.act === 'thought' ? 1 : 2, covers);
}

/** Whether the cue of one frame stands in what another reports. */
function isWithin(inner: Frame | undefined, outer: Frame | undefined): boolean {
  return inner !== undefined && outer !== undefined && outer.content.some((piece) => contains(piece, inner.cue));
}

function addSource(options: Options, view: BlockView, frames: FrameIndex, edges: Edges, proposal: Proposal, side: number): void {
  const add = (template: number, a: number, b = 0, c = 0): void => options.add(BASE + 80 + template, a * 4 + side, b, c);
  const { cue, source, rank, path } = proposal, at = cue?.from ?? 0, word = view.word(at), tag = view.tag(at);
  if (!source) {
    add(0, word);
    add(1, tag, view.tag(at - 1));
    add(2, view.word(at - 1), view.word(at + 1));
    add(3, edges.kind, bucket(path.tokens));
    return;
  }
  const follows = source.from > at, gap = bucket(follows ? source.from - at - 1 : at - source.to), type = typeOf(view, source);
  const between = follows ? describe(view, at + 1, source.from) : describe(view, source.to, at), commas = commasBetween(view, source, at);
  add(10, rank, type);
  add(11, rank, gap, between.verbs > 2 ? 2 : between.verbs);
  add(12, word, rank);
  add(13, tag, rank, gap);
  add(14, view.word(source.from - 1), rank < 0 ? -1 : Math.min(rank, 1));
  add(15, view.word(source.to - 1), 0);
  add(16, view.word(source.to), rank);
  add(17, type, Math.min(gap, 2), edges.kind);
  add(18, commas, gap, between.verbs);
  add(19, Number(source.from < edges.quoted.from), rank, bucket(path.tokens));
  add(20, view.word(source.from), rank < 0 ? -1 : Math.min(rank, 1));
  add(21, rank, view.tag(at + 1), view.tag(at - 1));
  add(22, rank, word === 0 ? 0 : tag, path.tokens === 0 ? 0 : 1);
  add(23, view.sentenceOf(source.from) === view.sentenceOf(edges.quoted.from) ? 1 : 0, rank);
  const isLead = Number(source.from === view.leadOf(at));
  add(25, isLead, tag, rank);
  add(26, isLead, between.verbs > 2 ? 2 : between.verbs, commas);
  const frame = frames.get(proposal.frame), start = view.layer.tokens.start[source.from] ?? 0, end = view.layer.tokens.end[source.to - 1] ?? 0;
  if (frame) add(30, frame.source && frame.source[0] < end && frame.source[1] > start ? 1 : 0, type);
}

function commasBetween(view: BlockView, source: TokenRange, at: number): number {
  let commas = 0;
  const from = Math.min(at, source.to), to = Math.max(at, source.from);
  for (let i = from; i < Math.min(to, from + FARTHEST); i++) if (view.tag(i) === Tag.Comma) commas++;
  return Math.min(commas, 3);
}

/** What a phrase may name: a pronoun's own word, or what its last words belong to. */
function typeOf(view: BlockView, { from, to }: TokenRange): number {
  if (view.tag(from) === Tag.Pronoun) return view.word(from);
  for (let at = to - 1; at >= Math.max(from, to - 4); at--) if (view.named(at)) return view.named(at);
  return view.tag(to - 1) === Tag.Name ? 20 : 21;
}
