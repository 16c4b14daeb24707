import assert from 'node:assert/strict';
import { english } from '../../../src/engine/language/en/index';
import type { Frame } from '../../../src/engine/layers';
import type { Span } from '../../../src/engine/model';
import { createQuotes } from '../../../src/engine/quotes/index';
import { QUOTES_RULES } from '../../../src/engine/quotes/rules';
import { createText } from '../../../src/engine/text/index';
import { marked } from '../../support/marked';
import { CASES, NONE } from './frames.cases';

const readText = createText(english.text), quotes = createQuotes(english.quotes);

function framesOf(text: string): readonly Frame[] {
  const layer = readText(text, 'body');
  return quotes.frames(layer, [], [], quotes.marks(layer).marks);
}

function wanted(spans: Readonly<Record<string, readonly Span[]>>, words: (span: Span) => string): string[] {
  const numbers = Object.keys(spans).filter((label) => label.startsWith('C')).map((label) => label.slice(1));
  return numbers.map((number) => {
    const sources = spans[`S${number}`] ?? (number ? spans['S'] : undefined) ?? [];
    return show(sources[0] ?? null, spans[`C${number}`]![0]!, spans[`T${number}`] ?? [], words);
  });
}

function show(source: Span | null, cue: Span, content: readonly Span[], words: (span: Span) => string): string {
  return `${source ? words(source) : 'nobody'} | ${words(cue)} | ${content.map(words).join(' … ')}`;
}

suite('frames', () => {
  for (const [name, cases] of Object.entries(CASES)) {
    suite(name, () => {
      for (const line of cases) {
        test(line, () => {
          const { text, spans } = marked(line), words = (span: Span): string => text.slice(span[0], span[1]);
          const found = framesOf(text).map((frame) => show(frame.source, frame.cue, frame.content, words));
          for (const frame of wanted(spans, words)) assert.ok(found.includes(frame), `${frame}\nnot among\n${found.join('\n') || 'none'}`);
        });
      }
    });
  }
});
