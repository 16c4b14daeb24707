/** Puts the extension together: one language server, what it last said of each document, and the features over both. */
import * as vscode from 'vscode';
import { AnnotationStore } from './annotations/store';
import { type Connect, Session } from './connection/session';
import * as corrections from './corrections/index';
import * as highlights from './highlights/index';
import { Command } from './manifest';
import * as navigation from './navigation/index';
import * as published from './published/index';
import * as copying from './quotations/copy';
import * as revealing from './reveal';
import * as status from './status';
import * as views from './views/index';
import { Panel } from './views/panel';

/** What the tests see of a running extension. */
export interface Api {
  readonly session: Session;
  readonly annotations: AnnotationStore;
  readonly highlights: highlights.Highlights;
  readonly views: views.Views;
}

let running: Session | undefined;

export function activateWith(context: vscode.ExtensionContext, connect: Connect): Api {
  const session = new Session(connect),
    annotations = new AnnotationStore();
  running = session;
  context.subscriptions.push(
    session,
    annotations,
    session.onAnnotations((params) => {
      if (annotations.take(params)) return;
      // A message was lost: the document is sent once more, and what comes back stands alone.
      const document = session.documents
        .all()
        .find(({ uri }) => uri.toString() === vscode.Uri.parse(params.uri).toString());
      if (document) void session.reopen(document);
    }),
    session.documents.onDidChange(({ document, served }) => {
      if (!served) annotations.forget(document.uri);
    }),
    vscode.commands.registerCommand(Command.restartServer, () => session.restart()),
  );
  revealing.register(context);
  const painted = highlights.register(context, annotations);
  const panel = new Panel(session, context.workspaceState);
  const trees = views.register(context, session, annotations, panel, corrections.register(context, session, panel));
  context.subscriptions.push(panel);
  navigation.register(context, session, annotations);
  published.register(context, session, annotations);
  copying.register(context, session);
  status.register(context, session, annotations);
  session.start(); // Not awaited: the editor need not wait for the server.
  return { session, annotations, highlights: painted, views: trees };
}

/** Ends the server with the extension. */
export async function deactivate(): Promise<void> {
  await running?.stop();
  running = undefined;
}
