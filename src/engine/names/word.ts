import type { Tokens } from '../layers';
import { hashPart, hashWord } from '../hash';
import { NARROW } from './clusters';
import { WordCache } from '../text/vocabulary';
import { LISTED, type Lists } from './lists';

/** What a word may be in a name: any part, only what joins two others, a number, the particle that begins a surname, or the end in lower case (“war”). */
export enum Kind {
  Name,
  Joint,
  Number,
  Particle,
  Tail,
}

/** How a word is written; what the model sees in place of the letters. */
export enum Form {
  Capital,
  Upper,
  Acronym,
  Initial,
  Mixed,
  Lower,
  Digits,
  Mark,
}

/** What a word may be to a title, as bits. */
export enum Part {
  /** A form of address or a rank ("Mr", "Gen"). */
  Address = 1,
  /** A noun for what somebody is or does ("minister"). */
  Role = 2,
  /** Stands before a role ("former"), or is governed by one ("state" of "secretary of state"). */
  Modifier = 4,
  Office = 8,
  /** A month or a weekday: never a name by itself. */
  Calendar = 16,
  /** The head of a body that belongs to the country before it ("ministry"). */
  Body = 32,
  /** The last word of the names of organizations ("school", "herald"). */
  Institution = 64,
  /** The legal form of a company ("Ltd"). */
  Firm = 128,
  /** Stands between a body and what it is for or of ("Ministry of Health"). */
  Link = 256,
  /** A form of address that nothing but other titles stands before, or one that takes names, but no plain noun. */
  Courtesy = 512,
  Rank = 1024,
  /** Somebody's relation: a title with a capital alone ("Sister Agnes", not "her sister Agnes"). */
  Kin = 2048,
  /** Is a person's name with the place behind it ("Duke of Harwick"). */
  Peer = 4096,
  /** Letters behind a name ("OBE"). */
  Letters = 8192,
  /** Begins a title ("former"). */
  Opener = 16384,
  /** A noun of time. */
  Time = 32768,
  /** An address or a role: can be the last word of a title. */
  Head = 3,
  /** Any of the first four: may be nothing but part of a title, so that it is no name by itself ("President", "Foreign"). */
  Title = 15,
}

/** A word as it is written, with all that names/ knows of it wherever it stands. */
export interface Word {
  readonly kind: Kind;
  readonly form: Form;
  /** In lower case, without the stop of an abbreviation. */
  readonly lower: string;
  /** Hashes of `lower`, of its first three and four and its last three and four letters. */
  readonly hash: number;
  readonly head: number;
  readonly longHead: number;
  readonly tail: number;
  readonly longTail: number;
  /** The hash that the word has beside a name: all numbers have one. */
  readonly beside: number;
  /** The lists that hold the word, as bits. */
  readonly listed: number;
  /** Whether digits stand in the word ("A320"), as in the names of products. */
  readonly coded: boolean;
  /** Whether the word is common in lower case. */
  readonly common: boolean;
  /** The number of the words that turn up where this one does, or 0 where it is too rare to tell. */
  readonly cluster: number;
  /** The number of the wider cluster that holds it, or 0. */
  readonly wide: number;
  /** The list that the word counts as for being a part of the world ("western": a group; "West", behind “the”: a place), or 0. */
  readonly bloc: number;
  /** What the word may be to a title (`Part`). */
  readonly parts: number;
  /** What the model has worked out of the word by itself (model.ts); empty until it has. A reader's words serve one model. */
  readonly sums: (Int16Array | undefined)[];
}

/** The words that reading single words needs, compiled. */
export interface WordLists {
  readonly lists: Lists;
  readonly particles: ReadonlySet<string>;
  readonly tails: ReadonlySet<string>;
  readonly common: (word: number) => boolean;
  readonly clusterOf: (word: number) => number;
  readonly blocs: { readonly places: ReadonlySet<string>; readonly groups: ReadonlySet<string> };
  readonly partsOf: (lower: string) => number;
}

/** The word as lists and weights know it: lower case, without the stop of an abbreviation. */
export function plainWord(lower: string): string {
  return lower.length > 1 && lower.charCodeAt(lower.length - 1) === 0x2e ? lower.slice(0, -1) : lower;
}

/** How many words are remembered. */
const CACHED = 1 << 15;
const EDGE = hashWord('<edge>'),
  NUMBER = hashWord('<number>');

/** Reads words; what is known of the ones met last is kept. */
export class WordReader {
  /** Stands beside the first and the last word of a block. */
  readonly edge: Word;
  readonly #cache: WordCache<Word>;

  constructor(private readonly words: WordLists) {
    this.#cache = new WordCache(CACHED, (written) => this.#make(written));
    this.edge = { ...this.#make(''), hash: EDGE, beside: EDGE, cluster: 0, wide: 0, listed: 0, sums: [] };
  }

  /** The word of a token, or `edge` where there is none. */
  at(tokens: Tokens, index: number): Word {
    const written = tokens.word[index];
    return written === undefined
      ? this.edge
      : this.#cache.get(written, (tokens.hash[index] ?? 0) + Math.imul(tokens.shape[index] ?? 0, SPREAD));
  }

  /** Part of a token as a word. */
  read(written: string): Word {
    return this.#cache.get(written, hashWord(written));
  }

  #make(written: string): Word {
    const { common, clusterOf, blocs, partsOf, lists } = this.words;
    const form = formOf(written),
      lower = plainWord(written.toLowerCase().replace(/[’ʼ]/g, "'")),
      hash = hashWord(lower),
      isCommon = common(hash),
      { length } = lower,
      cluster = clusterOf(hash);
    const first = lower.charCodeAt(0),
      beside = first >= 48 && first <= 57 ? NUMBER : hash;
    return {
      form,
      lower,
      hash,
      beside,
      sums: [],
      kind: this.#kindOf(form, lower),
      head: hashPart(lower, 0, Math.min(3, length)),
      longHead: hashPart(lower, 0, Math.min(4, length)),
      tail: hashPart(lower, Math.max(0, length - 3), length),
      longTail: hashPart(lower, Math.max(0, length - 4), length),
      // A common word is no town by itself, though there is one of that name.
      listed: lists.get(hash) & (isCommon ? ~LISTED.town : ~0),
      coded: form !== Form.Digits && /\d/.test(lower),
      common: isCommon,
      cluster,
      wide: cluster ? Math.floor((cluster - 1) / NARROW) + 1 : 0,
      bloc: blocs.groups.has(lower) ? LISTED.group : blocs.places.has(lower) ? LISTED.place : 0,
      parts: partsOf(lower),
    };
  }

  #kindOf(form: Form, lower: string): Kind {
    const { particles, tails } = this.words;
    if (form === Form.Digits) return Kind.Number;
    if (form !== Form.Lower && form !== Form.Mark) return Kind.Name;
    return particles.has(lower) ? Kind.Particle : form === Form.Lower && tails.has(lower) ? Kind.Tail : Kind.Joint;
  }
}

/** Keeps the forms of a word apart in the cache. */
const SPREAD = 0x2545f491;

/** Whether the letter at `at` is a capital. */
export function isUpperAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return code >= 65 && code <= 90;
  const char = text.charAt(at);
  return char !== char.toLowerCase();
}

function formOf(text: string): Form {
  let upper = 0,
    lower = 0,
    digits = 0,
    stops = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) digits++;
    else if (code === 0x2e) stops++;
    else if (isUpperAt(text, at)) upper++;
    else if ((code >= 97 && code <= 122) || code > 0xbf) lower++;
  }
  if (!upper)
    return lower ? (digits && text.charCodeAt(0) < 58 ? Form.Digits : Form.Lower) : digits ? Form.Digits : Form.Mark;
  if (upper === 1 && !lower && !digits) return Form.Initial;
  if (!lower) return stops > 1 || (stops && upper > 1) ? Form.Acronym : Form.Upper;
  if (isUpperAt(text, 0)) return upper === 1 || text.includes('-') ? Form.Capital : Form.Mixed;
  return Form.Mixed;
}
