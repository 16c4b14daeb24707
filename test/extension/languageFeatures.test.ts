import * as assert from 'node:assert';
import * as vscode from 'vscode';
import { closeAll, fixture, placeOf, show } from './support/editor';

const ask = <T>(provider: string, uri: vscode.Uri, ...more: unknown[]): Thenable<T> =>
  vscode.commands.executeCommand<T>(`vscode.execute${provider}`, uri, ...more);

suite('language features', () => {
  let document: vscode.TextDocument;
  suiteSetup(async () => {
    ({ document } = await show(fixture('article.txt')));
  });
  suiteTeardown(closeAll);

  test('a hover says who speaks, in at most six lines', async () => {
    const [hover] = await ask<vscode.Hover[]>('HoverProvider', document.uri, placeOf(document, 'Nobody will', 2));
    const { value } = hover!.contents[0] as vscode.MarkdownString;
    assert.match(value, /Hanna Lindqvist/);
    assert.match(value, /Direct quotation/);
    assert.ok(value.trim().split(/\n+/).length <= 6, value);
  });

  test('symbols list every quotation', async () => {
    const symbols = await ask<vscode.DocumentSymbol[]>('DocumentSymbolProvider', document.uri);
    const all = (list: vscode.DocumentSymbol[]): vscode.DocumentSymbol[] =>
      list.flatMap((symbol) => [symbol, ...all(symbol.children)]);
    const quoted = all(symbols).filter(({ kind }) => kind === vscode.SymbolKind.String);
    assert.strictEqual(quoted.length, 5);
  });

  test('the definition of a short name is the full name', async () => {
    const found = await ask<(vscode.Location | vscode.LocationLink)[]>(
      'DefinitionProvider',
      document.uri,
      placeOf(document, 'Lindqvist told', 2),
    );
    const [target] = found;
    const range =
      target && ('targetUri' in target ? (target.targetSelectionRange ?? target.targetRange) : target.range);
    assert.match(range ? document.getText(range) : '', /Hanna Lindqvist/);
  });

  test('references and highlights show a person’s mentions', async () => {
    const at = placeOf(document, 'Adeyemi said', 2);
    const references = await ask<vscode.Location[]>('ReferenceProvider', document.uri, at);
    assert.ok(references.length >= 2);
    const highlights = await ask<vscode.DocumentHighlight[]>('DocumentHighlights', document.uri, at);
    assert.ok(highlights.length >= 2);
  });

  test('the selection grows from the name to the quotation to the paragraph', async () => {
    const [selection] = await ask<vscode.SelectionRange[]>('SelectionRangeProvider', document.uri, [
      placeOf(document, 'counted every', 2),
    ]);
    const steps: string[] = [];
    for (let step: vscode.SelectionRange | undefined = selection; step; step = step.parent)
      steps.push(document.getText(step.range));
    assert.ok(steps.includes('“I counted every day,”'), steps.join(' / '));
  });
});
