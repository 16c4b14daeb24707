import { hashWord } from '../hash';
import { Shape, Tag, type TextLayer, type TokenRange } from '../layers';
import { LISTED, type Lists } from './lists';
import { Part, type WordReader } from './word';
import type { NameWords } from './words';

/** A stretch of tokens that may be a name inside a title ("French"), with whether it may be a person, and whether it is a place. */
export interface Neighbour extends TokenRange {
  readonly person: boolean;
  readonly place: boolean;
}

/** Longer titles are no titles; and a walk must end in hostile text. */
const LONGEST_TITLE = 12;
/** How many words may stand between the head of a title and the office it governs ("secretary of homeland security"). */
const LONGEST_OFFICE = 6;

/** Compiles the words of titles: gives what a word in lower case, without its stop, may be to a title, as bits of `Part`. */
export function compileParts(words: NameWords, lists: Lists): (lower: string) => number {
  const { titles, roles, relations, bodies } = words;
  const parts = new Map<string, number>(),
    none = new Set(relations),
    known = new Set(roles),
    addresses = new Set(titles),
    elected = new Set(words.elected);
  const add = (words: readonly string[], part: Part): void => {
    for (const word of words) parts.set(word, (parts.get(word) ?? 0) | part);
  };
  add(titles, Part.Address);
  add(words.courtesies, Part.Courtesy);
  add(words.ranks, Part.Rank);
  add(relations, Part.Kin);
  add(words.peers, Part.Peer);
  add(words.letters, Part.Letters);
  add(words.modifiers, Part.Modifier);
  add(words.openers, Part.Opener);
  add(words.ofTime, Part.Time);
  add(words.offices, Part.Office);
  add(words.calendar, Part.Calendar);
  add(bodies, Part.Body);
  add([...bodies, ...words.institutions], Part.Institution);
  add(words.firms, Part.Firm);
  add(words.links, Part.Link);
  // Of a compound ("co-founder"), the last part tells.
  const isRole = (word: string): boolean => {
    if (none.has(word)) return false;
    if (known.has(word) || lists.get(hashWord(word)) & LISTED.role) return true;
    const hyphen = word.lastIndexOf('-');
    if (hyphen <= 0) return false;
    const first = word.slice(0, hyphen),
      last = word.slice(hyphen + 1);
    return isRole(last) || (elected.has(last) && (addresses.has(first) || isRole(first)));
  };
  return (lower) => (parts.get(lower) ?? 0) | (isRole(lower) ? Part.Role : 0);
}

/** Finds the titles that belong to the names of persons. */
export class TitleFinder {
  constructor(private readonly words: WordReader) {}

  /** The title before the name that begins at token `core`, or null. `ending` gives the name that ends before a token. */
  before(layer: TextLayer, core: number, ending: Ending): TokenRange | null {
    const at = layer.tokens.lower[core - 1] === '[' ? core - 2 : core - 1,
      head = this.#headEnd(layer, at, ending);
    return head < 0 ? null : { from: this.#start(layer, head, ending), to: core };
  }

  #partsAt({ tokens }: TextLayer, at: number): number {
    return at < 0 ? 0 : this.words.at(tokens, at).parts;
  }

  /** Whether a word can be the last of a title. */
  #isHead(layer: TextLayer, at: number): boolean {
    const parts = this.#partsAt(layer, at),
      { shape, tag } = layer.tokens;
    if (!(parts & Part.Head)) return false;
    if (shape[at] !== Shape.Lower) return true;
    // “her sister Agnes” names a relation, “Sister Agnes” a nun; “to head Norrland” is a verb.
    if (parts & Part.Kin) return false;
    return !isVerb(tag[at] ?? 0) || tag[at - 1] === Tag.Adjective || tag[at - 1] === Tag.Possessive;
  }

  /** The token of the head of the title that ends at `at` ("minister"; "secretary" of "secretary of state"), or -1. */
  #headEnd(layer: TextLayer, at: number, ending: Ending): number {
    if (this.#isHead(layer, at)) return at;
    const name = ending(at + 1);
    // “Mayor of Harwick Leo Finnerty”, “the minister for women and equalities Nina Morland”.
    let back = name && !name.person ? name.from - 1 : at;
    if (back === at && !(this.#partsAt(layer, at) & Part.Office)) return -1;
    const { lower, tag } = layer.tokens,
      least = Math.max(0, at - LONGEST_OFFICE);
    for (; back > least; back--) {
      const word = lower[back] ?? '';
      if (word === 'of' || word === 'for' || word === 'to') return this.#isHead(layer, back - 1) ? back - 1 : -1;
      if (word !== 'the' && word !== 'and' && word !== ',' && !isNominal(tag[back] ?? 0)) return -1;
    }
    return -1;
  }

  /** Walks from the head to the first token of the title. */
  #start(layer: TextLayer, head: number, ending: Ending): number {
    const least = Math.max(0, head - LONGEST_TITLE);
    let start = head,
      /** The word that says what may stand before: the leftmost head so far. */
      governor = head;
    for (;;) {
      const parts = this.#partsAt(layer, governor),
        named = !(parts & Part.Courtesy),
        name = named ? this.#owner(layer, start, ending) : undefined;
      if (name && name.from >= least) start = name.from;
      else if (start <= least || (this.#partsAt(layer, start) & Part.Opener && start < head)) return start;
      else if (this.#isHead(layer, start - 1)) governor = --start;
      else if (this.#isBefore(layer, start - 1, governor)) start--;
      else {
        const joined = this.#joined(layer, start, governor);
        if (joined < least) return start;
        governor = start = joined;
      }
    }
  }

  /** The name that is part of a title from `start` on: right before it, or the country that owns the office (“Freedonia’s President”). */
  #owner({ tokens: { lower, shape } }: TextLayer, start: number, ending: Ending): Neighbour | undefined {
    const name = ending(start);
    if (name) return name.person ? undefined : name;
    if (shape[start] === Shape.Lower || !(lower[start - 1] === "'s" || lower[start - 1] === "'")) return undefined;
    const owner = ending(start - 1);
    return owner?.place ? owner : undefined;
  }

  /** The head of another title that is joined to the one from `start` on, or -1: “Senator the Hon Lind”, “actor and comedian Lind”. */
  #joined(layer: TextLayer, start: number, governor: number): number {
    const { lower, shape } = layer.tokens,
      parts = this.#partsAt(layer, governor),
      word = lower[start - 1];
    const joins =
      (word === 'and' && start === governor && !(parts & Part.Courtesy)) ||
      (word === 'the' && (parts & Part.Address) !== 0 && shape[start - 2] === Shape.Capital);
    return joins && this.#isHead(layer, start - 2) ? start - 2 : -1;
  }

  /** Whether the word at `at` goes on with the title that follows, whose leftmost head is `governor`. */
  #isBefore(layer: TextLayer, at: number, governor: number): boolean {
    const { lower, parts, common } = this.words.at(layer.tokens, at),
      { shape } = layer.tokens,
      governing = this.#partsAt(layer, governor),
      tag = layer.tokens.tag[at] ?? 0;
    if (parts & (Part.Calendar | Part.Time | Part.Kin) || governing & Part.Courtesy) return false;
    if (parts & Part.Modifier) return true;
    if (governing & Part.Rank) return false;
    // “Committee Chairman Lind”.
    if (common && shape[at] === Shape.Capital && shape[governor] === Shape.Capital && tag === Tag.Name) return true;
    return tag === Tag.Noun || (tag === Tag.Adjective && lower.length > 3);
  }
}

/** The name that ends right before a token, or undefined. */
type Ending = (token: number) => Neighbour | undefined;

const isVerb = (tag: number): boolean => tag >= Tag.Verb && tag <= Tag.Modal;
const isNominal = (tag: number): boolean => tag <= Tag.Name || tag === Tag.Adjective;
