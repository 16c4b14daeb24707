/** The words and weights of one language that quotes/ needs. */
export interface QuoteWords {
  readonly language: string;
}
