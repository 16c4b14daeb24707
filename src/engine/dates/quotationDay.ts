import type { Article, Attribution, Block, DateExpression, Span } from '../model';
import { firstSpanFrom } from '../search';

/** When a quotation was said, and what tells so. */
export interface QuotationDay {
  /** TIMEX3 value, to the precision known, or null where nothing tells. */
  readonly value: string | null;
  readonly from: 'clause' | 'paragraph' | 'speaker' | 'article' | 'nothing';
  /** The date's words, or null where the article's own date was taken from none. */
  readonly span: Span | null;
  /** The date with what leads to it from the reporting word ("in remarks broadcast on Saturday"), or the date's words alone. */
  readonly words: Span | null;
  /** An id of DATES_RULES. */
  readonly rule: string;
}

/** What was said: its span, and how the text says who said it. */
type Piece = Attribution & { readonly span: Span };

/** Something said with a day beside its reporting word. */
interface Remark extends Pick<Piece, 'span' | 'cue' | 'source'> {
  readonly date: DateExpression;
}

/** A day, or a weekday whose week is open. */
const DAY = /^(?:\d{4}-\d{2}-\d{2}|[\dX]{4}-W[\dX]{2}-[1-7]|XXXX-\d{2}-\d{2})(?:T.*)?$/;
const SENTENCE_END = /[.!?][”"’']?\s+[“"‘]?\p{Lu}/u;
/** Words between the reporting word and its date that are still shown with it, and what may not be among them. */
const LONGEST_LEAD = 70,
  APART = /[“”"«»\n;:]/;

/** The day of a quotation or statement of an article; for many of one article, `QuotationDays` looks through it once. */
export function quotationDay(text: string, article: Article, quotation: Piece): QuotationDay {
  return new QuotationDays(text, article).of(quotation);
}

/**
 * The days on which an article's quotations were said: a date beside the reporting word, else the last one before it in its paragraph,
 * else that of the same speaker's remarks reported before, else the article's. Dates inside quotations are the speakers' and do not count, nor do days after the article's own.
 */
export class QuotationDays {
  readonly #told = new Map<Block, readonly DateExpression[]>();
  #remarks: ReadonlyMap<string, readonly Remark[]> | undefined;

  constructor(
    private readonly text: string,
    private readonly article: Article,
  ) {}

  of(quotation: Piece): QuotationDay {
    const told = this.#toldBeside(quotation),
      beside = this.#ownClause(quotation, told);
    if (beside)
      return {
        value: beside.value,
        from: 'clause',
        span: beside.span,
        words: this.#lead(quotation, beside.span),
        rule: 'day-clause',
      };
    const before = lastBefore(told, quotation.span[0]);
    if (before)
      return { value: before.value, from: 'paragraph', span: before.span, words: before.span, rule: 'day-paragraph' };
    const remark =
      quotation.speaker === null ? null : lastBefore(this.#remarksOf(quotation.speaker), quotation.span[0]);
    if (remark)
      return {
        value: remark.date.value,
        from: 'speaker',
        span: remark.date.span,
        words: this.#lead(remark, remark.date.span),
        rule: 'day-speaker',
      };
    const { value, span } = this.article.published;
    if (value === null) return { value: null, from: 'nothing', span: null, words: null, rule: 'day-unknown' };
    return { value: value.slice(0, 10), from: 'article', span, words: span, rule: 'day-article' };
  }

  /** What a speaker is reported to have said with a day beside it. */
  #remarksOf(speaker: string): readonly Remark[] {
    if (!this.#remarks) {
      const remarks = new Map<string, Remark[]>(),
        { quotations, statements } = this.article;
      for (const piece of [...quotations, ...statements].sort((a, b) => a.span[0] - b.span[0])) {
        const date = piece.speaker === null ? null : this.#ownClause(piece, this.#toldBeside(piece));
        if (piece.speaker === null || !date) continue;
        const remark = { span: piece.span, cue: piece.cue, source: piece.source, date },
          before = remarks.get(piece.speaker);
        if (before) before.push(remark);
        else remarks.set(piece.speaker, [remark]);
      }
      this.#remarks = remarks;
    }
    return this.#remarks.get(speaker) ?? [];
  }

  #toldBeside({ span }: Piece): readonly DateExpression[] {
    const block = lastBefore(this.article.blocks, span[0]);
    return block && span[1] <= block.span[1] ? this.#toldIn(block) : [];
  }

  /** The days of a block that the writer tells. */
  #toldIn(block: Block): readonly DateExpression[] {
    let known = this.#told.get(block);
    if (!known) {
      const { dates, quotations } = this.article,
        quoted = between(quotations, block.span);
      known = between(dates, block.span).filter(
        (date) => isDay(date, this.article) && !quoted.some(({ span }) => within(date.span, span)),
      );
      this.#told.set(block, known);
    }
    return known;
  }

  /** The date nearest to the reporting word with no sentence's end between them. */
  #ownClause({ cue, source, span }: Piece, dates: readonly DateExpression[]): DateExpression | null {
    const at = cue ?? source,
      { text } = this;
    if (!at) return null;
    let best: DateExpression | null = null,
      least = Infinity;
    for (const date of dates) {
      const [from, to] = date.span[0] >= at[1] ? [at[1], date.span[0]] : [date.span[1], at[0]];
      if (to - from >= least) continue;
      const apart =
        from < span[0] && span[1] < to ? text.slice(from, span[0] + 2) + text.slice(span[1], to) : text.slice(from, to);
      if (!SENTENCE_END.test(apart)) [best, least] = [date, to - from];
    }
    return best;
  }

  /** "In remarks broadcast on Saturday" of "he said in remarks broadcast on Saturday". */
  #lead({ cue, source }: Pick<Piece, 'cue' | 'source'>, date: Span): Span {
    const from = Math.max(cue?.[1] ?? 0, source?.[1] ?? 0),
      lead = this.text.slice(from, date[0]);
    if (from === 0 || from > date[0] || lead.length > LONGEST_LEAD || APART.test(lead)) return date;
    return [from + lead.length - lead.replace(/^[\s,]+/, '').length, date[1]];
  }
}

const within = (inner: Span, outer: Span): boolean => outer[0] <= inner[0] && inner[1] <= outer[1];

/** The last item of a list in order that begins at `offset` or before it. */
const lastBefore = <Item extends { readonly span: Span }>(list: readonly Item[], offset: number): Item | null =>
  list[firstSpanFrom(list, offset + 1) - 1] ?? null;

/** The items of a list in order that begin in a span. */
const between = <Item extends { readonly span: Span }>(list: readonly Item[], [start, end]: Span): readonly Item[] =>
  list.slice(firstSpanFrom(list, start), firstSpanFrom(list, end));

function isDay({ type, value }: DateExpression, { published }: Article): boolean {
  if ((type !== 'DATE' && type !== 'TIME') || !DAY.test(value)) return false;
  return (
    published.value === null ||
    !/^\d/.test(value) ||
    value.slice(0, 10) <= published.value.slice(0, 10) ||
    published.value.length < 10
  );
}
