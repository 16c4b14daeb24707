import type { LocationLink, Position } from 'vscode-languageserver';
import type { Span } from '../../engine/index';
import { saidByCue } from '../said';
import { fullestMention, type Snapshot } from '../snapshot';

/**
 * From a name, a role or a pronoun to where the entity is named most fully, and nowhere where it is not clear who is meant; from a quotation, a statement or its cue to the words
 * that name its source, or, where it has none of its own, to the speaker's full name.
 */
export function definition(snapshot: Snapshot, position: Position): LocationLink[] | null {
  const offset = snapshot.offsetAt(position),
    found = snapshot.mentionAt(offset);
  if (found)
    return link(snapshot, found.mention.span, (found.entity && fullestMention(snapshot, found.entity))?.span ?? null);
  const { quotations, statements } = snapshot.article;
  const said = saidByCue(snapshot, offset) ?? snapshot.at(quotations, offset) ?? snapshot.at(statements, offset);
  if (!said) return null;
  const speaker = snapshot.entity(said.speaker);
  return link(snapshot, said.span, said.source ?? (speaker && fullestMention(snapshot, speaker)?.span) ?? null);
}

function link(snapshot: Snapshot, origin: Span, target: Span | null): LocationLink[] | null {
  if (!target) return null;
  const range = snapshot.range(target);
  return [
    {
      originSelectionRange: snapshot.range(origin),
      targetUri: snapshot.uri,
      targetRange: range,
      targetSelectionRange: range,
    },
  ];
}
