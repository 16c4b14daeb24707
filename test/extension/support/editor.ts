// What the suites do in the editor, in words.
import * as vscode from 'vscode';
import type { Api } from '../../../src/extension/extension';
import { keyOf, KIND_NAMES, type Style, styleOf } from '../../../src/extension/highlights/styles';
import type { HighlightKind } from '../../../src/extension/settings';

export const EXTENSION = 'on-the-record.on-the-record';
export const inWeb = 'WorkerGlobalScope' in globalThis;

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Asks again until there is an answer; fails, saying what was waited for, after `ms`. */
export async function eventually<T>(what: string, ask: () => T | Promise<T>, ms = 8000): Promise<NonNullable<T>> {
  const end = Date.now() + ms;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== null && answer !== false) return answer as NonNullable<T>;
    if (Date.now() > end) throw new Error(`Waited ${ms} ms for ${what}.`);
    await sleep(20);
  }
}

export function extensionUri(...path: string[]): vscode.Uri {
  return vscode.Uri.joinPath(vscode.extensions.getExtension(EXTENSION)!.extensionUri, ...path);
}

export const fixture = (name: string): vscode.Uri => extensionUri('test', 'extension', 'fixtures', name);

export async function activate(): Promise<Api> {
  return await vscode.extensions.getExtension<Api>(EXTENSION)!.activate();
}

/** Waits until the server has answered for the text as it now is. */
export async function answered(document: vscode.TextDocument, ms?: number): Promise<void> {
  const { annotations } = await activate();
  await eventually(
    `annotations of ${document.uri.path}`,
    () => annotations.get(document.uri)?.version === document.version,
    ms,
  );
}

/** Shows a file and waits until it is annotated. */
export async function show(uri: vscode.Uri): Promise<vscode.TextEditor> {
  const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: false });
  await answered(editor.document);
  return editor;
}

/** Shows an unsaved text and waits until it is annotated. */
export async function showText(content: string, ms?: number): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content });
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  await answered(document, ms);
  return editor;
}

/** Takes the first answer of a quick pick as soon as it is there, until the command that asks is done. */
export async function choosingFirst(command: Thenable<unknown>): Promise<void> {
  let done = false;
  void Promise.resolve(command).then(() => (done = true));
  await eventually('an answer', async () => {
    if (!done) await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await sleep(50);
    return done;
  });
}

export async function closeAll(): Promise<void> {
  while (vscode.window.activeTextEditor)
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** The words that an editor has been asked to draw as a kind, in order of the text; of one hue where `hue` is given. */
export async function painted(editor: vscode.TextEditor, kind: HighlightKind, hue?: number): Promise<string[]> {
  const asked = (await activate()).highlights.painted(editor);
  const ranges = [...(asked?.text ?? [])].flatMap(([key, found]) => (fits(styleOf(key), kind, hue) ? found : []));
  return ranges.sort((a, b) => a.start.compareTo(b.start)).map((range) => editor.document.getText(range));
}

export async function rulerCount(editor: vscode.TextEditor): Promise<number> {
  const asked = (await activate()).highlights.painted(editor);
  return [...(asked?.ruler.values() ?? [])].reduce((sum, ranges) => sum + ranges.length, 0);
}

function fits(style: Style, kind: HighlightKind, hue: number | undefined): boolean {
  return KIND_NAMES[style.kind] === kind && (hue === undefined || style.hue === hue);
}

export { keyOf };

export function selected(): string {
  const editor = vscode.window.activeTextEditor;
  return editor ? editor.document.getText(editor.selection) : '';
}

/** The position of the first occurrence of some words, `within` characters into them. */
export function placeOf(document: vscode.TextDocument, words: string, within = 0): vscode.Position {
  const offset = document.getText().indexOf(words);
  if (offset < 0) throw new Error(`The text does not hold “${words}”.`);
  return document.positionAt(offset + within);
}

export function putCursor(editor: vscode.TextEditor, at: vscode.Position): void {
  editor.selection = new vscode.Selection(at, at);
}

export async function setting(name: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration('onTheRecord').update(name, value, vscode.ConfigurationTarget.Global);
}

export async function readText(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}
