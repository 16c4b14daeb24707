/** The extension on the web: the language server is a worker. */
import * as vscode from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import { LanguageClient } from 'vscode-languageclient/browser';
import type { Connection } from './connection/session';
import { activateWith, type Api } from './extension';
import { SECTION } from './manifest';

export function activate(context: vscode.ExtensionContext): Api {
  return activateWith(context, (options) => connect(context, options));
}

async function connect(context: vscode.ExtensionContext, options: LanguageClientOptions): Promise<Connection> {
  // A worker from the extension's own address is refused in a remote window; one from a blob works wherever the files come from.
  const [source, language] = await Promise.all(
    ['dist/server.js', 'dist/en.bin'].map((path) =>
      vscode.workspace.fs.readFile(vscode.Uri.joinPath(context.extensionUri, path)),
    ),
  );
  const url = URL.createObjectURL(new Blob([new Uint8Array(source ?? [])], { type: 'text/javascript' }));
  const worker = new Worker(url);
  const crashed = new vscode.EventEmitter<void>();
  worker.addEventListener('error', (event) => {
    event.preventDefault(); // Nothing else watches the worker, and nobody else need hear of it.
    crashed.fire();
  });
  // The server's first message, before any of the protocol: a worker cannot read files itself. The copy is given away with it.
  const { buffer } = new Uint8Array(language ?? []);
  worker.postMessage(buffer, [buffer]);
  // The Worker itself: VS Code's is no `instanceof Worker`, which the client asks of one that a function returns.
  const client = new LanguageClient(SECTION, 'On the Record', worker, options);
  const end = () => {
    worker.terminate(); // client.stop() leaves it running.
    URL.revokeObjectURL(url);
    crashed.dispose();
  };
  return { client, onDidCrash: crashed.event, end };
}

export { deactivate } from './extension';
