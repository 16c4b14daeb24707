/**
 * A cheap look at a text: is it prose that may quote somebody, or a log, a list, a table, a file of settings? Only the beginning is
 * read, so that the test costs the same for any text. Writing is judged by its shape alone, never by its words.
 */

/** Code units of the text that are looked at. */
const SAMPLE = 16_384;
/** A text with no more lines than this is too short to be called a list. */
const FEW_LINES = 4;
/** The share of the text, in code units, that must read as sentences. */
const PROSE_SHARE = 0.25;
/** A sentence has at least this many words, or a line without a full stop that many. */
const SENTENCE_WORDS = 4;
const RUNNING_WORDS = 9;

/** Whether the text should be annotated. An empty or very short text counts as prose unless it plainly is something else. */
export function looksLikeProse(text: string): boolean {
  let prose = 0,
    machine = 0,
    plain = 0,
    lines = 0;
  for (const line of text.slice(0, SAMPLE).split(/\r\n|\r|\n/)) {
    const trimmed = line.trim();
    if (!trimmed) continue;
    lines++;
    const kind = lineKind(trimmed);
    if (kind === 'prose') prose += trimmed.length;
    else if (kind === 'machine') machine += trimmed.length;
    else plain += trimmed.length;
  }
  if (prose === 0) return machine === 0 && lines <= FEW_LINES;
  return prose >= machine && prose >= PROSE_SHARE * (prose + machine + plain);
}

/** A time of day or a date in figures, a level in capitals or a bracketed field at the start of a line, as programs write them. */
const LOG =
  /^(?:\[[^\]]{1,40}\]\s*\S|<\d+>|\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d|\d\d:\d\d:\d\d|[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d|\d+ (?:silly|verbose|debug|info|http|timing|warn|error)\b|(?:TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL)\b)/;
/** `name==1.2`, `name>=1`, `key = value`, `key: {`, a comment or a tag. */
const CODE = /^(?:[\w.\-[\]"']+\s*(?:[=<>~!]=|=|:=)|[{}<]|#!|\/\/|\/\*|--\s)|[{};]$/;
/** Control characters and what stands for undecodable bytes. */
const BINARY = /[\u0000-\u0008\u000e-\u001f\ufffd]/;
const CELLS = /[^\s,;\t|][,;|](?=[^\s,;|])|\t/g;
const WORD = /\p{L}[\p{L}\p{M}'’-]*/gu;
const SENTENCE_END = /[.!?…:,;—–-]["'”’»)\]]*$|["”’»]$/;

function lineKind(line: string): 'prose' | 'machine' | 'plain' {
  if (BINARY.test(line) || LOG.test(line)) return 'machine';
  const words = line.match(WORD) ?? [];
  const letters = words.reduce((sum, word) => sum + word.length, 0);
  const cells = line.match(CELLS)?.length ?? 0;
  if (cells >= 2 && cells * 3 >= words.length) return 'machine';
  const readable = letters >= 0.6 * line.length;
  const sentence = words.length >= RUNNING_WORDS || (words.length >= SENTENCE_WORDS && SENTENCE_END.test(line));
  if (readable && sentence) return 'prose';
  return CODE.test(line) || letters < 0.4 * line.length ? 'machine' : 'plain';
}
