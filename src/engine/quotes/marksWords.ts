/** The words of one language that tell a quotation mark from an apostrophe. */
export interface MarkWords {
  /** What may follow an apostrophe that stands for left-out letters ("'tis"), in lower case. */
  readonly elisions: ReadonlySet<string>;
  /** Words before which a plural possessive ("the workers'") cannot stand, in lower case: they begin no noun phrase. */
  readonly afterClosing: ReadonlySet<string>;
  /** Letters that end a word which may carry a bare apostrophe: the plural possessive, and "goin'". */
  readonly apostropheAfter: ReadonlySet<string>;
}
