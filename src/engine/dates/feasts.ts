import { calendarDay, dayNumber, easterSunday, nthWeekday, orthodoxEaster } from './calendar';
import type { FeastRule, Pick, Tense } from './form';
import { daysOfFeast } from './lunarFeasts';
import type { Moment } from './moment';

/** The days, counted from 1970-01-01, on which a feast falls in a year: one, or by another calendar none, one or two. */
export function feastDays(rule: FeastRule, year: number): readonly number[] {
  if ('lunar' in rule) return daysOfFeast(rule.lunar).filter((day) => calendarDay(day).year === year);
  if ('easter' in rule) return [(rule.orthodox ? orthodoxEaster : easterSunday)(year) + rule.easter];
  if ('nth' in rule) return [nthWeekday(year, rule.month, rule.weekday, rule.nth) + (rule.plus ?? 0)];
  return [dayNumber(year, rule.month, rule.day)];
}

/** The feast that is meant, seen from the article's date: by the word before it, by the tense, else the nearest; null where none is known. */
export function feastNear(rule: FeastRule, { year, day: today }: Moment, pick: Pick, tense: Tense): number | null {
  if (pick === 'this') return feastDays(rule, year)[0] ?? null;
  const days = [year - 1, year, year + 1].flatMap((near) => feastDays(rule, near));
  const before = days.filter((day) => (pick === 'last' ? day < today : day <= today)).at(-1) ?? null;
  const after = days.find((day) => (pick === 'next' ? day > today : day >= today)) ?? null;
  if (pick === 'last' || (pick === 'near' && tense === 'past')) return before;
  if (pick === 'next' || tense === 'future') return after;
  if (before === null || after === null) return before ?? after;
  return after - today <= today - before ? after : before;
}
