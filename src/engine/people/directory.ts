import type { EntityDraft } from '../layers';
import { type Links, linkNames, type NameForm } from './aliases';
import type { Named } from './entities';
import { plain } from './fold';
import type { BlockFacts, NameFacts, RoleFacts } from './tally';
import type { Gender, PeopleWords } from './words';

/** Keeps one object for equal values. */
export interface Store { intern(value: string, make: () => Named): Named }

/** Everybody and everything that the article names. */
export interface Directory {
  /** For the id of a name, whom it may mean, the most named first. */
  readonly byName: ReadonlyMap<string, readonly Named[]>;
  /** For the head noun of a role, whom the article gives it. */
  readonly byRole: ReadonlyMap<string, readonly Named[]>;
  /** For the id of an entity, what the article's list says of it. */
  readonly drafts: ReadonlyMap<string, EntityDraft>;
}

interface Sum { readonly form: Mutable<NameForm>; feminine: number; masculine: number; readonly roles: RoleFacts[] }
type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const MAX_ROLES = 12;

/** Links the names of all blocks and gathers what is said of each. `store` gives one object for equal values, so that callers can compare by identity. */
export function makeDirectory(blocks: readonly BlockFacts[], words: PeopleWords, store: Store): Directory {
  const sums = new Map<string, Sum>();
  for (const block of blocks) for (const fact of block.facts) addFact(sums, fact);
  const list = [...sums.values()], links = linkNames(list.map(({ form }) => form), words);
  const people = list.reduce((sum, { form }) => sum + (form.type === 'person' ? form.count : 0), 0);
  const drafts = new Map<string, EntityDraft>(), byRole = new Map<string, Named[]>();
  const named = links.groups.map((group) => {
    const members = group.flatMap((index) => list[index] ?? []), draft = describe(members, words);
    const entity = summarize(members, draft, people, words, store);
    drafts.set(entity.id, draft);
    if (entity.type === 'person') for (const noun of entity.nouns) byRole.set(noun, [...(byRole.get(noun) ?? []), entity]);
    return entity;
  });
  return { byName: new Map(list.map(({ form }, index) => [`${form.type}:${form.key}`, choose(links, index, named)])), byRole, drafts };
}

function choose(links: Links, index: number, named: readonly Named[]): readonly Named[] {
  const group = links.group[index] ?? -1;
  return (group >= 0 ? [group] : links.choices.get(index) ?? []).flatMap((at) => named[at] ?? []);
}

function addFact(sums: Map<string, Sum>, fact: NameFacts): void {
  const known = sums.get(fact.id);
  const sum = known ?? { form: { key: fact.key, type: fact.type, text: fact.text, count: 0, gender: null as Gender, bracketed: fact.bracketed }, feminine: 0, masculine: 0, roles: [] };
  if (!known) sums.set(fact.id, sum);
  else if (fact.bracketed.length > 0) sum.form.bracketed = [...sum.form.bracketed, ...fact.bracketed];
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
  const roles = [...new Set(members.flatMap((member) => member.roles.map(({ text }) => withoutArticle(text, words))))];
  return { key: `${type}:${keyOf(form?.key ?? '', type, words)}`, name: (form?.text ?? '').replace(/\s+/g, ' '), type, roles: roles.sort((a, b) => b.length - a.length) };
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

function summarize(members: readonly Sum[], draft: EntityDraft, people: number, words: PeopleWords, store: Store): Named {
  const isPerson = draft.type === 'person', count = members.reduce((sum, { form }) => sum + form.count, 0);
  const blank = draft.name.indexOf(' '), given = isPerson && blank > 0 ? words.givenGender.get(plain(draft.name.slice(0, blank))) ?? null : null;
  const shown = isPerson ? shownGender(members, given) : null;
  const gender = shown ?? given, genderShown = shown !== null, share = isPerson && people > 0 ? count / people : 0, weight = share > 0.5 ? 2 : share > 0.2 ? 1 : 0;
  const roles = members.length === 1 ? members[0]?.roles ?? [] : members.flatMap((member) => member.roles);
  const value = `${draft.key}|${draft.name}|${gender ?? ''}${genderShown ? '!' : ''}${weight}|${roles.map(({ noun, modifiers }) => `${noun}<${modifiers.join(' ')}`).join('|')}`;
  return store.intern(value, () => ({
    kind: 'named', id: draft.key, name: draft.name, type: draft.type, gender, genderShown,
    nouns: new Set(roles.map(({ noun }) => noun).filter((noun) => !words.counterparts.has(noun))), modifiers: [...new Set(roles.flatMap(({ modifiers }) => modifiers))], weight,
  }));
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
