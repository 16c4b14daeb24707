import * as vscode from 'vscode';
import type { AnnotationStore } from '../annotations/store';
import type { Session } from '../connection/session';
import { Command } from '../manifest';
import type { Row, ViewId } from '../../protocol';
import type { Panel } from './panel';
import { RowsView } from './rows';

async function askForFilter(panel: Panel): Promise<void> {
  const filter = await vscode.window.showInputBox({
    title: vscode.l10n.t('Filter the side panel'),
    prompt: vscode.l10n.t('Keeps rows whose words hold this text. Empty: all rows.'),
    value: panel.filter,
  });
  if (filter !== undefined) panel.search(filter.trim());
}

export type Views = Readonly<Record<ViewId, RowsView>>;

/** The side panel: three trees over one choice of documents and one filter; `drag` says what dragging rows does. */
export function register(
  context: vscode.ExtensionContext,
  session: Session,
  annotations: AnnotationStore,
  panel: Panel,
  drag: vscode.TreeDragAndDropController<Row>,
): Views {
  const view = (id: ViewId): RowsView => new RowsView(id, panel, session, annotations, id === 'dates' ? null : drag);
  const views: Views = { speakers: view('speakers'), entities: view('entities'), dates: view('dates') };
  context.subscriptions.push(
    ...Object.values(views),
    vscode.commands.registerCommand(Command.showThisFile, () => panel.show('file')),
    vscode.commands.registerCommand(Command.showOpenFiles, () => panel.show('open')),
    vscode.commands.registerCommand(Command.filterRows, (text?: unknown) =>
      typeof text === 'string' ? panel.search(text) : askForFilter(panel),
    ),
    vscode.commands.registerCommand(Command.clearFilter, () => panel.search('')),
  );
  return views;
}
