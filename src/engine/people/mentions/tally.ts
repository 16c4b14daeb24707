import { type BlockLayer, type NameCandidate, Tag } from '../../layers';
import type { EntityType } from '../../model';
import { type Local, Slot } from './mention';
import { readLocals } from './reader';
import type { Gender, PeopleWords } from '../words';
import { ranked } from './rank';

/** What one block says of one name, by itself. */
export interface NameFacts {
  readonly id: string;
  readonly key: string;
  readonly type: EntityType;
  readonly text: string;
  count: number;
  gender: Gender;
  /** Pronouns of the block that can mean nobody else in it. */
  feminine: number;
  masculine: number;
  bracketed: readonly string[];
  /** Roles from titles and appositions: the text as written, the head noun, the words before it. */
  roles: readonly RoleFacts[];
}

export interface RoleFacts {
  readonly text: string;
  readonly noun: string;
  readonly modifiers: readonly string[];
  readonly age: string | null;
}

/** A block with its accepted names: its mentions, and what they say of each name. */
export interface BlockFacts {
  readonly layer: BlockLayer;
  readonly names: readonly NameCandidate[];
  readonly locals: readonly Local[];
  readonly facts: readonly NameFacts[];
  /** For each of `locals`, the index of its name in `facts`, or -1. */
  readonly factOf: readonly number[];
  /** The head nouns of the block's roles, and for each of `locals` the index of its noun there, or -1. */
  readonly nouns: readonly string[];
  readonly nounOf: readonly number[];
}

/** The id under which a name of a type is tallied; people keep the name's words, so that spelling variants meet in names/aliases.ts. */
export const nameId = (type: EntityType, key: string): string => `${type}:${key}`;

export function readFacts(layer: BlockLayer, names: readonly NameCandidate[], words: PeopleWords): BlockFacts {
  const locals = readLocals(layer, names, words);
  if (locals.length === 0) return { layer, names, locals: NONE, facts: NONE, factOf: NONE, nouns: NONE, nounOf: NONE };
  const factOf = locals.map((local) => numberOfName(local, layer, words)),
    facts = namesOfBlock.take();
  for (const local of locals) {
    const fact = local.beside >= 0 && local.form === 'role' ? facts[factOf[local.beside] ?? -1] : undefined;
    if (fact)
      addRole(fact, { text: local.text, noun: local.noun, modifiers: local.modifiers, age: local.age }, local.gender);
  }
  if (facts.length > 0) {
    addOrigins(locals, facts, factOf);
    addBrackets(layer, locals, facts, factOf);
    addPronouns(locals, facts, factOf);
    addChosen(layer, locals, facts, factOf, words);
  }
  const nounOf = locals.map((local) => (local.form === 'role' ? numberOfNoun(nounKey(local)) : -1));
  return { layer, names, locals, facts, factOf, nouns: nounsOfBlock.take(), nounOf };
}

const NONE: readonly never[] = [];
/** Up to so many are looked through one by one: fewer than a map costs. */
const FEW = 12;

/** The key under which holders of a role are listed: a person's is the noun, a body's stands apart from it. */
export const nounKey = ({ type, noun }: { readonly type: EntityType | null; readonly noun: string }): string =>
  type === 'organization' ? `the ${noun}` : noun;

/** Numbers what comes up in one block, the same again when it comes again; the list stays, so that what is kept of it has the length it needs. */
class Numbered<Item> {
  readonly #items: Item[] = [];
  #count = 0;
  readonly #map = new Map<string, number>();

  constructor(
    private readonly keyOf: (item: Item) => string,
    private readonly is: (item: Item, key: string, type: EntityType | null) => boolean,
  ) {}

  /** The number of what has a key (and, where it is told, a type), or -1. */
  find(key: string, type: EntityType | null): number {
    if (this.#count > FEW) return this.#map.get(type ? nameId(type, key) : key) ?? -1;
    for (let i = 0; i < this.#count; i++) {
      const item = this.#items[i];
      if (item !== undefined && this.is(item, key, type)) return i;
    }
    return -1;
  }

  at(number: number): Item | undefined {
    return this.#items[number];
  }

  add(item: Item): number {
    const number = this.#count++;
    this.#items[number] = item;
    if (this.#count === FEW + 1) for (let i = 0; i < number; i++) this.#list(i);
    if (this.#count > FEW) this.#list(number);
    return number;
  }

  /** All in order of their numbers; the next is number 0 again. */
  take(): readonly Item[] {
    const taken = this.#count > 0 ? this.#items.slice(0, this.#count) : NONE;
    if (this.#count > FEW) this.#map.clear();
    this.#count = 0;
    return taken;
  }

  #list(number: number): void {
    const item = this.#items[number];
    if (item !== undefined) this.#map.set(this.keyOf(item), number);
  }
}

const namesOfBlock = new Numbered<NameFacts>(
  ({ id }) => id,
  (fact, key, type) => fact.key === key && fact.type === type,
);
const nounsOfBlock = new Numbered<string>(
  (noun) => noun,
  (noun, key) => noun === key,
);

function numberOfNoun(noun: string): number {
  const known = nounsOfBlock.find(noun, null);
  return known >= 0 ? known : nounsOfBlock.add(noun);
}

/** Tallies a naming; gives the number of its name, or -1 where the mention is no name. */
function numberOfName(local: Local, layer: BlockLayer, words: PeopleWords): number {
  if (!local.name || !local.type) return -1;
  const { type } = local,
    { key, coreSpan } = local.name,
    known = namesOfBlock.find(key, type);
  const at =
    known >= 0
      ? known
      : namesOfBlock.add({
          id: nameId(type, key),
          key,
          type,
          text: layer.text.slice(coreSpan[0], coreSpan[1]),
          count: 0,
          gender: null,
          feminine: 0,
          masculine: 0,
          bracketed: NONE,
          roles: NONE,
        });
  const fact = namesOfBlock.at(at);
  if (fact) addNaming(fact, layer, local, words);
  return at;
}

function addNaming(fact: NameFacts, layer: BlockLayer, local: Local, words: PeopleWords): void {
  fact.count++;
  if (local.type === 'organization') {
    const noun = bodyBeside(local, layer, words);
    if (noun !== null) fact.roles = withOne(fact.roles, { text: '', noun, modifiers: NO_WORDS, age: null });
  }
  const age = local.type === 'person' ? ageBehind(local, layer, words) : null;
  if (age !== null) fact.roles = withOne(fact.roles, { text: '', noun: '', modifiers: NO_WORDS, age });
  const title = local.name?.title;
  if (!title || local.type !== 'person') return;
  const lower = layer.tokens.lower.slice(title.from, title.to).filter((word) => !words.possessives.has(word));
  const kept = lower.filter((word) => !words.courtesy.has(word.replace('.', '')));
  fact.gender = local.gender ?? fact.gender;
  if (kept.length === 0) return;
  const head = roleHead(kept, words);
  const text = layer.text
    .slice(layer.tokens.start[title.from] ?? 0, layer.tokens.end[title.to - 1] ?? 0)
    .replace(/[\s[(]+$/, '');
  const before = rankBefore(title.from, layer, words),
    modifiers = kept.filter((_, index) => index !== head);
  fact.roles = withOne(fact.roles, {
    text,
    ...ranked(kept[head] ?? '', before === null ? modifiers : [...modifiers, before], words),
    age: null,
  });
}

/** "Former" of "former Norwegian prime minister Ann Lee" where the title begins behind it, or null. */
function rankBefore(from: number, { tokens: { lower } }: BlockLayer, { ranks }: PeopleWords): string | null {
  for (let i = from - 1; i >= 0 && i >= from - 2; i--) {
    const word = lower[i] ?? '';
    if (ranks.has(word)) return word;
  }
  return null;
}

const NO_WORDS: readonly string[] = [];
/** More than so many roles or abbreviations of one name in one block are not kept: a bound, so that hostile texts stay linear. */
const MOST = 40;
const withOne = <Item>(list: readonly Item[], item: Item): readonly Item[] =>
  list.length < MOST ? [...list, item] : list;

/** "Ann Lee, 42, ...": the word for the age behind a name, or null. */
function ageBehind(
  { to }: Local,
  { tokens: { tag, lower, count } }: BlockLayer,
  { ageEnding }: PeopleWords,
): string | null {
  const years = lower[to + 1] ?? '',
    end = tag[to + 2];
  if (
    tag[to] !== Tag.Comma ||
    tag[to + 1] !== Tag.Number ||
    years.length > 2 ||
    !(to + 2 >= count || end === Tag.Comma || end === Tag.Stop || end === Tag.Punctuation)
  )
    return null;
  return isDigits(years) ? `${years}${ageEnding}` : null;
}

/** How many words behind a body's name say what it is. */
const MAX_ASIDE = 8;

/** "Brightwater, a shoe maker in Leeds,", "the shoe maker Brightwater": the noun that says what a body is, or null. */
function bodyBeside(
  { from, to }: Local,
  { tokens: { tag, lower, count } }: BlockLayer,
  { bodyKinds, definite, indefinite }: PeopleWords,
): string | null {
  const before = lower[from - 1] ?? '';
  if (bodyKinds.has(before) && tag[from - 1] === Tag.Noun) return before;
  const article = lower[to + 1] ?? '';
  if (tag[to] !== Tag.Comma || !(definite.has(article) || indefinite.has(article))) return null;
  let noun: string | null = null;
  for (let i = to + 2; i < count && i < to + MAX_ASIDE; i++) {
    const known = tag[i] === Tag.Noun || tag[i] === Tag.Adjective || tag[i] === Tag.Name || tag[i] === Tag.Possessive;
    if (!known) break;
    if (bodyKinds.has(lower[i] ?? '')) noun = lower[i] ?? null;
  }
  return noun;
}

const isDigits = (word: string): boolean => word !== '' && [...word].every((letter) => letter >= '0' && letter <= '9');

/** The head of a title: the last person noun, before "of" where there is one ("secretary of state"). */
function roleHead(title: readonly string[], words: PeopleWords): number {
  const link = title.findIndex((word) => words.roleLinks.has(word)),
    end = link > 0 ? link : title.length;
  for (let i = end - 1; i > 0; i--) if (words.personNouns.has(title[i] ?? '')) return i;
  return end - 1;
}

function addRole(fact: NameFacts, role: RoleFacts, gender: Gender): void {
  fact.gender ??= gender;
  fact.roles = withOne(fact.roles, role);
}

/** "Spain’s Ann Lee", "the Spanish Ann Lee": a place or people right before a name says where somebody comes from. */
function addOrigins(locals: readonly Local[], facts: readonly NameFacts[], factOf: readonly number[]): void {
  for (let i = 1; i < locals.length; i++) {
    const origin = locals[i - 1],
      local = locals[i],
      fact = facts[factOf[i] ?? -1];
    if (!origin?.name || local?.type !== 'person' || !fact || origin.name.core.to - origin.name.core.from > 1) continue;
    const owns = origin.type === 'place' && origin.slot === Slot.Owner && local.from === origin.to + 1;
    if (owns || (origin.type === 'group' && local.from === origin.to))
      fact.roles = withOne(fact.roles, { text: '', noun: '', modifiers: [origin.name.key], age: null });
  }
}

/** An abbreviation in brackets right after a name: "Harbour Workers’ Union (HWU)". */
function addBrackets(
  layer: BlockLayer,
  locals: readonly Local[],
  facts: readonly NameFacts[],
  factOf: readonly number[],
): void {
  for (let i = 1; i < locals.length; i++) {
    const long = locals[i - 1],
      short = locals[i],
      fact = facts[factOf[i - 1] ?? -1];
    if (
      long?.name &&
      short?.name &&
      fact &&
      short.from === long.to + 1 &&
      layer.tokens.word[long.to] === '(' &&
      layer.tokens.word[short.to] === ')'
    )
      fact.bracketed = withOne(fact.bracketed, short.name.key);
  }
}

/** "Ann Lee said she ...": where a block has named one person only before a pronoun, the pronoun shows the gender. */
function addPronouns(locals: readonly Local[], facts: readonly NameFacts[], factOf: readonly number[]): void {
  let only = -1,
    several = false;
  for (let i = 0; i < locals.length; i++) {
    const local = locals[i];
    if (!local) continue;
    const at = factOf[i] ?? -1;
    if (local.form === 'name' && local.type === 'person') {
      several ||= only >= 0 && only !== at;
      only = at;
    } else if (local.form === 'role' && !local.many && local.beside < 0) several = true;
    const fact = facts[only];
    if (several || !fact || local.form !== 'pronoun' || local.many || local.mark >= 0 || local.slot === Slot.Other)
      continue;
    if (local.gender === 'f') fact.feminine++;
    if (local.gender === 'm') fact.masculine++;
  }
}

/** "Ann Lee, who uses they pronouns", "they/them pronouns": the article says how somebody is spoken of. */
function addChosen(
  layer: BlockLayer,
  locals: readonly Local[],
  facts: readonly NameFacts[],
  factOf: readonly number[],
  words: PeopleWords,
): void {
  const { lower } = layer.tokens;
  for (let i = 1; i < locals.length; i++) {
    const local = locals[i];
    if (!local?.pronoun || local.pronoun.person !== 3 || !local.many || !words.pronounNouns.has(lower[local.to] ?? ''))
      continue;
    for (let at = i - 1; at >= 0 && locals[at]?.sentence === local.sentence; at--) {
      const fact = facts[factOf[at] ?? -1];
      if (fact?.type !== 'person') continue;
      fact.gender = 'n';
      break;
    }
  }
}
