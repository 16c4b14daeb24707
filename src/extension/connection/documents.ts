import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { fileSettings } from '../settings';

/** The language of the texts that this extension reads. */
export const LANGUAGE = 'plaintext';

/** Output channels, comment boxes and the like are plain text too, but nobody's article: only files and unsaved texts count. */
function isFile({ scheme }: vscode.Uri): boolean {
  return scheme === 'untitled' || vscode.workspace.fs.isWritableFileSystem(scheme) !== undefined;
}

function matches(document: vscode.TextDocument, globs: readonly string[]): boolean {
  const folder = vscode.workspace.getWorkspaceFolder(document.uri);
  return globs.some((glob) => {
    const patterns = folder ? [glob, new vscode.RelativePattern(folder, glob)] : [glob];
    return patterns.some((pattern) => vscode.languages.match({ pattern }, document) > 0);
  });
}

/** Whether a document is a text to be annotated, by its language, place and the reader's settings. */
export function accepts(document: vscode.TextDocument): boolean {
  if (document.languageId !== LANGUAGE || !isFile(document.uri)) return false;
  const { include, exclude } = fileSettings(document.uri);
  return matches(document, include) && !matches(document, exclude);
}

/** Sends a document's opening or closing to the server when it is not an editor's event that does so. */
export interface DocumentSender {
  open(document: vscode.TextDocument): Promise<void>;
  close(document: vscode.TextDocument): Promise<void>;
}

/** Which documents the server has. Others never reach it. */
export class ServedDocuments implements vscode.Disposable {
  readonly #served = new Map<string, vscode.TextDocument>();
  readonly #changed = new vscode.EventEmitter<{ readonly document: vscode.TextDocument; readonly served: boolean }>();
  readonly onDidChange = this.#changed.event;

  /** To be given to the client, between the editor's events and the server. */
  readonly middleware: Middleware = {
    didOpen: async (document, next) => {
      if (!accepts(document)) return;
      await next(document);
      this.#add(document);
    },
    didChange: async (event, next) => {
      if (this.has(event.document)) await next(event);
    },
    didClose: async (document, next) => {
      if (this.#remove(document)) await next(document);
    },
  };

  has(document: vscode.TextDocument): boolean {
    return this.#served.has(document.uri.toString());
  }

  all(): vscode.TextDocument[] {
    return [...this.#served.values()];
  }

  /** A new server has been started and will be given the documents anew. */
  clear(): void {
    this.#served.clear();
  }

  /** Settings or folders have changed: opens and closes on the server what they let in and out. */
  async reconsider(send: DocumentSender): Promise<void> {
    for (const document of vscode.workspace.textDocuments) {
      const wanted = accepts(document);
      if (wanted === this.has(document)) continue;
      if (wanted) {
        this.#add(document);
        await send.open(document);
      } else {
        this.#remove(document);
        await send.close(document);
      }
    }
  }

  #add(document: vscode.TextDocument): void {
    this.#served.set(document.uri.toString(), document);
    this.#changed.fire({ document, served: true });
  }

  #remove(document: vscode.TextDocument): boolean {
    if (!this.#served.delete(document.uri.toString())) return false;
    this.#changed.fire({ document, served: false });
    return true;
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
