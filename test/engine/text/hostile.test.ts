import assert from 'node:assert/strict';
import { classify, createSplitter, createText } from '../../../src/engine/text/index';
import { english } from '../../../scripts/support/english';

const split = createSplitter(english.text),
  read = createText(english.text);

/** A quarter of a megabyte of each: whatever takes more than linear time does not come back within the test's time. */
const UNITS = [
  'a',
  ' ',
  '“',
  '"',
  '"a ',
  '\ud800',
  '\u0301',
  '.',
  '. ',
  'A. ',
  'Mr. ',
  '😀',
  '’s',
  "'",
  '\n',
  '\r',
  '\r\n',
  'a\n',
  '• a\n',
  '-',
  '- a\n',
  '(',
  'A',
  'A ',
  '1',
  '1,',
  '漢',
  'x@',
  '@a',
  'a://',
  'last ',
  'the ',
  'very ',
  'the very ',
  'of ',
  "Lee's ",
  'x.',
  '[A] ',
  '&A',
  '\u200d',
  '© ',
  'A, ',
  '“A.” ',
  'said ',
  'not known, ',
];

suite('text: hostile texts', () => {
  for (const unit of UNITS) {
    test(`nothing but ${JSON.stringify(unit)}`, () => {
      const text = unit.repeat(Math.ceil(250_000 / unit.length)),
        paragraphs = split(text, 0, text.length),
        kinds = classify(paragraphs);
      let visible = 0;
      paragraphs.forEach((paragraph, i) =>
        paragraph.pieces.forEach(({ span }, j) => {
          const { tokens, sentences, phrases } = read(paragraph.text.slice(...span), kinds[i]?.[j] ?? 'body');
          visible += tokens.count;
          let at = 0;
          for (const { from, to } of sentences) {
            assert.ok(from === at && to > from);
            at = to;
          }
          assert.equal(at, tokens.count);
          for (const { from, to, head } of phrases) assert.ok(from <= head && head < to);
        }),
      );
      assert.equal(visible > 0, unit.trim() !== '');
    });
  }
});
