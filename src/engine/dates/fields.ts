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
  terms.forEach((term, index) => read(fields, term, terms[index + 1], hasMonth));
  return fields;
}

function read(fields: Fields, term: Term, next: Term | undefined, hasMonth: boolean): void {
  const number = Number(term.value),
    word = String(term.value);
  switch (term.kind) {
    case 'FISCALYEAR':
      fields.year = number;
      break;
    case 'YEAR':
      fields.year = number;
      fields.numbers.push(number);
      break;
    case 'MONTH':
    case 'MONTHWORD':
    case 'MONTHSHORT':
      fields.month = number;
      break;
    case 'WEEKDAY':
    case 'WEEKDAYSHORT':
    case 'WEEKDAYS':
      fields.weekday = number;
      break;
    case 'SMALL':
      if (next?.kind === 'AMPM' || next?.kind === 'OCLOCK') fields.time = `${String(number).padStart(2, '0')}:00`;
      else if (hasMonth) fields.day = number;
      fields.numbers.push(number);
      break;
    case 'ORDINALDAY':
    case 'ORDINAL':
      if (
        hasMonth &&
        fields.unit === null &&
        next?.kind !== 'UNIT' &&
        next?.kind !== 'WEEKEND' &&
        next?.kind !== 'DAYUNIT'
      )
        fields.day = number;
      fields.nth = number;
      break;
    case 'NUMBER':
      fields.numbers.push(number);
      break;
    case 'CLOCK':
      fields.time = word;
      break;
    case 'NOON':
      fields.time = word;
      break;
    case 'AMPM':
      fields.time = fields.time && halfDay(fields.time, number);
      break;
    case 'DAYPART':
    case 'NIGHT':
    case 'TONIGHT':
      fields.time = word;
      break;
    case 'ZONE':
      fields.zone = word;
      break;
    case 'EARLY':
    case 'LATE':
    case 'MID':
    case 'EDGE':
    case 'EARLIER':
    case 'LATER':
      fields.mod = word;
      break;
    case 'APPROX':
    case 'OVER':
      fields.mod = word || null;
      break;
    case 'YEARUNIT':
    case 'UNIT':
    case 'DAYUNIT':
    case 'UNITS':
    case 'QUARTER':
    case 'QUARTERS':
    case 'HALF':
    case 'WEEKEND':
    case 'WEEKENDS':
    case 'DECADEUNIT':
    case 'CENTURYUNIT':
    case 'PERIOD':
      if (term.kind === 'YEARUNIT' && fields.pick !== 'near') fields.yearPick = fields.pick;
      if (term.kind !== 'HALF' || fields.unit === null) fields.unit = word;
      break;
    default:
      fields.pick = PICKS[term.kind] ?? fields.pick;
  }
}

/** "10:35" with a.m. (0) or p.m. (12). */
function halfDay(time: string, half: number): string {
  const hour = Number(time.slice(0, 2));
  return hour > 12 ? time : `${String((hour % 12) + half).padStart(2, '0')}${time.slice(2)}`;
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
