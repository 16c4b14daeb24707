import type { Change } from '../kept';
import type { BlockLayer, NameCandidate, People, Reference, Said, TextLayer } from '../layers';
import { createRanker } from './meaning/ranker';
import { findReferences } from './mentions/references';
import { PeopleReader } from './article/reader';
import { SpeakerReader } from './article/inQuotations';
import type { PeopleWords } from './words';

export interface PeopleStage {
  /** Roles and pronouns of a block that may refer to somebody. */
  references(text: TextLayer, names: readonly NameCandidate[]): readonly Reference[];
  /** Begins an article: what comes back reads one version of it after another, told each time which blocks are new. */
  begin(): PeopleOfArticle;
}

export interface PeopleOfArticle {
  /** Every mention given to its entity, from names, references and the sources of frames. */
  resolve(layers: readonly BlockLayer[], change: Change): People;
  /** `people` with the pronouns that only a quotation's speaker explains ("I", "my") added. */
  withSpeakers(layers: readonly BlockLayer[], change: Change, people: People, said: Said): People;
}

/** Compiles the words of a language into the stage that says who is who; `verdict`: the weights by which the article decides on names. */
export function createPeople(words: PeopleWords, verdict: readonly number[]): PeopleStage {
  const ranker = createRanker(words);
  return {
    references: (text, names) => findReferences(text, names, words),
    begin: () => {
      const people = new PeopleReader(words, ranker, verdict),
        speakers = new SpeakerReader(words);
      return {
        resolve: (layers, change) => people.read(layers, change),
        withSpeakers: (layers, change, resolved, said) => speakers.read(layers, change, resolved, said),
      };
    },
  };
}
