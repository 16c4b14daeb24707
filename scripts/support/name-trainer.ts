/** Learns the weights of names/ by stochastic gradients on a semi-Markov conditional random field. Deterministic. */
import {
  besideWord,
  type FeatureSink,
  firstPairs,
  firstWord,
  insidePairs,
  insideWord,
  lastPairs,
  lastWord,
  lookOf,
  onlyWord,
  outsidePairs,
  outsideWord,
  Phrase,
  segmentPairs,
  segmentWords,
  settingOf,
  Side,
} from '../../src/engine/names/features';
import { LONGEST_NAME, mayBeName } from '../../src/engine/names/model';
import { LABELS, TYPES } from '../../src/engine/names/types';
import type { Stretch, Unit, UnitWords } from '../../src/engine/names/units';
import type { Word } from '../../src/engine/names/word';
import { keyOf } from '../../src/engine/names/weights';
import type { Example } from './name-data';
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

/** The features of an example as buckets. */
interface Lattice {
  readonly count: number;
  readonly outside: readonly Int32Array[];
  readonly inside: readonly Int32Array[];
  readonly first: readonly Int32Array[];
  readonly last: readonly Int32Array[];
  readonly segments: readonly { readonly from: number; readonly to: number; readonly features: Int32Array }[];
  readonly gold: Example['gold'];
}

/** Gives each feature a number in the order of first use, and counts how often it is seen. */
export class FeatureIndex {
  readonly ids = new Map<number, number>();
  readonly keys: number[] = [];
  readonly counts: number[] = [];

  /** The number of a feature; while counting, an unknown one gets the next. */
  id(hash: number): number {
    const key = keyOf(hash),
      known = this.ids.get(key),
      id = known ?? this.keys.length;
    if (known === undefined) {
      this.ids.set(key, id);
      this.keys.push(key);
      this.counts.push(0);
    }
    this.counts[id] = (this.counts[id] ?? 0) + 1;
    return id;
  }
}

export function latticeOf({ stretch, layer, gold }: Example, words: UnitWords, index: FeatureIndex): Lattice {
  const { units } = stretch,
    tags = layer.tokens.tag,
    at = (token: number): Word => words.reader.at(layer.tokens, token);
  const each = (fill: (unit: Unit, setting: number, look: number, sink: FeatureSink) => void): Int32Array[] =>
    units.map((unit) => {
      const setting = settingOf(unit, stretch);
      return collect(index, (sink) => fill(unit, setting, lookOf(unit.word, setting), sink));
    });
  // Features are numbered in the order of first use: the segments' come first.
  const segments = segmentsOf(stretch, words, at, index);
  return {
    count: units.length,
    gold,
    segments,
    outside: each((unit, setting, look, sink) => {
      outsideWord(unit.word, setting, sink);
      outsidePairs(unit, look, at(unit.token - 1), at(unit.token + 1), tags, sink);
    }),
    inside: each((unit, setting, look, sink) => {
      insideWord(unit.word, setting, sink);
      insidePairs(unit, look, tags, sink);
    }),
    first: each((unit, setting, look, sink) => {
      const before = at(unit.token - 1);
      firstWord(unit.word, setting, sink);
      besideWord(before, Side.Before, sink);
      besideWord(at(unit.token - 2), Side.FarBefore, sink);
      firstPairs(unit, look, before, tags, sink);
    }),
    last: each((unit, setting, look, sink) => {
      const { word, token } = unit,
        behind = at(token + 1),
        farBehind = at(token + 2);
      lastWord(word, setting, sink);
      besideWord(behind, Side.Behind, sink);
      besideWord(farBehind, Side.FarBehind, sink);
      lastPairs(unit, look, behind, farBehind, tags, sink);
    }),
  };
}

/** The features that `fill` names; those that may be left out are told apart by their sign. */
function collect(index: FeatureIndex, fill: (sink: FeatureSink) => void): Int32Array {
  const found: number[] = [];
  fill({ add: (hash) => found.push(index.id(hash)), addWord: (hash) => found.push(~index.id(hash)) });
  return Int32Array.from(found);
}

/** Every row of units that may be a name, with its features. */
function segmentsOf(
  stretch: Stretch,
  { lists }: UnitWords,
  at: (token: number) => Word,
  index: FeatureIndex,
): Lattice['segments'] {
  const { units, style } = stretch,
    phrase = new Phrase(lists),
    segments: { from: number; to: number; features: Int32Array }[] = [];
  units.forEach((first, from) => {
    for (let to = from + 1; to <= Math.min(units.length, from + LONGEST_NAME); to++) {
      const last = units[to - 1] ?? first,
        single = to === from + 1;
      if (single) phrase.begin(last.word);
      else phrase.extend(last.word);
      if (!mayBeName(units, from, to)) continue;
      const features = collect(index, (sink) => {
        segmentPairs(first.word, single, phrase, at(first.token - 1), at(last.token + 1), sink);
        if (single) onlyWord(first.word, settingOf(first, stretch), sink);
        else segmentWords(first.word, last.word, to - from, style, phrase, sink);
      });
      segments.push({ from, to, features });
    }
  });
  return segments;
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

export class Trainer {
  readonly weights: Float32Array;
  readonly #squares: Float32Array;
  /** What each weight's steps add up to, each times the number of its step, so that the mean over all steps can be told. */
  readonly #drift: Float64Array;
  #steps = 0;
  readonly #gradient = new Map<number, number>();
  #wordless = false;
  #seed = 0;

  constructor(
    private readonly counts: readonly number[],
    private readonly options: TrainOptions,
  ) {
    this.weights = new Float32Array(counts.length * LABELS);
    this.#squares = new Float32Array(counts.length * LABELS);
    this.#drift = new Float64Array(counts.length * LABELS);
  }

  /** Only features that `keep` names are learned; all where it is empty. */
  keep: Uint8Array = new Uint8Array(0);

  #known(code: number): boolean {
    const id = code < 0 ? ~code : code;
    if (this.keep.length && this.keep[id] !== 1) return false;
    return (Math.imul(id ^ this.#seed, 0x9e3779b1) >>> 8) / 0x1000000 >= this.options.blank;
  }

  train(lattices: readonly Lattice[], report: (epoch: number, loss: number) => void): void {
    const random = randomFrom(7),
      order = lattices.map((_, index) => index);
    for (let epoch = 0; epoch < this.options.epochs; epoch++) {
      shuffle(order, random);
      let loss = 0;
      for (const index of order) {
        if (epoch >= this.options.settled) this.#steps++;
        const lattice = lattices[index];
        if (lattice) loss += this.#step(lattice, random() < this.options.dropout);
      }
      report(epoch, loss / lattices.length);
    }
    // The mean of what the weights were behind each step of the later epochs: less at the mercy of what came last.
    if (this.#steps > 0)
      for (let at = 0; at < this.weights.length; at++)
        this.weights[at] = (this.weights[at] ?? 0) - (this.#drift[at] ?? 0) / this.#steps;
  }

  #step(lattice: Lattice, wordless: boolean): number {
    this.#wordless = wordless;
    this.#seed = Math.imul(this.#seed + 1, 0x85ebca6b);
    const { count } = lattice,
      outside = new Float64Array(count),
      unit = new Float64Array(count * TYPES * 3),
      scores = new Float64Array(lattice.segments.length * TYPES);
    const add = (features: Int32Array | undefined, label: number): number => {
      let sum = 0;
      for (const code of features ?? [])
        if ((code >= 0 || !wordless) && this.#known(code))
          sum += this.weights[(code < 0 ? ~code : code) * LABELS + label] ?? 0;
      return sum;
    };
    for (let at = 0; at < count; at++) {
      outside[at] = add(lattice.outside[at], TYPES);
      for (let type = 0; type < TYPES; type++) {
        unit[(at * TYPES + type) * 3] = add(lattice.inside[at], type);
        unit[(at * TYPES + type) * 3 + 1] = add(lattice.first[at], type);
        unit[(at * TYPES + type) * 3 + 2] = add(lattice.last[at], type);
      }
    }
    lattice.segments.forEach(({ from, to, features }, index) => {
      for (let type = 0; type < TYPES; type++) {
        let sum =
          add(features, type) +
          (unit[(from * TYPES + type) * 3 + 1] ?? 0) +
          (unit[((to - 1) * TYPES + type) * 3 + 2] ?? 0);
        for (let at = from; at < to; at++) sum += unit[(at * TYPES + type) * 3] ?? 0;
        scores[index * TYPES + type] = sum;
      }
    });
    const free = this.#marginals(lattice, outside, scores, false),
      bound = this.#marginals(lattice, outside, scores, true);
    if (bound.total === -Infinity) return 0;
    this.#update(lattice, free, bound);
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

  #update(lattice: Lattice, free: Marginals, bound: Marginals): void {
    const gradient = this.#gradient;
    gradient.clear();
    const push = (features: Int32Array | undefined, label: number, amount: number): void => {
      for (const code of features ?? []) {
        if ((code < 0 && this.#wordless) || !this.#known(code)) continue;
        const at = (code < 0 ? ~code : code) * LABELS + label;
        gradient.set(at, (gradient.get(at) ?? 0) + amount);
      }
    };
    lattice.segments.forEach(({ from, to, features }, index) => {
      for (let type = 0; type < TYPES; type++) {
        const amount = (free.segment[index * TYPES + type] ?? 0) - (bound.segment[index * TYPES + type] ?? 0);
        if (Math.abs(amount) < 1e-3) continue;
        push(features, type, amount);
        push(lattice.first[from], type, amount);
        push(lattice.last[to - 1], type, amount);
        for (let at = from; at < to; at++) push(lattice.inside[at], type, amount);
      }
    });
    for (let at = 0; at < lattice.count; at++) {
      const amount = (free.none[at] ?? 0) - (bound.none[at] ?? 0);
      if (Math.abs(amount) >= 1e-3) push(lattice.outside[at], TYPES, amount);
    }
    const { rate, decay } = this.options;
    for (const [at, amount] of gradient) {
      const weight = this.weights[at] ?? 0,
        slope = amount + (decay / (this.counts[Math.floor(at / LABELS)] ?? 1)) * weight;
      const square = (this.#squares[at] ?? 0) + slope * slope;
      this.#squares[at] = square;
      // The 1 keeps the first steps in proportion: without it a hint moves a rare weight as far as a certainty.
      const step = (rate * slope) / Math.sqrt(square + 1);
      this.weights[at] = weight - step;
      if (this.#steps > 0) this.#drift[at] = (this.#drift[at] ?? 0) - step * (this.#steps - 1);
    }
  }
}

interface Marginals {
  readonly total: number;
  readonly segment: Float64Array;
  readonly none: Float64Array;
}
