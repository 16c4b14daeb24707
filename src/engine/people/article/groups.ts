import { sameItems } from '../../kept';
import type { EntityDraft } from '../../layers';
import { linkNames, spelledBy } from '../names/aliases';
import type { NameForm } from '../names/parts';
import type { Named } from '../meaning/entities';
import { Isolation } from '../names/isolation';
import type { ArticleBlock } from './block';
import type { RoleFacts } from '../mentions/tally';
import type { PeopleWords } from '../words';

/** What all namings of one name say together, in order of the text. */
export interface Sum {
  readonly id: string;
  readonly form: Mutable<NameForm>;
  feminine: number;
  masculine: number;
  roles: readonly RoleFacts[];
  /** Where the name is first met: the block, and the place among its names. */
  first: ArticleBlock;
  index: number;
}
type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export const byPlace = (a: Sum, b: Sum): number => a.first.at - b.first.at || a.index - b.index;

/** What names come to that are one entity. */
export interface Entity {
  readonly members: readonly Sum[];
  readonly draft: EntityDraft;
  readonly named: Named;
  /** The list of nobody else. */
  readonly alone: readonly [Named];
}

/** The names of one entity, the fullest first, and the entity once it is described. */
export interface Group {
  members: readonly Sum[];
  entity: Entity | null;
}

/** What became of the names since the last version: those that are no more, new ones, and those of which something else is said. */
export interface NameChange {
  readonly gone: readonly Sum[];
  readonly come: readonly Sum[];
  readonly replaced: readonly (readonly [before: Sum, now: Sum])[];
  /** Whether a name stands in another place than before, so that the order of names may be another. */
  readonly isMoved: boolean;
}

/** Which names are one entity, for one version of an article after another. */
export class Groups {
  #groups: Set<Group> = new Set();
  #groupOf = new Map<Sum, Group>();
  /** For a name that several entities have, those, the most named first. */
  #choices = new Map<Sum, readonly Group[]>();
  /** Made when names first come or go after an edit. */
  #isolation: Isolation<Sum> | null = null;

  constructor(private readonly words: PeopleWords) {}

  get all(): ReadonlySet<Group> {
    return this.#groups;
  }

  /** The entities that a name may mean, the most named first. */
  of(name: Sum): readonly Group[] {
    const group = this.#groupOf.get(name);
    return group ? [group] : (this.#choices.get(name) ?? []);
  }

  /** The entity that a name means, or none where there are several. */
  groupOf(name: Sum): Group | undefined {
    return this.#groupOf.get(name);
  }

  /** The names that may mean this entity: its own, and those that it shares with others. */
  namesOf(group: Group): readonly Sum[] {
    const shared = [...this.#choices].flatMap(([name, groups]) => (groups.includes(group) ? [name] : []));
    return [...group.members, ...shared];
  }

  /** Takes the change that leads to `list`, the names in order of the text. Gives true where all names had to be linked anew. */
  change(list: readonly Sum[], change: NameChange): boolean {
    const { gone, come, replaced } = change,
      isolation = this.#isolated(),
      stays = this.#staysLinked(change);
    for (const name of gone) isolation.remove(name);
    for (const [before, now] of replaced) {
      isolation.remove(before);
      isolation.add(now);
    }
    for (const name of come) isolation.add(name);
    if (!stays || !come.every((name) => isolation.holds(name))) {
      this.link(list);
      return true;
    }
    for (const name of gone) this.#leave(name);
    for (const [before, now] of replaced) this.#replace(before, now);
    for (const name of come) this.#enter({ members: [name], entity: null });
    return false;
  }

  #isolated(): Isolation<Sum> {
    if (this.#isolation) return this.#isolation;
    const isolation = (this.#isolation = new Isolation<Sum>(this.words));
    for (const name of [...this.#groupOf.keys(), ...this.#choices.keys()]) isolation.add(name);
    return isolation;
  }

  /** Whether what goes and what is said anew leaves the links of all other names as they are. */
  #staysLinked({ gone, replaced, isMoved }: NameChange): boolean {
    return (
      !isMoved &&
      gone.every((name) => this.#groupOf.has(name) && this.#isolated().holds(name)) &&
      replaced.every(([a, b]) => this.#linksAlike(a, b))
    );
  }

  #linksAlike({ form: a }: Sum, { form: b }: Sum): boolean {
    return (
      a.gender === b.gender &&
      sameItems(a.bracketed, b.bracketed) &&
      spelledBy(a, this.words) === spelledBy(b, this.words)
    );
  }

  #enter(group: Group): void {
    this.#groups.add(group);
    for (const name of group.members) this.#groupOf.set(name, group);
  }

  #leave(name: Sum): void {
    const group = this.#groupOf.get(name);
    this.#groupOf.delete(name);
    if (group) this.#groups.delete(group);
  }

  #replace(before: Sum, now: Sum): void {
    const group = this.#groupOf.get(before),
      choices = this.#choices.get(before);
    if (choices) {
      this.#choices.delete(before);
      this.#choices.set(now, choices);
    }
    if (!group) return;
    group.members = group.members.map((name) => (name === before ? now : name));
    this.#groupOf.delete(before);
    this.#groupOf.set(now, group);
    for (const [name, groups] of this.#choices)
      if (groups.includes(group)) this.#choices.set(name, [...groups].sort(byCount));
  }

  /** Links all names anew, in order of the text. */
  link(list: readonly Sum[]): void {
    const {
        group: groupOf,
        groups,
        choices,
      } = linkNames(
        list.map(({ form }) => form),
        this.words,
      ),
      before = this.#groupOf;
    const linked = groups.map((indices): Group => {
      const [first] = indices,
        only = indices.length === 1 ? list[first ?? 0] : undefined;
      const members = only ? [only] : indices.flatMap((index) => list[index] ?? []),
        [fullest] = members,
        known = fullest && before.get(fullest);
      return { members, entity: known?.entity ?? null };
    });
    this.#groups = new Set(linked);
    this.#groupOf = new Map();
    this.#choices = new Map();
    list.forEach((name, index) => {
      const group = linked[groupOf[index] ?? -1];
      if (group) this.#groupOf.set(name, group);
      else
        this.#choices.set(
          name,
          (choices.get(index) ?? []).flatMap((at) => linked[at] ?? []),
        );
    });
  }
}

/** The most named first, by its fullest name; then in order of the text. */
function byCount({ members: [a] }: Group, { members: [b] }: Group): number {
  return a && b ? b.form.count - a.form.count || byPlace(a, b) : 0;
}
