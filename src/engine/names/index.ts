import type { NameCandidate, TextLayer } from '../layers';
import { createCandidates } from './candidates';
import type { NameWords } from './words';

export { withLabelName } from './labels';
export { voteNames } from './vote';

/** Compiles the stage that finds what may be names in a block; one may stand inside another. In order of the text. */
export function createNames(words: NameWords): (text: TextLayer) => readonly NameCandidate[] {
  let read: ((text: TextLayer) => readonly NameCandidate[]) | undefined;
  return (text) => (read ??= createCandidates(words))(text);
}
