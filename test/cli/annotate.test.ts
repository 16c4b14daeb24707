import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine } from '../../scripts/support/english';
import { annotate, type AnnotateOptions } from '../../src/cli/annotate';
import { plain } from '../../src/formats/index';

const TEXT = '“We will not close the harbour,” Mara Ellingsen said on Tuesday.\n';

interface Said {
  code: number;
  out: string;
  warnings: string[];
}

suite('on-the-record annotate', () => {
  let folder: string;
  setup(() => {
    folder = mkdtempSync(join(tmpdir(), 'on-the-record-'));
  });
  teardown(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const file = (name: string, content: string | Buffer = TEXT): string => {
    const path = join(folder, name);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, content);
    return path;
  };
  const run = async (args: string[], options: Partial<AnnotateOptions> = {}): Promise<Said> => {
    const said: Said = { code: 0, out: '', warnings: [] };
    said.code = await annotate(
      args,
      { format: 'json', out: null, published: null, painter: plain, ...options },
      {
        print: async (text) => {
          said.out += text;
        },
        warn: (message) => {
          said.warnings.push(message);
        },
      },
      createEngine,
    );
    return said;
  };

  test("writes the guide's form, every text equal to its slice", async () => {
    const { code, out } = await run([file('a.txt')]);
    const article = JSON.parse(out) as {
      document: string;
      sha256: string;
      quotes: { span: [number, number]; text: string; speaker: string }[];
      entities: { id: string; name: string }[];
    };
    assert.equal(code, 0);
    assert.equal(article.document, 'a.txt');
    assert.equal(article.sha256, createHash('sha256').update(TEXT).digest('hex'));
    assert.deepEqual(
      article.quotes.map(({ span, text }) => [TEXT.slice(...span), text]),
      [['“We will not close the harbour,”', '“We will not close the harbour,”']],
    );
    assert.equal(article.entities.find(({ id }) => id === article.quotes[0]?.speaker)?.name, 'Mara Ellingsen');
  });

  test('several files: json is one array, jsonl a line each', async () => {
    const paths = [file('a.txt'), file('b.txt')];
    assert.deepEqual(
      (JSON.parse((await run(paths)).out) as { document: string }[]).map(({ document }) => document),
      ['a.txt', 'b.txt'],
    );
    const lines = (await run(paths, { format: 'jsonl' })).out.trimEnd().split('\n');
    assert.deepEqual(
      lines.map((line) => (JSON.parse(line) as { document: string }).document),
      ['a.txt', 'b.txt'],
    );
  });

  test('a folder is read at any depth, its shape is kept in --out', async () => {
    file('in/a.txt');
    file('in/deep/b.txt');
    file('in/notes.md');
    const out = join(folder, 'out');
    assert.equal((await run([join(folder, 'in')], { out })).code, 0);
    assert.deepEqual(readdirSync(out, { recursive: true }).sort(), ['a.json', 'deep', join('deep', 'b.json')]);
  });

  test('a pattern names its matches', async () => {
    file('a.txt');
    file('b.txt');
    const { out } = await run([join(folder, '*.txt')], { format: 'jsonl' });
    assert.equal(out.trimEnd().split('\n').length, 2);
  });

  test('encodings: BOM, UTF-16 of both orders, CR LF', async () => {
    const utf16 = Buffer.from(`\ufeff${TEXT}`, 'utf16le');
    const paths = [
      file('bom.txt', `\ufeff${TEXT}`),
      file('le.txt', utf16),
      file('be.txt', Buffer.from(utf16).swap16()),
      file('crlf.txt', TEXT.replaceAll('\n', '\r\n')),
    ];
    for (const path of paths) {
      const { quotes } = JSON.parse((await run([path])).out) as { quotes: { text: string }[] };
      assert.deepEqual(
        quotes.map(({ text }) => text),
        ['“We will not close the harbour,”'],
        path,
      );
    }
  });

  test('what cannot be read is named, the rest is done, the exit code is 1', async () => {
    const paths = [
      file('a.txt'),
      file('image.txt', Buffer.from([0x89, 0x50, 0, 0, 1])),
      file('latin.txt', Buffer.from([0x63, 0x61, 0x66, 0xe9])),
      join(folder, 'gone.txt'),
      file('empty.txt', ''),
    ];
    const { code, out, warnings } = await run(paths, { format: 'jsonl' });
    assert.equal(code, 1);
    assert.equal(out.trimEnd().split('\n').length, 2);
    assert.deepEqual(
      warnings.map((line) => line.slice(folder.length + 1)),
      [
        'gone.txt: no such file, or no .txt file in it',
        'image.txt: this is not a text file',
        'latin.txt: this text is neither UTF-8 nor UTF-16 with a byte order mark',
      ],
    );
  });

  test('never writes over an input or another result', async () => {
    const a = file('a.txt'),
      other = file('deep/a.txt');
    const { code, warnings } = await run([a, other], { format: 'text', out: folder });
    assert.equal(code, 1);
    assert.equal(warnings.length, 2);
    assert.equal(readFileSync(a, 'utf8'), TEXT);
  });

  test('text for reading has the article and who said what, and no escape codes when plain', async () => {
    const { out } = await run([file('a.txt', `${TEXT}\u001b[31mred\n`)], { format: 'text' });
    assert.ok(out.includes('Who said what\n  Mara Ellingsen\n    “We will not close the harbour,”'), out);
    assert.ok(!out.includes('\u001b'));
  });

  test('--published resolves what hangs on it', async () => {
    const { out } = await run([file('a.txt')], { published: '2025-06-05' });
    assert.deepEqual(
      (JSON.parse(out) as { dates: { value: string }[] }).dates.map(({ value }) => value),
      ['2025-06-03'],
    );
  });
});
