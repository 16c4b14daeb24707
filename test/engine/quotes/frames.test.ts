import assert from 'node:assert/strict';
import type { Frame } from '../../../src/engine/layers';
import type { BlockKind, Span } from '../../../src/engine/model';
import { createQuotes } from '../../../src/engine/quotes/index';
import { QUOTES_RULES } from '../../../src/engine/quotes/rules';
import { createText } from '../../../src/engine/text/index';
import { marked } from '../../support/marked';
import { CASES, NONE } from './frames.cases';
import { english } from '../../../scripts/support/english';

const readText = createText(english.text),
  quotes = createQuotes(english.quotes);

function framesOf(text: string, kind: BlockKind = 'body'): readonly Frame[] {
  const layer = readText(text, kind);
  return quotes.frames(layer, [], [], quotes.marks(layer).marks);
}

function wanted(spans: Readonly<Record<string, readonly Span[]>>, words: (span: Span) => string): string[] {
  const numbers = Object.keys(spans)
    .filter((label) => label.startsWith('C'))
    .map((label) => label.slice(1));
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
          const { text, spans } = marked(line),
            words = (span: Span): string => text.slice(span[0], span[1]);
          const found = framesOf(text).map((frame) => show(frame.source, frame.cue, frame.content, words));
          for (const frame of wanted(spans, words))
            assert.ok(found.includes(frame), `${frame}\nnot among\n${found.join('\n') || 'none'}`);
        });
      }
    });
  }

  suite('no frame', () => {
    for (const line of NONE)
      test(line, () =>
        assert.deepEqual(
          framesOf(line).map(({ cue }) => line.slice(cue[0], cue[1])),
          [],
        ),
      );
  });

  suite('what a frame says beside its spans', () => {
    const rows: readonly (readonly [text: string, expected: Partial<Frame>])[] = [
      ['Okafor said the port was closed.', { act: 'speech', negated: false }],
      ['Many farmers believe that the river was diverted.', { act: 'thought' }],
      ['The minister vowed to rebuild the quay.', { act: 'plan' }],
      ['Brandt did not say whether the quay would be rebuilt.', { negated: true }],
      ['Brandt never said that the quay was safe.', { negated: true }],
    ];
    for (const [text, expected] of rows) {
      test(text, () => {
        const frame = framesOf(text)[0];
        assert.ok(frame, 'no frame');
        assert.deepEqual({ ...frame, ...expected }, frame);
      });
    }

    test('a report inside a report names the outer one', () => {
      const frames = framesOf('Okafor said that Brandt had promised that the port would reopen.');
      assert.deepEqual(
        frames.map(({ outer }) => outer),
        [null, 0],
      );
    });

    test('a relative pronoun stands beside the source it means', () => {
      const text = 'The letter came from Lena Brandt, who said that the quay was sinking.',
        frame = framesOf(text)[0];
      assert.equal(frame?.source && text.slice(...frame.source), 'Lena Brandt');
      assert.equal(frame?.relative && text.slice(...frame.relative), 'who');
    });

    test('words inside quotation marks are the speaker’s own and have no frames', () => {
      assert.equal(framesOf('“He said he was sorry, and I believe him,” Okafor said.').length, 1);
    });
  });

  test('what belongs to the page around an article reports nothing', () => {
    for (const kind of ['boilerplate', 'header', 'byline', 'dateline'] as const)
      assert.deepEqual(framesOf('Okafor said: “The port is closed.”', kind), [], kind);
  });

  test('every rule has its sentence', () => {
    for (const line of Object.values(CASES).flat()) {
      for (const { why } of framesOf(marked(line).text)) {
        assert.ok(why.rule in QUOTES_RULES, why.rule);
        assert.ok(why.confidence >= 0 && why.confidence <= 1);
      }
    }
  });

  suite('hostile texts', () => {
    const hostile: Readonly<Record<string, string>> = {
      'nothing but cues': 'said '.repeat(4_000),
      'one endless sentence': 'he said that '.repeat(2_000),
      'nothing but marks': '“'.repeat(4_000),
      'cues between marks': '“a” said “b” told '.repeat(1_000),
      'nothing but commas': ', '.repeat(40_000),
      'a lone surrogate': `Okafor said \ud800 that ${'x'.repeat(50_000)}`,
      empty: '',
    };
    for (const [name, text] of Object.entries(hostile)) {
      test(name, () => {
        for (const { cue, source, content } of framesOf(text)) {
          for (const [start, end] of [cue, source, ...content].filter((span) => span !== null))
            assert.ok(start >= 0 && start < end && end <= text.length);
        }
      });
    }
  });
});
