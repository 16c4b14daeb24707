import * as assert from 'node:assert';
import * as vscode from 'vscode';
import { Command } from '../../src/extension/manifest';
import type { Row } from '../../src/protocol';
import {
  activate,
  choosingFirst,
  closeAll,
  eventually,
  fixture,
  placeOf,
  putCursor,
  show,
  showText,
} from './support/editor';

const TEXT =
  '“We stay,” Mara Ellingsen said on Monday at the harbour.\n\n“They go,” Oskar Brandt said. The ferry waits for nobody, he said.\n\nMs Ellingsen left early, and the town was quiet.';

async function people(): Promise<Row[]> {
  const { entities } = (await activate()).views,
    types = await entities.getChildren(),
    row = types.find(({ label }) => label === 'person');
  return row ? entities.getChildren(row) : [];
}

const names = async (): Promise<string> =>
  (await people())
    .map(({ label }) => label)
    .sort()
    .join(', ');
const becomes = (expected: string): Promise<unknown> => eventually(expected, async () => (await names()) === expected);
const rowOf = async (name: string): Promise<Row> =>
  eventually(`the row of ${name}`, async () => (await people()).find(({ label }) => label === name));

suite('merging people', () => {
  const both = 'Mara Ellingsen, Oskar Brandt';
  teardown(closeAll);

  test('of one row: the other is picked; undone and done again by command', async () => {
    await showText(TEXT);
    await becomes(both);
    await choosingFirst(vscode.commands.executeCommand(Command.mergeEntities, await rowOf('Oskar Brandt')));
    await becomes('Mara Ellingsen');
    const [row] = await people();
    assert.match((await activate()).views.entities.getTreeItem(row!).contextValue!, /merged/);
    await vscode.commands.executeCommand(Command.undoCorrection);
    await becomes(both);
    await vscode.commands.executeCommand(Command.redoCorrection);
    await becomes('Mara Ellingsen');
    await vscode.commands.executeCommand(Command.separateEntities, (await people())[0]);
    await becomes(both);
    await vscode.commands.executeCommand(Command.undoCorrection);
    await becomes('Mara Ellingsen');
    await vscode.commands.executeCommand(Command.undoCorrection);
    await becomes(both);
  });

  test('of several rows: the name that is kept is picked', async () => {
    await showText(TEXT);
    await becomes(both);
    const rows = [await rowOf('Oskar Brandt'), await rowOf('Mara Ellingsen')];
    await choosingFirst(vscode.commands.executeCommand(Command.mergeEntities, rows[0], rows));
    await becomes('Oskar Brandt');
    await vscode.commands.executeCommand(Command.undoCorrection);
    await becomes(both);
  });

  test('at the cursor', async () => {
    const editor = await showText(TEXT);
    await becomes(both);
    putCursor(editor, placeOf(editor.document, 'Ms Ellingsen', 5));
    await choosingFirst(vscode.commands.executeCommand(Command.mergeEntities));
    await becomes('Oskar Brandt');
    await vscode.commands.executeCommand(Command.undoCorrection);
    await becomes(both);
  });

  test('a new server, and the text closed and opened again, know it', async () => {
    const article = fixture('article.txt');
    await show(article);
    const before = await eventually('two people', async () => ((await people()).length > 1 ? names() : null)),
      [first, second] = await people();
    await choosingFirst(vscode.commands.executeCommand(Command.mergeEntities, second, [second, first]));
    const merged = await eventually('one row for both', async () => ((await names()) !== before ? names() : null));
    await vscode.commands.executeCommand(Command.restartServer);
    await becomes(merged);
    await closeAll();
    await show(article);
    await becomes(merged);
    await vscode.commands.executeCommand(Command.undoCorrection);
    await becomes(before);
  });

  test('the outline says who speaks, at once', async () => {
    const { document } = await showText(TEXT);
    await becomes(both);
    const outline = async (): Promise<string> => {
      const flat = (list: readonly vscode.DocumentSymbol[]): string[] =>
        list.flatMap(({ name, children }) => [name, ...flat(children)]);
      return flat(
        (await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
          'vscode.executeDocumentSymbolProvider',
          document.uri,
        )) ?? [],
      ).join('\n');
    };
    assert.match(await outline(), /Oskar Brandt: “They go/);
    await choosingFirst(vscode.commands.executeCommand(Command.mergeEntities, await rowOf('Oskar Brandt')));
    await eventually('the outline', async () => /Mara Ellingsen: “They go/.test(await outline()));
    await vscode.commands.executeCommand(Command.undoCorrection);
    await eventually('the outline as it was', async () => /Oskar Brandt: “They go/.test(await outline()));
  });

  test('the text is left as it was', async () => {
    const { document } = await showText(TEXT);
    await becomes(both);
    await choosingFirst(vscode.commands.executeCommand(Command.mergeEntities, await rowOf('Oskar Brandt')));
    await becomes('Mara Ellingsen');
    assert.strictEqual(document.getText(), TEXT);
    await vscode.commands.executeCommand(Command.undoCorrection);
  });
});
