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

interface Compiled {
  readonly pattern: DatePattern;
  readonly regex: RegExp;
}

/**
 * Patterns over kinds of terms, compiled to regular expressions over the letters of an island and filed by the letters that they
 * can begin with, so that a word is tried only against the patterns that it may open.
 */
export class Grammar {
  readonly #byFirst = new Map<string, Compiled[]>();
  readonly #kept = new Map<string, readonly Found[]>();

  constructor(words: DateWords) {
    for (const pattern of words.patterns) {
      const source = expand(pattern.pattern, words.macros);
      const compiled = { pattern, regex: new RegExp(compile(source), 'y') };
      for (const letter of new FirstLetters(source).of()) {
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
    for (const { pattern, regex } of this.#byFirst.get(letters.charAt(from)) ?? []) {
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

/** Replaces each `$name` by its macro, which may name others. */
function expand(pattern: string, macros: DateWords['macros']): string {
  const expanded = pattern.replace(/\$(\w+)/g, (_, name: string) => macros[name] ?? unknown(name));
  return expanded === pattern ? pattern : expand(expanded, macros);
}

function unknown(name: string): never {
  throw new Error(`A date pattern names ${name}, which is neither a kind of term nor a macro`);
}

function compile(source: string): string {
  return source
    .replace(/\(/g, '(?:')
    .replace(/\w+/g, (name) => (KINDS.has(name) ? letterOf(name as TermKind) : unknown(name)))
    .replace(/\s+/g, '');
}

/** The letters that a pattern can begin with: a reader of sequences, alternatives in brackets, and the marks ? and +. */
class FirstLetters {
  readonly #tokens: readonly string[];
  #at = 0;

  constructor(source: string) {
    this.#tokens = source.match(/\w+|[()|?+]/g) ?? [];
  }

  of(): ReadonlySet<string> {
    return this.#alternatives().first;
  }

  #alternatives(): { first: Set<string>; empty: boolean } {
    const all = this.#sequence();
    while (this.#tokens[this.#at] === '|') {
      this.#at++;
      const next = this.#sequence();
      next.first.forEach((letter) => all.first.add(letter));
      all.empty ||= next.empty;
    }
    return all;
  }

  #sequence(): { first: Set<string>; empty: boolean } {
    const first = new Set<string>();
    let empty = true;
    for (
      let token = this.#tokens[this.#at];
      token !== undefined && token !== ')' && token !== '|';
      token = this.#tokens[this.#at]
    ) {
      const part = this.#part(token);
      if (empty) part.first.forEach((letter) => first.add(letter));
      empty &&= part.empty;
    }
    return { first, empty };
  }

  #part(token: string): { first: Set<string>; empty: boolean } {
    this.#at++;
    let part = { first: new Set([letterOf(token as TermKind)]), empty: false };
    if (token === '(') {
      part = this.#alternatives();
      this.#at++;
    }
    if (this.#tokens[this.#at] === '+') this.#at++;
    else if (this.#tokens[this.#at] === '?') {
      this.#at++;
      part.empty = true;
    }
    return part;
  }
}
