import type { Article, PublishedOffer, Span } from '../engine/index';
import type { PublishedCandidate } from '../protocol';
import { periodOf } from './time';
import { oneLine } from './oneLine';

/** More dates than this are no longer an offer. */
const MOST = 12;

/**
 * The dates to offer for a text's own, each once: what the engine reads off its head and its file's name, then the days that the
 * text itself names.
 */
export function publishedCandidates(
  text: string,
  article: Article,
  offers: readonly PublishedOffer[],
  fileName: string,
): readonly PublishedCandidate[] {
  const words = ([start, end]: Span): string => oneLine(text.slice(start, end));
  const all = [
    ...offers.map(({ value, span }) => ({ value, words: span ? words(span) : fileName })),
    ...article.dates.map(({ value, span }) => ({ value, words: words(span) })),
  ];
  const days = all
    .filter(({ value }) => /^\d{4}-\d\d-\d\d/.test(value) && periodOf(value))
    .map((each) => ({ ...each, value: each.value.slice(0, 16) }));
  return days.filter(({ value }, index) => days.findIndex((other) => other.value === value) === index).slice(0, MOST);
}
