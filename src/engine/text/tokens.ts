import { Shape, type Tokens } from '../layers';
import { astralAt, Char, charAt, isApostrophe, isWordChar } from './characters';
import { TokenStore } from './store';
import { Vocabulary } from './vocabulary';
import type { TokenWords } from './words';

/*
 * What a token is:
 * - a word with the hyphens, apostrophes and stops inside it: "co-ordinate", "O'Neill", "U.S.", "100,000", "3.5", "8:41", "2022-02-17";
 * - a clitic by itself: "Okafor’s" is "Okafor" + "’s", "don't" is "do" + "n't", "they've" is "they" + "'ve" (as treebanks do);
 * - the stop of an abbreviation with its word: "Jan.", "J.", "a.m.";
 * - a mark by itself: "$", "%", each bracket, each quotation mark; a run of the same other mark is one ("...", "--", "***");
 * - an address, a handle or a hashtag as a whole; an emoji with its modifiers.
 */

const HYPHEN = 0x2d,
  STOP = 0x2e,
  COMMA = 0x2c,
  COLON = 0x3a,
  SLASH = 0x2f,
  AMPERSAND = 0x26,
  AT = 0x40,
  HASH = 0x23;
const UNDERSCORE = 0x5f,
  HARD_HYPHEN = 0x2011,
  VARIATION = 0xfe0f,
  JOINER = 0x200d;
/** Marks that stand alone even when repeated: quotation marks, brackets, and < >. */
const SINGLE = new Set('"\'“”„‟‘’‚‛«»‹›「」『』()[]{}<>`´'.split('').map((mark) => mark.charCodeAt(0)));

/** The mark that mail puts before each line of what it quotes. */
const QUOTED = 0x3e;

/** Compiles the scanner; it reads a text once, left to right, and keeps its buffers for the next text. */
export function createTokenizer(words: TokenWords): (text: string) => Tokens {
  const scanner = new Scanner(words);
  return (text) => scanner.read(text);
}

class Scanner {
  readonly #clitics: ReadonlySet<string>;
  readonly #abbreviations: ReadonlySet<string>;
  readonly #beforeNumber: ReadonlySet<string>;
  readonly #words = new Vocabulary((written) => plain(written.toLowerCase()));
  readonly #store = new TokenStore();
  #text = '';
  #count = 0;
  #start = new Int32Array(1024);
  #end = new Int32Array(1024);
  #shape = new Uint8Array(1024);
  /** Of the word being read: where its last apostrophe stands (or -1), how many stops it holds, and a bit for each class of its characters. */
  #apostrophe = -1;
  #stops = 0;
  #seen = 0;

  constructor({ clitics, abbreviations, beforeNumber }: TokenWords) {
    this.#clitics = new Set(clitics);
    this.#abbreviations = new Set(abbreviations);
    this.#beforeNumber = new Set(beforeNumber);
  }

  read(text: string): Tokens {
    this.#text = text;
    this.#count = 0;
    for (let at = 0; at < text.length;) {
      const char = charAt(text, at);
      if (char === Char.Space) at++;
      else if (isWordChar(char)) at = this.#word(at);
      else at = this.#mark(at, char);
    }
    this.#text = '';
    return this.#tokens(text);
  }

  #tokens(text: string): Tokens {
    const count = this.#count,
      starts = this.#start,
      ends = this.#end,
      shapes = this.#shape,
      words = this.#words;
    const { start, end, hash, tag, shape } = this.#store.take(count),
      word = new Array<string>(count),
      lower = new Array<string>(count);
    for (let i = 0; i < count; i++) {
      const from = (start[i] = starts[i] ?? 0),
        to = (end[i] = ends[i] ?? 0);
      shape[i] = shapes[i] ?? 0;
      const known = words.read(text, from, to);
      word[i] = known.written;
      lower[i] = known.lower;
      hash[i] = known.hash;
    }
    return { count, start, end, word, lower, hash, tag, shape };
  }

  #push(start: number, end: number, shape: number): void {
    if (this.#count === this.#start.length) this.#grow();
    this.#start[this.#count] = start;
    this.#end[this.#count] = end;
    this.#shape[this.#count++] = shape;
  }

  #grow(): void {
    const size = this.#start.length * 2,
      { buffer: starts } = this.#start,
      { buffer: ends } = this.#end,
      { buffer: shapes } = this.#shape;
    (this.#start = new Int32Array(size)).set(new Int32Array(starts));
    (this.#end = new Int32Array(size)).set(new Int32Array(ends));
    (this.#shape = new Uint8Array(size)).set(new Uint8Array(shapes));
  }

  /** Reads the word at `from` (letters, digits and what joins them) and gives where the next token may begin. */
  #word(from: number): number {
    const text = this.#text;
    this.#apostrophe = -1;
    this.#stops = this.#seen = 0;
    let at = from;
    for (let seen = 0; ;) {
      const char = charAt(text, at);
      if (isWordChar(char)) {
        seen |= 1 << char;
        at++;
        continue;
      }
      this.#seen = seen;
      if (char === Char.Symbol && this.#joins(at, from)) at++;
      else if (char === Char.High && isWordChar(astralAt(text, at))) {
        seen |= 1 << astralAt(text, at);
        at += 2;
      } else {
        const next = text.charCodeAt(at) === HYPHEN ? wordGoesOn(text, at) : 0;
        if (!next) break;
        at = next;
      }
    }
    if (text.charCodeAt(at) === COLON && text.startsWith('://', at)) return this.#address(from, at);
    const clitic = this.#apostrophe < 0 ? at : this.#cliticStart(from, at);
    const end = clitic === at ? this.#withStop(from, at) : clitic;
    this.#push(from, end, this.#shapeOf(from));
    if (clitic < at) this.#push(clitic, at, Shape.Lower);
    return Math.max(end, at);
  }

  /** Whether the word has a character of this class. */
  #has(char: Char): boolean {
    return ((this.#seen >> char) & 1) === 1;
  }

  /** True where the mark at `at` stands inside a word that began at `from`. */
  #joins(at: number, from: number): boolean {
    const text = this.#text,
      code = text.charCodeAt(at),
      before = charAt(text, at - 1),
      after = charAt(text, at + 1);
    if (code === STOP && text.charCodeAt(at + 1) === HYPHEN)
      return (this.#stops > 0 || at - from === 1) && isWordChar(charAt(text, at + 2));
    if (!isWordChar(after) && after !== Char.High) return false;
    if (isApostrophe(code)) return this.#joinsApostrophe(at, before, after);
    switch (code) {
      case HYPHEN:
      case HARD_HYPHEN:
      case UNDERSCORE:
        return isWordChar(before) || text.charCodeAt(at - 1) === STOP;
      case STOP:
        return this.#joinsStop(at, before, after);
      case COMMA:
        return before === Char.Digit && isThousands(text, at + 1);
      case COLON:
      case SLASH:
        return before === Char.Digit && after === Char.Digit;
      case AMPERSAND:
        return before === Char.Upper && after === Char.Upper;
      case AT:
        return at > from && after !== Char.High;
      default:
        return false;
    }
  }

  #joinsApostrophe(at: number, before: Char, after: Char): boolean {
    if (after === Char.Digit || !isWordChar(before)) return false;
    this.#apostrophe = at;
    return true;
  }

  /** Inside "U.S.", "3.5" and "example.com", but not between the sentences of "ended.They" or "in 2014.They". */
  #joinsStop(at: number, before: Char, after: Char): boolean {
    if (!isWordChar(before)) return false;
    if (before === Char.Digit) {
      if (after !== Char.Digit) return false;
    } else if (after === Char.Digit && !this.#has(Char.Digit)) return false;
    if (before === Char.Lower && after === Char.Upper && charAt(this.#text, at + 2) === Char.Lower) return false;
    this.#stops++;
    return true;
  }

  /** Where the clitic of the word begins, or `end` where it has none. */
  #cliticStart(from: number, end: number): number {
    const ending = plain(this.#text.slice(this.#apostrophe, Math.min(end, this.#apostrophe + 5)).toLowerCase());
    if (this.#clitics.has(ending)) return this.#apostrophe;
    const longer = this.#apostrophe - 1;
    return longer > from && this.#clitics.has(this.#text.charAt(longer).toLowerCase() + ending) ? longer : end;
  }

  /** The end of the word with the full stop that belongs to it. */
  #withStop(from: number, end: number): number {
    const text = this.#text;
    if (text.charCodeAt(end) !== STOP || text.charCodeAt(end + 1) === STOP || end - from > 12) return end;
    if (end - from === 1 && this.#has(Char.Upper) && text.charCodeAt(from) !== 0x49) return end + 1;
    if (this.#stops && !this.#has(Char.Digit) && this.#stops * 2 + 1 >= end - from - 1) return end + 1;
    const word = text.slice(from, end).toLowerCase();
    if (this.#abbreviations.has(word)) return end + 1;
    if (!this.#beforeNumber.has(word)) return end;
    const next = charAt(text, end + 1) === Char.Space ? end + 2 : end + 1;
    return charAt(text, next) === Char.Digit ? end + 1 : end;
  }

  #shapeOf(from: number): Shape {
    if (!this.#has(Char.Upper) && !this.#has(Char.Lower)) return this.#has(Char.Digit) ? Shape.Digits : Shape.Symbol;
    if (!this.#has(Char.Upper))
      return this.#has(Char.Digit) && charAt(this.#text, from) === Char.Digit ? Shape.Mixed : Shape.Lower;
    if (!this.#has(Char.Lower)) return Shape.Upper;
    const first = charAt(this.#text, from);
    return first === Char.Upper || first === Char.High ? Shape.Capital : Shape.Mixed;
  }

  /** Reads a web address to the next space or mark that cannot be in it. */
  #address(from: number, colon: number): number {
    let at = colon + 3;
    while (at < this.#text.length && charAt(this.#text, at) !== Char.Space && !SINGLE.has(this.#text.charCodeAt(at)))
      at++;
    while (at > colon + 3 && charAt(this.#text, at - 1) === Char.Symbol && this.#text.charCodeAt(at - 1) !== SLASH)
      at--;
    this.#push(from, at, Shape.Mixed);
    return at;
  }

  #mark(at: number, char: Char): number {
    const text = this.#text,
      code = text.charCodeAt(at);
    if (code === QUOTED && beginsLine(text, at)) return at + 1;
    if (char === Char.High || char === Char.Low) return this.#astral(at);
    if (isApostrophe(code) && at > 0 && charAt(text, at - 1) !== Char.Space) {
      const end = this.#looseClitic(at);
      if (end) return end;
    }
    if ((code === AT || code === HASH) && charAt(text, at + 1) !== Char.Digit && isWordChar(charAt(text, at + 1)))
      return this.#handle(at);
    let end = at + 1;
    if (!SINGLE.has(code)) while (text.charCodeAt(end) === code) end++;
    while (text.charCodeAt(end) === VARIATION) end++;
    this.#push(at, end, Shape.Symbol);
    return end;
  }

  /** "U.S.’s" and ")’s": a clitic that no word carries. */
  #looseClitic(at: number): number {
    let end = at + 1;
    while (end < at + 4 && isWordChar(charAt(this.#text, end))) end++;
    if (isWordChar(charAt(this.#text, end)) || !this.#clitics.has(plain(this.#text.slice(at, end).toLowerCase())))
      return 0;
    this.#push(at, end, Shape.Lower);
    return end;
  }

  #handle(at: number): number {
    let end = at + 1;
    while (isWordChar(charAt(this.#text, end)) || this.#text.charCodeAt(end) === UNDERSCORE) end++;
    this.#push(at, end, Shape.Mixed);
    return end;
  }

  /** An emoji with its modifiers, an astral word, or half a surrogate pair. */
  #astral(at: number): number {
    const text = this.#text;
    if (isWordChar(astralAt(text, at))) return this.#word(at);
    let end = at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
    for (;;) {
      const code = text.charCodeAt(end),
        point = text.codePointAt(end) ?? 0;
      if (code === VARIATION) end++;
      else if (code === JOINER && charAt(text, end + 1) >= Char.Symbol)
        end += (text.codePointAt(end + 1) ?? 0) > 0xffff ? 3 : 2;
      else if (point >= 0x1f3fb && point <= 0x1f3ff) end += 2;
      else break;
    }
    this.#push(at, end, Shape.Symbol);
    return end;
  }
}

/** True where three digits and no fourth stand at `at`: the next group of a number like 100,000. */
function isThousands(text: string, at: number): boolean {
  for (let i = at; i < at + 3; i++) if (charAt(text, i) !== Char.Digit) return false;
  return charAt(text, at + 3) !== Char.Digit;
}

/** Curly apostrophes as straight ones. */
function plain(word: string): string {
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if (code === 0x2019 || code === 0x2bc) return word.replace(/[\u2019\u02bc]/g, "'");
  }
  return word;
}

/** Where the word goes on whose hyphen at the end of a line stands at `hyphen` ("govern-", below it "ment"), or 0. */
function wordGoesOn(text: string, hyphen: number): number {
  if (charAt(text, hyphen - 1) !== Char.Lower) return 0;
  let at = hyphen + 1,
    breaks = 0;
  for (; at < text.length && at - hyphen < LONGEST_BREAK; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x0a || (code === 0x0d && text.charCodeAt(at + 1) !== 0x0a)) breaks++;
    else if (charAt(text, at) !== Char.Space && (breaks === 0 || code !== QUOTED)) break;
  }
  return breaks === 1 && charAt(text, at) === Char.Lower ? at : 0;
}

/** How many characters may stand between the halves of a word: a line break, what sets the next line in, and what marks it as quoted. */
const LONGEST_BREAK = 12;

/** Whether nothing but space and marks of the same kind stands before a mark on its line. */
function beginsLine(text: string, at: number): boolean {
  for (let before = at - 1; before > at - LONGEST_BREAK; before--) {
    const code = text.charCodeAt(before);
    if (code === 0x0a || code === 0x0d) return true;
    if (code !== QUOTED && charAt(text, before) !== Char.Space) return false;
  }
  return false;
}
