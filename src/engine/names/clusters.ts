import { packTable, Table } from './table';

/** Words are told apart by this many bits of their hash. */
const KEY_BITS = 24;

/** Clusters are numbered so that this many, one behind the other, are parts of one wider cluster. */
export const NARROW = 32;

const keyOf = (hash: number): number => (hash ^ (hash >>> KEY_BITS)) & ((1 << KEY_BITS) - 1);

/** Packs clusters of words, each given as the hashes of its words, for `readClusters`. */
export function packClusters(clusters: readonly (readonly number[])[]): Uint8Array {
  const found = new Map<number, number>();
  clusters.forEach((hashes, index) => {
    for (const hash of hashes) found.set(keyOf(hash), index + 1);
  });
  return packTable(found);
}

/** Gives the number of a word's cluster, from 1 on, by the word's hash; 0 where no cluster has it. */
export function readClusters(packed: Uint8Array): (word: number) => number {
  const table = new Table(packed);
  return (word) => table.get(keyOf(word));
}
