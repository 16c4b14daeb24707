/** FNV-1a over the code units of a word, as a 32-bit integer. */
export function hashWord(word: string): number {
  let hash = 0x811c9dc5 | 0;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash;
}

/** FNV-1a over part of a word. */
export function hashPart(word: string, from: number, to: number): number {
  let hash = 0x811c9dc5 | 0;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash;
}

/** A hash of two hashes in their order. */
export function combine(a: number, b: number): number {
  let hash = (Math.imul(a ^ (a >>> 16), 0x85ebca6b) + b) | 0;
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
