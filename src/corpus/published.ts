import type { Article } from '../engine/index';
import type { PublishedCandidate } from '../protocol';
import { periodOf } from './time';

/** More dates than this are no longer an offer. */
const MOST = 12;
const ABOVE_THE_TEXT: ReadonlySet<string> = new Set(['header', 'headline', 'byline', 'dateline']);

/**
 * The dates that a text offers for its own, the likeliest first: what it states or its file's name says, whole dates above the text,
 * what an open date above the text may mean ("Dec 3"), then dates in the text itself. `article` is read without a date of the reader's.
 */
export function publishedCandidates(text: string, article: Article, fileName: string): readonly PublishedCandidate[] {
  const { published, blocks, dates } = article, offers: PublishedCandidate[] = [];
  if (published.value !== null) offers.push({ value: published.value, words: published.span ? wordsAt(text, published.span) : fileName });
  const tops = blocks.filter(({ kind }) => ABOVE_THE_TEXT.has(kind));
  const above = dates.filter(({ span }) => tops.some((block) => block.span[0] <= span[0] && span[1] <= block.span[1]));
  const offer = (list: Article['dates'], values: (date: Article['dates'][number]) => readonly string[]): void => {
    for (const date of list) for (const value of values(date)) offers.push({ value, words: wordsAt(text, date.span) });
  };
  offer(above, ({ value }) => [value]);
  offer(above, ({ candidates }) => candidates);
  offer(dates, ({ value }) => [value]);
  const whole = offers.filter(({ value }) => /^\d{4}-\d\d-\d\d/.test(value) && periodOf(value)).map((each) => ({ ...each, value: each.value.slice(0, 16) }));
  return whole.filter(({ value }, index) => whole.findIndex((other) => other.value === value) === index).slice(0, MOST);
}

const wordsAt = (text: string, [start, end]: readonly [number, number]): string => text.slice(start, end).replace(/\s+/g, ' ');
