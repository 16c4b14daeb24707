import { SEASONS, addMonths, calendarDay, dayNumber, isoDate, isoDay, monthLength, weekdayOf } from './calendar';
import { feastDays, feastNear } from './feasts';
import type { Base, Form, Pick, Tense, Unit } from './form';
import { type Grain, type Moment, momentOf, momentValue, monthMoment, openValue, yearMoment } from './moment';

/** What a form comes to. `moment` is null where the value is open or no stretch of the calendar. */
export interface Resolution {
  readonly value: string;
  readonly moment: Moment | null;
  readonly rule: string;
  readonly candidates?: readonly string[];
  /** True where later words go on counting from the date before this one ("a year earlier"). */
  readonly aside?: boolean;
  readonly problem?: Form['problem'];
}

/** What a value may be counted from. */
export interface Scope {
  readonly published: Moment | null;
  readonly anchor: Moment | null;
  /** The quarter last spoken of. */
  readonly quarter: Moment | null;
  readonly tense: Tense;
  /** Whether the article tells of years gone by (habits.ts). */
  readonly narrative: boolean;
}

/** The value of a form against the article's date and the date named before. */
export function resolveForm(form: Form, scope: Scope): Resolution {
  const result = resolve(form.base, scope);
  return form.time === null ? result : { ...result, value: withTime(result.value, form.time) };
}

function withTime(value: string, time: string): string {
  return /^[\dX]{4}-(?:[\dX]{2}-[\dX]{2}|WXX-\d)$/.test(value) ? value + time : value;
}

const of = (moment: Moment, rule: string): Resolution => ({ value: momentValue(moment), moment, rule });

/** A value of which not even a digit is known. */
const OPEN = /^X[XWQHE-]*$/;

function resolve(base: Base, scope: Scope): Resolution {
  switch (base.kind) {
    case 'fixed':
      return { value: base.value, moment: null, rule: OPEN.test(base.value) ? 'date-open' : 'date-value' };
    case 'calendar':
      return calendar(base, scope);
    case 'part':
      return part(base, scope);
    case 'weekday':
      return weekday(base, scope);
    case 'feast':
      return feast(base, scope);
    case 'shift':
      return shift(base, scope);
    case 'moved':
      return moved(base, scope);
    case 'latest':
      return latest(base.unit, scope);
    case 'nth':
      return nth(base, scope);
    case 'anchor':
      return anchored(base, scope);
    case 'clock':
      return clock(scope);
  }
}

type CalendarBase = Extract<Base, { kind: 'calendar' }>;

function calendar(base: CalendarBase, scope: Scope): Resolution {
  const { month, day, weekday: named } = base,
    { published, tense } = scope;
  const whole = base.of ? resolve(base.of, scope) : null,
    year = base.year ?? whole?.moment?.year ?? null;
  if (year !== null)
    return { value: written(year, base), moment: momentFor(year, month, day), rule: whole ? whole.rule : 'date-full' };
  const told = base.of || base.pick !== 'near' ? null : narrativeYear(base, scope);
  if (told !== null)
    return { value: written(told, base), moment: momentFor(told, month, day), rule: 'date-year-narrative' };
  if (month === null && day !== null) return dayOfMonth(day, base.pick, scope);
  if (!published || month === null || base.of) {
    const candidates =
      named !== null && month !== null && day !== null
        ? yearsOf(month, day, named).map((fit) => isoDate(fit, month, day))
        : [];
    return { value: written(null, base), moment: null, rule: 'date-not-set', candidates };
  }
  const fitting = named !== null && day !== null ? weekdayYear(published, month, day, named) : null;
  const guess = fitting ?? chooseYear(published, month, day, base.pick, tense);
  const mismatch = named !== null && day !== null && fitting === null ? { problem: 'weekday-mismatch' as const } : {};
  const moment = momentFor(guess, month, day),
    value = written(guess, base);
  if (fitting !== null) return { value, moment, rule: 'date-year-weekday' };
  if (base.pick === 'last' || base.pick === 'next' || base.pick === 'this')
    return { value, moment, rule: 'date-from-published', ...mismatch };
  return {
    value,
    moment,
    rule: tense === 'past' ? 'date-year-past' : tense === 'future' ? 'date-year-future' : 'date-year-nearest',
    ...mismatch,
  };
}

/** "On the 5th": of the article’s month or the one beside it that the tense asks for. */
function dayOfMonth(day: number, pick: Pick, { published, tense }: Scope): Resolution {
  if (published?.grain !== 'day') return { value: isoDate(null, null, day), moment: null, rule: 'date-not-set' };
  const own = calendarDay(published.day).day,
    count = pick !== 'near' ? PICK_STEPS[pick] : tense === 'future' ? (day < own ? 1 : 0) : day > own ? -1 : 0,
    { year, month } = addMonths(published.year, published.month, count);
  if (day > monthLength(month, year)) return { value: isoDate(null, null, day), moment: null, rule: 'date-open' };
  const rule = pick !== 'near' ? 'date-from-published' : tense === 'none' ? 'date-year-nearest' : `date-year-${tense}`;
  return of(momentOf('day', dayNumber(year, month, day)), rule);
}
const PICK_STEPS: Readonly<Record<Exclude<Pick, 'near'>, number>> = { last: -1, this: 0, next: 1 };

/** A month this much earlier in the year than the one named before it is of the next year, where a text tells things in their order. */
const NEXT_YEAR = 4;

/**
 * In a text that tells of years gone by, a day or month without a year is of the year last named; not so where that is the article's
 * own year or the one before it, nor where the weekday falls otherwise.
 */
function narrativeYear(
  { month, day, weekday: named }: CalendarBase,
  { anchor, published, narrative }: Scope,
): number | null {
  if (!narrative || !anchor || month === null || (published && anchor.year >= published.year - 1)) return null;
  const isPart = anchor.grain === 'day' || anchor.grain === 'month',
    year = anchor.year + (isPart && month + NEXT_YEAR < anchor.month ? 1 : 0);
  if (day !== null && named !== null && weekdayOf(dayNumber(year, month, day)) !== named) return null;
  return year;
}

/** Years from which a day without one may be offered; the engine has no clock, so the last is a guess at "not long from now". */
export const FIRST_YEAR_OFFERED = 2000,
  LAST_YEAR_OFFERED = 2027;

/** The years in which a day falls on a weekday (null: all), the latest first. */
export function yearsOf(month: number, day: number, weekday: number | null, latest = LAST_YEAR_OFFERED): number[] {
  const years: number[] = [];
  for (let year = latest; year >= FIRST_YEAR_OFFERED; year--) {
    if (day <= monthLength(month, year) && (weekday === null || weekdayOf(dayNumber(year, month, day)) === weekday))
      years.push(year);
  }
  return years;
}

function written(year: number | null, { month, day }: CalendarBase): string {
  return month === null ? isoDate(year) : day === null ? isoDate(year, month) : isoDate(year, month, day);
}

function momentFor(year: number, month: number | null, day: number | null): Moment | null {
  if (month === null) return yearMoment(year);
  if (day === null) return monthMoment(year, month);
  return day <= monthLength(month, year) ? momentOf('day', dayNumber(year, month, day)) : null;
}

/** The year nearest to the article's in which the weekday agrees. */
function weekdayYear({ year }: Moment, month: number, day: number, weekday: number): number | null {
  for (const step of [0, -1, 1]) {
    if (day <= monthLength(month, year + step) && weekdayOf(dayNumber(year + step, month, day)) === weekday)
      return year + step;
  }
  return null;
}

/** The year of a month or day without one: by the word before it, by the tense, else the nearest. */
function chooseYear(
  { year, month: now, day: today, grain }: Moment,
  month: number,
  day: number | null,
  pick: Pick,
  tense: Tense,
): number {
  const whole = day === null || grain !== 'day';
  const ahead = whole ? month - now : dayNumber(year, month, Math.min(day, monthLength(month, year))) - today;
  const span = whole ? 12 : 365,
    soon = span / 6;
  if (pick === 'this') return year;
  if (pick === 'last') return ahead < 0 ? year : year - 1;
  if (pick === 'next') return ahead > 0 ? year : year + 1;
  if (tense === 'past') return ahead > (day === null ? 0 : soon) ? year - 1 : year;
  if (tense === 'future') return -ahead > soon ? year + 1 : year;
  // News speaks more of what was than of what comes: the date ahead must be much the nearer one.
  if (ahead > 0) return ahead * 1.5 < span - ahead ? year : year - 1;
  return (span + ahead) * 3 < -ahead ? year + 1 : year;
}

function part({ part: name, year, pick, of: whole }: Extract<Base, { kind: 'part' }>, scope: Scope): Resolution {
  const { published, tense } = scope;
  const named = year ?? (whole ? (resolve(whole, scope).moment?.year ?? null) : null);
  const month = SEASONS[name] ?? (name.startsWith('Q') ? Number(name.slice(1)) * 3 - 2 : name === 'H2' ? 7 : 1);
  const grain: Grain = name.startsWith('Q') ? 'quarter' : name.startsWith('H') ? 'half' : 'season';
  const make = (at: number, rule: string): Resolution => ({
    value: `${isoDate(at)}-${name}`,
    moment: { ...monthMoment(at, month || 1), grain },
    rule,
  });
  const { quarter } = scope;
  if (name === 'period' && named !== null && !quarter) return { ...of(yearMoment(named), 'date-full'), aside: true };
  if (name === 'QX' && named !== null && !quarter)
    return { value: `${isoDate(named)}-QX`, moment: null, rule: 'date-full' };
  if ((name === 'QX' || name === 'period') && named !== null && quarter)
    return { ...of({ ...monthMoment(named, quarter.month), grain: 'quarter' }, 'date-from-anchor'), aside: true };
  if (named !== null) return make(named, year === null ? 'date-from-published' : 'date-full');
  if (!published) return { value: `XXXX-${name}`, moment: null, rule: 'date-not-set' };
  const ended = (year: number): boolean =>
    year < published.year || (year === published.year && month + 2 < published.month);
  const begun = (year: number): boolean =>
    year < published.year || (year === published.year && month <= published.month);
  if (pick === 'this') return make(published.year, 'date-from-published');
  if (pick === 'last') return make(ended(published.year) ? published.year : published.year - 1, 'date-from-published');
  if (pick === 'next') return make(begun(published.year) ? published.year + 1 : published.year, 'date-from-published');
  // "Expects to report third-quarter earnings": what is ahead is the report, so the nearer quarter counts.
  const wait = (published.year + 1 - published.year) * 12 + month - published.month;
  if (tense === 'future')
    return make(ended(published.year) && wait < 6 ? published.year + 1 : published.year, 'date-year-future');
  return make(
    begun(published.year) ? published.year : published.year - 1,
    tense === 'past' ? 'date-year-past' : 'date-year-nearest',
  );
}

function weekday(
  { weekday: wanted, pick, weeks }: Extract<Base, { kind: 'weekday' }>,
  { published, tense }: Scope,
): Resolution {
  const open = { value: `XXXX-WXX-${wanted}`, moment: null, rule: 'date-not-set' };
  if (!published || published.grain !== 'day') return open;
  const today = published.day,
    back = (weekdayOf(today) - wanted + 7) % 7,
    ahead = (wanted - weekdayOf(today) + 7) % 7;
  const at = (day: number, rule: string): Resolution => of(momentOf('day', day), rule);
  if (weeks !== 0) return at(today - weekdayOf(today) + wanted + weeks * 7, 'date-weekday-picked');
  if (pick === 'last') return at(today - (back || 7), 'date-weekday-picked');
  if (pick === 'next') return at(today + (ahead || 7), 'date-weekday-picked');
  if (pick === 'this') return at(tense === 'past' ? today - back : today + ahead, 'date-weekday-picked');
  if (tense === 'future') return at(today + ahead, 'date-weekday-future');
  return at(today - back, tense === 'past' ? 'date-weekday-past' : 'date-weekday-news');
}

function feast({ rule, year, pick, of: whole }: Extract<Base, { kind: 'feast' }>, scope: Scope): Resolution {
  const { published, tense } = scope,
    once = 'once' in rule ? rule.once : undefined;
  const named = once ?? year ?? (whole ? resolve(whole, scope).moment?.year : undefined),
    open =
      'day' in rule
        ? isoDate(null, rule.month, rule.day)
        : 'month' in rule
          ? isoDate(null, rule.month, null)
          : 'XXXX-XX-XX';
  if (named !== undefined) {
    const [day] = feastDays(rule, named);
    return day === undefined
      ? { value: isoDate(named, null, null), moment: null, rule: 'date-open' }
      : of(momentOf('day', day), 'date-full');
  }
  if (!published) return { value: open, moment: null, rule: 'date-not-set' };
  const day = feastNear(rule, published, pick, tense);
  if (day === null) return { value: open, moment: null, rule: 'date-open' };
  return of(
    momentOf('day', day),
    tense === 'past' ? 'date-year-past' : tense === 'future' ? 'date-year-future' : 'date-year-nearest',
  );
}

const GRAIN_ORDER: readonly Grain[] = ['day', 'week', 'weekend', 'month', 'quarter', 'season', 'half', 'year'];

/** Whether a moment is known finely enough to count `unit`s from it. */
function reaches(moment: Moment, unit: Unit): boolean {
  if (unit === 'year' || unit === 'decade' || unit === 'century') return true;
  if (unit === 'month' || unit === 'quarter' || unit === 'half')
    return GRAIN_ORDER.indexOf(moment.grain) <= GRAIN_ORDER.indexOf(unit === 'month' ? 'month' : unit);
  return moment.grain === 'day' || moment.grain === 'week' || moment.grain === 'weekend';
}

function shift({ unit, count, from, like }: Extract<Base, { kind: 'shift' }>, scope: Scope): Resolution {
  const anchored = from === 'anchor' && scope.anchor !== null && reaches(scope.anchor, unit);
  const start = typeof from === 'object' ? resolve(from, scope).moment : anchored ? scope.anchor : scope.published;
  if (!start || !reaches(start, unit)) return { value: openValue(unit), moment: null, rule: 'date-not-set' };
  const rule = anchored ? 'date-from-anchor' : 'date-from-published';
  // "A year ago" beside quarters means the same quarter of the year before.
  const { quarter } = scope;
  if (like && quarter)
    return {
      ...of({ ...monthMoment(quarter.year + count, quarter.month), grain: 'quarter' }, 'date-from-anchor'),
      aside: true,
    };
  if (like && from === 'anchor') return { ...step(start, unit, count, rule), aside: true };
  const justPast = unit === 'weekend' && count === 0 && scope.tense === 'past' && weekdayOf(start.day) < 6;
  return step(start, unit, justPast ? -1 : count, rule);
}

function step(start: Moment, unit: Unit, count: number, rule: string): Resolution {
  const { year, month, day } = start;
  switch (unit) {
    case 'day':
      return of(momentOf('day', day + count), rule);
    case 'week':
      return of(momentOf('week', day - weekdayOf(day) + 1 + count * 7), rule);
    case 'weekend':
      return of(momentOf('weekend', day - weekdayOf(day) + 6 + count * 7), rule);
    case 'month': {
      const moved = addMonths(year, month, count);
      return of(monthMoment(moved.year, moved.month), rule);
    }
    case 'quarter':
    case 'half': {
      const months = unit === 'quarter' ? 3 : 6,
        moved = addMonths(year, month - ((month - 1) % months), count * months);
      return of({ ...monthMoment(moved.year, moved.month), grain: unit }, rule);
    }
    case 'year':
      return of(yearMoment(year + count), rule);
    case 'decade':
      return wide(year, count, 10, rule);
    case 'century':
      return wide(year, count, 100, rule);
    default:
      return { value: start.grain === 'day' ? isoDay(day) : 'XXXX-XX-XX', moment: null, rule };
  }
}

function wide(year: number, count: number, size: number, rule: string): Resolution {
  return {
    value: String(Math.floor(year / size) + count),
    moment: yearMoment((Math.floor(year / size) + count) * size),
    rule,
  };
}

/** "A week on Friday", "three years ago this month": the same stretch so much on or back; weeks stay whole, 29 February gives way. */
function moved({ of: from, by: { unit, count } }: Extract<Base, { kind: 'moved' }>, scope: Scope): Resolution {
  const found = resolve(from, scope);
  if (!found.moment) return found;
  const { grain, day } = found.moment;
  if (unit === 'day') return of(momentOf(grain, day + count), found.rule);
  // A week is counted from its day on which the article was made.
  const first = grain === 'week' && scope.published ? day + weekdayOf(scope.published.day) - 1 : day,
    { year: fromYear, month: fromMonth } = calendarDay(first),
    to = addMonths(fromYear, fromMonth, count),
    within = Math.min(calendarDay(first).day, monthLength(to.month, to.year));
  if (grain === 'month') return of(monthMoment(to.year, to.month), found.rule);
  return step(
    momentOf('day', dayNumber(to.year, to.month, within)),
    grain === 'season' ? 'year' : grain,
    0,
    found.rule,
  );
}

function latest(unit: Unit, { published }: Scope): Resolution {
  if (!published) return { value: openValue(unit), moment: null, rule: 'date-not-set' };
  return step(published, unit, -1, 'date-latest');
}

/** "The first week of March", "the last day of 2019", "the week of March 6". */
function nth({ unit, nth: index, of: whole }: Extract<Base, { kind: 'nth' }>, scope: Scope): Resolution {
  const { moment, rule } = resolve(whole, scope);
  if (!moment) return { value: openValue(unit), moment: null, rule };
  const { day, year, month } = moment;
  const last = moment.grain === 'year' ? dayNumber(year, 12, 31) : dayNumber(year, month, monthLength(month, year));
  // The weekend of a feast on a Monday or Tuesday is the one before it.
  const early = unit === 'weekend' && whole.kind === 'feast' && weekdayOf(day) < 3 ? 7 : 0;
  const at = index > 0 ? day + (unit === 'day' ? index - 1 : (index - 1) * 7) : index < 0 ? last : day - early;
  const grain: Grain = unit === 'day' ? 'day' : unit === 'weekend' ? 'weekend' : 'week';
  return step(momentOf('day', at), grain, 0, rule);
}

/** "That year", "the quarter", "the day": the date named before, widened to the unit; else the article's. */
function anchored(
  { unit, same, otherwise }: Extract<Base, { kind: 'anchor' }>,
  { anchor, quarter, published, tense }: Scope,
): Resolution {
  if (unit === 'quarter')
    return quarter
      ? of(quarter, 'date-same-anchor')
      : published
        ? step(published, unit, tense === 'future' ? 0 : -1, 'date-latest')
        : { value: 'XXXX-QX', moment: null, rule: 'date-not-set' };
  if (otherwise && otherwise !== 'END')
    return anchor ? of(anchor, 'date-same-anchor') : { value: otherwise, moment: null, rule: 'date-value' };
  if (unit === null)
    return anchor ? of(anchor, 'date-same-anchor') : { value: 'PAST_REF', moment: null, rule: 'date-open' };
  const usable =
      anchor && reaches(anchor, unit) && (same || unit === 'day' || unit === 'week' || unit === 'weekend')
        ? anchor
        : null,
    start = usable ?? published;
  if (!start || !reaches(start, unit)) return { value: openValue(unit), moment: null, rule: 'date-not-set' };
  const back = unit === 'weekend' && !usable && tense !== 'future' && weekdayOf(start.day) < 6 ? -1 : 0;
  return step(start, unit, back, usable ? 'date-same-anchor' : 'date-from-published');
}

function clock({ anchor, published }: Scope): Resolution {
  const start = anchor?.grain === 'day' ? anchor : published?.grain === 'day' ? published : null;
  return start ? of(start, 'date-clock') : { value: 'XXXX-XX-XX', moment: null, rule: 'date-not-set' };
}
