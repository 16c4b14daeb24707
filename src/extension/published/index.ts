import * as vscode from 'vscode';
import type { AnnotationStore } from '../annotations/store';
import type { Session } from '../connection/session';
import { Command } from '../manifest';
import { Method, type PublishedCandidate, type SetPublishedParams } from '../../protocol';
import { readable } from '../views/timex';
import { isCalendarDate } from './iso';

/** Key in the workspace's memory: address of a document -> the date that the reader gave it. */
const PUBLISHED = 'published';

/** The dates that the reader gave to documents; kept for the workspace, and told to every server that starts. */
class PublishedDates {
  constructor(
    private readonly session: Session,
    private readonly memory: vscode.Memento,
  ) {
    session.onDidStart(() => {
      for (const [uri, value] of Object.entries(this.#all())) this.#tell({ uri, value });
    });
  }

  async set(uri: vscode.Uri, value: string | null): Promise<void> {
    const dates = new Map(Object.entries(this.#all()));
    if (value === null) dates.delete(uri.toString());
    else dates.set(uri.toString(), value);
    await this.memory.update(PUBLISHED, Object.fromEntries(dates));
    this.#tell({ uri: uri.toString(), value });
  }

  #all(): Readonly<Record<string, string>> {
    return this.memory.get<Record<string, string>>(PUBLISHED, {});
  }

  #tell(params: SetPublishedParams): void {
    this.session.notify(Method.setPublished, params);
  }
}

interface DateItem extends vscode.QuickPickItem {
  readonly run: () => Promise<string | null | undefined>;
}

async function askForDate(current: string | null): Promise<string | undefined> {
  const entered = await vscode.window.showInputBox({
    title: vscode.l10n.t('The day the text was published'),
    prompt: vscode.l10n.t('Year, month and day, or as much as is known: 2022-02-17, 2022-02, 2022'),
    value: current ?? '',
    validateInput: (text) =>
      isCalendarDate(text.trim())
        ? undefined
        : vscode.l10n.t('Not a date of the calendar. Write it as 2022-02-17, 2022-02 or 2022.'),
  });
  return entered?.trim();
}

function dateItems(candidates: readonly PublishedCandidate[], current: string | null, byReader: boolean): DateItem[] {
  const offered = candidates.map(({ value, words }): DateItem => ({
    label: readable(value),
    description: words,
    iconPath: new vscode.ThemeIcon('calendar'),
    run: async () => value,
  }));
  const enter: DateItem = {
    label: vscode.l10n.t('Enter a date…'),
    iconPath: new vscode.ThemeIcon('edit'),
    run: () => askForDate(current),
  };
  const remove: DateItem = {
    label: vscode.l10n.t('Take back the date you set'),
    iconPath: new vscode.ThemeIcon('discard'),
    run: async () => null,
  };
  return [...offered, enter, ...(byReader ? [remove] : [])];
}

/** Lets the reader say when a text was published, so that "Wednesday" and "last week" in it can be told. */
export function register(context: vscode.ExtensionContext, session: Session, annotations: AnnotationStore): void {
  const dates = new PublishedDates(session, context.workspaceState);
  context.subscriptions.push(
    vscode.commands.registerCommand(Command.setPublished, async (given?: unknown) => {
      const uri = vscode.window.activeTextEditor?.document.uri;
      const status = uri && annotations.get(uri)?.status;
      if (!uri || !status) return;
      if (given === null || (typeof given === 'string' && isCalendarDate(given))) return dates.set(uri, given);
      const candidates = session.request<PublishedCandidate[]>(Method.publishedCandidates, { uri: uri.toString() });
      const items = candidates.then((found) =>
        dateItems(found ?? [], status.published, status.publishedFrom === 'reader'),
      );
      const picked = await vscode.window.showQuickPick(items, {
        title: vscode.l10n.t('Set the date of this text'),
        matchOnDescription: true,
      });
      const value = await picked?.run();
      if (value !== undefined) await dates.set(uri, value);
    }),
  );
}
