import { decodeBase64 } from '../bytes';
import { LABELS } from './types';

/** Features are told apart by this many bits of their hash; with some 90,000 features, one unknown in 180 is taken for a known one. */
const KEY_BITS = 24;
const HEADER = 8;
/** A slot holds a row's number from 1 on in its lower bits, and the higher bits of the key in the others. */
const ROW_BITS = 17,
  MOST_ROWS = (1 << ROW_BITS) - 1,
  PRINT_SHIFT = KEY_BITS - (32 - ROW_BITS);

/** How many bits tell at once that a feature is unknown. */
const SEEN_BITS = 19,
  SEEN_MASK = (1 << SEEN_BITS) - 1;

/** The key of a feature. */
export const keyOf = (hash: number): number => (hash ^ (hash >>> KEY_BITS)) & ((1 << KEY_BITS) - 1);

/** Learned weights: for each known feature a row of one weight for each label. */
export interface Weights {
  /** Adds a feature's weights, label by label; an unknown one says nothing. */
  addTo(hash: number, sums: Int32Array): void;
  /** What one step of a weight stands for. */
  readonly scale: number;
}

/**
 * Packs rows: scale (float32) and number of rows (uint32), little-endian; the keys in order as differences, seven bits a byte,
 * the highest bit set where more follow; then the rows, each a byte whose bits name the labels that have a weight, and those weights
 * as signed bytes.
 */
export function packWeights(rows: ReadonlyMap<number, Int8Array>, scale: number): Uint8Array {
  const keys = [...rows.keys()].sort((a, b) => a - b),
    head = new DataView(new ArrayBuffer(HEADER)),
    bytes: number[] = [];
  if (keys.length > MOST_ROWS) throw new Error(`No more than ${MOST_ROWS} rows can be told apart.`);
  head.setFloat32(0, scale, true);
  head.setUint32(4, keys.length, true);
  keys.forEach((key, index) => {
    let step = key - (keys[index - 1] ?? 0);
    for (; step > 127; step >>>= 7) bytes.push((step & 127) | 128);
    bytes.push(step);
  });
  for (const key of keys) {
    const row = rows.get(key) ?? new Int8Array(LABELS);
    bytes.push(row.reduce((mask, value, label) => (value === 0 ? mask : mask | (1 << label)), 0));
    for (const value of row) if (value !== 0) bytes.push(value & 255);
  }
  return Uint8Array.from([...new Uint8Array(head.buffer), ...bytes]);
}

/** Reads the base64 of `packWeights`. */
export function readWeights(packed: string): Weights {
  const bytes = decodeBase64(packed);
  if (bytes.length < HEADER) return new PackedWeights(new FeatureTable(0), new Int8Array(0), 1);
  const head = new DataView(bytes.buffer),
    count = head.getUint32(4, true),
    table = new FeatureTable(count);
  let at = HEADER,
    key = 0;
  for (let row = 0; row < count; row++) {
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] ?? 0;
      key += (byte & 127) << shift;
      if (byte < 128) break;
    }
    table.add(key, row);
  }
  const values = new Int8Array(count * LABELS);
  for (let row = 0; row < count; row++) {
    const mask = bytes[at++] ?? 0;
    for (let label = 0; label < LABELS; label++)
      if (mask & (1 << label)) values[row * LABELS + label] = bytes[at++] ?? 0;
  }
  return new PackedWeights(table, values, head.getFloat32(0, true));
}

class PackedWeights implements Weights {
  constructor(
    private readonly table: FeatureTable,
    private readonly values: Int8Array,
    readonly scale: number,
  ) {}

  addTo(hash: number, sums: Int32Array): void {
    const at = this.table.rowOf(keyOf(hash)) * LABELS,
      { values } = this;
    if (at < 0) return;
    for (let label = 0; label < LABELS; label++) sums[label] = (sums[label] ?? 0) + (values[at + label] ?? 0);
  }
}

/** From keys to rows: an open hash table of one number a slot, so that a look touches one place in memory. */
class FeatureTable {
  readonly #slots: Int32Array;
  /** A bit for each key's hash: most features are unknown, and the bits lie nearer than the slots. */
  readonly #seen = new Int32Array(1 << (SEEN_BITS - 5));
  readonly #mask: number;

  constructor(count: number) {
    let size = 1 << PRINT_SHIFT;
    while (size < count * 2) size *= 2;
    this.#slots = new Int32Array(size);
    this.#mask = size - 1;
  }

  add(key: number, row: number): void {
    let at = key & this.#mask;
    while (this.#slots[at] !== 0) at = (at + 1) & this.#mask;
    this.#seen[(key & SEEN_MASK) >>> 5] = (this.#seen[(key & SEEN_MASK) >>> 5] ?? 0) | (1 << (key & 31));
    this.#slots[at] = ((key >>> PRINT_SHIFT) << ROW_BITS) | (row + 1);
  }

  rowOf(key: number): number {
    if (((this.#seen[(key & SEEN_MASK) >>> 5] ?? 0) & (1 << (key & 31))) === 0) return -1;
    const print = key >>> PRINT_SHIFT;
    for (let at = key & this.#mask; ; at = (at + 1) & this.#mask) {
      const slot = this.#slots[at] ?? 0;
      if (slot === 0) return -1;
      if (slot >>> ROW_BITS === print) return (slot & MOST_ROWS) - 1;
    }
  }
}
