// Stories of readers of five real articles, which stand beside the checkout (../shared) and are no part of it. Lines and columns
// count from 1 and include quotation marks, as the stories do. Skipped, with a line that says so, where the articles are absent.
import * as assert from 'node:assert';
import * as vscode from 'vscode';
import { Command } from '../../src/extension/manifest';
import { Method, type PublishedCandidate, type QuotationResult, type Row } from '../../src/protocol';
import { activate, choosingFirst, closeAll, eventually, extensionUri, readText, show } from './support/editor';

const SEEDS = extensionUri('..', 'shared', 'gold', 'seeds');

type At = readonly [line: number, column: number];

const position = ([line, column]: At): vscode.Position => new vscode.Position(line - 1, column - 1);

async function seed(number: string): Promise<vscode.TextDocument> {
  const names = (await vscode.workspace.fs.readDirectory(SEEDS)).map(([name]) => name);
  const name = names.find((candidate) => candidate.startsWith(`${number}_`) && candidate.endsWith('.txt'));
  assert.ok(name, `no article ${number}`);
  return (await show(vscode.Uri.joinPath(SEEDS, name))).document;
}

async function quotationAt(document: vscode.TextDocument, [line, column]: At): Promise<QuotationResult> {
  const { session } = await activate();
  const found = await session.request<QuotationResult | null>(Method.quotation, {
    uri: document.uri.toString(),
    line: line - 1,
    character: column - 1,
  });
  assert.ok(found, `no quotation at ${line}:${column}`);
  return found;
}

async function speakers(document: vscode.TextDocument, places: readonly At[]): Promise<string[]> {
  const names: string[] = [];
  for (const at of places) names.push((await quotationAt(document, at)).speaker ?? 'nobody');
  return names;
}

async function hover(document: vscode.TextDocument, at: At): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position(at),
  );
  return hovers
    .flatMap(({ contents }) => contents.map((content) => (typeof content === 'string' ? content : content.value)))
    .join('\n')
    .replaceAll('\\', ''); // Markdown escapes its punctuation.
}

/** Where F12 leads, as line:column and words. */
async function definition(document: vscode.TextDocument, at: At): Promise<string> {
  const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
    'vscode.executeDefinitionProvider',
    document.uri,
    position(at),
  );
  const [target] = found;
  if (!target) return 'nowhere';
  const range = 'targetUri' in target ? (target.targetSelectionRange ?? target.targetRange) : target.range;
  return `${range.start.line + 1}:${range.start.character + 1} ${document.getText(range)}`;
}

/** Places of the quotations that the outline lists, as line:column. */
async function outline(document: vscode.TextDocument): Promise<string[]> {
  const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
    'vscode.executeDocumentSymbolProvider',
    document.uri,
  );
  const all = (list: vscode.DocumentSymbol[]): vscode.DocumentSymbol[] =>
    list.flatMap((symbol) => [symbol, ...all(symbol.children)]);
  const quoted = all(symbols).filter(({ kind }) => kind === vscode.SymbolKind.String);
  return quoted.map(({ range }) => `${range.start.line + 1}:${range.start.character + 1}`);
}

async function speakerRows(): Promise<Row[]> {
  return (await activate()).views.speakers.getChildren();
}

/** The rows of the Entities view of one type. */
async function entityRows(type: string): Promise<Row[]> {
  const { entities } = (await activate()).views,
    types = await entities.getChildren(),
    row = types.find(({ label }) => label === type);
  return row ? entities.getChildren(row) : [];
}

/** All mentions below an entity's row, by name, role or pronoun: file number, line:column and words. */
async function mentionsBelow(row: Row): Promise<string[]> {
  const { entities } = (await activate()).views,
    found: string[] = [];
  for (const child of await entities.getChildren(row)) {
    if (child.kind === 'mention-form') found.push(...(await mentionsBelow(child)));
    else if (child.kind === 'mention' && child.location)
      found.push(
        `${/\/(\d{3})_/.exec(child.location.uri)?.[1] ?? ''} ${child.location.range[0] + 1}:${child.location.range[1] + 1} ${child.label}`,
      );
  }
  return found;
}

async function ask<T>(provider: string, document: vscode.TextDocument, at: At): Promise<T[]> {
  return vscode.commands.executeCommand<T[]>(`vscode.execute${provider}`, document.uri, position(at));
}

suite('stories', () => {
  suiteSetup(async function () {
    try {
      await vscode.workspace.fs.stat(SEEDS);
    } catch {
      console.log('[mocha]   the articles of ../shared/gold/seeds are not there: the stories are skipped');
      this.skip();
    }
  });
  suiteTeardown(closeAll);

  test('S1: who said what, at a glance', async () => {
    const document = await seed('003');
    const places: readonly At[] = [
      [3, 104],
      [7, 85],
      [9, 1],
      [9, 122],
      [13, 145],
      [15, 1],
      [19, 218],
      [21, 1],
      [21, 180],
      [25, 263],
      [27, 34],
      [27, 163],
    ];
    assert.deepStrictEqual(
      await outline(document),
      places.map((at) => at.join(':')),
    );
    const [, ...told] = await speakers(document, places);
    assert.deepStrictEqual(
      [...told.slice(0, 8), ...told.slice(9)],
      [
        ...Array<string>(3).fill('Dmitry Peskov'),
        'Vladimir Putin',
        'Vladimir Putin',
        ...Array<string>(3).fill('Emmanuel Macron'),
        'Emmanuel Macron',
        'Emmanuel Macron',
      ],
    );
    assert.match(told[8]!, /French officials|nobody/);
    const counts = new Map((await speakerRows()).map(({ label, count }) => [label, count]));
    assert.deepStrictEqual(
      [counts.get('Emmanuel Macron'), counts.get('Dmitry Peskov'), counts.get('Vladimir Putin')],
      [5, 3, 2],
    );
    assert.ok(!document.isDirty);
    assert.strictEqual(await readText(document.uri), document.getText());
  });

  test('S2: pronouns lead to the person', async () => {
    const document = await seed('004');
    const he: readonly [At, string][] = [
      [[13, 124], 'Emmanuel Macron'],
      [[21, 157], 'Antony Blinken'],
      [[25, 181], 'Sergei Ryabkov'],
      [[19, 105], 'Blinken'],
    ];
    for (const [at, name] of he) assert.match(await hover(document, at), new RegExp(name), at.join(':'));
    assert.match(await hover(document, [13, 124]), /“Macron” (?:is the subject|was the last to speak)/);
    assert.strictEqual(await definition(document, [13, 124]), '7:1 French president Emmanuel Macron');
    assert.match(await definition(document, [21, 157]), /^9:209 /);
    assert.match(await definition(document, [25, 181]), /^23:1 /);
  });

  test('S2: all namings of a person, pronouns included, are found and highlighted from any of them', async () => {
    const document = await seed('004'),
      at: At = [21, 157];
    const references = (await ask<vscode.Location>('ReferenceProvider', document, at)).filter(
      ({ uri }) => uri.toString() === document.uri.toString(),
    );
    const highlights = await ask<vscode.DocumentHighlight>('DocumentHighlights', document, at);
    const words = (ranges: readonly vscode.Range[]): string[] =>
      ranges.map((range) => `${range.start.line + 1}:${range.start.character + 1} ${document.getText(range)}`).sort();
    assert.deepStrictEqual(words(references.map(({ range }) => range)), words(highlights.map(({ range }) => range)));
    const found = words(highlights.map(({ range }) => range)).join('; ');
    for (const each of ['19:47', '21:157 he', '19:105 his', '9:209'])
      assert.ok(found.includes(each), `${each} in ${found}`);
    assert.ok(!/Macron|Ryabkov/.test(found), found);
  });

  test('S3: roles lead to the person', async () => {
    const france = await seed('003');
    const roles: readonly [At, string][] = [
      [[11, 115], 'Macron'],
      [[11, 141], 'Putin'],
      [[11, 177], 'Macron'],
      [[11, 181], 'Putin'],
      [[15, 41], 'Macron'],
    ];
    for (const [at, name] of roles) assert.match(await hover(france, at), new RegExp(`${name}\\b`), at.join(':'));
    const america = await seed('002');
    const more: readonly [At, string][] = [
      [[11, 160], 'Vladimir Putin'],
      [[11, 129], 'Joe Biden'],
      [[11, 185], 'Putin'],
    ];
    for (const [at, name] of more) assert.match(await hover(america, at), new RegExp(name), at.join(':'));
  });

  test('S4: a full stop within the marks, and a source within a source', async () => {
    const document = await seed('002');
    assert.strictEqual((await outline(document)).length, 3);
    const long = await quotationAt(document, [9, 1]);
    assert.deepStrictEqual([long.kind, long.speaker, long.range[3]], ['direct', 'Emmanuel Macron', 229]);
    assert.strictEqual(long.source && document.getText(new vscode.Range(...long.source)), 'Macron');
    assert.deepStrictEqual(await speakers(document, [[7, 1]]), ['Emmanuel Macron']);
    assert.match((await speakers(document, [[19, 55]]))[0]!, /US|United States/);
    const names = (await speakerRows()).map(({ label }) => label).join(', ');
    assert.ok(!/De Clercq|Maclean/.test(names), names);
  });

  test('S5: quotations of headlines have their speakers', async () => {
    const document = await seed('004');
    assert.strictEqual((await outline(document)).length, 17);
    const [deal, unity] = await speakers(document, [
      [3, 76],
      [1, 71],
    ]);
    // The headlines name the governments, the text below them the ministers who speak for them: both are right.
    assert.match(deal!, /Ryabkov|Moscow|Russia/);
    assert.match(unity!, /Blinken|United States|\bUS\b/);
  });

  test('S7: short and bracketed names lead to the person', async () => {
    const document = await seed('004');
    const column = document.lineAt(34).text.indexOf('President [Vladimir] Putin') + 12;
    assert.match(await hover(document, [35, column]), /Putin/);
    const drian = await seed('000');
    const at = drian.positionAt(drian.getText().indexOf('Mr Le Drian') + 5);
    assert.match(await hover(drian, [at.line + 1, at.character + 1]), /Jean-Yves Le Drian/);
  });

  test('S7: one row for each person, place and body over all files, with the role beside the name', async () => {
    for (const number of ['000', '001', '002', '003', '004']) await seed(number);
    await vscode.commands.executeCommand(Command.showOpenFiles);
    const people = await eventually('the people of all files', async () => {
      const rows = await entityRows('person');
      return rows.filter(({ label }) => /Zelensky|Ryabkov/.test(label)).length === 2 ? rows : null;
    });
    const named = (rows: readonly Row[], name: RegExp): Row => {
      const found = rows.filter(({ label }) => name.test(label));
      assert.strictEqual(found.length, 1, `${String(name)}: ${found.map(({ label }) => label).join(', ')}`);
      return found[0]!;
    };
    const zelensky = await mentionsBelow(named(people, /Zelensky/));
    assert.ok(
      zelensky.some((each) => /^003 19:\d+ .*Vladimir Zelensky$/.test(each)) &&
        zelensky.some((each) => /^004 33:\d+ .*Zelensky$/.test(each)),
      zelensky.join('; '),
    );
    const putin = await mentionsBelow(named(people, /^Vladimir Putin$/));
    assert.ok(
      putin.some((each) => /^004 35:.*\[Vladimir\] Putin/.test(each)) &&
        !putin.some((each) => each.includes('Zelensky')),
      putin.join('; '),
    );
    assert.ok((await mentionsBelow(named(people, /Le Drian/))).some((each) => each.endsWith('Mr Le Drian')));
    const kyiv = await mentionsBelow(named(await entityRows('place'), /^(?:Kyiv|Kiev)$/));
    assert.ok(kyiv.includes('003 19:74 Kiev') && kyiv.includes('004 19:28 Kyiv'), kyiv.join('; '));
    const nato = await mentionsBelow(named(await entityRows('organization'), /^nato$/i)),
      files = nato.map((each) => each.slice(0, 3));
    assert.deepStrictEqual(
      ['000', '001', '002', '003', '004'].map((number) => files.filter((file) => file === number).length),
      [4, 4, 3, 3, 7],
    );
    assert.match(named(people, /^Emmanuel Macron$/).detail, /president/i);
    await vscode.commands.executeCommand(Command.showThisFile);
    await closeAll();
  });

  test('S7: merged by command; kept by the next server; undone', async () => {
    await seed('002');
    const names = async (): Promise<string[]> => (await entityRows('person')).map(({ label }) => label);
    const rowOf = async (name: string): Promise<Row> =>
      eventually(name, async () => (await entityRows('person')).find(({ label }) => label === name));
    const before = await eventually('the people', async () => ((await names()).length ? names() : null));
    const rows = [await rowOf('Joe Biden'), await rowOf('William Maclean')];
    await choosingFirst(vscode.commands.executeCommand(Command.mergeEntities, rows[0], rows));
    const merged = before.filter((name) => name !== 'William Maclean').join();
    await eventually('one row for both', async () => (await names()).join() === merged);
    await vscode.commands.executeCommand(Command.restartServer);
    await eventually('one row for both, from a new server', async () => (await names()).join() === merged);
    await vscode.commands.executeCommand(Command.undoCorrection);
    await eventually('a row for each', async () => (await names()).join() === before.join());
  });

  test('S8: relative dates wait for the date of the text', async () => {
    const document = await seed('004'),
      { annotations } = await activate();
    const status = () => annotations.get(document.uri)!.status;
    assert.strictEqual(status().published, null);
    const at = (line: number, words: string): At => [line, document.lineAt(line - 1).text.indexOf(words) + 2];
    assert.match(await hover(document, at(13, 'Wednesday')), /XXXX-WXX-3|a Wednesday/i);
    await vscode.commands.executeCommand(Command.setPublished, '2022-01-19');
    await eventually('the date', () => status().published === '2022-01-19');
    const resolved: readonly (readonly [number, string, RegExp])[] = [
      ...[13, 19, 23, 39].map((line) => [line, 'Wednesday', /2022-01-19|19 Jan(uary)? 2022/] as const),
      [5, 'Tuesday', /2022-01-18|18 Jan(uary)? 2022/],
      [41, 'Thursday', /2022-01-20|20 Jan(uary)? 2022/],
      [19, 'Friday', /2022-01-21|21 Jan(uary)? 2022/],
      [41, 'last week', /2022-W02|week 2/i],
      [37, '2014', /2014/],
    ];
    for (const [line, words, value] of resolved)
      assert.match(await hover(document, at(line, words)), value, `${words}, line ${line}`);
    assert.ok(!/\bdate\b.*2022-05|XXXX-05/i.test(await hover(document, [46, 6])), 'May is a verb there');
    await vscode.commands.executeCommand(Command.setPublished, null);
    await eventually('no date', () => status().published === null);
  });

  test('S9: a day without a year offers the years that its weekday fits', async () => {
    const document = await seed('002'),
      { annotations, session } = await activate(),
      uri = document.uri.toString();
    const status = () => annotations.get(document.uri)!.status;
    assert.strictEqual(status().published, null);
    const offered = await session.request<PublishedCandidate[]>(Method.publishedCandidates, { uri });
    assert.deepStrictEqual(
      (offered ?? [])
        .map(({ value }) => value)
        .filter((value) => value >= '2005' && value < '2023')
        .slice(0, 4),
      ['2022-12-03', '2016-12-03', '2011-12-03', '2005-12-03'],
    );
    await vscode.commands.executeCommand(Command.setPublished, '2022-12-03');
    await eventually('the date', () => status().published === '2022-12-03');
    const at = (words: string): At => {
      const place = document.positionAt(document.getText().indexOf(words) + 1);
      return [place.line + 1, place.character + 1];
    };
    const resolved: readonly (readonly [string, RegExp])[] = [
      ['Saturday', /3 Dec 2022/],
      ['last week', /2022-W47/],
      ['this week', /2022-W48/],
      ['February 8', /8 Feb 2022/],
      ['nearly 10 months', /10 months/],
      ['the past three months', /3 months/],
      ['1997', /1997/],
    ];
    for (const [words, value] of resolved) assert.match(await hover(document, at(words)), value, words);
    const speakers = await speakerRows(),
      macron = speakers.find(({ label }) => label === 'Emmanuel Macron');
    const said = await (await activate()).views.speakers.getChildren(macron);
    assert.ok(
      said.some(({ day }) => day?.value === '2022-12-03' && /Saturday$/.test(day.words)),
      JSON.stringify(said.map(({ day }) => day)),
    );
    await vscode.commands.executeCommand(Command.setPublished, null);
    await eventually('no date', () => status().published === null);
  });

  test('S9: one text with two dates', async () => {
    const { annotations, views } = await activate(),
      first = await seed('000'),
      second = await seed('001');
    assert.strictEqual(annotations.get(first.uri)!.status.published, '2022-02-17');
    assert.strictEqual(annotations.get(second.uri)!.status.published, '2022-02-18T08:41');
    await vscode.commands.executeCommand(Command.showOpenFiles);
    try {
      const conflicts = async (): Promise<Row[]> =>
        views.dates.getChildren((await views.dates.getChildren()).find(({ kind }) => kind === 'date-conflicts'));
      await eventually('the conflict', async () =>
        (await conflicts()).some(({ variant, detail }) => variant === 'same-text' && /^2022-02-1[78]/.test(detail)),
      );
    } finally {
      await vscode.commands.executeCommand(Command.showThisFile);
    }
  });

  test('S9: dates of several texts in one order of time', async () => {
    const { views, annotations } = await activate(),
      talks = await seed('003');
    await vscode.commands.executeCommand(Command.setPublished, '2022-02-08');
    await eventually('the date', () => annotations.get(talks.uri)!.status.published === '2022-02-08');
    const monday = talks.lineAt(4).text.indexOf('Monday'),
      tuesday = talks.lineAt(18).text.indexOf('Tuesday');
    assert.match(await hover(talks, [5, monday + 2]), /7 Feb 2022/);
    assert.match(await hover(talks, [19, tuesday + 2]), /8 Feb 2022/);
    const remarks = await seed('002');
    await vscode.commands.executeCommand(Command.setPublished, '2022-12-03');
    await eventually('the date', () => annotations.get(remarks.uri)!.status.published === '2022-12-03');
    await vscode.commands.executeCommand(Command.showOpenFiles);
    const leaves = async (parent?: Row): Promise<Row[]> =>
      (
        await Promise.all(
          (await views.dates.getChildren(parent)).map(async (row) => (row.expandable ? leaves(row) : [row])),
        )
      ).flat();
    const names = (list: readonly Row[]): string[] =>
      list
        .filter(({ kind, label }) => kind === 'date' && /^2022-02-0[78]/.test(label))
        .map(({ label, location }) => `${label} ${/\/(\d+)_/.exec(location?.uri ?? '')?.[1]}`);
    await eventually('the days of both texts', async () => {
      const found = names(await leaves());
      return (
        found.includes('2022-02-07 003') &&
        found.includes('2022-02-08 002') &&
        found.join() ===
          [...found]
            .sort((a, b) => (a.slice(0, 10) < b.slice(0, 10) ? -1 : a.slice(0, 10) > b.slice(0, 10) ? 1 : 0))
            .join()
      );
    });
    await vscode.commands.executeCommand(Command.showThisFile);
    for (const document of [remarks, talks]) {
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand(Command.setPublished, null);
      await eventually('no date', () => annotations.get(document.uri)!.status.published === null);
    }
  });
});
