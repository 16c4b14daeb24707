import type { Span } from '../model';
import { Char, charAt, isWordChar } from './characters';
import type { Dissect, Looks, Piece } from './pieces';
import { createLabels } from './turnLabels';
import type { BlockWords, LabelWords } from './words';

/** Compiles the words into the reader of single pieces. */
export function createDissect(words: BlockWords, labels: LabelWords): Dissect {
  const reader = new Reader(words, labels);
  return (text, from, to, line) => reader.dissect(text, from, to, line);
}

/** A name alone on a line, with a role behind it; a line of a menu. */
const LONGEST_NAME = 80,
  LONGEST_PAGE_LINE = 60;
/** Nothing longer than this is a menu entry, a date line or a byline. */
const SHORT = 160;
const LONGEST_TITLE = 200;
/** Longer than any beginning of a line that tells its kind. */
const LONGEST_START = 32;
/** How far into a paragraph a dateline may reach. */
const LONGEST_DATELINE = 90;

const DASH = /\s*(?:[–—―_]|--?)(?:\s+|$)/y;
const PLACE = /(?:\p{Lu}[\p{L}\p{M}.'’/-]*|\d[\d:.,]*|de|of|the|la|al|el|and)(?:,? (?=[\p{L}\d]))?/uy;
/** “Photo by ”, “Image: ”: what stands before a credit's name. */
const CREDIT_WORDS = /^[\p{Ll}\p{Lu}]+(?: [\p{Ll}]+)?(?::|(?= ))\s*/u;
const DATE_KEY = /[^\S\r\n]*(\p{L}+)[^\S\r\n]+\d{4}-\d\d(?:-\d\d)?(?!\d|-)[^\S\r\n]*/uy;

class Reader {
  readonly #months: ReadonlySet<string>;
  readonly #dateLine: ReadonlySet<string>;
  readonly #agencies: ReadonlySet<string>;
  readonly #creditParts: ReadonlySet<string>;
  readonly #particles: ReadonlySet<string>;
  readonly #crawlKeys: ReadonlySet<string>;
  readonly #pageLines: ReadonlySet<string>;
  readonly #pageStarts: Beginnings;
  readonly #headerStarts: Beginnings;
  readonly #captionStarts: Beginnings;
  readonly #creditStarts: Beginnings;
  /** A space and then the beginning of a credit, in lower case. */
  readonly #credit: RegExp;

  readonly #labelOf: ReturnType<typeof createLabels>;

  constructor(
    private readonly words: BlockWords,
    labels: LabelWords,
  ) {
    this.#labelOf = createLabels(labels);
    this.#months = new Set(words.months);
    this.#dateLine = new Set([...words.dateLine, ...words.months]);
    this.#agencies = new Set(words.agencies);
    this.#creditParts = new Set(words.creditParts);
    this.#particles = new Set(words.nameParticles);
    this.#crawlKeys = new Set(words.crawlKeys);
    this.#pageLines = new Set(words.pageLines);
    this.#pageStarts = new Beginnings(words.pageStarts);
    this.#headerStarts = new Beginnings(words.headerStarts);
    this.#captionStarts = new Beginnings(words.captionStarts);
    this.#creditStarts = new Beginnings(words.creditStarts);
    this.#credit = new RegExp(`\\s(?:${words.captionStarts.join('|')})`);
  }

  dissect(text: string, from: number, to: number, line: { readonly bullet: boolean; readonly copy: boolean }): Piece[] {
    const pieces: Piece[] = [];
    let start = from;
    const header = this.#crawlHeader(text, start, to);
    if (header > start) pieces.push({ span: trimmed(text, start, header), looks: 'header' });
    start = skipSpace(text, header, to);
    const dateline = this.#dateline(text, start, to);
    if (dateline > start) pieces.push({ span: trimmed(text, start, dateline), looks: 'dateline' });
    start = skipSpace(text, dateline, to);
    if (start < to)
      pieces.push({
        span: [start, to],
        looks: pieces.length && dateline > header ? 'body' : this.#looks(text.slice(start, to), line),
      });
    return pieces;
  }

  /** " date 2022-02-17 ": the end of what a crawler put before the text, or `from`. */
  #crawlHeader(text: string, from: number, to: number): number {
    if (charAt(text, from) === Char.Upper) return from;
    DATE_KEY.lastIndex = from;
    const found = DATE_KEY.exec(text);
    return found && DATE_KEY.lastIndex <= to && this.#crawlKeys.has(found[1] ?? '') ? DATE_KEY.lastIndex : from;
  }

  /** “PARIS, Dec 3 (Reuters) – ”: the end of the place, date and agency that lead into the text, or `from`. */
  #dateline(text: string, from: number, to: number): number {
    if (charAt(text, from) !== Char.Upper && text.charAt(from) !== '(') return from;
    const limit = Math.min(to, from + LONGEST_DATELINE);
    let at = from,
      capitals = 0;
    for (PLACE.lastIndex = at; at < limit; PLACE.lastIndex = at) {
      if (!PLACE.test(text)) break;
      if (at === from && /^\p{Lu}[\p{Lu}\p{M}.'’-]{2,}/u.test(text.slice(from, PLACE.lastIndex))) capitals++;
      at = PLACE.lastIndex;
    }
    at = skipSpace(text, at, to);
    const agency = this.#agency(text, at, limit);
    if (at === from && !agency) return from;
    const afterAgency = agency || at;
    DASH.lastIndex = afterAgency;
    const dashed = DASH.test(text) && DASH.lastIndex <= to ? DASH.lastIndex : 0;
    const next = dashed || skipSpace(text, afterAgency, to);
    // A dateline may stand alone, the text below it.
    if (next >= to ? !dashed : !startsText(text, next)) return from;
    if (agency)
      return dashed || this.#agencies.has(text.slice(text.lastIndexOf('(', agency) + 1, agency - 1).toLowerCase())
        ? next
        : from;
    const lead = text.slice(from, at);
    return dashed && ((capitals && this.#isPlaceAndDate(lead)) || this.#endsWithDate(lead)) ? next : from;
  }

  /** The end of an agency in brackets at `at`, or 0. */
  #agency(text: string, at: number, limit: number): number {
    if (text.charAt(at) !== '(') return 0;
    const close = text.indexOf(')', at);
    if (close < 0 || close > limit || close - at > 40 || charAt(text, at + 1) !== Char.Upper) return 0;
    return close + 1;
  }

  /** Without an agency a dateline is a place in capitals, perhaps with its country and a date behind commas. */
  #isPlaceAndDate(text: string): boolean {
    const [place = '', ...rest] = text.split(',');
    const words = place.trim().split(' ');
    if (
      words.length > 3 ||
      place.trim().length < 4 ||
      words.some((word) => word !== word.toUpperCase() || /['’]/.test(word))
    )
      return false;
    return rest.every((part) => part.trim().split(/\s+/).length <= 3);
  }

  /** “London, 5 June”. */
  #endsWithDate(text: string): boolean {
    const parts = text
      .slice(text.indexOf(',') + 1)
      .trim()
      .split(/[\s,]+/);
    if (!text.includes(',') || parts.length > 4) return false;
    return (
      parts.some((part) => /^\d/.test(part)) &&
      parts.every((part) => /^\d{1,4}$/.test(part) || this.#months.has(strip(part.toLowerCase())))
    );
  }

  #looks(text: string, { bullet, copy }: { readonly bullet: boolean; readonly copy: boolean }): Looks {
    if (this.#isTurn(text)) return 'body';
    if (text.length > SHORT) {
      const isCaption = this.#captionStarts.has(text.slice(0, LONGEST_START).toLowerCase());
      if (copy || isCaption || this.#isCaption(text)) return 'caption';
      return text.length <= LONGEST_TITLE && (isTitle(text) || (isSentence(text) && hasCapitals(text)))
        ? 'title'
        : 'body';
    }
    const lower = text.toLowerCase().replaceAll('’', "'");
    if (this.#isPage(lower, text)) return 'boilerplate';
    if (this.#headerStarts.has(lower) && /\d/.test(lower) && !endsWithStop(text)) return 'header';
    if (this.#isDateLine(lower)) return 'dateline';
    if (this.#isByline(text, lower) || this.#isCredit(text)) return 'byline';
    if (copy || this.#captionStarts.has(lower) || this.#isCaption(text)) return 'caption';
    if (bullet) return text.split(/\s+/, 3).length <= 2 && !endsWithStop(text) ? 'item' : 'body';
    if (text.length <= LONGEST_NAME && this.#isName(text)) return 'name';
    if (isTitle(text)) return 'title';
    if (!isSentence(text)) return 'body';
    return hasCapitals(text) ? 'title' : 'line';
  }

  /** What stands behind a label that shows by itself that somebody speaks is no headline, however short. */
  #isTurn(text: string): boolean {
    const label = this.#labelOf(text);
    return label !== null && label.form !== 'plain' && (label.form !== 'marked' || label.titled);
  }

  #isPage(lower: string, text: string): boolean {
    if (
      text.length <= LONGEST_PAGE_LINE &&
      this.#pageLines.has(lower.replace(/^[^\p{L}\p{N}©]+|[^\p{L}\p{N})]+$/gu, ''))
    )
      return true;
    return (this.#pageStarts.has(lower) && !/["“”«»]/.test(text)) || lower.startsWith('©') || lower.startsWith('(c) ');
  }

  /** A line of nothing but a date: "Friday, July 21, 2017". */
  #isDateLine(lower: string): boolean {
    if (lower.length > 60 || !/\d/.test(lower)) return false;
    const parts = lower.split(/[\s,|·•()–-]+/).filter((part) => part);
    if (
      parts.length > 10 ||
      !parts.some((part) => this.#months.has(strip(part)) || /^(?:\d{4}|\d\d?[./]\d\d?[./]\d{2,4})$/.test(part))
    )
      return false;
    const hasDay =
      parts.some((part) => this.#months.has(strip(part))) || /\d{4}-\d\d-\d\d|\d[./]\d\d?[./]\d/.test(lower);
    return (
      hasDay &&
      parts.every((part) => this.#dateLine.has(strip(part)) || /^\d[\d:./]*(?:st|nd|rd|th|am|pm|z)?$/.test(part))
    );
  }

  #isByline(text: string, lower: string): boolean {
    if (this.#creditStarts.has(lower.startsWith('(') ? lower.slice(1) : lower)) return true;
    const start = this.words.bylineStarts.find((word) => lower.startsWith(word + ' '));
    if (!start || endsWithStop(text)) return false;
    return text
      .slice(start.length + 1)
      .split(/[\s,|&]+/)
      .every((word) => this.#isNameWord(word) || word === 'and' || word === 'for' || /^\d|@/.test(word));
  }

  /** “Meridian/Ann Lee/File Photo”, “(Ann Lee/Meridian)”, “Meridian Images”: agencies, with who took the picture and what it is. */
  #isCredit(text: string): boolean {
    const parts = text.replace(/^[([]|[)\].]+$/g, '').split(/\s*[/|]\s*/);
    let agencies = 0;
    for (const part of parts) {
      const lower = part.toLowerCase();
      if (this.#agencies.has(lower)) agencies++;
      else if (!this.#creditParts.has(lower) && !this.#isPhotographer(part)) return false;
    }
    return agencies > 0;
  }

  #isPhotographer(text: string): boolean {
    const words = text.split(/\s+/);
    return words.length <= 4 && words.every((word) => this.#isNameWord(word));
  }

  /** “Ann Lee”, “Ann Lee in Paris”, “Ann Lee, chief reporter”. */
  #isName(text: string): boolean {
    const [name = '', role] = text.split(/,\s+(?=\p{Ll})|\s+(?=in \p{Lu})/u);
    if (role !== undefined && !role.startsWith('in ') && !this.words.bylineRoles.some((word) => role.includes(word)))
      return false;
    const names = name.split(/\s+/);
    return (
      names.length >= 2 &&
      names.length <= 4 &&
      !name.includes(',') &&
      /^\p{Lu}/u.test(text) &&
      names.every((word) => this.#isNameWord(word) && !/\d/.test(word)) &&
      /\p{Ll}/u.test(text)
    );
  }

  #isNameWord(word: string): boolean {
    return /^\p{Lu}[\p{L}\p{M}'’-]*\.?,?$/u.test(word) || this.#particles.has(word);
  }

  /** "… of the city. EPA", "… on Tuesday © Ann Lee/Agency", "… Image: Agency." */
  #isCaption(text: string): boolean {
    const tail = text.slice(-60),
      credit = tail.search(/[©]\s*\p{Lu}/u);
    if (credit >= 0 && !/[.!?]\s+\p{Lu}\p{Ll}+\s+\p{Ll}/u.test(tail.slice(credit))) return true;
    const last = /[.!?)"”]\s+(?:\p{Lu}[\p{L}. ]{0,25}\/\s?)?(\p{Lu}[\p{L} ]{1,24}?)\.?$/u.exec(tail);
    if (last && this.#agencies.has((last[1] ?? '').toLowerCase())) return true;
    const at = tail.toLowerCase().search(this.#credit);
    const name = at < 0 ? '' : tail.slice(at + 1).replace(CREDIT_WORDS, '');
    return /^[\p{Lu}©]/u.test(name) && !/[.!?]\s/.test(name);
  }
}

/** Beginnings of lines, found by their first letter. A beginning ends where a word ends. */
class Beginnings {
  readonly #byFirst = new Map<string, string[]>();

  constructor(beginnings: readonly string[]) {
    for (const beginning of beginnings)
      this.#byFirst.set(beginning.charAt(0), [...(this.#byFirst.get(beginning.charAt(0)) ?? []), beginning]);
  }

  has(lower: string): boolean {
    const found = this.#byFirst.get(lower.charAt(0));
    return !!found?.some(
      (start) =>
        lower.startsWith(start) &&
        !(isWordChar(charAt(start, start.length - 1)) && isWordChar(charAt(lower, start.length))),
    );
  }
}

/** A short line that no full stop ends; a question or an exclamation may. */
function isTitle(text: string): boolean {
  return (
    /\p{L}/u.test(text) && !/(?:[.…:;,]|[.!?…,]["”’'»)])$/u.test(text) && !/[.!?]["”]?\s+["“]?\p{Lu}\p{Ll}/u.test(text)
  );
}

/** A word of four letters and more, and one that has a capital. */
const LONGER = /(?<![^\s—–])\p{L}[\p{L}'’-]{3}[^\s—–]*/gu,
  LONGER_CAPITAL = /(?<![^\s—–])\p{Lu}[\p{L}'’-]{3}[^\s—–]*/gu;

/** “Harbour Strike Ends; Ferries to Sail Again.”: capitals on most of the longer words of a sentence. */
function hasCapitals(text: string): boolean {
  const longer = count(LONGER, text);
  return longer > 2 && count(LONGER_CAPITAL, text) >= longer * 0.75;
}

function count(pattern: RegExp, text: string): number {
  let found = 0;
  for (pattern.lastIndex = 0; pattern.test(text);) found++;
  return found;
}

/** True where no sentence ends inside the text, and nobody is quoted at length. */
function isSentence(text: string): boolean {
  return /\p{L}/u.test(text) && !/[.!?…]["”’')\]]*\s+["“‘(]?\p{Lu}/u.test(text) && !/^["“]|["”]$/.test(text);
}

function endsWithStop(text: string): boolean {
  return /[.!?…]["”’')\]]?$/.test(text);
}

function startsText(text: string, at: number): boolean {
  const char = charAt(text, at);
  return char === Char.Upper || char === Char.Digit || '"“‘\'«„['.includes(text.charAt(at));
}

function strip(word: string): string {
  return word.replace(/[.:]+$/, '');
}

function skipSpace(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && charAt(text, at) === Char.Space) at++;
  return at;
}

function trimmed(text: string, from: number, to: number): Span {
  let start = from,
    end = to;
  while (start < end && charAt(text, start) === Char.Space) start++;
  while (end > start && charAt(text, end - 1) === Char.Space) end--;
  return [start, end];
}
