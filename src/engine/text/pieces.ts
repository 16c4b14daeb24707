import type { BlockKind, Span } from '../model';

/**
 * What a piece of text looks like by itself. Beside the kinds that a piece shows wherever it stands, three that count only at the
 * top of an article: `title` (a short line without a full stop, or with capitals throughout), `line` (any other short sentence), `name`
 * (nothing but a name) and `item` (a list item of a word or two).
 */
export type Looks = BlockKind | 'title' | 'line' | 'name' | 'item';

/** A piece of a paragraph that will be a block, with what the paragraph alone shows of its kind. */
export interface Piece {
  /** From the paragraph's start; begins and ends with something visible. */
  readonly span: Span;
  /** Its kind wherever it stands, or what it may be at the top of an article (kinds.ts decides). */
  readonly looks: Looks;
}

/** Says of one line or wrapped paragraph which pieces it falls into: most often one, two where a dateline leads into the text. */
export type Dissect = (
  text: string,
  from: number,
  to: number,
  line: { readonly bullet: boolean; readonly copy: boolean },
) => Piece[];
