import { Holders, sameItems } from '../kept';
import type { EntityDraft } from '../layers';
import { type Links, linkNames, type NameForm } from './aliases';
import type { Named } from './entities';
import { plain } from './fold';
import type { Spot } from './spot';
import type { BlockFacts, NameFacts, RoleFacts } from './tally';
import type { Gender, PeopleWords } from './words';

/** Everybody and everything that the article names. */
export interface Directory {
  /** For the id of a name, whom it may mean, the most named first. */
  readonly byName: ReadonlyMap<string, readonly Named[]>;
  /** For the head noun of a role, whom the article gives it. */
  readonly byRole: ReadonlyMap<string, readonly Named[]>;
  /** For the id of an entity, what the article's list says of it. */
  readonly drafts: ReadonlyMap<string, EntityDraft>;
}

/** What all namings of one name say together, in order of the text. */
interface Sum {
  readonly id: string;
  readonly form: Mutable<NameForm>;
  feminine: number;
  masculine: number;
  readonly roles: RoleFacts[];
  /** Where the name is first met: the block, and the place among its names. */
  first: Spot;
  index: number;
}
type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** An entity with the names that it was made from. */
interface Entry {
  readonly members: readonly Sum[];
  readonly draft: EntityDraft;
  readonly named: Named;
}

const MAX_ROLES = 12;
/** How many entities are kept for comparison by identity before all are dropped. */
const MAX_INTERNED = 50_000;

/** Makes the directory of an article once; see `DirectoryReader`. */
export function makeDirectory(blocks: readonly BlockFacts[], words: PeopleWords): Directory {
  const reader = new DirectoryReader(words);
  reader.read([], blocks.map((facts, at) => ({ at, facts, resolved: null })));
  return reader.current;
}

/** Links the names of all blocks and gathers what is said of each, for one version of an article after another. */
export class DirectoryReader {
  /** The blocks that say something of a name, by its id, and those that have a role, by its noun. */
  readonly #named = new Holders<Spot>();
  readonly #roles = new Holders<Spot>();
  readonly #sums = new Map<string, Sum>();
  /** In order of the text. */
  #list: readonly Sum[] = [];
  #directory: Directory = { byName: new Map(), byRole: new Map(), drafts: new Map() };
  /** For the fullest name of an entity, the entity as it was last described. */
  #entries = new Map<Sum, Entry>();
  /** One object for equal entities, by all that is said of them, so that callers can compare by identity. */
  readonly #interned = new Map<string, Named>();

  constructor(private readonly words: PeopleWords) {}

  /** The directory of the blocks as last read; the same object as long as it says the same. */
  get current(): Directory {
    return this.#directory;
  }

  /**
   * Takes the blocks of the last version that the next one lacks, and those that it has in their stead. Gives the blocks of which the
   * directory now says something else: that somebody whom they name is another, or that others have a role of theirs.
   */
  read(gone: readonly Spot[], come: readonly Spot[]): ReadonlySet<Spot> {
    const news = new Set<Spot>();
    for (const spot of gone) this.#forget(spot);
    for (const spot of come) this.#hold(spot);
    const list = saySame(gone, come) ? this.#moved(gone, come) : this.#sumUp(gone, come);
    if (sameItems(list, this.#list)) return news;
    const { byName, byRole } = this.#directory;
    this.#list = list;
    this.#directory = this.#describe(list);
    for (const id of differences(byName, this.#directory.byName)) for (const spot of this.#named.of(id)) news.add(spot);
    for (const noun of differences(byRole, this.#directory.byRole)) for (const spot of this.#roles.of(noun)) news.add(spot);
    return news;
  }

  #hold(spot: Spot): void {
    for (const { id } of spot.facts.facts) this.#named.add(id, spot);
    for (const noun of spot.facts.nouns) this.#roles.add(noun, spot);
  }

  #forget(spot: Spot): void {
    for (const { id } of spot.facts.facts) this.#named.remove(id, spot);
    for (const noun of spot.facts.nouns) this.#roles.remove(noun, spot);
  }

  /** The same names, first met in the blocks that stand for those gone. */
  #moved(gone: readonly Spot[], come: readonly Spot[]): readonly Sum[] {
    gone.forEach((spot, i) => {
      for (const { id } of spot.facts.facts) {
        const sum = this.#sums.get(id), now = come[i];
        if (sum?.first === spot && now) sum.first = now;
      }
    });
    return this.#list;
  }

  /** The names in order of the text; only those that the changed blocks name are summed up again. */
  #sumUp(gone: readonly Spot[], come: readonly Spot[]): readonly Sum[] {
    const before = new Map<string, Sum | undefined>(), again: Sum[] = [];
    for (const { facts } of [...gone, ...come]) for (const { id } of facts.facts) before.set(id, this.#sums.get(id));
    for (const [id, known] of before) {
      const sum = this.#sum(id);
      if (!sum) this.#sums.delete(id);
      else again.push(known && saysSame(known, sum) ? Object.assign(known, { first: sum.first, index: sum.index }) : sum);
    }
    for (const sum of again) this.#sums.set(sum.id, sum);
    return merged(this.#list.filter(({ id }) => !before.has(id)), again.sort(byPlace));
  }

  /** What all namings of a name say together, or null where there is none. */
  #sum(id: string): Sum | null {
    const spots = [...this.#named.of(id)].sort((a, b) => a.at - b.at);
    let sum: Sum | null = null;
    for (const spot of spots) {
      const { facts } = spot.facts, index = facts.findIndex((fact) => fact.id === id), fact = facts[index];
      if (fact) addFact((sum ??= newSum(fact, spot, index)), fact);
    }
    return sum;
  }

  #describe(list: readonly Sum[]): Directory {
    const { words } = this, links = linkNames(list.map(({ form }) => form), words), drafts = new Map<string, EntityDraft>(), byRole = new Map<string, Named[]>();
    const entries = new Map<Sum, Entry>();
    let people = 0;
    for (const { form } of list) if (form.type === 'person') people += form.count;
    const named = links.groups.map((group) => {
      const members = group.flatMap((index) => list[index] ?? []), entry = this.#entry(members, people), [fullest] = members, entity = entry.named;
      if (fullest) entries.set(fullest, entry);
      drafts.set(entity.id, entry.draft);
      if (entity.type === 'person') for (const noun of entity.nouns) addTo(byRole, noun, entity);
      return entity;
    });
    this.#entries = entries;
    const byName = new Map<string, readonly Named[]>();
    for (let index = 0; index < list.length; index++) byName.set(list[index]?.id ?? '', choose(links, index, named));
    return { byName, byRole, drafts };
  }

  #entry(members: readonly Sum[], people: number): Entry {
    const [fullest] = members, known = fullest && this.#entries.get(fullest), isPerson = fullest?.form.type === 'person';
    let count = 0;
    for (const { form } of members) count += form.count;
    const share = isPerson && people > 0 ? count / people : 0, weight = share > 0.5 ? 2 : share > 0.2 ? 1 : 0;
    if (known?.named.weight === weight && sameItems(known.members, members)) return known;
    const draft = describe(members, this.words);
    return { members, draft, named: this.#summarize(members, draft, weight) };
  }

  #summarize(members: readonly Sum[], draft: EntityDraft, weight: number): Named {
    const { words } = this, isPerson = draft.type === 'person', blank = draft.name.indexOf(' ');
    const given = isPerson && blank > 0 ? words.givenGender.get(plain(draft.name.slice(0, blank))) ?? null : null;
    const shown = isPerson ? shownGender(members, given) : null, gender = shown ?? given, genderShown = shown !== null;
    const roles = members.length === 1 ? members[0]?.roles ?? [] : members.flatMap((member) => member.roles);
    const value = `${draft.key}|${draft.name}|${gender ?? ''}${genderShown ? '!' : ''}${weight}|${roles.map(({ noun, modifiers, age }) => `${noun}<${modifiers.join(' ')}<${age ?? ''}`).join('|')}`;
    return this.#intern(value, () => ({
      kind: 'named', id: draft.key, name: draft.name, type: draft.type, gender, genderShown,
      nouns: new Set(roles.map(({ noun }) => noun).filter((noun) => noun !== '' && !words.counterparts.has(noun) && !words.natives.has(noun))), modifiers: [...new Set(roles.flatMap(({ modifiers }) => modifiers))], age: roles.find(({ age }) => age !== null)?.age ?? null, weight,
    }));
  }

  #intern(value: string, make: () => Named): Named {
    const known = this.#interned.get(value);
    if (known) return known;
    if (this.#interned.size >= MAX_INTERNED) this.#interned.clear();
    const named = make();
    this.#interned.set(value, named);
    return named;
  }
}

/** Whether two lists of blocks say the same of the same names and roles, block by block in the same places. */
function saySame(gone: readonly Spot[], come: readonly Spot[]): boolean {
  return gone.length === come.length && gone.every(({ at, facts: { facts } }, i) => at === come[i]?.at && JSON.stringify(facts) === JSON.stringify(come[i]?.facts.facts));
}

const byPlace = (a: Sum, b: Sum): number => a.first.at - b.first.at || a.index - b.index;

/** Puts `more` into its places in `list`; both are in order. */
function merged(list: Sum[], more: readonly Sum[]): readonly Sum[] {
  if (list.length === 0) return more;
  for (const sum of more) {
    let low = 0, high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1, other = list[middle];
      if (other && byPlace(other, sum) < 0) low = middle + 1;
      else high = middle;
    }
    list.splice(low, 0, sum);
  }
  return list;
}

/** The keys under which two maps have other items. */
function differences<T>(old: ReadonlyMap<string, readonly T[]>, now: ReadonlyMap<string, readonly T[]>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [key, list] of now) if (!sameItems(list, old.get(key) ?? [])) found.add(key);
  for (const key of old.keys()) if (!now.has(key)) found.add(key);
  return found;
}

const saysSame = (a: Sum, b: Sum): boolean => a.feminine === b.feminine && a.masculine === b.masculine && JSON.stringify([a.form, a.roles]) === JSON.stringify([b.form, b.roles]);

function addTo(map: Map<string, Named[]>, key: string, value: Named): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function choose(links: Links, index: number, named: readonly Named[]): readonly Named[] {
  const group = links.group[index] ?? -1, only = named[group];
  return only ? [only] : (links.choices.get(index) ?? []).flatMap((at) => named[at] ?? []);
}

function newSum({ id, key, type, text }: NameFacts, first: Spot, index: number): Sum {
  return { id, form: { key, type, text, count: 0, gender: null, bracketed: [] }, feminine: 0, masculine: 0, roles: [], first, index };
}

function addFact(sum: Sum, fact: NameFacts): void {
  if (fact.bracketed.length > 0) sum.form.bracketed = [...sum.form.bracketed, ...fact.bracketed];
  sum.form.count += fact.count;
  sum.form.gender ??= fact.gender;
  if (sum.form.text !== fact.text && isShouted(sum.form.text) && !isShouted(fact.text)) sum.form.text = fact.text;
  sum.feminine += fact.feminine;
  sum.masculine += fact.masculine;
  for (const role of fact.roles) if (sum.roles.length < MAX_ROLES) sum.roles.push(role);
}

const isShouted = (text: string): boolean => text === text.toUpperCase();

function describe(members: readonly Sum[], words: PeopleWords): EntityDraft {
  const [fullest] = members, form = fullest?.form, type = form?.type ?? 'person';
  const roles = [...new Set(members.flatMap((member) => member.roles.flatMap(({ text }) => (text ? [withoutArticle(text, words)] : []))))];
  return { key: `${type}:${keyOf(form?.key ?? '', type, words)}`, name: (form?.text ?? '').replace(/[[\]]/g, '').replace(/\s+/g, ' '), type, roles: fullestFirst(roles, words) };
}

/** The roles that say something of their own, the longest first; what only says whose somebody is ("his wife", "her counterpart") comes last. */
function fullestFirst(roles: readonly string[], words: PeopleWords): readonly string[] {
  if (roles.length < 2) return roles;
  const isOwned = (role: string): number => (words.pronouns.has(role.slice(0, role.indexOf(' ')).toLowerCase()) || words.counterparts.has(role.slice(role.lastIndexOf(' ') + 1).toLowerCase()) ? 1 : 0);
  const sorted = [...roles].sort((a, b) => isOwned(a) - isOwned(b) || b.length - a.length), lower = sorted.map((role) => ` ${role.toLowerCase()}`);
  return sorted.filter((_, index) => !lower.some((other, before) => before < index && other.endsWith(lower[index] ?? '')));
}

function withoutArticle(text: string, words: PeopleWords): string {
  const [first = '', ...rest] = text.split(/\s+/), article = first.toLowerCase();
  return rest.length > 0 && (words.definite.has(article) || words.indefinite.has(article)) ? rest.join(' ') : [first, ...rest].join(' ');
}

/** The name for keys: one spelling for all spellings of a given name, of a surname's ending, of a place. */
function keyOf(key: string, type: EntityDraft['type'], words: PeopleWords): string {
  if (type === 'place') return words.places.get(key) ?? key;
  if (type !== 'person') return key.split(' ').filter((word, index) => index > 0 || !words.definite.has(word)).join(' ');
  const parts = key.split(' ').map(plain).filter((word, index) => index === 0 || !words.postNominals.has(word));
  return parts.map((word, index) => (index === parts.length - 1 ? word.replace(/(?:iy|yy|yi|ii)$/, 'y') : words.spelling.get(word) ?? word)).join(' ');
}

/** What titles, roles and pronouns show; against a given name's usual gender, pronouns must show it more than once. */
function shownGender(members: readonly Sum[], given: Gender): Gender {
  for (const { form } of members) if (form.gender) return form.gender;
  let feminine = 0, masculine = 0;
  for (const member of members) {
    feminine += member.feminine;
    masculine += member.masculine;
  }
  if (feminine >= (given === 'm' ? 3 : 1) && feminine > 2 * masculine) return 'f';
  return masculine >= (given === 'f' ? 3 : 1) && masculine > 2 * feminine ? 'm' : null;
}
