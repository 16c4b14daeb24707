import assert from 'node:assert/strict';
import type { Article, Quotation } from '../../../src/engine/index';
import { createEngine } from '../../../scripts/support/english';

const engine = createEngine();

const nameOf = ({ entities }: Article, id: string | null): string | null =>
  entities.find((entity) => entity.id === id)?.name ?? null;

/** A turn as "mention -> speaker: words"; a paragraph that goes on with one has no mention. */
function tell(article: Article, text: string, { span, source, speaker, continues }: Quotation): string {
  const mention = continues === null ? (source ? text.slice(...source) : '?') : '+';
  return `${mention} -> ${nameOf(article, speaker) ?? 'nobody'}: ${text.slice(...span)}`;
}

/** Each row: lines of a text, and the turns that are found in it. */
const CONVERSATIONS: Readonly<Record<string, readonly [lines: readonly string[], turns: readonly string[]]>> = {
  'questions and answers of two who are introduced': [
    [
      'Lena Marsh keeps what others lose',
      'By Paul Reid',
      'Lena Marsh runs the Oster Museum. She has done so since 1999.',
      'Q: What made you start?',
      'A: My father kept everything.',
      'He never threw a spoon away.',
      'Q: And now?',
      'A: Now we have 4,000 spoons.',
    ],
    [
      'Q -> Paul Reid: What made you start?',
      'A -> Lena Marsh: My father kept everything.',
      '+ -> Lena Marsh: He never threw a spoon away.',
      'Q -> Paul Reid: And now?',
      'A -> Lena Marsh: Now we have 4,000 spoons.',
    ],
  ],
  'questions of somebody who is not named': [
    [
      'Our paper met Tom Hale, who rows the ferry of Brill, for an interview.',
      'Q. How long is the crossing?',
      'A. Nine minutes. I count them.',
    ],
    ['Q -> nobody: How long is the crossing?', 'A -> Tom Hale: Nine minutes. I count them.'],
  ],
  'a text that begins with a question': [
    ['Q: Will it hold?', 'A: It will.'],
    ['Q -> nobody: Will it hold?', 'A -> nobody: It will.'],
  ],
  'surnames and capitals for names that are introduced': [
    [
      'Mayor Ruth Calder and the engineer Idris Moe spoke on the harbour radio.',
      'CALDER: Did you see the crack?',
      'MOE: I saw it in May.',
      'CALDER: You told nobody.',
      'Moe: I told everybody.',
    ],
    [
      'CALDER -> Ruth Calder: Did you see the crack?',
      'MOE -> Idris Moe: I saw it in May.',
      'CALDER -> Ruth Calder: You told nobody.',
      'Moe -> Idris Moe: I told everybody.',
    ],
  ],
  'members with party and place, and a minister by office': [
    [
      'Ruth Calder (Lab): Will the Minister give way?',
      'The Minister for Ports (Sir Idris Moe): I will not. The bridge is safe.',
      'MR HALE (Oster, Ind): Then let us walk on it.',
      'Hon. Members: Hear, hear!',
    ],
    [
      'Ruth Calder -> Ruth Calder: Will the Minister give way?',
      'Sir Idris Moe -> Idris Moe: I will not. The bridge is safe.',
      'MR HALE -> HALE: Then let us walk on it.',
      'Hon. Members -> nobody: Hear, hear!',
    ],
  ],
  'the record of a congress': [
    [
      'Mr. CALDERSON. Mr. President, I yield to the Senator.',
      'The PRESIDING OFFICER. The Senator is recognized.',
      'Ms. MOEN of Brill. I thank my colleague.',
      'He has been patient.',
    ],
    [
      'Mr. CALDERSON -> CALDERSON: Mr. President, I yield to the Senator.',
      'The PRESIDING OFFICER -> nobody: The Senator is recognized.',
      'Ms. MOEN -> MOEN: I thank my colleague.',
      '+ -> MOEN: He has been patient.',
    ],
  ],
  'times before names, the words below or beside': [
    [
      '[00:12:31] Ana Brook',
      'So what did you see?',
      '[00:12:40] Tom Hale',
      'I saw the ferry turn.',
      '[00:13:02] Ana Brook: And then?',
      '(Silence.)',
      'Tom Hale (00:13:09): Nothing.',
    ],
    [
      'Ana Brook -> Ana Brook: So what did you see?',
      'Tom Hale -> Tom Hale: I saw the ferry turn.',
      'Ana Brook -> Ana Brook: And then?',
      'Tom Hale -> Tom Hale: Nothing.',
    ],
  ],
  'names in bold': [
    ['**Ana Brook:** Is it yours?', '**Tom Hale**: It was my boat.'],
    ['Ana Brook -> Ana Brook: Is it yours?', 'Tom Hale -> Tom Hale: It was my boat.'],
  ],
  'a moderator without a name': [
    ['Moderator: Who built it?', 'Ana Brook: We did.', 'Tom Hale: No, I did.'],
    ['Moderator -> nobody: Who built it?', 'Ana Brook -> Ana Brook: We did.', 'Tom Hale -> Tom Hale: No, I did.'],
  ],
};

/** Lines with a colon that are nobody's turns. */
const OTHERS: readonly (readonly string[])[] = [
  ['Note: this is a draft.', 'Update: the show is cancelled.', 'Correction: You read of a boat; we meant a ship.'],
  ['Photo: Ana Brook', 'Date: 3 May 2021', 'Venue: The Town Hall'],
  ['Serves: 4', 'Method: Mix the flour with your eggs.', 'Tip: Do you like it sweet? Add sugar.'],
  ['Brill: 3', 'Oster: 2'],
  ['Ana Brook: Saved two penalties in the rain. 8', 'Tom Hale: Scored late and left early. 7'],
  ['Director: Ana Brook.', 'Starring: Tom Hale, Ruth Calder.', 'Rating: three stars.'],
  ['Ana Brook: Why I left the harbour', 'The ferry sank on Monday, officials said.', 'Tom Hale said he was sorry.'],
  ['A. B. Brook wrote it. Tom Hale read it.', 'A: the first letter of the alphabet.'],
  ['Monday: rain in Brill.', 'Tuesday: sun, and you may swim.'],
  ['Ana Brook: “We sail.”', 'Tom Hale: “We do not.”'],
  ['Mr. Brook left at six. He took the ferry.', 'Mr. Hale stayed. He had no ticket.'],
];

suite('attribution: turns of interviews, debates and transcripts', () => {
  for (const [title, [lines, turns]] of Object.entries(CONVERSATIONS)) {
    test(title, () => {
      for (const text of [lines.join('\n\n'), lines.join('\r\n')]) {
        const article = engine.analyze(text),
          found = article.quotations.filter(({ kind }) => kind === 'turn');
        assert.deepEqual(
          found.map((turn) => tell(article, text, turn)),
          turns,
        );
        for (const { cue, inside } of found) assert.deepEqual([cue, inside], [null, null]);
      }
    });
  }

  for (const lines of OTHERS) {
    test(`none in: ${lines[0] ?? ''}`, () => {
      const { quotations } = engine.analyze(lines.join('\n\n'));
      assert.deepEqual(
        quotations.filter(({ kind }) => kind === 'turn'),
        [],
      );
    });
  }

  test('“I” and “my” in a turn are its speaker, whom it speaks of is not', () => {
    const text = 'Ana Brook: Was it yours?\n\nTom Hale: I lost my boat. Ask the captain, he saw me.',
      article = engine.analyze(text),
      hale = article.entities.find(({ name }) => name === 'Tom Hale');
    assert.deepEqual(
      hale?.mentions.map(({ span }) => text.slice(...span)),
      ['Tom Hale', 'I', 'my', 'me'],
    );
  });

  test('marks inside a turn are quotations of their own', () => {
    const text =
        'Mr. CALDERSON. Mr. President, I called it “a gift”. My colleague said that it is “a trap”. The bill is “dead”, said Ruth Calder.\n\n' +
        'Ms. MOEN. I did not.',
      article = engine.analyze(text),
      [turn, ...inner] = article.quotations;
    assert.equal(turn?.kind, 'turn');
    assert.deepEqual(
      inner.slice(0, 3).map(({ span, speaker, inside }) => [text.slice(...span), nameOf(article, speaker), inside]),
      [
        ['“a gift”', 'CALDERSON', turn?.id],
        ['“a trap”', null, turn?.id],
        ['“dead”', 'Ruth Calder', turn?.id],
      ],
    );
  });

  test('nobody is named where two may answer', () => {
    const text = 'Ruth Calder and Tom Hale share a boat.\n\nQ: Whose is it?\n\nA: Mine.',
      article = engine.analyze(text);
    assert.deepEqual(
      article.quotations.map(({ kind, speaker }) => [kind, speaker]),
      [
        ['turn', null],
        ['turn', null],
      ],
    );
  });
});
