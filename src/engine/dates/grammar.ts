import { type Island, letterOf, type Term } from './lexer';
import { type DatePattern, type DateWords, TERM_KINDS, type TermKind } from './words';

/** A pattern that matched: the terms it covers, without its lead. */
export interface Match {
  readonly pattern: DatePattern;
  readonly terms: readonly Term[];
  /** Indices into the island's terms, half-open; with the lead. */
  readonly from: number;
  readonly to: number;
}

/** A pattern that matches at some term, and how many terms it takes. */
interface Found {
  readonly pattern: DatePattern;
  readonly length: number;
}

/** A pattern with its regular expression, which is made when it is first tried. */
interface Compiled {
  readonly pattern: DatePattern;
  readonly source: string;
  regex: RegExp | null;
}

/**
 * Patterns over kinds of terms, compiled to regular expressions over the letters of an island and filed by the letters that they
 * can begin with, so that a word is tried only against the patterns that it may open.
 */
export class Grammar {
  readonly #byFirst = new Map<string, Compiled[]>();
  readonly #kept = new Map<string, readonly Found[]>();

  constructor(words: DateWords) {
    const macros = new Map<string, Part>();
    for (const pattern of words.patterns) {
      const { source, first } = new PatternReader(pattern.pattern, words.macros, macros).read(),
        compiled: Compiled = { pattern, source, regex: null };
      for (const letter of new Set(first)) {
        const list = this.#byFirst.get(letter);
        if (list) list.push(compiled);
        else this.#byFirst.set(letter, [compiled]);
      }
    }
  }

  /** The patterns that match at a term of an island, the longest first; of equals the first in the list. */
  at({ letters }: Island, from: number): readonly Found[] {
    if (letters.length - from > LONGEST_KEPT) return this.#match(letters, from);
    const rest = letters.slice(from);
    let found = this.#kept.get(rest);
    if (found) return found;
    if (this.#kept.size >= MOST_KEPT) this.#kept.clear();
    this.#kept.set(rest, (found = this.#match(rest, 0)));
    return found;
  }

  #match(letters: string, from: number): readonly Found[] {
    const found: Found[] = [];
    for (const compiled of this.#byFirst.get(letters.charAt(from)) ?? []) {
      const { pattern, source } = compiled,
        regex = (compiled.regex ??= new RegExp(source, 'y'));
      regex.lastIndex = from;
      if (regex.test(letters)) found.push({ pattern, length: regex.lastIndex - from });
    }
    return found.length > 1 ? found.sort((a, b) => b.length - a.length) : found;
  }
}

/** Short runs of terms come again and again; what matches there is kept, up to so many of them. */
const LONGEST_KEPT = 10,
  MOST_KEPT = 4096;

const KINDS = new Set<string>(TERM_KINDS);

/** Part of a pattern: its regular expression, the letters it can begin with, and whether it may match nothing. */
interface Part {
  readonly source: string;
  readonly first: string;
  readonly empty: boolean;
}

/** Reads a pattern: sequences, alternatives in brackets, the marks ? and +, and macros (`$name`), which stand in brackets themselves. */
class PatternReader {
  readonly #tokens: readonly string[];
  #at = 0;

  /** `known` keeps the macros that have been read. */
  constructor(
    pattern: string,
    private readonly macros: DateWords['macros'],
    private readonly known: Map<string, Part>,
  ) {
    this.#tokens = pattern.match(/\$?\w+|[()|?+]/g) ?? [];
  }

  read(): Part {
    let { source, first, empty } = this.#sequence();
    while (this.#tokens[this.#at] === '|') {
      this.#at++;
      const next = this.#sequence();
      source += `|${next.source}`;
      first += next.first;
      empty ||= next.empty;
    }
    return { source, first, empty };
  }

  #sequence(): Part {
    let source = '',
      first = '',
      empty = true;
    for (
      let token = this.#tokens[this.#at];
      token !== undefined && token !== ')' && token !== '|';
      token = this.#tokens[this.#at]
    ) {
      this.#at++;
      const part = this.#marked(this.#part(token));
      source += part.source;
      if (empty) first += part.first;
      empty &&= part.empty;
    }
    return { source, first, empty };
  }

  #part(token: string): Part {
    if (token.startsWith('$')) return this.#macro(token.slice(1));
    if (token !== '(') {
      const letter = KINDS.has(token) ? letterOf(token as TermKind) : unknown(token);
      return { source: letter, first: letter, empty: false };
    }
    const inner = this.read();
    this.#at++;
    return { ...inner, source: `(?:${inner.source})` };
  }

  #marked(part: Part): Part {
    const mark = this.#tokens[this.#at];
    if (mark !== '?' && mark !== '+') return part;
    this.#at++;
    return { ...part, source: part.source + mark, empty: part.empty || mark === '?' };
  }

  #macro(name: string): Part {
    let part = this.known.get(name);
    if (!part) {
      part = new PatternReader(this.macros[name] ?? unknown(name), this.macros, this.known).read();
      this.known.set(name, part);
    }
    return part;
  }
}

function unknown(name: string): never {
  throw new Error(`A date pattern names ${name}, which is neither a kind of term nor a macro`);
}
