/** A text on one line: line breaks with the marks of quoting behind them are blanks, and the halves of a word that a line end broke are one. */
export const oneLine = (text: string): string =>
  text
    .replace(/(?<=\p{Ll})-[^\S\r\n]*(?:\r\n|\r|\n)[^\S\r\n]*(?:>[>\s]*)?(?=\p{Ll})/gu, '')
    .replace(/[\r\n]\s*(?:>[>\s]*)?/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
