import * as assert from 'node:assert';
import * as vscode from 'vscode';
import { MARK_SIZE, MarkKind } from '../../src/protocol';
import { Command } from '../../src/extension/manifest';
import { HIGHLIGHT_KINDS } from '../../src/extension/settings';
import {
  activate,
  answered,
  closeAll,
  eventually,
  fixture,
  painted,
  placeOf,
  readText,
  rulerCount,
  setting,
  show,
  showText,
} from './support/editor';

suite('highlights', () => {
  suiteTeardown(async () => {
    for (const name of ['highlight.enabled', 'highlight.kinds', 'highlight.colorBy', 'highlight.overviewRuler'])
      await setting(name, undefined);
    await closeAll();
  });

  test('each speaker has a colour, the most quoted the first', async () => {
    const editor = await show(fixture('article.txt'));
    assert.deepStrictEqual(await painted(editor, 'direct', 1), ['“I counted every day,”', '“Sixty-three.”']);
    assert.deepStrictEqual(await painted(editor, 'partial', 1), ['“a long silence”']);
    assert.deepStrictEqual(await painted(editor, 'direct', 2), [
      '“We have repaired what the storm broke,”',
      '“Nobody will be cut off like this again.”',
    ]);
    assert.strictEqual(await rulerCount(editor), 5);
  });

  test('cues, sources and dates are marked', async () => {
    const editor = await show(fixture('article.txt'));
    assert.ok((await painted(editor, 'cue')).includes('told'));
    assert.ok((await painted(editor, 'source', 2)).includes('Lindqvist'));
    assert.ok((await painted(editor, 'date')).includes('March 4, 2024'));
  });

  test('an edit is answered and painted; what it does not touch is left alone', async () => {
    const editor = await show(fixture('article.txt'));
    await editor.edit((edit) => edit.insert(placeOf(editor.document, 'Sixty-three.'), 'Or '));
    await answered(editor.document);
    assert.ok((await painted(editor, 'direct', 1)).includes('“Or Sixty-three.”'));
    await vscode.commands.executeCommand('undo');
    await answered(editor.document);
    assert.ok((await painted(editor, 'direct', 1)).includes('“Sixty-three.”'));
  });

  test('the command switches all highlights off and on', async () => {
    const editor = await show(fixture('article.txt'));
    await vscode.commands.executeCommand(Command.toggleHighlights);
    await eventually('no highlights', async () => (await painted(editor, 'direct')).length === 0);
    await vscode.commands.executeCommand(Command.toggleHighlights);
    await eventually('highlights', async () => (await painted(editor, 'direct')).length === 4);
  });

  test('the command for this file leaves other files alone', async () => {
    const other = await show(fixture('undated.txt'));
    const elsewhere = (await painted(other, 'direct')).length;
    const editor = await show(fixture('article.txt'));
    await vscode.commands.executeCommand(Command.toggleFileHighlights);
    assert.strictEqual((await painted(editor, 'direct')).length, 0);
    assert.strictEqual((await painted(await show(fixture('undated.txt')), 'direct')).length, elsewhere);
    await show(fixture('article.txt'));
    await vscode.commands.executeCommand(Command.toggleFileHighlights);
    assert.strictEqual((await painted(vscode.window.activeTextEditor!, 'direct')).length, 4);
  });

  test('kinds can be left out, and the overview ruler', async () => {
    const editor = await show(fixture('article.txt'));
    await setting('highlight.kinds', ['direct', 'date']);
    await eventually('no cues', async () => (await painted(editor, 'cue')).length === 0);
    assert.strictEqual((await painted(editor, 'direct')).length, 4);
    assert.ok((await painted(editor, 'date')).length > 0);
    await setting('highlight.kinds', [...HIGHLIGHT_KINDS]);
    await setting('highlight.overviewRuler', false);
    await eventually('an empty ruler', async () => (await rulerCount(editor)) === 0);
    await setting('highlight.overviewRuler', undefined);
  });

  test('colours by kind', async () => {
    const editor = await show(fixture('article.txt'));
    await setting('highlight.colorBy', 'kind');
    await eventually('highlights', async () => (await painted(editor, 'direct')).length === 4);
    await setting('highlight.colorBy', 'speaker');
    await eventually('highlights', async () => (await painted(editor, 'direct')).length === 4);
  });

  test('a long text is decorated around what is visible, and its ruler as a whole', async () => {
    const api = await activate();
    const editor = await showText('x\n'.repeat(8000));
    const { uri, version } = editor.document;
    const mark = (line: number): number[] => [line, 0, 0, 1, MarkKind.Direct, 1];
    const insert = Array.from({ length: 4000 }, (_, index) => mark(index === 0 ? 0 : 2)).flat();
    const status = {
      state: 'annotated',
      quotations: 4000,
      dates: 0,
      published: null,
      publishedFrom: 'nothing',
    } as const;
    const known = api.annotations.get(uri)!;
    api.annotations.take({
      uri: uri.toString(),
      version,
      base: known.version,
      from: 0,
      remove: known.marks.count,
      insert,
      status,
    });
    const around = (await painted(editor, 'direct')).length;
    assert.ok(around > 50 && around < 1000, `${around} decorated`);
    assert.strictEqual(await rulerCount(editor), 4000);
    editor.revealRange(new vscode.Range(7000, 0, 7000, 0));
    const lines = (): number[] =>
      [...(api.highlights.painted(editor)?.text.values() ?? [])].flat().map(({ start }) => start.line);
    await eventually('decorations further down', () => lines().some((line) => line > 6900));
    assert.ok(!lines().includes(0), 'the top is still decorated');
    assert.strictEqual(insert.length, 4000 * MARK_SIZE);
  });

  test('a long article is decorated around what is visible, and typing in it is answered', async () => {
    const { highlights, annotations } = await activate();
    const article = await readText(fixture('article.txt'));
    const editor = await showText(`${article}\n`.repeat(Math.ceil(1_000_000 / article.length)), 60_000);
    const { marks } = annotations.get(editor.document.uri)!;
    const decorated = (): number => [...(highlights.painted(editor)?.text.values() ?? [])].flat().length;
    assert.ok(marks.count > 10_000, `${marks.count} marks`);
    assert.ok(decorated() > 100 && decorated() < marks.count / 4, `${decorated()} of ${marks.count} decorated`);
    for (const letter of 'abc') {
      await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), letter));
      await answered(editor.document, 30_000);
    }
    assert.ok(
      Math.abs(annotations.get(editor.document.uri)!.marks.count - marks.count) < 50,
      'a keystroke changed the marks of the whole text',
    );
  }).timeout(120_000);
});
