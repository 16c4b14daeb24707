import assert from 'node:assert/strict';
import type { Hover } from 'vscode-languageserver';
import { CancellationTokenSource } from 'vscode-languageserver-protocol/node';
import type { Engine } from '../../src/engine/index';
import { Method } from '../../src/protocol';
import { startInProcess, type TestClient } from './support/client';
import { fakeEngine } from './support/fakeEngine';

const URI = 'file:///a.txt',
  GOOD = 'file:///good.txt',
  PROSE = '“We will stay,” Mara Ellingsen said on Tuesday after the meeting.';

const BAD: Readonly<Record<string, string>> = {
  nothing: '',
  'only spaces': ' \t\r\n '.repeat(100),
  binary: '\u0000\u0001\ufffd'.repeat(1000),
  'only quotation marks': '“"”\'‘’'.repeat(2000),
  'lone surrogates': '“\ud83d said\udc00,” Mara \ud800Ellingsen said on Tuesday after the long meeting.',
  'one line without end': 'Mara Ellingsen said “we stay” on Tuesday. '.repeat(600),
  'quotation marks never closed': '“We will stay, Mara Ellingsen said on Tuesday.\n\n'.repeat(300),
};

/** Asks for everything that a client may ask for, here and there. */
async function askForAll(client: TestClient, uri: string): Promise<void> {
  const textDocument = { uri },
    uris = [uri];
  for (const [line, character] of [
    [0, 0],
    [0, 5],
    [0, 40],
    [999_999, 999_999],
    [-1, -1],
  ] as const) {
    const position = { line, character };
    for (const method of ['hover', 'definition', 'documentHighlight']) await client.at(method, uri, line, character);
    await client.at('references', uri, line, character, { context: { includeDeclaration: true } });
    await client.request('textDocument/selectionRange', { textDocument, positions: [position] });
    await client.request(Method.quotation, { uri, line, character });
  }
  await client.request('textDocument/documentSymbol', { textDocument });
  await client.request('workspace/symbol', { query: 'a' });
  for (const view of ['speakers', 'entities', 'dates'])
    await client.request(Method.rows, { view, uris, parent: null, filter: 'a' });
  await client.request(Method.publishedCandidates, { uri });
}

suite('Bad input', () => {
  for (const [name, text] of Object.entries(BAD)) {
    test(`${name}: every request is answered, and the next text is annotated`, async () => {
      const client = await startInProcess();
      await client.open(URI, text);
      await askForAll(client, URI);
      await client.open(GOOD, PROSE);
      assert.equal((await client.annotated(GOOD)).params.status.state, 'annotated');
      assert.deepEqual(client.log, []);
      await client.stop();
    });
  }

  test('messages that make no sense are logged and survived', async () => {
    const client = await startInProcess({ engine: fakeEngine() });
    await client.open(GOOD, PROSE);
    await client.annotated(GOOD);
    await client.open('not a uri %zz', PROSE);
    await client.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: URI, languageId: 'plaintext', version: 1 },
    });
    await client.change(GOOD, [{ range: { start: { line: 'x' }, end: null }, text: 'y' }]);
    await client.change(GOOD, [
      { range: { start: { line: 900, character: 3 }, end: { line: -4, character: 7 } }, text: PROSE },
    ]);
    await client.connection.sendNotification(Method.setPublished, { uri: GOOD, value: 'yesterday' });
    await client.connection.sendNotification(Method.setPublished, {});
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { onTheRecord: { maxFileSize: 'big' } },
    });
    assert.deepEqual(
      await client.request(Method.rows, { view: 'nonsense', uris: [GOOD], parent: null, filter: '' }),
      [],
    );
    assert.deepEqual(await client.request(Method.rows, { view: 'speakers' }), []);
    assert.equal(await client.request(Method.parent, { view: 'speakers', uris: [GOOD], filter: null, id: 7 }), null);
    assert.equal(await client.at('hover', 'file:///never-opened.txt', 0, 0), null);
    await askForAll(client, GOOD);
    await client.change(GOOD, [{ text: PROSE }]);
    assert.match(((await client.at<Hover>('hover', GOOD, 0, 5)).contents as { value: string }).value, /Mara Ellingsen/);
    assert.ok(client.log.length >= 4);
    await client.stop();
  });

  test('a stage that fails costs one answer, not the server', async () => {
    const inner = fakeEngine();
    const engine: Engine = {
      ...inner,
      open: (text, options) => {
        if (text.includes('boom')) throw new Error('boom');
        return inner.open(text, options);
      },
    };
    const client = await startInProcess({ engine });
    await client.open(URI, `${PROSE} boom`);
    await client.open(GOOD, PROSE);
    assert.equal(await client.at('hover', URI, 0, 5), null);
    assert.ok(await client.at('hover', GOOD, 0, 5));
    assert.match(client.log[0] ?? '', /boom/);
    assert.equal((await client.annotated(URI)).params.status.state, 'unreadable');
    const version = await client.change(URI, [{ text: PROSE }]);
    assert.equal((await client.annotated(URI, version)).params.status.state, 'annotated');
    await client.stop();
  });

  test('a name made of markdown and html cannot leave the hover’s text', async () => {
    const client = await startInProcess({ engine: fakeEngine() });
    await client.open(
      URI,
      '“We will stay for good,” Mr X](command:evil)<img> said on Tuesday. “All of [us](http://x.y) <b>will</b>,” Mr Xx`_*<script>*_ said.',
    );
    for (const character of [5, 27, 70, 110]) {
      const hover = await client.at<Hover | null>('hover', URI, 0, character),
        value = (hover?.contents as { value: string } | undefined)?.value ?? '';
      const left = value
        .replace(/<span style="color:var\(--vscode-onTheRecord-speaker\w+\);">●<\/span>/g, '')
        .replace(/\[[\w ]+\]\(command:onTheRecord\.revealRange\?[\w%.-]+\)/g, '');
      assert.doesNotMatch(left, /<|(?<!\\)\[|(?<!\\)\]\(/);
    }
    await client.stop();
  });

  test('a request that is no longer wanted is not worked on', async () => {
    const client = await startInProcess({ engine: fakeEngine() });
    await client.open(URI, PROSE);
    const source = new CancellationTokenSource();
    const answer = client.connection.sendRequest(
      'textDocument/hover',
      { textDocument: { uri: URI }, position: { line: 0, character: 5 } },
      source.token,
    );
    source.cancel();
    await assert.rejects(answer, { code: -32800 });
    await client.stop();
  });

  test('five megabytes are annotated and answered', async function () {
    this.timeout(120_000);
    // The server's own part; the engine's speed has its benchmark (npm run bench).
    const client = await startInProcess({ engine: fakeEngine() }),
      paragraph =
        '“We will not close the harbour,” Mara Ellingsen said on Tuesday. She had spoken to Jonas Brandt of the port on 4 March 2022.\n\n';
    await client.open(URI, paragraph.repeat(Math.ceil(5_000_000 / paragraph.length)));
    assert.ok(await client.request('textDocument/documentSymbol', { textDocument: { uri: URI } }));
    const version = await client.change(URI, [
      { range: { start: { line: 4000, character: 3 }, end: { line: 4000, character: 3 } }, text: 'x' },
    ]);
    assert.equal((await client.annotated(URI, version, 60_000)).params.status.state, 'annotated');
    await client.at('hover', URI, 4000, 5);
    assert.deepEqual(client.log, []);
    await client.stop();
  });
});
