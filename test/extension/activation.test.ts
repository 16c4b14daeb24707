import * as assert from 'node:assert';
import * as vscode from 'vscode';
import { Command } from '../../src/extension/manifest';
import { activate, answered, closeAll, eventually, EXTENSION, fixture, inWeb, painted, show } from './support/editor';

suite('activation', () => {
  suiteTeardown(closeAll);

  test('activates without waiting for its server, and annotates the text that is open', async () => {
    const extension = vscode.extensions.getExtension(EXTENSION);
    assert.ok(extension, 'the extension is not there');
    await activate();
    assert.ok(extension.isActive);
    const editor = await show(fixture('article.txt'));
    assert.ok((await painted(editor, 'direct')).length > 0, 'nothing is painted');
  });

  test('every command of package.json is there', async () => {
    const known = new Set(await vscode.commands.getCommands(true));
    for (const id of Object.values(Command)) assert.ok(known.has(id), `${id} is not registered`);
  });

  test('restarting the server brings the annotations back', async () => {
    const api = await activate();
    const editor = await show(fixture('article.txt'));
    const before = await painted(editor, 'direct');
    api.annotations.forget(editor.document.uri);
    assert.strictEqual((await painted(editor, 'direct')).length, 0);
    await vscode.commands.executeCommand(Command.restartServer);
    await answered(editor.document);
    assert.deepStrictEqual(await painted(editor, 'direct'), before);
  });

  test('a server that is killed comes back, and an edit is answered again', async function () {
    if (inWeb) return this.skip(); // A worker cannot be killed from outside its own host.
    const { readdirSync, readFileSync } = await import('node:fs');
    if (process.platform !== 'linux') return this.skip();
    const servers = (): string[] =>
      readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && isOurServer(pid, readFileSync));
    const editor = await show(fixture('article.txt'));
    const [pid] = servers();
    assert.ok(pid, 'no server process');
    process.kill(Number(pid), 'SIGKILL');
    await eventually('another server', () => servers().some((other) => other !== pid));
    await editor.edit((edit) => edit.insert(new vscode.Position(9, 0), '\n'));
    await answered(editor.document);
    await vscode.commands.executeCommand('undo');
    await answered(editor.document);
  });
});

/** Whether a process is a language server that this extension host has started. */
function isOurServer(pid: string, read: (path: string, encoding: 'utf8') => string): boolean {
  try {
    if (!read(`/proc/${pid}/cmdline`, 'utf8').includes('dist/server.js')) return false;
    return read(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) \S+ (\d+) .*$/s, '$1') === String(process.pid);
  } catch {
    return false; // It has ended meanwhile.
  }
}
