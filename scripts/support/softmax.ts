/* eslint-disable @typescript-eslint/no-non-null-assertion -- indices of typed arrays, in the inner loops */
/** Learns the weights of decisions among options, by gradient steps on the log-likelihood of the right option (AdaGrad, in order of a seeded shuffle). */
import { TABLE_SIZE } from '../../src/engine/quotes/linear';
import type { Options } from '../../src/engine/quotes/linear';
import { randomFrom, shuffle } from './shuffle';

/** One decision with its right option; `about` says what is decided. */
export interface Decision {
  readonly about: string;
  readonly starts: Int32Array;
  readonly features: Int32Array;
  readonly right: number;
}

export function snapshot(about: string, options: Options, right: number): Decision {
  const starts = options.starts.slice(0, options.count + 1);
  return { about, starts, features: options.features.slice(0, starts[options.count] ?? 0), right };
}

export interface LearnOptions {
  readonly epochs: number;
  readonly rate: number;
  /** How strongly weights are drawn to zero. */
  readonly decay: number;
  /** The share of features left out at random of each step, so that no single one is relied on. */
  readonly dropout: number;
  /** Features that fewer decisions show are not learned. */
  readonly rarest: number;
  /** The first epoch whose ends count for the mean of the weights; where it is not given, the last end alone counts. */
  readonly settled?: number;
}

/** The weights learned in the order that a seed gives. */
export function learn(decisions: readonly Decision[], options: LearnOptions, seed = 7): Float64Array {
  const settled = options.settled ?? options.epochs - 1,
    mean = new Float64Array(TABLE_SIZE),
    weights = new Float64Array(TABLE_SIZE),
    squares = new Float64Array(TABLE_SIZE).fill(1e-6),
    random = randomFrom(seed);
  const learned = commonFeatures(decisions, options.rarest),
    order = decisions.map((_, index) => index);
  const state: State = { weights, squares, learned, options };
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random);
    for (const index of order) step(decisions[index]!, state, Math.floor(random() * 0x7fffffff));
    if (epoch >= settled) for (let i = 0; i < TABLE_SIZE; i++) mean[i]! += weights[i]! / (options.epochs - settled);
  }
  for (let i = 0; i < TABLE_SIZE; i++) mean[i]! *= 1 - options.dropout;
  return mean;
}

interface State {
  readonly weights: Float64Array;
  readonly squares: Float64Array;
  readonly learned: Uint8Array;
  readonly options: LearnOptions;
}

function commonFeatures(decisions: readonly Decision[], rarest: number): Uint8Array {
  const counts = new Uint32Array(TABLE_SIZE),
    seen = new Int32Array(TABLE_SIZE).fill(-1);
  decisions.forEach(({ features }, index) => {
    for (const feature of features) {
      if (seen[feature] === index) continue;
      seen[feature] = index;
      counts[feature]!++;
    }
  });
  return Uint8Array.from(counts, (count) => (count >= rarest ? 1 : 0));
}

const scores = new Float64Array(4096);

function step(
  { starts, features, right }: Decision,
  { weights, squares, learned, options: { rate, decay, dropout } }: State,
  salt: number,
): void {
  const count = starts.length - 1,
    limit = dropout * 0x10000;
  const isDropped = (feature: number): boolean =>
    !learned[feature] || Math.imul(feature ^ salt, 0x9e3779b1) >>> 16 < limit;
  let most = -Infinity,
    total = 0;
  for (let option = 0; option < count; option++) {
    let sum = 0;
    for (let i = starts[option]!; i < starts[option + 1]!; i++)
      if (!isDropped(features[i]!)) sum += weights[features[i]!]!;
    scores[option] = sum;
    if (sum > most) most = sum;
  }
  for (let option = 0; option < count; option++) total += scores[option] = Math.exp(scores[option]! - most);
  for (let option = 0; option < count; option++) {
    const gradient = (option === right ? 1 : 0) - scores[option]! / total;
    if (Math.abs(gradient) < 1e-3) continue;
    for (let i = starts[option]!; i < starts[option + 1]!; i++) {
      const feature = features[i]!;
      if (isDropped(feature)) continue;
      const g = gradient - decay * weights[feature]!;
      squares[feature]! += g * g;
      weights[feature]! += (rate * g) / Math.sqrt(squares[feature]!);
    }
  }
}

/** The share of right decisions of each sort. */
export function accuracies(decisions: readonly Decision[], weights: Float64Array): string {
  const counts = new Map<string, [right: number, all: number]>(),
    confused = new Map<string, number>();
  for (const { about, starts, features, right } of decisions) {
    let best = 0,
      most = -Infinity;
    for (let option = 0; option + 1 < starts.length; option++) {
      let sum = 0;
      for (let i = starts[option]!; i < starts[option + 1]!; i++) sum += weights[features[i]!]!;
      if (sum > most) [best, most] = [option, sum];
    }
    if (about === 'side' && best !== right)
      confused.set(`${right}>${best}`, (confused.get(`${right}>${best}`) ?? 0) + 1);
    const count = counts.get(about) ?? [0, 0];
    counts.set(about, [count[0] + (best === right ? 1 : 0), count[1] + 1]);
  }
  return (
    [...counts].map(([about, [right, all]]) => `${about} ${(right / all).toFixed(4)} of ${all}`).join('  ') +
    `  confused ${[...confused].map(([pair, count]) => `${pair} ${count}`).join(', ')}`
  );
}

/** The weights as signed bytes and what one unit of them is worth. */
export function quantise(weights: Float64Array): { table: Int8Array; unit: number } {
  const sizes = Array.from(weights, Math.abs)
    .filter((size) => size > 0)
    .sort((a, b) => a - b);
  const unit = (sizes[Math.floor(sizes.length * 0.999)] ?? 1) / 127;
  return {
    table: Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight / unit)))),
    unit: Number(unit.toPrecision(4)),
  };
}
