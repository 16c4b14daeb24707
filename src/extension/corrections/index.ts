import * as vscode from 'vscode';
import type { Session } from '../connection/session';
import { Command } from '../manifest';
import { OutlineRefresh } from '../outline';
import {
  type CorrectResult,
  type MergeChoice,
  type MergeOffer,
  type MergeOfferParams,
  type MergeParty,
  Method,
  type Row,
} from '../../protocol';
import type { Panel } from '../views/panel';
import { CorrectionLog } from './log';

const TYPE_NAMES: Readonly<Record<string, () => string>> = {
  person: () => vscode.l10n.t('Person'),
  organization: () => vscode.l10n.t('Organization'),
  place: () => vscode.l10n.t('Place'),
  group: () => vscode.l10n.t('Group'),
  event: () => vscode.l10n.t('Event'),
};

interface ChoiceItem extends vscode.QuickPickItem {
  readonly choice: MergeChoice;
}

const items = (choices: readonly MergeChoice[]): ChoiceItem[] =>
  choices.map((choice) => ({
    label: choice.name,
    description: [TYPE_NAMES[choice.type]?.(), choice.detail].filter(Boolean).join(' · '),
    choice,
  }));

/** "“A”", "“A”, “B”". */
const quoted = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(', ');

/** What the reader may correct of people, organizations and places. */
class Corrector {
  readonly #log: CorrectionLog;

  constructor(
    private readonly session: Session,
    private readonly panel: Panel,
    memory: vscode.Memento,
    outline: OutlineRefresh,
  ) {
    this.#log = new CorrectionLog(session, memory, outline);
  }

  /**
   * Makes entities one: those of the rows chosen, under the name that the reader picks among them; or that of one row (or at the
   * cursor) and another that the reader picks.
   */
  async merge(clicked?: unknown, selected?: unknown): Promise<void> {
    const rows = (Array.isArray(selected) ? selected : [clicked]).filter(isEntityRow);
    const offer = await this.#offer(rows.length ? rows.map(({ id }) => id) : null);
    const [first] = offer?.chosen ?? [];
    if (!offer || !first)
      return void vscode.window.setStatusBarMessage(vscode.l10n.t('No person, organization or place here.'), 4000);
    const several = offer.chosen.length > 1,
      named = offer.chosen.filter(({ at }) => !at);
    const picked = await vscode.window.showQuickPick(
      items(several ? (named.length ? named : offer.chosen) : offer.others),
      {
        title: several
          ? vscode.l10n.t('Merge {0}', quoted(offer.chosen.map(({ name }) => name)))
          : vscode.l10n.t('Merge “{0}” into …', first.name),
        placeHolder: several
          ? vscode.l10n.t('Whose name is kept')
          : vscode.l10n.t('The same person, organization or place under another name'),
        matchOnDescription: true,
      },
    );
    if (picked) await this.#mergeInto(offer.chosen, picked.choice);
  }

  /** Makes entities of rows one, under the name of the row that they were dropped on. */
  async mergeDropped(rows: readonly string[], target: Row): Promise<void> {
    const offer = await this.#offer([target.id, ...rows]),
      [into, ...of] = offer?.chosen ?? [];
    if (into && of.length) await this.#mergeInto(of, into);
  }

  /** What was merged into the entity of a row is apart again. */
  async separate(row: unknown): Promise<void> {
    const done = isEntityRow(row) && (await this.#log.correct({ action: 'separate', row: row.id }));
    if (done) this.#tell(done);
  }

  async undo(): Promise<void> {
    const done = await this.#log.correct({ action: 'undo' });
    vscode.window.setStatusBarMessage(
      done ? vscode.l10n.t('Undone: {0}', said(done)) : vscode.l10n.t('There is no correction to undo.'),
      4000,
    );
  }

  async redo(): Promise<void> {
    const done = await this.#log.correct({ action: 'redo' });
    vscode.window.setStatusBarMessage(
      done ? vscode.l10n.t('Done again: {0}', said(done)) : vscode.l10n.t('There is no correction to do again.'),
      4000,
    );
  }

  /** `rows` are ids; without them the cursor tells. */
  async #offer(rows: readonly string[] | null): Promise<MergeOffer | null> {
    const chosen = rows ? { rows } : cursorPlace();
    return (
      chosen &&
      ((await this.session.request<MergeOffer | null>(Method.mergeOffer, {
        uris: this.panel.uris(),
        chosen,
      } satisfies MergeOfferParams)) ??
        null)
    );
  }

  async #mergeInto(of: readonly MergeParty[], into: MergeParty): Promise<void> {
    const party = ({ key, name, type, at }: MergeParty): MergeParty => ({ key, name, type, at });
    const done = await this.#log.correct({
      action: 'merge',
      of: of.filter(({ key }) => key !== into.key).map(party),
      into: party(into),
    });
    if (done) this.#tell(done);
  }

  /** Says what was done, with a way back from just that. */
  #tell(done: CorrectResult): void {
    const undo = vscode.l10n.t('Undo');
    void vscode.window
      .showInformationMessage(said(done), undo)
      .then((answer) => (answer === undo ? this.#log.correct({ action: 'take-back', id: done.id }) : undefined));
  }
}

/** What a correction made of whom, in words. */
const said = ({ what, of, into }: CorrectResult): string =>
  what === 'merge'
    ? vscode.l10n.t('Merged {0} into “{1}”', quoted(of), into)
    : vscode.l10n.t('Separated {0} from “{1}”', quoted(of), into);

function cursorPlace(): Extract<MergeOfferParams['chosen'], { uri: string }> | null {
  const editor = vscode.window.activeTextEditor,
    at = editor?.selection.start;
  return editor && at ? { uri: editor.document.uri.toString(), line: at.line, character: at.character } : null;
}

/** Menus of the editor give a command other things than rows. */
const isEntityRow = (value: unknown): value is Row =>
  typeof value === 'object' &&
  value !== null &&
  'kind' in value &&
  (value.kind === 'entity' || value.kind === 'speaker');

/** The type that rows carry while they are dragged. */
const DRAGGED = 'application/vnd.code.tree.ontherecord.entities';

/** Rows of people, organizations and places that are dropped on another are merged into it. */
export class MergeByDrag implements vscode.TreeDragAndDropController<Row> {
  readonly dragMimeTypes = [DRAGGED];
  readonly dropMimeTypes = [DRAGGED];

  constructor(private readonly corrector: Corrector) {}

  handleDrag(rows: readonly Row[], data: vscode.DataTransfer): void {
    const dragged = rows.filter(isEntityRow);
    // As text, which alone comes through from one view to another.
    if (dragged.length) data.set(DRAGGED, new vscode.DataTransferItem(JSON.stringify(dragged.map(({ id }) => id))));
  }

  async handleDrop(target: Row | undefined, data: vscode.DataTransfer): Promise<void> {
    const ids = await data.get(DRAGGED)?.asString();
    if (isEntityRow(target) && ids) await this.corrector.mergeDropped(JSON.parse(ids) as string[], target);
  }
}

/** Lets the reader say who is one, and take it back. */
export function register(context: vscode.ExtensionContext, session: Session, panel: Panel): MergeByDrag {
  const outline = new OutlineRefresh(),
    corrector = new Corrector(session, panel, context.workspaceState, outline);
  context.subscriptions.push(
    outline,
    vscode.commands.registerCommand(Command.mergeEntities, (clicked?: unknown, selected?: unknown) =>
      corrector.merge(clicked, selected),
    ),
    vscode.commands.registerCommand(Command.separateEntities, (row?: unknown) => corrector.separate(row)),
    vscode.commands.registerCommand(Command.undoCorrection, () => corrector.undo()),
    vscode.commands.registerCommand(Command.redoCorrection, () => corrector.redo()),
  );
  return new MergeByDrag(corrector);
}
