import type { DateType } from '../model';

/**
 * How sure the value of a date is, by the rule that gave it: the share that was right in tempeval3/dev and gum_news/dev, rounded down
 * (a rule that is right in fewer than 97 of 100 is not called sure). Where annotators differ more than the engine errs ("date-full",
 * durations), it is between that share and the one in press/dev.
 */
const SHARES: Readonly<Record<string, number>> = {
  'date-full': 0.98,
  'date-year-weekday': 0.95,
  'date-value': 0.8,
  'date-weekday-past': 0.89,
  'date-weekday-news': 0.85,
  'date-weekday-picked': 0.7,
  'date-weekday-future': 0.7,
  'date-year-past': 0.89,
  'date-year-future': 0.89,
  'date-year-nearest': 0.75,
  'date-year-narrative': 0.7,
  'date-from-published': 0.77,
  'date-from-anchor': 0.6,
  'date-same-anchor': 0.5,
  'date-latest': 0.65,
  'date-clock': 0.5,
};

/** Where the value is counted from, and the rest of it known: durations, "now", an open number of days, what comes again. */
const LENGTH = 0.88,
  REFERENCE = 0.7,
  SOME = 0.6,
  AGAIN = 0.6;
/** The most that a time of day is sure whose day was reckoned. */
const TIME = 0.6;
/** Nothing tells the value: a reader should be told. */
const OPEN = 0.4;

/** How sure a value is, from 0 to 1. */
export function confidenceOf(rule: string, type: DateType, value: string, isProblem: boolean): number {
  if (isProblem || rule === 'date-not-set' || rule === 'date-open' || rule === 'date-either-order') return OPEN;
  const share = SHARES[rule] ?? OPEN;
  if (rule === 'date-full') return share;
  if (value.endsWith('_REF')) return REFERENCE;
  if (value.includes('X')) return SOME;
  if (type === 'DURATION') return LENGTH;
  if (type === 'SET') return AGAIN;
  return type === 'TIME' ? Math.min(share, TIME) : share;
}
