import type { DateExpression } from '../engine/index';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const REFERENCES: Readonly<Record<string, string>> = { PRESENT_REF: 'Now', PAST_REF: 'Some time before', FUTURE_REF: 'Some time ahead' };
const UNITS: Readonly<Record<string, string>> = { Y: 'year', M: 'month', W: 'week', D: 'day', TH: 'hour', TM: 'minute', TS: 'second', DE: 'decade', CE: 'century' };

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

/** "P10M" -> "10 months"; null for values of more parts. */
function describePeriod(value: string): string | null {
  const match = /^P(T?)(\d+(?:\.\d+)?|X)(DE|CE|[YMWDHS])$/.exec(value);
  if (!match) return null;
  const [, time = '', count = '', letter = ''] = match, unit = UNITS[time + letter];
  if (!unit) return null;
  if (count === 'X') return `some ${plural(unit)}`;
  return count === '1' ? `1 ${unit}` : `${count} ${plural(unit)}`;
}

const plural = (unit: string): string => (unit === 'century' ? 'centuries' : `${unit}s`);
