import { type MarkedText, type Phrase, Tag, type TextLayer, type TokenRange, type Tokens } from '../layers';
import { type Cues, Role } from './cues';

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

/** How far beyond a block's edges a decision may look. */
const MARGIN = 32;
const FINITE = (1 << Tag.Past) | (1 << Tag.VerbS) | (1 << Tag.Modal) | (1 << Tag.Verb);

/**
 * A block as the decisions about reported speech see it: each word as its code, or as its tag where no list knows it. One view reads
 * block after block into buffers that it keeps.
 */
export class View {
  text: TextLayer = NO_TEXT;
  marks: readonly MarkedText[] = [];
  tag = NO_TEXT.tokens.tag;
  /** The code of every word that the lists know, or 0; zeros behind the last. */
  codes = new Uint16Array(256);
  /** Whether the block read last holds anything that may report. */
  hasCues = false;
  /** The same with a margin on both sides, unknown words by their tags. */
  #words = new Uint16Array(256 + 2 * MARGIN);
  /** Index of the outermost marked text that a token stands in (its marks included), or -1. */
  #marked = new Int16Array(256);
  /** For each token, the index of the first noun phrase that begins there or behind it. */
  #phrases = new Int32Array(256);

  constructor(readonly cues: Cues) {}

  /** Reads the words of a block. What `marks` and the noun phrases say of them is read only where a word may report. */
  read(text: TextLayer, marks: readonly MarkedText[]): this {
    this.text = text;
    this.marks = marks;
    this.tag = text.tokens.tag;
    this.#reserve(text.tokens.count);
    this.hasCues = this.#readWords();
    if (this.hasCues) {
      this.#readMarks();
      this.#readPhrases();
    }
    return this;
  }

  #reserve(count: number): void {
    const size = count + MARGIN;
    if (size <= this.codes.length) return;
    this.codes = new Uint16Array(size * 2);
    this.#words = new Uint16Array((size + MARGIN) * 2);
    this.#marked = new Int16Array(size * 2);
    this.#phrases = new Int32Array(size * 2);
  }

  #readWords(): boolean {
    const { count, hash, tag } = this.text.tokens,
      { codeOf, roles } = this.cues,
      { codes } = this,
      words = this.#words;
    let all = 0;
    for (let i = 0; i < count; i++) {
      const code = codeOf.get(hash[i] ?? 0);
      codes[i] = code;
      words[i + MARGIN] = code || UNKNOWN + (tag[i] ?? 0);
      all |= roles[code] ?? 0;
    }
    codes.fill(0, count, count + MARGIN);
    words.fill(EDGE, 0, MARGIN);
    words.fill(EDGE, count + MARGIN, count + 2 * MARGIN);
    return (all & (Role.Cue | Role.Phrase)) !== 0;
  }

  #readMarks(): void {
    const { count, start } = this.text.tokens,
      marked = this.#marked.fill(-1, 0, count + MARGIN);
    let at = 0;
    for (let index = 0; index < this.marks.length; index++) {
      const mark = this.marks[index];
      if (!mark || mark.inside !== null) continue;
      while (at < count && (start[at] ?? 0) < mark.span[0]) at++;
      for (; at < count && (start[at] ?? 0) < mark.span[1]; at++) marked[at] = index;
    }
  }

  #readPhrases(): void {
    const { phrases, tokens } = this.text,
      firsts = this.#phrases;
    let at = 0;
    for (let index = 0; index < phrases.length; index++)
      for (const from = phrases[index]?.from ?? 0; at <= from; at++) firsts[at] = index;
    firsts.fill(phrases.length, at, tokens.count + MARGIN);
  }

  /** The code of a word; of an unknown one, a number that stands for its tag. */
  word(at: number): number {
    return this.#words[at + MARGIN] ?? EDGE;
  }

  /** The tag of a word, or 63 beyond the block's edges. */
  tagAt(at: number): number {
    return this.tag[at] ?? 63;
  }

  marked(at: number): number {
    return this.#marked[at] ?? -1;
  }

  /** Index of the first noun phrase that begins at or after the token. */
  phraseFrom(at: number): number {
    return at < 0 ? 0 : (this.#phrases[at] ?? this.text.phrases.length);
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
    return ((FINITE >> (this.tag[at] ?? Tag.Other)) & 1) !== 0;
  }

  isStop(at: number): boolean {
    return this.tag[at] === Tag.Stop;
  }
}

const NO_TOKENS: Tokens = {
  count: 0,
  start: new Int32Array(0),
  end: new Int32Array(0),
  word: [],
  lower: [],
  hash: new Int32Array(0),
  tag: new Uint8Array(0),
  shape: new Uint8Array(0),
};
const NO_TEXT: TextLayer = { text: '', kind: 'body', tokens: NO_TOKENS, sentences: [], phrases: [] };

/** Buckets for distances: 0 to 6 apart, then 7-9, 10-14, 15-24, 25 and more. */
export function bucket(distance: number): number {
  return distance < 7 ? distance : distance < 10 ? 7 : distance < 15 ? 8 : distance < 25 ? 9 : 10;
}
