/** From 32-bit hashes to positive numbers: an open hash table, several times quicker than a Map to fill and to ask. */
export class HashTable {
  readonly #keys: Int32Array;
  /** 0 where the place is free. */
  readonly #values: Int32Array;
  readonly #mask: number;

  /** `most` entries fit; more would make it slow, and then endless. */
  constructor(most: number) {
    let size = 16;
    while (size < most * 2) size *= 2;
    this.#keys = new Int32Array(size);
    this.#values = new Int32Array(size);
    this.#mask = size - 1;
  }

  /** The number kept for a hash, or 0. */
  get(hash: number): number {
    return this.#values[this.#place(hash)] ?? 0;
  }

  set(hash: number, value: number): void {
    const at = this.#place(hash);
    this.#keys[at] = hash;
    this.#values[at] = value;
  }

  #place(hash: number): number {
    let at = (hash ^ (hash >>> 15)) & this.#mask;
    while (this.#values[at] !== 0 && this.#keys[at] !== hash) at = (at + 1) & this.#mask;
    return at;
  }
}
