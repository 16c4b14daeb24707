import type { EntityDraft } from '../../layers';
import { partsOf } from '../names/parts';
import type { Named } from '../meaning/entities';
import { plain } from '../names/fold';
import type { Sum } from './groups';
import type { RoleFacts } from '../mentions/tally';
import type { Gender, PeopleWords } from '../words';

const NO_ROLES: readonly RoleFacts[] = [],
  NO_WORDS: readonly string[] = [],
  NO_NOUNS: ReadonlySet<string> = new Set();

/** What the article's list says of an entity, from the names that mean it, the fullest first. */
export function describe(members: readonly Sum[], words: PeopleWords): EntityDraft {
  const form = members[0]?.form,
    type = form?.type ?? 'person',
    texts: string[] = [];
  for (const { text } of rolesOf(members)) if (text) texts.push(withoutArticle(text, words));
  return {
    key: form ? partsOf(form, words).key : '',
    name: tidy(form?.text ?? ''),
    type,
    roles: texts.length > 1 ? fullestFirst([...new Set(texts)], words) : texts,
  };
}

/** A name on one line, without brackets. */
const tidy = (text: string): string =>
  /[[\]]|\s\s|[^\S ]/.test(text) ? text.replace(/[[\]]/g, '').replace(/\s+/g, ' ') : text;

/** What the article says of somebody who is named, for those who look for whom a pronoun or role means. */
export function summarize(members: readonly Sum[], draft: EntityDraft, weight: number, words: PeopleWords): Named {
  const { key: id, name, type } = draft,
    isPerson = type === 'person',
    blank = isPerson ? name.indexOf(' ') : -1;
  const given = blank > 0 ? (words.givenGender.get(plain(name.slice(0, blank))) ?? null) : null;
  const shown = isPerson ? shownGender(members, given) : null,
    roles = rolesOf(members),
    hasRoles = roles.length > 0;
  return {
    kind: 'named',
    id,
    type,
    gender: shown ?? given,
    genderShown: shown !== null,
    nouns: type === 'organization' ? bodyNouns(members, words) : hasRoles ? nounsOf(roles, words) : NO_NOUNS,
    modifiers: hasRoles ? [...new Set(roles.flatMap(({ modifiers }) => modifiers))] : NO_WORDS,
    age: roles.find(({ age }) => age !== null)?.age ?? null,
    weight,
  };
}

function rolesOf(members: readonly Sum[]): readonly RoleFacts[] {
  let all = NO_ROLES;
  for (const { roles } of members) if (roles.length > 0) all = all.length > 0 ? [...all, ...roles] : roles;
  return all;
}

function nounsOf(roles: readonly RoleFacts[], { counterparts, natives }: PeopleWords): ReadonlySet<string> {
  const nouns = new Set<string>();
  for (const { noun } of roles) if (noun !== '' && !counterparts.has(noun) && !natives.has(noun)) nouns.add(noun);
  return nouns;
}

/** What a body is called: the nouns for bodies in its names and beside them. */
function bodyNouns(members: readonly Sum[], { bodyKinds }: PeopleWords): ReadonlySet<string> {
  let nouns: Set<string> | null = null;
  for (const { form, roles } of members) {
    for (const word of form.key.split(/[\s-]+/)) if (bodyKinds.has(word)) (nouns ??= new Set()).add(word);
    for (const { noun } of roles) if (noun !== '') (nouns ??= new Set()).add(noun);
  }
  return nouns ?? NO_NOUNS;
}

/** Whether the same is said of two entities with one id, in whatever order. */
export function sameNamed(a: Named, b: Named): boolean {
  return (
    a.type === b.type &&
    a.gender === b.gender &&
    a.genderShown === b.genderShown &&
    a.weight === b.weight &&
    a.age === b.age &&
    sameWords(a.modifiers, new Set(b.modifiers)) &&
    sameWords([...a.nouns], b.nouns)
  );
}

const sameWords = (a: readonly string[], b: ReadonlySet<string>): boolean =>
  a.length === b.size && a.every((word) => b.has(word));

/** The roles that say something of their own, the longest first; what only says whose somebody is ("his wife", "her counterpart") comes last. */
function fullestFirst(roles: readonly string[], words: PeopleWords): readonly string[] {
  const isOwned = (role: string): number =>
    words.pronouns.has(role.slice(0, role.indexOf(' ')).toLowerCase()) ||
    words.counterparts.has(role.slice(role.lastIndexOf(' ') + 1).toLowerCase())
      ? 1
      : 0;
  const sorted = [...roles].sort((a, b) => isOwned(a) - isOwned(b) || b.length - a.length),
    lower = sorted.map((role) => ` ${role.toLowerCase()}`);
  return sorted.filter(
    (_, index) => !lower.some((other, before) => before < index && other.endsWith(lower[index] ?? '')),
  );
}

function withoutArticle(text: string, words: PeopleWords): string {
  const [first = '', ...rest] = text.split(/\s+/),
    article = first.toLowerCase();
  return rest.length > 0 &&
    (words.definite.has(article) || words.indefinite.has(article) || words.impersonal.has(article))
    ? rest.join(' ')
    : [first, ...rest].join(' ');
}

/** What titles, roles and pronouns show; against a given name's usual gender, pronouns must show it more than once. */
function shownGender(members: readonly Sum[], given: Gender): Gender {
  for (const { form } of members) if (form.gender) return form.gender;
  let feminine = 0,
    masculine = 0;
  for (const member of members) {
    feminine += member.feminine;
    masculine += member.masculine;
  }
  if (feminine >= (given === 'm' ? 3 : 1) && feminine > 2 * masculine) return 'f';
  return masculine >= (given === 'f' ? 3 : 1) && masculine > 2 * feminine ? 'm' : null;
}
