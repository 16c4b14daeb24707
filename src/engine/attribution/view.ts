import { type BlockLayer, Tag } from '../layers';
import { hashWord } from '../names/hash';

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
  readonly #within: Int32Array;
  readonly #named: Uint8Array;
  readonly #sentenceOf: Int32Array;
  readonly #words: Int32Array;

  constructor(readonly layer: BlockLayer, isRead: (mark: number) => boolean, around: Quoted | null = null) {
    const { tokens, marks, sentences } = layer;
    this.from = around ? around.from + 1 : 0;
    this.to = around ? around.to - (marks[around.mark]?.open ? 0 : 1) : tokens.count;
    this.quotations = this.#find(isRead, around);
    this.#within = new Int32Array(tokens.count).fill(-1);
    this.#named = namedTokens(layer);
    this.quotations.forEach(({ from, to }, index) => this.#within.fill(index, from, to));
    this.#sentenceOf = new Int32Array(tokens.count + 1);
    sentences.forEach(({ from, to }, index) => this.#sentenceOf.fill(index, from, to));
    this.#words = new Int32Array(tokens.count);
  }

  #find(isRead: (mark: number) => boolean, around: Quoted | null): Quoted[] {
    const { tokens, marks } = this.layer, quotations: Quoted[] = [];
    let at = this.from, end = 0;
    marks.forEach(({ span }, mark) => {
      if (!isRead(mark) || span[0] < end || (around && (mark <= around.mark || span[0] >= (tokens.start[this.to] ?? Infinity)))) return;
      while (at < tokens.count && (tokens.end[at] ?? 0) <= span[0]) at++;
      const from = at;
      while (at < tokens.count && (tokens.start[at] ?? 0) < span[1]) at++;
      quotations.push({ mark, from, to: at });
      end = span[1];
    });
    return quotations;
  }

  /** Index of the quotation that a token stands in, or -1. */
  within(token: number): number {
    return this.#within[token] ?? -1;
  }

  /** What the names, dates and references of the block make of a token. */
  named(token: number): Named {
    return this.#named[token] ?? Named.Nothing;
  }

  sentenceOf(token: number): number {
    return this.#sentenceOf[token] ?? -1;
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
    const known = this.#words[token] ?? 0;
    if (known !== 0) return known;
    const tag = this.tag(token), code = tag === Tag.Name || tag === Tag.Number ? tag + 1 : hashWord(this.layer.tokens.lower[token] ?? '') | 64;
    return (this.#words[token] = code);
  }

  /** Index of the first noun phrase that begins at or after the token. */
  phraseFrom(token: number): number {
    const { phrases } = this.layer;
    let low = 0, high = phrases.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((phrases[middle]?.from ?? 0) < token) low = middle + 1;
      else high = middle;
    }
    return low;
  }
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
