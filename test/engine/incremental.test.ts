import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Analysis, Edit } from '../../src/engine/index';
import { samples } from '../support/samples';
import { createEngine } from '../../scripts/support/english';

const engine = createEngine();
const whole = samples.map(({ text }) => text).join('\n\n');

/** What an editor may insert: marks, line ends, names, halves of emoji, and pieces of real prose. */
const inserted = fc.oneof(
  fc.constantFrom(
    '\n\n“So the\n\n',
    '\n\nHarbour News\n\n',
    '\n\nis wrong,” she said',

    '"',
    '“',
    '”',
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    ' ',
    '.',
    "'",
    '’',
    '\ud83d',
    '\udcf0',
    '\ufeff',
    'Mara Ellingsen said',
    ' on Tuesday',
    '(',
    'he said: ',
    '12 May 2020',
  ),
  fc.nat(whole.length - 40).chain((start) => fc.nat(300).map((length) => whole.slice(start, start + length))),
  fc.string({ maxLength: 12 }),
);

interface Step {
  readonly at: number;
  readonly remove: number;
  readonly text: string;
}
const step: fc.Arbitrary<Step> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.oneof({ weight: 4, arbitrary: fc.nat(3) }, { weight: 1, arbitrary: fc.nat(600) }),
  text: inserted,
});

function place({ at, remove, text }: Step, length: number): Edit {
  const start = Math.floor(at * length);
  return { start, end: Math.min(length, start + remove), text };
}

/** Paragraphs that lean on one another: names that change their type, roles, chains of pronouns, dates that count from others. */
const STORY = [
  'Harbour talks fail again',
  'By Ingrid Solheim',
  'PORT ELLEN, May 5, 2024 (Skerry Press) – Port minister Olga Brandt will resign on Friday, her office said.',
  'Brandt, a former dock worker, told Paul Sorin that she had lost the party’s trust. He declined to comment.',
  '“I did what I could,” she said. “The minister before me did less.',
  '“And they knew it.”',
  'Western officials said Sorin would follow her. They gave no reason, but one of them called it “a matter of weeks”.',
  'Laura Sorin, his wife, is a lawyer. She met the minister two days later, officials said.',
  'Lorne is a town on the coast. Lorne voted against the plan in 2019. A year later it changed its mind.',
  'Sorin said he was ready. His wife said so too. Two weeks later they left Lorne.',
  'The Harbour Workers’ Union (HWU) said that its members “will not move”.',
  '“They will,” the minister said on 3/4/2024.',
];
/** A conversation whose labels lean on one another, and on who is named before it. */
const TALK = [
  'A talk with Olga Brandt',
  'By Paul Sorin',
  'Olga Brandt is port minister of Lorne. She sat down for an interview with Paul Sorin.',
  'Q: Why did you stay?',
  'A: I was asked “not to run”. My wife agreed.',
  'It was a hard year, and I said no more.',
  'SORIN: And the union?',
  'Ms. BRANDT. Mr. President, I said that it was “a farce”.',
  '(Laughter.)',
  '[00:12:31] Anna Sorin',
  'So what did you do?',
  'The Minister for Ports (Olga Brandt): I will not answer.',
  'Brandt: I have said enough.',
];
const PARAGRAPHS = [
  ...STORY,
  ...TALK,
  'Mr Lorne said he was no town.',
  'Lorne, who is 42, told reporters that she had won.',
  'He said so.',
  'On 25/12/2023 nothing happened.',
  'Anna Sorin left. Ms Sorin gave no reason.',
  'They said: “Yes.',
  'Updated May 7, 2024',
  'Officials said no.',
];
const WORDS = [
  'Q:',
  'A:',
  'SORIN:',
  'Brandt:',
  'Sorin',
  'Brandt',
  'Lorne',
  'HWU',
  'minister',
  'officials',
  'wife',
  '2024',
  'May 5',
  'said',
  '”',
  '“',
  'She',
  'he',
  'Harbour',
];

/** One paragraph put in, taken out or moved, one word for another, or another date given by the reader. */
type Turn =
  | { readonly paragraph: string; readonly at: number }
  | { readonly out: number }
  | { readonly word: string; readonly nth: number; readonly by: string }
  | { readonly published: string | null };
const turn: fc.Arbitrary<Turn> = fc.oneof(
  fc.record({ paragraph: fc.constantFrom(...PARAGRAPHS), at: fc.nat(20) }),
  fc.record({ out: fc.nat(20) }),
  fc.record({
    word: fc.constantFrom(...WORDS),
    nth: fc.nat(4),
    by: fc.constantFrom(...WORDS, '', 'x', 'Ms Lorne', 'Lorne City Council'),
  }),
  fc.record({ published: fc.constantFrom(null, '2024-05-05', '2011') }),
);

function editOf(one: Exclude<Turn, { readonly published: string | null }>, text: string): Edit {
  if ('word' in one) {
    const places = [...text.matchAll(new RegExp(one.word, 'g'))],
      start = places[one.nth % Math.max(1, places.length)]?.index ?? 0;
    return { start, end: places.length ? start + one.word.length : start, text: one.by };
  }
  const breaks = [0, ...[...text.matchAll(/\n\n/g)].map(({ index }) => index + 2)];
  if ('paragraph' in one)
    return {
      start: breaks[one.at % breaks.length]!,
      end: breaks[one.at % breaks.length]!,
      text: `${one.paragraph}\n\n`,
    };
  const at = one.out % breaks.length;
  return { start: breaks[at]!, end: breaks[at + 1] ?? text.length, text: '' };
}

const applied = (text: string, edit: Edit): string => text.slice(0, edit.start) + edit.text + text.slice(edit.end);

suite('incremental analysis', function () {
  this.timeout(120_000);

  test('after random edits it equals the analysis of the whole text', () => {
    fc.assert(
      fc.property(
        fc.nat(samples.length - 1),
        fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 8 }),
        (which, versions) => {
          let text = samples[which]?.text ?? '';
          let analysis: Analysis = engine.open(text);
          for (const steps of versions) {
            const edits: Edit[] = [];
            for (const one of steps) {
              const edit = place(one, text.length);
              edits.push(edit);
              text = applied(text, edit);
            }
            analysis = analysis.update(edits);
            assert.equal(analysis.text, text);
            assert.deepEqual(analysis.article, createEngineOnce().analyze(text));
          }
        },
      ),
      { numRuns: Number(process.env.RUNS ?? 60), seed: 20250605 },
    );
  });

  test('after edits that change what names, roles, pronouns and dates mean elsewhere it equals the analysis of the whole text', () => {
    fc.assert(
      fc.property(fc.array(turn, { minLength: 1, maxLength: 10 }), (turns) => {
        let text = STORY.join('\n\n'),
          analysis = engine.open(text),
          published: string | null = null;
        for (const one of turns) {
          if ('published' in one) analysis = analysis.withPublished((published = one.published));
          else {
            const edit = editOf(one, text);
            text = applied(text, edit);
            analysis = analysis.update([edit]);
          }
          assert.deepEqual(analysis.article, createEngineOnce().analyze(text, { published }));
        }
      }),
      { numRuns: Number(process.env.RUNS ?? 60), seed: 20261122 },
    );
  });

  test('after edits among the labels of a conversation it equals the analysis of the whole text', () => {
    fc.assert(
      fc.property(fc.array(turn, { minLength: 1, maxLength: 10 }), (turns) => {
        let text = TALK.join('\n\n'),
          analysis = engine.open(text);
        for (const one of turns) {
          if ('published' in one) continue;
          const edit = editOf(one, text);
          text = applied(text, edit);
          analysis = analysis.update([edit]);
          assert.deepEqual(analysis.article, createEngineOnce().analyze(text));
        }
      }),
      { numRuns: Number(process.env.RUNS ?? 60), seed: 20261128 },
    );
  });

  test('two edits of one version do not disturb each other', () => {
    for (const { text } of samples) {
      const first = engine.open(text),
        at = text.indexOf('\n\n') + 2;
      const left = first.update([{ start: at, end: at, text: 'Mr Harlow Quist resigned on Monday.\n\n' }]),
        right = first.update([{ start: 0, end: at, text: '' }]);
      assert.deepEqual(
        left.update([{ start: 0, end: 1, text: '“' }]).article,
        createEngineOnce().analyze(`“${left.text.slice(1)}`),
      );
      assert.deepEqual(right.article, createEngineOnce().analyze(text.slice(at)));
      assert.deepEqual(first.article, createEngineOnce().analyze(text));
    }
  });

  test('a date given by the reader gives what the text would give with that date', () => {
    for (const { text } of samples) {
      const given = engine.open(text).withPublished('2024-05-06');
      assert.deepEqual(given.article, engine.analyze(text, { published: '2024-05-06' }));
      assert.deepEqual(given.withPublished(null).article, engine.analyze(text));
    }
  });

  test('edits outside the text are clamped to it', () => {
    const analysis = engine.open('Nothing to say.').update([{ start: -5, end: 999, text: '“Yes,” Ann Lee said.' }]);
    assert.equal(analysis.text, '“Yes,” Ann Lee said.');
    assert.deepEqual(analysis.article, engine.analyze(analysis.text));
  });
});

/** A second engine, so that no memory of the first can make the two agree. */
let second: ReturnType<typeof createEngine> | undefined;
function createEngineOnce(): ReturnType<typeof createEngine> {
  return (second ??= createEngine());
}
