import type { Change } from '../kept';
import type { BlockLayer, People, Said } from '../layers';
import { Article } from './article';
import { createBlocks } from './blocks';
import { compileVocabulary } from './vocabulary';
import type { AttributionWords } from './words';

export { ATTRIBUTION_RULES } from './rules';

/**
 * Compiles the pass that says who said what: every quotation and statement with its source, cue and speaker. What is begun reads one
 * version of an article after another, told each time which blocks are new.
 */
export function createAttribution(words: AttributionWords): {
  begin(): (layers: readonly BlockLayer[], change: Change, people: People) => Said;
} {
  const vocabulary = compileVocabulary(words),
    attribute = createBlocks(words, vocabulary);
  return {
    begin: () => {
      const article = new Article(attribute, vocabulary);
      return (layers, change, people) => article.read(layers, change, people);
    },
  };
}
