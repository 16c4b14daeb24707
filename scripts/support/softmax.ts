/* eslint-disable @typescript-eslint/no-non-null-assertion -- indices of typed arrays, in the inner loops */
/** Learns the weights of decisions among options, by gradient steps on the log-likelihood of the right option (AdaGrad, in order of a seeded shuffle). */
import { TABLE_SIZE } from '../../src/engine/quotes/linear';
import type { Options } from '../../src/engine/quotes/linear';

export interface Decision { readonly starts: Int32Array; readonly features: Int32Array; readonly right: number }

export function snapshot(options: Options, right: number): Decision {
  const starts = options.starts.slice(0, options.count + 1);
  return { starts, features: options.features.slice(0, starts[options.count] ?? 0), right };
}

export function learn(decisions: readonly Decision[], epochs: number, rate: number, decay: number): Float64Array {
  const weights = new Float64Array(TABLE_SIZE), squares = new Float64Array(TABLE_SIZE).fill(1e-6), random = randomFrom(7);
  const order = decisions.map((_, index) => index);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    for (const index of order) step(decisions[index]!, weights, squares, rate, decay);
  }
  return weights;
}

const scores = new Float64Array(4096);

function step({ starts, features, right }: Decision, weights: Float64Array, squares: Float64Array, rate: number, decay: number): void {
  const count = starts.length - 1;
  let most = -Infinity, total = 0;
  for (let option = 0; option < count; option++) {
    let sum = 0;
    for (let i = starts[option]!; i < starts[option + 1]!; i++) sum += weights[features[i]!]!;
    scores[option] = sum;
    if (sum > most) most = sum;
  }
  for (let option = 0; option < count; option++) total += scores[option] = Math.exp(scores[option]! - most);
  for (let option = 0; option < count; option++) {
    const gradient = (option === right ? 1 : 0) - scores[option]! / total;
    if (Math.abs(gradient) < 1e-3) continue;
    for (let i = starts[option]!; i < starts[option + 1]!; i++) {
      const feature = features[i]!, g = gradient - decay * weights[feature]!;
      squares[feature]! += g * g;
      weights[feature]! += (rate * g) / Math.sqrt(squares[feature]!);
    }
  }
}

/** The weights as signed bytes and what one unit of them is worth. */
export function quantise(weights: Float64Array): { table: Int8Array; unit: number } {
  const sizes = Array.from(weights, Math.abs).filter((size) => size > 0).sort((a, b) => a - b);
  const unit = (sizes[Math.floor(sizes.length * 0.999)] ?? 1) / 127;
  return { table: Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight / unit)))), unit: Number(unit.toPrecision(4)) };
}

function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}
