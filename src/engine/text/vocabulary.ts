import { hashWord } from '../hash';

/** How many words are remembered: most of what a newspaper uses in a week. */
const SIZE_BITS = 14, SIZE = 1 << SIZE_BITS;
/** Words this long come once and never again. */
const LONGEST = 40;

/**
 * The words met last, so that a word that comes again is the same string: its lower-case form and hash are worked out once, and
 * whatever is kept by word afterwards finds it by identity. Each place holds one word, and the last one met takes it.
 */
export class Vocabulary {
  /** Of the word looked up last: as written, in lower case with ’ as ', and the hash of that. */
  written = '';
  lower = '';
  hash = 0;
  readonly #written = new Array<string>(SIZE).fill('');
  readonly #lower = new Array<string>(SIZE).fill('');
  readonly #hashes = new Int32Array(SIZE);

  constructor(private readonly lowered: (written: string) => string) {}

  /** Looks up the word that stands in `text` from `start` to `end`. */
  read(text: string, start: number, end: number): void {
    const place = placeOf(text, start, end), written = text.slice(start, end), known = this.#written[place];
    if (known !== written) return this.#learn(place, written);
    this.written = known;
    this.lower = this.#lower[place] ?? '';
    this.hash = this.#hashes[place] ?? 0;
  }

  #learn(place: number, written: string): void {
    // A slice would keep the whole text in memory.
    this.written = written.length < LONGEST ? copied(written) : written;
    this.lower = this.lowered(this.written);
    this.hash = hashWord(this.lower);
    if (written.length >= LONGEST) return;
    this.#written[place] = this.written;
    this.#lower[place] = this.lower;
    this.#hashes[place] = this.hash;
  }
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
  constructor(private readonly size: number, private readonly make: (word: string, hash: number) => Info) {
    this.#words = new Array<string>(size).fill('');
    this.#infos = new Array<Info | undefined>(size).fill(undefined);
  }

  /** What is known of a word with this hash. */
  get(word: string, hash: number): Info {
    const place = (hash ^ (hash >>> 15)) & (this.size - 1), known = this.#infos[place];
    if (known !== undefined && this.#words[place] === word) return known;
    this.#words[place] = word;
    return (this.#infos[place] = this.make(word, hash));
  }
}
