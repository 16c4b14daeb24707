import assert from 'node:assert/strict';
import { text as words } from '../../../src/engine/language/en/text';
import { Shape } from '../../../src/engine/layers';
import { createTokenizer } from '../../../src/engine/text/tokens';

const tokenize = createTokenizer(words.tokens);

/** Each case: a text, and its tokens with a space between. */
const CASES: readonly (readonly [text: string, tokens: string])[] = [
  ['Mr Okafor’s car', 'Mr Okafor ’s car'],
  ["They don't, can't and won't.", "They do n't , ca n't and wo n't ."],
  ['we’ll, I’m, they’ve, she’d', 'we ’ll , I ’m , they ’ve , she ’d'],
  ["the leaders' talks", "the leaders ' talks"],
  ["O'Neill and L’Oréal co-ordinate", "O'Neill and L’Oréal co-ordinate"],
  ['a U.S.-led force in the U.S.’s name', 'a U.S.-led force in the U.S. ’s name'],
  ['J. R. Moss met Lt. Gen. Ada Quill on Jan. 5.', 'J. R. Moss met Lt. Gen. Ada Quill on Jan. 5 .'],
  ['at 8:41 a.m. or 10:30 AM', 'at 8:41 a.m. or 10:30 AM'],
  ['100,000 of $85 million, 3.5%', '100,000 of $ 85 million , 3.5 %'],
  ['on 2022-02-17, 1,2 and 3/4', 'on 2022-02-17 , 1 , 2 and 3/4'],
  ['No. 10 said no.', 'No. 10 said no .'],
  ['It ended.They left in 2014.She too.', 'It ended . They left in 2014 . She too .'],
  ['“Well…” – she said... then—gone', '“ Well … ” – she said ... then — gone'],
  [
    'Visit https://example.com/a?b=c. Or mail a.lee@example.com, ask @annlee about #harbour',
    'Visit https://example.com/a?b=c . Or mail a.lee@example.com , ask @annlee about #harbour',
  ],
  ['AT&T and R&D, 24/7', 'AT&T and R&D , 24/7'],
  ['a 14-year-old and the 1990s', 'a 14-year-old and the 1990s'],
  ['[Vera] (Oduya)', '[ Vera ] ( Oduya )'],
  ['Yes 👍🏽 and 👩‍👩‍👧 left', 'Yes 👍🏽 and 👩‍👩‍👧 left'],
  ['Привет, мир! Zoë', 'Привет , мир ! Zoë'],
  ['e\u0301clair and soft\u00adhyphen', 'e\u0301clair and soft\u00adhyphen'],
  ['a\u200bb \ufeffc', 'a b c'],
  ['one \ud800 two', 'one \ud800 two'],
  ['*** = ***', '*** = ***'],
  ["'Tis ‘so’", "' Tis ‘ so ’"],
];

suite('text: tokens', () => {
  for (const [text, expected] of CASES) {
    test(JSON.stringify(text), () => {
      const tokens = tokenize(text);
      assert.equal(tokens.word.join(' '), expected);
      tokens.word.forEach((word, i) => assert.equal(text.slice(tokens.start[i], tokens.end[i]), word));
    });
  }

  test('a word that a line end breaks is one word, and marks of quoting are none', () => {
    const text = 'The govern-\n> ment fell.\n> Jean-\n> Luc > Ann - so',
      { word, start, end } = tokenize(text);
    assert.deepEqual(word, ['The', 'government', 'fell', '.', 'Jean', '-', 'Luc', '>', 'Ann', '-', 'so']);
    assert.equal(text.slice(start[1], end[1]), 'govern-\n> ment');
  });

  test('shapes', () => {
    const tokens = tokenize('word Word WORD iPhone 1990s 12,000 U.S. O’Neill , 漢字');
    assert.deepEqual(
      [...tokens.shape],
      [
        Shape.Lower,
        Shape.Capital,
        Shape.Upper,
        Shape.Mixed,
        Shape.Mixed,
        Shape.Digits,
        Shape.Upper,
        Shape.Capital,
        Shape.Symbol,
        Shape.Lower,
      ],
    );
  });

  test('lower case has straight apostrophes', () => {
    assert.deepEqual(tokenize('O’NEILL’S Café').lower, ["o'neill", "'s", 'café']);
  });

  test('every abbreviation of the language keeps its stop', () => {
    for (const word of words.tokens.abbreviations)
      assert.deepEqual(tokenize(`x ${word}. y`).word, ['x', `${word}.`, 'y']);
    for (const word of words.tokens.beforeNumber) {
      assert.deepEqual(tokenize(`${word}. 5`).word, [`${word}.`, '5']);
      assert.deepEqual(tokenize(`x ${word}. Y`).word, ['x', word, '.', 'Y']);
    }
  });

  test('every clitic of the language stands alone', () => {
    for (const clitic of words.tokens.clitics)
      assert.deepEqual(tokenize(`bran${clitic} z`).word, ['bran', clitic, 'z']);
  });
});
