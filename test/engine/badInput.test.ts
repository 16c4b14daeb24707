import assert from 'node:assert/strict';
import type { Article } from '../../src/engine/index';
import { createEngine } from '../../scripts/support/english';

const engine = createEngine();

function spansOf(article: Article): (readonly [number, number])[] {
  return [
    ...article.blocks.map(({ span }) => span),
    ...article.quotations.map(({ span }) => span),
    ...[...article.quotations, ...article.statements]
      .flatMap(({ source, cue, why }) => [source, cue, why.evidence])
      .filter((span) => span !== null),
    ...article.dates.map(({ span }) => span),
    ...article.entities.flatMap(({ mentions }) => mentions.map(({ span }) => span)),
    ...article.issues.map(({ span }) => span),
  ];
}

const CASES: readonly (readonly [name: string, text: string])[] = [
  ['empty', ''],
  ['white space only', ' \t\r\n\r\n \u00a0\u2028 '],
  ['a BOM alone', '\ufeff'],
  ['binary', Array.from({ length: 4096 }, (_, i) => String.fromCharCode((i * 7919) % 256)).join('')],
  ['only quotation marks', '“”"\'‘’«»„「」'.repeat(2000)],
  ['only opening marks', '“'.repeat(20_000)],
  ['only closing marks', '”'.repeat(20_000)],
  ['lone surrogates', '\ud83d “Yes,\udcf0” Ann Lee said. \ud83d'],
  [
    'one line of 10 MB',
    '“We will not close the harbour,” Mara Ellingsen said on Tuesday. '.repeat(160_000).slice(0, 10_000_000),
  ],
  ['10 MB without a space', 'a'.repeat(10_000_000)],
  ['only digits', '1234567890'.repeat(20_000)],
  ['only names', 'Ann Lee '.repeat(25_000)],
  ['only last', 'last '.repeat(40_000)],
  ['only said', 'said that he said '.repeat(11_000)],
  ['only brackets', '[('.repeat(100_000)],
  ['100,000 line ends', '\n'.repeat(100_000)],
  ['20,000 lines', 'He said so.\n'.repeat(20_000)],
];

suite('bad input', () => {
  for (const [name, text] of CASES) {
    test(`${name}: analysed, every span inside the text`, function () {
      this.timeout(240_000);
      const article = engine.analyze(text);
      for (const [start, end] of spansOf(article))
        assert.ok(start >= 0 && start <= end && end <= text.length, `${start}-${end} of ${text.length}`);
      JSON.stringify(article);
    });
  }

  test('CR LF, a BOM and emoji shift nothing', () => {
    const plain = 'Harbour stays shut\n\n“We will not close,” Mara Ellingsen said on Tuesday.\n';
    const hard = `\ufeff${plain.replaceAll('\n', '\r\n').replace('stays', '🚢 stays')}`;
    const words = (text: string): string[] =>
      spansOf(engine.analyze(text))
        .map(([start, end]) => text.slice(start, end))
        .filter((word) => !word.includes('Harbour'));
    assert.deepEqual(words(hard), words(plain));
  });
});
