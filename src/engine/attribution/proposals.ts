import type { BlockLayer, Frame, TokenRange } from '../layers';
import type { Span } from '../model';
import { overlap } from '../span';
import { type BlockView, VERBS } from './view';

/** How a proposal came about. The numbers are part of the learned weights: append, never reorder. */
export enum Origin {
  Nobody,
  Reported,
  Follows,
  Precedes,
  LedIn,
  CarriesOn,
}

/** A way to attribute a quotation, before the weights choose. */
export interface Proposal {
  readonly origin: Origin;
  readonly cue: TokenRange | null;
  readonly source: TokenRange | null;
  /** The quotation whose attribution is taken over, or -1: an index into the block's, of `CarriesOn` into those of the block before. */
  readonly like: number;
  /** Index of the frame with this cue, or -1. */
  readonly frame: number;
  readonly path: Path;
  /** How many phrases stand between cue and source: 0 the nearest; negative: the source follows. */
  readonly rank: number;
}

/** What lies between a quotation and a reporting word. */
export interface Path {
  readonly after: boolean;
  readonly tokens: number;
  readonly verbs: number;
  readonly commas: number;
  readonly quotations: number;
  readonly sentences: number;
}

export const NO_PATH: Path = { after: false, tokens: 0, verbs: 0, commas: 0, quotations: 0, sentences: 0 };

/** What stands between a quotation and its signature: “We sail.” — Ann Lee */
export const DASHES: ReadonlySet<string> = new Set(['-', '–', '—', '―', '--']);

/** A proposal that takes over another quotation's attribution, or gives none. */
export function plain(origin: Origin, like: number): Proposal {
  return { origin, cue: null, source: null, like, frame: -1, path: NO_PATH, rank: 0 };
}

/** A proposal by a reporting word that stands so many tokens before the marks, in the same clause. */
export function reportedBefore(cue: number, source: TokenRange, frame: number, tokens: number): Proposal {
  const path = { ...NO_PATH, tokens };
  return { origin: Origin.Reported, cue: { from: cue, to: cue + 1 }, source, like: -1, frame, path, rank: 0 };
}

/** False where the form of the marks alone shows that nobody speaks between them: a defined term, a nickname. */
export function mayBeSpeech({ layer, quotations }: BlockView, index: number): boolean {
  return layer.marks[quotations[index]?.mark ?? -1]?.kind !== 'other';
}

/** The last quotation before `index` that may be speech, or -1. */
export function speechBefore(view: BlockView, index: number): number {
  let before = index - 1;
  while (before >= 0 && !mayBeSpeech(view, before)) before--;
  return before;
}

export function isVerb(tag: number): boolean {
  return ((VERBS >> tag) & 1) !== 0;
}

/** A rule that proposes how a quotation of a block may be attributed; the weights choose among the proposals of all. */
export interface Sieve {
  readonly origin: Origin;
  propose(reading: Reading, index: number, proposals: Proposal[]): void;
}

/** A block with its frames; `previous` is the prose before it, for quotations that begin a block. */
export interface Reading {
  readonly view: BlockView;
  readonly frames: FrameIndex;
  readonly previous: Reading | null;
}

const NEAR = 50,
  NONE = new Int32Array(0);

/** The frames of a block by the tokens of their cues. */
export class FrameIndex {
  /** By token: 1 + the index of the frame whose cue it belongs to, or 0. */
  readonly #frameOf: Int32Array;

  constructor(readonly layer: BlockLayer) {
    const { tokens, frames } = layer;
    this.#frameOf = frames.length ? new Int32Array(tokens.count) : NONE;
    let at = 0;
    frames.forEach(({ cue }, index) => {
      while (at > 0 && (tokens.start[at - 1] ?? 0) >= cue[0]) at--;
      while (at < tokens.count && (tokens.end[at] ?? 0) <= cue[0]) at++;
      for (let token = at; token < tokens.count && (tokens.start[token] ?? 0) < cue[1]; token++)
        this.#frameOf[token] = index + 1;
    });
  }

  at(token: number): number {
    return (this.#frameOf[token] ?? 0) - 1;
  }

  /** Whether a frame's cue begins with the token. */
  begins(token: number): boolean {
    const frame = this.at(token);
    return frame >= 0 && this.at(token - 1) !== frame;
  }

  /** The relative pronoun that stands for a source ("who" of "Okafor, who said"), where the frame takes that source; or null. */
  relativeOf(index: number, source: Span): Span | null {
    const frame = this.get(index);
    return frame?.source && frame.relative && overlap(frame.source, source) > 0 ? frame.relative : null;
  }

  get(index: number): Frame | undefined {
    return index < 0 ? undefined : this.layer.frames[index];
  }

  /** The frames that report any of the span, by the order of their cues; those with a cue farther off than `NEAR` tokens are left out. */
  reporting(span: Span, { from, to }: TokenRange): number[] {
    const found: number[] = [];
    this.#addReporting(span, Math.max(0, from - NEAR), from, found);
    this.#addReporting(span, to, Math.min(to + NEAR, this.#frameOf.length), found);
    return found;
  }

  #addReporting(span: Span, from: number, to: number, found: number[]): void {
    for (let token = from; token < to; token++) {
      const frame = this.at(token);
      if (frame >= 0 && !found.includes(frame) && this.get(frame)?.content.some((piece) => overlap(piece, span) > 0))
        found.push(frame);
    }
  }
}
