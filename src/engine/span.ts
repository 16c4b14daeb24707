import type { Span } from './model';

/** The number of code units that both spans cover. */
export const overlap = (a: Span, b: Span): number => Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]));

/** Whether `outer` covers all of `inner`; a span contains itself. */
export const contains = (outer: Span, inner: Span): boolean => outer[0] <= inner[0] && inner[1] <= outer[1];

/** The span moved by `delta` code units. */
export const shift = (span: Span, delta: number): Span => [span[0] + delta, span[1] + delta];

/** `shift` for a span that may be absent. */
export const shiftOptional = (span: Span | null, delta: number): Span | null => span && shift(span, delta);

/** Order of the text: by start, the longer first where two start together. */
export const bySpan = (a: { readonly span: Span }, b: { readonly span: Span }): number =>
  a.span[0] - b.span[0] || b.span[1] - a.span[1];
