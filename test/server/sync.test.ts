import assert from 'node:assert/strict';
import type { Engine } from '../../src/engine/index';
import { Method } from '../../src/protocol';
import { startInProcess, type TestClient } from './support/client';
import { readMarks } from './support/decode';
import { fakeEngine } from './support/fakeEngine';
import { createEngine } from '../../scripts/support/english';

const URI = 'untitled:note';
const TEXT = [
  'Harbour stays open',
  '',
  '“We will not close the harbour,” Mara Ellingsen said on Tuesday. “It is ours.”',
  '',
  'Ms Ellingsen spoke to Jonas Brandt. “Not yet,” he said on 4 March 2022. “Perhaps later,” Mr Brandt said.',
  '',
  '“Who knows,” Ida Moe said after three weeks of talks in the town hall.',
].join('\n');

/** Repeatable numbers from 0 up to `below`. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => ((state = (Math.imul(state, 1664525) + 1013904223) >>> 0) >>> 8) % below;
}

/** Line and character of an offset, for texts that end their lines with \n. */
const positionAt = (text: string, offset: number): object => {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)!.length };
};

const PIECES = [
  'x',
  ' ',
  '\n',
  '\n\n',
  '“',
  '”',
  '“So be it,” Ida Moe said.',
  ' 😀',
  'Jonas Brandt',
  '\u2019s',
  'on Tuesday',
  'she said. ',
  '. ',
  '\t',
  '\ud83d',
];

async function editRandomly(client: TestClient, edits: number, seed: number): Promise<string> {
  const pick = random(seed);
  let text = TEXT,
    version = 0;
  await client.open(URI, text);
  for (let edit = 0; edit < edits; edit++) {
    const changes = Array.from({ length: 1 + pick(2) }, () => {
      const start = pick(text.length + 1),
        end = Math.min(text.length, start + (pick(3) ? 0 : pick(30))),
        added = PIECES[pick(PIECES.length)]!;
      const change = { range: { start: positionAt(text, start), end: positionAt(text, end) }, text: added };
      text = text.slice(0, start) + added + text.slice(end);
      return change;
    });
    version = await client.change(URI, changes);
    if (pick(4) === 0) await client.annotated(URI, version);
    if (pick(8) === 0) await client.at('hover', URI, pick(6), pick(40));
  }
  await client.annotated(URI, version);
  return text;
}

suite('What the editor is sent after each change', () => {
  const engines: readonly [string, () => Engine][] = [
    ['a simple engine', fakeEngine],
    ['the real engine', createEngine],
  ];
  for (const [name, make] of engines) {
    test(`200 edits, change by change, give what the text gives anew (${name})`, async () => {
      const client = await startInProcess({ engine: make() }),
        fresh = await startInProcess({ engine: make() });
      const text = await editRandomly(client, 200, 7);
      await fresh.open(URI, text);
      const edited = await client.annotated(URI),
        opened = await fresh.annotated(URI);
      assert.deepEqual(edited.params.status, opened.params.status);
      // Colours hold on to the text's history; all else must be equal.
      const withoutHue = (marks: readonly number[]): string[] =>
        readMarks(marks, text).map((mark) => mark.replace(/ \d /, ' '));
      assert.deepEqual(withoutHue(edited.marks), withoutHue(opened.marks));
      assert.deepEqual(client.log, []);
      await Promise.all([client.stop(), fresh.stop()]);
    });
  }

  test('only what changed is sent', async () => {
    const client = await startInProcess({ engine: fakeEngine() });
    await client.open(URI, `${TEXT}\n`.repeat(50));
    const all = (await client.annotated(URI)).params.insert.length;
    const version = await client.change(URI, [
      { range: { start: { line: 2, character: 5 }, end: { line: 2, character: 5 } }, text: 'x' },
    ]);
    const { params } = await client.annotated(URI, version);
    assert.ok(all > 3000 && params.insert.length < 60, `${all}, then ${params.insert.length}`);
    await client.stop();
  });

  test('changes that come close together are read together', async () => {
    let reads = 0;
    const inner = fakeEngine();
    const engine: Engine = {
      ...inner,
      open: (...args) => {
        const analysis = inner.open(...args);
        return Object.assign(analysis, {
          update: (edits: Parameters<typeof analysis.update>[0]) => {
            reads++;
            return Object.getPrototypeOf(analysis).update.call(analysis, edits);
          },
        });
      },
    };
    const client = await startInProcess({ engine });
    await client.open(URI, TEXT);
    await client.annotated(URI);
    let version = 0;
    for (let i = 0; i < 20; i++)
      version = await client.change(URI, [
        { range: { start: { line: 0, character: i }, end: { line: 0, character: i } }, text: 'x' },
      ]);
    await client.annotated(URI, version);
    assert.equal(reads, 1);
    await client.stop();
  });

  test('one analysis of a version serves every feature', async () => {
    let opened = 0;
    const inner = fakeEngine(),
      engine: Engine = { ...inner, open: (...args) => (opened++, inner.open(...args)) };
    const client = await startInProcess({ engine });
    await client.open(URI, TEXT);
    await client.annotated(URI);
    await Promise.all([
      client.at('hover', URI, 2, 4),
      client.at('definition', URI, 2, 4),
      client.at('references', URI, 2, 40, { context: { includeDeclaration: true } }),
      client.request('textDocument/documentSymbol', { textDocument: { uri: URI } }),
      client.request(Method.rows, { view: 'dates', uris: [URI], parent: null, filter: '' }),
    ]);
    assert.equal(opened, 1);
    await client.stop();
  });

  test('a client that did not ask for annotations gets none', async () => {
    const client = await startInProcess({ engine: fakeEngine(), options: {} });
    await client.open(URI, TEXT);
    await client.request('textDocument/documentSymbol', { textDocument: { uri: URI } });
    await new Promise((resolve) => setTimeout(resolve, 60));
    await assert.rejects(
      Promise.race([
        client.annotated(URI),
        new Promise((_, reject) => setTimeout(() => reject(new Error('none')), 50)),
      ]),
      /none/,
    );
    await client.stop();
  });

  test('a text opened again stands alone', async () => {
    const client = await startInProcess({ engine: fakeEngine() });
    await client.open(URI, TEXT);
    await client.annotated(URI);
    await client.close(URI);
    const version = await client.change('untitled:none', []);
    await client.open(URI, TEXT);
    const { params } = await client.annotated(URI, version);
    assert.equal(params.base, null);
    await client.stop();
  });
});

suite('What is left plain', () => {
  test('a log, until it becomes prose', async () => {
    const client = await startInProcess({ engine: fakeEngine() });
    await client.open(URI, '2026-01-03 10:22:01 INFO server started by Mara Ellingsen on Tuesday\n'.repeat(5));
    const { params, marks } = await client.annotated(URI);
    assert.deepEqual([params.status.state, marks.length], ['not-prose', 0]);
    const version = await client.change(URI, [{ text: TEXT }]);
    assert.deepEqual((await client.annotated(URI, version)).params.status.state, 'annotated');
    await client.stop();
  });
  test('a text over the limit, which the reader may move', async () => {
    const client = await startInProcess({
      engine: fakeEngine(),
      options: { annotations: true, settings: { maxFileSize: 100 } },
    });
    await client.open(URI, TEXT);
    assert.equal((await client.annotated(URI)).params.status.state, 'too-large');
    assert.equal(await client.at('hover', URI, 2, 4), null);
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { onTheRecord: { maxFileSize: 10_000 } },
    });
    await client.request('textDocument/documentSymbol', { textDocument: { uri: URI } });
    await new Promise((resolve) => setTimeout(resolve, 60));
    assert.equal((await client.annotated(URI)).params.status.state, 'annotated');
    await client.stop();
  });
});
