import * as vscode from 'vscode';
import type { AnnotationStore } from '../annotations/store';
import { Command, Setting } from '../manifest';
import { HIGHLIGHT_KINDS, type HighlightKind, highlightSettings, onSettings, writeSetting } from '../settings';
import { Painter } from './painter';

/** Key in the workspace's memory: the documents in which the reader has switched highlights off. */
const PLAIN_DOCUMENTS = 'plainDocuments';

function isHighContrast({ kind }: vscode.ColorTheme): boolean {
  return kind === vscode.ColorThemeKind.HighContrast || kind === vscode.ColorThemeKind.HighContrastLight;
}

/** Shows quotations, speakers and dates in the text of every visible editor. */
export class Highlights implements vscode.Disposable {
  readonly #painter = new Painter(highlightSettings(), isHighContrast(vscode.window.activeColorTheme));
  readonly #subscriptions: vscode.Disposable[];
  readonly #plain: Set<string>;

  constructor(
    private readonly annotations: AnnotationStore,
    private readonly memory: vscode.Memento,
  ) {
    this.#plain = new Set(memory.get<string[]>(PLAIN_DOCUMENTS, []));
    this.#subscriptions = [
      this.#painter,
      annotations.onDidChange((change) => {
        for (const editor of this.#editorsOf(change.uri)) {
          this.#painter.note(editor, change);
          this.#paint(editor);
        }
      }),
      vscode.window.onDidChangeVisibleTextEditors((editors) => {
        this.#painter.keep(editors);
        this.#paintAll();
      }),
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => this.#paint(textEditor)),
      vscode.window.onDidChangeActiveColorTheme(() => this.#restyle()),
      onSettings([Setting.highlight, Setting.colorBy, Setting.kinds, Setting.overviewRuler], () => this.#restyle()),
    ];
    this.#paintAll();
  }

  /** What an editor has been asked to show. */
  painted(editor: vscode.TextEditor): ReturnType<Painter['painted']> {
    return this.#painter.painted(editor);
  }

  /** Switches the highlights of one document off, or on again; remembered for the workspace. */
  async toggleFile(uri: vscode.Uri): Promise<void> {
    const key = uri.toString();
    if (!this.#plain.delete(key)) this.#plain.add(key);
    for (const editor of this.#editorsOf(uri)) this.#paint(editor);
    await this.memory.update(PLAIN_DOCUMENTS, [...this.#plain]);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #editorsOf(uri: vscode.Uri): vscode.TextEditor[] {
    const key = uri.toString();
    return vscode.window.visibleTextEditors.filter(({ document }) => document.uri.toString() === key);
  }

  #restyle(): void {
    this.#painter.restyle(highlightSettings(), isHighContrast(vscode.window.activeColorTheme));
    this.#paintAll();
  }

  #paintAll(): void {
    for (const editor of vscode.window.visibleTextEditors) this.#paint(editor);
  }

  #paint(editor: vscode.TextEditor): void {
    const { uri } = editor.document;
    const annotated = this.annotations.get(uri);
    if (!annotated || this.#plain.has(uri.toString()) || !highlightSettings(uri).enabled) this.#painter.clear(editor);
    else this.#painter.paint(editor, annotated);
  }
}

const KIND_LABELS: Readonly<Record<HighlightKind, () => string>> = {
  direct: () => vscode.l10n.t('Direct quotations'),
  partial: () => vscode.l10n.t('Partial quotations'),
  turn: () => vscode.l10n.t('Turns of interviews, debates and transcripts'),
  statement: () => vscode.l10n.t('Reported speech'),
  other: () => vscode.l10n.t('Titles and other words in quotation marks'),
  source: () => vscode.l10n.t('Speakers'),
  cue: () => vscode.l10n.t('Reporting words'),
  date: () => vscode.l10n.t('Dates'),
  name: () => vscode.l10n.t('Other names'),
};

async function chooseKinds(): Promise<void> {
  const { kinds } = highlightSettings(vscode.window.activeTextEditor?.document.uri);
  const items = HIGHLIGHT_KINDS.map((highlight) => ({
    label: KIND_LABELS[highlight](),
    picked: kinds.has(highlight),
    highlight,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    canPickMany: true,
    title: vscode.l10n.t('What to highlight'),
  });
  if (picked)
    await writeSetting(
      Setting.kinds,
      picked.map(({ highlight }) => highlight),
    );
}

/** Shows highlights, with commands that switch them off for all texts, for one, or by kind. */
export function register(context: vscode.ExtensionContext, annotations: AnnotationStore): Highlights {
  const highlights = new Highlights(annotations, context.workspaceState);
  context.subscriptions.push(
    highlights,
    vscode.commands.registerCommand(Command.toggleHighlights, () =>
      writeSetting(Setting.highlight, !highlightSettings(vscode.window.activeTextEditor?.document.uri).enabled),
    ),
    vscode.commands.registerCommand(Command.toggleFileHighlights, async () => {
      const editor = vscode.window.activeTextEditor;
      if (editor) await highlights.toggleFile(editor.document.uri);
    }),
    vscode.commands.registerCommand(Command.chooseHighlights, chooseKinds),
  );
  return highlights;
}
