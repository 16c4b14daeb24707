import { type Context, extendPhrase, type FeatureSink, firstFeatures, insideFeatures, lastFeatures, outsideFeatures, type Phrase, segmentFeatures } from './features';
import type { Lists } from './lists';
import type { Weights } from './weights';
import { eagerness, prior } from './priors';
import { LABELS, TYPES } from './types';
import { Kind, type Stretch, type Unit } from './units';

/** No name is longer, in units. */
export const LONGEST_NAME = 8;
/** A stretch that the block alone takes for no name is still shown to the vote if it is no further than this from being one. */
const NEARLY = 3;

/** Whether units `from` up to `to` of a stretch may be a name, by their kinds alone. */
export function mayBeName(units: readonly Unit[], from: number, to: number): boolean {
  const first = units[from]?.kind, last = units[to - 1]?.kind;
  if (first === Kind.Joint || last === Kind.Joint || last === Kind.Particle) return false;
  return first === Kind.Name || last === Kind.Name;
}

/** A name found in a stretch: units `from` up to `to`, and the log-odds of each type against being none. */
export interface Found {
  readonly from: number;
  readonly to: number;
  readonly scores: readonly number[];
  /** The index of the likeliest type. */
  readonly best: number;
  /** False where the block alone takes the units for no name. */
  readonly chosen: boolean;
}

/** Finds the likeliest names of a stretch: a semi-Markov model, each name scored as a whole. */
export class NameModel implements FeatureSink {
  /** Sums for each unit: as part of any name up to here, as first, as last, as no name (one label). */
  #inside = new Float64Array(0);
  #first = new Float64Array(0);
  #last = new Float64Array(0);
  #outside = new Float64Array(0);
  /** Log-odds of every possible name against no name, by first unit, length and type. */
  #segment = new Float64Array(0);
  readonly #sums = new Float64Array(LABELS);

  constructor(private readonly weights: Weights, private readonly lists: Lists, private readonly blocOf: (unit: Unit, context: Context) => number = () => 0) {}

  add(hash: number): void {
    const at = this.weights.rowOf(hash) * LABELS, { values } = this.weights, sums = this.#sums;
    if (at < 0) return;
    for (let label = 0; label < LABELS; label++) sums[label] = (sums[label] ?? 0) + (values[at + label] ?? 0);
  }

  addWord(hash: number): void {
    this.add(hash);
  }

  read(stretch: Stretch, context: Context): Found[] {
    const count = stretch.units.length;
    this.#prepare(count);
    for (let at = 0; at < count; at++) this.#scoreUnit(stretch, at, context);
    for (let from = 0; from < count; from++) this.#scoreFrom(stretch, from, context);
    return this.#choose(stretch.units);
  }

  #prepare(count: number): void {
    const units = count * TYPES;
    if (this.#inside.length < units + TYPES) {
      this.#inside = new Float64Array(units * 2 + TYPES);
      this.#first = new Float64Array(units * 2);
      this.#last = new Float64Array(units * 2);
      this.#outside = new Float64Array(count * 2 + 1);
      this.#segment = new Float64Array(units * 2 * LONGEST_NAME);
    }
  }

  #scoreUnit(stretch: Stretch, at: number, context: Context): void {
    const sums = this.#sums, row = at * TYPES, { scale } = this.weights;
    sums.fill(0);
    outsideFeatures(stretch, at, context, this);
    const unit = stretch.units[at], eager = unit ? eagerness(unit) : 0;
    this.#outside[at + 1] = (this.#outside[at] ?? 0) + (sums[TYPES] ?? 0) * scale - eager;
    sums.fill(0);
    insideFeatures(stretch, at, this);
    for (let type = 0; type < TYPES; type++) this.#inside[row + TYPES + type] = (this.#inside[row + type] ?? 0) + (sums[type] ?? 0) * scale;
    sums.fill(0);
    firstFeatures(stretch, at, context, this);
    for (let type = 0; type < TYPES; type++) this.#first[row + type] = (sums[type] ?? 0) * scale;
    sums.fill(0);
    lastFeatures(stretch, at, context, this);
    for (let type = 0; type < TYPES; type++) this.#last[row + type] = (sums[type] ?? 0) * scale;
  }

  /** Scores every name that begins at `from`. */
  #scoreFrom(stretch: Stretch, from: number, context: Context): void {
    const { units } = stretch, { scale } = this.weights, sums = this.#sums;
    let phrase: Phrase | null = null;
    for (let to = from + 1; to <= Math.min(units.length, from + LONGEST_NAME); to++) {
      const unit = units[to - 1];
      if (!unit) return;
      phrase = extendPhrase(phrase, unit, this.lists);
      if (!mayBeName(units, from, to)) continue;
      sums.fill(0);
      segmentFeatures(stretch, from, to, phrase, context, this);
      const bloc = to === from + 1 ? this.blocOf(unit, context) : 0;
      const none = (this.#outside[to] ?? 0) - (this.#outside[from] ?? 0), row = (from * LONGEST_NAME + to - from - 1) * TYPES;
      for (let type = 0; type < TYPES; type++) {
        const inside = (this.#inside[to * TYPES + type] ?? 0) - (this.#inside[from * TYPES + type] ?? 0);
        this.#segment[row + type] = (sums[type] ?? 0) * scale + prior(stretch, from, to, phrase, bloc, type) + inside + (this.#first[from * TYPES + type] ?? 0) + (this.#last[(to - 1) * TYPES + type] ?? 0) - none;
      }
    }
  }

  /** The best way to cut the stretch into names and others (scores count against "no name", so others add nothing). */
  #choose(units: readonly Unit[]): Found[] {
    const count = units.length, best = new Float64Array(count + 1), start = new Int32Array(count + 1);
    for (let to = 1; to <= count; to++) {
      best[to] = best[to - 1] ?? 0;
      start[to] = -1;
      for (let from = to - 1; from >= Math.max(0, to - LONGEST_NAME); from--) {
        if (!mayBeName(units, from, to)) continue;
        const score = (best[from] ?? 0) + this.#best(from, to);
        if (score > (best[to] ?? 0)) {
          best[to] = score;
          start[to] = from;
        }
      }
    }
    const found: Found[] = [];
    for (let to = count; to > 0;) {
      const from = start[to] ?? -1;
      if (from < 0) {
        if (mayBeName(units, to - 1, to) && this.#best(to - 1, to) > -NEARLY) found.push(this.#found(to - 1, to, false));
        to--;
      } else {
        found.push(this.#found(from, to, true));
        to = from;
      }
    }
    return found.reverse();
  }

  #best(from: number, to: number): number {
    const row = (from * LONGEST_NAME + to - from - 1) * TYPES;
    let best = -Infinity;
    for (let type = 0; type < TYPES; type++) best = Math.max(best, this.#segment[row + type] ?? 0);
    return best;
  }

  #found(from: number, to: number, chosen: boolean): Found {
    const row = (from * LONGEST_NAME + to - from - 1) * TYPES, scores = Array.from(this.#segment.subarray(row, row + TYPES));
    return { from, to, scores, chosen, best: scores.indexOf(Math.max(...scores)) };
  }
}
