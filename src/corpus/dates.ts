import type { DateExpression } from '../engine/index';
import { row, RowIds, type RowNode } from './rows';
import type { CorpusText } from './text';
import { byTime, type Period, periodOf } from './time';

/** The dates in order of time, several of one period under a row of their own; then how long and how often; what cannot be placed in time last. */
export function dateRows(texts: readonly CorpusText[]): readonly RowNode[] {
  const periods = new Map<string, { readonly period: Period; readonly rows: RowNode[] }>(), ids = new RowIds();
  const durations: RowNode[] = [], unknown: RowNode[] = [];
  for (const text of texts) for (const date of text.article.dates) {
    const period = date.type === 'DATE' || date.type === 'TIME' ? periodOf(date.value) : null;
    if (date.type === 'DURATION' || date.type === 'SET') durations.push(dateRow(text, date, ids));
    else if (!period) unknown.push(dateRow(text, date, ids));
    else {
      const known = periods.get(period.value) ?? { period, rows: [] };
      periods.set(period.value, known);
      known.rows.push(dateRow(text, date, ids));
    }
  }
  const group = (kind: 'durations' | 'unknown-dates', children: readonly RowNode[]): RowNode[] =>
    children.length ? [row({ id: kind, kind, label: '', doubtful: kind === 'unknown-dates', children })] : [];
  return [
    ...[...periods.values()].sort((a, b) => byTime(a.period, b.period)).flatMap(({ period: { value }, rows }) => (rows.length === 1 ? rows
      : [row({ id: `period\u001f${value}`, kind: 'period', label: value, children: [...rows].sort(byClock) })])),
    ...group('durations', durations),
    ...group('unknown-dates', unknown),
  ];
}

function dateRow({ uri, text }: CorpusText, { span, value, type }: DateExpression, ids: RowIds): RowNode {
  const words = text.slice(span[0], span[1]).replace(/\s+/g, ' ');
  const doubtful = (type === 'DATE' || type === 'TIME') && !periodOf(value);
  return row({ id: ids.next('date', uri, value, words), kind: 'date', label: value, detail: words, variant: type, doubtful, at: { uri, span } });
}

/** Within a day, what has no time of day first, then by the clock; the order of the texts otherwise. */
function byClock(a: RowNode, b: RowNode): number {
  const [, timeA = ''] = a.label.split('T'), [, timeB = ''] = b.label.split('T');
  return timeA < timeB ? -1 : timeA > timeB ? 1 : 0;
}
