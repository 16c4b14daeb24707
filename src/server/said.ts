import type { Analysis, Attribution, DateExpression, Quotation, Span, Statement } from '../engine/index';
import { contains } from '../engine/index';
import type { Snapshot } from './snapshot';
import { touches } from './snapshot';

/** A quotation or a statement. */
export type Said = Quotation | Statement;

export const isQuotation = (said: Said): said is Quotation => 'kind' in said;

/** Everything said: quotations first, as the more certain. */
export const allSaid = (snapshot: Snapshot): readonly Said[] => [...snapshot.article.quotations, ...snapshot.article.statements];

/** What is said with a cue at this offset. */
export function saidByCue(snapshot: Snapshot, offset: number): Said | null {
  return allSaid(snapshot).find(({ cue }) => cue && touches(cue, offset)) ?? null;
}

/** The stretch from the first to the last of content, source and cue. */
export function attributionSpan({ span, source, cue }: Attribution & { readonly span: Span }): Span {
  const parts = [span, source, cue].filter((part): part is Span => part !== null);
  return [Math.min(...parts.map(([start]) => start)), Math.max(...parts.map(([, end]) => end))];
}

/** What may stand between the reporting and its date ("told the Nordhavn Post on"): not much, and no other clause. */
const BESIDE = /^[^,;:.“”"‘«»]{0,32}$/;

/** The date that goes with the reporting ("said on Tuesday"): in its sentence and beside its words, outside all that is said. */
export function dateOfSaying(snapshot: Snapshot, said: Said): DateExpression | null {
  const { cue, source } = said, sentence = cue && snapshot.analysis && sentenceAt(snapshot.analysis, cue[0]);
  if (!sentence) return null;
  const beside = ({ span }: DateExpression): boolean => [cue, source].some((part) => part && BESIDE.test(between(snapshot, part, span)));
  const dates = snapshot.article.dates.filter(({ span, type }) => (type === 'DATE' || type === 'TIME') && contains(sentence, span));
  return dates.find((date) => beside(date) && !allSaid(snapshot).some(({ span }) => contains(span, date.span))) ?? null;
}

const between = (snapshot: Snapshot, a: Span, b: Span): string => (a[1] <= b[0] ? snapshot.textOf([a[1], b[0]]) : b[1] <= a[0] ? snapshot.textOf([b[1], a[0]]) : '');

/** The sentence around an offset. */
function sentenceAt({ blocks }: Pick<Analysis, 'blocks'>, offset: number): Span | null {
  const block = blocks.find(({ start, layer }) => start <= offset && offset < start + layer.text.length);
  if (!block) return null;
  const { start, layer: { tokens, sentences } } = block;
  for (const { from, to } of sentences) {
    if (to <= from) continue;
    const first = tokens.start[from] ?? 0, end = tokens.end[to - 1] ?? 0;
    if (first <= offset - start && offset - start < end) return [start + first, start + end];
  }
  return null;
}
