import type { MarkWords } from './marksWords';

/** A reporting phrase of several words, all in lower case, one blank between: "according to". */
export interface CuePhrase {
  readonly words: string;
  /** Whether its source follows it ("according to X") or stands before it as its subject ("X made clear that"). */
  readonly source: 'after' | 'subject';
}

/** The words and weights of one language by which reported speech is found. Words in lower case, ' for any apostrophe. */
export interface FrameWords {
  /**
   * Reporting verbs, a line each: what the verb takes (c a clause, q a quotation, i an infinitive, w a question, o an object,
   * p an infinitive that says what its source will do), then all its forms, the base form first.
   */
  readonly verbs: { readonly speech: string; readonly thought: string; readonly plan: string };
  readonly phrases: readonly CuePhrase[];
  /** Nouns, all forms, that report what the clause behind them says: "claim", "warnings". */
  readonly nouns: string;
  /** Words that the weights know one by one: conjunctions, prepositions, auxiliaries, pronouns, days, addressees, marks. */
  readonly context: string;
  /** Words that deny a verb: "not", "never". */
  readonly denials: string;
  /** Forms of the auxiliaries that make a verb passive: "was", "been". */
  readonly passives: string;
  /** Auxiliaries of the other kinds, and "to". */
  readonly auxiliaries: string;
  /** Words for some of a group, and the preposition that leads to the group: "one", "many"; "of". */
  readonly partitives: string;
  readonly partOf: string;
  /** Relative pronouns that stand for the phrase before them: "who". */
  readonly relatives: string;
  /** The conjunction that opens a reported clause: "that". */
  readonly opener: string;
  /** The preposition behind which a verb says what its object is: "dismissed the claims as". */
  readonly predicative: string;
  /** Learned by scripts/train-frames.ts. */
  readonly weights: FrameWeights;
}

/** Signed bytes (quotes/linear.ts), and what one unit of them is worth. */
export interface FrameWeights {
  readonly bytes: Int8Array;
  readonly unit: number;
}

/** The words and weights of one language that quotes/ needs. */
export interface QuoteWords {
  readonly language: string;
  readonly marks: MarkWords;
  readonly frames: FrameWords;
}
