import type { DateForm, DateValue, PlacedBlock, TextLayer } from '../layers';
import type { Issue, Published } from '../model';
import { createFind } from './find';
import { type CandidateHints, createRoles, findPublished, publishedCandidates, type PublishedOffer, statedTwice } from './published';
import { createResolver } from './resolve';
import type { DateWords } from './words';

export type { Form } from './form';
export type { CandidateHints, PublishedOffer } from './published';
export { quotationDay, type QuotationDay } from './quotationDay';

/** What the caller knows of the article's date beside its text. */
export interface DateHints {
  /** The day the reader gave, ISO 8601, or null. */
  readonly published: string | null;
  /** The name of the article's file, without its folder, or null. */
  readonly fileName: string | null;
}

export interface Dates {
  /** The temporal expressions of a block, not yet resolved. */
  find(text: TextLayer): readonly DateForm[];
  /** The article's own date. */
  published(blocks: readonly PlacedBlock[], hints: DateHints): Published;
  /** The value of every form, block by block. */
  resolve(blocks: readonly PlacedBlock[], published: Published): readonly (readonly DateValue[])[];
  /** What of the dates a careful reader should look at, block by block: wrong weekdays, days that do not exist, two dates of its own. */
  issues(blocks: readonly PlacedBlock[], published: Published): readonly (readonly Issue[])[];
  /** The dates that the text offers for its own, the likeliest first; `latestYear` is the last year that may be meant. */
  candidates(blocks: readonly PlacedBlock[], hints: CandidateHints): readonly PublishedOffer[];
}

/** Compiles the words of a language into the stage that finds and resolves temporal expressions. */
export function createDates(words: DateWords): Dates {
  const resolve = createResolver(), roles = createRoles(words);
  return {
    find: createFind(words),
    published: (blocks, hints) => findPublished(blocks, hints, roles),
    resolve: (blocks, published) => resolve(blocks, published).values,
    issues: (blocks, published) => withTwoDates(resolve(blocks, published).issues, statedTwice(blocks, roles)),
    candidates: (blocks, hints) => publishedCandidates(blocks, hints, roles),
  };
}

function withTwoDates(lists: readonly (readonly Issue[])[], twice: { readonly block: number; readonly issue: Issue } | null): readonly (readonly Issue[])[] {
  return twice === null ? lists : lists.map((list, block) => (block === twice.block ? [...list, twice.issue] : list));
}
