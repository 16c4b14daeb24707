// The sample articles, as a reader opens them.
import * as assert from 'node:assert';
import * as vscode from 'vscode';
import { activate, closeAll, extensionUri, painted, show } from './support/editor';

suite('samples', () => {
  suiteTeardown(closeAll);

  test('every sample is annotated, and its quotations and dates are painted', async () => {
    const { annotations } = await activate();
    const names = (await vscode.workspace.fs.readDirectory(extensionUri('samples')))
      .map(([name]) => name)
      .filter((name) => name.endsWith('.txt'));
    assert.ok(names.length >= 6, `${names.length} samples`);
    for (const name of names) {
      const editor = await show(extensionUri('samples', name));
      const { state, quotations } = annotations.get(editor.document.uri)!.status;
      assert.strictEqual(state, 'annotated', name);
      const shown =
        (await painted(editor, 'direct')).length +
        (await painted(editor, 'partial')).length +
        (await painted(editor, 'other')).length;
      assert.ok(quotations > 0 && shown >= quotations, `${name}: ${shown} of ${quotations} quotations painted`);
    }
  }).timeout(60_000);
});
