/** The extension on the desktop and on a remote machine: the language server is a process of its own. */
import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateWith, type Api } from './extension';
import { SECTION } from './manifest';

export function activate(context: vscode.ExtensionContext): Api {
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist/server.js').fsPath;
  const server = { module, transport: TransportKind.ipc };
  return activateWith(context, (options) => {
    const client = new LanguageClient(SECTION, 'On the Record', { run: server, debug: server }, options);
    return { client, end: () => undefined }; // The process ends with its channel.
  });
}

export { deactivate } from './extension';
