import { type AnnotationsParams, DOUBTFUL_FLAG, type FlatRange, MARK_SIZE, type MarkKind } from '../../protocol';

const KIND = 4,
  HUE = 5;

/**
 * The highlighted stretches of one version of a document, in order of the text. Kept as the numbers that the server sends
 * (protocol.ts), because a long text has tens of thousands; lines are counted from the top once, when first asked for.
 */
export class Marks {
  static readonly none = new Marks(new Int32Array(0));
  #lines: Int32Array | undefined;

  private constructor(private readonly flat: Int32Array) {}

  get count(): number {
    return this.flat.length / MARK_SIZE;
  }

  /** The marks after a change from the server. */
  apply({ from, remove, insert }: Pick<AnnotationsParams, 'from' | 'remove' | 'insert'>): Marks {
    const head = from * MARK_SIZE,
      tail = (from + remove) * MARK_SIZE;
    const next = new Int32Array(this.flat.length - (tail - head) + insert.length);
    next.set(this.flat.subarray(0, head));
    next.set(insert, head);
    next.set(this.flat.subarray(tail), head + insert.length);
    return new Marks(next);
  }

  kind(index: number): MarkKind {
    return this.#number(index, KIND) & ~DOUBTFUL_FLAG;
  }

  doubtful(index: number): boolean {
    return (this.#number(index, KIND) & DOUBTFUL_FLAG) !== 0;
  }

  hue(index: number): number {
    return this.#number(index, HUE);
  }

  startLine(index: number): number {
    return this.#startLines()[index] ?? 0;
  }

  range(index: number): FlatRange {
    const line = this.startLine(index);
    return [line, this.#number(index, 1), line + this.#number(index, 2), this.#number(index, 3)];
  }

  /** The first mark that starts on `line` or below; `count` where none does. */
  firstFrom(line: number): number {
    let low = 0,
      high = this.count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.startLine(middle) < line) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #number(index: number, field: number): number {
    return this.flat[index * MARK_SIZE + field] ?? 0;
  }

  #startLines(): Int32Array {
    if (this.#lines) return this.#lines;
    const lines = new Int32Array(this.count);
    let line = 0;
    for (let index = 0; index < lines.length; index++) lines[index] = line += this.#number(index, 0);
    return (this.#lines = lines);
  }
}
