/** The words and weights of one language that text/ needs. */
export interface TextWords {
  readonly language: string;
}
