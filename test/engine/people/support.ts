import assert from 'node:assert/strict';
import type { Article, Span } from '../../../src/engine/model';
import { marked } from '../../support/marked';
import { createEngine } from '../../../scripts/support/english';

export const engine = createEngine();

/** The names of the entities that have a mention over the span. */
function owners(article: Article, [start, end]: Span): string[] {
  return article.entities
    .filter(({ mentions }) => mentions.some(({ span }) => span[0] === start && span[1] === end))
    .map(({ name }) => name);
}

/**
 * Each case marks mentions with a word of the entity's name that they mean: "[Lind She] smiled" for Anna Lind; "nobody" where the
 * text does not say who is meant. Several people together are named with "and" between them, which marks them too.
 */
export function check(source: string): void {
  const { text, spans } = marked(source),
    article = engine.analyze(text);
  for (const [label, list] of Object.entries(spans))
    for (const span of list) {
      const found = owners(article, span),
        words = `“${text.slice(...span)}” at ${span[0]} of: ${text}`;
      if (label === 'nobody') assert.deepEqual(found, [], words);
      else
        assert.ok(
          found.length === 1 && found[0]?.toLowerCase().split(/\s+/).includes(label.toLowerCase()),
          `${words}\nmeans ${label}, found ${found.join(' / ') || 'nobody'}`,
        );
    }
}
