import * as vscode from 'vscode';

/** The language that dates are written in. Plain English takes the day before the month, as the rest of the panel does. */
function locale(): string {
  return vscode.env.language === 'en' ? 'en-GB' : vscode.env.language;
}

function format(year: number, month: number, day: number, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale(), { ...options, timeZone: 'UTC' }).format(new Date(Date.UTC(year, month - 1, day)));
}

/** A Monday, so that a number of the week gives a day. */
const A_MONDAY = [2024, 1, 1] as const;

function weekday(number: string): string {
  const [year, month, day] = A_MONDAY;
  return format(year, month, day + Number(number) - 1, { weekday: 'long' });
}

/** Parts of a day and of a year as TIMEX3 writes them. */
const PARTS: Readonly<Record<string, () => string>> = {
  TMO: () => vscode.l10n.t('morning'), TAF: () => vscode.l10n.t('afternoon'), TEV: () => vscode.l10n.t('evening'),
  TNI: () => vscode.l10n.t('night'), TDT: () => vscode.l10n.t('daytime'), TMI: () => vscode.l10n.t('midday'),
  SP: () => vscode.l10n.t('spring'), SU: () => vscode.l10n.t('summer'), FA: () => vscode.l10n.t('autumn'), WI: () => vscode.l10n.t('winter'),
  PAST_REF: () => vscode.l10n.t('In the past'), PRESENT_REF: () => vscode.l10n.t('Now'), FUTURE_REF: () => vscode.l10n.t('In the future'),
};

const part = (id: string): string => PARTS[id]?.() ?? id;

const UNITS: Readonly<Record<string, Intl.NumberFormatOptions['unit']>> = {
  Y: 'year', M: 'month', W: 'week', D: 'day', TH: 'hour', TM: 'minute', TS: 'second',
};
const TENS_OF_YEARS: Readonly<Record<string, number>> = { DE: 10, CE: 100, ML: 1000 };

function duration(count: string, unit: string): string | null {
  const years = TENS_OF_YEARS[unit];
  const name = years ? 'year' : UNITS[unit];
  if (!name || !/^[\d.]+$/.test(count)) return null;
  return new Intl.NumberFormat(locale(), { style: 'unit', unit: name, unitDisplay: 'long' }).format(Number(count) * (years ?? 1));
}

type Reading = readonly [pattern: RegExp, words: (...groups: string[]) => string | null];

/** How each form of a TIMEX3 value reads, the first that fits. */
const READINGS: readonly Reading[] = [
  [/^(\d{4})-(\d\d)-(\d\d)$/, (y, m, d) => format(Number(y), Number(m), Number(d), { day: 'numeric', month: 'short', year: 'numeric' })],
  [/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d).*$/, (day, time) => `${readable(String(day))}, ${time}`],
  [/^(\d{4}-\d\d-\d\d)T(\d\d)$/, (day, hour) => `${readable(String(day))}, ${hour}:00`],
  [/^(\d{4}-\d\d-\d\d)(T[A-Z]{2})$/, (day, time) => `${readable(String(day))}, ${part(String(time))}`],
  [/^(\d{4})-(\d\d)$/, (y, m) => format(Number(y), Number(m), 1, { month: 'short', year: 'numeric' })],
  [/^(\d{4})-W(\d\d)$/, (y, w) => vscode.l10n.t('Week {0} of {1}', Number(w), String(y))],
  [/^(\d{4})-W(\d\d)-WE$/, (y, w) => vscode.l10n.t('Weekend of week {0}, {1}', Number(w), String(y))],
  [/^(\d{4})-(SP|SU|FA|WI)$/, (y, season) => `${part(String(season))} ${y}`],
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
