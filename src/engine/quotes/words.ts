import type { Act } from '../model';
import type { MarkWords } from './marksWords';

/** What a reporting word may take as its content. */
export type Takes =
  /** A clause, with or without its conjunction: "said (that) the port was closed". */
  | 'clause'
  /** Words between quotation marks: "said: “Never.”" */
  | 'quotation'
  /** An infinitive: "vowed to appeal". */
  | 'infinitive'
  /** A noun phrase, with what is said of it: "described the plan as reckless", "criticized the plan". */
  | 'object'
  /** A question: "asked whether the port was closed". */
  | 'question';

/** A reporting verb. */
export interface CueVerb {
  /** All its forms, the base form first, one blank between. */
  readonly forms: string;
  readonly act: Act;
  readonly takes: readonly Takes[];
}

/** Where the source of a phrase or a noun stands. */
export type SourcePlace = 'after' | 'inside' | 'before';

/** A reporting phrase of several words: "according to". */
export interface CuePhrase {
  readonly words: string;
  readonly source: SourcePlace;
}

/** An example of what a list finds or leaves alone; [C cue], [S source] and [T content] stand in brackets. */
export interface FrameExample {
  readonly text: string;
}

/** The words and weights of one language by which reported speech is found. */
export interface FrameWords {
  readonly verbs: readonly CueVerb[];
  readonly phrases: readonly CuePhrase[];
  /** Nouns that report what a clause behind them says: "claim", "warning", all forms. */
  readonly nouns: readonly string[];
  /** Words that the weights know one by one: conjunctions, prepositions, auxiliaries, pronouns, days, addressees. */
  readonly context: readonly string[];
  /** Words that deny a verb: "not", "never". */
  readonly denials: readonly string[];
  /** Conjunctions that open a reported clause without belonging to it: "that". */
  readonly openers: readonly string[];
  /** Relative pronouns that stand for the phrase before them: "who", "which". */
  readonly relatives: readonly string[];
  /** Learned by scripts/train-frames.ts: base64 of signed bytes. */
  readonly weights: string;
}

/** The words and weights of one language that quotes/ needs. */
export interface QuoteWords {
  readonly language: string;
  readonly marks: MarkWords;
  readonly frames: FrameWords;
}
