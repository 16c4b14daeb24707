import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { TestClient } from './support/client';

const SERVER = join(import.meta.dirname, '../../dist/server.js');
const URI = 'file:///a.txt',
  TEXT = '“We will not close the harbour,” Mara Ellingsen said on Tuesday. “It is ours,” she said.';

async function start(): Promise<{ client: TestClient; child: ChildProcess }> {
  const child = spawn(process.execPath, [SERVER, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const client = new TestClient(
    createProtocolConnection(new StreamMessageReader(child.stdout!), new StreamMessageWriter(child.stdin!)),
  );
  await client.initialize();
  return { client, child };
}

suite('The built server as a process of its own', () => {
  setup(function () {
    if (existsSync(SERVER)) return;
    console.log('  skipped: dist/server.js is not built (npm run build)');
    this.skip();
  });

  test('annotates over its pipes, and ends when told to', async () => {
    const { client, child } = await start();
    await client.open(URI, TEXT);
    assert.equal((await client.annotated(URI)).params.status.state, 'annotated');
    const ended = new Promise((resolve) => child.on('exit', resolve));
    await client.connection.sendRequest('shutdown');
    await client.connection.sendNotification('exit');
    assert.equal(await ended, 0);
  });

  test('killed, and started anew with the same texts, it says the same', async () => {
    const first = await start();
    await first.client.open(URI, TEXT);
    const before = await first.client.annotated(URI);
    const ended = new Promise((resolve) => first.child.on('exit', resolve));
    first.child.kill('SIGKILL');
    await ended;
    const second = await start();
    await second.client.open(URI, TEXT);
    const after = await second.client.annotated(URI);
    assert.deepEqual([after.marks, after.params.status], [before.marks, before.params.status]);
    second.child.kill('SIGKILL');
  });
});
