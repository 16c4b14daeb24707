/** The words of one language that tell a quotation mark from an apostrophe. */
export interface MarkWords {
  /** What may follow an apostrophe that stands for left-out letters ("'tis"), in lower case. */
  readonly elisions: ReadonlySet<string>;
  /** Words before which a plural possessive ("the workers'") cannot stand, in lower case: they begin no noun phrase. */
  readonly afterClosing: ReadonlySet<string>;
  /** Letters that end a word which may carry a bare apostrophe: the plural possessive, and "goin'". */
  readonly apostropheAfter: ReadonlySet<string>;
  /** Words that may stand in brackets before a term that they define ("the", "hereinafter"), and begin the term itself, in lower case. */
  readonly defining: ReadonlySet<string>;
}
