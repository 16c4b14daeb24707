/** Reads the sets of ../shared/train/names into stretches with their gold names, as scripts/train-names.ts learns from them. */
import { readFileSync } from 'node:fs';
import type { EntityType, TextLayer } from '../../src/engine/index';
import { ENTITY_TYPES } from '../../src/engine/names/types';
import { LISTED, LISTED_PLACE } from '../../src/engine/names/lists';
import type { Stretch, StretchFinder, Unit } from '../../src/engine/names/units';
import { Kind } from '../../src/engine/names/word';

export interface NameRecord {
  readonly text: string;
  readonly names: readonly (readonly [number, number, EntityType])[];
  readonly covers: readonly EntityType[];
  /** Whether the names are as our guide has them; other sets are harmonised. */
  readonly guided?: boolean;
}

/** A stretch with its gold names in units. */
export interface Example {
  readonly layer: TextLayer;
  readonly stretch: Stretch;
  readonly gold: readonly { readonly from: number; readonly to: number; readonly type: number }[];
}

export function readSet(path: string): NameRecord[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line) as NameRecord);
}

/** The record in capitals as headlines have them: of every longer word, or of all letters. */
export function recased(record: NameRecord, all: boolean): NameRecord {
  const text = all
    ? record.text.toUpperCase()
    : record.text.replace(/(?<![\p{L}'’])\p{Ll}(?=\p{L}{3})/gu, (letter) => letter.toUpperCase());
  return text.length === record.text.length ? { ...record, text } : record;
}

/** Leading words that the sets keep inside names and our cores do not hold. */
function trimmed(
  text: string,
  start: number,
  end: number,
  type: EntityType,
  titles: ReadonlySet<string>,
): [number, number] {
  let from = start,
    to = end;
  for (;;) {
    const match = /^(\S+?)\.?\s+(?=\S)/.exec(text.slice(from, to));
    const word = match?.[1]?.toLowerCase() ?? '';
    if (
      !match ||
      !((word === 'the' && match[1] !== 'The') || (type === 'person' && (word === 'the' || titles.has(word))))
    )
      break;
    from += match[0].length;
  }
  to =
    from +
    text
      .slice(from, to)
      .replace(/['’]s$/, '')
      .replace(/[\s,;:]+$/, '').length;
  return [from, to];
}

/** A gold name of an example. */
type Gold = Example['gold'][number];

/** The examples of a record. Stretches that a gold name crosses otherwise than at units are left out. */
export function examplesOf(
  record: NameRecord,
  layer: TextLayer,
  finder: StretchFinder,
  titles: ReadonlySet<string>,
): Example[] {
  const names = record.names.map(([start, end, type]) => ({
    span: trimmed(record.text, start, end, type, titles),
    type: ENTITY_TYPES.indexOf(type),
  }));
  return finder.find(layer).flatMap((stretch) => {
    const gold = goldOf(stretch, layer, names);
    if (!gold) return [];
    if (record.guided) return [{ layer, stretch, gold }];
    const asGuided = gold.map((name) => (isCountry(stretch.units, name) ? { ...name, type: PLACE } : name));
    if (!record.covers.includes('group')) addGroups(stretch.units, asGuided);
    return withoutTails(stretch, joinedGroups(stretch.units, asGuided)).map((part) => ({ layer, ...part }));
  });
}

/** The gold names of a stretch, or null where one does not begin and end where units do. */
function goldOf(
  { units }: Stretch,
  layer: TextLayer,
  names: readonly { readonly span: readonly [number, number]; readonly type: number }[],
): Gold[] | null {
  const first = units[0]?.start ?? 0,
    last = units[units.length - 1]?.end ?? 0,
    gold: Gold[] = [];
  for (const {
    span: [start, end],
    type,
  } of names) {
    if (end <= first || start >= last) continue;
    // The finder leaves “The” out where any word would have a capital.
    const lead = layer.text.slice(start, first),
      from = units.findIndex((unit) => unit.start === (/^the\s+$/i.test(lead) ? first : start));
    const to =
      units.findIndex(
        (unit) =>
          unit.end === end ||
          (unit.end === end + 1 && layer.text[end] === '.') ||
          (unit.end === end - 1 && layer.text[end - 1] === '.'),
      ) + 1;
    if (from < 0 || to <= from) return null;
    gold.push({ from, to, type });
  }
  return gold.sort((a, b) => a.from - b.from);
}

const PLACE = ENTITY_TYPES.indexOf('place'),
  GROUP = ENTITY_TYPES.indexOf('group'),
  ORGANIZATION = ENTITY_TYPES.indexOf('organization');

/** National teams and governments that are named by their country are places in our guide. */
function isCountry(units: readonly Unit[], { from, to, type }: Gold): boolean {
  return type === ORGANIZATION && to - from === 1 && ((units[from]?.word.listed ?? 0) & LISTED.country) > 0;
}

/** Sets without groups: the words of the list of peoples that nothing else covers are groups. */
function addGroups(units: readonly Unit[], gold: Gold[]): void {
  units.forEach(({ word: { listed } }, at) => {
    if (
      !(listed & LISTED.group) ||
      listed & (LISTED_PLACE | LISTED.given | LISTED.organization) ||
      gold.some(({ from, to }) => from <= at && at < to)
    )
      return;
    gold.push({ from: at, to: at + 1, type: GROUP });
  });
  gold.sort((a, b) => a.from - b.from);
}

/** “African American” is one group. */
function joinedGroups(units: readonly Unit[], gold: readonly Gold[]): Gold[] {
  const joined: Gold[] = [];
  for (const name of gold) {
    const last = joined[joined.length - 1];
    if (
      last?.type === GROUP &&
      name.type === GROUP &&
      last.to === name.from &&
      units[last.to]?.token === (units[last.to - 1]?.token ?? 0) + 1
    )
      joined[joined.length - 1] = { ...last, to: name.to };
    else joined.push(name);
  }
  return joined;
}

/** Other sets than ours leave the end in lower case out of names ("the Keller administration"): they say nothing of it, so it is left out. */
function withoutTails({ units, style }: Stretch, gold: readonly Gold[]): Pick<Example, 'stretch' | 'gold'>[] {
  const parts: Pick<Example, 'stretch' | 'gold'>[] = [];
  let from = 0;
  for (let at = 0; at <= units.length; at++) {
    const isTail = units[at]?.word.kind === Kind.Tail && !gold.some((name) => name.from <= at && at < name.to);
    if (at < units.length && !isTail) continue;
    let to = at;
    while (to > from && units[to - 1]?.word.kind === Kind.Joint) to--;
    const begin = from;
    if (to > begin)
      parts.push({
        stretch: { units: units.slice(begin, to), style },
        gold: gold
          .filter((name) => name.from >= begin && name.to <= to)
          .map((name) => ({ ...name, from: name.from - begin, to: name.to - begin })),
      });
    from = at + 1;
  }
  return parts;
}
