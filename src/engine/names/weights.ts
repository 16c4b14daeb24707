import { bytesOf } from './bytes';
import { LABELS } from './types';

/** Features are told apart by this many bits of their hash; with some 60,000 features, one unknown in 250 is taken for a known one. */
const KEY_BITS = 24;
const HEADER = 8;

/** The key of a feature. */
export const keyOf = (hash: number): number => (hash ^ (hash >>> KEY_BITS)) & ((1 << KEY_BITS) - 1);

/** Learned weights: for each known feature a row of one weight for each label. */
export interface Weights {
  /** The row of a feature, or -1 where it is unknown and says nothing. */
  rowOf(hash: number): number;
  readonly values: ArrayLike<number>;
  /** What one step of `values` stands for. */
  readonly scale: number;
}

/**
 * Packs rows: scale (float32) and number of rows (uint32), little-endian; the keys in order as differences, seven bits a byte,
 * the highest bit set where more follow; then the rows, one signed byte for each label.
 */
export function packWeights(rows: ReadonlyMap<number, Int8Array>, scale: number): Uint8Array {
  const keys = [...rows.keys()].sort((a, b) => a - b), head = new DataView(new ArrayBuffer(HEADER)), bytes: number[] = [];
  head.setFloat32(0, scale, true);
  head.setUint32(4, keys.length, true);
  keys.forEach((key, index) => {
    let step = key - (keys[index - 1] ?? 0);
    for (; step > 127; step >>>= 7) bytes.push((step & 127) | 128);
    bytes.push(step);
  });
  for (const key of keys) for (const value of rows.get(key) ?? []) bytes.push(value & 255);
  return Uint8Array.from([...new Uint8Array(head.buffer), ...bytes]);
}

/** Reads the base64 of `packWeights`. */
export function readWeights(packed: string): Weights {
  const bytes = bytesOf(packed), head = new DataView(bytes.buffer);
  if (bytes.length < HEADER) return { rowOf: () => -1, values: [], scale: 1 };
  const count = head.getUint32(4, true);
  let size = 1;
  while (size < count * 2) size *= 2;
  const table = new KeyTable(size);
  let at = HEADER, key = 0;
  for (let row = 0; row < count; row++) {
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] ?? 0;
      key += (byte & 127) << shift;
      if (byte < 128) break;
    }
    table.set(key, row);
  }
  const values = new Int8Array(bytes.buffer, at, count * LABELS);
  return { rowOf: (hash) => table.get(keyOf(hash)), values, scale: head.getFloat32(0, true) };
}

/** An open hash table from keys to rows; quicker than a Map of numbers. */
class KeyTable {
  readonly #keys: Int32Array;
  readonly #rows: Int32Array;
  readonly #mask: number;

  constructor(size: number) {
    this.#keys = new Int32Array(size).fill(-1);
    this.#rows = new Int32Array(size);
    this.#mask = size - 1;
  }

  set(key: number, row: number): void {
    let at = key & this.#mask;
    while (this.#keys[at] !== -1) at = (at + 1) & this.#mask;
    this.#keys[at] = key;
    this.#rows[at] = row;
  }

  get(key: number): number {
    let at = key & this.#mask;
    for (;;) {
      const found = this.#keys[at];
      if (found === key) return this.#rows[at] ?? -1;
      if (found === -1 || found === undefined) return -1;
      at = (at + 1) & this.#mask;
    }
  }
}
