/** The words and weights of one language that names/ needs. */
export interface NameWords {
  readonly language: string;
}
