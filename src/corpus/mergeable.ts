import { fold } from './fold';
import { type CorpusEntity, type CorpusText, mergeEntities } from './text';

/** Which entities of some texts a reader may want to merge. */
export interface Mergeable {
  /** Those asked for that the texts have, in the order asked for. */
  readonly chosen: readonly CorpusEntity[];
  /** All others, the most alike first: words in common, then the same type, then how often they are mentioned. */
  readonly others: readonly CorpusEntity[];
}

/** What can be merged with the entities of these corpus keys. */
export function mergeable(texts: readonly CorpusText[], keys: readonly string[]): Mergeable {
  const entities = mergeEntities(texts),
    chosen = [...new Set(keys)].flatMap((key) => entities.get(key) ?? []);
  const words = new Set(chosen.flatMap(wordsOf)),
    types = new Set(chosen.map(({ type }) => type));
  const ranked = [...entities.values()]
    .filter((entity) => !chosen.includes(entity))
    .map((entity) => ({
      entity,
      shared: wordsOf(entity).filter((word) => words.has(word)).length,
      sameType: Number(types.has(entity.type)),
      count: mentionCount(entity),
    }));
  ranked.sort((a, b) => b.shared - a.shared || b.sameType - a.sameType || b.count - a.count);
  return { chosen, others: ranked.map(({ entity }) => entity) };
}

/** Words of fewer letters are initials and particles, which many names share. */
const SHORTEST = 3;

const wordsOf = ({ name, otherNames, roles }: CorpusEntity): readonly string[] => {
  const names = [name, ...otherNames.filter((other) => !roles.includes(other))];
  return [
    ...new Set(
      fold(names.join(' '))
        .split(/[^\p{L}\p{N}]+/u)
        .filter((word) => word.length >= SHORTEST),
    ),
  ];
};

/** How often all texts together mention an entity. */
export const mentionCount = ({ inTexts }: CorpusEntity): number =>
  inTexts.reduce((sum, { entity }) => sum + entity.mentions.length, 0);
