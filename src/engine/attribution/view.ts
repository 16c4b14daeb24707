import { type BlockLayer, Tag, type TokenRange } from '../layers';
import type { Span } from '../model';
import { firstBeginning, firstFrom } from '../search';

/** A quotation as tokens: `from` up to, not including, `to`, marks included. */
export interface Quoted {
  /** Index in `BlockLayer.marks`. */
  readonly mark: number;
  readonly from: number;
  readonly to: number;
}

/** What a token belongs to. */
export enum Named {
  Nothing,
  Date,
  Role,
  Pronoun,
  Person,
  Organization,
  Place,
  Group,
  Event,
}

const TYPES = {
  person: Named.Person,
  organization: Named.Organization,
  place: Named.Place,
  group: Named.Group,
  event: Named.Event,
} as const;

/** The word beyond the edges of a block, and the tag there: it is in no set of tags. */
export const EDGE = -1;
const BEYOND = 63;

/** Words between two places are looked at up to here, so that an endless sentence costs no more than a long one. */
const FARTHEST = 60;

/** Sets of tags, each tag a bit. */
export const VERBS = (1 << Tag.Verb) | (1 << Tag.VerbS) | (1 << Tag.Past) | (1 << Tag.Participle) | (1 << Tag.Gerund);
export const COMMAS = 1 << Tag.Comma,
  CONJUNCTIONS = 1 << Tag.Conjunction;

/**
 * A block as the decisions about its quotations see it. With `around` given, only the quotations directly inside that one are seen,
 * and nothing outside it.
 */
export class BlockView {
  /** In order of the text, none inside another. */
  readonly quotations: readonly Quoted[];
  /** The tokens that may be read. */
  readonly from: number;
  readonly to: number;
  /** By token from `from` on: 1 + the index of the quotation that it stands in, or 0. */
  readonly #within: Int32Array;
  readonly #shared: Shared;
  readonly #tags: Uint8Array;

  constructor(
    readonly layer: BlockLayer,
    isRead: (mark: number) => boolean,
    around: Quoted | null = null,
    outer: BlockView | null = null,
  ) {
    const { tokens, marks } = layer;
    this.#tags = tokens.tag;
    this.from = around ? around.from + 1 : 0;
    this.to = around ? Math.max(this.from, around.to - (marks[around.mark]?.closed ? 1 : 0)) : tokens.count;
    this.quotations = this.#find(isRead, around ? around.mark + 1 : 0);
    this.#within = this.quotations.length ? new Int32Array(this.to - this.from) : NONE;
    this.quotations.forEach(({ from, to }, index) => this.#within.fill(index + 1, from - this.from, to - this.from));
    this.#shared = outer
      ? outer.#shared
      : { sentenceOf: sentencesOfTokens(layer), named: namedTokens(layer), brackets: bracketed(layer) };
  }

  #find(isRead: (mark: number) => boolean, first: number): Quoted[] {
    const { tokens, marks } = this.layer,
      quotations: Quoted[] = [],
      limit = this.to < tokens.count ? (tokens.start[this.to] ?? 0) : Infinity;
    for (let mark = first, at = this.from, end = 0; mark < marks.length; mark++) {
      const span = marks[mark]?.span;
      if (!span || span[0] >= limit) break;
      if (!isRead(mark) || span[0] < end) continue;
      while (at < this.to && (tokens.end[at] ?? 0) <= span[0]) at++;
      const from = at;
      while (at < this.to && (tokens.start[at] ?? 0) < span[1]) at++;
      if (at > from) quotations.push({ mark, from, to: at });
      end = span[1];
    }
    return quotations;
  }

  /** Index of the quotation that a token stands in, or -1. */
  within(token: number): number {
    return (this.#within[token - this.from] ?? 0) - 1;
  }

  /** The quotation that a token stands in. */
  quotationAt(token: number): Quoted | undefined {
    const index = this.within(token);
    return index < 0 ? undefined : this.quotations[index];
  }

  /** The first token of the first noun phrase in the token's sentence, or behind the quotation that the sentence begins with; or -1. */
  leadOf(token: number): number {
    const start = this.layer.sentences[this.sentenceOf(token)]?.from ?? 0,
      inside = this.quotationAt(start);
    return this.layer.phrases[this.phraseFrom(inside ? inside.to : start)]?.from ?? -1;
  }

  /** Index of the last quotation that ends before the token, or -1. */
  lastBefore(token: number): number {
    const last = firstBeginning(this.quotations, token) - 1;
    return last >= 0 && (this.quotations[last]?.to ?? 0) > token ? last - 1 : last;
  }

  /** What the names, dates and references of the block make of a token. */
  named(token: number): Named {
    return this.#shared.named[token] ?? Named.Nothing;
  }

  /** Whether a token stands in brackets within the block. */
  inBrackets(token: number): boolean {
    return (this.#shared.brackets?.[token] ?? 0) > 0;
  }

  sentenceOf(token: number): number {
    return this.#shared.sentenceOf[token] ?? -1;
  }

  tag(token: number): number {
    return token < this.from || token >= this.to ? BEYOND : (this.#tags[token] ?? BEYOND);
  }

  /** How many tokens of a stretch, or of its beginning where it is long, have a tag of the set. */
  count(tags: number, from: number, to: number): number {
    let count = 0;
    for (let at = from, end = Math.min(to, from + FARTHEST); at < end; at++) count += (tags >> this.tag(at)) & 1;
    return count;
  }

  lower(token: number): string {
    return token < this.from || token >= this.to ? '' : (this.layer.tokens.lower[token] ?? '');
  }

  /**
   * A number for a word: the same for the same word, one for all names of a kind, so that the weights learn how people write and
   * not whom they wrote about.
   */
  word(token: number): number {
    if (token < this.from || token >= this.to) return EDGE;
    const { tag, hash } = this.layer.tokens,
      own = tag[token] ?? 0;
    return own === Tag.Name || own === Tag.Number ? own + 1 : (hash[token] ?? 0) | 64;
  }

  /** Index of the first noun phrase that begins at or after the token. */
  phraseFrom(token: number): number {
    return firstBeginning(this.layer.phrases, token);
  }

  /** Where tokens stand in the block's text. */
  spanOf(range: TokenRange | null): Span | null {
    const { start, end } = this.layer.tokens;
    return range && [start[range.from] ?? 0, end[range.to - 1] ?? 0];
  }

  /** The tokens that a span of the block touches. */
  rangeOf([start, end]: Span): TokenRange {
    const { tokens } = this.layer;
    return { from: firstFrom(tokens.end, tokens.count, start + 1), to: firstFrom(tokens.start, tokens.count, end) };
  }
}

const NONE = new Int32Array(0);

/** What the views of one block share, by token. */
interface Shared {
  readonly sentenceOf: Int32Array;
  readonly named: Uint8Array;
  /** 1 for each token in brackets; null where the block has none. */
  readonly brackets: Uint8Array | null;
}

function sentencesOfTokens({ tokens, sentences }: BlockLayer): Int32Array {
  const sentenceOf = new Int32Array(tokens.count + 1);
  sentences.forEach(({ from, to }, index) => sentenceOf.fill(index, from, to));
  return sentenceOf;
}

const CLOSING: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
]);

/** The tokens between brackets that one sentence opens and closes; what is never closed is none. */
function bracketed({ text, tokens, sentences }: BlockLayer): Uint8Array | null {
  if (!text.includes('(') && !text.includes('[')) return null;
  const brackets = new Uint8Array(tokens.count);
  for (const { from, to } of sentences)
    for (let at = from, open = -1, close = ''; at < to; at++) {
      const word = tokens.lower[at] ?? '';
      if (open < 0 && CLOSING.has(word)) [open, close] = [at, CLOSING.get(word) ?? ''];
      else if (open >= 0 && word === close) {
        brackets.fill(1, open, at + 1);
        open = -1;
      }
    }
  return brackets;
}

function namedTokens({ tokens, names, dates, references }: BlockLayer): Uint8Array {
  const named = new Uint8Array(tokens.count);
  let at = 0;
  for (const { span } of dates) {
    while (at < tokens.count && (tokens.end[at] ?? 0) <= span[0]) at++;
    for (let token = at; token < tokens.count && (tokens.start[token] ?? 0) < span[1]; token++)
      named[token] = Named.Date;
  }
  for (const { form, from, to } of references) named.fill(form === 'pronoun' ? Named.Pronoun : Named.Role, from, to);
  for (const { type, from, to } of names) named.fill(TYPES[type], from, to);
  return named;
}

/** Buckets for counts and distances: 0 to 4 apart, then 5-6, 7-9, 10-14, 15-24, 25 and more. */
export function bucket(count: number): number {
  return count < 5 ? count : count < 7 ? 5 : count < 10 ? 6 : count < 15 ? 7 : count < 25 ? 8 : 9;
}
