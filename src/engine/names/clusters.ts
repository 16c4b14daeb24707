import { decodeBase64 } from '../bytes';
import { HashTable } from './table';

/** Words are told apart by this many bits of their hash. */
const KEY_BITS = 24;

const keyOf = (hash: number): number => (hash ^ (hash >>> KEY_BITS)) & ((1 << KEY_BITS) - 1);

/**
 * Packs clusters of words, each given as the hashes of its words: the number of clusters (two bytes, little-endian), then for each the
 * number of its words and their keys in order as differences, seven bits a byte, the highest bit set where more follow.
 */
export function packClusters(clusters: readonly (readonly number[])[]): Uint8Array {
  const bytes = [clusters.length & 255, clusters.length >> 8];
  const push = (value: number): void => {
    for (; value > 127; value >>>= 7) bytes.push((value & 127) | 128);
    bytes.push(value);
  };
  for (const hashes of clusters) {
    const keys = [...new Set(hashes.map(keyOf))].sort((a, b) => a - b);
    push(keys.length);
    keys.forEach((key, index) => push(key - (keys[index - 1] ?? 0)));
  }
  return Uint8Array.from(bytes);
}

/** Reads the base64 of `packClusters`: gives the number of a word's cluster, from 1 on, by the word's hash; 0 where no cluster has it. */
export function readClusters(packed: string): (word: number) => number {
  const bytes = decodeBase64(packed),
    count = (bytes[0] ?? 0) | ((bytes[1] ?? 0) << 8),
    table = new HashTable(bytes.length >> 1);
  let at = 2;
  const next = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] ?? 0;
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
  };
  for (let cluster = 1; cluster <= count; cluster++) {
    for (let left = next(), key = 0; left > 0; left--) table.set((key += next()), cluster);
  }
  return (word) => table.get(keyOf(word));
}
