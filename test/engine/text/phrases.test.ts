import assert from 'node:assert/strict';
import { createText } from '../../../src/engine/text/index';
import { mark, marked } from '../../support/marked';
import { english } from '../../../scripts/support/english';

const read = createText(english.text);

/** Each case: a sentence with its noun phrases marked. */
const CASES: readonly string[] = [
  '[P The ministry’s spokesman Ada Quill] told [P the harbour board] that [P it] had failed.',
  '[P French officials] say [P the Norwegian president] met [P his Danish counterpart] in [P Oslo].',
  '[P A spokesman] for [P the ministry] declined to comment.',
  '[P Moss] and [P Oduya] left [P the city’s new mayor].',
  '[P The owner] of [P the ferry] paid [P 10 months].',
  '[P Ada Quill], [P Skerry’s deputy foreign minister], resigned.',
  '[P Orvolt chief executive Ada Quill] resigned.',
  '[P Orvolt deputy chairman Ada Quill] resigned.',
  '[P President \\[Vera\\] Oduya] spoke on [P Tuesday].',
  '[P The French] voted against [P a diplomatic and peaceful path].',
  '[P He] said [P 100,000 troops] stood on [P the border].',
  '[P The two very old bridges] were closed.',
];

suite('text: noun phrases', () => {
  for (const source of CASES) {
    test(source, () => {
      const { text, spans } = marked(source),
        { tokens, phrases } = read(text, 'body');
      const found = phrases.map(({ from, to }): [number, number] => [tokens.start[from] ?? 0, tokens.end[to - 1] ?? 0]);
      assert.equal(mark(text, { P: found }), mark(text, spans));
    });
  }

  test('the head is the last noun', () => {
    const { tokens, phrases } = read('Quill’s old friend Ada Moss saw the French.', 'body');
    assert.deepEqual(
      phrases.map(({ head }) => tokens.word[head]),
      ['Moss', 'French'],
    );
  });
});
