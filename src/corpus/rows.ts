import type { Row } from '../protocol';
import { fold } from './fold';
import type { Occurrence } from './text';

/** A row of a view with the rows under it and all the words that a filter may find it by. */
export interface RowNode extends Omit<Row, 'location' | 'expandable'> {
  readonly at: Occurrence | null;
  readonly words: string;
  readonly children: readonly RowNode[];
}

/** A row with what it must have; the rest is empty unless given. */
export function row(given: Pick<RowNode, 'id' | 'kind' | 'label'> & Partial<RowNode>): RowNode {
  const children = given.children ?? [];
  return {
    detail: '',
    count: countOf(children),
    hue: 0,
    variant: '',
    doubtful: false,
    day: null,
    at: null,
    words: `${given.label} ${given.detail ?? ''}`,
    ...given,
    children,
  };
}

/** What a row of periods counts is the dates in them, and what an entity counts its mentions, not what others say of it. */
const countOf = (children: readonly RowNode[]): number =>
  children.reduce(
    (sum, { kind, count }) =>
      sum + (kind === 'period' || kind === 'mention-form' ? count : kind === 'spoken-of' ? 0 : 1),
    0,
  );

/**
 * The rows whose words hold the filter, those above them and those below; counts are of what is left. A row that matches keeps all
 * below it.
 */
export function filterRows(rows: readonly RowNode[], filter: string): readonly RowNode[] {
  const wanted = fold(filter).trim();
  return wanted ? rows.flatMap((node) => filterRow(node, wanted)) : rows;
}

function filterRow(node: RowNode, wanted: string): RowNode[] {
  if (fold(node.words).includes(wanted)) return [node];
  const children = node.children.flatMap((child) => filterRow(child, wanted));
  return children.length ? [{ ...node, children, count: countOf(children) }] : [];
}

/** The rows under the one with this id (null: the topmost); none where there is no such row. */
export function rowsUnder(rows: readonly RowNode[], id: string | null): readonly RowNode[] {
  if (id === null) return rows;
  for (const node of rows) {
    if (node.id === id) return node.children;
    const found = rowsUnder(node.children, id);
    if (found.length) return found;
  }
  return [];
}

/** The row above the one with this id, or null. */
export function rowAbove(rows: readonly RowNode[], id: string): RowNode | null {
  for (const node of rows) {
    if (node.children.some((child) => child.id === id)) return node;
    const found = rowAbove(node.children, id);
    if (found) return found;
  }
  return null;
}

/** The id of the row of an entity, told by its corpus key, in the Entities or the Speakers view. */
export const entityRowId = (kind: 'entity' | 'speaker', key: string): string => `${kind}\u001f${key}`;

/** The corpus key of the entity that a row stands for, by the row's id; null for rows of other things. */
export const keyOfRow = (id: string): string | null => /^(?:entity|speaker)\u001f(.*)$/s.exec(id)?.[1] ?? null;

/** Gives ids that hold over edits elsewhere: the words of the row, and which of several with the same words it is. */
export class RowIds {
  readonly #seen = new Map<string, number>();

  next(kind: string, ...parts: readonly string[]): string {
    const id = [kind, ...parts].join('\u001f'),
      count = (this.#seen.get(id) ?? 0) + 1;
    this.#seen.set(id, count);
    return count === 1 ? id : `${id}\u001f${count}`;
  }
}
