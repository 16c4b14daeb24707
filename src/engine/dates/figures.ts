import type { TermKind, TermValue } from './words';

/** A token in figures, as a term. */
export interface Figure {
  readonly kind: TermKind;
  readonly value: TermValue;
  /** True where the token may be a temporal expression by itself. */
  readonly trigger: boolean;
}

const FIRST_YEAR = 1000,
  LAST_YEAR = 2199;
const ISO = /^(\d{4})-(\d{2})(?:-(\d{2})(?:t(\d{2}:\d{2})(?::\d{2}(?:\.\d{1,9})?)?(z|[+-]\d{2}:?\d{2})?)?)?$/;
const ISO_SLASH = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/;
const SHORT = /^(\d{1,2})(?:([/.])(\d{1,2})\2(\d{4}|\d{2})|-(\d{1,2})-(\d{4}))$/;
const CLOCK = /^([01]?\d|2[0-4]):([0-5]\d)(?::[0-5]\d)?$/;
const CLOCK_FOUR = /^([01]\d|2[0-3])([0-5]\d)h(?:rs?|ours)?$/;
const CLOCK_HALF = /^(1[0-2]|0?[1-9])(?:[:.]([0-5]\d))?(am|pm|a\.m\.?|p\.m\.?)$/;
const ISO_PART = /^\d{4}-(?:w(?:0[1-9]|[1-4]\d|5[0-3])|q[1-4]|h[12])$/;
const QUARTER = /^([1-4])q(\d{4}|\d{2})?$/;
const DECADE = /^((?:1[0-9]|20)?\d)0s$/;
const FRACTION = /^([1-9])\/([2-9])$/;
const PLAIN = /^\d{1,3}(?:,\d{3})+(?:\.\d{1,4})?$|^\d{1,9}(?:\.\d{1,4})?$/;

/** Reads a token that begins with a figure; null where it is nothing that dates are made of. Languages differ only in the endings of ordinals. */
export function readFigure(lower: string, ordinalEndings: readonly string[]): Figure | null {
  const first = lower.charCodeAt(0);
  if (first < 0x30 || first > 0x39 || lower.length > 32) return null;
  if (/^\d+$/.test(lower)) return wholeNumber(lower);
  const fraction = FRACTION.exec(lower);
  if (fraction) return { kind: 'NUMBER', value: Number(fraction[1]) / Number(fraction[2]), trigger: false };
  const ending = lower.slice(-2);
  if (ordinalEndings.includes(ending) && /^\d{1,3}$/.test(lower.slice(0, -2)))
    return ordinal(Number(lower.slice(0, -2)));
  return (
    calendarFigure(lower) ??
    clockFigure(lower) ??
    (PLAIN.test(lower) ? { kind: 'NUMBER', value: Number(lower.replaceAll(',', '')), trigger: false } : null)
  );
}

/** A year of two figures after an apostrophe or in a short date, in the century in which it lies nearest. */
export const wholeYear = (short: number): number =>
  short > 99 ? short : short + (short < FIRST_OF_LAST_CENTURY ? 2000 : 1900);
const FIRST_OF_LAST_CENTURY = 40;

function wholeNumber(digits: string): Figure | null {
  if (digits.length > 9) return null;
  const value = Number(digits);
  if (digits.length <= 2 && value >= 1 && value <= 31) return { kind: 'SMALL', value, trigger: false };
  if (digits.length === 4 && value >= FIRST_YEAR && value <= LAST_YEAR) return { kind: 'YEAR', value, trigger: true };
  // "0930 GMT": nothing but a time of day begins so.
  return { kind: 'NUMBER', value, trigger: digits.length === 4 && digits.startsWith('0') };
}

function ordinal(value: number): Figure {
  const isDay = value >= 1 && value <= 31;
  return { kind: isDay ? 'ORDINALDAY' : 'ORDINAL', value, trigger: isDay };
}

function calendarFigure(lower: string): Figure | null {
  const iso = ISO.exec(lower) ?? ISO_SLASH.exec(lower);
  if (iso) {
    const [, year = '', month = '', day = '', time = ''] = iso;
    const value = [year, month.padStart(2, '0'), ...(day ? [day.padStart(2, '0')] : [])].join('-');
    if (
      Number(year) < FIRST_YEAR ||
      Number(year) > LAST_YEAR ||
      Number(month) < 1 ||
      Number(month) > 12 ||
      Number(day) > 31
    )
      return null;
    if (!day && Number(month) === (Number(year) + 1) % 100) return null; // 2010-11 is more often two years than a month
    return { kind: 'ISO', value: time ? `${value}T${time}${iso[5] === 'z' ? 'Z' : ''}` : value, trigger: true };
  }
  if (ISO_PART.test(lower)) return { kind: 'ISO', value: lower.toUpperCase(), trigger: true };
  const short = SHORT.exec(lower),
    second = Number(short?.[3] ?? short?.[5]);
  if (short)
    return Number(short[1]) <= 31 && second <= 31 && Math.min(Number(short[1]), second) <= 12
      ? { kind: 'SHORTDATE', value: lower.replaceAll('-', '/'), trigger: true }
      : null;
  const quarter = QUARTER.exec(lower);
  if (quarter) return quarterFigure(quarter[1] ?? '', quarter[2]);
  const decade = DECADE.exec(lower)?.[1];
  return decade ? { kind: 'DECADE', value: decade.length === 1 ? `19${decade}` : decade, trigger: true } : null;
}

/** "3q", "3q21", "3q2021". */
function quarterFigure(quarter: string, year: string | undefined): Figure {
  if (year === undefined) return { kind: 'PARTNAME', value: `Q${quarter}`, trigger: true };
  return { kind: 'ISO', value: `${year.length === 2 ? `20${year}` : year}-Q${quarter}`, trigger: true };
}

function clockFigure(lower: string): Figure | null {
  const half = CLOCK_HALF.exec(lower);
  if (half) {
    const hour = (Number(half[1]) % 12) + (half[3]?.startsWith('p') ? 12 : 0);
    return { kind: 'CLOCK', value: `${String(hour).padStart(2, '0')}:${half[2] ?? '00'}!`, trigger: true };
  }
  const four = CLOCK_FOUR.exec(lower);
  if (four) return { kind: 'CLOCK', value: `${four[1]}:${four[2]}!`, trigger: true };
  const clock = CLOCK.exec(lower);
  return clock
    ? { kind: 'CLOCK', value: `${(clock[1] ?? '').padStart(2, '0')}:${clock[2] ?? ''}`, trigger: true }
    : null;
}
