import type { PlacedBlock } from '../layers';
import type { Published } from '../model';
import type { Form } from './form';
import type { DateHints } from './index';
import { readMoment } from './moment';

const NOTHING: Published = { value: null, span: null, from: 'nothing' };
const FILE_DATE = /(?:^|\D)((?:19|20)\d{2})(?:([-_.])(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])|(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01]))(?!\d)/;

/** The date in a file's name ("2022-02-17-summit.txt", "20220217.txt"), or null. */
export function dateInFileName(fileName: string): string | null {
  const match = FILE_DATE.exec(fileName);
  if (!match) return null;
  const value = `${match[1]}-${match[3] ?? match[5]}-${match[4] ?? match[6]}`;
  return readMoment(value) ? value : null;
}

/** A date of a block that states when the article was made: whole, with its year. */
interface Stated {
  readonly value: string;
  readonly span: readonly [number, number];
}

/** The whole dates of a block. */
function wholeDates({ start, layer }: PlacedBlock): Stated[] {
  return layer.dates.flatMap(({ span, form }) => {
    const { base, time, problem } = form as Form;
    if (base.kind !== 'calendar' || base.year === null || base.month === null || problem === 'impossible-date') return [];
    const month = String(base.month).padStart(2, '0'), day = base.day === null ? '' : `-${String(base.day).padStart(2, '0')}`;
    const clock = time && day && /^T\d/.test(time) ? time : '';
    return [{ value: `${base.year}-${month}${day}${clock}`, span: [start + span[0], start + span[1]] as const }];
  });
}

/** The article's own date: what the reader gave, what the text states in a header or dateline or on a line of its own, the file's name. */
export function findPublished(blocks: readonly PlacedBlock[], { published, fileName }: DateHints): Published {
  if (published !== null && readMoment(published)) return { value: published, span: null, from: 'reader' };
  const stated = statedDates(blocks)[0];
  if (stated) return { value: stated.value, span: stated.span, from: 'text' };
  const named = fileName === null ? null : dateInFileName(fileName);
  return named === null ? NOTHING : { value: named, span: null, from: 'file name' };
}

/** The dates that the text states as its own, in order of the text. */
export function statedDates(blocks: readonly PlacedBlock[]): Stated[] {
  return blocks.flatMap((block, index) => (statesDate(block, index) ? wholeDates(block).slice(0, 1) : []));
}

/** Headers and datelines do, and a block near the top that holds nothing but a date. */
function statesDate({ layer }: PlacedBlock, index: number): boolean {
  if (layer.kind === 'header' || layer.kind === 'dateline') return true;
  if (layer.dates.length !== 1 || index > 6) return false;
  const [start, end] = layer.dates[0]?.span ?? [0, 0];
  return layer.text.slice(0, start).trim() === '' && layer.text.slice(end).trim() === '';
}
