import { assemble } from './assemble';
import type { DateHints } from './dates/index';
import type { BlockLayer, DocumentLayer, PlacedBlock } from './layers';
import type { Article } from './model';
import type { Pipeline } from './pipeline';
import { classify, type Paragraph, splitParagraphs } from './text/index';

/** A replacement of the text between two offsets, as editors report it. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The analysis of one version of a text. Immutable: an edit gives a new analysis that shares what did not change, and is always
 * equal to the analysis of the new text from scratch.
 */
export class Analysis {
  #article: Article | undefined;

  private constructor(
    private readonly pipeline: Pipeline,
    readonly text: string,
    private readonly hints: DateHints,
    private readonly paragraphs: readonly Paragraph[],
    readonly blocks: readonly PlacedBlock[],
    /** Results over the whole article, block by block, for callers that must not pay for `article`. */
    readonly document: DocumentLayer,
  ) {}

  /** Analyses a whole text. Never throws, whatever the text. */
  static of(pipeline: Pipeline, text: string, hints: DateHints): Analysis {
    return Analysis.#read(pipeline, text, hints, splitParagraphs(text, 0, text.length), new Map());
  }

  /** The results in the article's own offsets; made on first use. */
  get article(): Article {
    return (this.#article ??= assemble(this.blocks, this.document));
  }

  /** The analysis after the edits, each applied to the text that the one before it left. Offsets outside the text are clamped. */
  update(edits: readonly Edit[]): Analysis {
    let text = this.text, paragraphs = this.paragraphs;
    for (const edit of edits) [text, paragraphs] = applyEdit(text, paragraphs, edit);
    return Analysis.#read(this.pipeline, text, this.hints, paragraphs, this.#known());
  }

  /** The same text with another date given by the reader (null takes a given date back). */
  withPublished(published: string | null): Analysis {
    return Analysis.#read(this.pipeline, this.text, { ...this.hints, published }, this.paragraphs, this.#known());
  }

  static #read(pipeline: Pipeline, text: string, hints: DateHints, paragraphs: readonly Paragraph[], known: Known): Analysis {
    const kinds = classify(paragraphs);
    const blocks = paragraphs.flatMap((paragraph, index) => paragraph.pieces.map(({ span }, piece): PlacedBlock => {
      const kind = kinds[index]?.[piece] ?? 'body', blockText = paragraph.text.slice(span[0], span[1]);
      const sameText = known.get(blockText) ?? [];
      let layer = sameText.find((candidate) => candidate.kind === kind);
      if (!layer) known.set(blockText, [...sameText, (layer = pipeline.readBlock(blockText, kind))]);
      return { start: paragraph.start + span[0], layer };
    }));
    return new Analysis(pipeline, text, hints, paragraphs, blocks, pipeline.readDocument(blocks, hints));
  }

  #known(): Known {
    const known: Known = new Map();
    for (const { layer } of this.blocks) {
      const sameText = known.get(layer.text);
      if (!sameText) known.set(layer.text, [layer]);
      else if (!sameText.includes(layer)) sameText.push(layer);
    }
    return known;
  }
}

/** Blocks already read, by their text; one text may have been read as more than one kind. */
type Known = Map<string, BlockLayer[]>;

/** Splits again only the paragraphs that the edit touches; those behind it move. */
function applyEdit(text: string, paragraphs: readonly Paragraph[], edit: Edit): [string, readonly Paragraph[]] {
  const start = Math.max(0, Math.min(edit.start, text.length)), end = Math.max(start, Math.min(edit.end, text.length));
  const edited = text.slice(0, start) + edit.text + text.slice(end);
  const delta = edit.text.length - (end - start);
  // A paragraph that merely ends or begins at the edit may grow into it, and the line break beside it may vanish: take the neighbours too.
  let first = paragraphs.findIndex((paragraph) => paragraph.start + paragraph.text.length >= start);
  if (first < 0) first = paragraphs.length;
  first = Math.max(0, first - 1);
  let next = first;
  while (next < paragraphs.length && (paragraphs[next]?.start ?? 0) <= end) next++;
  next = Math.min(paragraphs.length, next + 1);
  const from = first === 0 ? 0 : (paragraphs[first]?.start ?? 0);
  const to = next === paragraphs.length ? edited.length : (paragraphs[next]?.start ?? 0) + delta;
  const moved = paragraphs.slice(next).map((paragraph) => ({ ...paragraph, start: paragraph.start + delta }));
  return [edited, [...paragraphs.slice(0, first), ...splitParagraphs(edited, from, to), ...moved]];
}
