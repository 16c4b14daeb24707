import type { BlockLayer, NameCandidate } from '../layers';
import type { Directory } from './directory';
import { type ResolvedBlock, resolveBlock, WINDOW } from './discourse';
import { idOf, type Named, type Who } from './entities';
import { createRanker } from './ranker';
import { type BlockFacts, readFacts } from './tally';
import type { PeopleWords } from './words';

/** A resolution with all that it was made from. */
interface Kept {
  directory: Directory;
  readonly named: readonly (readonly Named[])[];
  readonly known: readonly (readonly Named[])[];
  readonly before: readonly ResolvedBlock[];
  readonly result: ResolvedBlock;
}

interface KeptBlock { readonly facts: BlockFacts; readonly results: Kept[] }

/** How many readings of one block are kept: the same text may stand in several places. */
const KEPT = 4;
/** How many entities are kept for comparison by identity before all are dropped. */
const MAX_INTERNED = 50_000;
const NOBODY: readonly Named[] = [];

/** Results that stay as long as what they were made from stays: never anything that a fresh run would not give. */
export class Memo {
  readonly #blocks = new WeakMap<BlockLayer, KeptBlock[]>();
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
    const kept = this.#blocks.get(layer), known = kept?.find(({ facts }) => sameNames(facts.names, names));
    if (known) return known.facts;
    const facts = readFacts(layer, names, this.words);
    this.#blocks.set(layer, [{ facts, results: [] }, ...(kept ?? [])].slice(0, KEPT));
    return facts;
  }

  /** Whom the mentions of a block mean, after the blocks in `resolved`. */
  resolved(facts: BlockFacts, directory: Directory, resolved: readonly ResolvedBlock[]): ResolvedBlock {
    const kept = this.#blocks.get(facts.layer)?.find((entry) => entry.facts === facts)?.results ?? [];
    const same = kept.find((entry) => endsIn(resolved, entry.before) && isKnown(entry, facts, directory));
    if (same) {
      same.directory = directory;
      return same.result;
    }
    const named = namesOf(facts, directory), known = rolesOf(facts, directory), before = resolved.slice(-WINDOW).reverse();
    const result = resolveBlock({
      locals: facts.locals, sentences: facts.layer.sentences.length, headline: facts.layer.kind === 'headline', before,
      named: facts.factOf.map((at) => named[at] ?? null), known: facts.nounOf.map((at) => known[at] ?? NOBODY),
    }, this.#ranker, this.words);
    const shared = kept.find((entry) => sameResult(entry.result, result))?.result ?? result;
    kept.unshift({ directory, named, known, before, result: shared });
    if (kept.length > KEPT) kept.length = KEPT;
    return shared;
  }
}

const namesOf = (facts: BlockFacts, directory: Directory): (readonly Named[])[] => facts.facts.map(({ id }) => directory.byName.get(id) ?? NOBODY);
const rolesOf = (facts: BlockFacts, directory: Directory): (readonly Named[])[] => facts.nouns.map((noun) => directory.byRole.get(noun) ?? NOBODY);

/** Whether the article says of this block's names and roles what it said then. */
function isKnown(entry: Kept, facts: BlockFacts, directory: Directory): boolean {
  if (entry.directory === directory) return true;
  return facts.facts.every(({ id }, index) => sameItems(directory.byName.get(id) ?? NOBODY, entry.named[index] ?? NOBODY)) && facts.nouns.every((noun, index) => sameItems(directory.byRole.get(noun) ?? NOBODY, entry.known[index] ?? NOBODY));
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
  return a.locals === b.locals && a.headline === b.headline && a.targets.every((target, i) => {
    const other = b.targets[i] ?? null;
    return target === null || other === null ? target === other : sameWho(target.who, other.who) && JSON.stringify([target.why, target.rivals.map(flat)]) === JSON.stringify([other.why, other.rivals.map(flat)]);
  });
}
const flat = ({ who, confidence }: { readonly who: Who; readonly confidence: number }): unknown => [idOf(who), confidence];
const sameWho = (a: Who, b: Who): boolean => a === b || (a.kind === 'unnamed' && b.kind === 'unnamed' && a.back === b.back && a.index === b.index && a.noun === b.noun && a.gender === b.gender && a.many === b.many && a.owner === b.owner && a.type === b.type && sameItems([...a.modifiers], [...b.modifiers]));
