import { along, type Curve } from '../curve';

/**
 * Points of a rising line: the share that the verdict gives a naming, and how often such a naming is right in press/dev and
 * gum_news/dev, from which its weights were not learned; rounded down.
 */
const CURVE: Curve = [
  [0, 0.3],
  [0.5, 0.48],
  [0.8, 0.6],
  [0.9, 0.78],
  [0.96, 0.88],
  [0.985, 0.95],
  [1, 0.99],
];

/** How sure it is that a naming is one of its type, 0 to 1. */
export const nameConfidence = (share: number): number => along(CURVE, share);
