import type { DateWords } from './words';

/** A number in words at some token. */
export interface NumberRead {
  readonly value: number;
  /** True where the words can only be a year ("nineteen ninety-six"). */
  readonly year: boolean;
  /** The token behind it. */
  readonly next: number;
}

/** Words of one place: those before `to`. */
type WordAt = (index: number) => string;

const DIGITS = /^\d{1,3}$/;

/** Reads "twenty four", "a hundred", "two thousand and ten", "nineteen ninety-six", "2 1/2" and "two and a half". */
export class NumberReader {
  readonly #units: ReadonlyMap<string, number>;
  readonly #multipliers: ReadonlyMap<string, number>;

  constructor(
    private readonly words: Pick<DateWords, 'numbers' | 'multipliers' | 'numberAnd' | 'numberArticle' | 'numberHalf'>,
  ) {
    this.#units = new Map(Object.entries(words.numbers));
    this.#multipliers = new Map(Object.entries(words.multipliers));
  }

  /** The number that begins at token `i` of `lower` and ends before `to`, or null. A lone figure is none of its business. */
  read(lower: readonly string[], i: number, to: number): NumberRead | null {
    const word = lower[i] ?? '',
      first = this.#small(word);
    // Most words begin no number: they cost no more than this look.
    if (first === null && word !== this.words.numberArticle && !DIGITS.test(word)) return null;
    const at: WordAt = (k) => (k < to ? (lower[k] ?? '') : '');
    if (first === null) return this.#afterArticle(at, i) ?? this.#afterFigure(at, i);
    const second = this.#small(at(i + 1));
    if (second !== null && first >= 13 && first <= 20 && second >= 10 && second < 100)
      return { value: first * 100 + second, year: true, next: i + 2 };
    const tens = second !== null && first >= 20 && first % 10 === 0 && second < 10;
    const value = tens ? first + second : first,
      next = tens ? i + 2 : i + 1;
    return this.#half(at, value, next) ?? this.#multiplied(at, value, next);
  }

  /** The value of one word as a number, or null: "three", "hundred". */
  word(word: string): number | null {
    return this.#units.get(word) ?? this.#multipliers.get(word) ?? null;
  }

  #afterArticle(at: WordAt, i: number): NumberRead | null {
    return at(i) === this.words.numberArticle && this.#multipliers.has(at(i + 1))
      ? this.#multiplied(at, 1, i + 1)
      : null;
  }

  /** A whole number in figures before a fraction, "and a half" or a multiplier. */
  #afterFigure(at: WordAt, i: number): NumberRead | null {
    if (!DIGITS.test(at(i))) return null;
    const whole = Number(at(i));
    if (at(i + 1) === '1/2' || at(i + 1) === '½') return { value: whole + 0.5, year: false, next: i + 2 };
    return (
      this.#half(at, whole, i + 1) ?? (this.#multipliers.has(at(i + 1)) ? this.#multiplied(at, whole, i + 1) : null)
    );
  }

  #half(at: WordAt, value: number, next: number): NumberRead | null {
    const { numberAnd, numberArticle, numberHalf } = this.words;
    return at(next) === numberAnd && at(next + 1) === numberArticle && at(next + 2) === numberHalf
      ? { value: value + 0.5, year: false, next: next + 3 }
      : null;
  }

  /** The number `value` with the multipliers at `from` and what is added behind each ("two thousand and ten"). */
  #multiplied(at: WordAt, value: number, from: number): NumberRead {
    let total = value,
      next = from;
    for (
      let factor = this.#multipliers.get(at(next));
      factor !== undefined && next < from + 6;
      factor = this.#multipliers.get(at(next))
    ) {
      total *= factor;
      next++;
      const after = at(next) === this.words.numberAnd ? next + 1 : next,
        rest = this.#small(at(after));
      if (rest === null || rest >= factor) continue;
      total += rest;
      next = after + 1;
    }
    return { value: total, year: false, next };
  }

  /** The value of a number word below a hundred ("ninety-six"), or null. */
  #small(word: string): number | null {
    const value = this.#units.get(word);
    if (value !== undefined) return value;
    const hyphen = word.indexOf('-');
    if (hyphen < 0) return null;
    const tens = this.#units.get(word.slice(0, hyphen)),
      units = this.#units.get(word.slice(hyphen + 1));
    return tens !== undefined && units !== undefined && tens >= 20 && units < 10 && units > 0 ? tens + units : null;
  }
}
