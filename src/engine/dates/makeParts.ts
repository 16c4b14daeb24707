import type { TextLayer } from '../layers';
import { fourDigits } from './makeClock';
import { gather, pickedYear, timeOf } from './fields';
import type { Base } from './form';
import type { Term } from './lexer';
import { type Made, one } from './made';

/** Makers of quarters and seasons, weekdays and times of day. */

/** Quarters, halves and seasons, with their year where it is named. */
export function part(terms: readonly Term[]): readonly Made[] {
  const fields = gather(terms),
    season = terms.find(({ kind }) => kind === 'SEASON' || kind === 'FALL' || kind === 'PARTNAME');
  const half = terms.some(({ kind }) => kind === 'HALF'),
    lastHalf = half && terms.some(({ kind }) => kind === 'LAST');
  const nth = fields.nth === -1 || lastHalf ? (half ? 2 : 4) : fields.nth;
  const name = season ? String(season.value) : fields.unit === 'period' ? 'period' : `${half ? 'H' : 'Q'}${nth ?? 'X'}`;
  if (nth !== null && nth > (half ? 2 : 4)) return [];
  const back = terms.some(({ kind }) => kind === 'AGO');
  const of = back ? pickedYear('last') : pickedYear(fields.yearPick);
  const tied = terms[0]?.kind === 'THE' && terms[terms.length - 1]?.joined === true;
  return one(
    tied ? terms.slice(1) : terms,
    { kind: 'part', part: name, year: fields.year, pick: fields.yearPick ? 'near' : fields.pick, of },
    { mod: fields.mod },
  );
}

export function quarterList(terms: readonly Term[]): readonly Made[] {
  const { year } = gather(terms);
  return terms
    .filter(({ kind }) => kind === 'ORDINAL' || kind === 'ORDINALDAY')
    .map((term, index, list) => {
      const last = index === list.length - 1;
      return {
        start: term.start,
        end: last ? (terms[terms.length - 1]?.end ?? term.end) : term.end,
        type: 'DATE' as const,
        base: { kind: 'part' as const, part: `Q${Number(term.value)}`, year, pick: 'near' as const, of: null },
      };
    });
}

export function weekday(terms: readonly Term[]): readonly Made[] {
  const fields = gather(terms),
    week =
      terms[terms.length - 1]?.value === 'week' ? (fields.pick === 'last' ? -1 : fields.pick === 'next' ? 1 : 0) : null;
  const base: Base = {
    kind: 'weekday',
    weekday: fields.weekday ?? 1,
    pick: week === null ? fields.pick : 'this',
    weeks: week ?? 0,
  };
  return one(terms, base, { time: timeOf(fields), mod: fields.mod });
}

export function clock(terms: readonly Term[], count: number | undefined, layer: TextLayer): readonly Made[] {
  const bare = terms.find(
      ({ kind }, index) => (kind === 'YEAR' || kind === 'NUMBER') && terms[index + 1]?.kind === 'ZONE',
    ),
    read = bare ? fourDigits(bare, layer) : null;
  if (bare)
    return read === null ? [] : one(terms, { kind: 'clock' }, { time: timeOf({ ...gather(terms), time: read }) });
  const fields = gather(terms),
    daypart = terms.find(({ kind }) => kind === 'DAYPART')?.value;
  if (terms.some(({ kind }) => kind === 'IN')) {
    const hour = (fields.numbers[0] ?? 0) + (daypart === 'MO' ? 0 : 12);
    return hour > 23 ? [] : one(terms, { kind: 'clock' }, { time: `T${String(hour).padStart(2, '0')}:00` });
  }
  const base: Base =
    count === undefined ? { kind: 'clock' } : { kind: 'shift', unit: 'day', count, from: 'anchor', like: false };
  return one(terms, base, { time: timeOf(fields), mod: fields.mod });
}
