import { Char, charAt } from './characters';
import { MARKS, opens } from './openMarks';

/** A line of text: from `start` to `end`, without its line break, and what is visible of it, from `from` to `to`. */
export interface Line {
  readonly start: number;
  readonly from: number;
  readonly to: number;
  readonly end: number;
  /** Where the next line starts. */
  readonly next: number;
}

const CR = 0x0d,
  LF = 0x0a,
  LINE_SEPARATOR = 0x2028,
  PARAGRAPH_SEPARATOR = 0x2029;

/** Reads the line that starts at `start`. Lines end with LF, CR LF, a lone CR or one of Unicode's separators. */
export function readLine(text: string, start: number, limit: number): Line {
  let end = start;
  while (end < limit && !isBreak(text.charCodeAt(end))) end++;
  const next = end < limit && text.charCodeAt(end) === CR && text.charCodeAt(end + 1) === LF ? end + 2 : end + 1;
  let from = start,
    to = end;
  while (from < end && (charAt(text, from) === Char.Space || isQuoting(text, from, end))) from++;
  while (to > from && charAt(text, to - 1) === Char.Space) to--;
  return { start, from, to, end, next: Math.min(next, Math.max(limit, end)) };
}

/** The mark that mail puts before each line of what it quotes: “> ”, “>> ”, or alone on a line. */
function isQuoting(text: string, at: number, end: number): boolean {
  return (
    text.charAt(at) === '>' && (at + 1 === end || text.charAt(at + 1) === '>' || charAt(text, at + 1) === Char.Space)
  );
}

function isBreak(code: number): boolean {
  return code === LF || code === CR || code === LINE_SEPARATOR || code === PARAGRAPH_SEPARATOR;
}

const BULLETS = new Set('•●▪◦‣■·*➤►▶○'.split(''));
/** Marks that begin a list item or a line of dialogue when a space follows; they stay in the block. */
const DASHES = new Set('-–—'.split(''));

/** True where a list item's mark stands at `at`. */
export function isBullet(text: string, at: number): boolean {
  return BULLETS.has(text.charAt(at)) && charAt(text, at + 1) === Char.Space;
}

/** Bounds of the width of hard-wrapped text, in characters. */
const NARROWEST = 28,
  WIDEST = 200;
/** A break that leaves less than this much room can only be a wrap. */
const SLACK = 3;

const NO_JOINS: readonly boolean[] = [false];

/**
 * For each line, whether it goes on with the line before it: whether the run was wrapped by a typewriter's rule. It was where
 * nearly every break comes where the next word would not have fitted, and sentences run over the breaks.
 */
export function joinsLines(run: string, lines: readonly Line[]): readonly boolean[] {
  if (lines.length < 2) return NO_JOINS;
  const joins = joinsWithinMarks(run, lines);
  const width = lines.reduce((widest, { from, to }) => Math.max(widest, to - from), 0);
  if (width < NARROWEST || width > WIDEST) return joins;
  let full = 0,
    running = 0,
    lower = 0,
    breaks = 0;
  for (let i = 1; i < lines.length; i++) {
    const above = lines[i - 1],
      line = lines[i];
    if (!above || !line || begins(run, above, line)) continue;
    breaks++;
    if (isFull(run, above, line, width)) full++;
    if (!endsSentence(run, above)) running++;
    if (charAt(run, line.from) === Char.Lower) lower++;
  }
  const wrapped =
    breaks > 0 &&
    full >= breaks * 0.6 &&
    running >= breaks * 0.4 &&
    (lower === breaks || (breaks > 2 && lower >= breaks * 0.3));
  if (!wrapped) return joins;
  return lines.map((line, i) => {
    const above = lines[i - 1];
    if (joins[i]) return true;
    if (!above || begins(run, above, line)) return false;
    return isFull(run, above, line, width) || (!endsSentence(run, above) && charAt(run, line.from) === Char.Lower);
  });
}

/** For each line, whether it goes on in lower case with a quotation that the lines above began, or with the words that report it. */
function joinsWithinMarks(run: string, lines: readonly Line[]): boolean[] {
  let isOpen = false,
    isReported = false;
  return lines.map(({ from, to }, i) => {
    const joins = i > 0 && (isOpen || isReported) && charAt(run, from) === Char.Lower;
    if (!joins) isOpen = false;
    for (let at = from; at < to; at++) if (MARKS.includes(run.charAt(at))) isOpen = opens(run, at);
    isReported = to - from > 1 && /[,?!—–-]["”]$/.test(run.slice(to - 2, to));
    return joins;
  });
}

/** True where the line's first word would not have fitted on the line above. */
function isFull(run: string, above: Line, line: Line, width: number): boolean {
  let word = line.from;
  while (word < line.to && charAt(run, word) !== Char.Space) word++;
  return above.to - above.start + 1 + (word - line.from) > width - SLACK + above.from - above.start;
}

/** A list item, or a line set in further than the one above (which is no list item), begins something new. */
function begins(run: string, above: Line, line: Line): boolean {
  if (isBullet(run, line.from)) return true;
  if (
    DASHES.has(run.charAt(line.from)) &&
    charAt(run, line.from + 1) === Char.Space &&
    charAt(run, line.from + 2) === Char.Upper
  )
    return true;
  const deeper = line.from - line.start - (above.from - above.start);
  return deeper > 1 && !isBullet(run, above.from);
}

/** True where the line ends with a stop, with or without closing marks. */
function endsSentence(run: string, line: Line): boolean {
  let at = line.to;
  while (at > line.from && '"\'”’»)]'.includes(run.charAt(at - 1))) at--;
  return '.!?…:'.includes(run.charAt(at - 1));
}
