import { carry, type Change } from '../kept';
import type { BlockLayer, People, PlacedMention, PlacedQuotation, PlacedStatement, Said } from '../layers';
import type { Issue } from '../model';
import type { Attribute, Attributed } from './blocks';
import { NOTHING_BEFORE } from './features';
import { Headlines } from './headlines';
import { openBlocks, Outline, outlineOf, readBlock, type Unread } from './readings';
import { NO_NEIGHBOUR } from './resolve';

type ReadStatements = (layer: BlockLayer, mentions: readonly PlacedMention[]) => readonly PlacedStatement[];

/** What was last made of a block, and what of it the block behind rests on. */
interface Done extends Unread {
  readonly mentions: readonly PlacedMention[];
  /** Null where the block has no quotations. */
  readonly attributed: Attributed | null;
}

const NO_QUOTATIONS: readonly PlacedQuotation[] = [], NO_STATEMENTS: readonly PlacedStatement[] = [], NO_ISSUES: readonly Issue[] = [], NO_MENTIONS: readonly PlacedMention[] = [];

/** Who said what in one version of an article after another: a block is attributed again where it, its mentions or the block before it changed. */
export class Article {
  #mentions: People['mentions'] = [];
  #outlines: readonly number[] = [];
  #open: readonly number[] = [];
  #done: readonly (Done | null)[] = [];
  #said: Said = { quotations: [], statements: [], issues: [] };
  readonly #headlines = new Headlines();

  constructor(private readonly attribute: Attribute, private readonly readStatements: ReadStatements) {}

  /** Takes the next version, and which of its blocks are new. */
  read(layers: readonly BlockLayer[], change: Change, { mentions }: People): Said {
    const outlines = carry<number>(this.#outlines, change, Outline.Nothing), done = carry(this.#done, change, null);
    for (let at = change.from; at < change.to; at++) outlines[at] = outlineOf(layers[at]);
    const open = openBlocks(outlines), due = this.#due(mentions, outlines, open, change);
    const said = { quotations: carry(this.#said.quotations, change, NO_QUOTATIONS), statements: carry(this.#said.statements, change, NO_STATEMENTS), issues: carry(this.#said.issues, change, NO_ISSUES) };
    for (let at = 0, previous = -1; at < layers.length; at++) {
      const layer = due[at] ? layers[at] : undefined, outline = outlines[at] ?? 0, own = mentions[at] ?? NO_MENTIONS, flows = (outline & Outline.Flows) !== 0;
      if (layer) said.statements[at] = this.readStatements(layer, own);
      if (layer && outline & (Outline.Flows | Outline.Quotes)) {
        const known = done[at] ?? null, now = this.#attribute(layer, open[at] === 1, own, flows ? (done[previous] ?? null) : null, at - previous);
        if (!isSame(known, now)) {
          done[at] = now;
          said.quotations[at] = now.attributed?.quotations ?? NO_QUOTATIONS;
          said.issues[at] = now.isOpen ? NO_ISSUES : unclosed(layer);
          if (flows) due[nextInFlow(outlines, at + 1)] = 1;
        }
      }
      if (flows) previous = at;
    }
    this.#mentions = mentions;
    this.#outlines = outlines;
    this.#open = open;
    this.#done = done;
    this.#said = said;
    return { ...said, quotations: this.#headlines.read(layers, outlines, said.quotations) };
  }

  /** Marks the blocks that are new, mention others than before, go on otherwise, or stand behind another block. */
  #due(mentions: People['mentions'], outlines: readonly number[], open: readonly number[], change: Change): Uint8Array {
    const due = new Uint8Array(mentions.length).fill(1, change.from, change.to), before = carry(this.#mentions, change, NO_MENTIONS), openBefore = carry(this.#open, change, 0);
    for (let at = 0; at < due.length; at++) if (before[at] !== mentions[at] || openBefore[at] !== open[at]) due[at] = 1;
    due[nextInFlow(outlines, change.to)] = 1;
    return due;
  }

  /** Attributes a block; `previous` is the one before it in the flow, `back` blocks before. */
  #attribute(layer: BlockLayer, isOpen: boolean, mentions: readonly PlacedMention[], previous: Done | null, back: number): Done {
    if (layer.marks.length === 0) return { layer, isOpen, mentions, attributed: null };
    const before = previous?.attributed, neighbour = previous ? { resolved: before?.resolved ?? NO_NEIGHBOUR.resolved, mentions: previous.mentions, back } : NO_NEIGHBOUR;
    const context = { mentions, previous: neighbour, before: before?.after ?? NOTHING_BEFORE, lastBefore: before?.last ?? 0, turn: before?.turn ?? null };
    return { layer, isOpen, mentions, attributed: this.attribute(readBlock({ layer, isOpen }, previous), context) };
  }
}

/** Whether the block behind would find the same. */
function isSame(known: Done | null, now: Done): boolean {
  return known !== null && known.mentions === now.mentions && known.attributed === now.attributed && known.isOpen === now.isOpen && known.layer === now.layer;
}

/** The first block of the flow from `at` on. */
function nextInFlow(outlines: readonly number[], at: number): number {
  let next = at;
  while (next < outlines.length && !((outlines[next] ?? 0) & Outline.Flows)) next++;
  return next;
}

/** An opening mark that nothing closes and that no later block goes on with. */
function unclosed({ marks }: BlockLayer): readonly Issue[] {
  const open = marks.filter(({ open }) => open);
  return open.length === 0 ? NO_ISSUES : open.map(({ span }) => ({ kind: 'unclosed-mark', span: [span[0], span[0] + 1] }));
}
