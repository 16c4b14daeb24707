import type { BlockLayer, NameCandidate, PlacedWhy } from '../layers';
import type { Directory } from './directory';
import { type ResolvedBlock, resolveBlock, type Target, WINDOW } from './discourse';
import type { Named, Seen, Who } from './entities';
import { createRanker } from './ranker';
import { type BlockFacts, readFacts } from './tally';
import type { PeopleWords } from './words';

/** A resolution with all that it was made from. */
export interface Kept {
  directory: Directory;
  readonly named: readonly (readonly Named[])[];
  readonly known: readonly (readonly Named[])[];
  readonly before: readonly ResolvedBlock[];
  readonly result: ResolvedBlock;
}

/** How many readings of one block are kept: the same text may stand in several places. */
const KEPT = 4;
/** How many entities are kept for comparison by identity before all are dropped. */
const MAX_INTERNED = 50_000;
const NOBODY: readonly Named[] = [];

/** Results that stay as long as what they were made from stays: never anything that a fresh run would not give. */
export class Memo {
  readonly #blocks = new WeakMap<BlockLayer, readonly BlockFacts[]>();
  readonly #interned = new Map<string, Named>();
  readonly #ranker;

  constructor(private readonly words: PeopleWords) {
    this.#ranker = createRanker(words);
  }

  /** The one object for an entity of which all is equal; `value` says all. */
  intern(value: string, make: () => Named): Named {
    const known = this.#interned.get(value);
    if (known) return known;
    if (this.#interned.size >= MAX_INTERNED) this.#interned.clear();
    const named = make();
    this.#interned.set(value, named);
    return named;
  }

  /** What a block says with these names accepted. */
  facts(layer: BlockLayer, names: readonly NameCandidate[]): BlockFacts {
    const kept = this.#blocks.get(layer), known = kept?.find((facts) => sameNames(facts.names, names));
    if (known) return known;
    const facts = readFacts(layer, names, this.words);
    this.#blocks.set(layer, kept ? [facts, ...kept].slice(0, KEPT) : [facts]);
    return facts;
  }

  /** Whom the mentions of a block mean, after the blocks in `resolved`. */
  resolved(facts: BlockFacts, directory: Directory, resolved: readonly ResolvedBlock[]): ResolvedBlock {
    const { results } = facts;
    for (const entry of results) {
      if (!endsIn(resolved, entry.before) || !isKnown(entry, facts, directory)) continue;
      entry.directory = directory;
      return entry.result;
    }
    const { locals, factOf, nounOf, layer } = facts, named = facts.facts.map(({ id }) => directory.byName.get(id) ?? NOBODY), known = facts.nouns.map((noun) => directory.byRole.get(noun) ?? NOBODY);
    const before = lastOf(resolved), result = resolveBlock({ locals, factOf, nounOf, named, known, before, sentences: layer.sentences.length, headline: layer.kind === 'headline' }, this.#ranker, this.words);
    const shared = results.find((entry) => sameResult(entry.result, result))?.result ?? result;
    results.unshift({ directory, named, known, before, result: shared });
    if (results.length > KEPT) results.length = KEPT;
    return shared;
  }
}

/** The last of the blocks, the nearest first. */
function lastOf(resolved: readonly ResolvedBlock[]): readonly ResolvedBlock[] {
  const last: ResolvedBlock[] = [];
  for (let i = resolved.length - 1; i >= 0 && last.length < WINDOW; i--) {
    const block = resolved[i];
    if (block) last.push(block);
  }
  return last;
}

/** Whether the article says of this block's names and roles what it said then. */
function isKnown({ directory: then, named, known }: Kept, { facts, nouns }: BlockFacts, directory: Directory): boolean {
  if (then === directory) return true;
  for (let i = 0; i < facts.length; i++) if (!sameItems(directory.byName.get(facts[i]?.id ?? '') ?? NOBODY, named[i] ?? NOBODY)) return false;
  for (let i = 0; i < nouns.length; i++) if (!sameItems(directory.byRole.get(nouns[i] ?? '') ?? NOBODY, known[i] ?? NOBODY)) return false;
  return true;
}

/** Whether the last of `resolved` are those of `before`, which has the nearest first. */
function endsIn(resolved: readonly ResolvedBlock[], before: readonly ResolvedBlock[]): boolean {
  if (before.length !== Math.min(WINDOW, resolved.length)) return false;
  for (let i = 0; i < before.length; i++) if (before[i] !== resolved[resolved.length - 1 - i]) return false;
  return true;
}

/** Whether two lists hold the same items. */
export function sameItems<T>(a: readonly T[], b: readonly T[]): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

function sameNames(a: readonly NameCandidate[], b: readonly NameCandidate[]): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  return a.every((name, index) => name === b[index] || (name.from === b[index]?.from && name.to === b[index]?.to && name.type === b[index]?.type));
}

/** Whether two resolutions of one block say the same, so that blocks behind it need not look again. */
function sameResult(a: ResolvedBlock, b: ResolvedBlock): boolean {
  return a.locals === b.locals && a.headline === b.headline && a.targets.every((target, i) => sameTarget(target, b.targets[i] ?? null));
}

function sameTarget(a: Target | null, b: Target | null): boolean {
  if (a === null || b === null) return a === b;
  return sameSeen(a, b) && sameOwner(a.who, b.who) && sameWhy(a.why, b.why) && a.rivals.length === b.rivals.length && a.rivals.every((rival, i) => { const other = b.rivals[i]; return other !== undefined && rival.confidence === other.confidence && sameSeen(rival, other); });
}

/** The same person for two resolutions of one block: somebody whom the block itself brings in is known by their mention. */
function sameSeen(a: Seen, b: Seen): boolean {
  return a.back === b.back && (a.who === b.who || (a.back === 0 && a.who.kind === 'unnamed' && b.who.kind === 'unnamed' && a.who.local === b.who.local));
}

function sameOwner(a: Who, b: Who): boolean {
  if (a === b || a.kind === 'named' || b.kind === 'named') return a === b;
  return a.owner === null || b.owner === null ? a.owner === b.owner : sameSeen(a.owner, b.owner);
}

function sameWhy(a: PlacedWhy, b: PlacedWhy): boolean {
  if (a === b) return true;
  const x = a.evidence, y = b.evidence;
  return a.rule === b.rule && a.confidence === b.confidence && (x === null || y === null ? x === y : x.back === y.back && x.span[0] === y.span[0] && x.span[1] === y.span[1]);
}
