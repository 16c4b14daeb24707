import assert from 'node:assert/strict';
import { createNames, voteNames } from '../../../src/engine/names/index';
import { createText } from '../../../src/engine/text/index';
import { marked } from '../../support/marked';
import { english } from '../../../scripts/support/english';

const LABELS = { person: 'P', organization: 'O', place: 'L', group: 'G', event: 'E' } as const;
const readText = createText(english.text),
  readNames = createNames(english.names);

/** The accepted names of paragraphs in order, each behind the label of its type: "P Ann Lee". A first one without a stop is a headline. */
export function namesIn(text: string): string[] {
  const blocks = text.split('\n\n');
  const names = blocks.map((block, index) =>
    readNames(readText(block, index === 0 && !/[.!?”]$/.test(block) ? 'headline' : 'body')),
  );
  return voteNames(names, english.names.verdict).flatMap((accepted, block) =>
    accepted.map(({ span: [start, end], type }) => `${LABELS[type]} ${blocks[block]?.slice(start, end)}`),
  );
}

/** Makes a test of each text: the names found are those that stand in marks, with their types, in order. */
export function checkNames(title: string, cases: readonly string[]): void {
  suite(title, () => {
    for (const source of cases) {
      test(source.replace(/\s+/g, ' '), () => {
        const { text, spans } = marked(source);
        const wanted = Object.entries(spans).flatMap(([label, list]) =>
          list.map(([start, end]) => ({ start, end, line: `${label} ${text.slice(start, end)}` })),
        );
        wanted.sort((a, b) => a.start - b.start || b.end - a.end);
        assert.deepEqual(
          namesIn(text),
          wanted.map(({ line }) => line),
        );
      });
    }
  });
}
