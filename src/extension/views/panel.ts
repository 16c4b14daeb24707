import * as vscode from 'vscode';
import type { Session } from '../connection/session';
import { Context } from '../manifest';

/** Whose rows the views list: those of the text in the active editor, or of all open ones. */
export type Scope = 'file' | 'open';

/** Key in the workspace's memory. */
const SCOPE = 'panelScope';

/** What the three views have in common: which documents they list, and which rows. */
export class Panel implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  readonly #subscriptions: vscode.Disposable[];
  #scope: Scope;
  #filter = '';

  constructor(
    private readonly session: Session,
    private readonly memory: vscode.Memento,
  ) {
    this.#scope = memory.get<string>(SCOPE) === 'open' ? 'open' : 'file';
    this.#subscriptions = [
      this.#changed,
      vscode.window.onDidChangeActiveTextEditor(() => {
        if (this.#scope === 'file') this.#changed.fire();
      }),
      session.documents.onDidChange(() => this.#changed.fire()),
    ];
    this.#publish();
  }

  get scope(): Scope {
    return this.#scope;
  }

  get filter(): string {
    return this.#filter;
  }

  /** Addresses of the documents that are listed. */
  uris(): string[] {
    if (this.#scope === 'open') return this.session.documents.all().map(({ uri }) => uri.toString());
    const document = vscode.window.activeTextEditor?.document;
    return document && this.session.documents.has(document) ? [document.uri.toString()] : [];
  }

  lists(uri: vscode.Uri): boolean {
    return this.uris().includes(uri.toString());
  }

  async show(scope: Scope): Promise<void> {
    this.#scope = scope;
    this.#publish();
    await this.memory.update(SCOPE, scope);
  }

  search(filter: string): void {
    if (filter === this.#filter) return;
    this.#filter = filter;
    this.#publish();
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #publish(): void {
    void vscode.commands.executeCommand('setContext', Context.scope, this.#scope);
    void vscode.commands.executeCommand('setContext', Context.filtered, this.#filter !== '');
    this.#changed.fire();
  }
}
