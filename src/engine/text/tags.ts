import { Tag, type TokenRange, type Tokens } from '../layers';
import { EDGE, Evidence, FEATURES, Memory, readFeatures } from './features';
import { Lexicon } from './lexicon';
import type { TagWeights } from './words';

/** Marks by what they are to a sentence; any other symbol is a stop where it is made of stops, else `Tag.Other`. */
export const MARKS: ReadonlyMap<string, Tag> = new Map<string, Tag>([
  ...[...'"“”„‟«»‹›「」『』`\'‘’‚‛'].map((mark): [string, Tag] => [mark, Tag.Quote]),
  ...['.', '!', '?', '…', '。', '！', '？'].map((mark): [string, Tag] => [mark, Tag.Stop]),
  ...['(', ')', '[', ']', '{', '}', ':', ';', '-', '–', '—', '--', '---', '/'].map((mark): [string, Tag] => [
    mark,
    Tag.Punctuation,
  ]),
  ...[...'$€£¥₹'].map((mark): [string, Tag] => [mark, Tag.Number]),
  [',', Tag.Comma],
  ['%', Tag.Noun],
  ['&', Tag.Conjunction],
]);

/** Each tag's place in the table of weights, as far from the others' as can be. */
export function tagSalts(mask: number): Int32Array {
  return Int32Array.from({ length: 32 }, (_, tag) => (Math.imul(tag + 1, 0x9e3779b1) >>> 7) & mask);
}

/** Each feature's own multiplier: odd, so that it loses nothing. */
export const FEATURE_SALTS = Int32Array.from(
  { length: FEATURES },
  (_, feature) => Math.imul(feature + 1, 0x85ebca6b) | 1,
);

/**
 * Compiles the tagger; it fills `tokens.tag`, sentence by sentence, left to right. A word with one possible tag has it; others
 * take the tag for which the weights of what is seen around them add up to most (an averaged perceptron, scripts/train-tags.ts).
 */
export function createTagger(weights: TagWeights): (tokens: Tokens, sentences: readonly TokenRange[]) => void {
  const tagger = new Tagger(weights);
  return (tokens, sentences) => {
    for (const { from, to } of sentences) tagger.read(tokens, from, to);
  };
}

class Tagger {
  readonly #lexicon: Lexicon;
  readonly #evidence: Evidence;
  readonly #weights: Int8Array;
  readonly #shift: number;
  readonly #salts: Int32Array;
  readonly #memory = new Memory();
  readonly #seen = new Int32Array(FEATURES);

  constructor(weights: TagWeights) {
    this.#lexicon = new Lexicon(weights);
    this.#evidence = new Evidence(this.#lexicon, MARKS);
    this.#weights = weights.weights;
    this.#shift = Math.clz32(this.#weights.length - 1);
    this.#salts = tagSalts(this.#weights.length - 1);
  }

  read(tokens: Tokens, from: number, to: number): void {
    const { tag } = tokens,
      memory = this.#memory,
      evidence = this.#evidence;
    evidence.read(tokens, from, to);
    memory.clear();
    let before = EDGE,
      beforeThat = EDGE;
    for (let i = from; i < to; i++) {
      const tags = evidence.tags[i] ?? 0;
      const only = 31 - Math.clz32(tags);
      const decided = tags === 1 << only ? only : this.#decide(tokens, i, from, tags, before, beforeThat);
      tag[i] = decided;
      memory.note(decided, this.#lexicon.auxiliary[evidence.class[i] ?? 0] ?? 0);
      beforeThat = before;
      before = decided;
    }
  }

  #decide(tokens: Tokens, i: number, from: number, tags: number, before: number, beforeThat: number): Tag {
    const seen = this.#seen,
      weights = this.#weights,
      shift = this.#shift;
    readFeatures(this.#evidence, i, from, tokens.shape[i] ?? 0, before, beforeThat, this.#memory, seen);
    for (let k = 0; k < FEATURES; k++) seen[k] = slotOf(seen[k] ?? 0, FEATURE_SALTS[k] ?? 1, shift);
    let best = Tag.Noun,
      most = -Infinity;
    for (let left = tags; left; left &= left - 1) {
      const tag = 31 - Math.clz32(left & -left),
        salt = this.#salts[tag] ?? 0;
      let score = 0;
      for (let k = 0; k < FEATURES; k++) score += weights[(seen[k] ?? 0) ^ salt] ?? 0;
      if (score > most) {
        most = score;
        best = tag;
      }
    }
    return best;
  }
}

/** The place of a feature in a table of 2^(32 - shift) weights. */
export function slotOf(value: number, salt: number, shift: number): number {
  const mixed = Math.imul(value ^ (value >>> 16), salt);
  return Math.imul(mixed ^ (mixed >>> 13), 0x9e3779b1) >>> shift;
}
