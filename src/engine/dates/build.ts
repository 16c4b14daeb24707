import { Tag, type TextLayer } from '../layers';
import { dayNumber, monthLength, weekdayOf } from './calendar';
import { century, decade, era } from './decades';
import { duration, durationValue, setValue, vagueDuration } from './durations';
import { gather, pickedYear, timeOf } from './fields';
import type { Base, Form, Unit } from './form';
import type { Match } from './grammar';
import type { Term } from './lexer';
import { openValue } from './moment';
import { type Context, fixed, type Made, one } from './made';
import type { DateWords, Maker } from './words';

type Make = (match: Match, context: Context) => readonly Made[];

/** Turns matches into forms; a maker may still refuse a match, and then makes nothing. */
export const MAKERS: Readonly<Record<Maker, Make>> = {
  nothing: () => [],
  calendar: ({ terms }) => calendar(terms),
  iso: ({ terms }) => iso(terms),
  fiscalYear: ({ terms }) => one(terms, fixed(String(terms[0]?.value))),
  shortDate: ({ terms }) => shortDate(terms),
  dayList: ({ terms }) => dayList(terms),
  yearRange: ({ terms }) => yearRange(terms),
  decade: ({ terms }, { layer }) => decade(terms, layer),
  century: ({ terms }) => century(terms),
  era: ({ terms }) => era(terms),
  part: ({ terms }) => part(terms),
  quarterList: ({ terms }) => quarterList(terms),
  weekday: ({ terms }) => weekday(terms),
  weekdaySet: ({ terms }) =>
    one(terms, fixed(`XXXX-WXX-${gather(terms).weekday ?? 'X'}${timeOf(gather(terms)) ?? ''}`), { type: 'SET' }),
  today: ({ terms, pattern }) => {
    const fields = gather(terms),
      day = terms.find(({ kind }) => kind === 'TODAY');
    return one(
      terms,
      { kind: 'shift', unit: 'day', count: pattern.count ?? Number(day?.value ?? 0), from: 'published', like: false },
      { time: timeOf(fields), mod: fields.mod },
    );
  },
  daypart: ({ terms, pattern }) => {
    const fields = gather(terms);
    return one(
      terms,
      pattern.count ? { kind: 'shift', unit: 'day', count: 1, from: 'anchor', like: false } : { kind: 'clock' },
      { time: timeOf(fields), mod: fields.mod },
    );
  },
  clock: ({ terms, pattern }, { layer }) => clock(terms, pattern.count, layer),
  feast: ({ terms }, { words }) => feast(terms, words),
  shift: ({ terms, pattern }) => shift(terms, pattern.count, pattern.value),
  back: ({ terms, pattern }) => back(terms, pattern.value),
  ahead: ({ terms }) => steps(terms, 1, 'published'),
  earlier: ({ terms }) => steps(terms, -1, 'anchor'),
  later: ({ terms, pattern }, { layer }) =>
    counted(terms, layer) ??
    steps(
      terms,
      pattern.count ??
        (terms.some(({ kind }) => kind === 'BEFORE' || kind === 'PREVIOUS' || kind === 'EARLIER') ? -1 : 1),
      'anchor',
    ),
  latest: ({ terms }) => {
    const unit = gather(terms).unit;
    return one(terms, { kind: 'latest', unit: unit === 'period' || unit === null ? 'quarter' : (unit as Unit) });
  },
  nth: ({ terms }) => nth(terms),
  anchor: ({ terms, pattern }) => {
    const { unit, mod } = gather(terms);
    if (pattern.value === 'END')
      return one(terms, { kind: 'shift', unit: 'year', count: 0, from: 'published', like: false }, { mod });
    const same = terms.some(({ kind }) => kind === 'THAT' || kind === 'SAME');
    if (unit === 'hour' || unit === 'minute') return [];
    return one(
      terms,
      { kind: 'anchor', unit: unit === 'period' ? null : (unit as Unit | null), same, otherwise: pattern.value ?? '' },
      { mod },
    );
  },
  duration: ({ terms, pattern }, context) => duration(terms, pattern.value, context),
  durationBefore: ({ terms, pattern }, context) => duration(terms.slice(0, -1), pattern.value, context),
  vagueDuration: ({ terms }, context) => vagueDuration(terms, context),
  set: ({ terms }) => one(terms, fixed(setValue(terms)), { type: 'SET' }),
  clauseDay: ({ terms }, { layer }) => clauseDay(terms, layer),
  reference: ({ terms, pattern }) =>
    one(terms, fixed(pattern.value ?? String(terms.find(({ kind }) => kind === 'NOW' || kind === 'REF')?.value ?? ''))),
};

function calendar(terms: readonly Term[]): readonly Made[] {
  const fields = gather(terms),
    { month, day, weekday } = fields;
  const anchored = terms.some(({ kind }) => kind === 'THAT');
  const of: Base | null = anchored
    ? { kind: 'anchor', unit: 'year', same: true, otherwise: '' }
    : pickedYear(fields.yearPick);
  // A year in words ("the year two thousand") comes as a plain number.
  const year = fields.year ?? (month === null && fields.unit === 'year' ? (fields.numbers[0] ?? null) : null);
  if (month === null && year === null) return [];
  const base: Base = { kind: 'calendar', year, month, day, weekday, pick: fields.yearPick ? 'near' : fields.pick, of };
  const tied = terms[0]?.kind === 'THE' && terms[terms.length - 1]?.joined === true && fields.year === null;
  const picked = day !== null && (terms[0]?.kind === 'LAST' || terms[0]?.kind === 'NEXT' || terms[0]?.kind === 'THIS');
  const [made] = one(tied || picked ? terms.slice(1) : terms, base, {
    time: timeOf(fields),
    mod: fields.mod,
    problem: problemOf(year, month, day, weekday),
  });
  return made ? [{ ...made, order: orderOf(terms) }] : [];
}

/** Whether a day in words stands before its month or behind it. */
function orderOf(terms: readonly Term[]): Form['order'] {
  const month = terms.findIndex(({ kind }) => kind === 'MONTH' || kind === 'MONTHWORD' || kind === 'MONTHSHORT');
  if (month < 0) return null;
  if (terms[month - 1]?.kind === 'SMALL') return 'day-first';
  return terms[month + 1]?.kind === 'SMALL' ? 'month-first' : null;
}

function problemOf(
  year: number | null,
  month: number | null,
  day: number | null,
  weekday: number | null,
): Form['problem'] {
  if (month === null || day === null) return null;
  if (day > monthLength(month, year)) return 'impossible-date';
  return year !== null && weekday !== null && weekdayOf(dayNumber(year, month, day)) !== weekday
    ? 'weekday-mismatch'
    : null;
}

function iso(terms: readonly Term[]): readonly Made[] {
  const written = String(terms[0]?.value),
    part = /^(\d{4})-(Q\d|H\d|W\d\d)$/.exec(written);
  if (part)
    return part[2]?.startsWith('W')
      ? one(terms, fixed(written))
      : one(terms, { kind: 'part', part: part[2] ?? '', year: Number(part[1]), pick: 'near', of: null });
  const [date = '', own] = written.split('T'),
    [year = 0, month = 1, day] = date.split('-').map(Number),
    time = own ?? gather(terms).time;
  const problem = day !== undefined && day > monthLength(month, year) ? 'impossible-date' : null;
  return one(
    terms,
    { kind: 'calendar', year, month, day: day ?? null, weekday: null, pick: 'near', of: null },
    { time: time && day !== undefined ? `T${time.replace('!', '')}` : null, problem },
  );
}

/** "7/8/07": American order, unless only the other makes a date or full stops stand between; the article may tell better. */
function shortDate(terms: readonly Term[]): readonly Made[] {
  const written = String(terms[0]?.value),
    [first = 0, second = 0, short = 0] = written.split(/[/.]/).map(Number);
  const dayFirst = first > 12 || (written.includes('.') && second <= 12);
  const year = short > 99 ? short : short + (short < 70 ? 2000 : 1900);
  const [month, day] = dayFirst ? [second, first] : [first, second];
  const order =
    first <= 12 && second <= 12 && !dayFirst && first !== second ? 'open' : dayFirst ? 'day-first' : 'month-first';
  const [made] = one(
    terms,
    { kind: 'calendar', year, month, day, weekday: null, pick: 'near', of: null },
    { problem: problemOf(year, month, day, null) },
  );
  return made ? [{ ...made, order }] : [];
}

/** "May 3-5", "3, 4 and 9 May 2019": the number beside the month stands with it, each other one by itself. */
function dayList(terms: readonly Term[]): readonly Made[] {
  const { month, year } = gather(terms),
    at = terms.findIndex(({ kind }) => kind.startsWith('MONTH'));
  const days = terms
    .map((term, index) => ({ term, index }))
    .filter(({ term }) => term.kind === 'SMALL' || term.kind === 'ORDINALDAY');
  const beside = days.find(({ index }) => index === at + 1) ?? days.filter(({ index }) => index < at).at(-1);
  const yearTerm = terms.find(({ kind }) => kind === 'YEAR');
  return days.map(({ term, index }) => {
    const withMonth = index === beside?.index,
      day = Number(term.value),
      left = index < at;
    const article = terms[index - 1],
      own = article?.kind === 'THE' ? article.start : term.start;
    const start = withMonth && !left ? (terms[at]?.start ?? term.start) : own;
    const end = withMonth && left ? (yearTerm?.end ?? terms[at]?.end ?? term.end) : term.end;
    return {
      start,
      end,
      type: 'DATE' as const,
      base: { kind: 'calendar' as const, year, month, day, weekday: null, pick: 'near' as const, of: null },
      problem: problemOf(year, month, day, null),
    };
  });
}

/** "1914-18", "between 1995 and 2000": two years. */
function yearRange(terms: readonly Term[]): readonly Made[] {
  const years = terms.filter(({ kind }) => kind !== 'TO' && kind !== 'AND'),
    first = Number(years[0]?.value);
  return years.flatMap((term) => {
    const short = Number(term.value),
      year = term.kind === 'YEAR' ? short : Math.floor(first / 100) * 100 + short;
    const tied = term.joined || terms.some(({ kind, end }) => kind === 'TO' && end === term.start);
    if (year < first || (term.kind !== 'YEAR' && (!tied || short > 99))) return [];
    return [
      {
        start: term.start,
        end: term.end,
        type: 'DATE' as const,
        base: {
          kind: 'calendar' as const,
          year,
          month: null,
          day: null,
          weekday: null,
          pick: 'near' as const,
          of: null,
        },
      },
    ];
  });
}

/** Quarters, halves and seasons, with their year where it is named. */
function part(terms: readonly Term[]): readonly Made[] {
  const fields = gather(terms),
    season = terms.find(({ kind }) => kind === 'SEASON' || kind === 'FALL' || kind === 'PARTNAME');
  const half = terms.some(({ kind }) => kind === 'HALF'),
    lastHalf = half && terms.some(({ kind }) => kind === 'LAST');
  const nth = fields.nth === -1 || lastHalf ? (half ? 2 : 4) : fields.nth;
  const name = season ? String(season.value) : fields.unit === 'period' ? 'period' : `${half ? 'H' : 'Q'}${nth ?? 'X'}`;
  if (nth !== null && nth > (half ? 2 : 4)) return [];
  const back = terms.some(({ kind }) => kind === 'AGO');
  const of = back ? pickedYear('last') : pickedYear(fields.yearPick);
  const tied = terms[0]?.kind === 'THE' && terms[terms.length - 1]?.joined === true;
  return one(
    tied ? terms.slice(1) : terms,
    { kind: 'part', part: name, year: fields.year, pick: fields.yearPick ? 'near' : fields.pick, of },
    { mod: fields.mod },
  );
}

function quarterList(terms: readonly Term[]): readonly Made[] {
  return terms
    .filter(({ kind }) => kind === 'ORDINAL' || kind === 'ORDINALDAY')
    .map((term, index, list) => {
      const last = index === list.length - 1;
      return {
        start: term.start,
        end: last ? (terms[terms.length - 1]?.end ?? term.end) : term.end,
        type: 'DATE' as const,
        base: { kind: 'part' as const, part: `Q${Number(term.value)}`, year: null, pick: 'near' as const, of: null },
      };
    });
}

function weekday(terms: readonly Term[]): readonly Made[] {
  const fields = gather(terms),
    week =
      terms[terms.length - 1]?.value === 'week' ? (fields.pick === 'last' ? -1 : fields.pick === 'next' ? 1 : 0) : null;
  const base: Base = {
    kind: 'weekday',
    weekday: fields.weekday ?? 1,
    pick: week === null ? fields.pick : 'this',
    weeks: week ?? 0,
  };
  return one(terms, base, { time: timeOf(fields), mod: fields.mod });
}

/** "1500" of "1500 GMT", "0930" of "0930 local time" as "15:00", "09:30"; null where it is no time. */
function fourDigits(term: Term, { text }: TextLayer): string | null {
  const match = /^([01]\d|2[0-3])([0-5]\d)$/.exec(text.slice(term.start, term.end));
  return match && `${match[1]}:${match[2]}`;
}

function clock(terms: readonly Term[], count: number | undefined, layer: TextLayer): readonly Made[] {
  const bare = terms.find(
      ({ kind }, index) => (kind === 'YEAR' || kind === 'NUMBER') && terms[index + 1]?.kind === 'ZONE',
    ),
    read = bare ? fourDigits(bare, layer) : null;
  if (bare)
    return read === null ? [] : one(terms, { kind: 'clock' }, { time: timeOf({ ...gather(terms), time: read }) });
  const fields = gather(terms),
    daypart = terms.find(({ kind }) => kind === 'DAYPART')?.value;
  if (terms.some(({ kind }) => kind === 'IN')) {
    const hour = (fields.numbers[0] ?? 0) + (daypart === 'MO' ? 0 : 12);
    return hour > 23 ? [] : one(terms, { kind: 'clock' }, { time: `T${String(hour).padStart(2, '0')}:00` });
  }
  const base: Base =
    count === undefined ? { kind: 'clock' } : { kind: 'shift', unit: 'day', count, from: 'anchor', like: false };
  return one(terms, base, { time: timeOf(fields), mod: fields.mod });
}

function feast(terms: readonly Term[], words: DateWords): readonly Made[] {
  const fields = gather(terms),
    rule = words.feasts[String(terms.find(({ kind }) => kind === 'FEAST')?.value)];
  if (!rule || (fields.unit !== null && fields.unit !== 'week' && fields.unit !== 'weekend' && fields.unit !== 'year'))
    return [];
  const base: Base = {
    kind: 'feast',
    rule,
    year: fields.year,
    pick: fields.yearPick ? 'near' : fields.pick,
    of: pickedYear(fields.yearPick),
  };
  return one(
    terms,
    fields.unit === 'week' || fields.unit === 'weekend' ? { kind: 'nth', unit: fields.unit, nth: 0, of: base } : base,
  );
}

function shift(terms: readonly Term[], count: number | undefined, value: string | undefined): readonly Made[] {
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
function back(terms: readonly Term[], value: string | undefined): readonly Made[] {
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

function steps(terms: readonly Term[], direction: number, from: 'anchor' | 'published'): readonly Made[] {
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
function counted(terms: readonly Term[], { tokens }: TextLayer): readonly Made[] | null {
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
function nth(terms: readonly Term[]): readonly Made[] {
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
function clauseDay(terms: readonly Term[], { tokens }: TextLayer): readonly Made[] {
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
