/** The words and weights of one language that dates/ needs. */
export interface DateWords {
  readonly language: string;
}
