import { carry, type Change, changeOf } from '../kept';
import type { BlockLayer, People, PlacedMention, PlacedQuotation, PlacedStatement, Said } from '../layers';
import type { Issue } from '../model';
import type { Attribute, Attributed } from './blocks';
import { NOTHING_BEFORE } from './features';
import { Headlines } from './headlines';
import { NO_OUTLINE, openBlocks, type Outline, outlineOf, type PlacedReading, readBlock } from './readings';
import { NO_NEIGHBOUR } from './resolve';

type ReadStatements = (layer: BlockLayer, mentions: readonly PlacedMention[]) => readonly PlacedStatement[];

/** What was last made of a block, and all that it rests on. */
interface Done {
  readonly reading: PlacedReading;
  readonly mentions: readonly PlacedMention[];
  /** Null where the block has no quotations. */
  readonly attributed: Attributed | null;
  /** The block before it in the flow, and how far before; another reading with the same result stands for it as well. */
  previous: Done | null;
  back: number;
  readonly issues: readonly Issue[];
}

const NO_QUOTATIONS: readonly PlacedQuotation[] = [], NO_STATEMENTS: readonly PlacedStatement[] = [], NO_ISSUES: readonly Issue[] = [], NO_MENTIONS: readonly PlacedMention[] = [];

/** What a block's attribution rests on beside the block. */
type Around = Pick<Done, 'mentions' | 'previous' | 'back'> & { readonly isOpen: boolean };

/** Who said what in one version of an article after another: a block is attributed again where it, its mentions or the block before it changed. */
export class Article {
  #layers: readonly BlockLayer[] = [];
  #mentions: People['mentions'] = [];
  #outlines: readonly Outline[] = [];
  #done: readonly (Done | null)[] = [];
  #statements: Said['statements'] = [];
  #headlines = new Headlines();

  constructor(private readonly attribute: Attribute, private readonly readStatements: ReadStatements) {}

  read(layers: readonly BlockLayer[], { mentions }: People): Said {
    const change = changeOf(this.#layers, layers), outlines = carry(this.#outlines, change, NO_OUTLINE), done = carry(this.#done, change, null);
    for (let at = change.from; at < change.to; at++) outlines[at] = outlineOf(layers[at]);
    this.#statements = this.#readStatements(layers, mentions, change);
    this.#attributeAll(layers, mentions, outlines, done);
    this.#layers = layers;
    this.#mentions = mentions;
    this.#outlines = outlines;
    this.#done = done;
    const quotations = done.map((block) => block?.attributed?.quotations ?? NO_QUOTATIONS), issues = done.map((block) => block?.issues ?? NO_ISSUES);
    return { quotations: this.#headlines.read(layers, quotations), statements: this.#statements, issues };
  }

  #readStatements(layers: readonly BlockLayer[], mentions: People['mentions'], change: Change): Said['statements'] {
    const before = carry(this.#mentions, change, null), statements = carry(this.#statements, change, NO_STATEMENTS);
    for (let at = 0; at < layers.length; at++) {
      const layer = layers[at], own = mentions[at] ?? NO_MENTIONS;
      if (layer && before[at] !== own) statements[at] = this.readStatements(layer, own);
    }
    return statements;
  }

  #attributeAll(layers: readonly BlockLayer[], mentions: People['mentions'], outlines: readonly Outline[], done: (Done | null)[]): void {
    const open = openBlocks(outlines);
    let previous: Done | null = null, previousAt = 0;
    for (let at = 0; at < layers.length; at++) {
      const layer = layers[at], outline = outlines[at];
      if (!layer || !outline || (!outline.flows && !outline.isQuoting)) continue;
      const before: Done | null = outline.flows ? previous : null;
      const now = this.#attribute(layer, done[at] ?? null, { mentions: mentions[at] ?? NO_MENTIONS, isOpen: open[at] === 1, previous: before, back: before ? at - previousAt : 0 });
      done[at] = now;
      if (outline.flows) [previous, previousAt] = [now, at];
    }
  }

  /** What `known` says, as long as what it rests on is the same; where only its reasons changed, it stays the same object. */
  #attribute(layer: BlockLayer, known: Done | null, { mentions, isOpen, previous, back }: Around): Done {
    const isSame = known?.mentions === mentions && known.reading.isOpen === isOpen;
    if (isSame && known.previous === previous && known.back === back) return known;
    const reading = readBlock(layer, isOpen, previous?.reading ?? null), before = previous?.attributed;
    const neighbour = previous ? { resolved: before?.resolved ?? NO_NEIGHBOUR.resolved, mentions: previous.mentions, back } : NO_NEIGHBOUR;
    const attributed = layer.marks.length === 0 ? null : this.attribute(reading, { mentions, previous: neighbour, before: before?.after ?? NOTHING_BEFORE, lastBefore: before?.last ?? 0 });
    if (!isSame || attributed !== known.attributed) return { reading, mentions, attributed, previous, back, issues: isOpen ? NO_ISSUES : unclosed(layer) };
    known.previous = previous;
    known.back = back;
    return known;
  }
}

/** An opening mark that nothing closes and that no later block goes on with. */
function unclosed({ marks }: BlockLayer): readonly Issue[] {
  const open = marks.filter(({ open }) => open);
  return open.length === 0 ? NO_ISSUES : open.map(({ span }) => ({ kind: 'unclosed-mark', span: [span[0], span[0] + 1] }));
}
