import type { DocumentHighlight, Location, Position } from 'vscode-languageserver';
import { DocumentHighlightKind } from 'vscode-languageserver';
import type { Entity, MentionForm } from '../../engine/index';
import { saidByCue } from '../said';
import { fullestMention, type Snapshot } from '../snapshot';

/** The entity that the words at a position name; at a quotation, a statement or its cue, the one who speaks. */
function entityAt(snapshot: Snapshot, position: Position): Entity | null {
  const offset = snapshot.offsetAt(position);
  const { quotations, statements } = snapshot.article;
  const found = snapshot.mentionAt(offset);
  if (found) return found.entity;
  const said = saidByCue(snapshot, offset) ?? snapshot.at(quotations, offset) ?? snapshot.at(statements, offset);
  return snapshot.entity(said?.speaker ?? null);
}

const FORMS: readonly MentionForm[] = ['name', 'role', 'pronoun'];

/** Every naming of the entity at a position in this and in all other open documents: in each, names first, then roles, then pronouns. */
export function references(
  snapshot: Snapshot,
  position: Position,
  open: readonly Snapshot[],
  withDefinition: boolean,
): Location[] {
  const key = entityAt(snapshot, position)?.key;
  if (key === undefined) return [];
  return [snapshot, ...open.filter((other) => other !== snapshot)].flatMap((each) =>
    each.article.entities
      .filter((entity) => entity.key === key)
      .flatMap((entity) => {
        const definition = withDefinition ? null : fullestMention(each, entity);
        const inOrder = FORMS.flatMap((form) => entity.mentions.filter((mention) => mention.form === form));
        return inOrder
          .filter((mention) => mention !== definition)
          .map(({ span }) => ({ uri: each.uri, range: each.range(span) }));
      }),
  );
}

/** Every naming of the entity at a position in this document: the entity, not the word. Null where the position is in no naming, or it is not clear of whom. */
export function highlights(snapshot: Snapshot, position: Position): DocumentHighlight[] | null {
  const found = snapshot.mentionAt(snapshot.offsetAt(position));
  return (
    found?.entity?.mentions.map(({ span }) => ({ range: snapshot.range(span), kind: DocumentHighlightKind.Text })) ??
    null
  );
}
