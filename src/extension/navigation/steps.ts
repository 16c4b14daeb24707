import { HUES, type FlatRange, MarkKind } from '../../protocol';
import type { Marks } from '../annotations/marks';

/** A place in a text, counted as VS Code counts. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

export type Direction = 1 | -1;
export type Wanted = (marks: Marks, index: number) => boolean;

export const isQuotation: Wanted = (marks, index) =>
  marks.kind(index) === MarkKind.Direct ||
  marks.kind(index) === MarkKind.Partial ||
  marks.kind(index) === MarkKind.Turn;
export const isMention: Wanted = (marks, index) =>
  marks.kind(index) === MarkKind.Name || marks.kind(index) === MarkKind.Source;
export const isDate: Wanted = (marks, index) => marks.kind(index) === MarkKind.Date;

/** Quotations of the speaker who has `hue`. Later speakers share one hue, so for them the marks alone do not tell. */
export function quotationOfHue(hue: number): Wanted | null {
  return hue >= 1 && hue <= HUES ? (marks, index) => isQuotation(marks, index) && marks.hue(index) === hue : null;
}

const isAfter = ([line, character]: FlatRange, at: Place): boolean =>
  line > at.line || (line === at.line && character > at.character);
const isBefore = ([line, character]: FlatRange, at: Place): boolean =>
  line < at.line || (line === at.line && character < at.character);

/**
 * The next of a list that starts after (or, going back, before) a place; past the end it goes on from the other end. -1 where the
 * list has none. Lists are in order of the text.
 */
export function step(
  count: number,
  wanted: (index: number) => boolean,
  rangeOf: (index: number) => FlatRange,
  at: Place,
  direction: Direction,
): number {
  const reached = direction === 1 ? isAfter : isBefore;
  let around = -1;
  for (let taken = 0; taken < count; taken++) {
    const index = direction === 1 ? taken : count - 1 - taken;
    if (!wanted(index)) continue;
    if (reached(rangeOf(index), at)) return index;
    if (around < 0) around = index;
  }
  return around;
}

export function stepMarks(marks: Marks, wanted: Wanted, at: Place, direction: Direction): FlatRange | null {
  const index = step(
    marks.count,
    (candidate) => wanted(marks, candidate),
    (candidate) => marks.range(candidate),
    at,
    direction,
  );
  return index < 0 ? null : marks.range(index);
}

/** The quotation that holds a place, the innermost of nested ones, or -1. */
export function quotationAt(marks: Marks, { line, character }: Place): number {
  let found = -1;
  for (let index = 0; index < marks.count && marks.startLine(index) <= line; index++) {
    const [startLine, start, endLine, end] = marks.range(index);
    const begins = startLine < line || start <= character;
    const ends = endLine > line || (endLine === line && end >= character);
    if (begins && ends && isQuotation(marks, index)) found = index;
  }
  return found;
}
