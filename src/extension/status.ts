import * as vscode from 'vscode';
import type { AnnotationStore } from './annotations/store';
import { LANGUAGE } from './connection/documents';
import type { Session } from './connection/session';
import { Command, Context } from './manifest';
import type { DocumentStatus } from '../protocol';
import { readable } from './views/timex';

const counted = (one: string, many: string, count: number): string => (count === 1 ? one : many);

function found({ quotations, dates }: DocumentStatus): string {
  return [
    counted(vscode.l10n.t('1 quotation'), vscode.l10n.t('{0} quotations', quotations), quotations),
    counted(vscode.l10n.t('1 date'), vscode.l10n.t('{0} dates', dates), dates),
  ].join(', ');
}

function dated({ published, publishedFrom }: DocumentStatus): string {
  if (published === null) return vscode.l10n.t('date not set');
  const day = readable(published);
  switch (publishedFrom) {
    case 'reader':
      return vscode.l10n.t('{0}, set by you', day);
    case 'file name':
      return vscode.l10n.t('{0}, from the file’s name', day);
    default:
      return day;
  }
}

/** What is known of the text in the active editor, in the status bar's language menu, and for `when` clauses. */
class Status implements vscode.Disposable {
  readonly #item = vscode.languages.createLanguageStatusItem('onTheRecord', { language: LANGUAGE });
  readonly #subscriptions: vscode.Disposable[];
  #failed = false;

  constructor(
    private readonly session: Session,
    private readonly annotations: AnnotationStore,
  ) {
    this.#item.name = vscode.l10n.t('On the Record');
    this.#subscriptions = [
      this.#item,
      vscode.window.onDidChangeActiveTextEditor(() => this.#show()),
      annotations.onDidChange(() => this.#show()),
      session.documents.onDidChange(() => this.#show()),
      session.onDidStart(() => this.#setFailed(false)),
      session.onDidFail(() => this.#setFailed(true)),
    ];
    this.#show();
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #setFailed(failed: boolean): void {
    this.#failed = failed;
    this.#show();
  }

  #show(): void {
    const document = vscode.window.activeTextEditor?.document;
    const served = document !== undefined && this.session.documents.has(document);
    const status = served ? this.annotations.get(document.uri)?.status : undefined;
    const state = this.#failed ? 'failed' : (status?.state ?? (served ? 'waiting' : 'none'));
    void vscode.commands.executeCommand('setContext', Context.state, state);
    this.#write(state, status);
  }

  #write(state: string, status: DocumentStatus | undefined): void {
    const item = this.#item;
    item.busy = state === 'waiting';
    item.severity =
      state === 'failed' || state === 'unreadable'
        ? vscode.LanguageStatusSeverity.Error
        : vscode.LanguageStatusSeverity.Information;
    item.detail = '';
    item.command = undefined;
    if (state === 'failed') {
      item.text = vscode.l10n.t('The language server has stopped');
      item.command = { command: Command.restartServer, title: vscode.l10n.t('Restart') };
    } else if (state === 'annotated' && status) {
      item.text = found(status);
      item.detail = dated(status);
      item.command = { command: Command.setPublished, title: vscode.l10n.t('Set date') };
    } else if (state === 'too-large') item.text = vscode.l10n.t('Too large to annotate');
    else if (state === 'not-prose') item.text = vscode.l10n.t('Not annotated: this does not read like an article');
    else if (state === 'unreadable') {
      item.text = vscode.l10n.t('This text could not be annotated');
      item.command = { command: Command.restartServer, title: vscode.l10n.t('Restart') };
    } else if (state === 'waiting') item.text = vscode.l10n.t('Reading…');
    else item.text = vscode.l10n.t('Not annotated: excluded by the settings');
  }
}

export function register(context: vscode.ExtensionContext, session: Session, annotations: AnnotationStore): void {
  context.subscriptions.push(new Status(session, annotations));
}
