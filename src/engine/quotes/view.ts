import { type MarkedText, type Phrase, Tag, type TextLayer, type TokenRange } from '../layers';
import type { Cues } from './cues';

/** Words beyond the edges of a block, and words that the lists do not know, by their tags. */
export const EDGE = 0xffff;
const UNKNOWN = 0x8000;

/** A reporting word in its place. */
export interface Cue {
  /** Its tokens: one, or those of a phrase. */
  readonly from: number;
  readonly to: number;
  /** Where its verb group begins: "has" of "has also said". */
  readonly group: number;
  /** Index in `Cues.entries`. */
  readonly code: number;
  readonly tag: Tag;
  readonly isNegated: boolean;
  readonly isPassive: boolean;
  /** For phrases: whether the source follows. */
  readonly sourceAfter: boolean;
  readonly sentence: TokenRange;
}

/** A block as the decisions about reported speech see it: each word as its code, or as its tag where no list knows it. */
export class View {
  readonly tag: Uint8Array;
  /** Index of the outermost marked text that a token stands in (its marks included), or -1. */
  readonly #marked: Int16Array | null;

  constructor(readonly text: TextLayer, readonly cues: Cues, readonly marks: readonly MarkedText[], readonly codes: Uint16Array) {
    this.tag = text.tokens.tag;
    this.#marked = marks.length ? markTokens(text, marks) : null;
  }

  /** The code of a word; of an unknown one, a number that stands for its tag. */
  word(at: number): number {
    if (at < 0 || at >= this.codes.length) return EDGE;
    return this.codes[at] || UNKNOWN + (this.tag[at] ?? 0);
  }

  /** The tag of a word, or 63 beyond the block's edges. */
  tagAt(at: number): number {
    return this.tag[at] ?? 63;
  }

  marked(at: number): number {
    return this.#marked?.[at] ?? -1;
  }

  /** Index of the first noun phrase that begins at or after the token. */
  phraseFrom(at: number): number {
    const { phrases } = this.text;
    let low = 0, high = phrases.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((phrases[middle]?.from ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The noun phrase that ends right before the token, or undefined. */
  phraseBefore(at: number): Phrase | undefined {
    const phrase = this.text.phrases[this.phraseFrom(at) - 1];
    return phrase && phrase.to === at ? phrase : undefined;
  }

  /** The noun phrase that begins at the token, or undefined. */
  phraseAt(at: number): Phrase | undefined {
    const phrase = this.text.phrases[this.phraseFrom(at)];
    return phrase && phrase.from === at ? phrase : undefined;
  }

  /** Whether the token is a finite verb, as far as its tag tells. */
  isFinite(at: number): boolean {
    const tag = this.tag[at];
    return tag === Tag.Past || tag === Tag.VerbS || tag === Tag.Modal || tag === Tag.Verb;
  }

  isStop(at: number): boolean {
    return this.tag[at] === Tag.Stop;
  }
}

function markTokens({ tokens }: TextLayer, marks: readonly MarkedText[]): Int16Array {
  const marked = new Int16Array(tokens.count).fill(-1);
  let at = 0;
  marks.forEach((mark, index) => {
    if (mark.inside !== null) return;
    while (at < tokens.count && (tokens.start[at] ?? 0) < mark.span[0]) at++;
    for (; at < tokens.count && (tokens.start[at] ?? 0) < mark.span[1]; at++) marked[at] = index;
  });
  return marked;
}

/** Buckets for distances: 0 to 6 apart, then 7-9, 10-14, 15-24, 25 and more. */
export function bucket(distance: number): number {
  return distance < 7 ? distance : distance < 10 ? 7 : distance < 15 ? 8 : distance < 25 ? 9 : 10;
}
