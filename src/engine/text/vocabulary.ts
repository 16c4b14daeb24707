import { hashWord } from '../hash';

/** How many words are remembered: most of what a newspaper uses in a month. */
const SIZE_BITS = 15,
  SIZE = 1 << SIZE_BITS;
/** Words this long come once and never again. */
const LONGEST = 40;

/** A word as written, in lower case with ’ as ', and the hash of that. */
export interface Word {
  readonly written: string;
  readonly lower: string;
  readonly hash: number;
}

/**
 * The words met last, so that a word that comes again is the same string: its lower-case form and hash are worked out once, and
 * whatever is kept by word afterwards finds it by identity. Each place holds one word, and the last one met takes it.
 */
export class Vocabulary {
  readonly #words = new Array<Word>(SIZE).fill({ written: '', lower: '', hash: 0 });

  constructor(private readonly lowered: (written: string) => string) {}

  /** The word that stands in `text` from `start` to `end`. */
  read(text: string, start: number, end: number): Word {
    const place = placeOf(text, start, end),
      known = this.#words[place];
    if (known && known.written.length === end - start && standsAt(known.written, text, start)) return known;
    const made = this.#make(text.slice(start, end));
    return end - start < LONGEST ? (this.#words[place] = made) : made;
  }

  #make(slice: string): Word {
    // A slice would keep the whole text in memory. A word that a line end breaks is read as if it stood on one line.
    const whole = slice.replace(/-[^\S\r\n]*[\r\n][\s>]*/, ''),
      written = whole.length < LONGEST ? copied(whole) : whole,
      lower = this.lowered(written);
    return { written, lower, hash: hashWord(lower) };
  }
}

function standsAt(word: string, text: string, at: number): boolean {
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) !== text.charCodeAt(at + i)) return false;
  return true;
}

/** Where the word from `start` to `end` is kept: a few of its letters tell, as what stands there is compared anyway. */
function placeOf(text: string, start: number, end: number): number {
  const length = end - start;
  let hash = Math.imul(text.charCodeAt(start) + (length << 8), 0x01000193) ^ text.charCodeAt(end - 1);
  hash = Math.imul(hash, 0x01000193) ^ text.charCodeAt(start + (length >> 1));
  if (length > 3) hash = Math.imul(hash, 0x01000193) ^ text.charCodeAt(start + 1) ^ (text.charCodeAt(end - 2) << 8);
  return Math.imul(hash, 0x9e3779b1) >>> (32 - SIZE_BITS);
}

function copied(word: string): string {
  let copy = '';
  for (let at = 0; at < word.length; at++) copy += word.charAt(at);
  return copy;
}

/** What is worked out of a word by itself, kept for the words met last. */
export class WordCache<Info> {
  readonly #words: string[];
  readonly #infos: (Info | undefined)[];

  /** `size` is a power of two. */
  constructor(
    private readonly size: number,
    private readonly make: (word: string, hash: number) => Info,
  ) {
    this.#words = new Array<string>(size).fill('');
    this.#infos = new Array<Info | undefined>(size).fill(undefined);
  }

  /** What is known of a word with this hash. */
  get(word: string, hash: number): Info {
    const place = (hash ^ (hash >>> 15)) & (this.size - 1),
      known = this.#infos[place];
    if (known !== undefined && this.#words[place] === word) return known;
    this.#words[place] = word;
    return (this.#infos[place] = this.make(word, hash));
  }
}
