import { hashWord } from '../hash';
import { Tag, type TextLayer, type TokenRange } from '../layers';
import { LISTED, type Lists } from './lists';
import { Part, type WordReader } from './word';
import type { NameWords } from './words';

/** A stretch of tokens that may be a name inside a title ("French"), with whether it may be a person. */
export interface Neighbour extends TokenRange {
  readonly person: boolean;
}

/** Longer titles are no titles; and a walk must end in hostile text. */
const LONGEST_TITLE = 12;
/** How many words may stand between the head of a title and the office it governs ("secretary of homeland security"). */
const LONGEST_OFFICE = 4;

/** Compiles the words of titles: gives what a word in lower case, without its stop, may be to a title, as bits of `Part`. */
export function compileParts(
  { titles, roles, relations, modifiers, offices, calendar, bodies, institutions, firms, links }: NameWords,
  lists: Lists,
): (lower: string) => number {
  const parts = new Map<string, number>(),
    none = new Set(relations),
    known = new Set(roles);
  const add = (words: readonly string[], part: Part): void => {
    for (const word of words) parts.set(word, (parts.get(word) ?? 0) | part);
  };
  add(titles, Part.Address);
  add(modifiers, Part.Modifier);
  add(offices, Part.Office);
  add(calendar, Part.Calendar);
  add(bodies, Part.Body);
  add([...bodies, ...institutions], Part.Institution);
  add(firms, Part.Firm);
  add(links, Part.Link);
  // Of a compound ("co-founder"), the last part tells.
  const isRole = (word: string): boolean => {
    if (none.has(word)) return false;
    if (known.has(word) || lists.get(hashWord(word)) & LISTED.role) return true;
    const hyphen = word.lastIndexOf('-');
    return hyphen > 0 && isRole(word.slice(hyphen + 1));
  };
  return (lower) => (parts.get(lower) ?? 0) | (isRole(lower) ? Part.Role : 0);
}

/** Finds the titles that belong to the names of persons. */
export class TitleFinder {
  constructor(private readonly words: WordReader) {}

  /** The title before the name that begins at token `core`, or null. `ending` gives the name that ends before a token. */
  before(layer: TextLayer, core: number, ending: (token: number) => Neighbour | undefined): TokenRange | null {
    const at = layer.tokens.lower[core - 1] === '[' ? core - 2 : core - 1,
      head = this.#headEnd(layer, at);
    return head < 0 ? null : { from: this.#start(layer, head, ending), to: core };
  }

  #partsAt({ tokens }: TextLayer, at: number): number {
    return at < 0 ? 0 : this.words.at(tokens, at).parts;
  }

  /** The token of the head of the title that ends at `at` ("minister"; "secretary" of "secretary of state"), or -1. */
  #headEnd(layer: TextLayer, at: number): number {
    const parts = this.#partsAt(layer, at);
    if (parts & Part.Head) return at;
    if (!(parts & Part.Office)) return -1;
    for (let back = at - 1; back > at - 1 - LONGEST_OFFICE && back > 0; back--) {
      const link = layer.tokens.lower[back];
      if (link === 'of' || link === 'for') return this.#partsAt(layer, back - 1) & Part.Address ? back - 1 : -1;
    }
    return -1;
  }

  /** Walks from the head to the first token of the title. */
  #start(layer: TextLayer, head: number, ending: (token: number) => Neighbour | undefined): number {
    const { lower } = layer.tokens,
      least = Math.max(0, head - LONGEST_TITLE);
    let start = head;
    for (;;) {
      const owner = lower[start - 1] === "'s" || lower[start - 1] === "'",
        name = ending(owner ? start - 1 : start);
      if (name && !name.person && name.from >= least) {
        start = name.from;
        continue;
      }
      if (owner || start - 1 < least || !this.#isModifier(layer, start - 1)) return start;
      start--;
    }
  }

  #isModifier(layer: TextLayer, at: number): boolean {
    const { lower, parts } = this.words.at(layer.tokens, at),
      tag = layer.tokens.tag[at];
    if (parts & Part.Calendar) return false;
    if (parts & (Part.Modifier | Part.Head)) return true;
    return tag === Tag.Noun || (tag === Tag.Adjective && lower.length > 3);
  }
}
