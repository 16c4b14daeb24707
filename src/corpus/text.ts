import { type Article, corpusKey, type Entity, type EntityType, type Span } from '../engine/index';
import { oneLine } from './oneLine';

/** An article of the corpus with its text. */
export interface CorpusText {
  readonly uri: string;
  readonly text: string;
  readonly article: Article;
  /** The colour that an entity's key has in this text; 0 for none. */
  hueOf(key: string): number;
}

/** A place in one of the texts. */
export interface Occurrence {
  readonly uri: string;
  readonly span: Span;
}

/** One entity as the texts together know it: the same name is the same person, whatever the file. */
export interface CorpusEntity {
  /** `corpusKey` of the entity. */
  readonly key: string;
  /** The longest name that any text has for it. */
  readonly name: string;
  /** The type that most of its mentions have. */
  readonly type: EntityType;
  readonly roles: readonly string[];
  /** What it is called by name or role beside `name`, in order of the texts. */
  readonly otherNames: readonly string[];
  readonly hue: number;
  /** The entity in each text that has it. */
  readonly inTexts: readonly { readonly text: CorpusText; readonly entity: Entity }[];
}

/** The entities of all texts, those with the same corpus key as one, in order of first mention. */
export function mergeEntities(texts: readonly CorpusText[]): ReadonlyMap<string, CorpusEntity> {
  const found = new Map<string, { text: CorpusText; entity: Entity }[]>();
  for (const text of texts)
    for (const entity of text.article.entities) {
      const key = corpusKey(text.uri, entity),
        before = found.get(key);
      if (before) before.push({ text, entity });
      else found.set(key, [{ text, entity }]);
    }
  return new Map([...found].map(([key, inTexts]) => [key, describe(key, inTexts)]));
}

function describe(key: string, inTexts: CorpusEntity['inTexts']): CorpusEntity {
  const name = inTexts.reduce((best, { entity }) => (entity.name.length > best.length ? entity.name : best), '');
  const roles = commonest(inTexts.map(({ entity }) => entity.roles));
  const written = inTexts.flatMap(({ text, entity }) =>
    entity.mentions.filter(({ form }) => form === 'name').map(({ span }) => oneLine(text.text.slice(span[0], span[1]))),
  );
  const otherNames = [...new Set([...written, ...roles])].filter((other) => other !== name);
  const hue = inTexts.map(({ text, entity }) => text.hueOf(entity.key)).find((found) => found > 0) ?? 0;
  return { key, name, type: commonType(inTexts), roles, otherNames, hue, inTexts };
}

/** The roles of all texts, those that most texts give first; capitals make no other role. */
function commonest(lists: readonly (readonly string[])[]): readonly string[] {
  const counts = new Map<string, { readonly role: string; count: number }>();
  for (const role of lists.flat()) {
    const known = counts.get(role.toLowerCase());
    if (known) known.count++;
    else counts.set(role.toLowerCase(), { role, count: 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count).map(({ role }) => role);
}

function commonType(inTexts: CorpusEntity['inTexts']): EntityType {
  const mentions = new Map<EntityType, number>();
  for (const {
    entity: { type, mentions: own },
  } of inTexts)
    mentions.set(type, (mentions.get(type) ?? 0) + own.length);
  return [...mentions].reduce((best, next) => (next[1] > best[1] ? next : best), ['person', -1] as [
    EntityType,
    number,
  ])[0];
}
