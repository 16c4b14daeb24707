import { Char, charAt } from './characters';
import type { Line } from './lines';
import { MARKS, opens } from './openMarks';

/** How many runs of lines one quotation may be cut into, less one. */
export const FARTHEST_LINK = 4;

/** No longer than this is what a page set apart within a sentence: the name of a paper, a word in italics. */
const LONGEST_MIDDLE = 60;

/**
 * For each run of lines, whether it goes on with the one before it: blank lines around a name or a word that a page set apart cut a
 * quotation into pieces. They did where a run ends inside a mark and inside a sentence, another soon begins in lower case and closes
 * that mark, and what stands between is short and without marks. This depends on those runs alone, so that an edit farther away than
 * `FARTHEST_LINK` runs changes nothing.
 */
export function linksRuns(text: string, runs: readonly (readonly Line[])[]): readonly boolean[] {
  const links = runs.map(() => false);
  for (let from = 0; from < runs.length - 1; from++) {
    const run = runs[from];
    if (!run || !hangs(text, run)) continue;
    const to = closingRun(text, runs, from);
    for (let at = from + 1; at <= to; at++) links[at] = true;
  }
  return links;
}

/** The run that goes on with the hanging one at `from` and closes its mark, or -1. */
function closingRun(text: string, runs: readonly (readonly Line[])[], from: number): number {
  for (let at = from + 1; at < runs.length && at <= from + FARTHEST_LINK; at++) {
    const run = runs[at] ?? [],
      start = startOf(run),
      end = endOf(run),
      mark = firstMark(text, start, end);
    if (mark >= 0) return charAt(text, start) === Char.Lower && !opens(text, mark) ? at : -1;
    if (end - start > LONGEST_MIDDLE || endsSentence(text, end)) return -1;
  }
  return -1;
}

const startOf = (run: readonly Line[]): number => run[0]?.from ?? 0;
const endOf = (run: readonly Line[]): number => run[run.length - 1]?.to ?? 0;

/** Whether a run ends inside a mark that it opens, and inside a sentence. */
function hangs(text: string, run: readonly Line[]): boolean {
  const start = startOf(run),
    end = endOf(run);
  if (endsSentence(text, end)) return false;
  let mark = end - 2;
  while (mark >= start && !MARKS.includes(text.charAt(mark))) mark--;
  return mark >= start && opens(text, mark);
}

function firstMark(text: string, start: number, end: number): number {
  for (let at = start; at < end; at++) if (MARKS.includes(text.charAt(at))) return at;
  return -1;
}

function endsSentence(text: string, end: number): boolean {
  return /[.!?…:;"”)\]]/.test(text.charAt(end - 1));
}
