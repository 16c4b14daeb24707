import type { TextLayer, TokenRange, Tokens } from '../layers';
import { readFigure, wholeYear } from './figures';
import { NumberReader } from './numbers';
import type { DateWords, TermKind, TermValue } from './words';
import { TERM_KINDS } from './words';

/** A word, figure or fixed phrase that may be part of a temporal expression. */
export interface Term {
  readonly kind: TermKind;
  readonly value: TermValue;
  /** Offsets in the block. */
  readonly start: number;
  readonly end: number;
  /** Index of its first token. */
  readonly token: number;
  /** True where a hyphen ties it to the term before. */
  readonly joined: boolean;
  /** True where that hyphen means "to" and the term may stand by itself. */
  readonly opens?: boolean;
}

/** A run of terms with no other word between; `letters` has one letter a term, for the patterns to match. */
export interface Island {
  readonly terms: readonly Term[];
  readonly letters: string;
}

/** The letter that stands for a kind of term; a blank stands for a word that is part of no pattern. */
const LETTERS = new Map<TermKind, string>(TERM_KINDS.map((kind, index) => [kind, String.fromCharCode(0x100 + index)]));
export const letterOf = (kind: TermKind): string => LETTERS.get(kind) ?? ' ';

/** What one word is by itself. `kind` is null for a word that only has a part in longer entries ("near", "valentine's"). */
interface Entry {
  readonly kind: TermKind | null;
  readonly value: TermValue;
  readonly trigger: boolean;
  readonly longer: readonly Phrase[];
}
interface Phrase {
  readonly words: readonly string[];
  readonly kind: TermKind;
  readonly value: TermValue;
}

const LONGEST_RUN = 48;
const LEFT_REACH = 10;
const LONGEST_WORD = 40,
  SHORTEST_COMPOUND = 7;
const SKETCHES = 16384;
/** The bit that tells a small ASCII letter from its capital. */
const CASE = 0x20;
/** A small number for a word, by its first two letters and its last, whatever their case, and its length. */
const sketchOf = (first: number, second: number, last: number, length: number): number =>
  ((first | CASE) + (second | CASE) * 37 + (last | CASE) * 1171 + length * 613) & (SKETCHES - 1);
/** "2021/22", "1999/2000": a season or business year over two years. */
const YEARS_APART = /^(?:1[89]|20)\d\d\/(?:\d\d|(?:1[89]|20)\d\d)$/;
const APOSTROPHE = "'";
const DIGIT_0 = 0x30,
  DIGIT_9 = 0x39,
  STOP = 0x2e;

/** Reads the runs of terms in a block. Ordinary words cost one look-up. */
export class Lexer {
  readonly #entries = new Map<string, Entry>();
  readonly #triggers: ReadonlySet<TermKind>;
  /** 1 where a trigger, with or without the stop of an abbreviation, has this sketch. */
  readonly #sketch = new Uint8Array(SKETCHES);

  readonly #numbers: NumberReader;
  /** The next hyphen of the block. In a field: V8 searches for it at every word, whatever the condition, where it is a local variable. */
  #hyphen = -1;

  constructor(private readonly words: DateWords) {
    this.#numbers = new NumberReader(words);
    this.#triggers = new Set(words.triggers);
    const phrases: Phrase[] = [];
    for (const kind of TERM_KINDS) {
      for (const [text, value] of Object.entries(words.terms[kind] ?? {})) {
        // The tokenizer gives "'s" a token of its own.
        const parts = text.replace(/'s(?= )/g, " 's").split(' ');
        if (parts.length > 1) phrases.push({ words: parts, kind, value });
        else if (!this.#entries.has(text))
          this.#entries.set(text, { kind, value, trigger: this.#triggers.has(kind), longer: [] });
      }
    }
    for (const number of Object.keys({ ...words.numbers, ...words.multipliers }))
      this.#add(number, { trigger: isCentury(words.numbers[number]) });
    phrases.sort((a, b) => b.words.length - a.words.length);
    for (const phrase of phrases) {
      phrase.words.forEach((word, index) =>
        this.#add(word, {
          ...(index === 0 ? { longer: phrase } : {}),
          ...(index === phrase.words.length - 1 && this.#triggers.has(phrase.kind) ? { trigger: true } : {}),
        }),
      );
    }
    for (const [word, { trigger }] of this.#entries) {
      if (!trigger) continue;
      this.#sketch[sketchOf(word.charCodeAt(0), word.charCodeAt(1), word.charCodeAt(word.length - 1), word.length)] = 1;
      this.#sketch[sketchOf(word.charCodeAt(0), word.charCodeAt(1), STOP, word.length + 1)] = 1;
    }
  }

  #add(word: string, { longer, trigger = false }: { longer?: Phrase; trigger?: boolean }): void {
    const known = this.#entries.get(word) ?? { kind: null, value: 0, trigger: false, longer: [] };
    this.#entries.set(word, {
      ...known,
      trigger: known.trigger || trigger,
      longer: longer ? [...known.longer, longer] : known.longer,
    });
  }

  /** Calls `visit` for every island of the block, in order. */
  read(layer: TextLayer, visit: (island: Island) => void): void {
    const { tokens, text } = layer,
      { count, start, end } = tokens,
      sketch = this.#sketch;
    this.#hyphen = text.indexOf('-');
    for (let i = 0, free = 0; i < count; i++) {
      const from = start[i] ?? 0,
        to = end[i] ?? 0;
      if (to - from <= 1) continue;
      const first = text.charCodeAt(from);
      if (this.#hyphen >= 0 && this.#hyphen < from) this.#hyphen = text.indexOf('-', from);
      const hyphenated = this.#hyphen >= from && this.#hyphen < to,
        isDigit = first >= DIGIT_0 && first <= DIGIT_9;
      // Nearly every word is told by three letters and its length, without a look at the word itself.
      if (
        isDigit
          ? to - from <= 2 && !isShortYear(text, from, to)
          : !hyphenated && sketch[sketchOf(first, text.charCodeAt(from + 1), text.charCodeAt(to - 1), to - from)] === 0
      )
        continue;
      if (to - from > 2 || !isDigit) {
        if (!this.#isTrigger(tokens.lower[i] ?? '', isDigit, hyphenated)) continue;
      }
      const span = this.#reach(tokens, i, free);
      visit(this.#island(tokens, span.from, span.to));
      free = span.to;
      i = free - 1;
    }
  }

  /** The run of terms around a trigger; it may begin at `free` at the earliest. */
  #reach(tokens: Tokens, trigger: number, free: number): TokenRange {
    let from = trigger,
      to = trigger + 1;
    while (from > free && trigger - from < LEFT_REACH && this.#isTerm(tokens, from - 1)) from--;
    while (to < tokens.count && to - from < LONGEST_RUN && (this.#isTerm(tokens, to) || this.#isMonthStop(tokens, to)))
      to++;
    return { from, to };
  }

  /** True where a temporal expression may stand at the word. */
  #isTrigger(lower: string, isDigit: boolean, hyphenated: boolean): boolean {
    if (this.#entries.get(lower)?.trigger) return true;
    if (isDigit) return lower.length <= LONGEST_WORD && this.#isFigure(lower);
    if (lower.charCodeAt(lower.length - 1) === STOP) return this.#entries.get(lower.slice(0, -1))?.trigger === true;
    return hyphenated && lower.length >= SHORTEST_COMPOUND && lower.length <= LONGEST_WORD && this.#splits(lower);
  }

  #isFigure(lower: string): boolean {
    return (readFigure(lower, this.words.ordinalEndings)?.trigger ?? false) || this.#splits(lower);
  }

  /** True where every part between hyphens is a term and one of them a trigger. */
  #splits(lower: string): boolean {
    if (YEARS_APART.test(lower)) return true;
    if (!lower.includes('-')) return false;
    let trigger = false;
    for (const part of lower.split('-')) {
      const entry = this.#entries.get(part),
        figure = entry ? null : readFigure(part, this.words.ordinalEndings);
      if (!entry && !figure) return false;
      trigger ||= entry?.trigger ?? figure?.trigger ?? false;
    }
    return trigger;
  }

  /** "May. 9, 2019": a stop behind a month that needs none, before a day and a year. */
  #isMonthStop({ lower, end, start, count }: Tokens, i: number): boolean {
    if (lower[i] !== '.' || i < 1 || i + 2 >= count || end[i - 1] !== start[i]) return false;
    const kind = this.#entries.get(lower[i - 1] ?? '')?.kind;
    if (!kind || !MONTHS.includes(kind) || !/^\d\d?$/.test(lower[i + 1] ?? '')) return false;
    return /^\d{4}$/.test(lower[lower[i + 2] === ',' ? i + 3 : i + 2] ?? '');
  }

  #isTerm(tokens: Tokens, i: number): boolean {
    const lower = tokens.lower[i] ?? '';
    if (this.#entries.has(lower)) return true;
    if (lower.length > LONGEST_WORD) return false;
    if (lower.charCodeAt(lower.length - 1) === STOP) return this.#entries.has(lower.slice(0, -1));
    const first = lower.charCodeAt(0);
    if (
      first >= DIGIT_0 &&
      first <= DIGIT_9 &&
      (readFigure(lower, this.words.ordinalEndings) !== null || YEARS_APART.test(lower))
    )
      return true;
    return (
      lower.includes('-') &&
      lower.split('-').every((part) => this.#entries.has(part) || readFigure(part, this.words.ordinalEndings) !== null)
    );
  }

  #island(tokens: Tokens, from: number, to: number): Island {
    const terms: Term[] = [];
    let letters = '';
    const push = (term: Term | null): void => {
      if (term) terms.push(term);
      letters += term ? letterOf(term.kind) : '';
    };
    for (let i = from; i < to;) {
      if (tokens.end[i] === (tokens.start[i] ?? 0) + 1 && this.#isMonthStop(tokens, i)) i++;
      const before = terms.length;
      i =
        this.#shortYear(tokens, i, to, push) ||
        this.#phrase(tokens, i, to, push) ||
        this.#number(tokens, i, to, push) ||
        this.#single(tokens, i, push);
      if (terms.length === before) {
        const start = tokens.start[i - 1] ?? 0;
        terms.push({ kind: 'COMMA', value: 0, start, end: start, token: i - 1, joined: false });
        letters += ' ';
      }
    }
    return { terms, letters };
  }

  /** "’98": a year behind an apostrophe; the token after it, or 0. */
  #shortYear(tokens: Tokens, i: number, to: number, push: (term: Term) => void): number {
    const start = tokens.start[i] ?? 0,
      end = tokens.end[i + 1] ?? 0,
      figures = tokens.lower[i + 1] ?? '';
    if (tokens.lower[i] !== APOSTROPHE || i + 1 >= to || end - start !== 3 || !/^\d\d$/.test(figures)) return 0;
    if (UNITS.includes(this.#entries.get(tokens.lower[i + 2] ?? '')?.kind ?? 'OF')) return 0;
    push({ kind: 'YEAR', value: wholeYear(Number(figures)), start, end, token: i, joined: false });
    return i + 2;
  }

  /** A fixed phrase of several words at `i`; the token after it, or 0. */
  #phrase(tokens: Tokens, i: number, to: number, push: (term: Term) => void): number {
    const longer = this.#entries.get(tokens.lower[i] ?? '')?.longer;
    const phrase = longer?.find(
      ({ words }) =>
        i + words.length <= to &&
        words.every((word, k) => (tokens.lower[i + k] ?? '') === word || tokens.lower[i + k] === `${word}.`),
    );
    if (!phrase) return 0;
    const next = i + phrase.words.length;
    push({
      kind: phrase.kind,
      value: phrase.value,
      start: tokens.start[i] ?? 0,
      end: tokens.end[next - 1] ?? 0,
      token: i,
      joined: false,
    });
    return next;
  }

  /** A number in words or with a fraction at `i`; the token after it, or 0. */
  #number(tokens: Tokens, i: number, to: number, push: (term: Term) => void): number {
    const read = this.#numbers.read(tokens.lower, i, to);
    if (!read) return 0;
    push({
      kind: read.year ? 'YEAR' : 'NUMBER',
      value: read.value,
      start: tokens.start[i] ?? 0,
      end: tokens.end[read.next - 1] ?? 0,
      token: i,
      joined: false,
    });
    return read.next;
  }

  #single(tokens: Tokens, i: number, push: (term: Term) => void): number {
    const lower = tokens.lower[i] ?? '',
      start = tokens.start[i] ?? 0,
      end = tokens.end[i] ?? 0;
    const whole = this.#term(lower, start, end, i, false);
    if (whole?.kind === 'NUMBER') push(this.#stopClock(whole, lower, tokens.lower[i + 1] ?? ''));
    else if (whole) push(whole);
    else if (lower.includes('-') || YEARS_APART.test(lower)) this.#parts(lower, start, i, push);
    return i + 1;
  }

  /** "9.30" before "a.m." is a time, elsewhere a number. */
  #stopClock(number: Term, lower: string, next: string): Term {
    if (this.#entries.get(next)?.kind !== 'AMPM' && this.#entries.get(next.slice(0, -1))?.kind !== 'AMPM')
      return number;
    const clock = readFigure(lower.replace('.', ':'), this.words.ordinalEndings);
    return clock?.kind === 'CLOCK' ? { ...number, kind: clock.kind, value: clock.value } : number;
  }

  #term(lower: string, start: number, end: number, token: number, joined: boolean): Term | null {
    const entry = this.#entries.get(lower) ?? (lower.endsWith('.') ? this.#entries.get(lower.slice(0, -1)) : undefined);
    if (entry?.kind) return { kind: entry.kind, value: entry.value, start, end, token, joined };
    const number = this.#numbers.word(lower);
    if (number !== null) return { kind: 'NUMBER', value: number, start, end, token, joined };
    const figure = readFigure(lower, this.words.ordinalEndings);
    return figure && { kind: figure.kind, value: figure.value, start, end, token, joined };
  }

  /** "30-Nov-12", "Nov-30-2012": the parts of a whole date with its month in words, or null. */
  #dayMonthYear(lower: string, start: number, token: number): Term[] | null {
    const parts = lower.split('-'),
      [first = '', second = '', year = ''] = parts;
    if (parts.length !== 3 || !/^\d{2}(?:\d{2})?$/.test(year)) return null;
    const terms: Term[] = [];
    let at = start;
    for (const part of [first, second]) {
      const term = this.#term(part, at, at + part.length, token, at > start);
      if (!term) return null;
      terms.push(term);
      at += part.length + 1;
    }
    const isMonth = ({ kind }: Term): boolean => MONTHS.includes(kind),
      isDay = ({ kind }: Term): boolean => kind === 'SMALL';
    if (!(terms.some(isMonth) && terms.some(isDay))) return null;
    return [
      ...terms,
      { kind: 'YEAR', value: wholeYear(Number(year)), start: at, end: at + year.length, token, joined: true },
    ];
  }

  /** The parts of "third-quarter", "12-year-old" and "1914-18"; a hyphen between two alike means "to". Nothing where one is no term. */
  #parts(lower: string, start: number, token: number, push: (term: Term) => void): void {
    const written = this.#dayMonthYear(lower, start, token);
    if (written) return written.forEach(push);
    const parts: Term[] = [];
    let at = start;
    for (const part of lower.split(YEARS_APART.test(lower) ? '/' : '-')) {
      const term = this.#term(part, at, at + part.length, token, at > start),
        before = parts[parts.length - 1];
      if (!term) return;
      const range = before !== undefined && isRange(before.kind, term.kind);
      if (range) parts.push({ kind: 'TO', value: 0, start: at - 1, end: at, token, joined: true });
      parts.push(range ? { ...term, opens: true } : term);
      at += part.length + 1;
    }
    parts.forEach(push);
  }
}

/** Whether two figures stand behind an apostrophe that no letter or figure stands before: "’98". */
function isShortYear(text: string, from: number, to: number): boolean {
  return to - from === 2 && /['’‘]/.test(text.charAt(from - 1)) && !/[\p{L}\d]/u.test(text.charAt(from - 2));
}

/** Words that may begin a year in words: "nineteen ninety-six", "twenty twelve". */
const isCentury = (number: number | undefined): boolean => number !== undefined && number >= 17 && number <= 20;

const UNITS: readonly TermKind[] = ['UNIT', 'UNITS', 'DAYUNIT', 'YEARUNIT'];
const COUNTS: readonly TermKind[] = ['NUMBER', 'SMALL', 'YEAR', 'ORDINALDAY'],
  MONTHS: readonly TermKind[] = ['MONTH', 'MONTHWORD', 'MONTHSHORT'],
  DAYS: readonly TermKind[] = ['WEEKDAY', 'WEEKDAYSHORT'],
  CLOCKS: readonly TermKind[] = ['CLOCK'];
function isRange(a: TermKind, b: TermKind): boolean {
  return [COUNTS, MONTHS, DAYS, CLOCKS].some((kinds) => kinds.includes(a) && kinds.includes(b));
}
