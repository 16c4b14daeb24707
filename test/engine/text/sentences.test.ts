import assert from 'node:assert/strict';
import { createText } from '../../../src/engine/text/index';
import { english } from '../../../scripts/support/english';

const read = createText(english.text);

/** Each case: a text in which ¦ stands where one sentence ends and the next begins. */
const CASES: readonly string[] = [
  'The harbour closed.¦ Ferries stayed away.',
  'Is it open?¦ No!¦ It is not.',
  'Mr. Okafor met Dr. Lee and Gen. Ada Quill.¦ They spoke.',
  'The U.S. Senate voted.¦ He lives in the U.S.¦ He left.',
  'It began at 9 a.m. Eastern time.¦ It ended at 5 p.m.¦ The crowd left.',
  'J. R. Moss wrote it.¦ Nobody read it.',
  'Grendel Inc. and Skerry Corp. merged.¦ Voltmark Ltd. did not.',
  'On Jan. 5 and Sept. 6 it rained.',
  '“We will not close.”¦ “We cannot.”',
  '“Really?” she asked.¦ “Really!” he said.',
  '“We are open.” Ann Lee said.¦ “Come.”',
  '“We are open.”¦ The harbour master nodded.',
  '“Is it over?” Moss asked reporters.¦ Nobody knew.',
  '"It is small. ¦But it will grow," Mr Lee said, adding that he hoped so.',
  'He waited … and left.¦ “Well … I think so.”',
  'They paid $3.5 million for 1.2 tons.¦ In 2014.¦ And again.',
  'It ended.¦They left.',
  '1. Introduction and scope',
  '(He had left.)¦ She had not.',
  'The firm (founded in 1990.) grew.',
  'Yahoo! is a company, she said.',
  'What now?!¦ Nobody knew...¦ The end.',
  '他走了。¦她也走了。',
];

suite('text: sentences', () => {
  for (const source of CASES) {
    test(source, () => {
      const text = source.replaceAll('¦', ''),
        { tokens, sentences } = read(text, 'body');
      const cuts = sentences.slice(0, -1).map(({ to }) => tokens.end[to - 1] ?? 0);
      let marked = '',
        at = 0;
      for (const cut of cuts) {
        marked += text.slice(at, cut) + '¦';
        at = cut;
      }
      marked += text.slice(at);
      assert.equal(marked.replace(/\s*¦\s*/g, '¦'), source.replace(/\s*¦\s*/g, '¦'));
    });
  }

  test('sentences cover all tokens in order', () => {
    const { tokens, sentences } = read(CASES.join(' ').replaceAll('¦', ''), 'body');
    assert.equal(sentences[0]?.from, 0);
    sentences.forEach(({ from, to }, i) => assert.ok(from < to && (i === 0 || sentences[i - 1]?.to === from)));
    assert.equal(sentences.at(-1)?.to, tokens.count);
  });
});
