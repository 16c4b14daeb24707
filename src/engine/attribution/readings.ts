import type { BlockLayer, PlacedBlock } from '../layers';
import type { BlockKind } from '../model';
import { FrameIndex, type Reading } from './proposals';
import { BlockView } from './view';

/** A block of an article with what it takes from its neighbours. */
export interface PlacedReading extends Reading {
  /** True where the last quotation is open and the next prose block begins with a mark: a piece of a longer one. */
  readonly isOpen: boolean;
  /** True where the first quotation goes on with the open one of the block before. */
  readonly isContinued: boolean;
}

/** What of a block its neighbours ask, as bits of one number: lists of numbers are quick to go through. */
export const enum Outline {
  Nothing = 0,
  /** It belongs to the flow of the article; others (captions, page furniture) stand by themselves. */
  Flows = 1,
  Quotes = 2,
  /** A mark of it is not closed in it. */
  EndsOpen = 4,
  BeginsWithMark = 8,
  Headline = 16,
}

const FLOW: ReadonlySet<BlockKind> = new Set(['body', 'dateline']);

/** The bits of `Outline` that hold for a block. */
export function outlineOf(layer: BlockLayer | undefined): number {
  if (!layer) return Outline.Nothing;
  const { kind, marks, text } = layer,
    [first] = marks,
    kinds = (FLOW.has(kind) ? Outline.Flows : 0) | (kind === 'headline' ? Outline.Headline : 0);
  if (!first) return kinds;
  return (
    kinds |
    Outline.Quotes |
    (marks.some(({ open }) => open) ? Outline.EndsOpen : 0) |
    (text.slice(0, first.span[0]).trim() === '' ? Outline.BeginsWithMark : 0)
  );
}

/** For each block, 1 where its open mark is closed by no mark of its own but goes on in the next block of the flow. */
export function openBlocks(outlines: readonly number[]): readonly number[] {
  const open = new Array<number>(outlines.length).fill(0);
  let goesOn = false;
  for (let block = outlines.length - 1; block >= 0; block--) {
    const outline = outlines[block] ?? 0;
    if (!(outline & Outline.Flows)) continue;
    if (outline & Outline.EndsOpen && goesOn) open[block] = 1;
    goesOn = (outline & Outline.BeginsWithMark) !== 0;
  }
  return open;
}

/** A block that keeps how it was last read. */
export interface KeepsReading {
  readonly layer: BlockLayer;
  reading: PlacedReading | null;
}

/** A block to be read, and whether its last quotation is open. */
export interface Unread {
  readonly memo: KeepsReading;
  readonly isOpen: boolean;
}

/** Reads a block, which goes on with an open quotation of the block before it in the flow, where there is one. */
export function readBlock(own: Unread, before: Unread | null): PlacedReading {
  const alone = read(own);
  return before
    ? { view: alone.view, frames: alone.frames, previous: read(before), isOpen: own.isOpen, isContinued: before.isOpen }
    : alone;
}

/** Every block that has quotations, in order, each with the prose before it and the numbers of both. */
export function readBlocks(
  blocks: readonly PlacedBlock[],
): (PlacedReading & { readonly block: number; readonly before: number })[] {
  const outlines = blocks.map(({ layer }) => outlineOf(layer)),
    open = openBlocks(outlines);
  let previous: Unread | null = null,
    before = -1;
  return blocks.flatMap(({ layer }, block) => {
    const outline = outlines[block] ?? 0,
      flows = (outline & Outline.Flows) !== 0,
      own = { memo: { layer, reading: null }, isOpen: open[block] === 1 };
    const placed =
      outline & Outline.Quotes
        ? [{ ...readBlock(own, flows ? previous : null), block, before: flows ? before : -1 }]
        : [];
    if (flows) [previous, before] = [own, block];
    return placed;
  });
}

/** The block by itself. */
function read({ memo, isOpen }: Unread): PlacedReading {
  const { layer, reading } = memo;
  if (reading?.isOpen === isOpen) return reading;
  const view = new BlockView(layer, (mark) => isOpen || !layer.marks[mark]?.open);
  return (memo.reading = { view, frames: new FrameIndex(layer), previous: null, isOpen, isContinued: false });
}
