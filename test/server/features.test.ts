import assert from 'node:assert/strict';
import type {
  DocumentHighlight,
  DocumentSymbol,
  Hover,
  Location,
  LocationLink,
  SelectionRange,
  SymbolInformation,
} from 'vscode-languageserver';
import { Method, type PublishedCandidate, type QuotationResult, type Row } from '../../src/protocol';
import { startInProcess, type TestClient } from './support/client';
import { readMarks } from './support/decode';
import { fakeEngine } from './support/fakeEngine';

const ONE = 'file:///texts/harbour.txt',
  TWO = 'file:///texts/ferry%20news.txt';
const LINES = [
  'Harbour stays open', // 0
  '',
  '“We will not close the harbour,” Mara Ellingsen said on Tuesday. “It is ours.”', // 2
  '',
  'Ms Ellingsen spoke to Jonas Brandt. “Not yet,” he said on 4 March 2022. Then the harbour minister left.', // 4
  '',
  'It was “a fair plan” in the eyes of many in the town that day, after three weeks.', // 6
];
const TEXT = LINES.join('\n');
const OTHER = 'Ferry news\n\n“The ferry goes at nine,” Mr Brandt said on 4 March 2022. The harbour was quiet all day.';

/** The words of a range in the first text. */
const words = ({
  start,
  end,
}: {
  start: { line: number; character: number };
  end: { line: number; character: number };
}): string =>
  start.line === end.line
    ? LINES[start.line]!.slice(start.character, end.character)
    : [LINES[start.line]!.slice(start.character), '…', LINES[end.line]!.slice(0, end.character)].join('');
const column = (line: number, needle: string): number => LINES[line]!.indexOf(needle) + 1;
const value = (hover: Hover | null): string[] =>
  hover ? (hover.contents as { value: string }).value.split('\n').map((line) => line.trim()) : [];

suite('The server’s features over a connection', () => {
  let client: TestClient;
  setup(async () => {
    client = await startInProcess({ engine: fakeEngine() });
    await client.open(ONE, TEXT);
  });
  teardown(() => client.stop());

  test('annotations come by themselves, with the state of the document', async () => {
    const { params, marks } = await client.annotated(ONE);
    assert.deepEqual(params.status, {
      state: 'annotated',
      quotations: 4,
      dates: 3,
      published: null,
      publishedFrom: 'nothing',
    });
    assert.deepEqual(
      readMarks(marks, TEXT).filter((mark) => /Direct|Partial|Source/.test(mark)),
      [
        'Direct 1 «“We will not close the harbour,”»',
        'Source 1 «Mara Ellingsen»',
        'Direct? 0 «“It is ours.”»',
        'Direct 2 «“Not yet,”»',
        'Source 2 «he»',
        'Partial? 0 «“a fair plan”»',
      ],
    );
  });

  suite('hover', () => {
    const at = (line: number, needle: string): Promise<Hover | null> =>
      client.at('hover', ONE, line, column(line, needle));
    test('a quotation: who, how, when, why, where', async () => {
      const hover = await at(2, 'We will');
      assert.deepEqual(value(hover), [
        '<span style="color:var(--vscode-onTheRecord-speaker1);">●</span> **Mara Ellingsen**, harbour minister · 1 quotation',
        'Direct quotation, “said” · A Tuesday, week not known, on Tuesday',
        'The words around it decide\\.',
        `[Go to source](command:onTheRecord.revealRange?${encodeURIComponent(JSON.stringify([ONE, [2, 33, 2, 47]]))})`,
      ]);
      assert.equal(words(hover!.range!), '“We will not close the harbour,”');
    });
    test('a cue shows what it reports', async () => assert.match(value(await at(2, 'said'))[1]!, /Direct quotation/));
    test('a pronoun: who it is, and a way to the full name', async () => {
      const lines = value(await at(4, 'he said'));
      assert.match(lines[0]!, /speaker2.*\*\*Jonas Brandt\*\* · 1 quotation/);
      assert.equal(lines[1], 'Person, named here by a pronoun');
      assert.match(lines[3]!, /^\[Go to full name\]/);
    });
    test('a date: its value and what it could be', async () =>
      assert.deepEqual(value(await at(2, 'Tuesday')), [
        '**A Tuesday, week not known**',
        'The words around it decide\\.',
        'Could be 1 Mar 2022',
      ]));
    test('a day: in words and as a value', async () =>
      assert.equal(value(await at(4, '4 March'))[0], '**4 Mar 2022** · 2022\\-03\\-04'));
    test('a date that does not agree: with what', async () => {
      await client.open(TWO, 'Ferry news\n\nIt sank on Monday 1 March 2022. It sails on 31 April 2022.');
      assert.equal(value(await client.at('hover', TWO, 2, 14))[1], 'Does not agree\\: 1 Mar 2022 is a Tuesday');
      assert.equal(value(await client.at('hover', TWO, 2, 46))[1], 'Does not agree\\: the calendar has no such day');
    });
    test('a pronoun of nobody in particular: said so, with those who may be meant', async () => {
      await client.open(TWO, 'Mara Ellingsen met Jonas Brandt. “Then they sang,” Mara Ellingsen said.');
      const hover = await client.at<Hover>('hover', TWO, 0, 40),
        link = (name: string, from: number): string =>
          `[${name}](command:onTheRecord.revealRange?${encodeURIComponent(JSON.stringify([TWO, [0, from, 0, from + name.length]]))})`;
      assert.deepEqual(value(hover), [
        '**Not clear who is meant**',
        'The words around it decide\\.',
        `Could be ${link('Jonas Brandt', 19)} · ${link('Mara Ellingsen', 0)}`,
      ]);
      assert.deepEqual(hover.range, { start: { line: 0, character: 39 }, end: { line: 0, character: 43 } });
    });
    test('nobody known: said so', async () => assert.equal(value(await at(6, 'a fair'))[0], '**Speaker not clear**'));
    test('nothing there: nothing', async () => assert.equal(await at(0, 'stays'), null));
    test('never more than six lines', async () => {
      for (const [line, text] of LINES.entries())
        for (let character = 0; character < text.length; character += 3) {
          assert.ok(value(await client.at('hover', ONE, line, character)).length <= 6);
        }
    });
    test('a client that knows neither html nor commands nor markdown gets plain words', async () => {
      const plain = await startInProcess({ engine: fakeEngine(), options: {}, capabilities: {} });
      await plain.open(ONE, TEXT);
      const hover = await plain.at<Hover>('hover', ONE, 2, 4);
      assert.deepEqual(value(hover).slice(0, 2), [
        'Mara Ellingsen, harbour minister · 1 quotation',
        'Direct quotation, “said” · A Tuesday, week not known, on Tuesday',
      ]);
      assert.equal((hover.contents as { kind: string }).kind, 'plaintext');
      assert.equal((await plain.at<Location[]>('definition', ONE, 4, column(4, 'he said')))[0]!.uri, ONE);
      const flat = await plain.request<SymbolInformation[]>('textDocument/documentSymbol', {
        textDocument: { uri: ONE },
      });
      assert.ok(
        flat.some(({ name, containerName }) => name === 'Tuesday' && containerName?.startsWith('“We will not')),
      );
      await plain.stop();
    });
  });

  test('document symbols: quotations and dates under their paragraph', async () => {
    const symbols = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', {
      textDocument: { uri: ONE },
    });
    const outline = symbols.map(({ name, children }) => [
      name,
      ...children!.map((child) => `${child.name} | ${child.detail}`),
    ]);
    assert.deepEqual(outline, [
      [
        '“We will not close the harbour,” Mara Ellingsen …',
        'Mara Ellingsen: “We will not close the harbour,” | ',
        'Tuesday | A Tuesday, week not known',
        '“It is ours.” | speaker not clear',
      ],
      ['Ms Ellingsen spoke to Jonas Brandt. “Not yet,” …', 'Jonas Brandt: “Not yet,” | ', '4 March 2022 | 2022-03-04'],
      [
        'It was “a fair plan” in the eyes of many in the …',
        '“a fair plan” | partial, speaker not clear',
        'three weeks | 3 weeks',
      ],
    ]);
  });

  test('workspace symbols: people and quotations of all open texts, case and diacritics aside', async () => {
    await client.open(TWO, OTHER);
    const find = async (query: string): Promise<string[]> =>
      (await client.request<SymbolInformation[]>('workspace/symbol', { query })).map(
        ({ name, containerName }) => `${name} (${containerName})`,
      );
    assert.deepEqual(await find('brándt'), [
      'Jonas Brandt (harbour.txt)',
      'Jonas Brandt: “Not yet,” (harbour.txt)',
      'Mr Brandt (ferry news.txt)',
      'Mr Brandt: “The ferry goes at nine,” (ferry news.txt)',
    ]);
    assert.deepEqual(await find('NINE ferry'), ['Mr Brandt: “The ferry goes at nine,” (ferry news.txt)']);
    assert.equal((await find('')).length, 8);
  });

  suite('definition', () => {
    const cases: readonly [string, number, string, string, string][] = [
      ['a pronoun', 4, 'he said', 'he', 'Jonas Brandt'],
      ['a role', 4, 'the harbour', 'the harbour minister', 'Mara Ellingsen'],
      ['a short name', 4, 'Ms Ell', 'Ms Ellingsen', 'Mara Ellingsen'],
      ['a quotation', 2, 'We will', '“We will not close the harbour,”', 'Mara Ellingsen'],
      ['a cue', 4, 'said', '“Not yet,”', 'he'],
    ];
    for (const [name, line, needle, from, to] of cases) {
      test(`${name}: “${from}” → “${to}”`, async () => {
        const [link] = await client.at<LocationLink[]>('definition', ONE, line, column(line, needle));
        assert.deepEqual([words(link!.originSelectionRange!), words(link!.targetSelectionRange)], [from, to]);
      });
    }
    test('nowhere from a pronoun of nobody in particular, not even to the speaker of its quotation', async () => {
      await client.open(TWO, 'Mara Ellingsen met Jonas Brandt. “Then they sang,” Mara Ellingsen said.');
      assert.equal(await client.at('definition', TWO, 0, 40), null);
      assert.deepEqual(await client.at('references', TWO, 0, 40, { context: { includeDeclaration: true } }), []);
      assert.equal(await client.at('documentHighlight', TWO, 0, 40), null);
    });
    test('nothing where nothing is known', async () =>
      assert.equal(await client.at('definition', ONE, 6, column(6, 'eyes')), null));
  });

  test('references: every naming of the entity, in other open texts too', async () => {
    await client.open(TWO, OTHER);
    const at = (includeDeclaration: boolean): Promise<Location[]> =>
      client.at('references', ONE, 4, column(4, 'he said'), { context: { includeDeclaration } });
    const all = await at(true);
    assert.deepEqual(
      all.filter(({ uri }) => uri === ONE).map(({ range }) => words(range)),
      ['Jonas Brandt', 'he'],
    );
    assert.equal(all.filter(({ uri }) => uri === TWO).length, 1);
    assert.deepEqual(
      (await at(false)).map(({ uri, range }) => uri === ONE && words(range)),
      ['he'],
    );
  });

  test('document highlight: the entity, not the word', async () => {
    const found = await client.at<DocumentHighlight[]>('documentHighlight', ONE, 4, column(4, 'Ellingsen'));
    assert.deepEqual(
      found.map(({ range }) => words(range)),
      ['Mara Ellingsen', 'Ms Ellingsen', 'the harbour minister'],
    );
    assert.equal(await client.at('documentHighlight', ONE, 6, column(6, 'eyes')), null);
  });

  test('selection range: word, mention, quotation, attribution, paragraph, text', async () => {
    const [ofName, ofQuotation] = await client.request<SelectionRange[]>('textDocument/selectionRange', {
      textDocument: { uri: ONE },
      positions: [
        { line: 4, character: column(4, 'Brandt') },
        { line: 2, character: column(2, 'close') },
      ],
    });
    const chain = (selection: SelectionRange | undefined): string[] =>
      selection ? [words(selection.range), ...chain(selection.parent)] : [];
    assert.deepEqual(chain(ofName).slice(0, 3), ['Brandt', 'Jonas Brandt', LINES[4]]);
    assert.deepEqual(chain(ofQuotation).slice(0, 4), [
      'close',
      '“We will not close the harbour,”',
      '“We will not close the harbour,” Mara Ellingsen said',
      LINES[2],
    ]);
  });

  suite('what only our extension asks', () => {
    const rows = (params: object): Promise<Row[]> =>
      client.request(Method.rows, { view: 'speakers', uris: [ONE, TWO], parent: null, filter: '', ...params });
    test('rows of a view, level by level, over several texts', async () => {
      await client.open(TWO, OTHER);
      const top = await rows({});
      assert.deepEqual(
        top.map(({ kind, label, detail, count }) => [kind, label, detail, count]),
        [
          ['speaker', 'Jonas Brandt', '', 2],
          ['speaker', 'Mara Ellingsen', 'harbour minister', 1],
          ['unclear-speaker', '', '', 2],
        ],
      );
      const under = await rows({ parent: top[0]!.id });
      assert.deepEqual(
        under.map(({ label, variant, location }) => [label, variant, location]),
        [
          ['Not yet,', 'direct', { uri: ONE, range: [4, 36, 4, 46] }],
          ['The ferry goes at nine,', 'direct', { uri: TWO, range: [2, 0, 2, 25] }],
        ],
      );
      assert.deepEqual(
        await client.request(Method.parent, { view: 'speakers', uris: [ONE, TWO], filter: '', id: under[1]!.id }),
        top[0],
      );
      assert.equal(
        await client.request(Method.parent, { view: 'speakers', uris: [ONE, TWO], filter: '', id: top[0]!.id }),
        null,
      );
    });
    test('the quotation at a place, with all that a copy needs', async () => {
      assert.deepEqual(await client.request<QuotationResult>(Method.quotation, { uri: ONE, line: 4, character: 40 }), {
        range: [4, 36, 4, 46],
        text: '“Not yet,”',
        kind: 'direct',
        speaker: 'Jonas Brandt',
        role: null,
        published: null,
        source: [4, 47, 4, 49],
      });
      assert.equal(await client.request(Method.quotation, { uri: ONE, line: 0, character: 2 }), null);
    });
    test('the reader’s date is used at once and taken back', async () => {
      await client.annotated(ONE);
      for (const [value, expected] of [
        ['2022-03-02', '2022-03-01'],
        [null, 'A Tuesday, week not known'],
      ] as const) {
        await client.connection.sendNotification(Method.setPublished, { uri: ONE, value });
        assert.equal(
          value === null,
          (await client.at<Hover>('hover', ONE, 2, column(2, 'Tuesday')).then(lastLine)).startsWith('Could be'),
        );
        const symbols = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', {
          textDocument: { uri: ONE },
        });
        assert.equal(symbols[0]!.children![1]!.detail, expected);
      }
    });
    test('a date given before the text is open is kept for it', async () => {
      await client.connection.sendNotification(Method.setPublished, { uri: TWO, value: '2022-03-02' });
      await client.open(TWO, OTHER);
      assert.equal((await client.annotated(TWO)).params.status.published, '2022-03-02');
    });
    test('dates that the text offers for its own', async () => {
      const offered = await client.request<PublishedCandidate[]>(Method.publishedCandidates, { uri: ONE });
      assert.deepEqual(offered, [{ value: '2022-03-04', words: '4 March 2022' }]);
    });
  });
});

const lastLine = (hover: Hover): string => value(hover).at(-1) ?? '';
