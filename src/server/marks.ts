import { type Analysis, DOUBTFUL, type Place, type PlacedAttribution, type Span } from '../engine/index';
import { DOUBTFUL_FLAG, MARK_SIZE, MarkKind } from '../protocol';
import type { Hues } from './hues';

/** What the marks are made of; not the article, which would cost a keystroke more than all the rest. */
export type MarkSource = Pick<Analysis, 'blocks' | 'document'>;

/** Where lines begin, as offsets; `count` lines, the first at 0. */
export interface Lines {
  readonly count: number;
  startOf(line: number): number;
}

/** The highlighted stretches in order of the text, MARK_SIZE numbers each, as protocol.ts describes them. */
export function makeMarks(source: MarkSource, hues: Hues, lines: Lines): Int32Array {
  const collected = new Collector(source, hues).collect();
  return flatten(collected, lines);
}

/** The stretches as they are found: parallel lists of start, end, kind and hue. */
interface Stretches {
  readonly start: number[];
  readonly end: number[];
  readonly kind: number[];
  readonly hue: number[];
}

const QUOTATION_MARK = { direct: MarkKind.Direct, partial: MarkKind.Partial, other: MarkKind.Other } as const;

class Collector {
  readonly #stretches: Stretches = { start: [], end: [], kind: [], hue: [] };
  /** Start of each source's words -> their end: a name that is a source is not marked twice. */
  readonly #sources = new Map<number, number>();
  readonly #hues: readonly number[];

  constructor(private readonly from: MarkSource, hues: Hues) {
    this.#hues = from.document.people.entities.map(({ key }) => hues.of(key));
  }

  collect(): Stretches {
    const { said, people } = this.from.document;
    said.statements.forEach((list, block) => {
      for (const statement of list) this.#said(block, statement.span, MarkKind.Statement, statement);
    });
    said.quotations.forEach((list, block) => {
      for (const quotation of list) this.#said(block, quotation.span, QUOTATION_MARK[quotation.kind], quotation);
    });
    this.from.blocks.forEach(({ start, layer }, block) => {
      layer.dates.forEach(({ span }, index) => {
        if (this.from.document.dates[block]?.[index]) this.#add(start, span, MarkKind.Date, 0);
      });
      for (const { span, form } of people.mentions[block] ?? []) if (form === 'name') this.#name(start, span);
    });
    return this.#stretches;
  }

  #said(block: number, span: Span, kind: MarkKind, said: PlacedAttribution): void {
    const start = this.from.blocks[block]?.start ?? 0;
    if (kind === MarkKind.Other) return this.#add(start, span, kind, 0);
    const hue = said.speaker === null ? 0 : (this.#hues[said.speaker] ?? 0);
    const doubt = said.speaker === null || said.why.confidence < DOUBTFUL ? DOUBTFUL_FLAG : 0;
    this.#add(start, span, kind | doubt, hue);
    this.#place(block, said.cue, MarkKind.Cue, hue);
    const source = this.#place(block, said.source, MarkKind.Source | doubt, hue);
    if (source) this.#sources.set(source[0], Math.max(source[1], this.#sources.get(source[0]) ?? 0));
  }

  #place(block: number, place: Place | null, kind: number, hue: number): Span | null {
    const at = place && this.from.blocks[block - place.back];
    if (!place || !at) return null;
    this.#add(at.start, place.span, kind, hue);
    return [at.start + place.span[0], at.start + place.span[1]];
  }

  #name(start: number, span: Span): void {
    if ((this.#sources.get(start + span[0]) ?? 0) < start + span[1]) this.#add(start, span, MarkKind.Name, 0);
  }

  #add(start: number, span: Span, kind: number, hue: number): void {
    this.#stretches.start.push(start + span[0]);
    this.#stretches.end.push(start + span[1]);
    this.#stretches.kind.push(kind);
    this.#stretches.hue.push(hue);
  }
}

/** More stretches than a text can have. A start (up to 2^31) and an index (below this) fit together into a number's 53 bits. */
const MAX_STRETCHES = 2 ** 22;

function flatten({ start, end, kind, hue }: Stretches, lines: Lines): Int32Array {
  // One number holds the start and the place in the list: native sorting of numbers, several times as fast as with a comparison.
  const count = Math.min(start.length, MAX_STRETCHES), order = new Float64Array(count);
  for (let i = 0; i < count; i++) order[i] = (start[i] ?? 0) * MAX_STRETCHES + i;
  order.sort();
  const flat = new Int32Array(count * MARK_SIZE), cursor = new LineCursor(lines);
  let at = 0, lineBefore = 0, before = -1;
  for (const packed of order) {
    const i = packed % MAX_STRETCHES, from = start[i] ?? 0, to = end[i] ?? 0;
    // Two pieces of one quotation share their source and cue, which stand side by side here.
    if (before >= 0 && start[before] === from && end[before] === to && kind[before] === kind[i]) continue;
    before = i;
    const line = cursor.forward(from), lineStart = lines.startOf(line), lastLine = cursor.lineOf(to, line);
    flat[at++] = line - lineBefore;
    flat[at++] = from - lineStart;
    flat[at++] = lastLine - line;
    flat[at++] = to - lines.startOf(lastLine);
    flat[at++] = kind[i] ?? 0;
    flat[at++] = hue[i] ?? 0;
    lineBefore = line;
  }
  return flat.subarray(0, at);
}

/** Finds the lines of offsets that come in order. */
class LineCursor {
  #line = 0;
  constructor(private readonly lines: Lines) {}

  forward(offset: number): number {
    return (this.#line = this.lineOf(offset, this.#line));
  }

  /** The line of an offset at or after the start of `from`: a step or two as a rule, halving where it is far. */
  lineOf(offset: number, from: number): number {
    const { lines } = this;
    for (let step = 0; step < 4; step++, from++) if (from + 1 >= lines.count || lines.startOf(from + 1) > offset) return from;
    let to = lines.count;
    while (from + 1 < to) {
      const middle = (from + to) >> 1;
      if (lines.startOf(middle) <= offset) from = middle;
      else to = middle;
    }
    return from;
  }
}

/** The change between two lists of stretches: at stretch `from`, `remove` are gone and `insert` (flat) stands in their place. */
export interface MarksDelta {
  readonly from: number;
  readonly remove: number;
  readonly insert: readonly number[];
}

/** The smallest single replacement that turns `before` into `after`: what they share at both ends is left out. */
export function diffMarks(before: Int32Array, after: Int32Array): MarksDelta {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  head -= head % MARK_SIZE;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  tail -= tail % MARK_SIZE;
  return {
    from: head / MARK_SIZE,
    remove: (before.length - tail - head) / MARK_SIZE,
    insert: Array.from(after.subarray(head, after.length - tail)),
  };
}
