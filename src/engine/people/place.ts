import type { EntityDraft, People, PlacedCandidate, PlacedMention } from '../layers';
import type { Directory } from './directory';
import type { ResolvedBlock, Rival } from './discourse';
import type { Unnamed, Who } from './entities';
import type { Local } from './locals';
import type { BlockFacts } from './tally';

/** Gives entities their indices, in order of the text, and every mention its entity. */
export function placeMentions(facts: readonly BlockFacts[], resolved: readonly ResolvedBlock[], directory: Directory): People {
  return new Placer(facts, resolved, directory).place();
}

/** What makes an unnamed person: the block and the mention that brought them in, as one number. */
const MENTIONS_A_BLOCK = 2 ** 24;
const homeOf = (who: Unnamed, block: number): number => (block - who.back) * MENTIONS_A_BLOCK + who.index;

class Placer {
  readonly #entities: EntityDraft[] = [];
  readonly #named = new Map<string, number>();
  /** From an unnamed person's home to their entity; absent where they do not become one. */
  readonly #unnamed = new Map<number, number>();
  /** From a home to the home where the same words first named somebody, where those are the same people. */
  readonly #same = new Map<number, number>();
  readonly #keys = new Map<number, string>();

  constructor(private readonly facts: readonly BlockFacts[], private readonly resolved: readonly ResolvedBlock[], private readonly directory: Directory) {}

  place(): People {
    this.#countUnnamed();
    const mentions = this.resolved.map((block, at) => placeBlock(block, (who) => this.#entityOf(who, at)));
    return { entities: this.#entities, mentions };
  }

  #entityOf(who: Who, block: number): number | null {
    if (who.kind === 'unnamed') return this.#unnamedEntity(who, block);
    const known = this.#named.get(who.id), draft = this.directory.drafts.get(who.id);
    if (known !== undefined || !draft) return known ?? null;
    this.#named.set(who.id, this.#entities.length);
    return this.#entities.push(draft) - 1;
  }

  #unnamedEntity(who: Unnamed, block: number): number | null {
    const home = homeOf(who, block), own = this.#same.get(home) ?? home, known = this.#unnamed.get(own), key = this.#keys.get(own);
    if (known !== undefined || key === undefined) return known ?? null;
    const facts = this.facts[block - who.back], local = facts?.locals[who.index];
    if (!facts || !local) return null;
    this.#unnamed.set(own, this.#entities.length);
    return this.#entities.push({ key, name: local.text.replace(/\s+/g, ' '), type: local.type ?? 'person', roles: [] }) - 1;
  }

  /** Unnamed people become entities where something is attributed to them or something else mentions them. */
  #countUnnamed(): void {
    const first = new Map<string, number>(), mentions = new Map<number, number>(), used = new Map<string, number>();
    this.resolved.forEach((block, at) => block.unnamed.forEach((index) => {
      const target = block.targets[index], local = block.locals[index];
      if (target?.who.kind !== 'unnamed' || !local) return;
      const home = homeOf(target.who, at), key = keyOf(local);
      // Several people under one description with its own words ("Western officials") are the same throughout the article.
      if (!mentions.has(this.#same.get(home) ?? home) && local.many && local.modifiers.length > 0) {
        const before = first.get(key);
        if (before === undefined) first.set(key, home);
        else this.#same.set(home, before);
      }
      const own = this.#same.get(home) ?? home, count = (mentions.get(own) ?? 0) + 1;
      mentions.set(own, count);
      if (this.#keys.has(own) || (local.sourceOf < 0 && count < 2)) return;
      const order = (used.get(key) ?? 0) + 1;
      used.set(key, order);
      this.#keys.set(own, `role:${key}${order > 1 ? ` ${order}` : ''}`);
    }));
  }
}

const keyOf = (local: Local): string => `${local.modifiers.join(' ')} ${local.noun}${local.many ? ' s' : ''}`.trim();

function placeBlock(block: ResolvedBlock, entityOf: (who: Who) => number | null): PlacedMention[] {
  const mentions: PlacedMention[] = [];
  block.targets.forEach((target, i) => {
    const local = block.locals[i], entity = target && entityOf(target.who);
    if (local && target && entity !== null) mentions.push({ span: local.span, form: local.form, entity, why: target.why, candidates: placeRivals(target.rivals, entityOf) });
  });
  return mentions;
}

const NONE: readonly PlacedCandidate[] = [];

function placeRivals(list: readonly Rival[], entityOf: (who: Who) => number | null): readonly PlacedCandidate[] {
  if (list.length === 0) return NONE;
  return list.flatMap(({ who, confidence }) => {
    const entity = entityOf(who);
    return entity === null ? [] : [{ entity, confidence }];
  });
}

/**
 * Whether two resolutions of an article, equal up to block `head`, mean the same people in the same order, mention by mention:
 * then entities and their indices are the same, and only spans and reasons may differ.
 */
export function sameStory(a: readonly ResolvedBlock[], b: readonly ResolvedBlock[], head: number): boolean {
  if (a.length !== b.length) return false;
  for (let i = head; i < a.length; i++) {
    const x = a[i], y = b[i];
    if (x !== y && !(x && y && sameTargets(x, y))) return false;
  }
  return true;
}

function sameTargets(a: ResolvedBlock, b: ResolvedBlock): boolean {
  return a.targets.length === b.targets.length && a.targets.every((target, i) => {
    const other = b.targets[i] ?? null, x = a.locals[i], y = b.locals[i];
    if (target === null || other === null || !x || !y) return target === other;
    return sameRef(target.who, other.who) && target.rivals.length === other.rivals.length && target.rivals.every(({ who }, k) => { const rival = other.rivals[k]; return rival !== undefined && sameRef(who, rival.who); }) && (target.who.kind === 'named' || sameWords(x, y));
  });
}

const sameRef = (a: Who, b: Who): boolean => (a.kind === 'named' ? b.kind === 'named' && a.id === b.id : b.kind === 'unnamed' && a.back === b.back && a.index === b.index);
const sameWords = (a: Local, b: Local): boolean => a.text === b.text && a.noun === b.noun && a.many === b.many && a.type === b.type && (a.sourceOf < 0) === (b.sourceOf < 0) && a.modifiers.length === b.modifiers.length;

/**
 * The people of a resolution that tells the same story as `before`: the mentions of the blocks that differ made anew, or null
 * where their runners-up cannot be told from the old ones.
 */
export function patchMentions(people: People, before: readonly ResolvedBlock[], resolved: readonly ResolvedBlock[]): People | null {
  const mentions = people.mentions.slice();
  for (let at = 0; at < resolved.length; at++) {
    const block = resolved[at], old = before[at];
    if (!block || !old || old === block) continue;
    const list = patchBlock(people.mentions[at] ?? [], old, block);
    if (!list) return null;
    mentions[at] = list;
  }
  return { entities: people.entities, mentions };
}

function patchBlock(placed: readonly PlacedMention[], old: ResolvedBlock, block: ResolvedBlock): PlacedMention[] | null {
  const mentions: PlacedMention[] = [];
  for (let i = 0, next = 0; i < block.targets.length; i++) {
    const target = block.targets[i], local = block.locals[i], mention = placed[next];
    if (!target || !local || !mention || mention.span !== old.locals[i]?.span) continue;
    if (mention.candidates.length !== target.rivals.length) return null;
    next++;
    mentions.push({ span: local.span, form: local.form, entity: mention.entity, why: target.why, candidates: mention.candidates.map(({ entity }, k) => ({ entity, confidence: target.rivals[k]?.confidence ?? 0 })) });
  }
  return mentions;
}
