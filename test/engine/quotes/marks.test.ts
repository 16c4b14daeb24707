import assert from 'node:assert/strict';
import { marks as words } from '../../../src/engine/language/en/marks';
import { findMarks } from '../../../src/engine/quotes/marksPairing';
import { createPipeline } from '../../../src/engine/pipeline';
import { english } from '../../../scripts/support/english';
import { marked } from '../../support/marked';

/** Each row is a text with its quotations in [Q ...]; [O ...] is one that nothing closes, [A ...] one that is opened anew. */
const TABLES: Readonly<Record<string, readonly string[]>> = {
  'curly double marks': [
    '[Q “We sail,”] said Ann Lee.',
    'Ann Lee said: [Q “We sail.”]',
    'She called it [Q “a joke”].',
    'She called it [Q “a joke.”]',
    '[Q “We sail,”] she said, [Q “at six.”]',
    'The [Q “reset”], the [Q “pivot”] and the [Q “rebound”].',
    '([Q “We sail,”] she said.)',
    'Never—[Q “not once”]—did he call.',
    '[Q “[Orla] sails”] on Monday.'.replace('[Orla]', '\\[Orla\\]'),
    '[Q “…and then we left,”] he said.',
    '[Q “Why?”] he asked. [Q “Why now?”]',
    '[Q “We sail”]; so he said.',
  ],
  'straight double marks': [
    '[Q "We sail,"] said Ann Lee.',
    '[Q "We sail,"] she said, [Q "at six."] She left.',
    'She called it [Q "a joke"]; he did not.',
    'It was [Q "no more than a joke".]'.replace('".]', '"]. '),
    'He said,[Q "We sail,"]and left.',
    'The so-called anti-[Q "woke"] bill.',
    '[Q "...and then we left,"] he said.',
    '([Q "Yes"])',
    'On [Q "Morning Show"] she said [Q "yes"].',
    '[Q "I was—"] he began.',
    '[Q ""Never""] is all he said.',
  ],
  'single marks, as the British use them': [
    '[Q ‘We sail,’] said Ann Lee.',
    'US calls for [Q ‘unity’] in the bloc',
    "[Q 'We sail,'] said Ann Lee.",
    "Bloc urges new [Q 'security order'] in the north",
    '[Q ‘It’s not what we don’t know,’] she said.',
    '[Q ‘The workers’ rights are at stake,’] he said.',
    "[Q 'The workers' rights are at stake,'] he said.",
    '[Q ‘He lied. The boys’ coach told me [Q “go home”] and I did.’] She left.',
    '[Q ‘The owners’ agent and the tenants’ lawyer met,’] she said.',
    `[Q 'My parents' doctor said [Q "not now"] and hung up.'] [Q 'So I left.']`,
    'A [Q ‘yes’] vote on the workers’ rights.',
    '[Q ‘He’s late,’] she said. The players’ coach agreed.',
    'The [Q ‘news’] came late; [Q ‘the boys’ home is shut,’] it said.',
    '[Q ‘Sanctions’] and the workers’ rights.',
    "[Q '60 dead'] in blast, says mayor",
    'He wrote [Q ‘yes’] and she wrote [Q ‘no’].',
    '[Q ‘We’ll see,’] he said, [Q ‘and then we’ll go.’]',
  ],
  'apostrophes are no marks': [
    "The workers' rights and the bosses' fears.",
    'The workers’ rights and the bosses’ fears.',
    "'Tis the season, and 'twas ever so.",
    '’Tis the season.',
    "Rock 'n' roll is here to stay.",
    "The '90s were better than the '60s.",
    'The ’90s were better than the ’60s.',
    "Class of '68, we salute the teachers' work.",
    "Give 'em what they want, the boys' father said.",
    "O'Neill’s and D'Arcy's ships",
    "I'm sure they're goin' home.",
    "James' boat and Jess’ house",
    "Get 'em! cried the sailors.",
  ],
  'feet, inches, minutes and decades': [
    'He is 6\'2" tall.',
    'A 5" pipe and a 6" pipe.',
    "A 5' by 7' sail.",
    '[Q "We need a 5" pipe,"] he said.',
    '[Q "I am 6\'2","] she said.',
    'It took 5\'30" in all.',
    '[Q "It was 2012"] and later [Q "it was 2014"].',
    'A 12" record called [Q "Harbour Lights"].',
    '[Q “Class of ’68,”] it read.',
  ],
  'other marks': [
    'Il a dit [Q « nous partons »] hier.',
    'Er sagte: [Q „Wir fahren“] und ging.',
    'Er sagte: [Q »Wir fahren«] und ging.',
    'Er sagte: [Q ‚Wir fahren‘] und ging.',
    'Han sa [Q ”vi seglar”] i går.',
    '彼は[Q 「行く」]と言った。',
    '彼は[Q 「父は[Q 『行く』]と言った」]と話した。',
    "[Q ``We sail,''] she said.",
    "[Q ''We sail,''] she said.",
    '[Q ‹so›] they say',
    '[Q “We sail,"] she said.',
    '[Q "We sail,”] she said.',
    'They call it [Q “a farce“] at home.',
    'They want to [Q ”get close”] to her.',
  ],
  'marks inside marks': [
    '[Q “He said [Q ‘no’] to me,”] she said.',
    '[Q ‘He said [Q “no”] to me,’] she said.',
    '[Q "He said, [Q \'no,\']"] she added.',
    '[Q \'[Q "No,"] she said\']',
    '[Q “[Q ‘No,’] he said,”] she recalled.',
    '[Q "He told me [Q "go away"] twice,"] she said.',
    '[Q “The [Q “list”] is long,”] she said.',
    '[Q “They’re the boys’ [Q ‘heroes,’]”] he said.',
    '[Q “He said [Q ‘the word [Q “never”] again’] to me,”] she said.',
  ],
  'what is not closed, or not opened': [
    '[O “We sail at six.]',
    'She said: [O “We sail at six.]',
    'She left." He stayed.',
    'She left.” He said [Q “stay”].',
    '[O ‘We sail at six.]',
    'It costs 5”. He said [Q “no”].',
  ],
  'a mark opened anew before it is closed: paragraphs that lost their breaks': [
    '[A “We came home. We slept.] [Q “Then it rained,”] he said.',
    '[A "We came home. We slept.] [Q "Then it rained,"] he said. [Q "It never stopped."]',
    '[A "One. Two!] [A "Three. Four.] [Q "Five,"] she said.',
    'Ann Lee said: [A "The hall is full.] [O "Nobody left.]',
    '[A ‘We came home. We slept.] [Q ‘Then it rained,’] he said.',
    '[A “He called it [Q ‘a farce’].] [Q “I agree,”] she said.',
    '[Q "He told me. [Q "Go away." ]And I left,"] she said.'.replace(' ]', '] '),
    '[Q “Call me “Bob”. Mr. Lee is my father,”] he said.'.replace('“Bob”', '[Q “Bob”]'),
    '[A "A plan, he said.] [Q "B,"] she said.',
  ],
  'markup and code': [
    '<tweet id="123" author="@ann">[Q “We sail”]</tweet>',
    'See <a href="http://harbour.example">here</a>.',
    'x = \'\' and y = ""',
  ],
};

for (const [title, rows] of Object.entries(TABLES)) {
  suite(`marks: ${title}`, () => {
    for (const row of rows) {
      test(row, () => {
        const { text, spans } = marked(row),
          found = findMarks(text, words).marked;
        const expected = [...(spans.Q ?? []), ...(spans.O ?? []), ...(spans.A ?? [])].sort((a, b) => a[0] - b[0]);
        assert.deepEqual(
          found.map(({ span }) => text.slice(...span)),
          expected.map((span) => text.slice(...span)),
        );
        assert.deepEqual(
          found.filter(({ open }) => open).map(({ span }) => span),
          spans.O ?? [],
        );
        assert.deepEqual(
          found.filter(({ open, closed }) => !open && !closed).map(({ span }) => span),
          spans.A ?? [],
        );
      });
    }
  });
}

suite('marks: damage and nesting', () => {
  test('a closing mark that nothing opens is reported', () => {
    assert.deepEqual(findMarks('She left.” He stayed.', words).issues, [{ kind: 'stray-mark', span: [9, 10] }]);
  });
  test('of two marks that nothing closes, the outer one is reported at once', () => {
    const { issues, marked: found } = findMarks('“One “two', words);
    assert.deepEqual(issues, [{ kind: 'unclosed-mark', span: [0, 1] }]);
    assert.deepEqual(found, [{ span: [5, 9], open: true, closed: false, inside: null }]);
  });
  test('each quotation names the one around it', () => {
    assert.deepEqual(
      findMarks('“He said ‘no’ and ‘yes’,” she said: “So.”', words).marked.map(({ inside }) => inside),
      [null, 0, 0, null],
    );
  });
  test('an apostrophe that nothing closes is not reported', () => {
    assert.deepEqual(findMarks("Give 'em hell", words).issues, []);
  });
});

suite('marks: terms and nicknames are nobody’s words', () => {
  const read = createPipeline(english).readBlock;
  for (const row of [
    'Harbour Homes Ltd ([T “Harbour”]) bought the mill.',
    'Ms Tess Arbury ([T “the tenant”]) complained.',
    'The deed of 1988 (the [T “Deed”]) was lost.',
    'Arbury Ltd and Lee Ltd (together, the [T “Sellers”]) agreed.',
    'Arbury Ltd ([T “Arbury”] or [T “the seller”]) agreed.',
    'Robert [T “Bob”] Lee sails.',
    "“We sail,” said Anna [T 'Annie'] Lee.",
    'He was sorry (“It was a mistake,” he said).',
    'He refused (“Never”).',
    'Ann Lee “quit” on Monday.',
    'The Mayor “Must Go” Campaign began.'.replace('“Must Go”', '“must go”'),
  ]) {
    test(row, () => {
      const { text, spans } = marked(row),
        terms = read(text, 'body').marks.filter(({ kind }) => kind === 'other');
      assert.deepEqual(
        terms.map(({ span }) => span),
        spans.T ?? [],
      );
    });
  }
});

suite('marks: hostile texts', () => {
  for (const unit of [
    '"',
    '“',
    '”',
    "'",
    '‘',
    '’',
    ' "',
    ' “',
    '“a',
    "s' ",
    " 'a",
    '5" ',
    'a="',
    '“‘"\'”’«»',
    '“ a ” ',
    " 'tis",
    '``',
    '""""',
  ]) {
    test(`a quarter of a megabyte of ${JSON.stringify(unit)} ends, with spans inside the text`, () => {
      const text = unit.repeat(2 ** 18 / unit.length);
      for (const {
        span: [start, end],
      } of findMarks(text, words).marked)
        assert.ok(start >= 0 && start < end && end <= text.length);
    });
  }
});
