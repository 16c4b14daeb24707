import type { BlockKind, Span } from '../model';

/** A piece of a paragraph that will be a block, with what the paragraph alone shows of its kind. */
export interface Piece {
  /** From the paragraph's start. */
  readonly span: Span;
  readonly looks: BlockKind;
}

/** A run of lines between blank lines, with the pieces it falls into. */
export interface Paragraph {
  readonly start: number;
  readonly text: string;
  readonly pieces: readonly Piece[];
}

/** The paragraphs of `text` that begin at or after `from` and before `to`; both must stand at a paragraph's edge. */
export function splitParagraphs(text: string, from: number, to: number): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  const runs = /[^\r\n]+(?:\r?\n[^\S\r\n]*[^\s][^\r\n]*)*/g;
  runs.lastIndex = from;
  for (let run = runs.exec(text); run && run.index < to; run = runs.exec(text)) {
    if (run[0].trim()) paragraphs.push({ start: run.index, text: run[0], pieces: [{ span: [0, run[0].length], looks: 'body' }] });
  }
  return paragraphs;
}

/** The kind of every piece, paragraph by paragraph, from what each looks like and what stands around it. */
export function classify(paragraphs: readonly Paragraph[]): readonly (readonly BlockKind[])[] {
  return paragraphs.map((paragraph) => paragraph.pieces.map((piece) => piece.looks));
}
