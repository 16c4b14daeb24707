import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Entity, Mention } from '../../../src/engine/model';
import { createEngine } from '../../../scripts/support/english';

/** What a reader must see in real articles, which lie beside the checkout: the lines and columns count from 1. */
const SEEDS = resolve(import.meta.dirname, '../../../../shared/gold/seeds');
const engine = createEngine();

interface Read {
  readonly text: string;
  readonly entities: readonly Entity[];
}

function read(number: string): Read {
  const name = readdirSync(SEEDS).find((file) => file.startsWith(number) && file.endsWith('.txt')) ?? '';
  const text = readFileSync(join(SEEDS, name), 'utf8');
  return { text, entities: engine.analyze(text, { fileName: name }).entities };
}

const offset = (text: string, line: number, column: number): number =>
  text
    .split('\n')
    .slice(0, line - 1)
    .reduce((sum, before) => sum + before.length + 1, 0) +
  column -
  1;

/** The mention that begins at a line and column, and whose it is; of two that begin there, the longer. */
function at({ text, entities }: Read, line: number, column: number): { entity: Entity; mention: Mention } | undefined {
  const start = offset(text, line, column);
  const found = entities.flatMap((entity) =>
    entity.mentions.filter(({ span }) => span[0] === start).map((mention) => ({ entity, mention })),
  );
  return found.sort((a, b) => b.mention.span[1] - a.mention.span[1])[0];
}

suite('people: real articles', () => {
  suiteSetup(function () {
    if (existsSync(SEEDS)) return;
    console.log('      skipped: there are no ../shared/gold/seeds beside this checkout');
    this.skip();
  });

  const WHO: readonly (readonly [
    story: string,
    file: string,
    line: number,
    column: number,
    words: string,
    name: string,
  ])[] = [
    ['S2', '004', 13, 124, 'he', 'Emmanuel Macron'],
    ['S2', '004', 21, 157, 'he', 'Antony Blinken'],
    ['S2', '004', 25, 181, 'he', 'Sergei Ryabkov'],
    ['S2', '004', 19, 105, 'his', 'Antony Blinken'],
    ['S3', '003', 11, 115, 'the French president', 'Emmanuel Macron'],
    ['S3', '003', 11, 141, 'his Russian counterpart', 'Vladimir Putin'],
    ['S3', '003', 11, 177, 'him', 'Emmanuel Macron'],
    ['S3', '003', 11, 181, 'he', 'Vladimir Putin'],
    ['S3', '003', 15, 41, 'his', 'Emmanuel Macron'],
    ['S3', '002', 11, 160, 'the Kremlin chief', 'Vladimir Putin'],
    ['S3', '002', 11, 129, 'he', 'Joe Biden'],
    ['S3', '002', 11, 185, 'he', 'Vladimir Putin'],
  ];
  for (const [story, file, line, column, words, name] of WHO) {
    test(`${story}: “${words}” in line ${line} of ${file} is ${name}`, () => {
      const article = read(file),
        found = at(article, line, column);
      assert.ok(found, 'no mention');
      assert.equal(article.text.slice(...found.mention.span), words);
      assert.equal(found.entity.name, name);
    });
  }

  test('S2: “he” in line 13 of 004 rests on the subject of the paragraph before', () => {
    const article = read('004'),
      why = at(article, 13, 124)?.mention.why;
    assert.ok(why && ['subject-before', 'spoke-before'].includes(why.rule), why?.rule);
    assert.equal(article.text.slice(...(why?.evidence ?? [0, 0])), 'Macron');
    assert.ok((why?.evidence?.[0] ?? 0) >= offset(article.text, 11, 1));
  });

  test('S7: one Zelensky and one Kyiv over the files, one Nato with 21 mentions', () => {
    const articles = ['000', '001', '002', '003', '004'].map(read),
      keys = (word: RegExp): Set<string> =>
        new Set(
          articles.flatMap(({ entities }) => entities.filter(({ name }) => word.test(name)).map(({ key }) => key)),
        );
    assert.equal(keys(/Zelensky/).size, 1);
    assert.equal(keys(/^(?:Kyiv|Kiev)$/).size, 1);
    assert.equal(keys(/^nato$/i).size, 1);
    assert.deepEqual(
      articles.map(
        ({ entities }) =>
          entities.filter(({ name }) => /^nato$/i.test(name)).flatMap(({ mentions }) => mentions).length,
      ),
      [4, 4, 3, 3, 7],
    );
  });

  test('S7: Vladimir Putin is not Vladimir Zelensky; “President [Vladimir] Putin” and “Mr Le Drian” are who they are', () => {
    const third = read('003').entities.filter(({ name }) => /^Vladimir /.test(name));
    assert.deepEqual(third.map(({ name }) => name).sort(), ['Vladimir Putin', 'Vladimir Zelensky']);
    const fourth = read('004'),
      putin = fourth.entities.filter(({ mentions }) =>
        mentions.some(({ span }) => fourth.text.slice(...span).includes('[Vladimir] Putin')),
      );
    assert.equal(putin.length, 1);
    assert.ok(putin[0]?.mentions.some(({ span }) => fourth.text.slice(...span) === 'President Putin'));
    const first = read('000'),
      drian = first.entities.filter(({ mentions }) =>
        mentions.some(({ span }) => first.text.slice(...span) === 'Mr Le Drian'),
      );
    assert.deepEqual(
      drian.map(({ name }) => name),
      ['Jean-Yves Le Drian'],
    );
  });
});
