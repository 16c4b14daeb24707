import { oneLine } from './oneLine';

/** Longer quotations are cut at a word in lists. */
const LONGEST = 80;

/** The first words of a quotation on one line, without the marks around it. */
export function excerpt(quotation: string): string {
  const line = beginning(quotation),
    inner = line.replace(/^["'“”‘’«»„‚]+ ?/, '');
  return shorten(inner.length > LONGEST ? inner : inner.replace(/ ?["'“”‘’«»]+$/, '') || line);
}

/** A text on one line, cut at a word where it is longer than `longest` code units. */
export function shorten(text: string, longest = LONGEST): string {
  const line = beginning(text);
  if (line.length <= longest) return line;
  const cut = line.slice(0, longest);
  return `${cut.includes(' ') ? cut.replace(/\s+\S*$/, '') : cut.replace(/[\ud800-\udbff]$/, '')} …`;
}

/** Enough of a text for any of the lists, whatever its length. */
const beginning = (text: string): string => oneLine(text.slice(0, 8 * LONGEST));

/** Code units shown on either side of a word in its surroundings. */
const AROUND = 32;

/** The words around a span on its line, with the span's own between them. */
export function surroundings(text: string, [start, end]: readonly [number, number]): string {
  const before = text.slice(Math.max(0, start - AROUND), start).replace(/^[\s\S]*[\r\n]/, ''),
    after = text.slice(end, end + AROUND).replace(/[\r\n][\s\S]*$/, '');
  const head = before.length === AROUND ? before.replace(/^\S*\s/, '… ') : before,
    tail = after.length === AROUND ? after.replace(/\s\S*$/, ' …') : after;
  return oneLine(`${head}${text.slice(start, end)}${tail}`);
}
