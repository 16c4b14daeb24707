import type { Article, Attribution, DateExpression, Span } from '../model';

/** When a quotation was said, and what tells so. */
export interface QuotationDay {
  /** TIMEX3 value, to the precision known, or null where nothing tells. */
  readonly value: string | null;
  readonly from: 'clause' | 'paragraph' | 'article' | 'nothing';
  /** The date's words, or null where the article's own date was taken from none. */
  readonly span: Span | null;
  /** An id of DATES_RULES. */
  readonly rule: string;
}

/** A day, or a weekday whose week is open. */
const DAY = /^(?:\d{4}-\d{2}-\d{2}|[\dX]{4}-W[\dX]{2}-[1-7]|XXXX-\d{2}-\d{2})(?:T.*)?$/;
const SENTENCE_END = /[.!?][”"’']?\s+[“"‘]?\p{Lu}/u;

/**
 * The day of a quotation or statement of an article: a date beside its reporting word, else the last one before it in its paragraph, else the
 * article's. Dates inside quotations are the speakers' and do not count, nor do days after the article's own.
 */
export function quotationDay(text: string, article: Article, quotation: Attribution & { readonly span: Span }): QuotationDay {
  const block = article.blocks.find(({ span }) => span[0] <= quotation.span[0] && quotation.span[1] <= span[1]);
  const usable = article.dates.filter((date) => block && within(date.span, block.span) && isDay(date, article));
  const told = usable.filter(({ span }) => !article.quotations.some((other) => within(span, other.span)));
  const beside = ownClause(text, quotation, told);
  if (beside) return { value: beside.value, from: 'clause', span: beside.span, rule: 'day-clause' };
  const before = told.filter(({ span }) => span[1] <= quotation.span[0]).at(-1);
  if (before) return { value: before.value, from: 'paragraph', span: before.span, rule: 'day-paragraph' };
  const { value, span } = article.published;
  return value === null ? { value: null, from: 'nothing', span: null, rule: 'day-unknown' } : { value: value.slice(0, 10), from: 'article', span, rule: 'day-article' };
}

const within = (inner: Span, outer: Span): boolean => outer[0] <= inner[0] && inner[1] <= outer[1];

function isDay({ type, value }: DateExpression, { published }: Article): boolean {
  if ((type !== 'DATE' && type !== 'TIME') || !DAY.test(value)) return false;
  return published.value === null || !/^\d/.test(value) || value.slice(0, 10) <= published.value.slice(0, 10) || published.value.length < 10;
}

/** The date nearest to the reporting word with no sentence's end between them. */
function ownClause(text: string, { cue, source, span }: Attribution & { readonly span: Span }, dates: readonly DateExpression[]): DateExpression | null {
  const at = cue ?? source;
  if (!at) return null;
  let best: DateExpression | null = null, least = Infinity;
  for (const date of dates) {
    const [from, to] = date.span[0] >= at[1] ? [at[1], date.span[0]] : [date.span[1], at[0]];
    const between = from < span[0] && span[1] < to ? text.slice(from, span[0] + 2) + text.slice(span[1], to) : text.slice(from, to);
    if (!SENTENCE_END.test(between) && to - from < least) [best, least] = [date, to - from];
  }
  return best;
}
