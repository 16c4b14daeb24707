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
   * p an infinitive that says what its source will do, d an object that is what its subject does: "rejected the offer", h what
   * somebody else says to its subject), then all its forms, the base form first.
   */
  readonly verbs: { readonly speech: string; readonly thought: string; readonly plan: string };
  readonly phrases: readonly CuePhrase[];
  /**
   * Set phrases that report nothing, in lower case, the verb's base form in brackets for all its forms: "having [say] that ,".
   * A comma or stop is a word of its own; "|" at an end is the sentence's edge.
   */
  readonly setPhrases: readonly string[];
  /** Verbs, all forms, that deny the infinitive behind them: "refused to". */
  readonly refusals: string;
  /** Conjunctions that set one clause against another: "though". */
  readonly contrasts: string;
  /** Words that open a condition: "if". */
  readonly conditions: string;
  /** Nouns of time, which are nobody's name: "Friday", "week". */
  readonly timeNouns: string;
  /** Verbs, all forms, whose object is what somebody else says: "denied claims that". */
  readonly rebuttals: string;
  /** Conjunctions of time: "before". */
  readonly times: string;
  /** Nouns, all forms, that report what the clause behind them says: "claim", "warnings". */
  readonly nouns: string;
  /** Nouns that report what stands behind their copula or colon: "her answer was “no”". */
  readonly verdicts: string;
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
