import { carry, type Change, sameItems } from '../../kept';
import type { EntityDraft, People, PlacedCandidate, PlacedMention, PlacedUnclear } from '../../layers';
import type { Directory } from './directory';
import type { Unnamed, Who } from '../meaning/entities';
import type { ArticleBlock } from './block';
import type { Rival } from '../meaning/unclear';
import { NOBODY, UnnamedPeople } from './unnamed';

/** What the article's list says of the entities that are named; another revision may say otherwise. */
type Described = Pick<Directory, 'drafts'> & { readonly revision: number };

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
  readonly #numbered = new Map<string, number[]>();
  readonly #unnamed = new UnnamedPeople();
  /** The blocks that came in since the last reading. */
  readonly #fresh = new Set<ArticleBlock>();
  /** The mentions of one block while they are put together: a list that stays, so that what is kept has the length it needs. */
  readonly #mentions: PlacedMention[] = [];
  /** The blocks in which it is not clear of somebody who it is: few. */
  readonly #open = new Set<ArticleBlock>();
  #described: Described = { drafts: new Map(), revision: 0 };
  #people: People = { entities: [], mentions: [], unclear: [] };

  /** Whether most indices are free by now, so that it is better to begin anew. */
  get isCrowded(): boolean {
    const numbered = this.#entities.length - this.#named.size;
    return this.#named.size > ROOMY + 2 * this.#described.drafts.size || numbered > ROOMY + 2 * this.#unnamed.size;
  }

  /** Takes in a block as it is now resolved. */
  enter(spot: ArticleBlock): void {
    this.#unnamed.enter(spot);
    this.#fresh.add(spot);
  }

  /** Forgets a block, which is gone or will be resolved otherwise. */
  leave(spot: ArticleBlock): void {
    this.#unnamed.leave(spot);
    this.#fresh.delete(spot);
    this.#open.delete(spot);
  }

  /** Places the blocks that came in, and those of others that mention somebody who is another entity now. */
  read(spots: readonly ArticleBlock[], described: Described, change: Change): People {
    const mentions = carry(this.#people.mentions, change, NO_MENTIONS);
    const changed = this.#unnamed.settle((who, order) => this.#numberedEntity(who, order));
    if (described.revision !== this.#described.revision) this.#describe(described.drafts);
    this.#described = described;
    for (const spot of changed) this.#fresh.add(spot);
    for (const spot of this.#fresh) {
      mentions[spot.at] = this.#place(spot);
      if (spot.resolved && spot.resolved.unclear.length > 0) this.#open.add(spot);
    }
    this.#fresh.clear();
    const before = this.#people.entities,
      entities = sameItems(this.#entities, before) ? before : this.#entities.slice();
    return (this.#people = { entities, mentions, unclear: this.#unclear() });
  }

  #place({ resolved }: ArticleBlock): readonly PlacedMention[] {
    if (!resolved || resolved.targets.length === 0) return NO_MENTIONS;
    const { targets, locals } = resolved,
      mentions = this.#mentions;
    let count = 0;
    for (let i = 0; i < targets.length; i++) {
      const target = targets[i],
        local = locals[i];
      if (!target || !local || local.joins) continue;
      const entity = this.#entityOf(target.who);
      if (entity !== NOBODY)
        mentions[count++] = {
          span: local.span,
          form: local.form,
          entity,
          why: target.why,
          candidates: this.#rivals(target.rivals),
        };
    }
    return mentions.slice(0, count);
  }

  #unclear(): readonly PlacedUnclear[] {
    const placed: PlacedUnclear[] = [];
    for (const spot of [...this.#open].sort((a, b) => a.at - b.at)) this.#placeUnclear(spot, placed);
    return placed;
  }

  /** Where the likeliest of those who may be meant is no entity, the others would mislead. */
  #placeUnclear({ at, resolved }: ArticleBlock, placed: PlacedUnclear[]): void {
    for (const { index, why, rivals } of resolved?.unclear ?? []) {
      const local = resolved?.locals[index],
        target = resolved?.targets[index];
      if (
        !local ||
        !rivals[0] ||
        this.#entityOf(rivals[0].who) === NOBODY ||
        (target && this.#entityOf(target.who) !== NOBODY)
      )
        continue;
      placed.push({ block: at, span: local.span, form: local.form, why, candidates: this.#rivals(rivals) });
    }
  }

  #rivals(list: readonly Rival[]): readonly PlacedCandidate[] {
    if (list.length === 0) return NO_CANDIDATES;
    const placed = list.map(({ who, confidence }): PlacedCandidate => ({ entity: this.#entityOf(who), confidence }));
    return placed.some(({ entity }) => entity === NOBODY) ? placed.filter(({ entity }) => entity !== NOBODY) : placed;
  }

  #entityOf(who: Who): number {
    if (who.kind === 'unnamed') return this.#unnamed.entityOf(who);
    const known = this.#named.get(who.id),
      draft = known === undefined ? this.#described.drafts.get(who.id) : undefined;
    if (!draft) return known ?? NOBODY;
    const entity = this.#entities.push(draft) - 1;
    this.#named.set(who.id, entity);
    return entity;
  }

  /** Takes over what the article now says of the entities that have an index. */
  #describe(drafts: Directory['drafts']): void {
    for (const [id, draft] of drafts) {
      const entity = this.#named.get(id);
      if (entity !== undefined) this.#entities[entity] = draft;
    }
  }

  #numberedEntity({ key, type, local }: Unnamed, order: number): number {
    const name = local.text.replace(/\s+/g, ' '),
      list = this.#numbered.get(key) ?? [];
    this.#numbered.set(key, list);
    const last = this.#entities[list[order] ?? NOBODY];
    // What an index stands for never becomes something of another type.
    if (last?.type !== type) list[order] = this.#entities.length;
    const entity = list[order] ?? NOBODY;
    if (last?.name !== name || last.type !== type)
      this.#entities[entity] = { key: `role:${key}${order > 0 ? ` ${order + 1}` : ''}`, name, type, roles: [] };
    return entity;
  }
}

const NO_MENTIONS: readonly PlacedMention[] = [],
  NO_CANDIDATES: readonly PlacedCandidate[] = [];
