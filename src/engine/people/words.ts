/** The words and weights of one language that people/ needs. */
export interface PeopleWords {
  readonly language: string;
}
