import assert from 'node:assert/strict';
import type { Hover, Location } from 'vscode-languageserver';
import {
  type CorrectionsState,
  type CorrectParams,
  type CorrectResult,
  MERGED,
  type MergeOffer,
  type MergeParty,
  Method,
  type Row,
  type ViewId,
} from '../../src/protocol';
import { startInProcess, type TestClient } from './support/client';
import { readMarks } from './support/decode';
import { fakeEngine } from './support/fakeEngine';

const ONE = 'file:///one.txt',
  TWO = 'file:///two.txt';
const TEXT =
  'News\n\n“We stay,” Mara Ellingsen said. “They go,” Jonas Brandt said.\n\nIn the town Mr Brandt left and nobody else was there to see the ferry go.';
const OTHER = 'More news\n\n“It is late,” Jonas Berg said to the people of the town on the way to the ferry that day.';

suite('Merging over a connection', () => {
  let client: TestClient, log: string;
  setup(async () => {
    client = await startInProcess({ engine: fakeEngine() });
    log = '';
    await client.open(ONE, TEXT);
    await client.open(TWO, OTHER);
  });
  teardown(() => client.stop());

  const rows = (view: ViewId, parent: string | null = null): Promise<Row[]> =>
    client.request(Method.rows, { view, uris: [ONE, TWO], parent, filter: '' });
  const people = async (): Promise<Row[]> => rows('entities', (await rows('entities'))[0]!.id);
  const names = async (): Promise<string[]> => (await people()).map(({ label, count }) => `${label} ${count}`).sort();
  const rowOf = async (name: string): Promise<Row> => (await people()).find(({ label }) => label === name)!;
  const offer = (chosen: object): Promise<MergeOffer | null> =>
    client.request(Method.mergeOffer, { uris: [ONE, TWO], chosen });
  const party = async (name: string): Promise<MergeParty> => {
    const { key, type, at } = (await offer({ rows: [(await rowOf(name)).id] }))!.chosen[0]!;
    return { key, name, type, at };
  };
  const correct = async (params: CorrectParams): Promise<CorrectResult | null> => {
    const result = await client.request<CorrectResult | null>(Method.correct, params);
    log += result?.lines ?? '';
    return result;
  };
  const mergeBrandts = async (): Promise<CorrectResult | null> =>
    correct({ action: 'merge', of: [await party('Jonas Berg')], into: await party('Jonas Brandt') });

  test('what can be merged with a row, the most alike first', async () => {
    const found = await offer({ rows: [(await rowOf('Jonas Berg')).id] });
    assert.deepEqual(
      [found!.chosen.map(({ name }) => name), found!.others.map(({ name }) => name)],
      [['Jonas Berg'], ['Jonas Brandt', 'Mara Ellingsen']],
    );
  });
  test('what can be merged with the one named at a place', async () => {
    assert.equal((await offer({ uri: ONE, line: 2, character: 14 }))!.chosen[0]!.name, 'Mara Ellingsen');
    assert.equal(await offer({ uri: ONE, line: 4, character: 4 }), null);
  });

  test('one row for both, over both texts; undone; done again', async () => {
    assert.deepEqual(await names(), ['Jonas Berg 1', 'Jonas Brandt 2', 'Mara Ellingsen 1']);
    const done = await mergeBrandts();
    assert.deepEqual(
      [done?.of, done?.into, done?.state.canUndo, done?.state.canRedo],
      [['Jonas Berg'], 'Jonas Brandt', true, false],
    );
    assert.deepEqual(await names(), ['Jonas Brandt 3', 'Mara Ellingsen 1']);
    assert.equal((await rowOf('Jonas Brandt')).variant, MERGED);
    assert.deepEqual(
      (await rows('speakers')).map(({ label, count }) => `${label} ${count}`),
      ['Jonas Brandt 2', 'Mara Ellingsen 1'],
    );
    const undone = await correct({ action: 'undo' });
    assert.deepEqual(
      [undone?.of, undone?.into, undone?.state.canUndo, undone?.state.canRedo],
      [['Jonas Berg'], 'Jonas Brandt', false, true],
    );
    assert.deepEqual(await names(), ['Jonas Berg 1', 'Jonas Brandt 2', 'Mara Ellingsen 1']);
    assert.deepEqual((await correct({ action: 'redo' }))?.of, ['Jonas Berg']);
    assert.deepEqual(await names(), ['Jonas Brandt 3', 'Mara Ellingsen 1']);
    assert.equal(await correct({ action: 'redo' }), null);
  });
  test('hover says who merged, references reach over the texts', async () => {
    await mergeBrandts();
    const hover = await client.at<Hover>('hover', TWO, 2, 18);
    assert.match(
      (hover.contents as { value: string }).value,
      /\*\*Jonas Brandt\*\*[\s\S]*merged by you with Jonas Berg/,
    );
    const found = await client.at<Location[]>('references', TWO, 2, 18, { context: { includeDeclaration: true } });
    assert.deepEqual(found.map(({ uri }) => uri).sort(), [ONE, ONE, TWO]);
  });
  test('who is one has one colour', async () => {
    await client.annotated(ONE);
    await correct({ action: 'merge', of: [await party('Mara Ellingsen')], into: await party('Jonas Brandt') });
    await new Promise((resolve) => setTimeout(resolve, 100));
    const { marks } = await client.annotated(ONE);
    assert.deepEqual(
      readMarks(marks, TEXT).filter((mark) => /Direct/.test(mark)),
      ['Direct 2 «“We stay,”»', 'Direct 2 «“They go,”»'],
    );
  });
  test('what was merged is apart again', async () => {
    await mergeBrandts();
    assert.deepEqual((await correct({ action: 'separate', row: (await rowOf('Jonas Brandt')).id }))?.of, [
      'Jonas Berg',
    ]);
    assert.deepEqual(await names(), ['Jonas Berg 1', 'Jonas Brandt 2', 'Mara Ellingsen 1']);
    assert.equal(await correct({ action: 'separate', row: (await rowOf('Jonas Brandt')).id }), null);
  });

  test('of two corrections the first alone is taken back', async () => {
    const first = await mergeBrandts();
    await correct({ action: 'merge', of: [await party('Mara Ellingsen')], into: await party('Jonas Brandt') });
    assert.deepEqual(await names(), ['Jonas Brandt 5'], '“They”, who may have been either, is Brandt');
    assert.deepEqual((await correct({ action: 'take-back', id: first!.id }))?.of, ['Jonas Berg']);
    assert.deepEqual(await names(), ['Jonas Berg 1', 'Jonas Brandt 4']);
    assert.equal(await correct({ action: 'take-back', id: first!.id }), null);
  });
  test('separating is one step, named in full, and can be undone', async () => {
    await mergeBrandts();
    await correct({ action: 'merge', of: [await party('Mara Ellingsen')], into: await party('Jonas Brandt') });
    const done = await correct({ action: 'separate', row: (await rowOf('Jonas Brandt')).id });
    assert.deepEqual(
      [done?.what, done?.of, done?.into, done?.state.canUndo],
      ['separate', ['Jonas Berg', 'Mara Ellingsen'], 'Jonas Brandt', true],
    );
    assert.deepEqual(await names(), ['Jonas Berg 1', 'Jonas Brandt 2', 'Mara Ellingsen 1']);
    assert.equal((await correct({ action: 'take-back', id: done!.id }))?.what, 'separate');
    assert.deepEqual(await names(), ['Jonas Brandt 5']);
  });

  test('a server that starts anew is given the log', async () => {
    await mergeBrandts();
    await client.stop();
    client = await startInProcess({ engine: fakeEngine() });
    const broken = `${log}not json\n`;
    assert.deepEqual(await client.request<CorrectionsState>(Method.loadCorrections, { log: broken }), {
      canUndo: true,
      canRedo: false,
      unreadable: [2],
    });
    await client.open(ONE, TEXT);
    await client.open(TWO, OTHER);
    assert.deepEqual(await names(), ['Jonas Brandt 3', 'Mara Ellingsen 1']);
    await correct({ action: 'undo' });
    assert.deepEqual(await names(), ['Jonas Berg 1', 'Jonas Brandt 2', 'Mara Ellingsen 1']);
  });
  test('a correction that makes no sense changes nothing', async () => {
    for (const params of [
      { action: 'merge', of: [{ key: 'x' }], into: 7 },
      { action: 'merge' },
      { action: 'paint' },
      { action: 'separate', row: 'x' },
      { action: 'undo' },
    ]) {
      assert.equal(await correct(params as CorrectParams), null, JSON.stringify(params));
    }
    assert.equal(log, '');
  });
});
