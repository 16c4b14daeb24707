/**
 * What the engine makes of the sample articles, as pages a person can read. After a change that is meant, write them anew with
 * `UPDATE_GOLDENS=1 npm run test:unit` and read the difference.
 */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Article, type Attribution, explain, type Span } from '../../src/engine/index';
import { ROOT, samples } from '../support/samples';
import { createEngine } from '../../scripts/support/english';

const GOLDENS = join(ROOT, 'test/goldens');
const engine = createEngine();

function page(article: Article, text: string): string {
  const words = ([start, end]: Span): string => text.slice(start, end).replace(/\s+/g, ' ');
  const names = new Map(article.entities.map(({ id, name }) => [id, name]));
  const who = ({ speaker, source, cue, why }: Attribution): string => {
    const named = speaker === null ? 'nobody named' : (names.get(speaker) ?? '?');
    const shown = [source && `“${words(source)}”`, cue && `(${words(cue)})`].filter(Boolean).join(' ');
    return `    ${named}${shown ? ` · ${shown}` : ''}\n    ${explain(why, text)}`;
  };
  return [
    `published: ${article.published.value ?? 'not known'} (${article.published.from})`,
    '',
    'BLOCKS',
    ...article.blocks.map(({ kind, span }) => `  ${kind.padEnd(11)} ${words(span).slice(0, 70)}`),
    '',
    'QUOTATIONS',
    ...article.quotations.map((q) => `  ${q.kind.padEnd(8)}${words(q.span)}${q.kind === 'other' ? '' : `\n${who(q)}`}`),
    '',
    'STATEMENTS',
    ...article.statements.map((s) => `  ${s.act}${s.negated ? ', denied' : ''}: ${words(s.span)}\n${who(s)}`),
    '',
    'DATES',
    ...article.dates.map((d) => `  ${d.value.padEnd(18)} ${d.type.padEnd(9)} ${words(d.span)}`),
    '',
    'ENTITIES',
    ...article.entities.map(
      (e) =>
        `  ${e.type.padEnd(13)} ${e.name}${e.roles.length ? ` (${e.roles.join('; ')})` : ''}: ${e.mentions.map(({ span, form }) => `${words(span)}${form === 'name' ? '' : ` [${form}]`}`).join(', ')}`,
    ),
    '',
    'UNCLEAR',
    ...article.unclear.map(
      ({ span, candidates }) => `  ${words(span)}: ${candidates.map(({ entity }) => names.get(entity)).join(' or ')}`,
    ),
    '',
    'ISSUES',
    ...article.issues.map(({ kind, span }) => `  ${kind}: ${words(span).slice(0, 70)}`),
    '',
  ].join('\n');
}

suite('goldens of the samples', () => {
  for (const { name, text } of samples) {
    test(name, () => {
      const path = join(GOLDENS, name),
        actual = page(engine.analyze(text, { fileName: name }), text);
      if (process.env.UPDATE_GOLDENS) {
        mkdirSync(GOLDENS, { recursive: true });
        writeFileSync(path, actual);
      }
      assert.equal(actual, readFileSync(path, 'utf8'));
    });
  }
});
