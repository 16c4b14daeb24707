import {
  type Analysis,
  changeOf,
  contains,
  DOUBTFUL,
  type Place,
  type PlacedAttribution,
  type Span,
} from '../engine/index';
import { DOUBTFUL_FLAG, MARK_SIZE, MarkKind } from '../protocol';

/** What the marks are made of; not the article, which would cost a keystroke more than all the rest. */
export type MarkSource = Pick<Analysis, 'layout' | 'document'>;

/** The colours of speakers by the keys that the text knows them by: `Hues`. */
export interface HueOf {
  of(key: string): number;
}

/** Where lines begin, as offsets; `count` lines, the first at 0. */
export interface Lines {
  readonly count: number;
  startOf(line: number): number;
}

/** The highlighted stretches in order of the text, MARK_SIZE numbers each, as protocol.ts describes them. */
export function makeMarks(source: MarkSource, hues: HueOf, lines: Lines): Int32Array {
  return new Marks().make(source, hues, lines);
}

/** What a block gives to highlight, five numbers each: how many blocks back it stands, start, end, kind, and whose it is, an entity or -1. */
const ROW = 5;
const QUOTATION_MARK = {
  direct: MarkKind.Direct,
  partial: MarkKind.Partial,
  other: MarkKind.Other,
  turn: MarkKind.Turn,
} as const;

/** The lists that a block's rows are made from. */
const LISTS = [
  ({ layout }: MarkSource) => layout.layers,
  ({ document }: MarkSource) => document.said.quotations,
  ({ document }: MarkSource) => document.said.statements,
  ({ document }: MarkSource) => document.people.mentions,
  ({ document }: MarkSource) => document.dates,
] as const;

/** Makes the marks of one version of a text after another; what the blocks give is kept, and gathered anew only where they changed. */
export class Marks {
  #lists: readonly (readonly unknown[])[] = LISTS.map(() => []);
  #rows = new Int32Array(0);
  /** For each block, how many numbers stand before its rows, and how many there are in all. */
  #firsts = new Int32Array(1);

  make(source: MarkSource, hues: HueOf, lines: Lines): Int32Array {
    this.#gather(source);
    return flatten(this.#place(source, hues), lines);
  }

  #gather(source: MarkSource): void {
    const lists = LISTS.map((list) => list(source)),
      changes = lists.map((list, i) => changeOf(this.#lists[i] ?? [], list)),
      count = source.layout.layers.length;
    const from = Math.min(...changes.map((change) => change.from)),
      tail = Math.min(...changes.map(({ to }) => count - to)),
      before = this.#firsts,
      oldTo = before.length - 1 - tail;
    const rows: number[] = [],
      firsts = new Int32Array(count + 1),
      head = before[from] ?? 0;
    firsts.set(before.subarray(0, from));
    for (let block = from; block < count - tail; block++) {
      firsts[block] = head + rows.length;
      addBlock(source, block, rows);
    }
    const end = before[oldTo] ?? 0,
      more = head + rows.length - end,
      all = new Int32Array(this.#rows.length + more);
    for (let block = count - tail, old = oldTo; block <= count; block++, old++)
      firsts[block] = (before[old] ?? 0) + more;
    all.set(this.#rows.subarray(0, head));
    all.set(rows, head);
    all.set(this.#rows.subarray(end), head + rows.length);
    [this.#lists, this.#rows, this.#firsts] = [lists, all, firsts];
  }

  #place({ layout: { starts }, document }: MarkSource, hues: HueOf): Stretches {
    const rows = this.#rows,
      firsts = this.#firsts,
      colors = Uint8Array.from(document.people.entities, ({ key }) => hues.of(key)),
      found = new Stretches(rows.length / ROW);
    for (let block = 0; block + 1 < firsts.length; block++) {
      for (let at = firsts[block] ?? 0; at < (firsts[block + 1] ?? 0); at += ROW) {
        const start = starts[block - (rows[at] ?? 0)] ?? 0;
        found.add(
          start + (rows[at + 1] ?? 0),
          start + (rows[at + 2] ?? 0),
          rows[at + 3] ?? 0,
          colors[rows[at + 4] ?? -1] ?? 0,
        );
      }
    }
    return found;
  }
}

function addBlock({ layout, document: { said, people, dates } }: MarkSource, block: number, rows: number[]): void {
  for (const statement of said.statements[block] ?? []) {
    addSaid(statement.span, MarkKind.Statement, statement, rows);
    addEach(statement, block, people, rows);
  }
  for (const quotation of said.quotations[block] ?? []) {
    addSaid(quotation.span, QUOTATION_MARK[quotation.kind], quotation, rows);
    addEach(quotation, block, people, rows);
  }
  const forms = layout.layers[block]?.dates ?? [],
    count = dates[block]?.length ?? 0;
  for (let index = 0; index < count; index++) {
    const span = forms[index]?.span;
    if (span) rows.push(0, span[0], span[1], MarkKind.Date, -1);
  }
  for (const { form, span } of people.mentions[block] ?? [])
    if (form === 'name') rows.push(0, span[0], span[1], MarkKind.Name, -1);
}

function addSaid(span: Span, kind: MarkKind, { speaker, source, cue, why }: PlacedAttribution, rows: number[]): void {
  if (kind === MarkKind.Other) return void rows.push(0, span[0], span[1], kind, -1);
  const doubt = speaker === null || why.confidence < DOUBTFUL ? DOUBTFUL_FLAG : 0,
    who = speaker ?? -1;
  const add = (place: Place, what: number): void => void rows.push(place.back, place.span[0], place.span[1], what, who);
  add({ back: 0, span }, kind | doubt);
  if (cue) add(cue, MarkKind.Cue);
  if (source) add(source, MarkKind.Source | doubt);
}

/** Where several speak together, each of their names has its own colour. */
function addEach(
  { speakers, source, why }: PlacedAttribution,
  block: number,
  people: MarkSource['document']['people'],
  rows: number[],
): void {
  if (speakers.length < 2 || !source) return;
  const kind = MarkKind.Source | (why.confidence < DOUBTFUL ? DOUBTFUL_FLAG : 0);
  for (const { span, entity } of people.mentions[block - source.back] ?? [])
    if (contains(source.span, span) && speakers.includes(entity))
      rows.push(source.back, span[0], span[1], kind, entity);
}

/** Stretches in their places: parallel lists of start, end, kind and hue, filled up to `count`. */
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

/** More stretches than a text can have. A start (up to 2^31) and an index (below this) fit together into a number's 53 bits. */
const MAX_STRETCHES = 2 ** 22;

function flatten(found: Stretches, lines: Lines): Int32Array {
  const { start, end, kind, hue } = found,
    order = inOrder(found);
  const flat = new Int32Array(order.length * MARK_SIZE),
    cursor = new LineCursor(lines);
  let at = 0,
    lineBefore = 0,
    before = -1,
    source = -1;
  for (const packed of order) {
    const i = packed % (MAX_STRETCHES / 2),
      from = start[i] ?? 0,
      to = end[i] ?? 0,
      what = (kind[i] ?? 0) & ~DOUBTFUL_FLAG;
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
 * The stretches by their start, names last (one that is a source is found to be marked already), then as they were found. A number
 * holds the start, whether it is a name and the place in the list: numbers sort natively, several times as fast as with a comparison.
 */
function inOrder({ count: found, start, kind }: Stretches): Float64Array {
  const count = Math.min(found, MAX_STRETCHES / 2),
    order = new Float64Array(count);
  for (let i = 0; i < count; i++)
    order[i] = (start[i] ?? 0) * MAX_STRETCHES + (kind[i] === MarkKind.Name ? MAX_STRETCHES / 2 : 0) + i;
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
