import type { NameCandidate, TextLayer } from '../layers';
import type { NameWords } from './words';

/** Compiles the stage that finds what may be names in a block. */
export function createNames(_words: NameWords): (text: TextLayer) => readonly NameCandidate[] {
  return () => [];
}
