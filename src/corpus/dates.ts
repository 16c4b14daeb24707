import type { DateExpression, Issue } from '../engine/index';
import { row, RowIds, type RowNode } from './rows';
import { datedTwice, type TwoDates } from './sameText';
import type { CorpusText } from './text';
import { byTime, type Period, periodAround, periodOf } from './time';
import { oneLine } from './oneLine';

/**
 * What does not agree first; then the dates in order of time, several of one day, month or year under a row of their own; then how
 * long and how often; what cannot be placed in time last.
 */
export function dateRows(texts: readonly CorpusText[]): readonly RowNode[] {
  const calendar = new Calendar(),
    ids = new RowIds(),
    conflicts: RowNode[] = [],
    durations: RowNode[] = [],
    unknown: RowNode[] = [];
  for (const text of texts) {
    for (const issue of text.article.issues) conflicts.push(...conflictRow(text, issue, ids));
    for (const date of text.article.dates) {
      const made = dateRow(text, date, ids),
        period = isPoint(date) ? periodOf(date.value) : null;
      if (!isPoint(date)) durations.push(made);
      else if (period) calendar.add(period, made);
      else unknown.push(made);
    }
  }
  for (const found of datedTwice(texts)) conflicts.push(sameTextRow(found, ids));
  return [
    ...group('date-conflicts', conflicts),
    ...calendar.rows(),
    ...group('durations', durations),
    ...group('unknown-dates', unknown),
  ];
}

const isPoint = ({ type }: DateExpression): boolean => type === 'DATE' || type === 'TIME';

const group = (kind: 'date-conflicts' | 'durations' | 'unknown-dates', children: readonly RowNode[]): RowNode[] =>
  children.length ? [row({ id: kind, kind, label: '', doubtful: kind !== 'durations', children })] : [];

function dateRow({ uri, text }: CorpusText, { span, value, type }: DateExpression, ids: RowIds): RowNode {
  const words = oneLine(text.slice(span[0], span[1]));
  const doubtful = (type === 'DATE' || type === 'TIME') && !periodOf(value);
  return row({
    id: ids.next('date', uri, value, words),
    kind: 'date',
    label: value,
    detail: words,
    variant: type,
    doubtful,
    at: { uri, span },
  });
}

/** A row for what does not agree; `detail` is what the text says instead: the value of the date, or the text's other date for itself. */
function conflictRow({ uri, text, article }: CorpusText, { kind, span }: Issue, ids: RowIds): RowNode[] {
  if (kind === 'unclosed-mark' || kind === 'stray-mark') return [];
  const words = oneLine(text.slice(span[0], span[1])),
    date = article.dates.find((each) => each.span[0] === span[0]);
  const detail = kind === 'two-dates' ? (article.published.value ?? '') : (date?.value ?? '');
  return [
    row({
      id: ids.next('date-conflict', uri, kind, words),
      kind: 'date-conflict',
      label: words,
      detail,
      variant: kind,
      doubtful: true,
      at: { uri, span },
    }),
  ];
}

/** A row for a text that another one, of the same words, dates otherwise. */
function sameTextRow({ text: { uri, text, article }, other }: TwoDates, ids: RowIds): RowNode {
  const { value, span } = article.published,
    words = span ? oneLine(text.slice(span[0], span[1])) : (value ?? '');
  const detail = other.article.published.value ?? '';
  return row({
    id: ids.next('date-conflict', uri, 'same-text', other.uri),
    kind: 'date-conflict',
    label: words,
    detail,
    variant: 'same-text',
    doubtful: true,
    at: { uri, span: span ?? [0, 0] },
  });
}

/** A period with the dates that name it and the shorter periods in it. */
interface Branch {
  readonly period: Period;
  readonly dates: RowNode[];
  readonly inner: Branch[];
}

/** Dates under their days, months and years. */
class Calendar {
  readonly #branches = new Map<string, Branch>();
  readonly #roots: Branch[] = [];

  add(period: Period, date: RowNode): void {
    this.#branch(period).dates.push(date);
  }

  rows(): readonly RowNode[] {
    return this.#roots.sort(byPeriod).flatMap(branchRows);
  }

  #branch(period: Period): Branch {
    const known = this.#branches.get(period.value);
    if (known) return known;
    const made: Branch = { period, dates: [], inner: [] },
      around = periodAround(period);
    this.#branches.set(period.value, made);
    (around ? this.#branch(around).inner : this.#roots).push(made);
    return made;
  }
}

const byPeriod = (a: Branch, b: Branch): number => byTime(a.period, b.period);

/** A period that holds but one row needs none of its own. */
function branchRows({ period: { value }, dates, inner }: Branch): readonly RowNode[] {
  const children = [...dates.sort(byClock), ...inner.sort(byPeriod).flatMap(branchRows)];
  return children.length < 2 ? children : [row({ id: `period\u001f${value}`, kind: 'period', label: value, children })];
}

/** Within a day, what has no time of day first, then by the clock; the order of the texts otherwise. */
function byClock(a: RowNode, b: RowNode): number {
  const [, timeA = ''] = a.label.split('T'),
    [, timeB = ''] = b.label.split('T');
  return timeA < timeB ? -1 : timeA > timeB ? 1 : 0;
}
