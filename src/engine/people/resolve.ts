import type { BlockLayer, EntityDraft, NameCandidate, People, PlacedBlock, PlacedCandidate, PlacedMention } from '../layers';
import { voteNames } from '../names/vote';
import { type Directory, makeDirectory } from './directory';
import { type ResolvedBlock, resolveBlock, WINDOW } from './discourse';
import { idOf, type Named, type Who } from './entities';
import type { Local } from './locals';
import { createRanker } from './ranker';
import { type BlockFacts, readFacts } from './tally';
import type { PeopleWords } from './words';

/** Compiles the pass over the article: mentions to entities. */
export function createResolver(words: PeopleWords): (blocks: readonly PlacedBlock[]) => People {
  const memo = new Memo(words);
  return (blocks) => {
    const accepted = voteNames(blocks.map(({ layer }) => layer.names));
    const facts = blocks.map(({ layer }, index) => memo.facts(layer, accepted[index] ?? []));
    const directory = makeDirectory(facts, words, (named) => memo.intern(named));
    const resolved: ResolvedBlock[] = [];
    facts.forEach((block, index) => resolved.push(memo.resolved(block, directory, lastOnes(resolved, index))));
    return place(facts, resolved, directory);
  };
}

const lastOnes = (resolved: readonly ResolvedBlock[], index: number): readonly ResolvedBlock[] => resolved.slice(Math.max(0, index - WINDOW), index).reverse();

interface Kept { readonly named: readonly (readonly Named[] | null)[]; readonly known: readonly (readonly Named[])[]; readonly before: readonly ResolvedBlock[]; readonly result: ResolvedBlock }
interface KeptBlock { readonly facts: BlockFacts; readonly results: Kept[] }

/** How many readings of one block are kept: the same text may stand in several places. */
const KEPT = 4;
/** How many entities are kept for comparison by identity before all are dropped. */
const MAX_INTERNED = 50_000;

/** Results that stay as long as what they were made from stays: never anything that a fresh run would not give. */
class Memo {
  readonly #blocks = new WeakMap<BlockLayer, KeptBlock[]>();
  readonly #interned = new Map<string, Named>();
  readonly #ranker;

  constructor(private readonly words: PeopleWords) {
    this.#ranker = createRanker(words);
  }

  /** One object for equal values. */
  intern(named: Named): Named {
    const value = [named.id, named.name, named.gender, named.genderShown, named.weight, [...named.nouns].join(' '), [...named.modifiers].join(' ')].join('|');
    const known = this.#interned.get(value);
    if (known) return known;
    if (this.#interned.size >= MAX_INTERNED) this.#interned.clear();
    this.#interned.set(value, named);
    return named;
  }

  facts(layer: BlockLayer, names: readonly NameCandidate[]): BlockFacts {
    const kept = this.#blocks.get(layer) ?? [], known = kept.find(({ facts }) => sameNames(facts.names, names));
    if (known) return known.facts;
    const facts = readFacts(layer, names, this.words);
    this.#blocks.set(layer, [{ facts, results: [] }, ...kept].slice(0, KEPT));
    return facts;
  }

  resolved(facts: BlockFacts, directory: Directory, before: readonly ResolvedBlock[]): ResolvedBlock {
    const kept = this.#blocks.get(facts.layer)?.find((entry) => entry.facts === facts);
    const named = facts.locals.map((_, index) => directory.byName.get(facts.facts[facts.factOf[index] ?? -1]?.id ?? '') ?? null);
    const known = facts.locals.map((local) => (local.form === 'role' ? directory.byRole.get(local.noun) ?? NOBODY : NOBODY));
    const same = kept?.results.find((entry) => sameItems(entry.before, before) && entry.named.every((list, i) => sameItems(list ?? NOBODY, named[i] ?? NOBODY)) && entry.known.every((list, i) => sameItems(list, known[i] ?? NOBODY)));
    if (same) return same.result;
    const headline = facts.layer.kind === 'headline';
    const result = resolveBlock({ locals: facts.locals, sentences: facts.layer.sentences.length, headline, named, known, before }, this.#ranker, this.words);
    const equal = kept?.results.find((entry) => sameResult(entry.result, result));
    const shared = equal?.result ?? result;
    kept?.results.unshift({ named, known, before, result: shared });
    if (kept && kept.results.length > KEPT) kept.results.length = KEPT;
    return shared;
  }
}

const NOBODY: readonly Named[] = [];

function sameItems<T>(a: readonly T[], b: readonly T[]): boolean {
  return a === b || (a.length === b.length && a.every((item, index) => item === b[index]));
}

function sameNames(a: readonly NameCandidate[], b: readonly NameCandidate[]): boolean {
  return a.length === b.length && a.every((name, index) => name === b[index] || (name.from === b[index]?.from && name.to === b[index]?.to && name.type === b[index]?.type));
}

/** Whether two resolutions of one block say the same, so that blocks behind it need not look again. */
function sameResult(a: ResolvedBlock, b: ResolvedBlock): boolean {
  return a.locals === b.locals && a.headline === b.headline && JSON.stringify(a.targets.map(flat)) === JSON.stringify(b.targets.map(flat)) && a.targets.every((target, i) => sameWho(target?.who, b.targets[i]?.who));
}
const flat = (target: ResolvedBlock['targets'][number]): unknown => target && [idOf(target.who), target.why, target.rivals.map(({ who, confidence }) => [idOf(who), confidence])];
const sameWho = (a: Who | undefined, b: Who | undefined): boolean => a === b || (a?.kind === 'unnamed' && b?.kind === 'unnamed' && a.noun === b.noun && a.gender === b.gender && a.many === b.many && a.owner === b.owner);

/** Gives entities their indices, in order of the text, and every mention its entity. */
function place(facts: readonly BlockFacts[], resolved: readonly ResolvedBlock[], directory: Directory): People {
  const index = new Map<string, number>(), entities: EntityDraft[] = [], unnamed = countUnnamed(resolved);
  const entityOf = (who: Who, block: number): number | null => {
    const at = absolute(who, block), id = unnamed.same.get(at) ?? at, known = index.get(id);
    if (known !== undefined) return known;
    const draft = who.kind === 'named' ? directory.drafts.get(who.id) : unnamed.keys.has(id) ? describeUnnamed(facts, block - who.back, who.index, unnamed.keys.get(id) ?? '') : undefined;
    if (!draft) return null;
    index.set(id, entities.length);
    entities.push(draft);
    return entities.length - 1;
  };
  const mentions = resolved.map((block, at) => block.targets.flatMap((target, i): PlacedMention[] => {
    const local = block.locals[i], entity = target && entityOf(target.who, at);
    return local && target && entity !== null ? [{ span: local.span, form: local.form, entity, why: target.why, candidates: rivals(target.rivals, at, entityOf) }] : [];
  }));
  return { entities, mentions };
}

const absolute = (who: Who, block: number): string => (who.kind === 'named' ? who.id : `@${block - who.back}.${who.index}`);

function rivals(list: readonly { readonly who: Who; readonly confidence: number }[], block: number, entityOf: (who: Who, block: number) => number | null): PlacedCandidate[] {
  return list.flatMap(({ who, confidence }) => {
    const entity = entityOf(who, block);
    return entity === null ? [] : [{ entity, confidence }];
  });
}

interface UnnamedPeople {
  /** From an unnamed person's id to the id under which the same words first named somebody, where those are the same people. */
  readonly same: ReadonlyMap<string, string>;
  /** Those who become entities, each with its key. */
  readonly keys: ReadonlyMap<string, string>;
}

/** Unnamed people become entities where something is attributed to them or something else mentions them. */
function countUnnamed(resolved: readonly ResolvedBlock[]): UnnamedPeople {
  const same = new Map<string, string>(), firstOf = new Map<string, string>(), mentions = new Map<string, number>(), keys = new Map<string, string>(), used = new Map<string, number>();
  resolved.forEach((block, at) => block.targets.forEach((target, i) => {
    const local = block.locals[i];
    if (target?.who.kind !== 'unnamed' || !local) return;
    const id = absolute(target.who, at), known = mentions.has(same.get(id) ?? id), key = unnamedKey(local);
    // Several people under one description with its own words ("Western officials") are the same throughout the article.
    if (!known && local.many && local.modifiers.length > 0) {
      const first = firstOf.get(key);
      if (first === undefined) firstOf.set(key, id);
      else same.set(id, first);
    }
    const own = same.get(id) ?? id, count = (mentions.get(own) ?? 0) + 1;
    mentions.set(own, count);
    if (keys.has(own) || (local.sourceOf < 0 && count < 2)) return;
    const order = (used.get(key) ?? 0) + 1;
    used.set(key, order);
    keys.set(own, `role:${key}${order > 1 ? ` ${order}` : ''}`);
  }));
  return { same, keys };
}

const unnamedKey = (local: Local): string => [...local.modifiers, local.noun, local.many ? 's' : ''].join(' ').trim();

function describeUnnamed(facts: readonly BlockFacts[], block: number, index: number, key: string): EntityDraft | undefined {
  const home = facts[block], local = home?.locals[index];
  if (!home || !local) return undefined;
  return { key, name: home.layer.text.slice(...local.span).replace(/\s+/g, ' '), type: local.type ?? 'person', roles: [] };
}
