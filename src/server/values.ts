import type { DateExpression } from '../engine/index';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const REFERENCES: Readonly<Record<string, string>> = {
  PRESENT_REF: 'Now',
  PAST_REF: 'Some time before',
  FUTURE_REF: 'Some time ahead',
};
const UNITS: Readonly<Record<string, string>> = {
  Y: 'year',
  M: 'month',
  W: 'week',
  D: 'day',
  TH: 'hour',
  TM: 'minute',
  TS: 'second',
  DE: 'decade',
  CE: 'century',
};

/** A TIMEX3 value as a reader would say it; values that speak for themselves (2022-01-18) stay as they are. */
export function describeValue({ value, type }: Pick<DateExpression, 'value' | 'type'>): string {
  const weekday = /^XXXX-WXX-([1-7])$/.exec(value)?.[1];
  if (weekday) return `A ${WEEKDAYS[Number(weekday) - 1] ?? 'day'}, week not known`;
  const monthDay = /^XXXX-(\d\d)-(\d\d)/.exec(value);
  if (monthDay) return `${monthDay[1] ?? ''}-${monthDay[2] ?? ''} (month and day), year not known`;
  if (type === 'DURATION') return describePeriod(value) ?? value;
  if (type === 'SET') return `Every ${describePeriod(value)?.replace(/^1 /, '') ?? value}`;
  return REFERENCES[value] ?? value;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const PARTS: Readonly<Record<string, string>> = {
  TMO: 'morning',
  TAF: 'afternoon',
  TEV: 'evening',
  TNI: 'night',
  TMI: 'midday',
  SP: 'Spring',
  SU: 'Summer',
  FA: 'Autumn',
  WI: 'Winter',
  H1: 'First half of',
  H2: 'Second half of',
  Q1: 'First quarter of',
  Q2: 'Second quarter of',
  Q3: 'Third quarter of',
  Q4: 'Fourth quarter of',
};

/** A value whose place in the calendar is known, in words: "3 Dec 2022, 08:41", "Dec 2022", "Week 48 of 2022"; null for others. */
export function inWords(value: string): string | null {
  const day = /^(\d{4})-(\d\d)(?:-(\d\d)(?:(T[A-Z]{2})|T(\d\d(?::\d\d)?).*)?)?$/.exec(value);
  if (day) {
    const [, year = '', month = '', date, part = '', clock] = day,
      time = clock ?? PARTS[part];
    return `${date ? `${Number(date)} ` : ''}${MONTHS[Number(month) - 1] ?? month} ${year}${time ? `, ${time}` : ''}`;
  }
  const week = /^(\d{4})-W(\d\d)(-WE)?$/.exec(value);
  if (week) return `${week[3] ? 'Weekend of week' : 'Week'} ${Number(week[2])} of ${week[1] ?? ''}`;
  const part = /^(\d{4})-(SP|SU|FA|WI|[QH][1-4])$/.exec(value);
  return part ? `${PARTS[part[2] ?? ''] ?? ''} ${part[1] ?? ''}` : null;
}

/** The weekday of a day of the calendar, or null. */
export function weekdayInWords(value: string): string | null {
  const day = /^\d{4}-\d\d-\d\d/.exec(value),
    time = day ? Date.parse(`${day[0]}T00:00:00Z`) : NaN;
  return Number.isNaN(time) ? null : (WEEKDAYS[(new Date(time).getUTCDay() + 6) % 7] ?? null);
}

/** "P10M" -> "10 months"; null for values of more parts. */
function describePeriod(value: string): string | null {
  const match = /^P(T?)(\d+(?:\.\d+)?|X)(DE|CE|[YMWDHS])$/.exec(value);
  if (!match) return null;
  const [, time = '', count = '', letter = ''] = match,
    unit = UNITS[time + letter];
  if (!unit) return null;
  if (count === 'X') return `some ${plural(unit)}`;
  return count === '1' ? `1 ${unit}` : `${count} ${plural(unit)}`;
}

const plural = (unit: string): string => (unit === 'century' ? 'centuries' : `${unit}s`);
