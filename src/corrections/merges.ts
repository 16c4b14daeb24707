import { type Article, type Attribution, bySpan, type Candidate, corpusKey, type Entity, isNameless, keyInText, type Mention } from '../engine/index';
import { effective, type Operation, type Party } from './log';

/** Several entities that are one: whom a person has called so, and what was merged into it. */
interface Circle {
  readonly into: Party;
  readonly members: readonly Party[];
}

/** Which entities a log makes one. Later merges build on earlier ones: who was merged goes along with the one it was merged into. */
export class Merges {
  readonly #circles: ReadonlyMap<string, Circle>;

  private constructor(circles: ReadonlyMap<string, Circle>) {
    this.#circles = circles;
  }

  static of(operations: readonly Operation[]): Merges {
    const circles = new Map<string, Circle>();
    for (const operation of effective(operations)) if (operation.op === 'merge-entities') join(operation.of, operation.into, circles);
    return new Merges(circles);
  }

  get isEmpty(): boolean {
    return this.#circles.size === 0;
  }

  /** What an entity of a text belongs to, by its corpus key or the key that the text knows it by; null where nobody merged it. */
  find(uri: string, key: string): Party | null {
    return (this.#circles.get(key) ?? this.#circles.get(keyInText(uri, key)))?.into ?? null;
  }

  /** The names that were merged into an entity, told by its corpus key; none where nobody merged it. */
  namesIn(key: string): readonly string[] {
    const circle = this.#circles.get(key);
    return circle ? circle.members.flatMap((member) => (member.key === circle.into.key ? [] : [member.name])) : [];
  }
}

/** Makes one circle of those that all parties belong to; a name outlives the lack of one. */
function join(of: readonly Party[], into: Party, circles: Map<string, Circle>): void {
  const own = (party: Party): Circle => circles.get(party.key) ?? { into: party, members: [party] };
  const target = own(into), others = of.map(own).filter((circle) => circle.into.key !== target.into.key);
  if (others.length === 0) return;
  const named = [target, ...others].find((circle) => !isNameless(circle.into.key));
  const byKey = new Map([target, ...others].flatMap(({ members }) => members).map((member) => [member.key, member]));
  const circle = { into: (named ?? target).into, members: [...byKey.values()] };
  for (const key of byKey.keys()) circles.set(key, circle);
}

/**
 * An article as it reads once entities are merged: those that are one have one id, key, name and type, and all mentions of them; who
 * said something, and who else might have, follows. The same article where nothing in it is merged.
 */
export function mergeArticle(article: Article, uri: string, merges: Merges): Article {
  if (merges.isEmpty) return article;
  const groups = new Map<string, Entity[]>(), parties = new Map<string, Party>();
  for (const entity of article.entities) {
    const own = corpusKey(uri, entity), party = merges.find(uri, own), key = party?.key ?? own, group = groups.get(key);
    if (party) parties.set(key, party);
    if (group) group.push(entity);
    else groups.set(key, [entity]);
  }
  if (parties.size === 0) return article;
  const ids = new Map([...groups.values()].flatMap(([first, ...others]) => others.map(({ id }): [string, string] => [id, first?.id ?? id])));
  const entities = [...groups].map(([key, group]) => mergeGroup(group, parties.get(key)));
  return renamed({ ...article, entities }, ids);
}

/** One entity for several, or for one that goes by another's name elsewhere. */
function mergeGroup(group: readonly Entity[], party: Party | undefined): Entity {
  const [first] = group;
  if (!first) throw new Error('A group of entities has at least one.');
  if (!party) return first;
  const mentions = group.flatMap((entity) => entity.mentions).sort(bySpan);
  // What the text calls the one that gave its name is said first.
  const roles = [...new Set([...group].sort((a, b) => Number(b.key === party.key) - Number(a.key === party.key)).flatMap((entity) => entity.roles))];
  return { ...first, key: party.key, name: party.name, type: party.type, roles, mentions };
}

/** The article with the ids of merged entities in place of their own. */
function renamed(article: Article, ids: ReadonlyMap<string, string>): Article {
  if (ids.size === 0) return article;
  const idOf = (id: string): string => ids.get(id) ?? id;
  const candidates = (list: readonly Candidate[], chosen: string | null): Candidate[] =>
    list.map(({ entity, confidence }) => ({ entity: idOf(entity), confidence }))
      .filter(({ entity }, index, all) => entity !== chosen && all.findIndex((other) => other.entity === entity) === index);
  const attributed = <T extends Attribution>(said: T): T => {
    const speaker = said.speaker === null ? null : idOf(said.speaker);
    return { ...said, speaker, candidates: candidates(said.candidates, speaker) };
  };
  const mentioned = (mention: Mention, id: string | null): Mention => (mention.candidates.length ? { ...mention, candidates: candidates(mention.candidates, id) } : mention);
  return {
    ...article, quotations: article.quotations.map(attributed), statements: article.statements.map(attributed),
    entities: article.entities.map((entity) => ({ ...entity, mentions: entity.mentions.map((mention) => mentioned(mention, entity.id)) })),
    unclear: article.unclear.map((mention) => mentioned(mention, null)),
  };
}
