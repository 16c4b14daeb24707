import type { Tokens } from '../layers';

/** How many bytes are taken at once: room for some thirty blocks of news. */
const CHUNK = 1 << 14;
/** What a token takes: its start, end and hash in four bytes each, its shape and tag in one. */
const TOKEN = 14;

/** The lists of numbers of a block's tokens. */
export type TokenNumbers = Pick<Tokens, 'start' | 'end' | 'hash' | 'shape' | 'tag'>;

/**
 * Hands out the lists of numbers of blocks. Five lists with memory of their own would cost a block more time than reading its words;
 * so those of neighbouring blocks share a piece of memory, which lives as long as one of them.
 */
export class TokenStore {
  #chunk = new ArrayBuffer(CHUNK);
  #used = 0;

  /** Lists for `count` tokens, all zero. */
  take(count: number): TokenNumbers {
    const size = Math.ceil((count * TOKEN) / 4) * 4;
    if (this.#used + size > this.#chunk.byteLength) {
      this.#chunk = new ArrayBuffer(Math.max(CHUNK, size));
      this.#used = 0;
    }
    const chunk = this.#chunk,
      at = this.#used;
    this.#used += size;
    return {
      start: new Int32Array(chunk, at, count),
      end: new Int32Array(chunk, at + count * 4, count),
      hash: new Int32Array(chunk, at + count * 8, count),
      shape: new Uint8Array(chunk, at + count * 12, count),
      tag: new Uint8Array(chunk, at + count * 13, count),
    };
  }
}
