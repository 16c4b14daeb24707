import { Shape, Tag, type Tokens } from '../layers';
import type { Entry, Lexicon } from './lexicon';

/** What kind of auxiliary a class of words is. */
export enum Auxiliary {
  None,
  Have,
  Be,
}

/** Every ambiguous token is decided by this many features. */
export const FEATURES = 19;
/** Stands for the tag before a sentence's first token. */
export const EDGE = 31;

const bit = (...tags: Tag[]): number => tags.reduce((bits, tag) => bits | (1 << tag), 0);
const OPEN = bit(Tag.Noun, Tag.Nouns, Tag.Verb, Tag.VerbS, Tag.Past, Tag.Participle, Tag.Adjective, Tag.Adverb);
const OPEN_CAPITAL = bit(Tag.Name);
/** A class for every kind of mark, above those of words. */
const MARK_CLASS = 224;
/** A sentence with this many longer words is a title where three quarters of them have capitals. */
const TITLE_WORDS = 3,
  LONGER = 4;

/** Buffers of what is known of each token before any is tagged; they grow and are used again. */
export class Evidence {
  word = new Int32Array(256);
  ending = new Int32Array(256);
  /** The token's class among words or marks. */
  class = new Uint8Array(256);
  /** The tags it may have, as bits. */
  tags = new Int32Array(256);

  constructor(
    private readonly lexicon: Lexicon,
    private readonly marks: ReadonlyMap<string, Tag>,
  ) {}

  /** Looks up all tokens of the sentence from `from` to `to`. */
  read(tokens: Tokens, from: number, to: number): void {
    this.#reserve(tokens.count + 2);
    const title = isTitle(tokens, from, to);
    let first = true;
    for (let i = from; i < to; i++) {
      const shape = tokens.shape[i] as Shape;
      if (shape === Shape.Symbol || shape === Shape.Digits) {
        this.#mark(tokens, i, shape);
        // Behind an opening mark a capital may begin a sentence; a bullet or number in front is no first word.
        first ||= this.tags[i] === bit(Tag.Quote) || tokens.word[i] === ':';
        continue;
      }
      this.#word(
        this.lexicon.read(tokens.lower[i] ?? '', tokens.hash[i] ?? 0),
        i,
        shape === Shape.Capital || shape === Shape.Upper,
        first || title,
      );
      first = false;
    }
    this.class[to] = this.word[to] = this.ending[to] = 0;
    this.class[to + 1] = this.word[to + 1] = this.ending[to + 1] = 0;
  }

  #mark(tokens: Tokens, i: number, shape: Shape): void {
    const word = tokens.word[i] ?? '';
    if ((word === "'" || word === '’') && closesGenitive(tokens, i)) {
      this.tags[i] = 1 << Tag.Possessive;
      this.class[i] = this.word[i] = this.ending[i] = MARK_CLASS + Tag.Possessive;
      return;
    }
    const tag =
      shape === Shape.Digits ? Tag.Number : (this.marks.get(word) ?? (/^[.!?…]+$/.test(word) ? Tag.Stop : Tag.Other));
    this.tags[i] = 1 << tag;
    this.class[i] = MARK_CLASS + tag;
    this.word[i] = this.ending[i] = tag;
  }

  #word(entry: Entry, i: number, capital: boolean, starts: boolean): void {
    const tagsOf = this.lexicon.tags;
    this.word[i] = entry.hash;
    this.ending[i] = entry.ending;
    let known = 0,
      tags = 0;
    if (!capital || starts) tags = tagsOf[(known = entry.small)] ?? 0;
    if (capital) {
      const capitalised = entry.capital;
      tags |= tagsOf[capitalised] ?? 0;
      known ||= capitalised;
    }
    if (!known) {
      // An unknown word has no weights of its own: its ending speaks for it.
      this.word[i] = entry.ending;
      known = capital ? entry.endsCapital : entry.endsSmall;
      tags = (tagsOf[known] ?? 0) || (capital ? OPEN_CAPITAL : OPEN);
      // At a sentence's start it may be no name, but only where words in small letters end like it.
      if (capital && starts) tags |= tagsOf[entry.endsSmall] ?? 0;
    }
    this.class[i] = known;
    this.tags[i] = tags;
  }

  #reserve(size: number): void {
    if (size <= this.word.length) return;
    const length = Math.max(size, this.word.length * 2);
    this.word = new Int32Array(length);
    this.ending = new Int32Array(length);
    this.class = new Uint8Array(length);
    this.tags = new Int32Array(length);
  }
}

/** “the leaders’ talks”: right behind a plural or a name in s, a space and a word after it, and no such mark open before it. */
function closesGenitive(tokens: Tokens, i: number): boolean {
  const { start, end, shape, lower, word } = tokens;
  if (i === 0 || start[i] !== end[i - 1] || !lower[i - 1]?.endsWith('s') || shape[i - 1] === Shape.Symbol) return false;
  if (i + 1 >= tokens.count || (start[i + 1] ?? 0) === end[i] || (shape[i + 1] ?? Shape.Symbol) > Shape.Mixed)
    return false;
  for (let k = i - 1; k >= Math.max(0, i - 40); k--)
    if (word[k] === '‘' || (word[k] === "'" && end[k] === start[k + 1] && start[k] !== end[k - 1])) return false;
  return true;
}

/** True where most words of the sentence have capitals, as in headlines. */
export function isTitle(tokens: Tokens, from: number, to: number): boolean {
  let longer = 0,
    capitals = 0;
  for (let i = from; i < to; i++) {
    const shape = tokens.shape[i] as Shape;
    if (shape > Shape.Upper || (tokens.lower[i] ?? '').length < LONGER) continue;
    longer++;
    if (shape !== Shape.Lower) capitals++;
    else if (longer > 12 && capitals * 2 < longer) return false;
  }
  return longer >= TITLE_WORDS && capitals * 4 >= longer * 3;
}

/** What the tagger remembers of the sentence so far: the auxiliary that waits for its verb, and whether a finite verb has come. */
export class Memory {
  auxiliary = 0;
  finite = 0;

  clear(): void {
    this.auxiliary = this.finite = 0;
  }

  /** Takes note of a tagged token whose class is the auxiliary `kind`. */
  note(tag: Tag, kind: Auxiliary): void {
    switch (tag) {
      case Tag.Modal:
      case Tag.To:
        this.auxiliary = 3;
        break;
      case Tag.VerbS:
      case Tag.Past:
      case Tag.Verb:
      case Tag.Participle:
      case Tag.Gerund: {
        if (tag === Tag.Past || tag === Tag.VerbS) this.finite = 1;
        this.auxiliary = kind;
        break;
      }
      case Tag.Adverb:
      case Tag.Pronoun:
      case Tag.Possessive:
      case Tag.Determiner:
        break;
      case Tag.Wh:
      case Tag.Conjunction:
      case Tag.Comma:
      case Tag.Quote:
      case Tag.Punctuation:
        this.clear();
        break;
      default:
        this.auxiliary = 0;
    }
  }
}

/**
 * Writes the hashes of what is seen at token `i` into `out`: the words and classes around it, the two tags before it, and the
 * sentence's memory. Training and tagging share this function, and so agree.
 */
export function readFeatures(
  evidence: Evidence,
  i: number,
  from: number,
  shape: number,
  before: number,
  beforeThat: number,
  memory: Memory,
  out: Int32Array,
): void {
  const { word, ending, class: classes } = evidence;
  const own = classes[i] ?? 0,
    w = word[i] ?? 0,
    end = ending[i] ?? 0;
  const left = i > from ? (word[i - 1] ?? 0) : 1,
    right = word[i + 1] ?? 0,
    rightClass = classes[i + 1] ?? 0,
    right2 = classes[i + 2] ?? 0;
  const state = memory.auxiliary * 2 + memory.finite,
    first = i === from ? 8 : 0;
  out[0] = own;
  out[1] = w;
  out[2] = end ^ (shape << 3);
  out[3] = (before << 8) | own;
  out[4] = (beforeThat << 5) | before;
  out[5] = (((beforeThat << 5) | before) << 8) | own;
  out[6] = left + own;
  out[7] = right + own;
  out[8] = (rightClass << 8) | own;
  out[9] = (right2 << 16) | (rightClass << 8) | own;
  out[10] = w + before + 1;
  out[11] = w ^ (right << 1);
  out[12] = (state << 8) | own;
  out[13] = (ending[i + 1] ?? 0) + before;
  out[14] = (((shape | first) << 8) | own) * 256 + rightClass;
  out[15] = ((before << 8) | own) * 256 + rightClass;
  out[16] = (ending[i + 1] ?? 0) + own;
  out[17] = w + (state << 5) + before;
  out[18] = (shape | first) + end;
}
