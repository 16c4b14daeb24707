/** The words and weights of one language that attribution/ needs. */
export interface AttributionWords {
  readonly language: string;
}
