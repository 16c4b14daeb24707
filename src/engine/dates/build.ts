import { century, decade, era, yearDecade } from './decades';
import { duration, setValue, vagueDuration } from './durations';
import { gather, timeOf } from './fields';
import type { Unit } from './form';
import type { Match } from './grammar';
import { type Context, fixed, type Made, one } from './made';
import { calendar, dayList, feast, iso, monthDay, shortDate, yearRange } from './makeCalendar';
import { hours, spokenClock } from './makeClock';
import { clock, part, quarterList, weekday } from './makeParts';
import { agoOn, lastYear, weekOn } from './makeMoved';
import { back, clauseDay, counted, nth, shift, steps } from './makeShifts';
import type { Maker } from './words';

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
  weekOn: ({ terms, pattern }, context) => weekOn(terms, pattern.value === 'any', context),
  monthDay: ({ terms }) => monthDay(terms),
  hours: ({ terms }, context) => hours(terms, context),
  spokenClock: ({ terms }, context) => spokenClock(terms, context),
  yearDecade: ({ terms }, { layer }) => yearDecade(terms, layer),
  agoOn: ({ terms }) => agoOn(terms),
  lastYear: ({ terms }) => lastYear(terms),
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
  set: ({ terms, pattern }, { words }) =>
    one(terms, fixed(pattern.value ?? setValue(terms, words.feasts)), { type: 'SET' }),
  clauseDay: ({ terms }, { layer }) => clauseDay(terms, layer),
  reference: ({ terms, pattern }) =>
    one(terms, fixed(pattern.value ?? String(terms.find(({ kind }) => kind === 'NOW' || kind === 'REF')?.value ?? ''))),
};
