import type { LabelWords } from '../text/words';

/** The words and weights of one language that attribution/ needs. Words in lower case, one blank between. */
export interface AttributionWords {
  readonly language: string;
  /** Verbs of speaking in the form of quotes/: what each takes, then its forms, a line each. */
  readonly verbs: string;
  /** Which of them, by their base forms, say no more than that somebody spoke: "say", "complain", not "show". */
  readonly saying: string;
  /** Verbs whose subject listens: what a court heard, somebody else said. */
  readonly hearing: string;
  /** Words between two who speak together: "and". */
  readonly joining: string;
  /** Words that open a clause of time, reason or condition: "when". */
  readonly subordinators: string;
  /** The words of labels, which tell who interviews whom and what is spoken. */
  readonly labels: LabelWords;
  /** Learned by scripts/train-attribution.ts: the choice among proposals, and of kinds. */
  readonly weights: AttributionWeights;
}

/** Signed bytes (quotes/linear.ts), and what one unit of them is worth. */
export interface AttributionWeights {
  readonly bytes: Int8Array;
  readonly unit: number;
}
