import { type BlockLayer, type Frame, type PlacedMention, type PlacedStatement, Tag } from '../layers';
import type { Span } from '../model';
import { bySpan } from '../span';
import { firstFrom, firstWhere } from '../search';
import { entityAt, sameMentions } from './speakers';

/** The statements of a block: every reported content that is not just marked text, in order of the text. */
export function readStatements(memo: KeepsStatements, mentions: readonly PlacedMention[]): readonly PlacedStatement[] {
  const { layer, statements: found } = memo;
  if (layer.frames.length === 0) return NO_STATEMENTS;
  if (found && sameMentions(found.mentions, mentions)) return found.statements;
  const told = found?.told ?? read(layer),
    statements = told.map(({ frame, span }) => place(frame, span, layer, mentions));
  memo.statements = { told, mentions, statements };
  return statements;
}

export const NO_STATEMENTS: readonly PlacedStatement[] = [];

interface Told {
  readonly frame: Frame;
  readonly span: Span;
}

/** What was last made of a block's statements, and what it rests on. */
export interface KeptStatements {
  readonly told: readonly Told[];
  readonly mentions: readonly PlacedMention[];
  readonly statements: readonly PlacedStatement[];
}

/** A block that keeps what was last made of its statements. */
export interface KeepsStatements {
  readonly layer: BlockLayer;
  statements: KeptStatements | null;
}

function read(layer: BlockLayer): Told[] {
  const told: Told[] = [];
  for (const frame of layer.frames)
    for (const span of frame.content) if (hasOwnWords(layer, span)) told.push({ frame, span });
  return told.length > 1 ? told.sort(bySpan) : told;
}

function place(
  { cue, source, relative, act, negated, why }: Frame,
  span: Span,
  layer: BlockLayer,
  mentions: readonly PlacedMention[],
): PlacedStatement {
  const shown = relative ?? source;
  return {
    span,
    act,
    negated,
    source: shown && { back: 0, span: shown },
    cue: { back: 0, span: cue },
    speaker: entityAt(mentions, layer, source),
    why: { rule: why.rule, evidence: why.evidence && { back: 0, span: why.evidence }, confidence: why.confidence },
    candidates: [],
  };
}

const FULL: ReadonlySet<number> = new Set([
  Tag.Noun,
  Tag.Nouns,
  Tag.Name,
  Tag.Verb,
  Tag.VerbS,
  Tag.Past,
  Tag.Participle,
  Tag.Gerund,
  Tag.Adjective,
  Tag.Pronoun,
  Tag.Modal,
]);

/** Whether words that mean something stand outside the marks: "the plan as “critical”" has, "as “critical”" has not. */
function hasOwnWords({ tokens, marks }: BlockLayer, [start, end]: Span): boolean {
  const first = firstFrom(tokens.start, tokens.count, start);
  // Marks inside others end before them: start at the last that begins before the content, and at the one around it.
  let mark = Math.max(0, firstWhere(marks.length, (index) => (marks[index]?.span[0] ?? 0) > start) - 1);
  while (marks[mark]?.inside !== null && marks[mark]?.inside !== undefined) mark = marks[mark]?.inside ?? 0;
  for (let token = first; token < tokens.count && (tokens.start[token] ?? 0) < end; token++) {
    const at = tokens.start[token] ?? 0;
    while (mark < marks.length && (marks[mark]?.span[1] ?? 0) <= at) mark++;
    const isMarked = mark < marks.length && (marks[mark]?.span[0] ?? 0) <= at && !marks[mark]?.open;
    if (!isMarked && FULL.has(tokens.tag[token] ?? 0)) return true;
  }
  return false;
}
