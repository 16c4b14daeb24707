/**
 * Arithmetic of the proleptic Gregorian calendar on plain numbers. A day is its count from 1970-01-01 (day 0, a Thursday), so
 * that no clock, zone or Date object is needed. Weekdays and weeks are those of ISO 8601: Monday is 1, Sunday 7.
 */

/** A calendar day; months count from 1. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The count of days from 1970-01-01. Algorithm: Howard Hinnant, "chrono-compatible low-level date algorithms". */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400),
    yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The calendar day of a count of days from 1970-01-01. */
export function calendarDay(number: number): CalendarDay {
  const z = number + 719468,
    era = Math.floor(z / 146097),
    dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const mp = Math.floor((5 * dayOfYear + 2) / 153),
    month = mp < 10 ? mp + 3 : mp - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * mp + 2) / 5) + 1,
  };
}

/** Monday 1 to Sunday 7. */
export const weekdayOf = (number: number): number => ((((number + 3) % 7) + 7) % 7) + 1;

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
export const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Days in a month of a year; with an unknown year February has 29. */
export function monthLength(month: number, year: number | null): number {
  return month === 2 && (year === null || isLeap(year)) ? 29 : (LENGTHS[month - 1] ?? 0);
}

/** The ISO 8601 week that a day falls in. */
export function isoWeek(number: number): { readonly year: number; readonly week: number } {
  const thursday = number - weekdayOf(number) + 4,
    year = calendarDay(thursday).year;
  return { year, week: Math.floor((thursday - dayNumber(year, 1, 1)) / 7) + 1 };
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

/** "2022", "2022-12" or "2022-12-03"; X stands for each digit of what is null. */
export function isoDate(year: number | null, month?: number | null, day?: number | null): string {
  let value = year === null ? 'XXXX' : pad(year, 4);
  if (month !== undefined) value += `-${month === null ? 'XX' : pad(month, 2)}`;
  if (day !== undefined) value += `-${day === null ? 'XX' : pad(day, 2)}`;
  return value;
}

/** The ISO date of a count of days. */
export function isoDay(number: number): string {
  const { year, month, day } = calendarDay(number);
  return isoDate(year, month, day);
}

/** "2022-W48" of the week that a day falls in. */
export function isoWeekOf(number: number): string {
  const { year, week } = isoWeek(number);
  return `${pad(year, 4)}-W${pad(week, 2)}`;
}

/** Year and month `count` months later (earlier where negative). */
export function addMonths(
  year: number,
  month: number,
  count: number,
): { readonly year: number; readonly month: number } {
  const months = year * 12 + month - 1 + count;
  return { year: Math.floor(months / 12), month: (((months % 12) + 12) % 12) + 1 };
}

/** The day of western Easter Sunday. Algorithm: the anonymous Gregorian computus (Nature, 1876; Meeus, "Astronomical Algorithms", ch. 8). */
export function easterSunday(year: number): number {
  const a = year % 19,
    b = Math.floor(year / 100),
    c = year % 100;
  const f = Math.floor((b + 8) / 25),
    g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451),
    n = h + l - 7 * m + 114;
  return dayNumber(year, Math.floor(n / 31), (n % 31) + 1);
}

/** The day of orthodox Easter Sunday, 1900 to 2099. Algorithm: Meeus, "Astronomical Algorithms", ch. 8 (Julian), 13 days on. */
export function orthodoxEaster(year: number): number {
  const d = (19 * (year % 19) + 15) % 30,
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7,
    n = d + e + 114;
  return dayNumber(year, Math.floor(n / 31), (n % 31) + 1) + 13;
}

/** The `nth` given weekday of a month; the last one where `nth` is -1. */
export function nthWeekday(year: number, month: number, weekday: number, nth: number): number {
  if (nth > 0) {
    const first = dayNumber(year, month, 1);
    return first + ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7;
  }
  const last = dayNumber(year, month, monthLength(month, year));
  return last - ((weekdayOf(last) - weekday + 7) % 7) + (nth + 1) * 7;
}

/** The month in which a season begins, by TIMEX3's name for it. */
export const SEASONS: Readonly<Record<string, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 };
