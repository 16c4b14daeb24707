import type { Range } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type FindParty, mergeArticle, type Merges } from '../corrections/index';
import type { Analysis, Article, Entity, Mention, Span } from '../engine/index';
import type { DocumentState, DocumentStatus, FlatRange } from '../protocol';
import type { Hues } from './hues';

/** A mention with the entity behind it, or null where it is not clear who is meant. */
export interface MentionOf {
  readonly mention: Mention;
  readonly entity: Entity | null;
}

const EMPTY: Article = {
  published: { value: null, span: null, from: 'nothing' },
  blocks: [],
  quotations: [],
  statements: [],
  dates: [],
  entities: [],
  unclear: [],
  issues: [],
};

/** What a feature needs of the analysis; `withPublished` and `publishedOffers` only where other dates are tried. */
export type SnapshotAnalysis = Pick<
  Analysis,
  'article' | 'blocks' | 'layout' | 'document' | 'withPublished' | 'publishedOffers'
>;

/**
 * One version of a document with its one analysis, as every feature sees it. Valid until the next change of the document: use it
 * without waiting in between.
 */
export class Snapshot {
  #article: Article | undefined;
  #entities: ReadonlyMap<string, Entity> | undefined;

  constructor(
    readonly document: TextDocument,
    readonly state: DocumentState,
    readonly analysis: SnapshotAnalysis | null,
    readonly hues: Hues,
    readonly merges: Merges,
    private readonly findParty: FindParty,
  ) {}

  get uri(): string {
    return this.document.uri;
  }

  /** All annotations as the reader has corrected them; none where the document is left plain. */
  get article(): Article {
    return (this.#article ??= this.analysis ? mergeArticle(this.analysis.article, this.uri, this.findParty) : EMPTY);
  }

  get status(): DocumentStatus {
    const layer = this.analysis?.document;
    const quotations =
      layer?.said.quotations.reduce((sum, list) => sum + list.filter(({ kind }) => kind !== 'other').length, 0) ?? 0;
    const dates = layer?.dates.reduce((sum, list) => sum + list.length, 0) ?? 0;
    return {
      state: this.state,
      quotations,
      dates,
      published: layer?.published.value ?? null,
      publishedFrom: layer?.published.from ?? 'nothing',
    };
  }

  entity(id: string | null): Entity | null {
    if (id === null) return null;
    this.#entities ??= new Map(this.article.entities.map((entity) => [entity.id, entity]));
    return this.#entities.get(id) ?? null;
  }

  /** The names of entities in a row, or null where there is none. */
  namesOf(ids: readonly string[]): string | null {
    return ids.flatMap((id) => this.entity(id)?.name ?? []).join(', ') || null;
  }

  hueOf(entity: Entity | null): number {
    return entity ? this.hues.of(entity.key) : 0;
  }

  offsetAt(position: { readonly line: number; readonly character: number }): number {
    return this.document.offsetAt(position);
  }

  textOf(span: Span): string {
    return this.document.getText().slice(span[0], span[1]);
  }

  range(span: Span): Range {
    return { start: this.document.positionAt(span[0]), end: this.document.positionAt(span[1]) };
  }

  flat(span: Span): FlatRange {
    const { start, end } = this.range(span);
    return [start.line, start.character, end.line, end.character];
  }

  /** The innermost mention at an offset; a cursor right behind the last letter still counts. */
  mentionAt(offset: number): MentionOf | null {
    const here = (mentions: readonly Mention[], entity: Entity | null): MentionOf[] =>
      mentions.filter(({ span }) => touches(span, offset)).map((mention) => ({ mention, entity }));
    const found = [
      ...this.article.entities.flatMap((entity) => here(entity.mentions, entity)),
      ...here(this.article.unclear, null),
    ];
    return innermost(found, ({ mention }) => mention.span);
  }

  /** The innermost of the results of one list at an offset. */
  at<T extends { readonly span: Span }>(list: readonly T[], offset: number): T | null {
    return innermost(
      list.filter(({ span }) => touches(span, offset)),
      ({ span }) => span,
    );
  }
}

/** Whether an offset stands in a span or at its end. */
export const touches = (span: Span, offset: number): boolean => span[0] <= offset && offset <= span[1];

function innermost<T>(list: readonly T[], spanOf: (item: T) => Span): T | null {
  const length = (item: T): number => spanOf(item)[1] - spanOf(item)[0];
  return list.reduce<T | null>((best, item) => (best === null || length(item) < length(best) ? item : best), null);
}

/** The mention that names an entity most fully: the first that is written as its name, else the longest name, else the first of all. */
export function fullestMention(snapshot: Snapshot, entity: Entity): Mention | null {
  const names = entity.mentions.filter(({ form }) => form === 'name');
  const exact = names.find(({ span }) => snapshot.textOf(span) === entity.name);
  const longest = (best: Mention | null, mention: Mention): Mention =>
    best && best.span[1] - best.span[0] >= mention.span[1] - mention.span[0] ? best : mention;
  return exact ?? names.reduce<Mention | null>(longest, null) ?? entity.mentions[0] ?? null;
}
