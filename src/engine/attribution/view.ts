import { type BlockLayer, Tag, type TokenRange } from '../layers';
import type { Span } from '../model';
import { hashWord } from '../hash';
import { firstFrom } from './speakers';

/** A quotation as tokens: `from` up to, not including, `to`, marks included. */
export interface Quoted {
  /** Index in `BlockLayer.marks`. */
  readonly mark: number;
  readonly from: number;
  readonly to: number;
}

/** What a token belongs to. */
export enum Named { Nothing, Date, Role, Pronoun, Person, Organization, Place, Group, Event }

const TYPES = { person: Named.Person, organization: Named.Organization, place: Named.Place, group: Named.Group, event: Named.Event } as const;

/** The word beyond the edges of a block. */
export const EDGE = -1;

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
  /** By token from `from` on. */
  readonly #within: Int32Array;
  readonly #shared: Shared;

  constructor(readonly layer: BlockLayer, isRead: (mark: number) => boolean, around: Quoted | null = null, outer: BlockView | null = null) {
    const { tokens, marks } = layer;
    this.from = around ? around.from + 1 : 0;
    this.to = around ? Math.max(this.from, around.to - (marks[around.mark]?.open ? 0 : 1)) : tokens.count;
    this.quotations = this.#find(isRead, around ? around.mark + 1 : 0);
    this.#within = new Int32Array(this.to - this.from).fill(-1);
    this.quotations.forEach(({ from, to }, index) => this.#within.fill(index, from - this.from, to - this.from));
    this.#shared = outer ? outer.#shared : { sentenceOf: sentencesOfTokens(layer), words: new Int32Array(tokens.count), named: namedTokens(layer) };
  }

  #find(isRead: (mark: number) => boolean, first: number): Quoted[] {
    const { tokens, marks } = this.layer, quotations: Quoted[] = [], limit = this.to < tokens.count ? tokens.start[this.to] ?? 0 : Infinity;
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
    return this.#within[token - this.from] ?? -1;
  }

  /** The first token of the first noun phrase in the token's sentence, or behind the quotation that the sentence begins with; or -1. */
  leadOf(token: number): number {
    const start = this.layer.sentences[this.sentenceOf(token)]?.from ?? 0, inside = this.quotations[this.within(start)];
    return this.layer.phrases[this.phraseFrom(inside ? inside.to : start)]?.from ?? -1;
  }

  /** Index of the last quotation that ends before the token, or -1. */
  lastBefore(token: number): number {
    return firstFrom(this.quotations.length, (index) => (this.quotations[index]?.to ?? 0) > token) - 1;
  }

  /** What the names, dates and references of the block make of a token. */
  named(token: number): Named {
    return this.#shared.named[token] ?? Named.Nothing;
  }

  sentenceOf(token: number): number {
    return this.#shared.sentenceOf[token] ?? -1;
  }

  tag(token: number): number {
    return token < this.from || token >= this.to ? 63 : this.layer.tokens.tag[token] ?? 63;
  }

  lower(token: number): string {
    return token < this.from || token >= this.to ? '' : this.layer.tokens.lower[token] ?? '';
  }

  /**
   * A number for a word: the same for the same word, one for all names of a kind, so that the weights learn how people write and
   * not whom they wrote about.
   */
  word(token: number): number {
    if (token < this.from || token >= this.to) return EDGE;
    const known = this.#shared.words[token] ?? 0;
    if (known !== 0) return known;
    const tag = this.tag(token), code = tag === Tag.Name || tag === Tag.Number ? tag + 1 : hashWord(this.layer.tokens.lower[token] ?? '') | 64;
    return (this.#shared.words[token] = code);
  }

  /** Index of the first noun phrase that begins at or after the token. */
  phraseFrom(token: number): number {
    const { phrases } = this.layer;
    return firstFrom(phrases.length, (index) => (phrases[index]?.from ?? 0) >= token);
  }

  /** The tokens that a span of the block touches. */
  rangeOf([start, end]: Span): TokenRange {
    const { tokens } = this.layer;
    return {
      from: firstFrom(tokens.count, (token) => (tokens.end[token] ?? 0) > start),
      to: firstFrom(tokens.count, (token) => (tokens.start[token] ?? 0) >= end),
    };
  }
}

/** What the views of one block share, by token. */
interface Shared {
  readonly sentenceOf: Int32Array;
  readonly words: Int32Array;
  readonly named: Uint8Array;
}

function sentencesOfTokens({ tokens, sentences }: BlockLayer): Int32Array {
  const sentenceOf = new Int32Array(tokens.count + 1);
  sentences.forEach(({ from, to }, index) => sentenceOf.fill(index, from, to));
  return sentenceOf;
}

function namedTokens({ tokens, names, dates, references }: BlockLayer): Uint8Array {
  const named = new Uint8Array(tokens.count);
  let at = 0;
  for (const { span } of dates) {
    while (at < tokens.count && (tokens.end[at] ?? 0) <= span[0]) at++;
    for (let token = at; token < tokens.count && (tokens.start[token] ?? 0) < span[1]; token++) named[token] = Named.Date;
  }
  for (const { form, from, to } of references) named.fill(form === 'pronoun' ? Named.Pronoun : Named.Role, from, to);
  for (const { type, from, to } of names) named.fill(TYPES[type], from, to);
  return named;
}

/** Buckets for counts and distances: 0 to 4 apart, then 5-6, 7-9, 10-14, 15-24, 25 and more. */
export function bucket(count: number): number {
  return count < 5 ? count : count < 7 ? 5 : count < 10 ? 6 : count < 15 ? 7 : count < 25 ? 8 : 9;
}
