import type { Change } from '../kept';
import type { Blocks, DateForm, DateValue, TextLayer } from '../layers';
import type { Issue, Published } from '../model';
import { createFind } from './find';
import {
  type CandidateHints,
  createStatements,
  type DateHints,
  publishedCandidates,
  type PublishedOffer,
  PublishedReader,
} from './published';
import { DateReader } from './resolve';
import type { DateWords } from './words';

export type { Form } from './form';
export type { CandidateHints, DateHints, PublishedOffer } from './published';
export { quotationDay, type QuotationDay } from './quotationDay';

/** What the dates of an article come to. */
export interface DatesOfArticle {
  /** The article's own date. */
  readonly published: Published;
  /** The value of every form, block by block. */
  readonly dates: readonly (readonly DateValue[])[];
  /** What of the dates a careful reader should look at, block by block: wrong weekdays, days that do not exist, two dates of its own. */
  readonly dateIssues: readonly (readonly Issue[])[];
}

export interface Dates {
  /** The temporal expressions of a block, not yet resolved. */
  find(text: TextLayer): readonly DateForm[];
  /** Begins an article: what comes back reads one version of it after another, told each time which blocks are new. */
  begin(): (blocks: Blocks, change: Change, hints: DateHints) => DatesOfArticle;
  /** The dates that the text offers for its own, the likeliest first; `latestYear` is the last year that may be meant. */
  candidates(blocks: Blocks, hints: CandidateHints): readonly PublishedOffer[];
}

/** Compiles the words of a language into the stage that finds and resolves temporal expressions. */
export function createDates(words: DateWords): Dates {
  const readStatement = createStatements(words);
  return {
    find: createFind(words),
    begin: () => {
      const own = new PublishedReader(readStatement),
        reader = new DateReader();
      return (blocks, change, hints) => {
        const { published, twice } = own.read(blocks, change, hints),
          { values, issues } = reader.read(blocks.layers, change, published);
        return { published, dates: values, dateIssues: twice ? withIssue(issues, twice.block, twice.issue) : issues };
      };
    },
    candidates: (blocks, hints) => publishedCandidates(blocks, hints, readStatement),
  };
}

function withIssue(lists: readonly (readonly Issue[])[], block: number, issue: Issue): readonly (readonly Issue[])[] {
  const copy = lists.slice();
  copy[block] = [...(lists[block] ?? []), issue];
  return copy;
}
