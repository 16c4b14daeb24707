import { Holders, sameItems } from '../../kept';
import type { EntityDraft } from '../../layers';
import { firstWhere } from '../../search';
import { describe, sameNamed, summarize } from './describe';
import type { Named } from '../meaning/entities';
import { byPlace, type Entity, type Group, Groups, type NameChange, type Sum } from './groups';
import type { ArticleBlock } from './block';
import { type BlockFacts, type NameFacts, nounKey } from '../mentions/tally';
import type { PeopleWords } from '../words';

/** Everybody and everything that the article names. */
export interface Directory {
  /** For the id of a name, whom it may mean, the most named first. */
  readonly byName: ReadonlyMap<string, readonly Named[]>;
  /** For the head noun of a role, whom the article gives it. */
  readonly byRole: ReadonlyMap<string, readonly Named[]>;
  /** For the id of an entity, what the article's list says of it. */
  readonly drafts: ReadonlyMap<string, EntityDraft>;
}

const MAX_ROLES = 12;
/** How many entities are remembered before all are dropped. */
const MAX_REMEMBERED = 50_000;

/** Makes the directory of an article once; see `DirectoryReader`. */
export function makeDirectory(blocks: readonly BlockFacts[], words: PeopleWords): Directory {
  const reader = new DirectoryReader(words);
  reader.read(
    [],
    blocks.map((facts, at) => ({ at, facts, resolved: null })),
  );
  return reader.current;
}

/** Links the names of all blocks and gathers what is said of each, for one version of an article after another. */
export class DirectoryReader {
  /** The blocks that say something of a name, by its id, and those that have a role, by its noun. */
  readonly #named = new Holders<ArticleBlock>();
  readonly #roles = new Holders<ArticleBlock>();
  readonly #sums = new Map<string, Sum>();
  /** In order of the text. */
  #list: readonly Sum[] = [];
  readonly #groups: Groups;
  /** How many namings of people there are. */
  #people = 0;
  readonly #byName = new Map<string, readonly Named[]>();
  readonly #byRole = new Map<string, Named[]>();
  readonly #drafts = new Map<string, EntityDraft>();
  /** How many entities have an id. */
  readonly #ids = new Map<string, number>();
  /** By its id, what was last said of an entity: one object as long as it stays the same, so that callers can compare by identity. */
  readonly #last = new Map<string, Named>();
  /** The blocks of the first version, until an edit changes what is said of a name: only then is asked who holds what. */
  #unheld: ArticleBlock[] = [];
  #isNew = true;
  /** Goes up whenever the directory says something else. */
  revision = 0;

  constructor(private readonly words: PeopleWords) {
    this.#groups = new Groups(words);
  }

  /** The directory of the blocks as last read. */
  get current(): Directory {
    return { byName: this.#byName, byRole: this.#byRole, drafts: this.#drafts };
  }

  /**
   * Takes the blocks of the last version that the next one lacks, and those that it has in their stead. Gives the blocks of which the
   * directory now says something else: that somebody whom they name is another, or that others have a role of theirs.
   */
  read(gone: readonly ArticleBlock[], come: readonly ArticleBlock[]): ReadonlySet<ArticleBlock> {
    if (this.#isNew) return this.#readFirst(come);
    const isSame = saySame(gone, come);
    if (!isSame || !this.#exchange(gone, come)) this.#holdNow(gone, come);
    if (isSame) {
      this.#move(gone, come);
      return NO_NEWS;
    }
    const change = this.#sumUp(gone, come);
    if (change.gone.length + change.come.length + change.replaced.length === 0 && !change.isMoved) return NO_NEWS;
    this.revision++;
    return this.#describe(change);
  }

  /** Reads the blocks of the first version, in order. */
  #readFirst(spots: readonly ArticleBlock[]): ReadonlySet<ArticleBlock> {
    this.#isNew = false;
    this.#unheld = [...spots];
    const list: Sum[] = [];
    for (const spot of spots) {
      const { facts } = spot.facts;
      for (let index = 0; index < facts.length; index++) {
        const fact = facts[index];
        if (!fact) continue;
        let sum = this.#sums.get(fact.id);
        if (!sum) {
          list.push((sum = newSum(fact, spot, index)));
          this.#sums.set(fact.id, sum);
        }
        addFact(sum, fact);
      }
    }
    if (list.length === 0) return NO_NEWS;
    this.#list = list;
    this.#people = countOf(list);
    this.revision++;
    this.#groups.link(list);
    return this.#describeAll();
  }

  /** Puts blocks in the places of others among those that nobody holds yet; gives false where they do not stand there. */
  #exchange(gone: readonly ArticleBlock[], come: readonly ArticleBlock[]): boolean {
    if (!gone.every((spot) => this.#unheld[spot.at] === spot)) return false;
    for (const spot of come) this.#unheld[spot.at] = spot;
    return true;
  }

  #holdNow(gone: readonly ArticleBlock[], come: readonly ArticleBlock[]): void {
    for (const spot of this.#unheld) this.#hold(spot);
    this.#unheld = [];
    for (const spot of gone) this.#forget(spot);
    for (const spot of come) this.#hold(spot);
  }

  #hold(spot: ArticleBlock): void {
    for (const { id } of spot.facts.facts) this.#named.add(id, spot);
    for (const noun of spot.facts.nouns) this.#roles.add(noun, spot);
  }

  #forget(spot: ArticleBlock): void {
    for (const { id } of spot.facts.facts) this.#named.remove(id, spot);
    for (const noun of spot.facts.nouns) this.#roles.remove(noun, spot);
  }

  /** The same names, first met in the blocks that stand for those gone. */
  #move(gone: readonly ArticleBlock[], come: readonly ArticleBlock[]): void {
    gone.forEach((spot, i) => {
      for (const { id } of spot.facts.facts) {
        const sum = this.#sums.get(id),
          now = come[i];
        if (sum?.first === spot && now) sum.first = now;
      }
    });
  }

  /** Sums up the names of the changed blocks again. */
  #sumUp(blocksGone: readonly ArticleBlock[], blocksCome: readonly ArticleBlock[]): NameChange {
    const before = new Map<string, Sum | undefined>(),
      now: Sum[] = [],
      gone: Sum[] = [],
      come: Sum[] = [],
      replaced: [Sum, Sum][] = [];
    for (const { facts } of [...blocksGone, ...blocksCome])
      for (const { id } of facts.facts) before.set(id, this.#sums.get(id));
    let isMoved = false;
    for (const [id, known] of before) {
      const sum = this.#sum(id);
      if (known && sum) isMoved ||= byPlace(known, sum) !== 0;
      if (!sum) this.#sums.delete(id);
      if (known && sum && saysSame(known, sum)) now.push(Object.assign(known, { first: sum.first, index: sum.index }));
      else {
        if (sum) this.#sums.set(id, sum);
        if (sum) now.push(sum);
        if (known && sum) replaced.push([known, sum]);
        else if (known) gone.push(known);
        else if (sum) come.push(sum);
      }
    }
    this.#list = merged(
      this.#list.filter(({ id }) => !before.has(id)),
      now.sort(byPlace),
    );
    return { gone, come, replaced, isMoved };
  }

  /** What all namings of a name say together, or null where there is none. */
  #sum(id: string): Sum | null {
    const spots = [...this.#named.of(id)].sort((a, b) => a.at - b.at);
    let sum: Sum | null = null;
    for (const spot of spots) {
      const { facts } = spot.facts,
        index = facts.findIndex((fact) => fact.id === id),
        fact = facts[index];
      if (fact) addFact((sum ??= newSum(fact, spot, index)), fact);
    }
    return sum;
  }

  /** Describes again what is linked or said otherwise than before; gives the blocks for which that is news. */
  #describe(change: NameChange): ReadonlySet<ArticleBlock> {
    const gone = change.gone.flatMap((name) => this.#groups.of(name).flatMap(({ entity }) => entity ?? [])),
      isLinkedAnew = this.#groups.change(this.#list, change);
    this.#people +=
      countOf([...change.come, ...change.replaced.map(([, now]) => now)]) -
      countOf([...change.gone, ...change.replaced.map(([before]) => before)]);
    return isLinkedAnew || gone.some(({ named: { id } }) => (this.#ids.get(id) ?? 0) > 1)
      ? this.#describeAll()
      : this.#describeSome(change, gone);
  }

  #describeAll(): ReadonlySet<ArticleBlock> {
    const before = new Map(this.#byName),
      rolesBefore = new Map(this.#byRole);
    for (const map of [this.#byName, this.#byRole, this.#drafts, this.#ids]) map.clear();
    // In order of the text: of two entities with one id the last is described.
    const done = new Set<Group>();
    for (const name of this.#list) {
      const group = this.#groups.groupOf(name);
      if (!group || done.has(group)) continue;
      if (group.members.length > 1) done.add(group);
      this.#enter((group.entity = this.#entity(group)));
    }
    for (const name of this.#list) this.#byName.set(name.id, this.#namedBy(name));
    if (before.size === 0) return NO_NEWS;
    const news = new Set<ArticleBlock>();
    for (const id of differences(before, this.#byName)) for (const spot of this.#named.of(id)) news.add(spot);
    for (const noun of new Set([...rolesBefore.keys(), ...this.#byRole.keys()]))
      this.#tellRole(noun, only(rolesBefore.get(noun)), news);
    return news;
  }

  /** Only whether a role has one holder, and whom, is news: nobody asks for more. */
  #tellRole(noun: string, before: Named | null, news: Set<ArticleBlock>): void {
    if (only(this.#byRole.get(noun)) !== before) for (const spot of this.#roles.of(noun)) news.add(spot);
  }

  #describeSome({ gone, come, replaced }: NameChange, entitiesGone: readonly Entity[]): ReadonlySet<ArticleBlock> {
    const due = new Set([...come, ...replaced.map(([, now]) => now)].flatMap((name) => this.#groups.of(name))),
      news = new Set<ArticleBlock>(),
      holders = new Map<string, Named | null>();
    for (const group of this.#groups.all)
      if (group.entity && group.entity.named.weight !== this.#weightOf(group)) due.add(group);
    const entities = new Map([...due].map((group) => [group, this.#entity(group)]));
    if (this.#sharesId(due, entities)) return this.#describeAll();
    for (const { id } of gone) this.#byName.delete(id);
    const roles = [...entitiesGone, ...entities.values(), ...[...due].flatMap(({ entity }) => entity ?? [])].flatMap(
      ({ named }) => keysOf(named),
    );
    for (const noun of roles) holders.set(noun, only(this.#byRole.get(noun)));
    for (const entity of entitiesGone) this.#leave(entity);
    for (const [group, now] of entities) {
      if (group.entity) this.#leave(group.entity);
      this.#enter((group.entity = now));
    }
    for (const name of new Set([...due].flatMap((group) => this.#groups.namesOf(group)))) {
      const named = this.#namedBy(name),
        isSame = sameItems(named, this.#byName.get(name.id) ?? []);
      this.#byName.set(name.id, named);
      if (!isSame) for (const spot of this.#named.of(name.id)) news.add(spot);
    }
    for (const [noun, before] of holders) this.#tellRole(noun, before, news);
    return news;
  }

  #namedBy(name: Sum): readonly Named[] {
    return (
      this.#groups.groupOf(name)?.entity?.alone ?? this.#groups.of(name).flatMap(({ entity }) => entity?.named ?? [])
    );
  }

  #enter({ named, draft }: Entity): void {
    this.#ids.set(named.id, (this.#ids.get(named.id) ?? 0) + 1);
    this.#drafts.set(named.id, draft);
    if (named.type === 'person' || named.type === 'organization')
      for (const noun of keysOf(named)) this.#byRole.set(noun, [...(this.#byRole.get(noun) ?? NOBODY), named]);
  }

  /** Whether an entity has, had or would have the id of another: then their order decides which of them is described. */
  #sharesId(due: ReadonlySet<Group>, entities: ReadonlyMap<Group, Entity>): boolean {
    const ids = new Set<string>();
    for (const { entity } of due) if (entity && (this.#ids.get(entity.named.id) ?? 0) > 1) return true;
    for (const [
      { entity },
      {
        named: { id },
      },
    ] of entities) {
      if (ids.has(id) || (id !== entity?.named.id && this.#ids.has(id))) return true;
      ids.add(id);
    }
    return false;
  }

  /** Forgets an entity, whose id no other has. */
  #leave({ named }: Entity): void {
    this.#ids.delete(named.id);
    this.#drafts.delete(named.id);
    for (const noun of keysOf(named)) {
      const holders = this.#byRole.get(noun)?.filter((other) => other !== named) ?? [];
      if (holders.length > 0) this.#byRole.set(noun, holders);
      else this.#byRole.delete(noun);
    }
  }

  /** 0 to 2: how large a share of the article's namings of people the entity has. */
  #weightOf({ members: [fullest, ...shorter] }: Group): number {
    if (fullest?.form.type !== 'person' || this.#people === 0) return 0;
    const share = (shorter.length > 0 ? countOf([fullest, ...shorter]) : fullest.form.count) / this.#people;
    return share > 0.5 ? 2 : share > 0.2 ? 1 : 0;
  }

  /** The entity as it was described last, where nothing else is said of it now. */
  #entity(group: Group): Entity {
    const { members, entity } = group,
      weight = this.#weightOf(group);
    if (entity?.named.weight === weight && sameItems(entity.members, members)) return entity;
    const draft = describe(members, this.words),
      named = this.#known(summarize(members, draft, weight, this.words));
    return { members, draft, named, alone: [named] };
  }

  /** The object that stood for an entity of this id last, where that says the same. */
  #known(named: Named): Named {
    const last = this.#last.get(named.id);
    if (last && sameNamed(last, named)) return last;
    if (this.#last.size >= MAX_REMEMBERED) this.#last.clear();
    this.#last.set(named.id, named);
    return named;
  }
}

/** The keys under which somebody's roles, or a body's nouns, are listed. */
const keysOf = ({ type, nouns }: Named): string[] => [...nouns].map((noun) => nounKey({ type, noun }));

/** Whether two lists of blocks say the same of the same names and roles, block by block in the same places. */
function saySame(gone: readonly ArticleBlock[], come: readonly ArticleBlock[]): boolean {
  return (
    gone.length === come.length &&
    gone.every(
      ({ at, facts: { facts } }, i) =>
        at === come[i]?.at && JSON.stringify(facts) === JSON.stringify(come[i]?.facts.facts),
    )
  );
}

const only = (list: readonly Named[] | undefined): Named | null => (list?.length === 1 ? (list[0] ?? null) : null);

const NO_NEWS: ReadonlySet<ArticleBlock> = new Set(),
  NOBODY: readonly Named[] = [];

function countOf(names: readonly Sum[]): number {
  let count = 0;
  for (const { form } of names) if (form.type === 'person') count += form.count;
  return count;
}

/** Puts `more` into its places in `list`; both are in order. */
function merged(list: Sum[], more: readonly Sum[]): readonly Sum[] {
  if (list.length === 0) return more;
  for (const sum of more) {
    const place = firstWhere(list.length, (index) => byPlace(list[index] ?? sum, sum) >= 0);
    list.splice(place, 0, sum);
  }
  return list;
}

/** The keys under which two maps have other items. */
function differences<T>(
  old: ReadonlyMap<string, readonly T[]>,
  now: ReadonlyMap<string, readonly T[]>,
): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [key, list] of now) if (!sameItems(list, old.get(key) ?? [])) found.add(key);
  for (const key of old.keys()) if (!now.has(key)) found.add(key);
  return found;
}

const saysSame = (a: Sum, b: Sum): boolean =>
  a.feminine === b.feminine &&
  a.masculine === b.masculine &&
  JSON.stringify([a.form, a.roles]) === JSON.stringify([b.form, b.roles]);

function newSum({ id, key, type, text }: NameFacts, first: ArticleBlock, index: number): Sum {
  return {
    id,
    form: { key, type, text, count: 0, gender: null, bracketed: NOTHING },
    feminine: 0,
    masculine: 0,
    roles: NOTHING,
    first,
    index,
  };
}

function addFact(sum: Sum, fact: NameFacts): void {
  if (fact.bracketed.length > 0) sum.form.bracketed = [...sum.form.bracketed, ...fact.bracketed];
  sum.form.count += fact.count;
  sum.form.gender ??= fact.gender;
  if (sum.form.text !== fact.text && isShouted(sum.form.text) && !isShouted(fact.text)) sum.form.text = fact.text;
  sum.feminine += fact.feminine;
  sum.masculine += fact.masculine;
  if (fact.roles.length > 0 && sum.roles.length < MAX_ROLES)
    sum.roles = [...sum.roles, ...fact.roles].slice(0, MAX_ROLES);
}

const NOTHING: readonly never[] = [];
const isShouted = (text: string): boolean => text === text.toUpperCase();
