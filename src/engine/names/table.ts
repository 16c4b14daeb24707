import { ListReader, packLists } from '../bytes';

/** Keys are sorted into so many buckets as a power of two; the other bits of a key tell it from its neighbours. */
const BUCKET_BITS = 16,
  BUCKETS = 1 << BUCKET_BITS;

/** Spreads a key over all bits and loses nothing: two keys never become one. */
const spread = (key: number): number => Math.imul(key ^ (key >>> 16), 0x9e3779b1);

/** Packs a table from 32-bit keys to numbers from 1 to 65535, ready to be asked. */
export function packTable(entries: ReadonlyMap<number, number>): Uint8Array {
  const sorted = [...entries].map(([key, value]) => [spread(key) >>> 0, value] as const).sort(([a], [b]) => a - b),
    starts = new Int32Array(BUCKETS + 1);
  for (const [key] of sorted) starts[(key >>> BUCKET_BITS) + 1] = (starts[(key >>> BUCKET_BITS) + 1] ?? 0) + 1;
  for (let bucket = 0; bucket < BUCKETS; bucket++)
    starts[bucket + 1] = (starts[bucket + 1] ?? 0) + (starts[bucket] ?? 0);
  return packLists([
    starts,
    Uint16Array.from(sorted, ([key]) => key & (BUCKETS - 1)),
    Uint16Array.from(sorted, ([, value]) => value),
  ]);
}

/** From 32-bit keys to numbers, as `packTable` laid them out. */
export class Table {
  /** For each bucket, where its keys begin. */
  readonly #starts: Int32Array;
  readonly #rests: Uint16Array;
  readonly #values: Uint16Array;

  constructor(packed: Uint8Array) {
    const reader = new ListReader(packed);
    this.#starts = reader.int32();
    this.#rests = reader.uint16();
    this.#values = reader.uint16();
  }

  /** The number kept for a key, or 0. */
  get(key: number): number {
    const mixed = spread(key),
      bucket = mixed >>> BUCKET_BITS,
      rest = mixed & (BUCKETS - 1);
    for (let at = this.#starts[bucket] ?? 0, end = this.#starts[bucket + 1] ?? 0; at < end; at++)
      if (this.#rests[at] === rest) return this.#values[at] ?? 0;
    return 0;
  }
}
