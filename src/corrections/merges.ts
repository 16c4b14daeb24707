import {
  type Article,
  type Attribution,
  bySpan,
  type Candidate,
  corpusKey,
  type Entity,
  isNameless,
  type Mention,
  narrowedKey,
  type Span,
} from '../engine/index';
import { anchorAt, locate } from './anchor';
import { effective, type Merge, type Operation, type Party, type PlaceOfText } from './log';

/** Several entities that are one: whom a person has called so, and what was merged into it. */
interface Circle {
  readonly into: Party;
  readonly members: readonly Party[];
}

/** The merges of a log that hold and that nothing has separated again, the earliest first. */
export function mergesInForce(operations: readonly Operation[]): readonly Merge[] {
  const inForce = effective(operations),
    separated = new Set(inForce.flatMap((operation) => (operation.op === 'separate-entities' ? operation.of : [])));
  return inForce.flatMap((operation) =>
    operation.op === 'merge-entities' && !separated.has(operation.id) ? [operation] : [],
  );
}

/** What an entity belongs to, told by the key that its text knows it by; null where nobody merged it. */
export type FindParty = (key: string) => Party | null;

/** Which entities a log makes one. Later merges build on earlier ones: who was merged goes along with the one it was merged into. */
export class Merges {
  readonly #circles: ReadonlyMap<string, Circle>;
  /** Those without a name, who are told by a place in a text. */
  readonly #placed: readonly { readonly key: string; readonly at: PlaceOfText }[];

  private constructor(circles: ReadonlyMap<string, Circle>) {
    this.#circles = circles;
    this.#placed = [...new Set(circles.values())].flatMap(({ members }) =>
      members.flatMap(({ key, at }) => (at ? [{ key, at }] : [])),
    );
  }

  static of(operations: readonly Operation[]): Merges {
    const circles = new Map<string, Circle>();
    for (const { of, into } of mergesInForce(operations)) join(of, into, circles);
    return new Merges(circles);
  }

  /**
   * Finds what the entities of a text belong to. Whoever has no name is found by the place where the text mentioned them, and not at
   * all where that place is no longer certain. `article` is asked for only where somebody is told by a place of the text.
   */
  inText(uri: string, text: string, article: () => Article): FindParty {
    const find = (key: string): Party | null => this.#circles.get(key)?.into ?? null;
    const placed = this.#placed.filter(({ at }) => at.uri === uri);
    if (placed.length === 0) return find;
    const keys = new Map(
      placed.flatMap(({ key, at }) => {
        const span = locate(text, at),
          entity = span && mentionedAt(article(), span);
        return entity ? [[entity.key, key] as const] : [];
      }),
    );
    return (key) => find(keys.get(key) ?? key);
  }

  /** An entity as merges know it, told by its corpus key: as what it belongs to, or by itself. */
  partyOf(key: string, { name, type }: Pick<Entity, 'name' | 'type'>, place: () => PlaceOfText): Party {
    const known = this.#circles.get(key)?.into;
    if (known) return known;
    if (!isNameless(key)) return { key, name, type, at: null };
    const at = place();
    return { key: narrowedKey(key, at.start), name, type, at };
  }

  /** The corpus key of what an entity belongs to, told by its own: the same where nobody merged it. */
  circleOf(key: string): string {
    return this.#circles.get(key)?.into.key ?? key;
  }

  /** The names that were merged into an entity, told by its corpus key; none where nobody merged it. */
  namesIn(key: string): readonly string[] {
    const circle = this.#circles.get(key);
    return circle ? circle.members.flatMap((member) => (member.key === circle.into.key ? [] : [member.name])) : [];
  }
}

/** The place of a mention, as a party without a name keeps it. */
export const placeOf = (uri: string, text: string, span: Span): PlaceOfText => ({ uri, ...anchorAt(text, span) });

const mentionedAt = ({ entities }: Article, [start, end]: Span): Entity | undefined =>
  entities.find(({ mentions }) => mentions.some(({ span }) => span[0] === start && span[1] === end));

/** Makes one circle of those that all parties belong to; a name outlives the lack of one. */
function join(of: readonly Party[], into: Party, circles: Map<string, Circle>): void {
  const own = (party: Party): Circle => circles.get(party.key) ?? { into: party, members: [party] };
  const target = own(into),
    others = of.map(own).filter((circle) => circle.into.key !== target.into.key);
  if (others.length === 0) return;
  const named = [target, ...others].find((circle) => !circle.into.at);
  const byKey = new Map([target, ...others].flatMap(({ members }) => members).map((member) => [member.key, member]));
  const circle = { into: (named ?? target).into, members: [...byKey.values()] };
  for (const key of byKey.keys()) circles.set(key, circle);
}

/**
 * An article as it reads once entities are merged: those that are one have one id, key, name and type, and all mentions of them; who
 * said something, and who else might have, follows. The same article where nothing in it is merged.
 */
export function mergeArticle(article: Article, uri: string, find: FindParty): Article {
  const groups = new Map<string, Entity[]>(),
    parties = new Map<string, Party>();
  for (const entity of article.entities) {
    const party = find(entity.key),
      key = party?.key ?? corpusKey(uri, entity),
      group = groups.get(key);
    if (party) parties.set(key, party);
    if (group) group.push(entity);
    else groups.set(key, [entity]);
  }
  if (parties.size === 0) return article;
  const ids = new Map(
    [...groups.values()].flatMap(([first, ...others]) =>
      others.map(({ id }): [string, string] => [id, first?.id ?? id]),
    ),
  );
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
  const roles = [
    ...new Set(
      [...group]
        .sort((a, b) => Number(b.key === party.key) - Number(a.key === party.key))
        .flatMap((entity) => entity.roles),
    ),
  ];
  return { ...first, key: party.key, name: party.name, type: party.type, roles, mentions };
}

/** The article with the ids of merged entities in place of their own. */
function renamed(article: Article, ids: ReadonlyMap<string, string>): Article {
  if (ids.size === 0) return article;
  const idOf = (id: string): string => ids.get(id) ?? id;
  const candidates = (list: readonly Candidate[], chosen: string | null): Candidate[] =>
    list
      .map(({ entity, confidence }) => ({ entity: idOf(entity), confidence }))
      .filter(
        ({ entity }, index, all) => entity !== chosen && all.findIndex((other) => other.entity === entity) === index,
      );
  const attributed = <T extends Attribution>(said: T): T => {
    const speaker = said.speaker === null ? null : idOf(said.speaker);
    const speakers = [...new Set(said.speakers.map(idOf))];
    return { ...said, speaker, speakers, candidates: candidates(said.candidates, speaker) };
  };
  const mentioned = (mention: Mention, id: string | null): Mention =>
    mention.candidates.length ? { ...mention, candidates: candidates(mention.candidates, id) } : mention;
  const open = article.unclear.map((mention) => ({
    mention: mentioned(mention, null),
    before: mention.candidates.length,
  }));
  const isSettled = ({ mention, before }: (typeof open)[number]): boolean =>
    before > 1 && mention.candidates.length === 1;
  const settled = open.filter(isSettled).map(({ mention }) => mention);
  return {
    ...article,
    quotations: article.quotations.map(attributed),
    statements: article.statements.map(attributed),
    entities: article.entities.map((entity) => ({
      ...entity,
      mentions: withSettled(
        entity.mentions.map((mention) => mentioned(mention, entity.id)),
        settled,
        entity.id,
      ),
    })),
    unclear: open.filter((each) => !isSettled(each)).map(({ mention }) => mention),
  };
}

/** Where all who may have been meant are one, that one is meant. */
function withSettled(mentions: readonly Mention[], settled: readonly Mention[], id: string): readonly Mention[] {
  const own = settled
    .filter(({ candidates }) => candidates[0]?.entity === id)
    .map((mention): Mention => {
      const evidence = mentions.filter(({ span }) => span[1] <= mention.span[0]).at(-1)?.span ?? null;
      return {
        ...mention,
        candidates: [],
        why: { rule: 'only-one', evidence, confidence: mention.candidates[0]?.confidence ?? 0 },
      };
    });
  return own.length ? [...mentions, ...own].sort(bySpan) : mentions;
}
