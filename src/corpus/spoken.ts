import {
  type Article,
  contains,
  type Entity,
  firstSpanFrom,
  type Quotation,
  type Span,
  type Statement,
} from '../engine/index';

/** How many statements before a place may reach over it: they seldom stand in one another. */
const MOST_AROUND = 4;

/**
 * What others say of an entity in an article, in order of the text: the quotations that mention it, and the statements that do so
 * outside quotation marks. What it says of itself, and what nobody is known to say, is left out.
 */
export function spokenOf(
  { quotations, statements }: Article,
  { id, mentions }: Entity,
): readonly (Quotation | Statement)[] {
  const found = new Set<Quotation | Statement>();
  for (const { span } of mentions) {
    const said = around(quotations, span) ?? around(statements, span);
    if (said && said.speaker !== null && !said.speakers.includes(id) && !('kind' in said && said.kind === 'other'))
      found.add(said);
  }
  return [...found].sort((a, b) => a.span[0] - b.span[0]);
}

/** The last to begin of those that stand around a span, or null; the list is in order of the text. */
function around<T extends { readonly span: Span }>(list: readonly T[], span: Span): T | null {
  const behind = firstSpanFrom(list, span[0] + 1);
  for (let at = behind - 1; at >= 0 && at >= behind - MOST_AROUND; at--) {
    const item = list[at];
    if (item && contains(item.span, span)) return item;
  }
  return null;
}
