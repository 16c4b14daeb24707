/** Learns the weights of names/ by stochastic gradients on a semi-Markov conditional random field. Deterministic. */
import { LABELS, TYPES } from '../../src/engine/names/types';
import type { Lattice } from './name-lattice';
import { shuffle } from './shuffle';

export interface TrainOptions {
  readonly epochs: number;
  readonly rate: number;
  /** The weight of the squared weights in the loss; each feature bears its share whenever it is seen, so that rare ones stay small. */
  readonly decay: number;
  /** The share of steps that leave out the names' own words. */
  readonly dropout: number;
  /** The share of all features that each step leaves out. */
  readonly blank: number;
  /** The first epoch whose steps count for the mean. */
  readonly settled: number;
}

const logAdd = (a: number, b: number): number =>
  a === -Infinity ? b : b === -Infinity ? a : a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b));

/** A generator of numbers from 0 to 1 that always gives the same row (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** The features of an example that one step sees: neither unknown nor left out. */
interface Seen {
  readonly outside: readonly Int32Array[];
  readonly inside: readonly Int32Array[];
  readonly first: readonly Int32Array[];
  readonly last: readonly Int32Array[];
  readonly segments: readonly Int32Array[];
}

export class Trainer {
  readonly weights: Float32Array;
  readonly #squares: Float32Array;
  /** What each weight's steps add up to, each times the number of its step, so that the mean over all steps can be told. */
  readonly #drift: Float64Array;
  #steps = 0;
  /** The slopes of one step, and the features that have one. */
  readonly #gradient: Float64Array;
  readonly #isTouched: Uint8Array;
  #touched: number[] = [];
  #wordless = false;
  #seed = 0;

  constructor(
    private readonly counts: readonly number[],
    private readonly options: TrainOptions,
  ) {
    const size = counts.length * LABELS;
    this.weights = new Float32Array(size);
    this.#squares = new Float32Array(size);
    this.#drift = new Float64Array(size);
    this.#gradient = new Float64Array(size);
    this.#isTouched = new Uint8Array(counts.length);
  }

  /** Only features that `keep` names are learned; all where it is empty. */
  keep: Uint8Array = new Uint8Array(0);

  /** Learns from the examples; `again` says how often each is read in an epoch. */
  train(
    lattices: readonly Lattice[],
    again: (index: number) => number,
    report: (epoch: number, loss: number) => void,
  ): void {
    const random = randomFrom(7),
      order = lattices.flatMap((_, index) => new Array<number>(again(index)).fill(index));
    for (let epoch = 0; epoch < this.options.epochs; epoch++) {
      shuffle(order, random);
      let loss = 0;
      for (const index of order) {
        if (epoch >= this.options.settled) this.#steps++;
        const lattice = lattices[index];
        if (lattice) loss += this.#step(lattice, random() < this.options.dropout);
      }
      report(epoch, loss / order.length);
    }
    // The mean of what the weights were behind each step of the later epochs: less at the mercy of what came last.
    if (this.#steps > 0)
      for (let at = 0; at < this.weights.length; at++)
        this.weights[at] = (this.weights[at] ?? 0) - (this.#drift[at] ?? 0) / this.#steps;
  }

  /** The features of a list that this step sees. */
  readonly #see = (features: Int32Array): Int32Array => {
    const { keep } = this,
      { blank } = this.options,
      seen = new Int32Array(features.length);
    let count = 0;
    for (const code of features) {
      if (code < 0 && this.#wordless) continue;
      const id = code < 0 ? ~code : code;
      if (keep.length && keep[id] !== 1) continue;
      if ((Math.imul(id ^ this.#seed, 0x9e3779b1) >>> 8) / 0x1000000 >= blank) seen[count++] = id;
    }
    return seen.subarray(0, count);
  };

  /** Adds what the features say of each type to the sums that begin at `row`. */
  #addTypes(features: Int32Array | undefined, sums: Float64Array, row: number): void {
    const { weights } = this;
    for (const id of features ?? [])
      for (let type = 0, at = id * LABELS; type < TYPES; type++, at++)
        sums[row + type] = (sums[row + type] ?? 0) + (weights[at] ?? 0);
  }

  #step(lattice: Lattice, wordless: boolean): number {
    this.#wordless = wordless;
    this.#seed = Math.imul(this.#seed + 1, 0x85ebca6b);
    const { count } = lattice,
      see = this.#see;
    const seen: Seen = {
      outside: lattice.outside.map(see),
      inside: lattice.inside.map(see),
      first: lattice.first.map(see),
      last: lattice.last.map(see),
      segments: lattice.segments.map(({ features }) => see(features)),
    };
    const outside = new Float64Array(count),
      inside = new Float64Array(count * TYPES),
      first = new Float64Array(count * TYPES),
      last = new Float64Array(count * TYPES),
      scores = new Float64Array(lattice.segments.length * TYPES);
    for (let at = 0; at < count; at++) {
      for (const id of seen.outside[at] ?? [])
        outside[at] = (outside[at] ?? 0) + (this.weights[id * LABELS + TYPES] ?? 0);
      this.#addTypes(seen.inside[at], inside, at * TYPES);
      this.#addTypes(seen.first[at], first, at * TYPES);
      this.#addTypes(seen.last[at], last, at * TYPES);
    }
    lattice.segments.forEach(({ from, to }, index) => {
      this.#addTypes(seen.segments[index], scores, index * TYPES);
      for (let type = 0; type < TYPES; type++) {
        let sum = (first[from * TYPES + type] ?? 0) + (last[(to - 1) * TYPES + type] ?? 0);
        for (let at = from; at < to; at++) sum += inside[at * TYPES + type] ?? 0;
        scores[index * TYPES + type] = (scores[index * TYPES + type] ?? 0) + sum;
      }
    });
    const free = this.#marginals(lattice, outside, scores, false),
      bound = this.#marginals(lattice, outside, scores, true);
    if (bound.total === -Infinity) return 0;
    this.#collect(lattice, seen, free, bound);
    this.#move();
    return free.total - bound.total;
  }

  /** The probability of every segment and type, and of every unit outside, over all paths or those that agree with the gold names. */
  #marginals(
    { count, segments, gold }: Lattice,
    outside: Float64Array,
    scores: Float64Array,
    bound: boolean,
  ): Marginals {
    const open = new Uint8Array(count).fill(1);
    if (bound) for (const name of gold) open.fill(0, name.from, name.to);
    const allowed = (from: number, to: number, type: number): boolean =>
      !bound || gold.some((name) => name.from === from && name.to === to && name.type === type);
    const ok = segments.map(({ from, to }) => Array.from({ length: TYPES }, (_, type) => allowed(from, to, type)));
    const forward = new Float64Array(count + 1).fill(-Infinity),
      backward = new Float64Array(count + 1).fill(-Infinity);
    forward[0] = backward[count] = 0;
    const ending: number[][] = Array.from({ length: count + 1 }, () => []),
      starting: number[][] = Array.from({ length: count + 1 }, () => []);
    segments.forEach(({ from, to }, index) => {
      ending[to]?.push(index);
      starting[from]?.push(index);
    });
    for (let to = 1; to <= count; to++) {
      let sum = open[to - 1] ? (forward[to - 1] ?? 0) + (outside[to - 1] ?? 0) : -Infinity;
      for (const index of ending[to] ?? [])
        for (let type = 0; type < TYPES; type++)
          if (ok[index]?.[type])
            sum = logAdd(sum, (forward[segments[index]?.from ?? 0] ?? 0) + (scores[index * TYPES + type] ?? 0));
      forward[to] = sum;
    }
    for (let from = count - 1; from >= 0; from--) {
      let sum = open[from] ? (backward[from + 1] ?? 0) + (outside[from] ?? 0) : -Infinity;
      for (const index of starting[from] ?? [])
        for (let type = 0; type < TYPES; type++)
          if (ok[index]?.[type])
            sum = logAdd(sum, (backward[segments[index]?.to ?? 0] ?? 0) + (scores[index * TYPES + type] ?? 0));
      backward[from] = sum;
    }
    const total = forward[count] ?? 0;
    const segment = scores.map((score, at) => {
      const index = Math.floor(at / TYPES),
        place = segments[index];
      return place && ok[index]?.[at % TYPES]
        ? Math.exp((forward[place.from] ?? 0) + score + (backward[place.to] ?? 0) - total)
        : 0;
    });
    const none = outside.map((score, at) =>
      open[at] ? Math.exp((forward[at] ?? 0) + score + (backward[at + 1] ?? 0) - total) : 0,
    );
    return { total, segment, none };
  }

  /** Adds to the slopes of a list's features. */
  #push(features: Int32Array | undefined, amounts: Float64Array, row: number, from: number, to: number): void {
    let any = false;
    for (let label = from; label < to; label++) any ||= Math.abs(amounts[row + label - from] ?? 0) >= 1e-3;
    if (!any) return;
    for (const id of features ?? []) {
      if (this.#isTouched[id] === 0) {
        this.#isTouched[id] = 1;
        this.#touched.push(id);
      }
      for (let label = from, at = id * LABELS + from; label < to; label++, at++)
        this.#gradient[at] = (this.#gradient[at] ?? 0) + (amounts[row + label - from] ?? 0);
    }
  }

  /** The slopes of all features: by how much the model expects each more often than the gold names have it. */
  #collect({ count, segments }: Lattice, seen: Seen, free: Marginals, bound: Marginals): void {
    const inside = new Float64Array(count * TYPES),
      first = new Float64Array(count * TYPES),
      last = new Float64Array(count * TYPES);
    const whole = free.segment.map((value, at) => value - (bound.segment[at] ?? 0)),
      none = free.none.map((value, at) => value - (bound.none[at] ?? 0));
    segments.forEach(({ from, to }, index) => {
      for (let type = 0; type < TYPES; type++) {
        const amount = whole[index * TYPES + type] ?? 0;
        if (Math.abs(amount) < 1e-4) continue;
        first[from * TYPES + type] = (first[from * TYPES + type] ?? 0) + amount;
        last[(to - 1) * TYPES + type] = (last[(to - 1) * TYPES + type] ?? 0) + amount;
        for (let at = from; at < to; at++) inside[at * TYPES + type] = (inside[at * TYPES + type] ?? 0) + amount;
      }
      this.#push(seen.segments[index], whole, index * TYPES, 0, TYPES);
    });
    for (let at = 0; at < count; at++) {
      this.#push(seen.inside[at], inside, at * TYPES, 0, TYPES);
      this.#push(seen.first[at], first, at * TYPES, 0, TYPES);
      this.#push(seen.last[at], last, at * TYPES, 0, TYPES);
      this.#push(seen.outside[at], none, at, TYPES, LABELS);
    }
  }

  /** Moves the weights against their slopes. */
  #move(): void {
    const { rate, decay } = this.options;
    for (const id of this.#touched) {
      this.#isTouched[id] = 0;
      const share = decay / (this.counts[id] ?? 1);
      for (let at = id * LABELS; at < (id + 1) * LABELS; at++) {
        const amount = this.#gradient[at] ?? 0;
        if (amount === 0) continue;
        this.#gradient[at] = 0;
        const weight = this.weights[at] ?? 0,
          slope = amount + share * weight,
          square = (this.#squares[at] ?? 0) + slope * slope;
        this.#squares[at] = square;
        // The 1 keeps the first steps in proportion: without it a hint moves a rare weight as far as a certainty.
        const step = (rate * slope) / Math.sqrt(square + 1);
        this.weights[at] = weight - step;
        if (this.#steps > 0) this.#drift[at] = (this.#drift[at] ?? 0) - step * (this.#steps - 1);
      }
    }
    this.#touched = [];
  }
}

interface Marginals {
  readonly total: number;
  readonly segment: Float64Array;
  readonly none: Float64Array;
}
