import type { Attribution, Quotation, Span, Statement } from '../engine/index';
import type { Snapshot } from './snapshot';
import { touches } from './snapshot';

/** A quotation or a statement. */
export type Said = Quotation | Statement;

export const isQuotation = (said: Said): said is Quotation => 'kind' in said;

/** Everything said: quotations first, as the more certain. */
export const allSaid = (snapshot: Snapshot): readonly Said[] => [
  ...snapshot.article.quotations,
  ...snapshot.article.statements,
];

/** What is said with a cue at this offset. */
export function saidByCue(snapshot: Snapshot, offset: number): Said | null {
  return allSaid(snapshot).find(({ cue }) => cue && touches(cue, offset)) ?? null;
}

/** The stretch from the first to the last of content, source and cue. */
export function attributionSpan({ span, source, cue }: Attribution & { readonly span: Span }): Span {
  const parts = [span, source, cue].filter((part): part is Span => part !== null);
  return [Math.min(...parts.map(([start]) => start)), Math.max(...parts.map(([, end]) => end))];
}
