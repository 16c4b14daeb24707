import * as assert from 'node:assert';
import * as vscode from 'vscode';
import { Command } from '../../src/extension/manifest';
import {
  activate,
  answered,
  closeAll,
  eventually,
  fixture,
  painted,
  placeOf,
  readText,
  setting,
  show,
  showText,
} from './support/editor';

async function status(uri: vscode.Uri): Promise<{ state: string; published: string | null; publishedFrom: string }> {
  return (await activate()).annotations.get(uri)!.status;
}

async function hover(document: vscode.TextDocument, words: string): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    placeOf(document, words, 1),
  );
  return hovers
    .flatMap(({ contents }) => contents.map((content) => (typeof content === 'string' ? content : content.value)))
    .join('\n')
    .replaceAll('\\', ''); // Markdown escapes its punctuation.
}

suite('which texts, and their date', () => {
  teardown(async () => {
    for (const name of ['files.include', 'files.exclude', 'maxFileSize']) await setting(name, undefined);
  });
  suiteTeardown(closeAll);

  test('an unsaved text is annotated', async () => {
    const editor = await showText(
      'The bridge will open in May, engineer Ruta Kalns said. “It will hold,” she added.\n',
    );
    assert.deepStrictEqual(await painted(editor, 'direct'), ['“It will hold,”']);
  });

  test('a list of stock stays plain, and the status says so', async () => {
    const editor = await show(fixture('stock.txt'));
    assert.strictEqual((await status(editor.document.uri)).state, 'not-prose');
    assert.strictEqual((await activate()).highlights.painted(editor)?.text.size ?? 0, 0);
  });

  test('a text over the limit stays plain until the limit is raised', async () => {
    await setting('maxFileSize', 100);
    const editor = await show(fixture('article.txt'));
    await eventually('too large', async () => (await status(editor.document.uri)).state === 'too-large');
    assert.strictEqual((await painted(editor, 'direct')).length, 0);
    await setting('maxFileSize', undefined);
    await eventually('annotations', async () => (await painted(editor, 'direct')).length === 4);
  });

  test('an excluded file never reaches the server; the setting works at once', async () => {
    const api = await activate();
    await setting('files.exclude', ['**/ignored/**']);
    const document = await vscode.workspace.openTextDocument(fixture('ignored/letter.txt'));
    await vscode.window.showTextDocument(document);
    assert.ok(!api.session.documents.has(document));
    assert.strictEqual(await hover(document, 'Nothing at all'), '');
    await setting('files.exclude', undefined);
    await eventually('the file is served', () => api.session.documents.has(document));
    await answered(document);
    await setting('files.include', ['*.txt']);
    await eventually('the file is no longer served', () => !api.session.documents.has(document));
    assert.strictEqual(api.annotations.get(document.uri), undefined);
  });

  test('the date of the text comes from the text', async () => {
    const editor = await show(fixture('article.txt'));
    const { published, publishedFrom } = await status(editor.document.uri);
    assert.strictEqual(`${published} ${publishedFrom}`, '2024-03-04 text');
  });

  test('a date set by the reader resolves what hangs on it, and outlives the server', async () => {
    const editor = await show(fixture('undated.txt')),
      { uri } = editor.document;
    assert.strictEqual((await status(uri)).published, null);
    await vscode.commands.executeCommand(Command.setPublished, '2024-05-16');
    await eventually('the date', async () => (await status(uri)).published === '2024-05-16');
    assert.match(await hover(editor.document, 'Wednesday'), /2024-05-15|15 May 2024/);
    await vscode.commands.executeCommand(Command.restartServer);
    await eventually('the date again', async () => (await status(uri)).publishedFrom === 'reader');
    await vscode.commands.executeCommand(Command.setPublished, null);
    await eventually('no date', async () => (await status(uri)).published === null);
  });

  test('the article’s own text is never changed', async () => {
    const editor = await show(fixture('article.txt'));
    assert.ok(!editor.document.isDirty);
    assert.strictEqual(await readText(fixture('article.txt')), editor.document.getText());
  });
});
