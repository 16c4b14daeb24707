import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Article } from '../../../src/engine/model';
import { block, dates } from './support';
import { createEngine } from '../../../scripts/support/english';

const SEEDS = resolve(import.meta.dirname, '../../../../shared/gold/seeds');

/** Stories S8 and S9 of the design, on the articles that they name. */
suite('dates: the seed articles', function () {
  const engine = createEngine();
  let text = '',
    article: Article;
  const open = (prefix: string, published: string | null): void => {
    const file = readdirSync(SEEDS).find((name) => name.startsWith(prefix) && name.endsWith('.txt')) ?? '';
    text = readFileSync(join(SEEDS, file), 'utf8');
    article = engine.analyze(text, { published });
  };
  /** The values of the dates with these words, in order of the text. */
  const values = (words: string): string[] =>
    article.dates.filter(({ span }) => text.slice(...span) === words).map(({ value }) => value);

  suiteSetup(function () {
    if (!existsSync(SEEDS)) {
      console.log('      the seed articles are not beside the checkout (../shared): skipped');
      this.skip();
    }
  });

  test('S8: relative dates stay open until the article has a date', () => {
    open('004', null);
    assert.equal(article.published.value, null);
    assert.deepEqual(values('Wednesday'), ['XXXX-WXX-3', 'XXXX-WXX-3', 'XXXX-WXX-3', 'XXXX-WXX-3']);
    assert.ok(
      article.dates.filter(({ value }) => value.startsWith('XXXX')).every(({ why }) => why.rule === 'date-not-set'),
    );
  });

  test('S8: and resolve against the one given', () => {
    open('004', '2022-01-19');
    assert.deepEqual(values('Wednesday'), ['2022-01-19', '2022-01-19', '2022-01-19', '2022-01-19']);
    assert.deepEqual(
      ['Tuesday', 'Thursday', 'Friday', 'last week', '2014'].map((words) => values(words)[0]),
      ['2022-01-18', '2022-01-20', '2022-01-21', '2022-W02', '2014'],
    );
    assert.deepEqual([...values('May'), ...values('100,000')], []);
  });

  test('S9: header and updated line', () => {
    open('000', null);
    assert.equal(article.published.value, '2022-02-17');
    open('001', null);
    assert.equal(article.published.value, '2022-02-18T08:41');
    assert.deepEqual(values('10'), []);
  });

  test('S9: a dateline without a year offers the years that its weekday fits', () => {
    open('002', null);
    assert.equal(article.published.value, null);
    const blocks = article.blocks.map(({ span, kind }) => block(text.slice(...span), span[0], kind));
    assert.deepEqual(
      dates.candidates(blocks, { fileName: null }).map(({ value }) => value),
      ['2022-12-03', '2016-12-03', '2011-12-03', '2005-12-03'],
    );
  });

  test('S9: with the year chosen', () => {
    open('002', '2022-12-03');
    const expected = {
      'Dec 3': '2022-12-03',
      Saturday: '2022-12-03',
      'last week': '2022-W47',
      'this week': '2022-W48',
      'February 8': '2022-02-08',
      'nearly 10 months': 'P10M',
      'the past three months': 'P3M',
      1997: '1997',
    };
    for (const [words, value] of Object.entries(expected)) assert.deepEqual(values(words), [value], words);
    open('003', '2022-02-08');
    assert.deepEqual([values('Monday')[0], values('Tuesday')[0]], ['2022-02-07', '2022-02-08']);
  });
});
