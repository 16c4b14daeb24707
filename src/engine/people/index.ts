import type { NameCandidate, People, PlacedBlock, Reference, Said, TextLayer } from '../layers';
import type { PeopleWords } from './words';

export interface PeopleStage {
  /** Roles and pronouns of a block that may refer to somebody. */
  references(text: TextLayer, names: readonly NameCandidate[]): readonly Reference[];
  /** Every mention given to its entity, from names, references and the sources of frames. */
  resolve(blocks: readonly PlacedBlock[]): People;
  /** `people` with the pronouns that only a quotation's speaker explains ("I", "we", "my") added. */
  withSpeakers(blocks: readonly PlacedBlock[], people: People, said: Said): People;
}

export function createPeople(_words: PeopleWords): PeopleStage {
  return {
    references: () => [],
    resolve: (blocks) => ({ entities: [], mentions: blocks.map(() => []) }),
    withSpeakers: (_blocks, people) => people,
  };
}
