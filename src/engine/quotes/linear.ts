/**
 * Decisions by learned weights: the options of a decision are sets of features, a feature is a hash into one table of weights that
 * all decisions share, and an option's score is the sum of its features' weights. (The "hashing trick" of Weinberger et al., 2009.)
 */
import type { FrameWeights } from './words';

/** Size of the table of weights, a power of two. */
export const TABLE_SIZE = 1 << 17;
const MASK = TABLE_SIZE - 1;

/** The options of one decision, kept in buffers that are used again for the next. */
export class Options {
  count = 0;
  /** How many ways the features of the only option are seen apart (`fanOut`); 1 where each option has features of its own. */
  ways = 1;
  #features = new Int32Array(4096);
  #starts = new Int32Array(256);
  #used = 0;
  #isSpread = true;

  clear(): void {
    this.count = 0;
    this.ways = 1;
    this.#used = 0;
    this.#isSpread = true;
  }

  /** The features of all options, one option behind the other. */
  get features(): Int32Array {
    if (!this.#isSpread) this.#spread();
    return this.#features;
  }

  /** Where each option's features begin; the last entry is where the last option's end. */
  get starts(): Int32Array {
    if (!this.#isSpread) this.#spread();
    return this.#starts;
  }

  /** The features that all ways share, `size` of them. */
  get shared(): Int32Array {
    return this.#features;
  }

  get size(): number {
    return this.#used;
  }

  /** Begins the next option. */
  next(): void {
    if (this.count + 2 > this.#starts.length) this.#starts = grown(this.#starts);
    this.#starts[this.count++] = this.#used;
    this.#starts[this.count] = this.#used;
  }

  /** Adds a feature to the option begun last; `template` tells features of different meaning apart. */
  add(template: number, a: number, b = 0, c = 0): void {
    const at = this.#used;
    if (at === this.#features.length) this.#features = grown(this.#features);
    this.#features[at] = hash(template, a, b, c);
    this.#starts[this.count] = this.#used = at + 1;
  }

  /** Turns the only option into `ways`: one without features, and `ways - 1` that see the same features apart. */
  fanOut(ways: number): void {
    this.count = this.ways = ways;
    this.#isSpread = false;
  }

  /** Writes the features of each way out, for whoever looks at the options one by one. */
  #spread(): void {
    const size = this.#used,
      { ways } = this;
    while (size * ways > this.#features.length) this.#features = grown(this.#features);
    while (ways + 1 > this.#starts.length) this.#starts = grown(this.#starts);
    const features = this.#features;
    this.#starts[0] = this.#starts[1] = 0;
    for (let way = 1; way < ways; way++) {
      const start = (way - 1) * size;
      if (way > 1) for (let i = 0; i < size; i++) features[start + i] = placeOf(features[i] ?? 0, way);
      this.#starts[way + 1] = start + size;
    }
    this.#used = size * (ways - 1);
    this.#isSpread = true;
  }
}

/** Where a feature's weight for a way stands: all ways side by side (the first by the feature itself; the place behind it is free). */
const placeOf = (feature: number, way: number): number => (way > 1 ? feature + way : feature) & MASK;

/** The option chosen, and how likely the weights hold it among all. */
export interface Choice {
  readonly option: number;
  readonly probability: number;
}

export class LinearModel {
  readonly #weights: Int8Array;
  readonly #unit: number;
  #scores = new Float64Array(256);
  #shares = new Float64Array(256);

  constructor({ bytes, unit }: FrameWeights) {
    this.#weights = bytes;
    this.#unit = unit;
  }

  /** The best option, and how likely it is among all; -1 where there is none. */
  choose(options: Options): Choice {
    const option = this.best(options);
    return { option, probability: option < 0 ? 0 : (this.probabilities(options.count)[option] ?? 0) };
  }

  /** The best option; -1 where there is none. */
  best(options: Options): number {
    const { count } = options;
    if (this.#scores.length < count)
      [this.#scores, this.#shares] = [new Float64Array(count * 2), new Float64Array(count * 2)];
    return options.ways > 1 ? this.#bestWay(options) : this.#bestOption(options);
  }

  #bestOption({ count, starts, features }: Options): number {
    const scores = this.#scores,
      weights = this.#weights,
      unit = this.#unit;
    let best = -1,
      most = -Infinity;
    for (let option = 0, i = 0; option < count; option++) {
      let sum = 0;
      for (const end = starts[option + 1] ?? 0; i < end; i++) sum += weights[features[i] ?? 0] ?? 0;
      const score = sum * unit;
      scores[option] = score;
      if (score > most) {
        best = option;
        most = score;
      }
    }
    return best;
  }

  /** Where all options see the same features: each is looked up once, its weights for all ways side by side. */
  #bestWay({ ways, shared, size }: Options): number {
    const scores = this.#scores,
      weights = this.#weights,
      unit = this.#unit;
    scores.fill(0, 0, ways);
    for (let i = 0; i < size; i++) {
      const feature = shared[i] ?? 0;
      for (let way = 1; way < ways; way++) scores[way] = (scores[way] ?? 0) + (weights[placeOf(feature, way)] ?? 0);
    }
    let best = 0;
    for (let way = 1; way < ways; way++) {
      scores[way] = (scores[way] ?? 0) * unit;
      if ((scores[way] ?? 0) > (scores[best] ?? 0)) best = way;
    }
    return best;
  }

  /** The scores of the options chosen from last, in order; the list is used again for the next choice. */
  get scores(): Float64Array {
    return this.#scores;
  }

  /** How likely each of the options chosen from last is, in order; the list is used again for the next choice. */
  probabilities(count: number): Float64Array {
    const scores = this.#scores,
      shares = this.#shares;
    let most = -Infinity,
      total = 0;
    for (let option = 0; option < count; option++) most = Math.max(most, scores[option] ?? 0);
    for (let option = 0; option < count; option++) total += shares[option] = Math.exp((scores[option] ?? 0) - most);
    for (let option = 0; option < count; option++) shares[option] = (shares[option] ?? 0) / total;
    return shares;
  }
}

/** Spreads features over the table, so that what stands side by side are the ways of one. Odd, so that no two features become one. */
const SPREAD = 0x14385;

function hash(template: number, a: number, b: number, c: number): number {
  let h = Math.imul(template + 1, 0x9e3779b1) ^ Math.imul(a + 0x165667b1, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d) ^ Math.imul(b + 0x27d4eb2f, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 13), 0x297a2d39) ^ Math.imul(c + 0x61c88647, 0x9e3779b1);
  return Math.imul(h ^ (h >>> 16), SPREAD) & MASK;
}

function grown(buffer: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(buffer.length * 2);
  larger.set(buffer);
  return larger;
}
