import { type Analysis, type DateForm, DOUBTFUL, type Place, type PlacedAttribution, type Span } from '../engine/index';
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

/** The stretches as they are found: parallel lists of start, end, kind and hue, filled up to `count`. */
class Stretches {
  count = 0;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly kind: Uint8Array;
  readonly hue: Uint8Array;

  constructor(room: number) {
    this.start = new Int32Array(room);
    this.end = new Int32Array(room);
    this.kind = new Uint8Array(room);
    this.hue = new Uint8Array(room);
  }

  add(start: number, end: number, kind: number, hue: number): void {
    const at = this.count++;
    this.start[at] = start;
    this.end[at] = end;
    this.kind[at] = kind;
    this.hue[at] = hue;
  }
}

/** How many stretches there can be: what is said has at most three, itself, its source and its cue. */
function room({ document: { said, people, dates } }: MarkSource): number {
  const lengths = (lists: readonly (readonly unknown[])[]): number => lists.reduce((sum, list) => sum + list.length, 0);
  return 3 * (lengths(said.quotations) + lengths(said.statements)) + lengths(people.mentions) + lengths(dates);
}

const QUOTATION_MARK = { direct: MarkKind.Direct, partial: MarkKind.Partial, other: MarkKind.Other } as const;

/** Gathers the stretches, block by block. Runs after every keystroke, over all of the text: so plain loops, and nothing made on the way. */
class Collector {
  readonly #found: Stretches;
  readonly #hues: Uint8Array;

  constructor(private readonly from: MarkSource, hues: Hues) {
    this.#found = new Stretches(room(from));
    this.#hues = Uint8Array.from(from.document.people.entities, ({ key }) => hues.of(key));
  }

  collect(): Stretches {
    const { blocks, document: { said, people, dates } } = this.from;
    for (let block = 0; block < blocks.length; block++) {
      const start = blocks[block]?.start ?? 0, statements = said.statements[block], quotations = said.quotations[block];
      if (statements) for (const statement of statements) this.#said(block, start, statement.span, MarkKind.Statement, statement);
      if (quotations) for (const quotation of quotations) this.#said(block, start, quotation.span, QUOTATION_MARK[quotation.kind], quotation);
    }
    // Names last, of all blocks: one that is a source is found to be marked already (`flatten`).
    for (let block = 0; block < blocks.length; block++) {
      const start = blocks[block]?.start ?? 0, mentions = people.mentions[block], count = dates[block]?.length ?? 0;
      if (count) this.#dates(start, blocks[block]?.layer.dates ?? [], count);
      if (mentions) for (const { form, span } of mentions) if (form === 'name') this.#found.add(start + span[0], start + span[1], MarkKind.Name, 0);
    }
    return this.#found;
  }

  #said(block: number, start: number, span: Span, kind: MarkKind, said: PlacedAttribution): void {
    if (kind === MarkKind.Other) return this.#found.add(start + span[0], start + span[1], kind, 0);
    const hue = said.speaker === null ? 0 : (this.#hues[said.speaker] ?? 0);
    const doubt = said.speaker === null || said.why.confidence < DOUBTFUL ? DOUBTFUL_FLAG : 0;
    this.#found.add(start + span[0], start + span[1], kind | doubt, hue);
    if (said.cue) this.#place(block, said.cue, MarkKind.Cue, hue);
    if (said.source) this.#place(block, said.source, MarkKind.Source | doubt, hue);
  }

  #place(block: number, { back, span }: Place, kind: number, hue: number): void {
    const at = this.from.blocks[block - back];
    if (at) this.#found.add(at.start + span[0], at.start + span[1], kind, hue);
  }

  #dates(start: number, forms: readonly DateForm[], count: number): void {
    for (let index = 0; index < count; index++) {
      const span = forms[index]?.span;
      if (span) this.#found.add(start + span[0], start + span[1], MarkKind.Date, 0);
    }
  }
}

/** More stretches than a text can have. A start (up to 2^31) and an index (below this) fit together into a number's 53 bits. */
const MAX_STRETCHES = 2 ** 22;

function flatten(found: Stretches, lines: Lines): Int32Array {
  const { start, end, kind, hue } = found, order = inOrder(found);
  const flat = new Int32Array(order.length * MARK_SIZE), cursor = new LineCursor(lines);
  let at = 0, lineBefore = 0, before = -1, source = -1;
  for (const packed of order) {
    const i = packed % MAX_STRETCHES, from = start[i] ?? 0, to = end[i] ?? 0, what = (kind[i] ?? 0) & ~DOUBTFUL_FLAG;
    // What begins together stands side by side here. Two pieces of one quotation share their source and cue ...
    if (before >= 0 && start[before] === from && end[before] === to && kind[before] === kind[i]) continue;
    // ... and a name that is a source, or a part of one, is not marked again.
    if (what === MarkKind.Name && source >= 0 && start[source] === from && to <= (end[source] ?? 0)) continue;
    if (what === MarkKind.Source) source = i;
    before = i;
    cursor.forward(from);
    const more = cursor.linesTo(to);
    flat[at++] = cursor.line - lineBefore;
    flat[at++] = from - cursor.start;
    flat[at++] = more;
    flat[at++] = to - (more ? lines.startOf(cursor.line + more) : cursor.start);
    flat[at++] = kind[i] ?? 0;
    flat[at++] = hue[i] ?? 0;
    lineBefore = cursor.line;
  }
  return flat.subarray(0, at);
}

/**
 * The stretches by their start, then as they were found. A number holds the start and the place in the list: numbers sort natively,
 * several times as fast as with a comparison.
 */
function inOrder({ count: found, start }: Stretches): Float64Array {
  const count = Math.min(found, MAX_STRETCHES), order = new Float64Array(count);
  for (let i = 0; i < count; i++) order[i] = (start[i] ?? 0) * MAX_STRETCHES + i;
  return order.sort();
}

/** Goes down the lines with offsets that come in order. */
class LineCursor {
  line = 0;
  start = 0;
  #next: number;

  constructor(private readonly lines: Lines) {
    this.#next = this.#startAfter(0);
  }

  /** Goes to the line of an offset that is not before the one of the last call. */
  forward(offset: number): void {
    if (offset < this.#next) return;
    this.line = this.#lineOf(offset);
    this.start = this.lines.startOf(this.line);
    this.#next = this.#startAfter(this.line);
  }

  /** How many lines below this one an offset stands. */
  linesTo(offset: number): number {
    return offset < this.#next ? 0 : this.#lineOf(offset) - this.line;
  }

  #startAfter(line: number): number {
    return line + 1 < this.lines.count ? this.lines.startOf(line + 1) : Infinity;
  }

  /** The line of an offset on this line or below: a few steps as a rule, halving where it is far. */
  #lineOf(offset: number): number {
    let from = this.line;
    for (let step = 0; step < 4; step++, from++) if (this.#startAfter(from) > offset) return from;
    let to = this.lines.count;
    while (from + 1 < to) {
      const middle = (from + to) >> 1;
      if (this.lines.startOf(middle) <= offset) from = middle;
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
