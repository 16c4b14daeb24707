import { Tag, type TextLayer } from '../layers';
import { durationValue } from './durations';
import { gather } from './fields';
import type { Base, Unit } from './form';
import type { Term } from './lexer';
import { fixed, type Made, one } from './made';
import { openValue } from './moment';

/** Makers of what is counted from another date: "last week", "two years ago", "a day later", "the first week of March". */

export function shift(terms: readonly Term[], count: number | undefined, value: string | undefined): readonly Made[] {
  const fields = gather(terms),
    unit = (fields.unit ?? 'year') as Unit;
  const steps = count ?? (fields.pick === 'last' ? -1 : fields.pick === 'next' ? 1 : 0);
  // "Last-minute changes" are of no minute.
  if (terms[terms.length - 1]?.joined) return [];
  if (value === 'fiscal' && terms[0]?.kind === 'THE' && terms.length === 3)
    return one(terms, fixed('P1Y'), { type: 'DURATION' });
  return one(terms, { kind: 'shift', unit, count: steps, from: 'published', like: false }, { mod: fields.mod });
}

/** "Two years ago", "a year earlier"; `like` keeps the precision of the date before (the same quarter a year ago). */
export function back(terms: readonly Term[], value: string | undefined): readonly Made[] {
  const fields = gather(terms),
    vague = terms.some(({ kind }) => kind === 'FEW' || kind === 'SOME');
  // "A year-earlier loss" names the time by "year-earlier" alone; "a year earlier" and "the year-ago quarter" stand whole.
  const last = terms[terms.length - 1],
    bare = last?.joined === true && (terms[0]?.kind === 'THE' || terms[0]?.kind === 'A');
  if (value)
    return one(bare ? terms.slice(1) : terms, {
      kind: 'shift',
      unit: 'year',
      count: -1,
      from: 'published',
      like: true,
    });
  const couple = terms.some(({ kind }) => kind === 'COUPLE'),
    plural = terms.some(({ kind }) => kind === 'UNITS');
  const number = fields.numbers[0] ?? (couple ? 2 : plural || vague ? null : 1);
  if (number === null || fields.unit === null) return one(terms, fixed('PAST_REF'));
  const { unit, count } = whole(fields.unit, number);
  return one(
    terms,
    { kind: 'shift', unit, count: -count, from: 'published', like: unit === 'year' && count === 1 },
    { mod: fields.mod },
  );
}

/** Fractions of a unit in the next smaller one: a year and a half is 18 months. */
function whole(unit: string, number: number): { unit: Unit; count: number } {
  if (unit === 'fortnight') return { unit: 'week', count: number * 2 };
  if (Number.isInteger(number)) return { unit: unit as Unit, count: number };
  if (unit === 'year') return { unit: 'month', count: Math.round(number * 12) };
  return unit === 'week'
    ? { unit: 'day', count: Math.round(number * 7) }
    : { unit: unit as Unit, count: Math.round(number) };
}

export function steps(terms: readonly Term[], direction: number, from: 'anchor' | 'published'): readonly Made[] {
  const fields = gather(terms),
    vague = terms.some(({ kind }) => kind === 'FEW' || kind === 'SOME');
  const plural = terms.some(({ kind }) => kind === 'UNITS'),
    couple = terms.some(({ kind }) => kind === 'COUPLE');
  const number = fields.numbers[0] ?? (couple ? 2 : vague || plural ? null : 1);
  if (fields.unit === null || fields.unit === 'period') return [];
  if (number === null && (direction < 0 || from === 'published'))
    return one(terms, fixed(direction < 0 ? 'PAST_REF' : 'FUTURE_REF'));
  // "A few days later": how long after, but not from when to when.
  if (number === null) return one(terms, fixed(durationValue('X', fields.unit)), { type: 'DURATION' });
  const { unit, count } = whole(fields.unit, number);
  return one(
    terms,
    { kind: 'shift', unit, count: count * direction, from, like: direction < 0 && unit === 'year' && count === 1 },
    { mod: fields.mod },
  );
}

/** "The day before the vote": counted from what the text names behind it, of which nothing is known; null for "the day before" alone. */
export function counted(terms: readonly Term[], { tokens }: TextLayer): readonly Made[] | null {
  const last = terms[terms.length - 1],
    unit = gather(terms).unit,
    tag = tokens.tag[(last?.token ?? 0) + 1];
  if (
    terms[0]?.kind !== 'THE' ||
    (last?.kind !== 'BEFORE' && last?.kind !== 'AFTER') ||
    !NAMES_MORE.has(tag ?? Tag.Stop)
  )
    return null;
  return one(terms, fixed(openValue(unit)));
}

const NAMES_MORE: ReadonlySet<Tag> = new Set([
  Tag.Determiner,
  Tag.Possessive,
  Tag.Noun,
  Tag.Nouns,
  Tag.Name,
  Tag.Adjective,
  Tag.Pronoun,
  Tag.Number,
  Tag.Gerund,
]);

/** "The first week of March", "the week of March 6". */
export function nth(terms: readonly Term[]): readonly Made[] {
  const at = terms.findIndex(({ kind }) => kind === 'OF'),
    fields = gather(terms.slice(at + 1));
  const nth = terms[1]?.kind === 'LAST' ? -1 : terms[1]?.kind.startsWith('ORDINAL') ? Number(terms[1].value) : 0;
  const unit = terms
    .slice(0, at)
    .map(({ value }) => String(value))
    .find((value) => value === 'week' || value === 'day' || value === 'weekend' || value === 'month');
  if (!unit) return [];
  const of: Base = {
    kind: 'calendar',
    year: fields.year,
    month: fields.month,
    day: fields.day,
    weekday: null,
    pick: 'near',
    of: null,
  };
  return one(terms, { kind: 'nth', unit: unit as Unit, nth, of });
}

/** "On the day it returns": a day that only the clause behind it names; ahead where that clause stands in the present. */
export function clauseDay(terms: readonly Term[], { tokens }: TextLayer): readonly Made[] {
  const last = terms[terms.length - 1],
    next = (last?.token ?? 0) + 1,
    tag = tokens.tag[next];
  if (tag !== Tag.Pronoun && tag !== Tag.Name && tag !== Tag.Determiner) return [];
  for (let i = next; i < Math.min(tokens.count, next + 8); i++) {
    if (tokens.tag[i] === Tag.Past) return one(terms, fixed('PAST_REF'));
    if (tokens.tag[i] === Tag.VerbS || tokens.tag[i] === Tag.Modal) return one(terms, fixed('FUTURE_REF'));
  }
  return [];
}
