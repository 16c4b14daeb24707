import * as vscode from 'vscode';

/** The language that dates are written in. Plain English takes the day before the month, as the rest of the panel does. */
function locale(): string {
  return vscode.env.language === 'en' ? 'en-GB' : vscode.env.language;
}

function format(year: number, month: number, day: number, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale(), { ...options, timeZone: 'UTC' }).format(
    new Date(Date.UTC(year, month - 1, day)),
  );
}

/** A Monday, so that a number of the week gives a day. */
const A_MONDAY = [2024, 1, 1] as const;

function weekday(number: string): string {
  const [year, month, day] = A_MONDAY;
  return format(year, month, day + Number(number) - 1, { weekday: 'long' });
}

/** The name of the weekday of a day ("2015-03-03" -> "Tuesday"); empty where the value is no day of the calendar. */
export function weekdayOf(value: string): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(value) ?? [];
  return day === undefined ? '' : format(Number(year), Number(month), Number(day), { weekday: 'long' });
}

const ENDINGS: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd', other: 'th' };

/** "21st" in English, "21." in other languages. */
function ordinal(count: number): string {
  return locale().startsWith('en')
    ? `${count}${ENDINGS[new Intl.PluralRules('en', { type: 'ordinal' }).select(count)] ?? ''}`
    : `${count}.`;
}

/** Parts of a day and of a year as TIMEX3 writes them. */
const PARTS: Readonly<Record<string, () => string>> = {
  TMO: () => vscode.l10n.t('morning'),
  TAF: () => vscode.l10n.t('afternoon'),
  TEV: () => vscode.l10n.t('evening'),
  TNI: () => vscode.l10n.t('night'),
  TDT: () => vscode.l10n.t('daytime'),
  TMI: () => vscode.l10n.t('midday'),
  SP: () => vscode.l10n.t('spring'),
  SU: () => vscode.l10n.t('summer'),
  FA: () => vscode.l10n.t('autumn'),
  WI: () => vscode.l10n.t('winter'),
  PAST_REF: () => vscode.l10n.t('In the past'),
  PRESENT_REF: () => vscode.l10n.t('Now'),
  FUTURE_REF: () => vscode.l10n.t('In the future'),
};

const part = (id: string): string => PARTS[id]?.() ?? id;

const UNITS: Readonly<Record<string, Intl.NumberFormatOptions['unit']>> = {
  Y: 'year',
  M: 'month',
  W: 'week',
  D: 'day',
  TH: 'hour',
  TM: 'minute',
  TS: 'second',
};
const TENS_OF_YEARS: Readonly<Record<string, number>> = { DE: 10, E: 10, CE: 100, C: 100, ML: 1000, L: 1000 };

/** A number of units that the text leaves open ("PXW"). */
const SOME: Readonly<Record<string, () => string>> = {
  Y: () => vscode.l10n.t('Some years'),
  M: () => vscode.l10n.t('Some months'),
  W: () => vscode.l10n.t('Some weeks'),
  D: () => vscode.l10n.t('Some days'),
  TH: () => vscode.l10n.t('Some hours'),
  TM: () => vscode.l10n.t('Some minutes'),
  TS: () => vscode.l10n.t('Some seconds'),
  E: () => vscode.l10n.t('Some decades'),
  C: () => vscode.l10n.t('Some centuries'),
};

function duration(count: string, unit: string): string | null {
  if (count === 'X') return SOME[unit]?.() ?? null;
  const years = TENS_OF_YEARS[unit];
  const name = years ? 'year' : UNITS[unit];
  if (!name || !/^[\d.]+$/.test(count)) return null;
  return new Intl.NumberFormat(locale(), { style: 'unit', unit: name, unitDisplay: 'long' }).format(
    Number(count) * (years ?? 1),
  );
}

type Reading = readonly [pattern: RegExp, words: (...groups: string[]) => string | null];

/** How each form of a TIMEX3 value reads, the first that fits. */
const READINGS: readonly Reading[] = [
  [
    /^(\d{4})-(\d\d)-(\d\d)$/,
    (y, m, d) => format(Number(y), Number(m), Number(d), { day: 'numeric', month: 'short', year: 'numeric' }),
  ],
  [/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d).*$/, (day, time) => `${readable(String(day))}, ${time}`],
  [/^(\d{4}-\d\d-\d\d)T(\d\d)$/, (day, hour) => `${readable(String(day))}, ${hour}:00`],
  [/^(\d{4}-\d\d-\d\d)(T[A-Z]{2})$/, (day, time) => `${readable(String(day))}, ${part(String(time))}`],
  [/^(\d{4})-(\d\d)$/, (y, m) => format(Number(y), Number(m), 1, { month: 'short', year: 'numeric' })],
  [/^(\d{4})-W(\d\d)$/, (y, w) => vscode.l10n.t('Week {0} of {1}', Number(w), String(y))],
  [/^(\d{4})-W(\d\d)-WE$/, (y, w) => vscode.l10n.t('Weekend of week {0}, {1}', Number(w), String(y))],
  [/^(\d{4})-(SP|SU|FA|WI)$/, (y, season) => `${part(String(season))} ${y}`],
  [/^(\d{4})-Q([1-4])$/, (y, quarter) => vscode.l10n.t('Quarter {0} of {1}', String(quarter), String(y))],
  [/^(\d{4})-H1$/, (y) => vscode.l10n.t('First half of {0}', String(y))],
  [/^(\d{4})-H2$/, (y) => vscode.l10n.t('Second half of {0}', String(y))],
  [/^BC(\d{4})$/, (y) => vscode.l10n.t('{0} BC', Number(y))],
  [/^0(\d{3})$/, (y) => vscode.l10n.t('AD {0}', Number(y))],
  [
    /^(BC)?(\d\d)$/,
    (era, century) =>
      era
        ? vscode.l10n.t('{0} century BC', ordinal(Number(century) + 1))
        : vscode.l10n.t('{0} century', ordinal(Number(century) + 1)),
  ],
  [/^XXXX-WXX$/, () => vscode.l10n.t('A week')],
  [/^XXXX-WXX-WE$/, () => vscode.l10n.t('A weekend')],
  [/^XXXX-XX-XX(?:T\d.*)?$/, () => vscode.l10n.t('A day')],
  [/^XXXX-XX$/, () => vscode.l10n.t('A month')],
  [/^XXXX$/, () => vscode.l10n.t('A year')],
  [/^XXXX-XX-XX(T[A-Z]{2})$/, (time) => part(String(time))],
  [
    /^XXXX-Q([1-4X])$/,
    (quarter) => (quarter === 'X' ? vscode.l10n.t('A quarter') : vscode.l10n.t('Quarter {0}', String(quarter))),
  ],
  [/^(\d{3})X?$/, (decade) => vscode.l10n.t('{0}s', `${decade}0`)],
  [/^XXXX-(\d\d)-(\d\d)$/, (m, d) => format(2024, Number(m), Number(d), { day: 'numeric', month: 'short' })],
  [/^XXXX-(\d\d)$/, (m) => format(2024, Number(m), 1, { month: 'long' })],
  [/^XXXX-WXX-([1-7])(?:T.*)?$/, (day) => vscode.l10n.t('A {0}', weekday(String(day)))],
  [/^XXXX-(SP|SU|FA|WI)$/, (season) => part(String(season))],
  [/^P([\dX.]+)([A-Z]{1,2})$/, (count, unit) => duration(String(count), String(unit))],
  [/^PT([\dX.]+)([HMS])$/, (count, unit) => duration(String(count), `T${unit}`)],
  [/^(PAST_REF|PRESENT_REF|FUTURE_REF)$/, (reference) => part(String(reference))],
];

/** A TIMEX3 value in words that a reader knows ("2025-06-03" -> "3 Jun 2025"); a form not known here stays as it is. */
export function readable(value: string): string {
  for (const [pattern, words] of READINGS) {
    const match = pattern.exec(value);
    if (match) return words(...match.slice(1)) ?? value;
  }
  return value;
}
