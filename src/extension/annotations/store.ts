import * as vscode from 'vscode';
import type { AnnotationsParams, DocumentStatus } from '../../protocol';
import { Marks } from './marks';

/** What the server last said of a document. */
export interface Annotated {
  /** The version of the text that the marks belong to. */
  readonly version: number;
  readonly marks: Marks;
  readonly status: DocumentStatus;
}

/** How a document's marks have changed: which were taken away from `before` and which put into `after`, by index. */
export interface Change {
  readonly uri: vscode.Uri;
  readonly before: Marks;
  readonly after: Marks;
  readonly from: number;
  readonly removed: number;
  readonly inserted: number;
}

/** The marks of every document that the server has annotated. */
export class AnnotationStore implements vscode.Disposable {
  readonly #documents = new Map<string, Annotated>();
  readonly #changed = new vscode.EventEmitter<Change>();
  /** Fires when the marks or the status of a document have changed. */
  readonly onDidChange = this.#changed.event;

  get(uri: vscode.Uri): Annotated | undefined {
    return this.#documents.get(uri.toString());
  }

  /** Takes a message of the server. False where it builds on a version that is not the one kept: then all must be asked for again. */
  take(params: AnnotationsParams): boolean {
    const uri = vscode.Uri.parse(params.uri),
      key = uri.toString();
    const known = this.#documents.get(key);
    if (params.base !== null && params.base !== known?.version) return false;
    const before = known?.marks ?? Marks.none;
    const after = (params.base === null ? Marks.none : before).apply(params);
    this.#documents.set(key, { version: params.version, marks: after, status: params.status });
    const change =
      params.base === null
        ? { from: 0, removed: before.count, inserted: after.count }
        : { from: params.from, removed: params.remove, inserted: after.count - before.count + params.remove };
    this.#changed.fire({ uri, before, after, ...change });
    return true;
  }

  /** Forgets a document that has been closed or is excluded now. */
  forget(uri: vscode.Uri): void {
    const known = this.get(uri);
    if (!this.#documents.delete(uri.toString()) || !known) return;
    this.#changed.fire({
      uri,
      before: known.marks,
      after: Marks.none,
      from: 0,
      removed: known.marks.count,
      inserted: 0,
    });
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
