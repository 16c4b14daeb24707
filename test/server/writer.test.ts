import assert from 'node:assert/strict';
import { escapeMarkdown, markdownWriter, plainWriter } from '../../src/server/writer';

suite('What a hover is written with', () => {
  const cases: readonly [string, string, string][] = [
    ['plain words stay', 'Mara Ellingsen, harbour minister', 'Mara Ellingsen, harbour minister'],
    ['emphasis', '**Bold** _name_', '\\*\\*Bold\\*\\* \\_name\\_'],
    ['a link', '[here](command:evil)', '\\[here\\](command\\:evil)'],
    ['an image', '![x](http://x.y)', '\\!\\[x\\](http\\://x\\.y)'],
    ['html', '<img src=x onerror="x">', '&lt;img src\\=x onerror\\="x"&gt;'],
    ['an entity of html', '&lt;b&gt;', '&amp;lt;b&amp;gt;'],
    ['code', '`x`', '\\`x\\`'],
    ['a bare address', 'www.example.org a@b.c', 'www\\.example\\.org a\\@b\\.c'],
    ['an icon', '$(warning)', '\\$(warning)'],
    ['new lines, which would begin a list', 'a\n- b\r\n1. c', 'a \\- b 1\\. c'],
    ['marks that turn the writing round', 'a\u202eb', 'a b'],
  ];
  for (const [name, words, expected] of cases) test(name, () => assert.equal(escapeMarkdown(words), expected));

  test('a name of ten thousand letters is cut', () => assert.ok(escapeMarkdown('x'.repeat(10_000)).length < 200));
  test('links and colours only for a client that knows them', () => {
    assert.equal(markdownWriter(false).link('Go', 'file:///a.txt', [0, 0, 0, 1]) + markdownWriter(false).swatch(1), '');
    assert.equal(plainWriter.link('Go', 'file:///a.txt', [0, 0, 0, 1]) + plainWriter.swatch(1), '');
    assert.equal(
      markdownWriter(true).swatch(9),
      '<span style="color:var(--vscode-onTheRecord-speakerOther);">●</span> ',
    );
    assert.equal(markdownWriter(true).swatch(0), '');
  });
  test('a file’s name cannot end a link', () => {
    const link = markdownWriter(true).link('Go', 'file:///a) <b>.txt', [1, 2, 3, 4]);
    const args = /^\[Go\]\(command:onTheRecord\.revealRange\?([^()<>\s]+)\)$/.exec(link)?.[1];
    assert.deepEqual(JSON.parse(decodeURIComponent(args ?? '')), ['file:///a) <b>.txt', [1, 2, 3, 4]]);
  });
});
