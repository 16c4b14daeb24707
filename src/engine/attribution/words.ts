/** The words and weights of one language that attribution/ needs. */
export interface AttributionWords {
  readonly language: string;
  /** Learned by scripts/train-attribution.ts: the choice among proposals, and of kinds. */
  readonly weights: AttributionWeights;
}

/** Signed bytes (quotes/linear.ts), and what one unit of them is worth. */
export interface AttributionWeights {
  readonly bytes: Int8Array;
  readonly unit: number;
}
