import assert from 'node:assert/strict';
import { mark, marked } from './marked';

suite('marked texts', () => {
  test('spans by label, in order', () => {
    const { text, spans } = marked('[S Ann Lee] [C said]: [Q “[M She] left.”] [S Bo]');
    assert.equal(text, 'Ann Lee said: “She left.” Bo');
    assert.deepEqual(spans, {
      S: [
        [0, 7],
        [26, 28],
      ],
      C: [[8, 12]],
      Q: [[14, 25]],
      M: [[15, 18]],
    });
  });

  test('escaped brackets are text', () => {
    assert.deepEqual(marked('President \\[Vera\\] [S Oduya]').text, 'President [Vera] Oduya');
  });

  test('there and back', () => {
    for (const source of ['[S Ann Lee] [C said] [Q “[M She] left.”]', 'a \\[b\\] [X c]', '[A [B x] y]']) {
      const { text, spans } = marked(source);
      assert.equal(mark(text, spans), source);
    }
  });

  test('unbalanced brackets are refused', () => {
    for (const source of ['[S Ann', 'Ann]', '[Ann]']) assert.throws(() => marked(source));
  });
});
