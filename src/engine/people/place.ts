import type { EntityDraft, People, PlacedCandidate, PlacedMention } from '../layers';
import type { Directory } from './directory';
import type { ResolvedBlock, Rival, Target } from './discourse';
import type { Named, Seen, Unnamed } from './entities';
import type { Local } from './locals';

/** Gives entities their indices, in order of the text, and every mention its entity. */
export function placeMentions(resolved: readonly ResolvedBlock[], directory: Directory): People {
  return new Placer(resolved, directory).place();
}

/** Marks in the lists of a `Placer`. */
const NONE_YET = -1, NOBODY = -2;

class Placer {
  readonly #entities: EntityDraft[] = [];
  readonly #named = new Map<Named, number>();
  readonly #byId = new Map<string, number>();
  /** For each block, how many mentions stand before it: a mention's home is that and its index. */
  readonly #offset: Int32Array;
  /** For the home of each unnamed person, their entity or why they have none. */
  readonly #unnamed: Int32Array;
  /** From a home to the home where the same words first named somebody, where those are the same people. */
  readonly #same: Int32Array;
  readonly #keys = new Map<number, string>();

  constructor(private readonly resolved: readonly ResolvedBlock[], private readonly directory: Directory) {
    this.#offset = new Int32Array(resolved.length);
    let count = 0;
    resolved.forEach(({ locals }, at) => {
      this.#offset[at] = count;
      count += locals.length;
    });
    this.#unnamed = new Int32Array(count).fill(NOBODY);
    this.#same = new Int32Array(count).fill(NONE_YET);
  }

  place(): People {
    this.#countUnnamed();
    const mentions = this.resolved.map((block, at) => this.#block(block, at));
    return { entities: this.#entities, mentions };
  }

  #block({ targets, locals }: ResolvedBlock, at: number): readonly PlacedMention[] {
    const mentions: PlacedMention[] = [];
    for (let i = 0; i < targets.length; i++) {
      const target = targets[i], local = locals[i];
      if (!target || !local) continue;
      const entity = this.#entityOf(target, at);
      if (entity >= 0) mentions.push({ span: local.span, form: local.form, entity, why: target.why, candidates: this.#rivals(target.rivals, at) });
    }
    return mentions;
  }

  #rivals(list: readonly Rival[], block: number): readonly PlacedCandidate[] {
    if (list.length === 0) return NO_CANDIDATES;
    const placed: PlacedCandidate[] = [];
    for (const rival of list) {
      const entity = this.#entityOf(rival, block);
      if (entity >= 0) placed.push({ entity, confidence: rival.confidence });
    }
    return placed;
  }

  #entityOf({ who, back }: Seen, block: number): number {
    if (who.kind === 'unnamed') return this.#unnamedEntity(who, block - back);
    const known = this.#named.get(who);
    if (known !== undefined) return known;
    const entity = this.#byId.get(who.id) ?? this.#newEntity(who.id);
    this.#named.set(who, entity);
    return entity;
  }

  #newEntity(id: string): number {
    const draft = this.directory.drafts.get(id), entity = draft ? this.#entities.push(draft) - 1 : NOBODY;
    this.#byId.set(id, entity);
    return entity;
  }

  #unnamedEntity(who: Unnamed, block: number): number {
    const own = this.#ownOf(this.#homeOf(who, block)), known = this.#unnamed[own] ?? NOBODY, { local } = who;
    if (known !== NONE_YET) return known;
    return (this.#unnamed[own] = this.#entities.push({ key: this.#keys.get(own) ?? '', name: local.text.replace(/\s+/g, ' '), type: local.type ?? 'person', roles: [] }) - 1);
  }

  #homeOf(who: Unnamed, block: number): number {
    return (this.#offset[block] ?? 0) + who.index;
  }

  #ownOf(home: number): number {
    const same = this.#same[home] ?? NONE_YET;
    return same === NONE_YET ? home : same;
  }

  /** Unnamed people become entities where something is attributed to them or something else mentions them. */
  #countUnnamed(): void {
    const first = new Map<string, number>(), mentions = new Uint32Array(this.#same.length), used = new Map<string, number>();
    const count = ({ who, back }: Target, local: Local, at: number): void => {
      if (who.kind !== 'unnamed') return;
      const home = this.#homeOf(who, at - back);
      // Several people under one description with its own words ("Western officials") are the same throughout the article.
      if (local.many && local.modifiers.length > 0 && mentions[this.#ownOf(home)] === 0) {
        const key = keyOf(local), before = first.get(key);
        if (before === undefined) first.set(key, home);
        else this.#same[home] = before;
      }
      const own = this.#ownOf(home), times = (mentions[own] = (mentions[own] ?? 0) + 1);
      if (this.#unnamed[own] === NONE_YET || (local.sourceOf < 0 && times < 2)) return;
      const key = keyOf(local), order = (used.get(key) ?? 0) + 1;
      used.set(key, order);
      this.#unnamed[own] = NONE_YET;
      this.#keys.set(own, `role:${key}${order > 1 ? ` ${order}` : ''}`);
    };
    this.resolved.forEach(({ targets, locals, unnamed }, at) => {
      for (const index of unnamed) {
        const target = targets[index], local = locals[index];
        if (target && local) count(target, local, at);
      }
    });
  }
}

const keyOf = (local: Local): string => `${local.modifiers.join(' ')} ${local.noun}${local.many ? ' s' : ''}`.trim();
const NO_CANDIDATES: readonly PlacedCandidate[] = [];

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
    return sameRef(target, other) && target.rivals.length === other.rivals.length && target.rivals.every((one, k) => { const rival = other.rivals[k]; return rival !== undefined && sameRef(one, rival); }) && (target.who.kind === 'named' || sameWords(x, y));
  });
}

const sameRef = (a: Seen, b: Seen): boolean => (a.who.kind === 'named' ? b.who.kind === 'named' && a.who.id === b.who.id : b.who.kind === 'unnamed' && a.back === b.back && a.who.index === b.who.index);
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
