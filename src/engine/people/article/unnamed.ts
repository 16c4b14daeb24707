import type { Unnamed } from '../meaning/entities';
import type { ArticleBlock } from './block';

/** No entity. */
export const NOBODY = -1;

/** A mention of somebody unnamed; runners-up count for nothing. */
interface Mention {
  readonly spot: ArticleBlock;
  readonly index: number;
  readonly who: Unnamed;
  readonly isSource: boolean;
  readonly counts: boolean;
}

/** Somebody whom a noun phrase brings in, with all that mentions them. */
interface Home {
  readonly who: Unnamed;
  mentions: Mention[];
  entity: number;
}

/** A mention that makes somebody an entity, and the first of all their mentions. */
interface Party {
  readonly homes: readonly Home[];
  readonly decisive: Mention | undefined;
  readonly first: Mention | undefined;
}

/**
 * The unnamed people of an article: they become entities where something is attributed to them or something else mentions them. Those
 * with one description are told apart by a number, in order of the text.
 */
export class UnnamedPeople {
  /** By the object that stands for each in the resolved blocks: one for each noun phrase that brings somebody in. */
  readonly #homes = new Map<Unnamed, Home>();
  readonly #byKey = new Map<string, Home[]>();
  /** Descriptions of which a mention came or went. */
  readonly #touched = new Set<string>();

  /** Takes in the mentions of a block. */
  enter(spot: ArticleBlock): void {
    forEachUnnamed(spot, (who, index, counts) => {
      const home = this.#homes.get(who),
        mention: Mention = { spot, index, who, isSource: (spot.resolved?.locals[index]?.sourceOf ?? -1) >= 0, counts };
      if (home) home.mentions.push(mention);
      else this.#newHome(mention);
      this.#touched.add(who.key);
    });
  }

  /** Forgets the mentions of a block, which must be those that it came in with. */
  leave(spot: ArticleBlock): void {
    forEachUnnamed(spot, (who) => {
      const home = this.#homes.get(who);
      if (!home) return;
      home.mentions = home.mentions.filter((mention) => mention.spot !== spot);
      if (home.mentions.length === 0) this.#forget(home);
      this.#touched.add(who.key);
    });
  }

  get size(): number {
    return this.#homes.size;
  }

  entityOf(who: Unnamed): number {
    return this.#homes.get(who)?.entity ?? NOBODY;
  }

  /**
   * Decides again on those whose mentions came or went. `entityFor` gives the entity of the nth with one description, as first
   * mentioned; what comes back are the blocks that mention somebody who is another entity now.
   */
  settle(entityFor: (who: Unnamed, order: number) => number): ReadonlySet<ArticleBlock> {
    const changed = new Set<ArticleBlock>();
    for (const key of this.#touched) {
      const homes = this.#byKey.get(key);
      if (!homes || isPassing(homes)) continue;
      partiesOf(homes)
        .sort(byDecision)
        .forEach(({ homes, decisive, first }, order) => {
          const entity = decisive && first ? entityFor(first.who, order) : NOBODY;
          for (const home of homes) {
            if (home.entity !== entity) for (const { spot } of home.mentions) changed.add(spot);
            home.entity = entity;
          }
        });
    }
    this.#touched.clear();
    return changed;
  }

  #newHome(mention: Mention): void {
    const { who } = mention,
      home: Home = { who, mentions: [mention], entity: NOBODY },
      same = this.#byKey.get(who.key);
    this.#homes.set(who, home);
    if (same) same.push(home);
    else this.#byKey.set(who.key, [home]);
  }

  #forget(home: Home): void {
    const same = this.#byKey.get(home.who.key) ?? NO_HOMES,
      at = same.indexOf(home);
    this.#homes.delete(home.who);
    if (at >= 0) same.splice(at, 1);
    if (same.length === 0) this.#byKey.delete(home.who.key);
  }
}

const NO_HOMES: Home[] = [];

/** Whether all of one description are mentioned in passing: once, as the source of nothing. Most are. */
function isPassing(homes: readonly Home[]): boolean {
  const home = homes[0],
    mention = home?.mentions[0];
  return homes.length === 1 && home?.mentions.length === 1 && home.entity === NOBODY && !mention?.isSource;
}

function forEachUnnamed(
  { resolved }: ArticleBlock,
  visit: (who: Unnamed, index: number, counts: boolean) => void,
): void {
  if (!resolved) return;
  const { targets, unclear } = resolved;
  for (let index = 0; index < targets.length; index++) {
    const target = targets[index];
    if (!target) continue;
    if (target.who.kind === 'unnamed') visit(target.who, index, true);
    for (const { who } of target.rivals) if (who.kind === 'unnamed') visit(who, index, false);
  }
  for (const { index, rivals } of unclear)
    for (const { who } of rivals) if (who.kind === 'unnamed') visit(who, index, false);
}

/** Several people under one description with its own words ("Western officials") are the same throughout the article; others are not. */
function partiesOf(homes: readonly Home[]): Party[] {
  const shared: Home[] = [],
    parties: Party[] = [];
  for (const home of homes) {
    if (home.who.many && home.who.modifiers.length > 0) shared.push(home);
    else parties.push(partyOf([home]));
  }
  return shared.length > 0 ? [...parties, partyOf(shared)] : parties;
}

function partyOf(homes: readonly Home[]): Party {
  const mentions = homes.flatMap((home) => home.mentions.filter(({ counts }) => counts)).sort(byPlace);
  return { homes, first: mentions[0], decisive: mentions.find(({ isSource }, index) => isSource || index === 1) };
}

const byPlace = (a: Mention, b: Mention): number => a.spot.at - b.spot.at || a.index - b.index;
const byDecision = ({ decisive: a }: Party, { decisive: b }: Party): number =>
  a && b ? byPlace(a, b) : Number(b !== undefined) - Number(a !== undefined);
