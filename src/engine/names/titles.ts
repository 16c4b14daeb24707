import { Tag, type TextLayer, type TokenRange } from '../layers';
import { hashWord } from './hash';
import { LISTED, type Lists } from './lists';
import { plainWord } from './units';
import type { NameWords } from './words';

/** A stretch of tokens that may be a name inside a title ("French"), with whether it may be a person. */
export interface Neighbour extends TokenRange {
  readonly person: boolean;
}

/** Longer titles are no titles; and a walk must end in hostile text. */
const LONGEST_TITLE = 12;

/** Finds the titles that belong to the names of persons. */
export class TitleFinder {
  readonly #titles: ReadonlySet<string>;
  readonly #modifiers: ReadonlySet<string>;
  readonly #offices: ReadonlySet<string>;
  readonly #calendar: ReadonlySet<string>;

  readonly #roles: ReadonlySet<string>;
  readonly #relations: ReadonlySet<string>;

  constructor({ titles, roles, relations, modifiers, offices, calendar }: NameWords, private readonly lists: Lists) {
    this.#titles = new Set(titles);
    this.#roles = new Set(roles);
    this.#relations = new Set(relations);
    this.#modifiers = new Set(modifiers);
    this.#offices = new Set(offices);
    this.#calendar = new Set(calendar);
  }

  /** Whether a word can be the last of a title ("Mr", "minister", "spokesman"). */
  isHead(lower: string): boolean {
    const word = plainWord(lower);
    return this.#titles.has(word) || this.isRole(word);
  }

  /** Whether a word names what somebody is or does; of a compound ("co-founder"), its last part. */
  isRole(word: string): boolean {
    if (this.#relations.has(word)) return false;
    if (this.#roles.has(word) || this.lists.get(hashWord(word)) & LISTED.role) return true;
    const hyphen = word.lastIndexOf('-');
    return hyphen > 0 && this.isRole(word.slice(hyphen + 1));
  }

  /** Whether a word may only be part of a title, so that it is no name by itself ("President", "Foreign", "May"). */
  isTitleWord(lower: string): boolean {
    const word = plainWord(lower);
    return this.isHead(word) || this.#modifiers.has(word) || this.#offices.has(word);
  }

  isCalendar(lower: string): boolean {
    return this.#calendar.has(plainWord(lower));
  }

  /** How many of the tokens at the start of a person's name are a title by their form alone ("President Ann Lee"). */
  leading({ tokens: { lower } }: TextLayer, { from, to }: TokenRange): number {
    let count = 0;
    while (from + count < to - 1 && this.#titles.has(plainWord(lower[from + count] ?? ''))) count++;
    return count;
  }

  /** The title before the name that begins at token `core`, or null. `ending` gives the name that ends before a token. */
  before(layer: TextLayer, core: number, ending: (token: number) => Neighbour | undefined): TokenRange | null {
    const lower = layer.tokens.lower;
    let at = core - 1;
    if (lower[at] === '[') at--;
    const head = this.#headEnd(layer, at);
    if (head < 0) return null;
    return { from: this.#start(layer, head, ending), to: core };
  }

  /** The token of the head of the title that ends at `at` ("minister"; "secretary" of "secretary of state"), or -1. */
  #headEnd({ tokens: { lower, word } }: TextLayer, at: number): number {
    if (at < 0) return -1;
    if (this.isHead(lower[at] ?? '')) return at;
    for (let back = at - 1; back > at - 5 && back > 0; back--) {
      const link = lower[back];
      if (link !== 'of' && link !== 'for') continue;
      const office = this.#offices.has(lower[at] ?? '') || /^\p{Lu}/u.test(word[at] ?? '');
      return office && this.#titles.has(plainWord(lower[back - 1] ?? '')) && this.#offices.has(lower[at] ?? '') ? back - 1 : -1;
    }
    return -1;
  }

  /** Walks from the head to the first token of the title. */
  #start(layer: TextLayer, head: number, ending: (token: number) => Neighbour | undefined): number {
    const { lower } = layer.tokens, least = Math.max(0, head - LONGEST_TITLE);
    let start = head;
    for (;;) {
      const owner = lower[start - 1] === "'s" || lower[start - 1] === "'", name = ending(owner ? start - 1 : start);
      if (name && !name.person && name.from >= least) {
        start = name.from;
        continue;
      }
      if (owner || start - 1 < least || !this.#isModifier(layer, start - 1)) return start;
      start--;
    }
  }

  #isModifier({ tokens: { lower, tag } }: TextLayer, at: number): boolean {
    const word = plainWord(lower[at] ?? '');
    if (this.#calendar.has(word)) return false;
    if (this.#modifiers.has(word) || this.isHead(word)) return true;
    return tag[at] === Tag.Noun || (tag[at] === Tag.Adjective && word.length > 3);
  }
}
