/** A stretch of days on a calendar; days are counted from 1970-01-01, the end is not in it. */
export interface Period {
  /** The value that names the whole period: a TIMEX3 value without time of day. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** Days from 1970-01-01 to a day of the Gregorian calendar. */
const dayNumber = (year: number, month: number, day: number): number => {
  // Date.UTC reads the years 0 to 99 as 1900 to 1999; whole cycles of 400 years later, of 146,097 days each, have the same calendar.
  return Date.UTC(year + 400 * CYCLES, month - 1, day) / 86_400_000 - 146_097 * CYCLES;
};
const CYCLES = 26;

/** The month in which a season or a part of the year begins, and how many months it has; winter is the one that the year ends with. */
const PARTS: Readonly<Record<string, readonly [month: number, months: number]>> = {
  SP: [3, 3],
  SU: [6, 3],
  FA: [9, 3],
  WI: [12, 3],
  Q1: [1, 3],
  Q2: [4, 3],
  Q3: [7, 3],
  Q4: [10, 3],
  H1: [1, 6],
  H2: [7, 6],
};

/**
 * The period that a TIMEX3 value names, or null where its place in time is not known: a value with X in it, a reference such as
 * PRESENT_REF, a duration. A time of day falls into its day; a decade (199X or 199) and a century (19XX or 19) count as known.
 */
export function periodOf(value: string): Period | null {
  const [date = ''] = value.split('T');
  const days = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date);
  if (days)
    return months(date, days, (year, month, day) => [dayNumber(year, month, day), dayNumber(year, month, day) + 1]);
  const month = /^(\d{4})-(\d\d)$/.exec(date);
  if (month) return months(date, month, (y, m) => [dayNumber(y, m, 1), dayNumber(y, m + 1, 1)]);
  const week = /^(\d{4})-W(\d\d)(?:-(?:WE|\d))?$/.exec(date);
  if (week) return months(date, week, (y, w) => weekSpan(y, w, date));
  const part = /^(\d{4})-(SP|SU|FA|WI|Q[1-4]|H[12])$/.exec(date);
  const [first = 1, length = 12] = part ? (PARTS[part[2] ?? ''] ?? []) : [];
  if (part) return months(date, part, (y) => [dayNumber(y, first, 1), dayNumber(y, first + length, 1)]);
  const before = /^BC(\d{4}|\d{2})$/.exec(date);
  if (before) return yearsBefore(date, Number(before[1]), before[1]?.length === 2);
  const years = /^(\d{2,4})(X{0,2})$/.exec(date);
  if (!years || (years[0].length !== 4 && years[2])) return null;
  const scale = 10 ** (4 - (years[1]?.length ?? 4)),
    year = Number(years[1]) * scale;
  return { value: date, start: dayNumber(year, 1, 1), end: dayNumber(year + scale, 1, 1) };
}

/** A year before our era (44 BC is the year -43) or a century, counted as TIMEX3 does ("BC04": the fifth). */
function yearsBefore(value: string, count: number, isCentury: boolean): Period {
  const end = isCentury ? 1 - count * 100 : 2 - count;
  return { value, start: dayNumber(end - (isCentury ? 100 : 1), 1, 1), end: dayNumber(end, 1, 1) };
}

function months(
  value: string,
  match: RegExpExecArray,
  span: (year: number, second: number, third: number) => readonly [number, number],
): Period {
  const [start, end] = span(Number(match[1]), Number(match[2]), Number(match[3]));
  return { value, start, end };
}

/** ISO 8601: week 1 is the one with 4 January in it, and begins on a Monday. */
function weekSpan(year: number, week: number, value: string): readonly [number, number] {
  const fourth = dayNumber(year, 1, 4),
    monday = fourth - ((((fourth + 3) % 7) + 7) % 7) + (week - 1) * 7;
  const day = /-([1-7])$/.exec(value)?.[1];
  if (day) return [monday + Number(day) - 1, monday + Number(day)];
  return value.endsWith('-WE') ? [monday + 5, monday + 7] : [monday, monday + 7];
}

/** Order of time; of two periods that begin together the longer comes first. */
export const byTime = (a: Period, b: Period): number =>
  a.start - b.start || b.end - a.end || (a.value < b.value ? -1 : a.value > b.value ? 1 : 0);

/** The month, or else the year, that holds a shorter period whole; null where neither does. */
export function periodAround({ start, end }: Period): Period | null {
  const month = new Date(start * 86_400_000).toISOString().slice(0, 7);
  for (const around of [periodOf(month), periodOf(month.slice(0, 4))])
    if (around && around.end - around.start > end - start && end <= around.end) return around;
  return null;
}
