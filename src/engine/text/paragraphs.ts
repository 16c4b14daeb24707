import type { BlockKind } from '../model';
import { isBullet, joinsLines, type Line, readLine } from './lines';
import { linksRuns } from './links';
import type { Dissect, Looks, Piece } from './pieces';

/** A run of lines between blank lines, with the pieces it falls into. */
export interface Paragraph {
  readonly start: number;
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** The kinds of the pieces where nothing around the paragraph says otherwise; made once, so that a keystroke does not. */
  readonly kinds: readonly BlockKind[];
}

/** A line this long is a paragraph of its own, so that an edit in a text without blank lines stays cheap. */
const LONG_LINE = 240;

/**
 * The paragraphs of `text` that begin at or after `from` and before `to`; both must stand at a paragraph's edge. Where paragraphs end
 * depends on no more than `FARTHEST_LINK` of them around.
 */
export function splitParagraphs(
  text: string,
  from: number,
  to: number,
  dissect: Dissect,
  defaultKind: (looks: Looks) => BlockKind,
): Paragraph[] {
  const runs = readRuns(text, from, to),
    links = linksRuns(text, runs),
    paragraphs: Paragraph[] = [];
  for (let i = 0; i < runs.length;) {
    const lines = [...(runs[i] ?? [])],
      glued = lines.map(() => false);
    for (i++; links[i]; i++) {
      const more = runs[i] ?? [];
      glued.push(...more.map((_, line) => line === 0));
      lines.push(...more);
    }
    const start = lines[0]?.start ?? 0,
      run = text.slice(start, lines[lines.length - 1]?.end);
    const pieces = readPieces(run, start === 0 ? lines : lines.map((line) => moved(line, start)), glued, dissect);
    paragraphs.push({ start, text: run, pieces, kinds: pieces.map(({ looks }) => defaultKind(looks)) });
  }
  return paragraphs;
}

/** The lines that are not blank, in runs between blank ones; a long line is a run by itself. */
function readRuns(text: string, from: number, to: number): Line[][] {
  const runs: Line[][] = [];
  let isOpen = false;
  for (let at = from; at < to;) {
    const line = readLine(text, at, to),
      isLong = line.to - line.from > LONG_LINE;
    if (line.from < line.to) {
      if (isOpen && !isLong) runs[runs.length - 1]?.push(line);
      else runs.push([line]);
    }
    isOpen = line.from < line.to && !isLong;
    at = line.next;
  }
  return runs;
}

const moved = ({ start, from, to, end, next }: Line, by: number): Line => ({
  start: start - by,
  from: from - by,
  to: to - by,
  end: end - by,
  next: next - by,
});

/** Cuts a run of lines where one thing ends and the next begins. */
function readPieces(run: string, lines: readonly Line[], glued: readonly boolean[], dissect: Dissect): Piece[] {
  const pieces: Piece[] = [];
  const joins = joinsLines(run, lines);
  const copies = findCopies(run, lines);
  for (let i = 0; i < lines.length;) {
    let last = i;
    while (last + 1 < lines.length && (joins[last + 1] || glued[last + 1])) last++;
    const line = lines[i],
      end = lines[last];
    if (line && end) {
      const bullet = isBullet(run, line.from);
      const copy = i === last && copies.size > 0 && copies.has(textOf(run, line));
      pieces.push(...dissect(run, bullet ? line.from + bulletLength(run, line) : line.from, end.to, { bullet, copy }));
    }
    i = last + 1;
  }
  return pieces;
}

const NO_COPIES: ReadonlySet<string> = new Set();

/** The texts of list items that stand again as a line of their own, as the captions of a gallery do. */
function findCopies(run: string, lines: readonly Line[]): ReadonlySet<string> {
  if (lines.length < 2) return NO_COPIES;
  const items = new Set<string>(),
    copies = new Set<string>();
  for (const line of lines) {
    const text = textOf(run, line);
    if (items.has(text)) copies.add(text);
    else if (isBullet(run, line.from)) items.add(text);
  }
  return copies;
}

const textOf = (run: string, line: Line): string =>
  run.slice(line.from + (isBullet(run, line.from) ? bulletLength(run, line) : 0), line.to);

/** The bullet and the space behind it; nothing where the line is only a bullet. */
function bulletLength(run: string, line: Line): number {
  let at = line.from + 1;
  while (at < line.to && /\s/.test(run.charAt(at))) at++;
  return at < line.to ? at - line.from : 0;
}
