import { hashWord } from '../../hash';
import type { Tokens } from '../../layers';
import type { PeopleWords } from '../words';

/** What a word may be to people/, as bits. */
export const enum Is {
  Pronoun = 1,
  Together = 2,
  Native = 4,
  Definite = 8,
  Indefinite = 16,
  Possessive = 32,
  Copula = 64,
  Link = 128,
  Coordinator = 256,
  Naming = 512,
}

/** Places for the words that have bits: several times as many as there are words, so that most others fall into an empty one. A power of two. */
const SIZE = 1 << 12;
/** How many of the nouns met last are remembered; a power of two. */
const NOUNS = 1 << 13;
/** Blocks of up to so many tokens share one list. */
const ROOM = 4096;

/** The words of a language with what they are: a token costs one look-up by its hash, whatever is asked of it. */
export class Lexicon {
  static readonly #made = new WeakMap<PeopleWords, Lexicon>();
  readonly #words = new Array<string>(SIZE).fill('');
  readonly #hashes = new Int32Array(SIZE);
  readonly #bits = new Uint16Array(SIZE);
  readonly #nouns = new Array<string>(NOUNS).fill('');
  readonly #isPerson = new Uint8Array(NOUNS);
  readonly #room = new Uint16Array(ROOM);

  private constructor(private readonly words: PeopleWords) {
    const {
      pronouns,
      together,
      natives,
      definite,
      indefinite,
      possessives,
      copulas,
      roleLinks,
      coordinators,
      namings,
    } = words;
    const lists: readonly (readonly [Is, Iterable<string>])[] = [
      [Is.Pronoun, pronouns.keys()],
      [Is.Together, together],
      [Is.Native, natives],
      [Is.Definite, definite],
      [Is.Indefinite, indefinite],
      [Is.Possessive, possessives],
      [Is.Copula, copulas],
      [Is.Link, roleLinks],
      [Is.Coordinator, coordinators],
      [Is.Naming, namings],
    ];
    const found = new Map<string, number>();
    for (const [bit, list] of lists) for (const word of list) found.set(word, (found.get(word) ?? 0) | bit);
    // Half of the places stay empty, so that every search ends.
    for (const [word, bits] of [...found].slice(0, SIZE / 2)) this.#add(word, hashWord(word), bits);
  }

  /** The one lexicon of these words. */
  static of(words: PeopleWords): Lexicon {
    let lexicon = Lexicon.#made.get(words);
    if (!lexicon) Lexicon.#made.set(words, (lexicon = new Lexicon(words)));
    return lexicon;
  }

  /** The bits of each token, and nothing behind the last; the list is good until the next call. */
  read({ count, lower, hash }: Tokens): Uint16Array {
    const bits = count >= ROOM ? new Uint16Array(count + 1) : this.#room,
      hashes = this.#hashes,
      known = this.#bits;
    for (let i = 0; i < count; i++) {
      const own = hash[i] ?? 0;
      let place = own & (SIZE - 1),
        found = 0;
      while (known[place] !== 0) {
        if (hashes[place] === own && this.#words[place] === lower[i]) {
          found = known[place] ?? 0;
          break;
        }
        place = (place + 1) & (SIZE - 1);
      }
      bits[i] = found;
    }
    bits[count] = 0;
    return bits;
  }

  /** Whether the noun, in either number, means a person or a few; of a compound ("vice-captain") the last part counts. */
  isPerson(lower: string, hash: number): boolean {
    const place = (hash ^ (hash >>> 13)) & (NOUNS - 1);
    if (this.#nouns[place] === lower) return this.#isPerson[place] === 1;
    const is = meansPerson(lower, this.words);
    this.#nouns[place] = lower;
    this.#isPerson[place] = is ? 1 : 0;
    return is;
  }

  #add(word: string, hash: number, bits: number): void {
    let place = hash & (SIZE - 1);
    while (this.#bits[place] !== 0) place = (place + 1) & (SIZE - 1);
    this.#words[place] = word;
    this.#hashes[place] = hash;
    this.#bits[place] = bits;
  }
}

function meansPerson(lower: string, words: PeopleWords): boolean {
  if (words.personNouns.has(lower) || words.together.has(lower)) return true;
  const one = words.singular(lower);
  if ((one ?? lower).endsWith(words.ageEnding)) return true;
  const part = lower.slice(lower.lastIndexOf('-') + 1),
    onePart = part === lower ? one : words.singular(part);
  return (part !== lower && words.personNouns.has(part)) || (onePart !== null && words.personNouns.has(onePart));
}
