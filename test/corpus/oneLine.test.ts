import assert from 'node:assert/strict';
import { oneLine } from '../../src/corpus/index';

suite('corpus: a text on one line', () => {
  for (const [text, line] of [
    ['We sail\n  at six.', 'We sail at six.'],
    ['The govern-\nment and the Jean-\nLuc', 'The government and the Jean- Luc'],
    ['> We sail\n> at six,\n>\n> they say', '> We sail at six, they say'],
    ['well-known and 5 > 4', 'well-known and 5 > 4'],
  ] as const)
    test(JSON.stringify(text), () => assert.equal(oneLine(text), line));
});
