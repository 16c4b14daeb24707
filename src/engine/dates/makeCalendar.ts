import { dayNumber, monthLength, weekdayOf } from './calendar';
import { gather, pickedYear, timeOf } from './fields';
import type { Base, Form } from './form';
import type { Term } from './lexer';
import { fixed, type Made, one } from './made';
import type { DateWords } from './words';

/** Makers of days, months, years and feasts: what stands in the calendar by name. */

export function calendar(terms: readonly Term[]): readonly Made[] {
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

/** "The 5th", "the 5th of last month": a day of the month that the article’s date or a word beside it tells. */
export function monthDay(terms: readonly Term[]): readonly Made[] {
  const { nth, pick } = gather(terms);
  return one(terms, { kind: 'calendar', year: null, month: null, day: nth, weekday: null, pick, of: null });
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

export function iso(terms: readonly Term[]): readonly Made[] {
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
export function shortDate(terms: readonly Term[]): readonly Made[] {
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
export function dayList(terms: readonly Term[]): readonly Made[] {
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
export function yearRange(terms: readonly Term[]): readonly Made[] {
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

export function feast(terms: readonly Term[], words: DateWords): readonly Made[] {
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
