/** A text written with its spans marked in it: `[S Ann Lee] [C said] [Q “Yes”]`. */
export interface Marked {
  /** The text without the marks. */
  readonly text: string;
  /** For each label, its spans in order of their starts: half-open UTF-16 offsets into `text`. */
  readonly spans: Readonly<Record<string, readonly (readonly [start: number, end: number])[]>>;
}

/**
 * Reads a text whose spans stand in brackets, each with its label first. A label is a word of letters, digits, `_`, `.` and `-`,
 * and one space ends it. Spans may be nested: `[Q “[M Ann Lee] left”]`. A bracket of the text itself is written `\[` or `\]`,
 * a backslash `\\`.
 */
export function marked(source: string): Marked {
  const spans: Record<string, [number, number][]> = {};
  const open: [number, number][] = [];
  let text = '';
  for (let at = 0; at < source.length; at++) {
    const char = source.charAt(at);
    if (char === '\\' && '[]\\'.includes(source.charAt(at + 1)) && at + 1 < source.length) {
      text += source.charAt(++at);
    } else if (char === '[') {
      const label = /[\w.-]+ /y;
      label.lastIndex = at + 1;
      const name = label.exec(source)?.[0];
      if (!name) throw new Error(`A bracket without a label at ${at} of: ${source}`);
      const span: [number, number] = [text.length, -1];
      (spans[name.slice(0, -1)] ??= []).push(span);
      open.push(span);
      at += name.length;
    } else if (char === ']') {
      const span = open.pop();
      if (!span) throw new Error(`A bracket closes nothing at ${at} of: ${source}`);
      span[1] = text.length;
    } else {
      text += char;
    }
  }
  if (open.length) throw new Error(`A bracket is not closed in: ${source}`);
  return { text, spans };
}

/** The opposite of `marked`: the text with the given spans in brackets, for messages that people read. Spans may be nested, not crossed. */
export function mark(
  text: string,
  spans: Readonly<Record<string, readonly (readonly [start: number, end: number])[]>>,
): string {
  const all = Object.entries(spans).flatMap(([label, list]) => list.map(([start, end]) => ({ label, start, end })));
  all.sort((a, b) => a.start - b.start || b.end - a.end);
  const ends: number[] = [];
  let marks = '',
    at = 0;
  const upTo = (offset: number): void => {
    marks += text.slice(at, offset).replace(/[[\]\\]/g, '\\$&');
    at = offset;
  };
  const close = (before: number): void => {
    for (let end = ends.at(-1); end !== undefined && end <= before; end = ends.at(-1)) {
      upTo(end);
      marks += ']';
      ends.pop();
    }
  };
  for (const { label, start, end } of all) {
    close(start);
    upTo(start);
    marks += `[${label} `;
    ends.push(end);
  }
  close(text.length);
  upTo(text.length);
  return marks;
}
