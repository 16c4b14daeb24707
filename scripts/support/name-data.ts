/** Reads the sets of ../shared/train/names into stretches with their gold names, as scripts/train-names.ts learns from them. */
import { readFileSync } from 'node:fs';
import type { EntityType, TextLayer } from '../../src/engine/index';
import { ENTITY_TYPES } from '../../src/engine/names/types';
import { LISTED, LISTED_PLACE } from '../../src/engine/names/lists';
import type { Stretch, StretchFinder, Unit } from '../../src/engine/names/units';

export interface NameRecord {
  readonly text: string;
  readonly names: readonly (readonly [number, number, EntityType])[];
  readonly covers: readonly EntityType[];
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
    const { units } = stretch,
      first = units[0]?.start ?? 0,
      last = units[units.length - 1]?.end ?? 0;
    const gold: { from: number; to: number; type: number }[] = [];
    for (const {
      span: [start, end],
      type,
    } of names) {
      if (end <= first || start >= last) continue;
      // The finder leaves “The” out where any word would have a capital.
      const begin = units[0]?.start ?? 0,
        lead = layer.text.slice(start, begin),
        from = units.findIndex((unit) => unit.start === (/^the\s+$/i.test(lead) ? begin : start));
      const to =
        units.findIndex(
          (unit) =>
            unit.end === end ||
            (unit.end === end + 1 && layer.text[end] === '.') ||
            (unit.end === end - 1 && layer.text[end - 1] === '.'),
        ) + 1;
      if (from < 0 || to <= from) return [];
      gold.push({ from, to, type });
    }
    if (!record.covers.includes('group')) addGroups(units, gold);
    return [{ layer, stretch, gold }];
  });
}

/** Sets without groups: the words of the list of peoples that nothing else covers are groups. */
function addGroups(units: readonly Unit[], gold: { from: number; to: number; type: number }[]): void {
  units.forEach(({ word: { listed } }, at) => {
    if (
      !(listed & LISTED.group) ||
      listed & (LISTED_PLACE | LISTED.given | LISTED.organization) ||
      gold.some(({ from, to }) => from <= at && at < to)
    )
      return;
    gold.push({ from: at, to: at + 1, type: ENTITY_TYPES.indexOf('group') });
  });
}
