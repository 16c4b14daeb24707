import type { BlockLayer } from '../layers';
import type { KeepsAttribution, KeptAttribution } from './blocks';
import type { KeepsReading, PlacedReading } from './readings';
import type { KeepsStatements, KeptStatements } from './statements';

/**
 * A block with what was last made of it. It goes along with its block from version to version of the article, so that what did not
 * change is not made again. (A map by block would cost more than most of what it saves.)
 */
export class Memo implements KeepsReading, KeepsAttribution, KeepsStatements {
  reading: PlacedReading | null = null;
  attribution: KeptAttribution | null = null;
  statements: KeptStatements | null = null;

  constructor(readonly layer: BlockLayer) {}
}
