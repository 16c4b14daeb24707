/**
 * Writes src/engine/dates/lunarFeastsData.ts: the days of feasts that follow another calendar than the Gregorian, by
 * `npx tsx scripts/compile-feasts.ts`. The calendars are those of Unicode's ICU, which Node carries: Hebrew (arithmetical),
 * Islamic (Umm al-Qura, as Saudi Arabia announces it) and Chinese. A feast that begins at sunset has the day that follows.
 */
import { writeFileSync } from 'node:fs';

const FIRST_YEAR = 1950,
  LAST_YEAR = 2060,
  DAY_MS = 86_400_000;
/** The shortest step between two days of one feast; what is longer than it fits one digit of base 36. */
const SHORTEST_STEP = 350;

/** Month and day of a calendar, as `Intl` names the months in English. */
const FEASTS: Readonly<Record<string, Readonly<Record<string, readonly [month: string, day: number]>>>> = {
  hebrew: {
    'rosh-hashanah': ['Tishri', 1],
    'yom-kippur': ['Tishri', 10],
    sukkot: ['Tishri', 15],
    hanukkah: ['Kislev', 25],
    passover: ['Nisan', 15],
    shavuot: ['Sivan', 6],
  },
  'islamic-umalqura': {
    'islamic-new-year': ['Muharram', 1],
    ashura: ['Muharram', 10],
    ramadan: ['Ramadan', 1],
    'eid-al-fitr': ['Shawwal', 1],
    'eid-al-adha': ['Dhuʻl-Hijjah', 10],
  },
  chinese: {
    'lunar-new-year': ['First Month', 1],
    'dragon-boat': ['Fifth Month', 5],
    'mid-autumn': ['Eighth Month', 15],
  },
};

/**
 * Years in which the new moon falls so near to midnight that ICU's approximation is a day off; `date-chinese` 3 (MIT), which computes
 * the new moon exactly, agrees with it in all others.
 */
const CORRECTED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'lunar-new-year': { 1954: '1954-02-03', 2027: '2027-02-06', 2030: '2030-02-03' },
};

function corrected(name: string, day: number): number {
  const date = CORRECTED[name]?.[new Date(day * DAY_MS).getUTCFullYear()];
  return date === undefined ? day : Date.parse(date) / DAY_MS;
}

function daysOf(calendar: string, feasts: Readonly<Record<string, readonly [string, number]>>): Map<string, number[]> {
  const format = new Intl.DateTimeFormat(`en-u-ca-${calendar}`, { timeZone: 'UTC', month: 'long', day: 'numeric' });
  const days = new Map(Object.keys(feasts).map((name): [string, number[]] => [name, []]));
  for (let day = Date.UTC(FIRST_YEAR, 0, 1) / DAY_MS; day < Date.UTC(LAST_YEAR + 1, 0, 1) / DAY_MS; day++) {
    const parts = new Map(format.formatToParts(day * DAY_MS).map(({ type, value }) => [type, value]));
    for (const [name, [month, number]] of Object.entries(feasts))
      if (parts.get('month') === month && Number(parts.get('day')) === number) days.get(name)?.push(day);
  }
  return days;
}

function packed(name: string, days: readonly number[]): string {
  const steps = days.slice(1).map((day, index) => day - (days[index] ?? 0) - SHORTEST_STEP);
  if (days.length < LAST_YEAR - FIRST_YEAR || steps.some((step) => step < 0 || step > 35))
    throw new Error(`${name}: ${days.length} days, steps ${Math.min(...steps)} to ${Math.max(...steps)}`);
  return `  '${name}': [${days[0]}, '${steps.map((step) => step.toString(36)).join('')}'],`;
}

const lines = Object.entries(FEASTS).flatMap(([calendar, feasts]) =>
  [...daysOf(calendar, feasts)].map(([name, days]) =>
    packed(
      name,
      days.map((day) => corrected(name, day)),
    ),
  ),
);
writeFileSync(
  'src/engine/dates/lunarFeastsData.ts',
  `/**
 * Days of feasts of the Hebrew, Islamic and Chinese calendars, ${FIRST_YEAR} to ${LAST_YEAR}. Made by scripts/compile-feasts.ts from the calendars
 * of Unicode's ICU ${process.versions['icu']} (Unicode License): for each feast its first day, counted from 1970-01-01, and the steps to the days
 * that follow, a digit of base 36 each, less ${SHORTEST_STEP}.
 */
export const PACKED = {
${lines.join('\n')}
} as const;

/** What is taken off each step. */
export const SHORTEST_STEP = ${SHORTEST_STEP};
`,
);
