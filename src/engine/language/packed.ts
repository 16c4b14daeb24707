/** What is learned or compiled of a language, as bytes: each writer with its reader. What a file holds is used as it lies there. */
import { ListReader, packLists } from '../bytes';
import type { NameWeights } from '../names/words';
import type { FrameWeights } from '../quotes/words';
import type { TagWeights } from '../text/words';

/** What scripts/train-tags.ts learned. */
export function packTags({ classes, auxiliaries, prints, slots, weights }: TagWeights): Uint8Array {
  return packLists([classes, auxiliaries, prints, slots, weights]);
}

export function readTags(bytes: Uint8Array): TagWeights {
  const lists = new ListReader(bytes);
  return {
    classes: lists.int32(),
    auxiliaries: lists.uint8(),
    prints: lists.uint16(),
    slots: lists.uint8(),
    weights: lists.int8(),
  };
}

/** What scripts/train-names.ts learned: the weights, and the words that are common in lower case. */
export interface LearnedNames {
  readonly weights: NameWeights;
  readonly common: Uint8Array;
}

export function packNames({ weights: { scale, seen, slots, rows }, common }: LearnedNames): Uint8Array {
  return packLists([Float64Array.of(scale), seen, slots, rows, common]);
}

export function readNames(bytes: Uint8Array): LearnedNames {
  const lists = new ListReader(bytes),
    scale = lists.float64()[0] ?? 1;
  return {
    weights: { scale, seen: lists.int32(), slots: lists.int32(), rows: lists.int8() },
    common: lists.uint8(),
  };
}

/** The order of features that linear weights were learned in; another number where quotes/linear.ts gives them other places. */
const ORDER = 2;

/** What scripts/train-frames.ts and scripts/train-attribution.ts learned. */
export function packLinear({ unit, bytes }: FrameWeights): Uint8Array {
  return packLists([Float64Array.of(unit, ORDER), bytes]);
}

export function readLinear(bytes: Uint8Array): FrameWeights {
  const lists = new ListReader(bytes),
    [unit = 1, order] = lists.float64();
  if (order !== ORDER) throw new Error('Weights were learned in another order of features: learn them anew.');
  return { unit, bytes: lists.int8() };
}
