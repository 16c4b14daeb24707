import { carry, type Change, sameItems } from '../kept';
import type { EntityDraft, People, PlacedCandidate, PlacedMention } from '../layers';
import type { Directory } from './directory';
import type { ResolvedBlock, Rival, Target } from './discourse';
import type { Seen, Unnamed } from './entities';

/** In the lists of a `Placer`: no entity. */
const NOBODY = -1;
/** So many free indices do no harm. */
const ROOMY = 2000;

/**
 * Gives entities their indices, and every mention its entity, for one version of an article after another. An entity keeps its index
 * as long as its key is in the article; indices are in no order, and some may be free.
 */
export class Placer {
  readonly #entities: EntityDraft[] = [];
  readonly #named = new Map<string, number>();
  /** For each description of unnamed people, the indices of the first, second ... whom it brings in. */
  readonly #unnamed = new Map<string, number[]>();
  #directory: Directory | null = null;
  #people: People = { entities: [], mentions: [] };
  #resolved: readonly (ResolvedBlock | null)[] = [];
  #homes = new Homes([]);
  /** How many entities the last version had at most. */
  #living = 0;

  /** Whether most indices are free by now, so that it is better to begin anew. */
  get isCrowded(): boolean {
    return this.#entities.length > ROOMY + 2 * this.#living;
  }

  /** Takes the next version of the blocks; `change` says which blocks are new since the last. */
  read(resolved: readonly ResolvedBlock[], directory: Directory, change: Change): People {
    const before = carry(this.#resolved, change, null), mentions = carry(this.#people.mentions, change, NO_MENTIONS);
    const homes = new Homes(resolved), known = this.#homes;
    this.#homes = homes;
    this.#countUnnamed(resolved, homes);
    const hasMoved = !homes.sameAs(known, change);
    if (directory !== this.#directory) this.#describe(directory);
    this.#directory = directory;
    for (let at = 0; at < resolved.length; at++) {
      const block = resolved[at], isKnown = before[at] === block;
      if (!block || (isKnown && !(hasMoved && meansUnnamed(block)))) continue;
      const list = this.#place(block, at, directory), last = mentions[at];
      mentions[at] = isKnown && last && samePlaces(list, last) ? last : list;
    }
    this.#resolved = resolved;
    this.#living = directory.drafts.size + homes.entities;
    return (this.#people = { entities: sameItems(this.#entities, this.#people.entities) ? this.#people.entities : this.#entities.slice(), mentions });
  }

  #place({ targets, locals }: ResolvedBlock, at: number, directory: Directory): readonly PlacedMention[] {
    const mentions: PlacedMention[] = [];
    for (let i = 0; i < targets.length; i++) {
      const target = targets[i], local = locals[i];
      if (!target || !local || local.joins) continue;
      const entity = this.#entityOf(target, at, directory);
      if (entity !== NOBODY) mentions.push({ span: local.span, form: local.form, entity, why: target.why, candidates: this.#rivals(target.rivals, at, directory) });
    }
    return mentions;
  }

  #rivals(list: readonly Rival[], at: number, directory: Directory): readonly PlacedCandidate[] {
    if (list.length === 0) return NO_CANDIDATES;
    const placed: PlacedCandidate[] = [];
    for (const rival of list) {
      const entity = this.#entityOf(rival, at, directory);
      if (entity !== NOBODY) placed.push({ entity, confidence: rival.confidence });
    }
    return placed;
  }

  #entityOf({ who, back }: Seen, at: number, { drafts }: Directory): number {
    if (who.kind === 'unnamed') return this.#homes.entityAt(at - back, who.index);
    const known = this.#named.get(who.id), draft = known === undefined ? drafts.get(who.id) : undefined;
    if (!draft) return known ?? NOBODY;
    const entity = this.#entities.push(draft) - 1;
    this.#named.set(who.id, entity);
    return entity;
  }

  /** Takes over what the article now says of the entities that have an index. */
  #describe({ drafts }: Directory): void {
    for (const [id, draft] of drafts) {
      const entity = this.#named.get(id);
      if (entity !== undefined) this.#entities[entity] = draft;
    }
  }

  /** Unnamed people become entities where something is attributed to them or something else mentions them. */
  #countUnnamed(resolved: readonly ResolvedBlock[], homes: Homes): void {
    const used = new Map<string, number>();
    for (let at = 0; at < resolved.length; at++) {
      const block = resolved[at];
      if (!block || block.unnamed.length === 0) continue;
      for (const index of block.unnamed) {
        const target = block.targets[index], local = block.locals[index];
        if (target?.who.kind !== 'unnamed' || !local) continue;
        const brought = homes.count(target.who, at - target.back, local.sourceOf >= 0);
        if (brought) homes.settle(target.who, at - target.back, this.#nextOf(brought, used));
      }
    }
  }

  /** The index of the next whom the same words bring in. */
  #nextOf(who: Unnamed, used: Map<string, number>): number {
    const { key, type } = who, id = type === 'person' ? key : `${key} ${type}`, order = used.get(id) ?? 0, name = who.local.text.replace(/\s+/g, ' ');
    used.set(id, order + 1);
    let list = this.#unnamed.get(id);
    if (!list) this.#unnamed.set(id, (list = []));
    const entity = (list[order] ??= this.#entities.length), known = this.#entities[entity];
    if (known?.name !== name) this.#entities[entity] = { key: `role:${key}${order > 0 ? ` ${order + 1}` : ''}`, name, type, roles: [] };
    return entity;
  }
}

/** The unnamed people of an article by their homes: the mentions that first name them. */
class Homes {
  /** How many of them are entities. */
  entities = 0;
  /** For each block, how many mentions stand before it: a home is that and the mention's index. */
  readonly #offset: Int32Array;
  readonly #times: Int32Array;
  /** For each home, the home where the same words first named the same people, or itself. */
  readonly #own: Int32Array;
  readonly #entity: Int32Array;
  readonly #first: Unnamed[] = [];
  readonly #many = new Map<string, number>();

  constructor(resolved: readonly ResolvedBlock[]) {
    this.#offset = new Int32Array(resolved.length + 1);
    let count = 0;
    for (let at = 0; at < resolved.length; at++) {
      this.#offset[at] = count;
      count += resolved[at]?.locals.length ?? 0;
    }
    this.#offset[resolved.length] = count;
    this.#times = new Int32Array(count);
    this.#own = new Int32Array(count).fill(NOBODY);
    this.#entity = new Int32Array(count).fill(NOBODY);
  }

  /** Counts a mention of somebody whose home is in block `block`; gives them as first met where it makes them an entity, else null. */
  count(who: Unnamed, block: number, isSource: boolean): Unnamed | null {
    const own = this.#ownOf(who, block), times = (this.#times[own] ?? 0) + 1, first = (this.#first[own] ??= who);
    this.#times[own] = times;
    return this.#entity[own] === NOBODY && (isSource || times > 1) ? first : null;
  }

  settle(who: Unnamed, block: number, entity: number): void {
    this.#entity[this.#ownOf(who, block)] = entity;
    this.entities++;
  }

  entityAt(block: number, index: number): number {
    const home = (this.#offset[block] ?? 0) + index, own = this.#own[home] ?? NOBODY;
    return this.#entity[own === NOBODY ? home : own] ?? NOBODY;
  }

  /** Whether all homes that another version has too have the entities that they have there. */
  sameAs(other: Homes, { from, to, oldTo }: Change): boolean {
    const length = this.#offset.length - 1;
    return this.#sameFrom(other, 0, 0, from) && this.#sameFrom(other, to, oldTo, length - to);
  }

  #sameFrom(other: Homes, at: number, otherAt: number, count: number): boolean {
    for (let i = 0; i < count; i++) {
      const home = this.#offset[at + i] ?? 0, end = this.#offset[at + i + 1] ?? 0;
      for (let index = 0; index < end - home; index++) if (this.entityAt(at + i, index) !== other.entityAt(otherAt + i, index)) return false;
    }
    return true;
  }

  /** Several people under one description with its own words ("Western officials") are the same throughout the article. */
  #ownOf(who: Unnamed, block: number): number {
    const home = (this.#offset[block] ?? 0) + who.index, known = this.#own[home] ?? NOBODY;
    if (known !== NOBODY) return known;
    let own = home;
    if (who.many && who.modifiers.length > 0) {
      own = this.#many.get(who.key) ?? home;
      if (own === home) this.#many.set(who.key, home);
    }
    return (this.#own[home] = own);
  }
}

/** Whether a block mentions somebody unnamed, or might. */
const meansUnnamed = ({ targets }: ResolvedBlock): boolean => targets.some((target) => target !== null && (target.who.kind === 'unnamed' || target.rivals.some(isUnnamed)));
const isUnnamed = ({ who }: Rival | Target): boolean => who.kind === 'unnamed';

function samePlaces(a: readonly PlacedMention[], b: readonly PlacedMention[]): boolean {
  return a.length === b.length && a.every((mention, i) => {
    const other = b[i];
    return other !== undefined && mention.span === other.span && mention.entity === other.entity && mention.candidates.length === other.candidates.length
      && mention.candidates.every(({ entity }, k) => entity === other.candidates[k]?.entity);
  });
}

const NO_MENTIONS: readonly PlacedMention[] = [], NO_CANDIDATES: readonly PlacedCandidate[] = [];
