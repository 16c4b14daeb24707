import { Tag, type TextLayer, type TokenRange, type Tokens } from '../layers';
import type { Tense } from './form';
import type { DateWords } from './words';

export interface TenseFound {
  readonly tense: Tense;
  /** The words that decided, as a span of the block, or null. */
  readonly words: readonly [number, number] | null;
}

const REACH = 24;
const NOTHING: TenseFound = { tense: 'none', words: null };

/** Compiles the reader of the tense that governs an expression: the nearest verb or word of plan before it, else the first after it. */
export function createTense(words: DateWords): (layer: TextLayer, from: number, to: number) => TenseFound {
  const future = new Set(words.futureWords), past = new Set(words.pastWords);

  function at(tokens: Tokens, i: number): Tense | null {
    const lower = tokens.lower[i] ?? '', tag = tokens.tag[i];
    if (future.has(lower)) return 'future';
    if (past.has(lower) || tag === Tag.Past) return 'past';
    if (tag === Tag.Verb && tokens.lower[i - 1] === words.infinitive) return 'future';
    return null;
  }

  return (layer, from, to) => {
    const { tokens } = layer, sentence = sentenceOf(layer, from);
    const found = (i: number, tense: Tense): TenseFound => ({ tense, words: [tokens.start[i] ?? 0, tokens.end[i] ?? 0] });
    for (let i = from - 1; i >= Math.max(sentence.from, from - REACH); i--) {
      const tense = at(tokens, i);
      if (tense) return found(i, tense);
    }
    for (let i = to; i < Math.min(sentence.to, to + REACH); i++) {
      const tense = at(tokens, i);
      if (tense) return found(i, tense);
    }
    return NOTHING;
  };
}

/** The sentence that a token stands in. */
export function sentenceOf({ sentences, tokens }: TextLayer, token: number): TokenRange {
  let low = 0, high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sentences[middle]?.from ?? 0) <= token) low = middle;
    else high = middle - 1;
  }
  return sentences[low] ?? { from: 0, to: tokens.count };
}
