/**
 * Lists of numbers in one row of bytes, each behind its length and at a place where a typed array may begin, so that reading is
 * looking: nothing is decoded or copied. Little-endian, as every machine is on which an editor runs.
 */
const ALIGNMENT = 8;

const padded = (length: number): number => (length + ALIGNMENT - 1) & -ALIGNMENT;

/** A list of numbers as `packLists` writes it. */
export type NumberList = Int8Array | Uint8Array | Uint16Array | Int32Array | Float64Array;

/** Packs lists; `ListReader` reads them in the same order. */
export function packLists(lists: readonly NumberList[]): Uint8Array {
  const bytes = new Uint8Array(lists.reduce((sum, { byteLength }) => sum + ALIGNMENT + padded(byteLength), 0)),
    view = new DataView(bytes.buffer);
  let at = 0;
  for (const list of lists) {
    view.setUint32(at, list.byteLength, true);
    bytes.set(new Uint8Array(list.buffer, list.byteOffset, list.byteLength), at + ALIGNMENT);
    at += ALIGNMENT + padded(list.byteLength);
  }
  return bytes;
}

/** Reads the lists of `packLists` one after the other, each as a window onto the bytes. Throws where they are cut short. */
export class ListReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes.byteOffset % ALIGNMENT ? bytes.slice() : bytes;
  }

  int8(): Int8Array {
    const [from, length] = this.#next();
    return new Int8Array(this.#bytes.buffer, from, length);
  }

  uint8(): Uint8Array {
    const [from, length] = this.#next();
    return new Uint8Array(this.#bytes.buffer, from, length);
  }

  uint16(): Uint16Array {
    const [from, length] = this.#next();
    return new Uint16Array(this.#bytes.buffer, from, length >> 1);
  }

  int32(): Int32Array {
    const [from, length] = this.#next();
    return new Int32Array(this.#bytes.buffer, from, length >> 2);
  }

  float64(): Float64Array {
    const [from, length] = this.#next();
    return new Float64Array(this.#bytes.buffer, from, length >> 3);
  }

  /** Where the next list stands in the buffer, and how many bytes it has. */
  #next(): readonly [from: number, length: number] {
    const { buffer, byteOffset, byteLength } = this.#bytes,
      from = this.#at + ALIGNMENT;
    if (from > byteLength) throw new Error(`cut short at ${byteLength} bytes`);
    const length = new DataView(buffer, byteOffset).getUint32(this.#at, true);
    if (from + length > byteLength) throw new Error(`cut short at ${byteLength} bytes`);
    this.#at = from + padded(length);
    return [byteOffset + from, length];
  }
}
