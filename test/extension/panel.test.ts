import * as assert from 'node:assert';
import * as vscode from 'vscode';
import { Command, View } from '../../src/extension/manifest';
import type { Row, ViewId } from '../../src/protocol';
import { activate, closeAll, eventually, fixture, selected, show } from './support/editor';

/** A view's rows as a reader sees them: words, then what stands beside them. */
async function rows(view: ViewId, parent?: Row): Promise<{ row: Row; label: string; item: vscode.TreeItem }[]> {
  const tree = (await activate()).views[view];
  return (await tree.getChildren(parent)).map((row) => {
    const item = tree.getTreeItem(row);
    return { row, item, label: String(item.label) };
  });
}

async function labels(view: ViewId, parent?: Row): Promise<string[]> {
  return (await rows(view, parent)).map(({ label, item }) => `${label} | ${item.description}`);
}

/** The rows of a view that open nothing below them. */
async function leaves(view: ViewId, parent?: Row): Promise<string[]> {
  const below = await rows(view, parent);
  return (
    await Promise.all(
      below.map(({ row, label, item }) => (row.expandable ? leaves(view, row) : [`${label} | ${item.description}`])),
    )
  ).flat();
}

suite('side panel', () => {
  suiteSetup(() => vscode.commands.executeCommand(`${View.speakers}.focus`));
  teardown(async () => {
    await vscode.commands.executeCommand(Command.clearFilter);
    await vscode.commands.executeCommand(Command.showThisFile);
  });
  suiteTeardown(closeAll);

  test('speakers, the most quoted first, and their quotations in order', async () => {
    await show(fixture('article.txt'));
    const [first, second] = await rows('speakers');
    assert.match(`${first?.label} | ${first?.item.description}`, /^Marcus Adeyemi \| .*3$/);
    assert.match(`${second?.label} | ${second?.item.description}`, /^Hanna Lindqvist \| .*minister.* · 2$/);
    const quotations = await labels('speakers', first!.row);
    assert.strictEqual(quotations.length, 3);
    assert.match(quotations[0]!, /^a long silence \| 7 · partial · 4 Mar 2024$/);
    assert.match(quotations[1]!, /^I counted every day,? \| 9 · 4 Mar 2024$/);
  });

  test('rows say in words what colours and signs show', async () => {
    await show(fixture('article.txt'));
    const [speaker] = await rows('speakers');
    assert.match(speaker!.item.accessibilityInformation!.label, /Marcus Adeyemi.*3 quotations/);
    const [quotation] = await rows('speakers', speaker!.row);
    assert.match(
      quotation!.item.accessibilityInformation!.label,
      /partial quotation.*a long silence.*line 7.*4 Mar 2024, the date of the text/,
    );
  });

  test('entities by type, each with its mentions', async () => {
    await show(fixture('article.txt'));
    const types = await rows('entities');
    const people = types.find(({ label }) => label === 'People');
    assert.ok(people, `no people among ${types.map(({ label }) => label)}`);
    const persons = await rows('entities', people.row);
    assert.ok(persons.some(({ label }) => label.includes('Hanna Lindqvist')));
    const mentions = await rows('entities', persons[0]!.row);
    assert.ok(mentions.length > 0 && mentions.every(({ row }) => row.location !== null));
  });

  test('dates with their value first', async () => {
    await show(fixture('article.txt'));
    assert.match((await leaves('dates')).join('; '), /4 Mar 2024 \| (Monday|March 4, 2024)/);
  });

  test('dates in order of time, by month and year; what does not agree first, what is not known last', async () => {
    await closeAll();
    await show(fixture('calendar.txt'));
    const [conflicts, year, ...rest] = await rows('dates');
    assert.strictEqual(conflicts?.label, 'Does not agree');
    assert.deepStrictEqual(await labels('dates', conflicts.row), [
      'Monday, March 3, 2015 | is a Tuesday · 3',
      '31 April | no such day · 5',
    ]);
    assert.strictEqual(year?.label, '2015');
    const [month, ...later] = await rows('dates', year.row);
    assert.deepStrictEqual(
      [month?.label, await labels('dates', month?.row)],
      ['Mar 2015', ['3 Mar 2015 | Monday, March 3, 2015 · 3', '5 Mar 2015 | two days later · 3']],
    );
    assert.deepStrictEqual(
      later.map(({ label }) => label),
      ['May 2015'],
    );
    assert.deepStrictEqual(
      rest.map(({ label }) => label),
      ['How long, how often', 'Not known'],
    );
  });

  test('choosing a row shows its place, selected', async () => {
    const editor = await show(fixture('article.txt'));
    const [speaker] = await rows('speakers');
    const [quotation] = await rows('speakers', speaker!.row);
    const { command, arguments: args } = quotation!.item.command!;
    await vscode.commands.executeCommand(command, ...args!);
    assert.strictEqual(selected(), '“a long silence”');
    assert.strictEqual(vscode.window.activeTextEditor?.document, editor.document);
  });

  test('the filter keeps rows that hold the words', async () => {
    await show(fixture('article.txt'));
    await vscode.commands.executeCommand(Command.filterRows, 'lindq');
    assert.deepStrictEqual(
      (await rows('speakers')).map(({ label }) => label),
      ['Hanna Lindqvist'],
    );
    await vscode.commands.executeCommand(Command.filterRows, 'no such words');
    assert.strictEqual((await rows('speakers')).length, 0);
    await vscode.commands.executeCommand(Command.clearFilter);
    assert.strictEqual((await rows('speakers')).length, 2);
  });

  test('this file, or all open files', async () => {
    await closeAll();
    await show(fixture('undated.txt'));
    await show(fixture('article.txt'));
    assert.strictEqual((await rows('speakers')).length, 2);
    await vscode.commands.executeCommand(Command.showOpenFiles);
    await eventually('speakers of both files', async () => (await rows('speakers')).length === 4);
    const oona = (await rows('speakers')).find(({ label }) => label === 'Oona Fairley');
    assert.match((await labels('speakers', oona!.row))[0]!, /undated\.txt:3/);
  });

  test('nothing is listed where no text is open', async () => {
    await closeAll();
    assert.deepStrictEqual(await labels('speakers'), []);
  });
});
