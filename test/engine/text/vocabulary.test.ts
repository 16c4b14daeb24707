import assert from 'node:assert/strict';
import { hashWord } from '../../../src/engine/hash';
import { text as words } from '../../../src/engine/language/en/text';
import { createTokenizer } from '../../../src/engine/text/tokens';
import { WordCache } from '../../../src/engine/text/vocabulary';

suite('text: words that come again', () => {
  test('each token has the hash of its lower-case form, however many words came before', () => {
    const tokenize = createTokenizer(words.tokens);
    for (let round = 0; round < 3; round++) {
      const many = Array.from({ length: 30_000 }, (_, i) => `W${(i * 7919 + round) % 40_009}x O’Neill’s ÉCOLE`).join(
          ' ',
        ),
        tokens = tokenize(many);
      tokens.word.forEach((word, i) => {
        assert.equal(many.slice(tokens.start[i], tokens.end[i]), word);
        assert.equal(tokens.lower[i], word.toLowerCase().replaceAll('’', "'"));
        assert.equal(tokens.hash[i], hashWord(tokens.lower[i] ?? ''));
      });
    }
  });

  test('a word longer than any kept is read like the others', () => {
    const long = 'Ab'.repeat(500),
      tokens = createTokenizer(words.tokens)(`${long} ${long}`);
    assert.deepEqual(tokens.word, [long, long]);
    assert.deepEqual(tokens.lower, [long.toLowerCase(), long.toLowerCase()]);
  });

  test('a cache gives what it was told to make, also where two words share a place', () => {
    const cache = new WordCache<string>(4, (word) => word.toUpperCase());
    for (let round = 0; round < 2; round++)
      for (const word of ['a', 'b', 'c', 'd', 'e', 'f']) assert.equal(cache.get(word, 1), word.toUpperCase());
  });
});
