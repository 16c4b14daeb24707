import type { BlockKind } from '../model';
import type { Paragraph } from './paragraphs';
import type { Looks } from './pieces';

/** The kind of a piece away from the top of an article. */
export function defaultKind(looks: Looks): BlockKind {
  return looks === 'title' || looks === 'line' || looks === 'name' || looks === 'item' ? 'body' : looks;
}

/** How many pieces the top of an article may have before its text begins, captions and menus included. */
export const LONGEST_TOP = 60;
/** A headline, a standfirst and one line more. */
const MOST_TITLES = 3;

/**
 * The kind of every piece, paragraph by paragraph, from what each looks like and what stands around it: titles, lone names and
 * menu items count as such only above the first text, and only where there is a text.
 */
export function classify(paragraphs: readonly Paragraph[]): readonly (readonly BlockKind[])[] {
  const kinds = paragraphs.map((paragraph) => paragraph.kinds);
  const top = findTop(paragraphs);
  if (top === 0 && beginsWithHeadline(paragraphs)) kinds[0] = ['headline'];
  let titles = 0;
  for (let i = 0; i < top; i++) {
    kinds[i] = (paragraphs[i]?.pieces ?? []).map(({ looks }): BlockKind => {
      if (looks === 'item') return 'boilerplate';
      if (looks === 'name' && titles) return 'byline';
      if ((looks === 'title' || looks === 'name') && titles++ < MOST_TITLES) return 'headline';
      return defaultKind(looks);
    });
  }
  return kinds;
}

/** How many paragraphs stand above the first text; 0 where no text follows. */
function findTop(paragraphs: readonly Paragraph[]): number {
  let pieces = 0;
  for (let i = 0; i < paragraphs.length; i++) {
    const paragraph = paragraphs[i];
    if (paragraph?.pieces.some(({ looks }) => looks === 'body' || looks === 'line')) return i;
    if ((pieces += paragraph?.pieces.length ?? 0) > LONGEST_TOP) return 0;
  }
  return 0;
}

/** A first sentence with a full stop is a headline where a dateline or byline follows. */
function beginsWithHeadline([first, second]: readonly Paragraph[]): boolean {
  const looks = first?.pieces.length === 1 ? first.pieces[0]?.looks : undefined,
    next = second?.pieces[0]?.looks;
  return looks === 'line' && (next === 'dateline' || next === 'byline' || next === 'header');
}
