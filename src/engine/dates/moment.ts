import { calendarDay, dayNumber, isoDate, isoDay, isoWeekOf, monthLength } from './calendar';

export type Grain = 'day' | 'week' | 'weekend' | 'month' | 'quarter' | 'half' | 'season' | 'year';

/** A stretch of the calendar that is known: its first day and its length in name. */
export interface Moment {
  readonly grain: Grain;
  /** First day, counted from 1970-01-01. */
  readonly day: number;
  readonly year: number;
  readonly month: number;
}

export function momentOf(grain: Grain, day: number): Moment {
  const { year, month } = calendarDay(day);
  return { grain, day, year, month };
}
export const yearMoment = (year: number): Moment => ({ grain: 'year', day: dayNumber(year, 1, 1), year, month: 1 });
export const monthMoment = (year: number, month: number): Moment => ({
  grain: 'month',
  day: dayNumber(year, month, 1),
  year,
  month,
});

/** Reads "2022-12-03", "2022-12", "2022" or a time; null where it is none. */
export function readMoment(value: string): Moment | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(value);
  if (!match) return null;
  const year = Number(match[1]),
    month = match[2] === undefined ? null : Number(match[2]),
    day = match[3] === undefined ? null : Number(match[3]);
  if (month === null) return yearMoment(year);
  if (month < 1 || month > 12) return null;
  if (day === null) return monthMoment(year, month);
  return day >= 1 && day <= monthLength(month, year) ? momentOf('day', dayNumber(year, month, day)) : null;
}

/** The TIMEX3 value of a moment; a season's name is kept by who made it. */
export function momentValue({ grain, day, year, month }: Moment): string {
  switch (grain) {
    case 'day':
      return isoDay(day);
    case 'week':
      return isoWeekOf(day);
    case 'weekend':
      return `${isoWeekOf(day)}-WE`;
    case 'month':
      return isoDate(year, month);
    case 'quarter':
      return `${isoDate(year)}-Q${Math.floor((month - 1) / 3) + 1}`;
    case 'half':
      return `${isoDate(year)}-H${month > 6 ? 2 : 1}`;
    default:
      return isoDate(year);
  }
}

/** Whether two moments are the same stretch of the calendar. */
export const sameMoment = (a: Moment | null, b: Moment | null): boolean =>
  a === b || (a !== null && b !== null && a.day === b.day && a.grain === b.grain);

const OPEN: Readonly<Record<string, string>> = {
  day: 'XXXX-XX-XX',
  week: 'XXXX-WXX',
  weekend: 'XXXX-WXX-WE',
  month: 'XXXX-XX',
  quarter: 'XXXX-QX',
  half: 'XXXX-HX',
  year: 'XXXX',
  decade: 'XXX',
  century: 'XX',
};

/** The TIMEX3 value of a unit of which nothing else is known. */
export const openValue = (unit: string | null): string => OPEN[unit ?? 'day'] ?? 'XXXX-XX-XX';
