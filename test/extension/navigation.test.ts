import * as assert from 'node:assert';
import * as vscode from 'vscode';
import { Command } from '../../src/extension/manifest';
import { activate, closeAll, eventually, fixture, placeOf, putCursor, selected, show } from './support/editor';

async function go(command: string): Promise<string> {
  await vscode.commands.executeCommand(command);
  return selected();
}

suite('navigation', () => {
  let editor: vscode.TextEditor;
  setup(async () => {
    editor = await show(fixture('article.txt'));
    putCursor(editor, new vscode.Position(0, 0));
  });
  suiteTeardown(closeAll);

  test('from quotation to quotation, round the end, and back', async () => {
    assert.strictEqual(await go(Command.goToNextQuotation), '“We have repaired what the storm broke,”');
    assert.strictEqual(await go(Command.goToNextQuotation), '“Nobody will be cut off like this again.”');
    assert.strictEqual(await go(Command.goToPreviousQuotation), '“We have repaired what the storm broke,”');
    assert.strictEqual(await go(Command.goToPreviousQuotation), '“Sixty-three.”');
    assert.strictEqual(await go(Command.goToNextQuotation), '“We have repaired what the storm broke,”');
  });

  test('among the quotations of one speaker', async () => {
    putCursor(editor, placeOf(editor.document, 'a long silence', 3));
    assert.strictEqual(await go(Command.goToNextQuotationOfSpeaker), '“I counted every day,”');
    assert.strictEqual(await go(Command.goToNextQuotationOfSpeaker), '“Sixty-three.”');
    assert.strictEqual(await go(Command.goToNextQuotationOfSpeaker), '“a long silence”');
    assert.strictEqual(await go(Command.goToPreviousQuotationOfSpeaker), '“Sixty-three.”');
  });

  test('to the next name and the next date', async () => {
    assert.ok((await go(Command.goToNextMention)).length > 0);
    putCursor(editor, placeOf(editor.document, '– The ferry'));
    assert.strictEqual(await go(Command.goToNextDate), 'Monday');
    assert.strictEqual(await go(Command.goToPreviousDate), 'March 4, 2024');
  });

  test('to the source of a quotation', async () => {
    putCursor(editor, placeOf(editor.document, 'We have repaired', 3));
    assert.strictEqual(await go(Command.goToSource), 'Lindqvist');
  });

  test('a quotation is copied with its attribution', async () => {
    putCursor(editor, placeOf(editor.document, 'We have repaired', 3));
    await vscode.commands.executeCommand(Command.copyQuotation);
    const copied = await vscode.env.clipboard.readText();
    assert.match(
      copied,
      /^“We have repaired what the storm broke,” – Hanna Lindqvist, .*minister \(article\.txt, line 5, 2024-03-04\)$/,
    );
  });

  test('to a quotation chosen from the list', async () => {
    void vscode.commands.executeCommand(Command.goToQuotation);
    await eventually('a choice', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return selected() === '“a long silence”';
    });
  });

  test('every kind of speaker’s row leads on: a row’s own command starts from the row', async () => {
    const { views } = await activate();
    const [speaker] = await views.speakers.getChildren();
    const [quotation] = await views.speakers.getChildren(speaker);
    await vscode.commands.executeCommand(Command.goToNextQuotationOfSpeaker, quotation);
    assert.strictEqual(selected(), '“I counted every day,”');
  });
});
