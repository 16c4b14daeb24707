import { isoDate } from './calendar';
import type { DateType } from '../model';
import type { Context, Made } from './made';
import { gather } from './fields';
import type { Term } from './lexer';
import type { DateWords } from './words';

/** TIMEX3's letters for units; those of the clock stand behind a T. */
const LETTER: Readonly<Record<string, string>> = {
  second: 'TS',
  minute: 'TM',
  hour: 'TH',
  day: 'D',
  week: 'W',
  weekend: 'WE',
  month: 'M',
  quarter: 'Q',
  half: 'H',
  year: 'Y',
  decade: 'E',
  century: 'C',
  millennium: 'L',
  fortnight: 'W',
  period: 'X',
};

/** "P3M", "PT5H", "PXW". Decades count as years, fortnights as weeks. */
export function durationValue(count: number | 'X', unit: string): string {
  const letter = LETTER[unit] ?? 'X';
  const factor = unit === 'fortnight' ? 2 : unit === 'decade' && count !== 'X' ? 10 : 1;
  const shown = unit === 'decade' && count !== 'X' ? 'Y' : letter;
  const number = count === 'X' ? 'X' : String(count * factor);
  return shown.startsWith('T') ? `PT${number}${shown.slice(1)}` : `P${number}${shown}`;
}

/** "P2Y6M": a number of units with a half. */
function withHalf(count: number, unit: string): string {
  const whole = Math.floor(count);
  if (Number.isInteger(count)) return durationValue(count, unit);
  if (count - whole !== 0.5) return durationValue(count, unit);
  const smaller: Readonly<Record<string, string>> = { year: '6M', hour: '30M', minute: '30S', day: 'T12H' };
  const rest = smaller[unit];
  return rest === undefined
    ? durationValue(count, unit)
    : whole
      ? durationValue(whole, unit) + rest
      : unit === 'hour' || unit === 'minute'
        ? `PT${rest}`
        : `P${rest}`;
}

const made = (terms: readonly Term[], value: string, type: DateType, mod: string | null): readonly Made[] => [
  { start: terms[0]?.start ?? 0, end: terms[terms.length - 1]?.end ?? 0, type, base: { kind: 'fixed', value }, mod },
];

/** "Nearly 10 months", "the past three months", "a week", "five-year", "an hour and a half". */
export function duration(all: readonly Term[], value: string | undefined, _context: Context): readonly Made[] {
  const terms = value === 'long' && all[0]?.kind === 'A' ? all.slice(1) : withoutArticle(all);
  const fields = gather(terms),
    vague = terms.some(({ kind }) => kind === 'FEW' || kind === 'SOME'),
    couple = terms.some(({ kind }) => kind === 'COUPLE');
  const unitTerm = terms.find((term) => term.value === fields.unit),
    unit = fields.unit;
  if (unit === null || !unitTerm) return [];
  if (unitTerm.kind === 'QUARTER' && fields.numbers.length === 0) return [];
  if (
    unitTerm.kind === 'QUARTERS' &&
    terms.every(({ kind }) => kind === 'NUMBER' || kind === 'QUARTERS' || kind === 'APPROX')
  )
    return [];
  if (unitTerm.kind === 'PERIOD' || unitTerm.kind === 'HALF') return [];
  const count = fields.numbers[0] ?? (couple ? 2 : vague ? 'X' : 1);
  if (value === 'half' && count !== 'X')
    return made(terms, withHalf(Math.floor(count) + 0.5, unit), 'DURATION', fields.mod);
  if (value === 'only-half') return made(terms, withHalf(0.5, unit), 'DURATION', fields.mod);
  return made(terms, count === 'X' ? durationValue('X', unit) : withHalf(count, unit), 'DURATION', fields.mod);
}

/** "A 16-hour flight", "a five year low": before a noun the article belongs to the noun. */
function withoutArticle(terms: readonly Term[]): readonly Term[] {
  const article = terms.findIndex(({ kind }) => kind === 'A' || kind === 'THE'),
    last = terms[terms.length - 1];
  const singular = last !== undefined && last.kind !== 'UNITS' && last.kind !== 'QUARTERS';
  const numbered = terms.some(({ kind }) => kind === 'NUMBER' || kind === 'SMALL');
  return article >= 0 &&
    singular &&
    numbered &&
    terms[article + 1]?.kind !== 'PAST' &&
    terms[article + 1]?.kind !== 'LAST'
    ? terms.slice(article + 1)
    : terms;
}

/** "Several weeks", "years", "coming weeks", "the last few months". */
export function vagueDuration(terms: readonly Term[], _context: Context): readonly Made[] {
  const fields = gather(terms),
    couple = terms.some(({ kind }) => kind === 'COUPLE');
  if (fields.unit === null || (terms.length === 1 && terms[0]?.kind === 'QUARTERS')) return [];
  // TimeML takes "recent years" for the past as such, shorter stretches for durations.
  if (fields.unit === 'year' && terms.some(({ kind }) => kind === 'RECENT'))
    return made(terms, 'PAST_REF', 'DATE', null);
  return made(terms, durationValue(couple ? 2 : 'X', fields.unit), 'DURATION', fields.mod);
}

/** The value of "every month", "daily", "each July". */
export function setValue(terms: readonly Term[], feasts: DateWords['feasts']): string {
  const word = terms.find(({ kind }) => kind === 'SETWORD');
  if (word) return String(word.value);
  const days = terms.find(({ kind }) => kind === 'WORKDAYS' || kind === 'DAYPARTS');
  if (days) return days.kind === 'WORKDAYS' ? String(days.value) : `XXXX-XX-XXT${String(days.value)}`;
  const feast = terms.find(({ kind }) => kind === 'FEAST'),
    rule = feast && feasts[String(feast.value)];
  if (rule) return 'day' in rule ? isoDate(null, rule.month, rule.day) : durationValue(1, 'year');
  const fields = gather(terms),
    season = terms.find(({ kind }) => kind === 'SEASON' || kind === 'FALL');
  if (fields.month !== null) return `XXXX-${String(fields.month).padStart(2, '0')}`;
  if (season) return `XXXX-${String(season.value)}`;
  if (fields.time) return `XXXX-XX-XXT${fields.time}`;
  // "Three times a month" is every month, "every other month" every second one.
  if (terms.some(({ kind }) => kind === 'TIMES')) return durationValue(1, fields.unit ?? 'day');
  return durationValue(
    fields.numbers[0] ?? Number(terms.find(({ kind }) => kind === 'EVERY')?.value ?? 1),
    fields.unit ?? 'day',
  );
}
