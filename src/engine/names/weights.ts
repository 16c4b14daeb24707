import { decodeBase64 } from '../bytes';
import { HashTable } from './table';
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
  const bytes = decodeBase64(packed);
  if (bytes.length < HEADER) return { rowOf: () => -1, values: [], scale: 1 };
  const head = new DataView(bytes.buffer), count = head.getUint32(4, true);
  const table = new HashTable(count);
  let at = HEADER, key = 0;
  for (let row = 0; row < count; row++) {
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] ?? 0;
      key += (byte & 127) << shift;
      if (byte < 128) break;
    }
    table.set(key, row + 1);
  }
  const values = new Int8Array(bytes.buffer, at, count * LABELS);
  return { rowOf: (hash) => table.get(keyOf(hash)) - 1, values, scale: head.getFloat32(0, true) };
}
