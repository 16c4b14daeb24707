import type { Span } from '../engine/index';

/** Where an annotation stands, so that it is found again after the text has changed (W3C's TextQuoteSelector and TextPositionSelector). */
export interface Anchor {
  /** The words themselves. */
  readonly exact: string;
  /** The text right before and after them, up to CONTEXT code units. */
  readonly prefix: string;
  readonly suffix: string;
  /** Where they stood, UTF-16 code units from the text's start. */
  readonly start: number;
}

/** Code units of text kept on either side. */
export const CONTEXT = 32;

/** The anchor of a stretch of a text. */
export function anchorAt(text: string, [start, end]: Span): Anchor {
  return {
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT), start),
    suffix: text.slice(end, end + CONTEXT),
    start,
  };
}

/**
 * Where the anchored words now stand, or null where that is not certain; likeness is never enough. Certain is: the same place with
 * the same surroundings; the only place with the same surroundings on both sides; the only place of the words in the text where
 * one side is still the same.
 */
export function locate(text: string, anchor: Anchor): Span | null {
  const { exact, start } = anchor;
  if (!exact) return null;
  const both: number[] = [],
    one: number[] = [];
  let places = 0;
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
    places++;
    const sides = Number(hasPrefix(text, anchor, at)) + Number(hasSuffix(text, anchor, at));
    if (sides === 2) both.push(at);
    else if (sides === 1) one.push(at);
  }
  const [first] = both;
  if (both.includes(start)) return [start, start + exact.length];
  if (both.length === 1 && first !== undefined) return [first, first + exact.length];
  const [only] = one;
  return both.length === 0 && places === 1 && only !== undefined ? [only, only + exact.length] : null;
}

const hasPrefix = (text: string, { prefix }: Anchor, at: number): boolean =>
  text.slice(Math.max(0, at - prefix.length), at) === prefix;
const hasSuffix = (text: string, { exact, suffix }: Anchor, at: number): boolean =>
  text.startsWith(suffix, at + exact.length);
