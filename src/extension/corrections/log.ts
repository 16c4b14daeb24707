import * as vscode from 'vscode';
import type { Session } from '../connection/session';
import { Context } from '../manifest';
import type { OutlineRefresh } from '../outline';
import {
  type CorrectionsState,
  type CorrectParams,
  type CorrectResult,
  type LoadCorrectionsParams,
  Method,
} from '../../protocol';

/** Key in the workspace's memory: the log of corrections, an operation a line, as the server writes and reads it. */
const LOG = 'corrections';

/** The log of what the reader corrected: kept for the workspace, private, and given to every server that starts. Lines are only ever added. */
export class CorrectionLog {
  constructor(
    private readonly session: Session,
    private readonly memory: vscode.Memento,
    private readonly outline: OutlineRefresh,
  ) {
    session.onDidStart(() => void this.#load());
  }

  /** Has the server correct something and keeps it; null where there was nothing to do. */
  async correct(params: CorrectParams): Promise<CorrectResult | null> {
    const result = await this.session.request<CorrectResult | null>(Method.correct, params);
    if (!result) return null;
    await this.memory.update(LOG, this.#text + result.lines);
    this.#publish(result.state);
    this.outline.refresh();
    return result;
  }

  get #text(): string {
    return this.memory.get<string>(LOG, '');
  }

  async #load(): Promise<void> {
    const state = await this.session.request<CorrectionsState>(Method.loadCorrections, {
      log: this.#text,
    } satisfies LoadCorrectionsParams);
    if (!state) return;
    this.#publish(state);
    if (this.#text) this.outline.refresh();
    if (state.unreadable.length) {
      void vscode.window.showWarningMessage(
        vscode.l10n.t(
          'Some of your corrections cannot be read and are left as they are: line {0} of the log.',
          state.unreadable.join(', '),
        ),
      );
    }
  }

  #publish({ canUndo, canRedo }: CorrectionsState): void {
    void vscode.commands.executeCommand('setContext', Context.canUndo, canUndo);
    void vscode.commands.executeCommand('setContext', Context.canRedo, canRedo);
  }
}
