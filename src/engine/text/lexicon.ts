import { WordCache } from './vocabulary';
import type { TagWeights } from './words';

/** What the lexicon needs of the tagger's weights. */
export type LexiconWeights = Omit<TagWeights, 'weights'>;

/** Where a word is looked up: as written small, as written with a capital inside a sentence, or by its last letters where it is unknown. */
export enum Salt {
  Word = 0,
  Capital = 0x51ed270b,
  Ending = 0x2c1b3c6d,
  CapitalEnding = 0x6a09e667,
}

/** How the lexicon tells a word from others in the same slot. */
export const PRINT_BITS = 16;

/** How many words keep what the lexicon says of them. */
const CACHED = 1 << 14;

/** What the lexicon knows of a word: its class written small and with a capital, and the classes of words that end like it. */
export interface Entry {
  readonly hash: number;
  readonly ending: number;
  readonly small: number;
  readonly capital: number;
  readonly endsSmall: number;
  readonly endsCapital: number;
}

/** A hash of a word's last three letters; of a shorter word, of itself. */
export function hashEnding(word: string): number {
  let hash = 0x3c6ef372;
  for (let i = Math.max(0, word.length - 3); i < word.length; i++)
    hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return mix(hash);
}

/** Spreads a number over all bits. */
export function mix(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
  return mixed ^ (mixed >>> 15);
}

/**
 * A word's class: a small number that stands for the tags the word may have. The words themselves are not kept, only 16 bits of
 * their hashes, in an open hash table: it takes three bytes a slot and needs no building.
 */
export class Lexicon {
  /** For each class, the tags it allows as bits, and the auxiliary its words are (`Auxiliary`). Class 0 is "not known". */
  readonly tags: Int32Array;
  readonly auxiliary: Uint8Array;
  readonly #prints: Uint16Array;
  readonly #classes: Uint8Array;
  readonly #mask: number;
  readonly #entries = new WordCache<Entry>(CACHED, (word, hash) => this.#look(mix(hash), hashEnding(word)));

  constructor({ classes, auxiliaries, prints, slots }: LexiconWeights) {
    this.tags = classes;
    this.auxiliary = auxiliaries;
    this.#prints = prints;
    this.#classes = slots;
    this.#mask = slots.length - 1;
  }

  /** What is known of a word in lower case, whose `hashWord` is `hash`. */
  read(word: string, hash: number): Entry {
    return this.#entries.get(word, hash);
  }

  #look(hash: number, ending: number): Entry {
    return {
      hash,
      ending,
      small: this.classOf(hash, Salt.Word),
      capital: this.classOf(hash, Salt.Capital),
      endsSmall: this.classOf(ending, Salt.Ending),
      endsCapital: this.classOf(ending, Salt.CapitalEnding),
    };
  }

  /** The class of the word with this hash, 0 where the lexicon does not have it. */
  classOf(hash: number, salt: Salt): number {
    const salted = salt === Salt.Word ? hash : mix(hash ^ salt),
      print = salted >>> PRINT_BITS;
    for (let slot = salted & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const found = this.#classes[slot];
      if (!found) return 0;
      if (this.#prints[slot] === print) return found;
    }
  }
}
