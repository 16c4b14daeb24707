import * as vscode from 'vscode';
import type { FlatRange } from '../protocol';
import { InternalCommand } from './manifest';

/** Shows a stretch of a text in an editor, selected; `focus` says whether the keyboard goes there too. */
export async function reveal(uri: vscode.Uri, range: FlatRange, focus: boolean): Promise<void> {
  const editor = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  const selection = new vscode.Range(...range);
  const shown = await vscode.window.showTextDocument(uri, {
    preserveFocus: !focus,
    preview: true,
    selection,
    ...(editor?.viewColumn !== undefined && { viewColumn: editor.viewColumn }),
  });
  shown.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

function isFlatRange(value: unknown): value is FlatRange {
  return Array.isArray(value) && value.length === 4 && value.every((number) => Number.isInteger(number) && number >= 0);
}

/** The command behind rows and the links of a hover, which are texts: what they ask for is checked first. */
export function register(context: vscode.ExtensionContext): void {
  context.subscriptions.push(
    vscode.commands.registerCommand(InternalCommand.reveal, async (uri: unknown, range: unknown) => {
      if (typeof uri === 'string' && isFlatRange(range)) await reveal(vscode.Uri.parse(uri), range, false);
    }),
  );
}
