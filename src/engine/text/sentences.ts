import { Shape, type TokenRange, type Tokens } from '../layers';
import type { SentenceWords } from './words';

/** Closing and opening quotation marks and brackets; the straight ones are both. */
const CLOSERS = new Set(['"', "'", '”', '’', '»', '›', ')', ']', '」', '』', '“', '‘']);
const OPENERS = new Set(['"', "'", '“', '‘', '„', '‚', '«', '‹', '(', '[', '「', '『', '–', '—', '-', '•', '*']);
const FULL_WIDTH = new Set(['。', '！', '？', '।', '؟']);

/** Compiles the sentence splitter: token ranges that cover the block, none empty. */
export function createSentences(words: SentenceWords): (tokens: Tokens, text: string) => TokenRange[] {
  const splitter = new Splitter(words);
  return (tokens, text) => splitter.read(tokens, text);
}

class Splitter {
  readonly #titles: ReadonlySet<string>;
  readonly #openers: ReadonlySet<string>;
  readonly #reporting: ReadonlySet<string>;

  constructor({ titles, openers, reporting }: SentenceWords) {
    this.#titles = new Set(titles);
    this.#openers = new Set(openers);
    this.#reporting = new Set(reporting);
  }

  read(tokens: Tokens, text: string): TokenRange[] {
    const sentences: TokenRange[] = [];
    let from = 0;
    for (let i = 0; i < tokens.count; i++) {
      if (!mayEnd(tokens, text, i)) continue;
      const next = afterClosers(tokens, text, i + 1);
      if (next >= tokens.count) break;
      if (!this.#ends(tokens, text, i, next, from)) continue;
      sentences.push({ from, to: next });
      from = next;
      i = next - 1;
    }
    if (from < tokens.count) sentences.push({ from, to: tokens.count });
    return sentences;
  }

  /** Whether the sentence that began at `from` ends with the stop at `stop`, its closing marks, and before `next`. */
  #ends(tokens: Tokens, text: string, stop: number, next: number, from: number): boolean {
    const opener = skipOpeners(tokens, next),
      shape = tokens.shape[opener];
    if (opener >= tokens.count) return true;
    const word = tokens.word[stop] ?? '',
      first = tokens.lower[opener] ?? '';
    if (word !== '.' && FULL_WIDTH.has(word)) return true;
    if (shape === Shape.Lower && hasCase(tokens.word[opener] ?? '')) return false;
    const gap = (tokens.start[next] ?? 0) > (tokens.end[next - 1] ?? 0);
    if (word.length > 1 && word.endsWith('.') && /[\p{L}\p{N}]/u.test(word))
      return gap && this.#endsAfterAbbreviation(tokens.lower[stop] ?? '', first, opener > next);
    if (isEllipsis(word)) return gap && (next > stop + 1 || (this.#openers.has(first) && first !== 'i'));
    if (word === '.' && stop === from + 1 && tokens.shape[from] === Shape.Digits && gap && next === stop + 1)
      return false;
    if (next > stop + 1 && endsQuotation(tokens, next - 1) && this.#goesOn(tokens, next)) return false;
    return gap || (shape === Shape.Capital && word === '.') || opener > next;
  }

  #endsAfterAbbreviation(abbreviation: string, first: string, quoted: boolean): boolean {
    if (this.#titles.has(abbreviation.slice(0, -1))) return false;
    return quoted ? abbreviation.length > 2 : this.#openers.has(first);
  }

  /** “Never!” Ann Lee said: a capitalised name and a reporting verb, or the verb and a name, go on with the quotation's sentence. */
  #goesOn(tokens: Tokens, next: number): boolean {
    for (let i = next; i < Math.min(next + 6, tokens.count); i++) {
      if (this.#reporting.has(tokens.lower[i] ?? '')) return i > next;
      const shape = tokens.shape[i];
      if (
        i > next ? shape === Shape.Symbol || shape === Shape.Digits : shape !== Shape.Capital && shape !== Shape.Upper
      )
        return false;
    }
    return false;
  }
}

/** Whether the token ends with a stop; told by the text, which is at hand where its words lie all over the memory. */
function mayEnd(tokens: Tokens, text: string, i: number): boolean {
  const last = text.charCodeAt((tokens.end[i] ?? 0) - 1);
  return (
    last === 0x2e ||
    last === 0x3f ||
    last === 0x21 ||
    last === 0x2026 ||
    (last > 0x5ff && FULL_WIDTH.has(tokens.word[i] ?? ''))
  );
}

/** False in scripts that know no capitals. */
function hasCase(word: string): boolean {
  const first = word.charAt(0);
  return first.toUpperCase() !== first;
}

function isEllipsis(word: string): boolean {
  return word.startsWith('..') || word.startsWith('…');
}

/** Skips the marks that close with the sentence: those right behind the stop, and a bracket or quotation mark that a space follows. */
function afterClosers(tokens: Tokens, text: string, from: number): number {
  let i = from;
  while (
    i < tokens.count &&
    tokens.shape[i] === Shape.Symbol &&
    tokens.start[i] === tokens.end[i - 1] &&
    CLOSERS.has(tokens.word[i] ?? '')
  )
    i++;
  // A further stop belongs to the same end: "?!", "… .".
  while (i < tokens.count && tokens.shape[i] === Shape.Symbol && mayEnd(tokens, text, i)) i++;
  if (
    i < tokens.count &&
    tokens.shape[i] === Shape.Symbol &&
    (tokens.word[i] === '”' || tokens.word[i] === '»') &&
    (tokens.start[i] ?? 0) > (tokens.end[i - 1] ?? 0)
  )
    i++;
  return i;
}

function skipOpeners(tokens: Tokens, from: number): number {
  let i = from;
  while (i < tokens.count && tokens.shape[i] === Shape.Symbol && OPENERS.has(tokens.word[i] ?? '')) i++;
  return i;
}

function endsQuotation(tokens: Tokens, i: number): boolean {
  const word = tokens.word[i] ?? '';
  return word !== ')' && word !== ']' && CLOSERS.has(word);
}
