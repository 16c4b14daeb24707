import { type BlockLayer, type Frame, type PlacedMention, type PlacedStatement, Tag } from '../layers';
import type { Span } from '../model';
import { bySpan } from '../span';
import { firstFrom, firstWhere } from '../search';
import { type Sources, sourcesAround } from './sources';
import { sameMentions, speakersAt, speakersOf } from './speakers';
import { BlockView } from './view';
import type { AttributionVocabulary } from './vocabulary';

/** The statements of a block: every reported content that is not just marked text, in order of the text. */
export function readStatements(
  memo: KeepsStatements,
  mentions: readonly PlacedMention[],
  words: AttributionVocabulary,
): readonly PlacedStatement[] {
  const { layer, statements: found } = memo;
  if (layer.frames.length === 0) return NO_STATEMENTS;
  if (found && sameMentions(found.mentions, mentions)) return found.statements;
  const told = found?.told ?? read(layer),
    sourcesOf = sourcesIn(layer, words),
    statements = told.map(({ frame, span }) => place(frame, span, sourcesOf(frame), layer, mentions));
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

/** Who is named as the source of a frame, where several are; the view that tells it is made only where a word joins sources. */
function sourcesIn(layer: BlockLayer, words: AttributionVocabulary): (frame: Frame) => Together | null {
  let made: BlockView | null = null;
  const { tokens } = layer;
  const isJoined = (from: number, to: number): boolean => {
    for (let at = Math.max(0, from - 2); at < Math.min(tokens.count, to + 2); at++)
      if (words.joining.has(tokens.lower[at] ?? '')) return true;
    return false;
  };
  return ({ source, cue }) => {
    if (!source) return null;
    const from = firstFrom(tokens.end, tokens.count, source[0] + 1),
      to = firstFrom(tokens.start, tokens.count, source[1]);
    if (!isJoined(from, to)) return null;
    const view = (made ??= new BlockView(layer, () => true)),
      phrase = layer.phrases[view.phraseFrom(from)];
    const sources = phrase && phrase.to <= to ? sourcesAround(view, phrase, view.rangeOf(cue), words) : null;
    return sources && sources.each.length > 1 ? { view, sources } : null;
  };
}

interface Together {
  readonly view: BlockView;
  readonly sources: Sources;
}

function place(
  { cue, source, relative, act, negated, why }: Frame,
  span: Span,
  together: Together | null,
  layer: BlockLayer,
  mentions: readonly PlacedMention[],
): PlacedStatement {
  const shown = together ? together.view.spanOf(together.sources) : (relative ?? source),
    speakers = together ? speakersOf(together.view, together.sources, mentions) : speakersAt(mentions, layer, source);
  return {
    span,
    act,
    negated,
    source: shown && { back: 0, span: shown },
    cue: { back: 0, span: cue },
    speaker: speakers[0] ?? null,
    speakers,
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
