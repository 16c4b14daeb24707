/** The features of words that may report a quotation, and of the phrases that may be their sources. */
import { type Frame, Tag, type TokenRange } from '../layers';
import type { Options } from '../quotes/linear';
import { contains } from '../span';
import type { Edges } from './features';
import { type FrameIndex, Origin, type Path, type Proposal, type Reading } from './proposals';
import { type BlockView, bucket, COMMAS, VERBS } from './view';

/** First templates of the features of cues, and of sources. */
const CUE = 250,
  SOURCE = 280;

/** A word that may report a quotation, with what the features of all its sources ask of it. */
export interface CueSeen {
  /** The block that it stands in. */
  readonly view: BlockView;
  readonly frames: FrameIndex;
  readonly at: number;
  /** 0 where it stands before the quotation, 1 behind it, 2 in the block before. */
  readonly side: number;
  readonly path: Path;
  readonly frame: number;
  readonly word: number;
  readonly tag: number;
  readonly tagBefore: number;
  readonly tagAfter: number;
  readonly distance: number;
  /** Where the first phrase of its sentence begins. */
  readonly lead: number;
  /** The sentence of its block that has the number of the quotation's first token. */
  readonly home: number;
}

/** The cue of a proposal, or null where it has none. */
export function seeCue(reading: Reading, { quoted }: Edges, { origin, cue, path, frame }: Proposal): CueSeen | null {
  const home = origin === Origin.LedIn ? reading.previous : reading;
  if (!home || !cue) return null;
  const { view, frames } = home,
    at = cue.from,
    side = origin === Origin.LedIn ? 2 : path.after ? 1 : 0;
  return {
    view,
    frames,
    at,
    side,
    path,
    frame,
    word: view.word(at),
    tag: view.tag(at),
    tagBefore: view.tag(at - 1),
    tagAfter: view.tag(at + 1),
    distance: bucket(path.tokens),
    lead: view.leadOf(at),
    home: view.sentenceOf(quoted.from),
  };
}

/** The features that all proposals with the same cue share. */
export function addCue(options: Options, edges: Edges, cue: CueSeen): void {
  const { view, at, side, path, word, tag, distance } = cue;
  const near = side === 1 ? edges.after : side === 0 ? edges.before : view.word(view.to - 1);
  options.add(CUE, side);
  options.add(CUE + 1, sided(word, side));
  options.add(CUE + 2, sided(tag, side), distance);
  options.add(CUE + 3, sided(word, side), Math.min(2, distance), path.sentences);
  options.add(CUE + 4, sided(distance, side), path.sentences);
  options.add(CUE + 5, sided(Math.min(3, path.verbs), side), path.sentences, path.quotations);
  options.add(CUE + 6, sided(near, side), distance === 0 ? 0 : 1);
  options.add(CUE + 7, sided(near, side), tag);
  options.add(CUE + 8, sided(edges.kind, side), edges.words, path.sentences);
  options.add(CUE + 9, sided(edges.kind, side), distance, Math.min(2, path.verbs));
  options.add(CUE + 10, sided(edges.last, side), distance, edges.kind);
  options.add(CUE + 11, sided(path.quotations, side), Math.min(2, path.commas), distance);
  options.add(CUE + 12, sided(view.word(at + 1), side), tag);
  options.add(CUE + 13, sided(view.word(at - 1), side), tag);
  options.add(CUE + 14, sided(edges.before, side), edges.after);
  options.add(CUE + 15, sided(Number(edges.beginsSentence), side), Number(edges.endsSentence), path.sentences);
  options.add(CUE + 16, sided(word, side), near);
  options.add(CUE + 17, sided(word, side), edges.kind);
  options.add(CUE + 19, sided(edges.capitals, side), edges.words, Number(cue.frame >= 0));
  options.add(CUE + 24, sided(edges.capitals, side), word);
  addParts(options, edges, side, view.lower(at), near);
  addFrame(options, edges, cue);
}

/** How many letters of a word tell forms of one verb from other verbs. */
const STEM = 5;

/** An unknown verb is told by its ending, a form of a known one by its beginning. */
function addParts(options: Options, { kind }: Edges, side: number, lower: string, near: number): void {
  let ending = 0,
    stem = 0;
  for (let i = Math.max(0, lower.length - 3); i < lower.length; i++) ending = ending * 131 + lower.charCodeAt(i);
  for (let i = 0; i < Math.min(STEM, lower.length); i++) stem = Math.imul(stem, 131) + lower.charCodeAt(i);
  options.add(CUE + 18, sided(ending, side));
  options.add(CUE + 27, sided(stem, side));
  options.add(CUE + 28, sided(stem, side), near);
  options.add(CUE + 29, sided(stem, side), kind);
}

function addFrame(options: Options, { kind, quoted, reports }: Edges, { view, frames, frame, side }: CueSeen): void {
  const found = frames.get(frame);
  if (!found) {
    options.add(CUE + 20, side);
    options.add(CUE + 25, sided(Math.min(2, reports.length), side));
    return;
  }
  const own = reports.indexOf(frame),
    covers = coverOf(found, view.layer.marks[quoted.mark]?.span ?? NOWHERE);
  options.add(
    CUE + 25,
    sided(own < 0 ? 8 + Math.min(2, reports.length) : 4, side),
    own < 0 ? 0 : Math.min(2, own),
    own < 0 ? 0 : Math.min(2, reports.length - 1 - own),
  );
  let holds = false,
    isHeld = false;
  for (const index of reports) {
    const other = index === frame ? undefined : frames.get(index);
    if (other && !holds) holds = isWithin(other, found);
    if (other && !isHeld) isHeld = isWithin(found, other);
  }
  options.add(CUE + 26, sided(own < 0 ? 0 : holds ? 1 : 2, side), isHeld ? 1 : 2);
  options.add(CUE + 20, sided(1, side));
  options.add(CUE + 21, sided(covers, side));
  options.add(CUE + 22, sided(covers, side), kind, Math.round(found.why.confidence * 5));
  options.add(CUE + 23, sided(found.act === 'speech' ? 0 : found.act === 'thought' ? 1 : 2, side), covers);
}

const NOWHERE = [0, 0] as const;

/** How a frame's content and a quotation meet: 0 not at all, 1 in part, 2 it holds the quotation, 3 it is the quotation. */
function coverOf({ content }: Frame, span: readonly [number, number]): number {
  let covers = 0;
  for (const piece of content) {
    if (piece[0] <= span[0] + 1 && piece[1] >= span[1] - 1)
      covers = piece[0] >= span[0] - 1 && piece[1] <= span[1] + 2 ? 3 : 2;
    else if (piece[0] < span[1] && piece[1] > span[0] && covers === 0) covers = 1;
  }
  return covers;
}

/** Whether the cue of one frame stands in what another reports. */
function isWithin({ cue }: Frame, { content }: Frame): boolean {
  for (const piece of content) if (contains(piece, cue)) return true;
  return false;
}

/** The features of a proposal's source, or of its having none. */
export function addSource(options: Options, edges: Edges, cue: CueSeen, { source, rank }: Proposal): void {
  const { view, frames, at, side, word, tag } = cue;
  if (!source) {
    options.add(SOURCE, sided(word, side));
    options.add(SOURCE + 1, sided(tag, side), cue.tagBefore);
    options.add(SOURCE + 2, sided(view.word(at - 1), side), view.word(at + 1));
    options.add(SOURCE + 3, sided(edges.kind, side), cue.distance);
    return;
  }
  const { from, to } = source,
    follows = from > at,
    gap = bucket(follows ? from - at - 1 : at - to),
    type = typeOf(view, source);
  const verbs = follows ? view.count(VERBS, at + 1, from) : view.count(VERBS, to, at),
    few = Math.min(2, verbs);
  const commas = Math.min(3, follows ? view.count(COMMAS, at, from) : view.count(COMMAS, to, at));
  const ranked = sided(rank, side),
    place = Math.max(-1, Math.min(rank, 1)),
    isLead = sided(from === cue.lead ? 1 : 0, side);
  options.add(SOURCE + 10, ranked, type);
  options.add(SOURCE + 11, ranked, gap, few);
  options.add(SOURCE + 12, sided(word, side), rank);
  options.add(SOURCE + 13, sided(tag, side), rank, gap);
  options.add(SOURCE + 14, sided(view.word(from - 1), side), place);
  options.add(SOURCE + 15, sided(view.word(to - 1), side));
  options.add(SOURCE + 16, sided(view.word(to), side), rank);
  options.add(SOURCE + 17, sided(type, side), Math.min(gap, 2), edges.kind);
  options.add(SOURCE + 18, sided(commas, side), gap, verbs);
  options.add(SOURCE + 19, sided(from < edges.quoted.from ? 1 : 0, side), rank, cue.distance);
  options.add(SOURCE + 20, sided(view.word(from), side), place);
  options.add(SOURCE + 21, ranked, cue.tagAfter, cue.tagBefore);
  options.add(SOURCE + 22, ranked, word === 0 ? 0 : tag, cue.path.tokens === 0 ? 0 : 1);
  options.add(SOURCE + 23, sided(view.sentenceOf(from) === cue.home ? 1 : 0, side), rank);
  options.add(SOURCE + 25, isLead, tag, rank);
  options.add(SOURCE + 26, isLead, few, commas);
  const frame = frames.get(cue.frame);
  if (frame) options.add(SOURCE + 30, sided(isSourceOf(view, source, frame) ? 1 : 0, side), type);
}

/** A value apart for each side of the quotation; a whole number of 32 bits, which costs no memory. */
function sided(value: number, side: number): number {
  return (value << 2) | side;
}

function isSourceOf({ layer: { tokens } }: BlockView, { from, to }: TokenRange, { source }: Frame): boolean {
  return source !== null && source[0] < (tokens.end[to - 1] ?? 0) && source[1] > (tokens.start[from] ?? 0);
}

/** What a phrase may name: a pronoun's own word, or what its last words belong to. */
function typeOf(view: BlockView, { from, to }: TokenRange): number {
  if (view.tag(from) === Tag.Pronoun) return view.word(from);
  for (let at = to - 1; at >= Math.max(from, to - 4); at--) if (view.named(at)) return view.named(at);
  return view.tag(to - 1) === Tag.Name ? 20 : 21;
}
