import type { Base, Pick } from './form';
import type { Term } from './lexer';
import type { TermKind } from './words';

/** What the terms of a match say, gathered by kind. */
export interface Fields {
  year: number | null;
  month: number | null;
  day: number | null;
  weekday: number | null;
  /** Ordinals that are no day: the third quarter. */
  nth: number | null;
  /** "22:00", "MO", or null. */
  time: string | null;
  zone: string;
  unit: string | null;
  mod: string | null;
  pick: Pick;
  /** Whether a word picks the year ("last year's third quarter"), and which. */
  yearPick: Pick | null;
  numbers: number[];
}

const PICKS: Partial<Record<TermKind, Pick>> = {
  LAST: 'last',
  PAST: 'last',
  PREVIOUS: 'last',
  NEXT: 'next',
  COMING: 'next',
  FOLLOWING: 'next',
  THIS: 'this',
  CURRENT: 'this',
};

/** Reads terms into fields. A small number is the hour before "p.m." and the day beside a month. */
export function gather(terms: readonly Term[]): Fields {
  const fields: Fields = {
    year: null,
    month: null,
    day: null,
    weekday: null,
    nth: null,
    time: null,
    zone: '',
    unit: null,
    mod: null,
    pick: 'near',
    yearPick: null,
    numbers: [],
  };
  const hasMonth = terms.some(({ kind }) => kind === 'MONTH' || kind === 'MONTHWORD' || kind === 'MONTHSHORT');
  terms.forEach((term, index) => {
    (READERS[term.kind] ?? readPick)(fields, term, { next: terms[index + 1], hasMonth });
  });
  return fields;
}

/** What a term says beside its kind's own field: what stands behind it, and whether a month stands with it. */
interface Beside {
  readonly next: Term | undefined;
  readonly hasMonth: boolean;
}
type Read = (fields: Fields, term: Term, beside: Beside) => void;

const pad = (number: number): string => String(number).padStart(2, '0');
/** Units behind which an ordinal counts them: in "the first week of March" it is no day. */
const COUNTED_UNITS: ReadonlySet<TermKind | undefined> = new Set<TermKind>(['UNIT', 'WEEKEND', 'DAYUNIT']);

const readMonth: Read = (fields, { value }) => (fields.month = Number(value));
const readWeekday: Read = (fields, { value }) => (fields.weekday = Number(value));
const readTime: Read = (fields, { value }) => (fields.time = String(value));
const readMod: Read = (fields, { value }) => (fields.mod = String(value));
const readApprox: Read = (fields, { value }) => (fields.mod = String(value) || null);
const readOrdinal: Read = (fields, { value }, { next, hasMonth }) => {
  if (hasMonth && fields.unit === null && !COUNTED_UNITS.has(next?.kind)) fields.day = Number(value);
  fields.nth = Number(value);
};
const readUnit: Read = (fields, { kind, value }) => {
  if (kind === 'YEARUNIT' && fields.pick !== 'near') fields.yearPick = fields.pick;
  if (kind !== 'HALF' || fields.unit === null) fields.unit = String(value);
};
const readPick: Read = (fields, { kind }) => (fields.pick = PICKS[kind] ?? fields.pick);

/** How terms of each kind are read into the fields; every other kind may only pick. */
const READERS: Partial<Record<TermKind, Read>> = {
  FISCALYEAR: (fields, { value }) => (fields.year = Number(value)),
  YEAR: (fields, { value }) => {
    fields.year = Number(value);
    fields.numbers.push(fields.year);
  },
  MONTH: readMonth,
  MONTHWORD: readMonth,
  MONTHSHORT: readMonth,
  WEEKDAY: readWeekday,
  WEEKDAYSHORT: readWeekday,
  WEEKDAYS: readWeekday,
  SMALL: (fields, { value }, { next, hasMonth }) => {
    const number = Number(value);
    if (next?.kind === 'AMPM' || next?.kind === 'OCLOCK') fields.time = `${pad(number)}:00`;
    else if (hasMonth) fields.day = number;
    fields.numbers.push(number);
  },
  ORDINALDAY: readOrdinal,
  ORDINAL: readOrdinal,
  NUMBER: (fields, { value }) => fields.numbers.push(Number(value)),
  CLOCK: readTime,
  NOON: readTime,
  AMPM: (fields, { value }) => (fields.time = fields.time && halfDay(fields.time, Number(value))),
  DAYPART: readTime,
  NIGHT: readTime,
  DAYPARTS: readTime,
  TONIGHT: readTime,
  ZONE: (fields, { value }) => (fields.zone = String(value)),
  EARLY: readMod,
  LATE: readMod,
  MID: readMod,
  EDGE: readMod,
  EARLIER: readMod,
  LATER: readMod,
  APPROX: readApprox,
  OVER: readApprox,
  YEARUNIT: readUnit,
  UNIT: readUnit,
  DAYUNIT: readUnit,
  UNITS: readUnit,
  QUARTER: readUnit,
  QUARTERS: readUnit,
  HALF: readUnit,
  WEEKEND: readUnit,
  WEEKENDS: readUnit,
  DECADEUNIT: readUnit,
  CENTURYUNIT: readUnit,
  PERIOD: readUnit,
};

/** "10:35" with a.m. (0) or p.m. (12). */
function halfDay(time: string, half: number): string {
  const hour = Number(time.slice(0, 2));
  return hour > 12 ? time : `${pad((hour % 12) + half)}${time.slice(2)}`;
}

/** TIMEX3's time ("T22:00Z", "TMO") of the fields, or null. */
export function timeOf({ time, zone }: Fields): string | null {
  return time && `T${time.replace('!', '')}${/\d/.test(time) ? zone : ''}`;
}

/** The year that words pick: "last year". */
export function pickedYear(pick: Pick | null): Base | null {
  if (pick === null || pick === 'near') return null;
  return {
    kind: 'shift',
    unit: 'year',
    count: pick === 'last' ? -1 : pick === 'next' ? 1 : 0,
    from: 'published',
    like: false,
  };
}
