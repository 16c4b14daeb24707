import * as vscode from 'vscode';
import type { AnnotationStore } from '../annotations/store';
import type { Session } from '../connection/session';
import { View } from '../manifest';
import { Method, type ParentParams, type Row, type RowsParams, type ViewId } from '../../protocol';
import type { Panel } from './panel';
import { present } from './present';

/** Milliseconds that a view waits after a change, so that typing does not redraw it with every key. */
const REFRESH_DELAY = 250;

/** A view of rows that the server makes; nothing is asked for before the view is shown, nor below a row that is closed. */
export class RowsView implements vscode.TreeDataProvider<Row>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view: vscode.TreeView<Row>;
  readonly #subscriptions: vscode.Disposable[];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stale = false;

  constructor(
    private readonly id: ViewId,
    private readonly panel: Panel,
    private readonly session: Session,
    annotations: AnnotationStore,
    drag: vscode.TreeDragAndDropController<Row> | null,
  ) {
    this.#view = vscode.window.createTreeView(View[id], {
      treeDataProvider: this,
      showCollapseAll: true,
      ...(drag && { dragAndDropController: drag, canSelectMany: true }),
    });
    this.#subscriptions = [
      this.#changed,
      this.#view,
      panel.onDidChange(() => this.#refresh()),
      annotations.onDidChange(({ uri }) => {
        if (panel.lists(uri)) this.#refreshSoon();
      }),
      this.#view.onDidChangeVisibility(({ visible }) => {
        if (visible && this.#stale) this.#refresh();
      }),
    ];
  }

  get view(): vscode.TreeView<Row> {
    return this.#view;
  }

  async getChildren(parent?: Row): Promise<Row[]> {
    const params = this.#params();
    const rows =
      params.uris.length === 0
        ? []
        : await this.session.request<Row[]>(Method.rows, {
            ...params,
            parent: parent?.id ?? null,
          } satisfies RowsParams);
    if (!parent) this.#describe(params, rows?.length ?? 0);
    return rows ?? [];
  }

  async getParent(row: Row): Promise<Row | undefined> {
    return (
      (await this.session.request<Row | null>(Method.parent, {
        ...this.#params(),
        id: row.id,
      } satisfies ParentParams)) ?? undefined
    );
  }

  getTreeItem(row: Row): vscode.TreeItem {
    return present(row, this.panel.scope);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #params(): Omit<RowsParams, 'parent'> {
    return { view: this.id, uris: this.panel.uris(), filter: this.panel.filter };
  }

  #describe({ filter, uris }: Omit<RowsParams, 'parent'>, count: number): void {
    this.#view.description = filter ? `“${filter}”` : '';
    this.#view.message =
      filter && uris.length > 0 && count === 0 ? vscode.l10n.t('Nothing here holds “{0}”.', filter) : '';
  }

  #refreshSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#refresh(), REFRESH_DELAY);
  }

  #refresh(): void {
    clearTimeout(this.#timer);
    this.#stale = !this.#view.visible;
    if (this.#view.visible) this.#changed.fire(undefined);
  }
}
