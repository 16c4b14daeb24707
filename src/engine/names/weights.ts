import { LABELS } from './types';
import type { NameWeights } from './words';

/** Features are told apart by this many bits of their hash; with some 90,000 features, one unknown in 180 is taken for a known one. */
const KEY_BITS = 24;
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

/** Lays out rows by the keys of their features; with the smallest table that is at most half full. */
export function packWeights(rows: ReadonlyMap<number, Int8Array>, scale: number): NameWeights {
  const keys = [...rows.keys()].sort((a, b) => a - b);
  if (keys.length > MOST_ROWS) throw new Error(`No more than ${MOST_ROWS} rows can be told apart.`);
  let size = 1 << PRINT_SHIFT;
  while (size < keys.length * 2) size *= 2;
  const slots = new Int32Array(size),
    seen = new Int32Array(1 << (SEEN_BITS - 5)),
    values = new Int8Array(keys.length * LABELS);
  keys.forEach((key, row) => {
    let at = key & (size - 1);
    while (slots[at] !== 0) at = (at + 1) & (size - 1);
    slots[at] = ((key >>> PRINT_SHIFT) << ROW_BITS) | (row + 1);
    seen[(key & SEEN_MASK) >>> 5] = (seen[(key & SEEN_MASK) >>> 5] ?? 0) | (1 << (key & 31));
    values.set(rows.get(key) ?? [], row * LABELS);
  });
  return { scale, seen, slots, rows: values };
}

/** Compiles laid-out rows. */
export function readWeights(weights: NameWeights): Weights {
  return new PackedWeights(weights);
}

class PackedWeights implements Weights {
  readonly scale: number;
  /** A bit for each key's hash: most features are unknown, and the bits lie nearer than the slots. */
  readonly #seen: Int32Array;
  /** An open hash table of one number a slot, so that a look touches one place in memory. */
  readonly #slots: Int32Array;
  readonly #rows: Int8Array;

  constructor({ scale, seen, slots, rows }: NameWeights) {
    this.scale = scale;
    this.#seen = seen;
    this.#slots = slots;
    this.#rows = rows;
  }

  addTo(hash: number, sums: Int32Array): void {
    const at = this.#rowOf(keyOf(hash)) * LABELS,
      rows = this.#rows;
    if (at < 0) return;
    for (let label = 0; label < LABELS; label++) sums[label] = (sums[label] ?? 0) + (rows[at + label] ?? 0);
  }

  #rowOf(key: number): number {
    if (((this.#seen[(key & SEEN_MASK) >>> 5] ?? 0) & (1 << (key & 31))) === 0) return -1;
    const slots = this.#slots,
      mask = slots.length - 1,
      print = key >>> PRINT_SHIFT;
    for (let at = key & mask; ; at = (at + 1) & mask) {
      const slot = slots[at] ?? 0;
      if (slot === 0) return -1;
      if (slot >>> ROW_BITS === print) return (slot & MOST_ROWS) - 1;
    }
  }
}
