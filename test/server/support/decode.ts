import { DOUBTFUL_FLAG, MARK_SIZE, MarkKind } from '../../../src/protocol';

/** Flat marks as lines that can be read: "Direct? 1 «words»" is a direct quotation in hue 1 whose speaker is doubtful. */
export function readMarks(marks: readonly number[], text: string): string[] {
  const lines = text.split(/\r\n|\r|\n/),
    read: string[] = [];
  let line = 0;
  for (let at = 0; at < marks.length; at += MARK_SIZE) {
    const [down = 0, from = 0, more = 0, to = 0, kind = 0, hue = 0] = marks.slice(at, at + MARK_SIZE);
    line += down;
    const words = more
      ? [lines[line]!.slice(from), ...lines.slice(line + 1, line + more), lines[line + more]!.slice(0, to)].join('⏎')
      : lines[line]!.slice(from, to);
    read.push(`${MarkKind[kind & ~DOUBTFUL_FLAG]}${kind & DOUBTFUL_FLAG ? '?' : ''} ${hue} «${words}»`);
  }
  return read;
}
