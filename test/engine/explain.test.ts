import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Article, explain, RULES, type Why } from '../../src/engine/index';
import { createEngine } from '../../scripts/support/english';

const SAMPLES = join(import.meta.dirname, '../../samples');

function reasons({ quotations, statements, dates, entities }: Article): Why[] {
  return [...quotations, ...statements, ...dates, ...entities.flatMap(({ mentions }) => mentions)].map(
    ({ why }) => why,
  );
}

suite('The sentence behind a result', () => {
  const engine = createEngine();
  for (const file of readdirSync(SAMPLES).filter((name) => name.endsWith('.txt'))) {
    test(`every rule that decides in ${file} has one`, () => {
      const text = readFileSync(join(SAMPLES, file), 'utf8'),
        article = engine.analyze(text, { fileName: file });
      const without = reasons(article)
        .filter(({ rule }) => !Object.hasOwn(RULES, rule))
        .map(({ rule }) => rule);
      assert.deepEqual([...new Set(without)], []);
      for (const why of reasons(article)) assert.match(explain(why, text), /^[^{}]+\.$/);
    });
  }
  test('the evidence is quoted as it stands, on one line, and cut where it is long', () => {
    const rule = Object.keys(RULES).find((id) => RULES[id]!.includes('{evidence}'))!,
      at = (text: string): string => explain({ rule, evidence: [0, text.length], confidence: 1 }, text);
    assert.ok(at('Mr\n  Okafor $& said').includes('“Mr Okafor $& said”'));
    assert.ok(at('x'.repeat(1000)).length < 300);
  });
  test('a rule that nobody knows gets a plain sentence', () => {
    assert.equal(
      explain({ rule: 'constructor', evidence: [0, 4], confidence: 1 }, 'said so'),
      'The words “said” decide.',
    );
    assert.equal(explain({ rule: 'none', evidence: null, confidence: 1 }, ''), 'The words around it decide.');
  });
});
