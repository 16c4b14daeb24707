import { allNew, carryOn, type Change, placeBefore, renumber } from '../../kept';
import { type BlockLayer, emptyBlock, type NameCandidate, type People } from '../../layers';
import { Vote } from '../../names/vote';
import { DirectoryReader } from './directory';
import { type ResolvedBlock, WINDOW } from '../meaning/resolved';
import { resolveBlock } from '../meaning/resolver';
import type { Named } from '../meaning/entities';
import { Placer } from './placer';
import type { Ranker } from '../meaning/ranker';
import { sameResult } from './sameResult';
import type { ArticleBlock } from './block';
import { readFacts } from '../mentions/tally';
import type { PeopleWords } from '../words';

const NO_BLOCKS: readonly ResolvedBlock[] = [],
  NO_ENTITIES: readonly (readonly Named[])[] = [],
  NO_ENTITY: readonly Named[] = [],
  NO_NAMES: readonly NameCandidate[] = [];
/** Blocks are resolved in order, so that this never counts. */
const NOT_RESOLVED: ResolvedBlock = { locals: [], sentences: 0, headline: false, targets: [], unclear: [] };
/** Stands where a block is still to be read. */
const UNREAD: ArticleBlock = {
  at: 0,
  facts: { layer: emptyBlock('', 'body'), names: NO_NAMES, locals: [], facts: [], factOf: [], nouns: [], nounOf: [] },
  resolved: null,
};

/**
 * The pass over the article: mentions to entities, for one version of it after another. Names are voted on, what each block says of
 * them is summed up in a directory, then every block is resolved by the directory and the blocks before it. Only blocks that
 * changed, that hold a name of which there is news, or that look back at such a block are resolved again.
 */
export class PeopleReader {
  readonly #vote: Vote;
  readonly #directory: DirectoryReader;
  #placer = new Placer();
  #names: (readonly NameCandidate[])[] = [];
  #accepted: readonly (readonly NameCandidate[])[] = [];
  #spots: ArticleBlock[] = [];

  constructor(
    private readonly words: PeopleWords,
    private readonly ranker: Ranker,
    verdict: readonly number[],
  ) {
    this.#vote = new Vote(verdict);
    this.#directory = new DirectoryReader(words);
  }

  read(layers: readonly BlockLayer[], change: Change): People {
    const gone = this.#spots.slice(change.from, change.oldTo),
      spots = carryOn(this.#spots, change, UNREAD);
    renumber(spots, change);
    const come = this.#readSpots(layers, spots, change, gone),
      news = this.#directory.read(gone, come);
    // Blocks to resolve: new ones, those with news, and those that no longer stand behind the same blocks.
    const due = new Uint8Array(layers.length).fill(1, change.to, change.to + WINDOW);
    for (const { at } of come) due[at] = 1;
    for (const { at } of news) due[at] = 1;
    for (const spot of gone) this.#placer.leave(spot);
    this.#resolve(spots, due);
    this.#spots = spots;
    const { drafts } = this.#directory.current,
      { revision } = this.#directory;
    if (!this.#placer.isCrowded) return this.#placer.read(spots, { drafts, revision }, change);
    this.#placer = new Placer();
    for (const spot of spots) this.#placer.enter(spot);
    return this.#placer.read(spots, { drafts, revision }, allNew(spots));
  }

  /** Reads the blocks that are new, or whose names the vote decides otherwise than before; those that they replace are added to `gone`. */
  #readSpots(
    layers: readonly BlockLayer[],
    spots: ArticleBlock[],
    change: Change,
    gone: ArticleBlock[],
  ): ArticleBlock[] {
    const names = carryOn(this.#names, change, NO_NAMES),
      before = this.#accepted,
      come: ArticleBlock[] = [];
    for (let at = change.from; at < change.to; at++) names[at] = layers[at]?.names ?? NO_NAMES;
    const accepted = this.#vote.read(names, change);
    for (let at = 0; at < accepted.length; at++) {
      const old = placeBefore(at, change);
      if (old >= 0 && accepted[at] === before[old]) continue;
      const spot = spots[at],
        layer = layers[at];
      if (!layer || !spot) continue;
      if (spot !== UNREAD) gone.push(spot);
      come.push((spots[at] = { at, facts: readFacts(layer, accepted[at] ?? NO_NAMES, this.words), resolved: null }));
    }
    this.#names = names;
    this.#accepted = accepted;
    return come;
  }

  /** Resolves the blocks that are due; where one now means somebody else, those that look back at it are due as well. */
  #resolve(spots: readonly ArticleBlock[], due: Uint8Array): void {
    for (let at = due.indexOf(1); at >= 0; at = due.indexOf(1, at + 1)) {
      const spot = spots[at];
      if (!spot) continue;
      const result = this.#resolveBlock(spots, spot);
      if (spot.resolved && sameResult(spot.resolved, result)) continue;
      this.#placer.leave(spot);
      spot.resolved = result;
      this.#placer.enter(spot);
      due.fill(1, at + 1, at + 1 + WINDOW);
    }
  }

  #resolveBlock(
    spots: readonly ArticleBlock[],
    { at, facts: { layer, locals, facts, factOf, nouns, nounOf } }: ArticleBlock,
  ): ResolvedBlock {
    const { byName, byRole } = this.#directory.current,
      before = locals.length > 0 ? resolvedBefore(spots, at) : NO_BLOCKS;
    const named = facts.length > 0 ? facts.map(({ id }) => byName.get(id) ?? NO_ENTITY) : NO_ENTITIES,
      known = nouns.length > 0 ? nouns.map((noun) => byRole.get(noun) ?? NO_ENTITY) : NO_ENTITIES;
    return resolveBlock(
      {
        locals,
        factOf,
        nounOf,
        named,
        known,
        before,
        sentences: layer.sentences.length,
        headline: layer.kind === 'headline',
      },
      this.ranker,
      this.words,
    );
  }
}

/** The blocks before one that a reference looks back at, the nearest first. */
function resolvedBefore(spots: readonly ArticleBlock[], at: number): readonly ResolvedBlock[] {
  const count = Math.min(at, WINDOW),
    before = new Array<ResolvedBlock>(count);
  for (let back = 1; back <= count; back++) before[back - 1] = spots[at - back]?.resolved ?? NOT_RESOLVED;
  return before;
}
