import { type BlockLayer, Tag, type PlacedBlock } from '../layers';
import type { Issue, Published, Span } from '../model';
import type { DateHints } from './index';
import { readMoment } from './moment';
import { LAST_YEAR_OFFERED, yearsOf } from './values';
import type { DateWords } from './words';
import { isoDate } from './calendar';

const NOTHING: Published = { value: null, span: null, from: 'nothing' };
const FILE_DATE = /(?:^|\D)((?:19|20)\d{2})(?:([-_.])(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])|(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01]))(?!\d)/;
/** Blocks at the top among which a date by itself is the article's. */
const TOP = 8;

/** The date in a file's name ("2022-02-17-summit.txt", "20220217.txt"), or null. */
export function dateInFileName(fileName: string): string | null {
  const match = FILE_DATE.exec(fileName);
  if (!match) return null;
  const value = `${match[1]}-${match[3] ?? match[5]}-${match[4] ?? match[6]}`;
  return readMoment(value) ? value : null;
}

/** How a block states the article's own date: first published, later updated, or not at all. */
type Role = 'published' | 'updated' | null;
export type Roles = (block: PlacedBlock, index: number) => Role;

/** Compiles the test for blocks that state the article's own date. */
export function createRoles({ updatedLabels, copyrightWords }: DateWords): Roles {
  const updated = new Set(updatedLabels), copyright = new Set(copyrightWords);
  const kept = new WeakMap<BlockLayer, { readonly early: Role; readonly late: Role }>();

  function read(layer: BlockLayer, early: boolean): Role {
    if (layer.dates.length === 0 || !states(layer, early)) return null;
    const { lower, count } = layer.tokens;
    for (let i = 0; i < Math.min(count, 60); i++) if (copyright.has(lower[i] ?? '')) return null;
    for (let i = 0; i < Math.min(count, 4); i++) if (updated.has(lower[i] ?? '')) return 'updated';
    return 'published';
  }

  return ({ layer }, index) => {
    let known = kept.get(layer);
    if (!known) kept.set(layer, (known = { early: read(layer, true), late: read(layer, false) }));
    return index < TOP ? known.early : known.late;
  };
}

/** Headers, datelines and bylines do; near the top also a block that is nothing but a date, or that opens with one. */
function states(layer: BlockLayer, early: boolean): boolean {
  if (layer.kind === 'header' || layer.kind === 'dateline' || layer.kind === 'byline') return true;
  const first = layer.dates[0];
  if (!early || !first || layer.kind === 'boilerplate' || layer.kind === 'caption' || layer.text.slice(0, first.span[0]).trim() !== '') return false;
  const rest = layer.text.slice(first.span[1]);
  return rest.trim() === '' || /^\s*\n/.test(rest) || opensArticle(layer, first.span[1]);
}

/** "Thursday, May 7, 2015 On Tuesday the council ...": a sentence begins right behind the date. */
function opensArticle({ tokens, dates }: BlockLayer, end: number): boolean {
  const base = dates[0]?.form.base;
  if (base?.kind !== 'calendar' || base.year === null || base.day === null) return false;
  for (let i = 0; i < Math.min(tokens.count, 12); i++) {
    if ((tokens.start[i] ?? 0) >= end) return /^[\p{Lu}“"‘]/u.test(tokens.word[i] ?? '') && tokens.tag[i] !== Tag.Comma;
  }
  return false;
}

/** A date of a block that states when the article was made. */
interface Stated {
  readonly value: string;
  /** From the article's start. */
  readonly span: Span;
  readonly role: Role;
  readonly block: number;
}

/** The first whole date of a block: year and month at least. */
function wholeDate({ layer }: PlacedBlock): { readonly value: string; readonly span: Span } | null {
  for (const { span, form } of layer.dates) {
    const { base, time, problem } = form;
    if (base.kind !== 'calendar' || base.year === null || base.month === null || problem === 'impossible-date') continue;
    const clock = time && base.day !== null && /^T\d/.test(time) ? time : '';
    return { value: (base.day === null ? isoDate(base.year, base.month) : isoDate(base.year, base.month, base.day)) + clock, span };
  }
  return null;
}

function stated(blocks: readonly PlacedBlock[], roles: Roles): Stated[] {
  const found: Stated[] = [];
  blocks.forEach((block, index) => {
    if (block.layer.dates.length === 0) return;
    const role = roles(block, index), date = role && wholeDate(block);
    if (date) found.push({ value: date.value, span: [block.start + date.span[0], block.start + date.span[1]], role, block: index });
  });
  return found;
}

/** The article's own date: what the reader gave, what the text states, the file's name; never a copyright line, never today. */
export function findPublished(blocks: readonly PlacedBlock[], { published, fileName }: DateHints, roles: Roles): Published {
  if (published !== null && readMoment(published)) return { value: published, span: null, from: 'reader' };
  const dates = stated(blocks, roles), chosen = dates.find(({ role }) => role === 'published') ?? dates[0];
  if (chosen) return { value: chosen.value, span: chosen.span, from: 'text' };
  const named = fileName === null ? null : dateInFileName(fileName);
  return named === null ? NOTHING : { value: named, span: null, from: 'file name' };
}

/** An issue where the text states two different days for itself: at the second one. */
export function statedTwice(blocks: readonly PlacedBlock[], roles: Roles): { readonly block: number; readonly issue: Issue } | null {
  const dates = stated(blocks, roles), first = dates[0]?.value.slice(0, 10);
  const other = dates.find(({ value }) => !value.startsWith(first ?? '') && !first?.startsWith(value.slice(0, 10)));
  if (!other) return null;
  const start = blocks[other.block]?.start ?? 0;
  return { block: other.block, issue: { kind: 'two-dates', span: [other.span[0] - start, other.span[1] - start] } };
}

/** A date offered for the article's own. */
export interface PublishedOffer {
  readonly value: string;
  /** The words that offer it, or null where the file's name does. */
  readonly span: Span | null;
}

export interface CandidateHints {
  readonly fileName: string | null;
  /** The last year that an undated day may be offered for; the caller may know the present one. */
  readonly latestYear?: number;
}

/** Whole dates that the text states, the file's name, then the years that fit a dateline without one ("PARIS, Dec 3"), the latest first. */
export function publishedCandidates(blocks: readonly PlacedBlock[], { fileName, latestYear = LAST_YEAR_OFFERED }: CandidateHints, roles: Roles): readonly PublishedOffer[] {
  const offers: PublishedOffer[] = stated(blocks, roles).map(({ value, span }) => ({ value, span }));
  const named = fileName === null ? null : dateInFileName(fileName);
  if (named) offers.push({ value: named, span: null });
  for (const [index, block] of blocks.entries()) {
    const role = block.layer.dates.length ? roles(block, index) : null;
    const partial = role && partialDate(block.layer);
    if (!partial) continue;
    const weekday = partial.weekday ?? leadWeekday(blocks, index), span: Span = [block.start + partial.span[0], block.start + partial.span[1]];
    for (const year of yearsOf(partial.month, partial.day, weekday, latestYear)) offers.push({ value: isoDate(year, partial.month, partial.day), span });
    break;
  }
  return offers.filter(({ value }, index) => offers.findIndex((other) => other.value === value) === index);
}

/** A day and month without a year. */
function partialDate(layer: BlockLayer): { readonly month: number; readonly day: number; readonly weekday: number | null; readonly span: Span } | null {
  for (const { span, form } of layer.dates) {
    const { base } = form;
    if (base.kind === 'calendar' && base.year === null && base.month !== null && base.day !== null) return { month: base.month, day: base.day, weekday: base.weekday, span };
  }
  return null;
}

/** The weekday that the lead names for what just happened: in news the day of the dateline, or null. */
function leadWeekday(blocks: readonly PlacedBlock[], from: number): number | null {
  for (const { layer } of blocks.slice(from, from + 4)) {
    for (const { form } of layer.dates) {
      const { base, tense } = form;
      if (base.kind === 'weekday' && base.pick === 'near' && tense !== 'future') return base.weekday;
    }
  }
  return null;
}
