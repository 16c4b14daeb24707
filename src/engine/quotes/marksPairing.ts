import type { Issue, Span } from '../model';
import { bySpan } from '../span';
import { Family, findSigns, Side, type Signs } from './marksSigns';
import type { MarkWords } from './marksWords';

/**
 * A stretch between quotation marks, both marks included; from the opening mark to the end of the text where none closes it, and to
 * the end of the sentence before the next opening mark where that opens it anew.
 */
export interface Marked {
  readonly span: Span;
  readonly open: boolean;
  /** False where no mark closes it: the text ends first, or the mark is opened anew. */
  readonly closed: boolean;
  /** Index of the stretch around this one, or null. */
  readonly inside: number | null;
}

export interface MarkedTexts {
  readonly marked: readonly Marked[];
  /** Closing marks that nothing opens. (An opening mark that nothing closes is damage only if no later block goes on with it.) */
  readonly issues: readonly Issue[];
}

/** Pairs the quotation marks of one block. Time and memory grow linearly with the text, whatever it holds. */
export function findMarks(text: string, words: MarkWords): MarkedTexts {
  const signs = findSigns(text);
  return signs === null ? NONE : new Pairing(text, signs, words).run();
}

const NONE: MarkedTexts = { marked: [], issues: [] };

/** The most words that a pair of single marks may hold when its closing mark may as well be a plural possessive. */
const LONGEST_DOUBTFUL = 12;

/** The end of a sentence, as two characters; “Mr. “Bob” Lee” and a colon or dash before a quotation within are none. */
const SENTENCE_END = /[^\s.][.!?…]$|[.!?…][)\]]$/;

class Pairing {
  /** Signs that opened and are not closed yet, innermost last; and how many of each family. */
  readonly #open: number[] = [];
  readonly #openOf = [0, 0, 0, 0, 0, 0];
  /** For each sign that opens, the sign that closes it, or -1. */
  readonly #partner: number[];
  readonly #issues: Issue[] = [];
  /** For each mark that is opened anew before it is closed, where the words before the new mark end, or 0. */
  readonly #reopened: number[];
  /** For each sign, 1 where the next single mark that is surely one closes; made when first asked for. */
  #closing: Uint8Array | null = null;
  /** The last mark that nothing closes: a later block may go on with it. */
  #unclosed = -1;

  constructor(
    private readonly text: string,
    private readonly signs: Signs,
    private readonly words: MarkWords,
  ) {
    this.#partner = signs.start.map(() => -1);
    this.#reopened = signs.start.map(() => 0);
  }

  run(): MarkedTexts {
    for (let sign = 0; sign < this.signs.count; sign++) {
      if (this.#isAttribute(sign)) sign++;
      else if (this.#family(sign) === Family.Single) this.#readSingle(sign);
      else this.#readPlain(sign);
    }
    this.#unclosed = this.#lastUnclosed();
    while (this.#open.length) this.#abandon(this.#pop());
    if (this.#issues.length > 1) this.#issues.sort(bySpan);
    return { marked: this.#list(), issues: this.#issues };
  }

  /** Every mark but the single ones, which may be apostrophes. */
  #readPlain(sign: number): void {
    if (this.#isMeasure(sign) || this.#isPairOfSingles(sign)) return;
    const family = this.#family(sign),
      form = this.#form(sign),
      looks = this.#looks(sign),
      isOpen = this.#count(family) > 0;
    if (form === Side.Either) {
      if (looks === Side.Opens || (looks === Side.Either && !isOpen)) this.#push(sign);
      else this.#close(sign);
    } else if (form === Side.Opens) {
      // A mark of the wrong form: "no more“; and German „so“, where this very form closes.
      if (isOpen && (looks === Side.Closes || (looks === Side.Either && this.#opensLow(family)))) this.#close(sign);
      else this.#push(sign);
    } else if (!isOpen && looks === Side.Opens) this.#push(sign);
    else this.#close(sign);
  }

  #readSingle(sign: number): void {
    const looks = this.#looks(sign),
      top = this.#open.at(-1);
    const isInSingle = top !== undefined && this.#family(top) === Family.Single;
    if (looks === Side.Closes || (looks === Side.Either && isInSingle && this.#followsStop(sign))) {
      if (isInSingle && !this.#isPossessive(sign, top)) this.#close(sign);
    } else if (this.#form(sign) !== Side.Closes && looks === Side.Opens && !this.#isElision(sign)) this.#push(sign);
  }

  #push(sign: number): void {
    this.#noteReopening(sign);
    this.#open.push(sign);
    this.#openOf[this.#family(sign)] = this.#count(this.#family(sign)) + 1;
  }

  /**
   * Where paragraphs lost their breaks, each still begins with a mark of its own: “We came home. We slept. “Then it rained,” he said.
   * Whether the first mark is closed after all shows only at the end.
   */
  #noteReopening(sign: number): void {
    const top = this.#open.at(-1);
    if (top === undefined || this.#reopened[top] || this.#family(top) !== this.#family(sign)) return;
    if (this.#looks(sign) !== Side.Opens) return;
    let end = this.signs.start[sign] ?? 0;
    while (/\s/.test(this.text.charAt(end - 1))) end--;
    if (end < (this.signs.start[sign] ?? 0) && SENTENCE_END.test(this.text.slice(end - 2, end)))
      this.#reopened[top] = end;
  }

  #pop(): number {
    const sign = this.#open.pop() ?? 0;
    this.#openOf[this.#family(sign)] = this.#count(this.#family(sign)) - 1;
    return sign;
  }

  /** Closes the innermost open mark of the family; what was opened within it and never closed is left behind. */
  #close(sign: number): void {
    if (this.#count(this.#family(sign)) === 0) {
      this.#report('stray-mark', sign);
      return;
    }
    for (let opened = this.#pop(); ; opened = this.#pop()) {
      if (this.#family(opened) === this.#family(sign)) {
        this.#partner[opened] = sign;
        return;
      }
      this.#abandon(opened);
    }
  }

  /** Of the marks still open at the end, the innermost that is no apostrophe; a straight single mark is one unless the text begins with it. */
  #lastUnclosed(): number {
    if (this.#open.length === 0) return -1;
    const begins = this.text.search(/\S/);
    return (
      this.#open
        .filter((sign) => !this.#reopened[sign] && (!this.#isStraightSingle(sign) || this.signs.start[sign] === begins))
        .at(-1) ?? -1
    );
  }

  /** A straight single mark that nothing closes was an apostrophe; any other is damage. */
  #abandon(sign: number): void {
    if (sign !== this.#unclosed && !this.#reopened[sign] && !this.#isStraightSingle(sign))
      this.#report('unclosed-mark', sign);
  }

  #report(kind: Issue['kind'], sign: number): void {
    this.#issues.push({ kind, span: this.#span(sign, sign) });
  }

  #isStraightSingle(sign: number): boolean {
    return this.#family(sign) === Family.Single && this.#form(sign) === Side.Either;
  }

  /** <tweet id="1234">: what is left of markup, not of speech; the closing mark is the next sign. */
  #isAttribute(sign: number): boolean {
    const start = this.signs.start[sign] ?? 0,
      next = sign + 1;
    if (this.text.charAt(start - 1) !== '=' || next >= this.signs.count) return false;
    return this.#family(next) === this.#family(sign) && /[\w-]/.test(this.text.charAt(start - 2));
  }

  /** '' and ’’ are one double mark, unless they close two single ones, or hold nothing (x = ''). */
  #isPairOfSingles(sign: number): boolean {
    const first = this.text.charAt(this.signs.start[sign] ?? 0),
      top = this.#open.at(-1);
    if ((first !== "'" && first !== '’') || this.#count(Family.Double) > 0) return false;
    if (top !== undefined && this.#family(top) === Family.Single) {
      this.#partner[this.#pop()] = sign;
      return true;
    }
    return this.#looks(sign) !== Side.Opens;
  }

  /** 6'2", a 5" pipe: after a digit, where no quotation is open or where another closing mark follows. */
  #isMeasure(sign: number): boolean {
    if (this.#family(sign) !== Family.Double || this.#looks(sign) === Side.Opens) return false;
    const before = this.text.slice(Math.max(0, (this.signs.start[sign] ?? 0) - 6), this.signs.start[sign]);
    if (!/[\d¼½¾⅛⅜⅝⅞]$/.test(before)) return false;
    if (this.#count(Family.Double) === 0 || /\d['’]\s?\d{1,2}$/.test(before)) return this.#form(sign) !== Side.Opens;
    for (let next = sign + 1; next < Math.min(sign + 4, this.signs.count); next++) {
      if (this.#family(next) === Family.Double)
        return this.#form(sign) === Side.Either && this.#looks(next) === Side.Closes && this.#form(next) !== Side.Opens;
    }
    return false;
  }

  /** 'tis, '90s, rock 'n' roll: no mark, unless a mark that surely closes comes next. */
  #isElision(sign: number): boolean {
    const word = this.#wordAt(this.signs.end[sign] ?? 0);
    const isYear = /^\d\ds?$/.test(word);
    if (!isYear && !this.words.elisions.has(word)) return false;
    const next = sign + 1;
    if (word.endsWith('s') && isYear) return true;
    if (next >= this.signs.count || this.#family(next) !== Family.Single || this.#looks(next) !== Side.Closes)
      return true;
    return this.signs.start[next] === (this.signs.end[sign] ?? 0) + word.length || this.#mayBePossessive(next);
  }

  /** Whether a closing single mark is the apostrophe of "the workers' rights" within the quotation that `opened` opens. */
  #isPossessive(sign: number, opened: number): boolean {
    if (!this.#mayBePossessive(sign)) return false;
    if (this.#closesAhead(sign + 1)) return true;
    const inside = this.text.slice(
      this.signs.end[opened],
      Math.min(this.signs.start[sign] ?? 0, (this.signs.end[opened] ?? 0) + 40 * LONGEST_DOUBTFUL),
    );
    if (inside.split(' ').length <= LONGEST_DOUBTFUL) return false;
    return true;
  }

  /** Whether, from a sign on, the next single mark that is surely one closes: what closes before it was an apostrophe. */
  #closesAhead(sign: number): boolean {
    if (!this.#closing) {
      this.#closing = new Uint8Array(this.signs.count + 1);
      for (let at = this.signs.count - 1; at >= 0; at--)
        this.#closing[at] = Number(this.#surelyCloses(at, this.#closing[at + 1] === 1));
    }
    return this.#closing[sign] === 1;
  }

  #surelyCloses(sign: number, ahead: boolean): boolean {
    if (this.#family(sign) !== Family.Single) return ahead;
    const looks = this.#looks(sign);
    if (looks === Side.Opens) return this.#isElision(sign) && ahead;
    return looks === Side.Closes && !this.#mayBePossessive(sign) ? true : ahead;
  }

  /** After an s, or a digit (6' tall), and before a word that may begin a noun phrase. */
  #mayBePossessive(sign: number): boolean {
    const at = this.signs.start[sign] ?? 0,
      end = this.signs.end[sign] ?? 0;
    const before = this.text.charAt(at - 1).toLowerCase();
    if (!this.words.apostropheAfter.has(before) && !/\d/.test(before)) return false;
    if (this.text.charAt(end) !== ' ') return false;
    const word = this.#wordAt(end + 1);
    return word !== '' && !this.words.afterClosing.has(word);
  }

  #followsStop(sign: number): boolean {
    return /[.,!?…]/.test(this.text.charAt((this.signs.start[sign] ?? 0) - 1));
  }

  #wordAt(at: number): string {
    return /^[\p{L}\p{N}]+/u.exec(this.text.slice(at, at + 20))?.[0].toLowerCase() ?? '';
  }

  /** Whether the innermost open mark of the family is „. */
  #opensLow(family: Family): boolean {
    const top = this.#open.at(-1);
    return top !== undefined && this.#family(top) === family && this.text.charAt(this.signs.start[top] ?? 0) === '„';
  }

  /** The stretches in order of the text, each with the one around it. */
  #list(): Marked[] {
    const marked: Marked[] = [],
      around: number[] = [];
    for (let sign = 0; sign < this.signs.count; sign++) {
      const partner = this.#partner[sign] ?? -1,
        open = sign === this.#unclosed,
        closed = partner >= 0;
      if (!closed && !open && !this.#reopened[sign]) continue;
      const span = closed ? this.#span(sign, partner) : this.#bareSpan(sign, open);
      while (around.length && (marked[around.at(-1) ?? 0]?.span[1] ?? 0) < span[1]) around.pop();
      const inside = around.at(-1) ?? null;
      if (this.#isEmpty(span) || (inside !== null && this.#isDoubled(marked[inside]?.span, span))) continue;
      around.push(marked.length);
      marked.push({ span, open, closed, inside });
    }
    return marked;
  }

  #bareSpan(sign: number, open: boolean): Span {
    return [this.signs.start[sign] ?? 0, open ? this.text.trimEnd().length : (this.#reopened[sign] ?? 0)];
  }

  #isEmpty([start, end]: Span): boolean {
    return end - start < 64 && !/[^"'“”„‟＂«»‹›「」『』‘’‚‛`´\s]/.test(this.text.slice(start, end));
  }

  /** ""so"" is one quotation. */
  #isDoubled(outer: Span | undefined, [start, end]: Span): boolean {
    return (
      outer !== undefined &&
      outer[0] === start - 1 &&
      outer[1] === end + 1 &&
      this.text.charAt(start) === this.text.charAt(start - 1) &&
      this.text.charAt(end) === this.text.charAt(end - 1)
    );
  }

  #span(first: number, last: number): Span {
    return [this.signs.start[first] ?? 0, this.signs.end[last] ?? 0];
  }

  #count(family: Family): number {
    return this.#openOf[family] ?? 0;
  }

  #family(sign: number): Family {
    return this.signs.family[sign] ?? Family.Double;
  }

  #form(sign: number): Side {
    return this.signs.form[sign] ?? Side.Either;
  }

  #looks(sign: number): Side {
    return this.signs.looks[sign] ?? Side.Either;
  }
}
