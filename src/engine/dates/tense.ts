import { Tag, type TextLayer, type TokenRange, type Tokens } from '../layers';
import type { Tense } from './form';
import type { DateWords } from './words';

export interface TenseFound {
  readonly tense: Tense;
  /** The words that decided, as a span of the block, or null. */
  readonly words: readonly [number, number] | null;
}

/** How far a verb may stand from its date, in tokens; keeps hostile sentences cheap. */
const REACH = 24;
const NOTHING: TenseFound = { tense: 'none', words: null };

/**
 * Compiles the reader of the tense that governs an expression. It looks for the nearest finite verb, infinitive or word of plan
 * before it in its sentence; where the expression opens its clause ("On Friday, ..."), after it first.
 */
export function createTense(words: DateWords): (layer: TextLayer, from: number, to: number) => TenseFound {
  const modals = new Set(words.futureWords), plans = new Set(words.planWords), past = new Set(words.pastWords);
  const openEnds = new Set(words.openEnds), adverbialPrepositions = new Set(words.datePrepositions);
  const present = new Set(words.presentBe), aims = new Set(words.aims), aimEnds = new Set(words.aimEnds);

  const found = ({ start, end }: Tokens, i: number, tense: Tense): TenseFound => ({ tense, words: [start[i] ?? 0, end[i] ?? 0] });

  /** What the token at `i` says of the time of what stands near it, or null. */
  function at(tokens: Tokens, i: number, first: number): Tense | null {
    const lower = tokens.lower[i] ?? '', tag = tokens.tag[i];
    if (modals.has(lower)) return 'future';
    if (past.has(lower)) return 'past';
    if (plans.has(lower)) return pastBefore(tokens, i, first) ? 'past' : 'future';
    if (tag === Tag.Verb && tokens.lower[i - 1] === words.infinitive) return pastBefore(tokens, i - 1, first) ? 'past' : 'future';
    if (aims.has(lower) && aimEnds.has(tokens.lower[i + 1] ?? '')) return 'future';
    if (tag !== Tag.Past && tag !== Tag.Participle) return null;
    if (modalBefore(tokens, i, first)) return 'future';
    return tag === Tag.Participle && presentBefore(tokens, i, first) ? null : 'past';
  }

  /** "had been scheduled to", "was due to": what was planned then lies in the past. */
  function pastBefore(tokens: Tokens, i: number, first: number): boolean {
    for (let k = i - 1; k >= Math.max(first, i - 3); k--) if (words.perfect === tokens.lower[k]) return true;
    return false;
  }

  /** "will be paid", "would be held". */
  function modalBefore(tokens: Tokens, i: number, first: number): boolean {
    for (let k = i - 1; k >= Math.max(first, i - 4); k--) {
      if (modals.has(tokens.lower[k] ?? '') || tokens.lower[k] === words.infinitive) return true;
      if (tokens.tag[k] === Tag.Past || past.has(tokens.lower[k] ?? '')) return false;
    }
    return false;
  }

  /** "Is heard", "are paid": a passive that says nothing of the time. */
  function presentBefore(tokens: Tokens, i: number, first: number): boolean {
    for (let k = i - 1; k >= Math.max(first, i - 2); k--) if (present.has(tokens.lower[k] ?? '')) return true;
    return false;
  }

  function before(tokens: Tokens, from: number, first: number): TenseFound | null {
    for (let i = from - 1; i >= Math.max(first, from - REACH); i--) {
      const tense = at(tokens, i, first);
      if (tense) return found(tokens, i, tense);
    }
    return null;
  }

  function after(tokens: Tokens, to: number, end: number): TenseFound | null {
    for (let i = to; i < Math.min(end, to + REACH); i++) {
      const lower = tokens.lower[i] ?? '';
      if (modals.has(lower)) return found(tokens, i, 'future');
      if (past.has(lower) || tokens.tag[i] === Tag.Past) return found(tokens, i, 'past');
      if (plans.has(lower) || (lower === words.infinitive && present.has(tokens.lower[i - 1] ?? ''))) return found(tokens, i, 'future');
    }
    return null;
  }

  return (layer, from, to) => {
    const { tokens } = layer, sentence = sentenceOf(layer, from);
    let clause = from;
    while (clause > sentence.from && adverbialPrepositions.has(tokens.lower[clause - 1] ?? '')) clause--;
    const opens = clause === sentence.from || tokens.tag[clause - 1] === Tag.Conjunction || tokens.tag[clause - 1] === Tag.Quote;
    if (opens) return after(tokens, to, sentence.to) ?? before(tokens, clause, sentence.from) ?? NOTHING;
    if (tokens.lower[to] === words.possessive) return NOTHING;
    if (openEnds.has(tokens.lower[from - 1] ?? '')) return found(tokens, from - 1, 'future');
    return before(tokens, clause, sentence.from) ?? after(tokens, to, sentence.to) ?? NOTHING;
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
