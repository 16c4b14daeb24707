import type { NameCandidate, People, PlacedBlock, Reference, Said, TextLayer } from '../layers';
import { findReferences } from './references';
import { createResolver } from './resolve';
import { addSpeakers } from './speakers';
import type { PeopleWords } from './words';

export interface PeopleStage {
  /** Roles and pronouns of a block that may refer to somebody. */
  references(text: TextLayer, names: readonly NameCandidate[]): readonly Reference[];
  /** Every mention given to its entity, from names, references and the sources of frames. */
  resolve(blocks: readonly PlacedBlock[]): People;
  /** `people` with the pronouns that only a quotation's speaker explains ("I", "my") added. */
  withSpeakers(blocks: readonly PlacedBlock[], people: People, said: Said): People;
}

/** Compiles the words of a language into the stage that says who is who. */
export function createPeople(words: PeopleWords): PeopleStage {
  return {
    references: (text, names) => findReferences(text, names, words),
    resolve: createResolver(words),
    withSpeakers: (blocks, people, said) => addSpeakers(blocks, people, said, words),
  };
}
