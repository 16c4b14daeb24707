import { Shape, Tag, type TextLayer, type Tokens } from '../layers';
import type { Match } from './grammar';
import type { Term } from './lexer';
import type { DateWords, TermKind } from './words';

/** Kinds that are written small unless they open a sentence. */
const PLAIN_KINDS: ReadonlySet<TermKind> = new Set([
  'UNIT',
  'UNITS',
  'DAYUNIT',
  'YEARUNIT',
  'WEEKEND',
  'SETWORD',
  'NOW',
  'DECADEUNIT',
  'CENTURYUNIT',
  'QUARTER',
  'DAYPART',
  'NIGHT',
] satisfies TermKind[]);
const MONTH_KINDS: ReadonlySet<TermKind> = new Set(['MONTH', 'MONTHWORD', 'MONTHSHORT'] satisfies TermKind[]);
const NOUNS: ReadonlySet<Tag> = new Set([Tag.Noun, Tag.Nouns, Tag.Name, Tag.Adjective, Tag.Number]);
/** A year so long ago or so far ahead needs a word that says it is one. */
const FIRST_PLAIN_YEAR = 1900,
  LAST_PLAIN_YEAR = 2060;

const APOSTROPHES = /['’‘]/;
const LETTER = /^\p{L}/u,
  CAPITAL = /^\p{Lu}/u,
  FEAST_START = /^[\p{Lu}\d]/u,
  CLOSES = /^(?:[),;]|\s?[-–—])/;

const isCapital = (tokens: Tokens, i: number): boolean =>
  tokens.shape[i] === Shape.Capital || tokens.shape[i] === Shape.Upper;
const isWord = (tokens: Tokens, i: number): boolean => LETTER.test(tokens.word[i] ?? '');

/** Tells a month from a name or a verb, a year from a number, an expression from a title. */
export class Guard {
  readonly #yearBefore: ReadonlySet<string>;
  readonly #oldYearBefore: ReadonlySet<string>;
  readonly #notYearBefore: ReadonlySet<string>;
  readonly #notYearAfter: ReadonlySet<string>;
  readonly #monthBefore: ReadonlySet<string>;
  readonly #clockBefore: ReadonlySet<string>;
  readonly #modals: ReadonlySet<string>;
  readonly #dayparts: ReadonlySet<string>;

  constructor(private readonly words: DateWords) {
    this.#yearBefore = new Set(words.yearBefore);
    this.#oldYearBefore = new Set(words.yearBefore.filter((word) => !words.numberBefore.includes(word)));
    this.#notYearBefore = new Set(words.notYearBefore);
    this.#notYearAfter = new Set(words.notYearAfter);
    this.#monthBefore = new Set(words.monthBefore);
    this.#clockBefore = new Set(words.clockBefore);
    this.#modals = new Set(words.futureWords);
    this.#dayparts = new Set(Object.keys({ ...words.terms.DAYPART, ...words.terms.NIGHT }));
  }

  /** Whether the words around a match let it be an expression. */
  allows({ terms, pattern }: Match, layer: TextLayer): boolean {
    const first = terms[0],
      last = terms[terms.length - 1];
    if (!first || !last) return false;
    if (!this.#allowsWords(terms, layer) || isTitle(layer, terms)) return false;
    if (first.kind === 'LAST' && this.#isVerb(layer, first)) return false;
    if (last.kind === 'TIMEWORD' && pattern.make === 'reference') return this.#isOpenTime(layer, last);
    if (
      last.kind === 'YEAR' &&
      pattern.make === 'calendar' &&
      terms.every(({ kind }) => kind === 'YEAR' || kind === 'APPROX') &&
      !this.#isYear(last, layer)
    )
      return false;
    if (last.kind === 'PAST' && NOUNS.has(layer.tokens.tag[last.token + 1] ?? Tag.Other)) return false;
    if (pattern.make === 'monthDay' && terms.length === 2) return this.#isMonthDay(first, last, layer);
    if (last.kind === 'NUMBER' && pattern.make === 'calendar' && !this.#isYearNumber(last, layer)) return false;
    return terms.length > 1 ? !this.#isShow(layer, last) : this.#allowsAlone(first, layer);
  }

  /** Months, short weekdays and feasts wherever they stand in an expression. */
  #allowsWords(terms: readonly Term[], layer: TextLayer): boolean {
    const { tokens } = layer;
    for (const term of terms) {
      if (MONTH_KINDS.has(term.kind) && !this.#isMonth(term, layer, terms.length === 1)) return false;
      if (term.kind === 'WEEKDAYSHORT' && !this.#isShortDay(terms, term, tokens)) return false;
      if (term.kind === 'FEAST' && this.#isOthers(term, tokens)) return false;
    }
    return true;
  }

  /** "Mon", "Sat" and "Sun" are names and words too: by themselves they need a word before them, or another short day. */
  #isShortDay(terms: readonly Term[], term: Term, { word, lower, shape }: Tokens): boolean {
    const { token } = term;
    if (!CAPITAL.test(word[token] ?? '')) return false;
    if (
      terms.length > 1 ||
      term.joined ||
      (lower[token] ?? '').includes('-') ||
      this.words.plainShortDays.includes((lower[token] ?? '').replace('.', ''))
    )
      return true;
    if (shape[token + 1] === Shape.Capital && !this.#isShortDayWord(lower[token + 1] ?? '')) return false;
    if (lower[token + 1] === this.words.possessive) return false;
    const before = lower[token - 1] ?? '';
    return (
      this.words.shortDayBefore.includes(before) ||
      this.#isShortDayWord(before) ||
      this.#isShortDayWord(lower[token - 2] ?? '') ||
      this.#isShortDayWord(lower[token + 2] ?? '')
    );
  }

  #isShortDayWord(lower: string): boolean {
    return this.words.terms.WEEKDAYSHORT?.[lower.replace('.', '')] !== undefined;
  }

  /** "Johnny Christmas" is a man; "Ukrainian Independence Day" is not the one that is known; feasts have a capital. */
  #isOthers({ token, value }: Term, tokens: Tokens): boolean {
    if (
      !FEAST_START.test(tokens.word[token] ?? '') ||
      (isCapital(tokens, token - 1) && tokens.tag[token - 1] === Tag.Name)
    )
      return true;
    if (!this.words.feasts[String(value)]?.national) return false;
    return (
      tokens.lower[token - 1] === this.words.possessive ||
      (isCapital(tokens, token - 1) && tokens.tag[token - 1] === Tag.Adjective)
    );
  }

  /** An expression of one word. */
  #allowsAlone(only: Term, layer: TextLayer): boolean {
    const { tokens } = layer,
      before = tokens.lower[only.token - 1] ?? '';
    switch (only.kind) {
      case 'CLOCK':
        return String(only.value).endsWith('!') || this.#clockBefore.has(before);
      case 'PARTNAME':
        return this.#monthBefore.has(before);
      case 'TODAY':
        return !(isCapital(tokens, only.token) && tokens.tag[only.token - 1] === Tag.Name);
      case 'WEEKDAY':
        return !this.#isShow(layer, only) && CAPITAL.test(tokens.word[only.token] ?? '');
      default:
        return true;
    }
  }

  /** "May" and "March" need a capital; a month without day or year must not be part of a name ("April Ryan", "Theresa May"). */
  #isMonth(term: Term, { tokens, text }: TextLayer, alone: boolean): boolean {
    const i = term.token,
      word = tokens.word[i] ?? '';
    if (!CAPITAL.test(text.charAt(term.start))) return false;
    if (!alone) return true;
    const before = tokens.lower[i - 1] ?? '',
      introduced = this.#monthBefore.has(before) || term.joined;
    if (term.kind === 'MONTHSHORT') return introduced && word.endsWith('.');
    const namedBefore = i > 0 && isCapital(tokens, i - 1) && isWord(tokens, i - 1) && !introduced;
    const namedAfter = isCapital(tokens, i + 1) && isWord(tokens, i + 1);
    if (term.kind === 'MONTHWORD') return introduced && !(namedAfter && before === 'for');
    return introduced || (!namedBefore && !namedAfter);
  }

  /** "On the 5th he left", not "on the 5th floor". */
  #isMonthDay(first: Term, last: Term, { tokens }: TextLayer): boolean {
    const next = last.token + 1;
    return (
      this.words.monthDayBefore.includes(tokens.lower[first.token - 1] ?? '') &&
      !NOUNS.has(tokens.tag[next] ?? Tag.Other) &&
      this.words.terms.OF?.[tokens.lower[next] ?? ''] === undefined &&
      tokens.tag[next] !== Tag.Conjunction
    );
  }

  /** "The year two thousand", not "the year 1,197 people died". */
  #isYearNumber({ start, end }: Term, { text }: TextLayer): boolean {
    return !/\d,/.test(text.slice(start, end));
  }

  #isYear(term: Term, layer: TextLayer): boolean {
    const { tokens, text } = layer,
      i = term.token,
      written = tokens.lower[i - 1] ?? '',
      before = written.endsWith('.') ? written.slice(0, -1) : written,
      value = Number(term.value);
    if (
      this.#notYearBefore.has(before) ||
      this.#notYearBefore.has(text.charAt(term.start - 1)) ||
      this.#notYearAfter.has(tokens.lower[i + 1] ?? '')
    )
      return false;
    if (APOSTROPHES.test(text.charAt(term.start))) return this.#isShortYear(term, before, layer);
    const bracketed = text.charAt(term.start - 1) === '(' && CLOSES.test(text.slice(term.end, term.end + 2)); // "The Hidden Shore (1791)"
    if (bracketed) return true;
    // "Orion 1980 jets": a name with its number.
    if (
      i > 0 &&
      isCapital(tokens, i - 1) &&
      isWord(tokens, i - 1) &&
      tokens.tag[i - 1] === Tag.Name &&
      isWord(tokens, i + 1) &&
      !this.#yearBefore.has(before)
    )
      return false;
    if (value < FIRST_PLAIN_YEAR || value > LAST_PLAIN_YEAR)
      return this.#oldYearBefore.has(before) && tokens.tag[i + 1] !== Tag.Nouns;
    return this.#yearBefore.has(before) || tokens.tag[i + 1] !== Tag.Nouns;
  }

  /** "In ’98", "the class of ’91"; not "in ’24 hours’ time’". */
  #isShortYear({ token, start, end }: Term, before: string, { tokens, text }: TextLayer): boolean {
    const next = tokens.tag[token + 2];
    if (/['’]/.test(text.charAt(end)) || /[\p{L}\d]/u.test(text.charAt(start - 1))) return false;
    return this.#yearBefore.has(before) && (before === 'the' || next !== Tag.Nouns);
  }

  /** "Expected to last ten weeks", "will last two days". */
  #isVerb({ tokens }: TextLayer, { token }: Term): boolean {
    const before = tokens.lower[token - 1] ?? '';
    return before === this.words.infinitive || this.#modals.has(before);
  }

  /** "At the time" with nothing behind it that says which ("at the time of the vote"). */
  #isOpenTime({ tokens }: TextLayer, last: Term): boolean {
    const next = last.token + 1,
      tag = tokens.tag[next];
    return (
      next >= tokens.count ||
      tag === Tag.Stop ||
      tag === Tag.Comma ||
      tag === Tag.Quote ||
      tag === Tag.Conjunction ||
      tokens.lower[next] === this.words.complementizer
    );
  }

  /** "Saturday Night Live": a show's name. */
  #isShow({ tokens }: TextLayer, last: Term): boolean {
    return (
      last.kind === 'WEEKDAY' &&
      isCapital(tokens, last.token + 1) &&
      this.#dayparts.has(tokens.lower[last.token + 1] ?? '')
    );
  }
}

/** "60 Minutes", "This Week", "LA Weekly": a capital within a sentence makes a name of words that else have none; "the 17th Century" is often written so. */
function isTitle({ tokens, kind, sentences }: TextLayer, terms: readonly Term[]): boolean {
  if (kind === 'headline') return false;
  return terms.some((term) => {
    if (!PLAIN_KINDS.has(term.kind) || tokens.shape[term.token] !== Shape.Capital) return false;
    if (term.kind === 'CENTURYUNIT' && terms.some((other) => other.kind === 'ORDINALDAY' || other.kind === 'ORDINAL'))
      return false;
    return tokens.lower[term.token - 1] !== undefined && !sentences.some(({ from }) => from === term.token);
  });
}
