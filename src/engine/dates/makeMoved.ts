import { Tag, type TextLayer } from '../layers';
import { gather } from './fields';
import type { Base, Pick, Stride, Unit } from './form';
import type { Term } from './lexer';
import { type Context, type Made, one } from './made';
import type { DateWords, TermKind } from './words';

/** Makers of dates that stand so much before or behind another one: "a week on Friday", "five years ago this week". */

const DAYS: ReadonlySet<TermKind> = new Set<TermKind>(['WEEKDAY', 'WEEKDAYSHORT', 'TODAY']);
const NOUNS: ReadonlySet<Tag | undefined> = new Set([Tag.Noun, Tag.Nouns]);
/** How many words before "a week" are looked at for what is had so often, or so much of, in each ("£900 a week"). */
const RATE_REACH = 3;

/** How many days or months a unit has; null where it has no whole number of them. */
const STRIDES: Readonly<Record<string, Stride>> = {
  day: { unit: 'day', count: 1 },
  week: { unit: 'day', count: 7 },
  fortnight: { unit: 'day', count: 14 },
  month: { unit: 'month', count: 1 },
  year: { unit: 'month', count: 12 },
  decade: { unit: 'month', count: 120 },
  century: { unit: 'month', count: 1200 },
};

/** "Two weeks" with a sign, as a stride; null where the count is vague. */
function stride(terms: readonly Term[], sign: number): Stride | null {
  const { numbers, unit } = gather(terms),
    couple = terms.some(({ kind }) => kind === 'COUPLE'),
    open = terms.some(({ kind }) => kind === 'UNITS' || kind === 'FEW' || kind === 'SOME');
  const number = numbers[0] ?? (couple ? 2 : open ? null : 1),
    step = STRIDES[unit ?? ''];
  if (number === null || !step || !Number.isInteger(number * step.count)) return null;
  return { unit: step.unit, count: step.count * number * sign };
}

/** A weekday, today or its like as the day that is counted from. */
function dayBase(terms: readonly Term[], near: Pick): Base | null {
  const day = terms.find(({ kind }) => DAYS.has(kind)),
    { pick } = gather(terms);
  if (!day) return null;
  return day.kind === 'TODAY'
    ? { kind: 'shift', unit: 'day', count: Number(day.value), from: 'published', like: false }
    : { kind: 'weekday', weekday: Number(day.value), pick: pick === 'near' ? near : pick, weeks: 0 };
}

/** "A week on Friday", "two weeks tomorrow", "Friday week", "a week last Tuesday". */
export function weekOn(terms: readonly Term[], any: boolean, { layer, words }: Context): readonly Made[] {
  const day = terms.findIndex(({ kind }) => DAYS.has(kind)),
    unit = terms.findIndex(({ kind }) => kind === 'UNIT' || kind === 'UNITS'),
    isBehind = unit > day,
    head = isBehind ? terms.slice(unit) : terms.slice(0, unit + 1),
    tail = isBehind ? terms.slice(0, unit) : terms.slice(unit + 1);
  const dayTerm = terms[day],
    { pick } = gather(tail),
    back = pick === 'last' || (dayTerm?.kind === 'TODAY' && Number(dayTerm.value) < 0);
  const base = dayBase(tail, 'this'),
    by = stride(head, back ? -1 : 1);
  if (!base || !by || terms[unit]?.joined || isStretch(terms, layer, words)) return [];
  // "Three months on Monday" is no day; a month may be counted from today alone.
  if (!any && (by.unit === 'month' ? dayTerm?.kind !== 'TODAY' || by.count % 12 === 0 : by.count % 7 !== 0)) return [];
  const { time } = gather(tail);
  return one(terms, { kind: 'moved', of: base, by }, { time: time && `T${time}` });
}

/** "For two weeks today", "£900 a week on Friday", "two weeks on Monday shifts": how long or how often, with a day beside it. */
function isStretch(terms: readonly Term[], { tokens }: TextLayer, words: DateWords): boolean {
  const first = terms[0],
    last = terms[terms.length - 1];
  if (!first || !last) return true;
  if (words.stretchBefore.includes(tokens.lower[first.token - 1] ?? '')) return true;
  if (NOUNS.has(tokens.tag[last.token + 1]) || words.openStarts.includes(tokens.lower[last.token + 1] ?? ''))
    return true;
  if (first.kind !== 'A') return false;
  for (let i = Math.max(0, first.token - RATE_REACH); i < first.token; i++)
    if (tokens.tag[i] === Tag.Number || words.rateBefore.includes(tokens.lower[i] ?? '')) return true;
  return false;
}

/** "A year ago today", "five years ago this week", "ten years ago in May"; "this week two years ago". */
export function agoOn(terms: readonly Term[]): readonly Made[] {
  const ago = terms.findIndex(({ kind }) => kind === 'AGO'),
    isBehind = ago === terms.length - 1,
    start = isBehind ? terms.findIndex(({ kind }, index) => index > 0 && UNIT_KINDS.has(kind)) + 1 : 0;
  const head = terms.slice(start, ago),
    tail = isBehind ? terms.slice(0, start) : terms.slice(ago + 1);
  const by = stride(head, -1),
    base = by && baseOf(tail, by);
  return base ? one(terms, base) : [];
}

/** "This day last year", "this week last year". */
export function lastYear(terms: readonly Term[]): readonly Made[] {
  const base = baseOf(terms.slice(0, 2), { unit: 'month', count: -12 });
  return base ? one(terms, base) : [];
}

const UNIT_KINDS: ReadonlySet<TermKind> = new Set<TermKind>(['UNIT', 'DAYUNIT', 'YEARUNIT', 'WEEKEND']);

/** What is named behind "ago", moved back. */
function baseOf(tail: readonly Term[], by: Stride): Base | null {
  const fields = gather(tail),
    day = dayBase(tail, 'near');
  if (day && fields.month === null) return { kind: 'moved', of: day, by };
  const season = tail.find(({ kind }) => kind === 'SEASON' || kind === 'FALL');
  if (fields.month !== null || season) {
    if (by.unit !== 'month' || by.count % 12 !== 0) return null;
    const of: Base = { kind: 'shift', unit: 'year', count: by.count / 12, from: 'published', like: false },
      { month, day: dayOf, weekday } = fields;
    return season
      ? { kind: 'part', part: String(season.value), year: null, pick: 'near', of }
      : { kind: 'calendar', year: null, month, day: dayOf, weekday, pick: 'near', of };
  }
  const { unit, pick } = fields;
  if (unit === null || unit === 'hour' || unit === 'minute' || unit === 'fortnight') return null;
  const count = pick === 'last' ? -1 : pick === 'next' ? 1 : 0;
  return { kind: 'moved', of: { kind: 'shift', unit: unit as Unit, count, from: 'published', like: false }, by };
}
