import {
  type CorpusText,
  dateRows,
  entityRows,
  filterRows,
  keyOfRow,
  rowAbove,
  type RowNode,
  rowsUnder,
  speakerRows,
} from '../../corpus/index';
import { MERGED, type ParentParams, type Row, type RowsParams, type ViewId } from '../../protocol';
import type { Snapshot } from '../snapshot';

const VIEWS: Readonly<Record<ViewId, (texts: readonly CorpusText[]) => readonly RowNode[]>> = {
  speakers: speakerRows,
  entities: entityRows,
  dates: dateRows,
};

/** Answers the side panel. A view's rows are made once for the versions of the documents that they show, then read level by level. */
export class Rows {
  #made: { readonly key: string; readonly snapshots: readonly Snapshot[]; readonly rows: readonly RowNode[] } | null =
    null;

  /** The rows under `parent`. */
  under(params: RowsParams, snapshots: readonly Snapshot[]): Row[] {
    return rowsUnder(this.#rows(params, snapshots), params.parent).map((node) => toRow(node, snapshots));
  }

  /** The row above a row. */
  above(params: ParentParams, snapshots: readonly Snapshot[]): Row | null {
    const node = rowAbove(this.#rows(params, snapshots), params.id);
    return node && toRow(node, snapshots);
  }

  #rows({ view, filter }: Pick<RowsParams, 'view' | 'filter'>, snapshots: readonly Snapshot[]): readonly RowNode[] {
    const key = `${view} ${filter}`,
      made = this.#made;
    if (
      made?.key === key &&
      made.snapshots.length === snapshots.length &&
      made.snapshots.every((each, index) => each === snapshots[index])
    )
      return made.rows;
    if (!Object.hasOwn(VIEWS, view)) throw new Error('There is no such view.');
    const rows = filterRows(VIEWS[view](snapshots.map(toText)), typeof filter === 'string' ? filter : '');
    this.#made = { key, snapshots, rows };
    return rows;
  }
}

/** An open document as the corpus reads it. */
export function toText(snapshot: Snapshot): CorpusText {
  return {
    uri: snapshot.uri,
    text: snapshot.document.getText(),
    article: snapshot.article,
    hueOf: (key) => snapshot.hues.of(key),
  };
}

function toRow(
  { id, kind, label, detail, count, hue, variant, doubtful, day, at, children }: RowNode,
  snapshots: readonly Snapshot[],
): Row {
  const snapshot = at && snapshots.find(({ uri }) => uri === at.uri),
    key = keyOfRow(id);
  const location = at && snapshot ? { uri: at.uri, range: snapshot.flat(at.span) } : null;
  const isMerged = key !== null && snapshots.some(({ merges }) => merges.namesIn(key).length > 0);
  return {
    id,
    kind,
    label,
    detail,
    count,
    hue,
    variant: isMerged ? MERGED : variant,
    doubtful,
    day,
    expandable: children.length > 0,
    location,
  };
}
