import { carry, type Change } from '../kept';
import { type BlockLayer, type Blocks, Tag } from '../layers';
import type { Issue, Published, Span } from '../model';
import { shift } from '../span';
import { readMoment } from './moment';
import { LAST_YEAR_OFFERED, yearsOf } from './values';
import type { DateWords } from './words';
import { isoDate } from './calendar';
import { isAmbiguous } from './habits';

const NOTHING: Published = { value: null, span: null, from: 'nothing' };
const FILE_DATE =
  /(?:^|\D)((?:19|20)\d{2})(?:([-_.])(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])|(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01]))(?!\d)/;
/** Blocks at the top among which a date by itself is the article's. */
const TOP = 8;

/** The date in a file's name ("2022-02-17-summit.txt", "20220217.txt"), or null. */
export function dateInFileName(fileName: string): string | null {
  const match = FILE_DATE.exec(fileName);
  if (!match) return null;
  const value = `${match[1]}-${match[3] ?? match[5]}-${match[4] ?? match[6]}`;
  return readMoment(value) ? value : null;
}

/** How a block states the article's own date: first published, or later updated. */
type Role = 'published' | 'updated';

/** What a block states of the article's own date; most only where they stand near the top. */
interface Statement {
  readonly role: Role;
  readonly onlyNearTop: boolean;
  /** The first whole date of the block, or null. */
  readonly date: Omit<Stated, 'role' | 'block'> | null;
}

export type ReadStatement = (layer: BlockLayer) => Statement | null;

/** Compiles the reading of blocks that state the article's own date; null for all others. */
export function createStatements({
  updatedLabels,
  copyrightWords,
  headerLabels,
  headerLinks,
}: DateWords): ReadStatement {
  const updated = new Set(updatedLabels),
    copyright = new Set(copyrightWords),
    labels = new Set(headerLabels),
    links = new Set(headerLinks);
  return (layer) => {
    if (layer.dates.length === 0) return null;
    const onlyNearTop = !states(layer, false);
    if (onlyNearTop && !states(layer, true) && !isHeaderLine(layer, labels, links)) return null;
    const { lower, count } = layer.tokens;
    for (let i = 0; i < Math.min(count, 60); i++) if (copyright.has(lower[i] ?? '')) return null;
    let role: Role = 'published';
    for (let i = 0; i < Math.min(count, 4); i++) if (updated.has(lower[i] ?? '')) role = 'updated';
    return { role, onlyNearTop, date: wholeDate(layer) };
  };
}

const counts = (statement: Statement | null | undefined, block: number): statement is Statement =>
  statement !== null && statement !== undefined && (block < TOP || !statement.onlyNearTop);

/** Headers, datelines and bylines do; near the top also a block that is nothing but a date, or that opens with one. */
function states(layer: BlockLayer, early: boolean): boolean {
  if (layer.kind === 'header' || layer.kind === 'dateline' || layer.kind === 'byline') return true;
  const first = layer.dates[0];
  if (
    !early ||
    !first ||
    layer.kind === 'boilerplate' ||
    layer.kind === 'caption' ||
    layer.text.slice(0, first.span[0]).trim() !== ''
  )
    return false;
  const rest = layer.text.slice(first.span[1]);
  return rest.trim() === '' || /^\s*\n/.test(rest) || opensArticle(layer, first.span[1]);
}

/** Nothing longer stands before the date of a header or dateline; what parts it from the words around it. */
const LONGEST_LEAD = 90,
  PARTED_BEFORE = /(?:^|[,:;|/·•(\n–—]|\s-{1,2})\s*$/,
  PARTED_BEHIND = /^\s*(?:$|[;|/·•)(\n–—]|-{1,2}\s)/,
  SENTENCE_END = /[.!?]["”’]?\s+\p{Lu}/u,
  WORDS = /\p{L}[\p{L}\p{M}.'’-]*/gu;

/**
 * "HARWICK — May 3, 2022 — The mayor", "THE HARWICK TIMES, TUESDAY, MAY 3, 2022", "FOR IMMEDIATE RELEASE: May 3, 2022": a whole
 * date parted from what stands before it, which is nothing but names and words of headers, and from what follows.
 */
function isHeaderLine({ text, dates }: BlockLayer, labels: ReadonlySet<string>, links: ReadonlySet<string>): boolean {
  const whole = dates.find(({ form: { base } }) => base.kind === 'calendar' && base.year !== null && base.day !== null);
  if (!whole || whole.span[0] > LONGEST_LEAD) return false;
  const lead = text.slice(0, whole.span[0]),
    words = lead.match(WORDS) ?? [],
    labelled = words.some((word) => labels.has(word.toLowerCase()));
  const isName = (word: string): boolean =>
    /^\p{Lu}/u.test(word) || labels.has(word.toLowerCase()) || links.has(word.toLowerCase());
  if (SENTENCE_END.test(lead) || !words.every(isName)) return false;
  const rest = text.slice(whole.span[1]);
  if (labelled) return PARTED_BEHIND.test(rest) || /^,?\s/.test(rest);
  return PARTED_BEFORE.test(lead) && PARTED_BEHIND.test(rest);
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

/** The first whole date of a block: year and month at least. */
function wholeDate(layer: BlockLayer): Omit<Stated, 'role' | 'block'> | null {
  for (const { span, form } of layer.dates) {
    const { base, time, problem } = form;
    if (base.kind !== 'calendar' || base.year === null || base.month === null || problem === 'impossible-date')
      continue;
    const clock = time && base.day !== null && /^T\d/.test(time) ? time : '';
    return {
      value: (base.day === null ? isoDate(base.year, base.month) : isoDate(base.year, base.month, base.day)) + clock,
      other: base.day !== null && isAmbiguous(form) ? isoDate(base.year, base.day, base.month) + clock : null,
      span,
    };
  }
  return null;
}

/** A date of a block that states when the article was made. */
interface Stated {
  readonly value: string;
  /** What it may mean as well: figures that may put the day or the month first state neither. */
  readonly other: string | null;
  readonly role: Role;
  readonly block: number;
  /** From the block's start. */
  readonly span: Span;
}

/** The article's own date, and where it states a second, different one. */
export interface Own {
  readonly published: Published;
  readonly twice: { readonly block: number; readonly issue: Issue } | null;
}

/** What the caller knows of the article's date beside its text. */
export interface DateHints {
  /** The day the reader gave, ISO 8601, or null. */
  readonly published: string | null;
  /** The name of the article's file, without its folder, or null. */
  readonly fileName: string | null;
}

/** Finds the article's own date: what the reader gave, what the text states, the file's name; never a copyright line, never today. */
export class PublishedReader {
  #statements: readonly (Statement | null)[] = [];

  constructor(private readonly readStatement: ReadStatement) {}

  /** Takes the next version of the article; only the blocks that are new are read. */
  read({ layers, starts }: Blocks, change: Change, hints: DateHints): Own {
    const statements = carry(this.#statements, change, null);
    for (let at = change.from; at < change.to; at++) {
      const layer = layers[at];
      if (layer) statements[at] = this.readStatement(layer);
    }
    this.#statements = statements;
    const dates = stated(statements);
    return {
      published: findPublished(dates, starts, hints),
      twice: statedTwice(dates.filter(({ other }) => other === null)),
    };
  }
}

function stated(statements: readonly (Statement | null)[]): Stated[] {
  const found: Stated[] = [];
  for (let block = 0; block < statements.length; block++) {
    const statement = statements[block];
    if (counts(statement, block) && statement.date) found.push({ ...statement.date, role: statement.role, block });
  }
  return found;
}

function findPublished(dates: readonly Stated[], starts: Int32Array, { published, fileName }: DateHints): Published {
  if (published !== null && readMoment(published)) return { value: published, span: null, from: 'reader' };
  const clear = dates.filter(({ other }) => other === null),
    chosen = clear.find(({ role }) => role === 'published') ?? clear[0];
  if (chosen) return { value: chosen.value, span: shift(chosen.span, starts[chosen.block] ?? 0), from: 'text' };
  const named = fileName === null ? null : dateInFileName(fileName);
  return named === null ? NOTHING : { value: named, span: null, from: 'file name' };
}

/** An issue where the text states two different days for itself: at the second one. */
function statedTwice(dates: readonly Stated[]): Own['twice'] {
  const first = dates[0]?.value.slice(0, 10),
    other = dates.find(({ value }) => !value.startsWith(first ?? '') && !first?.startsWith(value.slice(0, 10)));
  return other ? { block: other.block, issue: { kind: 'two-dates', span: other.span } } : null;
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
export function publishedCandidates(
  { layers, starts }: Blocks,
  { fileName, latestYear = LAST_YEAR_OFFERED }: CandidateHints,
  readStatement: ReadStatement,
): readonly PublishedOffer[] {
  const statements = layers.map(readStatement);
  const offers: PublishedOffer[] = stated(statements).flatMap(({ value, other, span, block }) =>
    [value, ...(other === null ? [] : [other])].map((each) => ({ value: each, span: shift(span, starts[block] ?? 0) })),
  );
  const named = fileName === null ? null : dateInFileName(fileName);
  if (named) offers.push({ value: named, span: null });
  for (const [index, layer] of layers.entries()) {
    const partial = counts(statements[index], index) ? partialDate(layer) : null;
    if (!partial) continue;
    const weekday = partial.weekday ?? leadWeekday(layers, index),
      span = shift(partial.span, starts[index] ?? 0);
    for (const year of yearsOf(partial.month, partial.day, weekday, latestYear))
      offers.push({ value: isoDate(year, partial.month, partial.day), span });
    break;
  }
  return offers.filter(({ value }, index) => offers.findIndex((other) => other.value === value) === index);
}

/** A day and month without a year. */
function partialDate(
  layer: BlockLayer,
): { readonly month: number; readonly day: number; readonly weekday: number | null; readonly span: Span } | null {
  for (const { span, form } of layer.dates) {
    const { base } = form;
    if (base.kind === 'calendar' && base.year === null && base.month !== null && base.day !== null)
      return { month: base.month, day: base.day, weekday: base.weekday, span };
  }
  return null;
}

/** The weekday that the lead names for what just happened: in news the day of the dateline, or null. */
function leadWeekday(layers: readonly BlockLayer[], from: number): number | null {
  for (const { dates } of layers.slice(from, from + 4)) {
    for (const { form } of dates) {
      const { base, tense } = form;
      if (base.kind === 'weekday' && base.pick === 'near' && tense !== 'future') return base.weekday;
    }
  }
  return null;
}
