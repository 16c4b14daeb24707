import { carry, type Change } from '../kept';
import type { BlockLayer, People, PlacedMention, PlacedQuotation, Said } from '../layers';
import type { Issue } from '../model';
import type { Attribute, Attributed } from './blocks';
import { NOTHING_BEFORE } from './features';
import { Headlines } from './headlines';
import { Memo } from './memo';
import { withLaterSpeaker } from './pieces';
import { openBlocks, Outline, outlineOf, readBlock, type Unread } from './readings';
import { NO_NEIGHBOUR } from './resolve';
import { NO_STATEMENTS, readStatements } from './statements';
import { Turns } from './turns';
import type { AttributionVocabulary } from './vocabulary';

/** What was last made of a block, and what of it the block behind rests on. */
interface Done extends Unread {
  readonly memo: Memo;
  readonly mentions: readonly PlacedMention[];
  /** Null where the block has no quotations. */
  readonly attributed: Attributed | null;
}

const NO_QUOTATIONS: readonly PlacedQuotation[] = [],
  NO_ISSUES: readonly Issue[] = [],
  NO_MENTIONS: readonly PlacedMention[] = [];

/** Who said what in one version of an article after another: a block is attributed again where it, its mentions or the block before it changed. */
export class Article {
  #mentions: People['mentions'] = [];
  #outlines: readonly number[] = [];
  #open: readonly number[] = [];
  #memos: readonly (Memo | null)[] = [];
  #done: readonly (Done | null)[] = [];
  #said: Said = { quotations: [], statements: [], issues: [] };
  readonly #headlines = new Headlines();
  readonly #turns: Turns;

  constructor(
    private readonly attribute: Attribute,
    private readonly words: AttributionVocabulary,
  ) {
    this.#turns = new Turns(words.labels);
  }

  /** Takes the next version, and which of its blocks are new. */
  read(layers: readonly BlockLayer[], change: Change, people: People): Said {
    const { mentions } = people,
      outlines = carry<number>(this.#outlines, change, Outline.Nothing),
      memos = this.#carryMemos(layers, change),
      done = carry(this.#done, change, null);
    for (let at = change.from; at < change.to; at++) outlines[at] = outlineOf(layers[at]);
    const open = openBlocks(outlines),
      due = this.#due(mentions, outlines, open, change);
    const said = {
      quotations: carry(this.#said.quotations, change, NO_QUOTATIONS),
      statements: carry(this.#said.statements, change, NO_STATEMENTS),
      issues: carry(this.#said.issues, change, NO_ISSUES),
    };
    for (let at = 0, previous = -1; at < layers.length; at++) {
      const memo = due[at] ? memos[at] : null,
        outline = outlines[at] ?? 0,
        own = mentions[at] ?? NO_MENTIONS,
        flows = (outline & Outline.Flows) !== 0;
      if (memo) said.statements[at] = readStatements(memo, own, this.words);
      if (memo && outline & (Outline.Flows | Outline.Quotes)) {
        const known = done[at] ?? null,
          now = this.#attribute(memo, open[at] === 1, own, flows ? (done[previous] ?? null) : null, at - previous);
        if (!isSame(known, now)) {
          done[at] = now;
          said.quotations[at] = now.attributed?.quotations ?? NO_QUOTATIONS;
          said.issues[at] = now.isOpen ? NO_ISSUES : unclosed(memo.layer);
          if (flows) due[nextInFlow(outlines, at + 1)] = 1;
        }
      }
      if (flows) previous = at;
    }
    this.#mentions = mentions;
    this.#outlines = outlines;
    this.#open = open;
    this.#memos = memos;
    this.#done = done;
    this.#said = said;
    const later = withLaterSpeaker(said.quotations, open, (at) => nextInFlow(outlines, at)),
      quotations = this.#headlines.read(layers, outlines, later);
    return this.#turns.read(layers, change, people, { ...said, quotations });
  }

  /** Blocks that stand in the stretch that changed both before and now keep what was made of them. */
  #carryMemos(layers: readonly BlockLayer[], change: Change): readonly (Memo | null)[] {
    const { from, to, oldTo } = change,
      memos = carry(this.#memos, change, null),
      before = new Map<BlockLayer, Memo>();
    for (let at = from; at < oldTo; at++) {
      const memo = this.#memos[at];
      if (memo) before.set(memo.layer, memo);
    }
    for (let at = from; at < to; at++) {
      const layer = layers[at];
      memos[at] = layer ? (before.get(layer) ?? new Memo(layer)) : null;
    }
    return memos;
  }

  /** Marks the blocks that are new, mention others than before, go on otherwise, or stand behind another block. */
  #due(mentions: People['mentions'], outlines: readonly number[], open: readonly number[], change: Change): Uint8Array {
    const due = new Uint8Array(mentions.length).fill(1, change.from, change.to),
      before = carry(this.#mentions, change, NO_MENTIONS),
      openBefore = carry(this.#open, change, 0);
    for (let at = 0; at < due.length; at++) if (before[at] !== mentions[at] || openBefore[at] !== open[at]) due[at] = 1;
    due[nextInFlow(outlines, change.to)] = 1;
    return due;
  }

  /** Attributes a block; `previous` is the one before it in the flow, `back` blocks before. */
  #attribute(
    memo: Memo,
    isOpen: boolean,
    mentions: readonly PlacedMention[],
    previous: Done | null,
    back: number,
  ): Done {
    if (memo.layer.marks.length === 0) return { memo, isOpen, mentions, attributed: null };
    const before = previous?.attributed,
      neighbour = previous
        ? { resolved: before?.resolved ?? NO_NEIGHBOUR.resolved, mentions: previous.mentions, back }
        : NO_NEIGHBOUR;
    const context = {
      mentions,
      previous: neighbour,
      before: before?.after ?? NOTHING_BEFORE,
      lastBefore: before?.last ?? 0,
      turn: before?.turn ?? null,
    };
    return { memo, isOpen, mentions, attributed: this.attribute(memo, readBlock({ memo, isOpen }, previous), context) };
  }
}

/** Whether the block behind would find the same. */
function isSame(known: Done | null, now: Done): boolean {
  return (
    known !== null &&
    known.mentions === now.mentions &&
    known.attributed === now.attributed &&
    known.isOpen === now.isOpen &&
    known.memo === now.memo
  );
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
  return open.length === 0
    ? NO_ISSUES
    : open.map(({ span }) => ({ kind: 'unclosed-mark', span: [span[0], span[0] + 1] }));
}
