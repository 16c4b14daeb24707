/** The words and weights of one language that attribution/ needs. */
export interface AttributionWords {
  readonly language: string;
  /** Learned by scripts/train-attribution.ts: the choice among proposals, and of kinds. */
  readonly weights: AttributionWeights;
}

/** Bytes as `decode` of quotes/linear.ts reads them, and what one unit is worth. */
export interface AttributionWeights {
  readonly bytes: string;
  readonly unit: number;
}
