import { type BlockLayer, type Frame, type People, type PlacedStatement, Tag } from '../layers';
import type { Span } from '../model';
import { entityAt, placeFrom } from './speakers';

/** The statements of a block: every reported content that is not just marked text. */
export function findStatements(layer: BlockLayer, block: number, people: People): PlacedStatement[] {
  return layer.frames.flatMap((frame) => frame.content.filter((piece) => hasOwnWords(layer, piece)).map((piece) => place(frame, piece, block, people)))
    .sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
}

function place({ cue, source, act, negated, why }: Frame, span: Span, block: number, people: People): PlacedStatement {
  const at = source && { block, span: source };
  return {
    span, act, negated,
    source: placeFrom(block, at),
    cue: { back: 0, span: cue },
    speaker: entityAt(people, at),
    why: { rule: why.rule, evidence: why.evidence && { back: 0, span: why.evidence }, confidence: why.confidence },
    candidates: [],
  };
}

const FULL: ReadonlySet<number> = new Set([Tag.Noun, Tag.Nouns, Tag.Name, Tag.Verb, Tag.VerbS, Tag.Past, Tag.Participle, Tag.Gerund, Tag.Adjective, Tag.Pronoun, Tag.Modal]);

/** Whether words that mean something stand outside the marks: "the plan as “critical”" has, "as “critical”" has not. */
function hasOwnWords({ tokens, marks }: BlockLayer, [start, end]: Span): boolean {
  let low = 0, high = tokens.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens.start[middle] ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  let mark = marks.findIndex(({ span }) => span[1] > start);
  for (let token = low; token < tokens.count && (tokens.start[token] ?? 0) < end; token++) {
    const at = tokens.start[token] ?? 0;
    while (mark >= 0 && mark < marks.length && (marks[mark]?.span[1] ?? 0) <= at) mark++;
    const isMarked = mark >= 0 && mark < marks.length && (marks[mark]?.span[0] ?? 0) <= at && !marks[mark]?.open;
    if (!isMarked && FULL.has(tokens.tag[token] ?? 0)) return true;
  }
  return false;
}
