import type { BlockLayer, PlacedBlock } from '../layers';
import type { BlockKind } from '../model';
import { FrameIndex, type Reading } from './proposals';
import { BlockView } from './view';

/** A block of an article with what it takes from its neighbours. */
export interface PlacedReading extends Reading {
  readonly block: number;
  readonly previous: PlacedReading | null;
  /** True where the last quotation is open and the next prose block begins with a mark: a piece of a longer one. */
  readonly isOpen: boolean;
  /** True where the first quotation goes on with the open one of the block before. */
  readonly isContinued: boolean;
}

/** Blocks that belong to the flow of the article; others (captions, page furniture) stand by themselves. */
const FLOW: ReadonlySet<BlockKind> = new Set(['body', 'dateline']);

/** Every block that has quotations, in order, each with the prose before it. */
export function readBlocks(blocks: readonly PlacedBlock[]): PlacedReading[] {
  const next = new Int32Array(blocks.length).fill(-1), readings: PlacedReading[] = [];
  for (let block = blocks.length - 1, following = -1; block >= 0; block--) {
    next[block] = following;
    if (isFlow(blocks[block]?.layer)) following = block;
  }
  let previous: PlacedReading | null = null;
  blocks.forEach(({ layer }, block) => {
    const flows = isFlow(layer);
    if (!layer.marks.length && !flows) return;
    const isOpen = flows && endsOpen(layer) && beginsWithMark(blocks[next[block] ?? -1]?.layer);
    const before: PlacedReading | null = flows ? previous : null;
    const reading: PlacedReading = { block, ...read(layer, isOpen), previous: before && { ...before, previous: null }, isOpen, isContinued: before?.isOpen ?? false };
    if (flows) previous = reading;
    if (layer.marks.length) readings.push(reading);
  });
  return readings;
}

function isFlow(layer: BlockLayer | undefined): boolean {
  return layer !== undefined && FLOW.has(layer.kind);
}

function endsOpen({ marks }: BlockLayer): boolean {
  return marks.some(({ open }) => open);
}

function beginsWithMark(layer: BlockLayer | undefined): boolean {
  const first = layer?.marks[0];
  return first !== undefined && layer?.text.slice(0, first.span[0]).trim() === '';
}

interface Read {
  readonly view: BlockView;
  readonly frames: FrameIndex;
}

/** Readings are made once for a block, whatever its place. */
const KEPT = { open: new WeakMap<BlockLayer, Read>(), closed: new WeakMap<BlockLayer, Read>() };

function read(layer: BlockLayer, isOpen: boolean): Read {
  const kept = isOpen ? KEPT.open : KEPT.closed;
  let found = kept.get(layer);
  if (!found) kept.set(layer, (found = { view: new BlockView(layer, (mark) => isOpen || !layer.marks[mark]?.open), frames: new FrameIndex(layer) }));
  return found;
}
