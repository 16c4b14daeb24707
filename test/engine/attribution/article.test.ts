import assert from 'node:assert/strict';
import { type Article, DOUBTFUL, type Quotation } from '../../../src/engine/index';
import { createEngine } from '../../../scripts/support/english';

const engine = createEngine();
const words = (text: string, span: readonly [number, number] | null): string | null => span && text.slice(...span);
const speaker = ({ entities }: Article, { speaker: id }: Quotation): string | null =>
  entities.find((entity) => entity.id === id)?.name ?? null;

suite('attribution: over paragraphs', () => {
  const text =
    'Ann Lee, the pilot, said: “We sail at six.\n\n“The weather will be fine.”\n\nTom Baro disagreed. “Nobody sails,” he said.';
  const article = engine.analyze(text),
    [first, second, third] = article.quotations;
  test('a piece names the piece that it continues', () => {
    assert.equal(second?.continues, first?.id);
    assert.equal(first?.continues, null);
    assert.equal(third?.continues, null);
  });
  test('an open mark that the next paragraph takes up is no damage', () => assert.deepEqual(article.issues, []));
  test('a later piece has the words of the first', () => {
    assert.equal(words(text, second?.source ?? null), words(text, first?.source ?? null));
    assert.equal(second?.why.rule, 'continued');
  });
  test('an open mark that nothing takes up is damage, and no quotation', () => {
    const damaged = engine.analyze('He said “we sail at six.\n\nNothing else happened.');
    assert.deepEqual(damaged.quotations, []);
    assert.deepEqual(
      damaged.issues.map(({ kind, span }) => [kind, span]),
      [['unclosed-mark', [8, 9]]],
    );
  });
  test('the first pieces have the speaker that only the last one names', () => {
    const later = engine.analyze('“The hall is full.\n\n“Nobody left.\n\n“We wait,” Ann Lee said.');
    assert.deepEqual(
      later.quotations.map((quotation) => speaker(later, quotation)),
      ['Ann Lee', 'Ann Lee', 'Ann Lee'],
    );
  });
  test('an open mark does not reach into a caption or past an empty paragraph of prose', () => {
    const { quotations } = engine.analyze('He said “we sail at six.\n\nThe port is old.\n\n“It is,” she said.');
    assert.equal(quotations.length, 1);
  });
});

suite('attribution: an exchange', () => {
  const text =
    '“Are you going to sail?” Ann Lee asked.\n\n“Yes,” said Jan Moe.\n\n“When?”\n\n“At six, I hope.”\n\nThe crew waited outside.\n\n“Good.”';
  const article = engine.analyze(text),
    said = article.quotations.map((quotation) => [
      words(text, quotation.span),
      speaker(article, quotation),
      quotation.why.rule === 'exchange',
    ]);
  test('of two who speak in turn, the other one answers', () =>
    assert.deepEqual(said.slice(2, 4), [
      ['“When?”', 'Ann Lee', true],
      ['“At six, I hope.”', 'Jan Moe', true],
    ]));
  test('that is a guess, with the one before as candidate', () => {
    const guess = article.quotations[2],
      candidates = guess?.candidates.map(({ entity }) => article.entities.find(({ id }) => id === entity)?.name);
    assert.ok(guess && guess.why.confidence < DOUBTFUL);
    assert.deepEqual(candidates, ['Jan Moe']);
  });
  test('what the writer tells in between ends it', () => assert.equal(said[4]?.[2], false));
});

suite('attribution: a later piece with its own words', () => {
  const text = 'Ann Lee said: “We sail at six.\n\n“The weather will be fine,” Tom Baro told reporters.';
  const [, second] = engine.analyze(text).quotations;
  test('is reported by them', () => assert.equal(words(text, second?.source ?? null), 'Tom Baro'));
});

suite('attribution: marks inside marks', () => {
  const text = '“He told me, ‘Never come back,’ and I left,” Ann Lee said.';
  const {
    quotations: [outer, inner],
  } = engine.analyze(text);
  test('the inner quotation is an item of its own', () => assert.equal(inner?.inside, outer?.id));
  test('each level keeps its own source', () => {
    assert.equal(words(text, outer?.source ?? null), 'Ann Lee');
    assert.equal(words(text, inner?.source ?? null), 'He');
    assert.equal(words(text, inner?.cue ?? null), 'told');
  });
  test('“he” within somebody’s words is somebody else', () => {
    const text =
        'Witness Dan Orr said the foreman, Paul Kern, had sent the crane away. “I asked why. He said, ‘Nobody is asking you,’” he told the court.',
      article = engine.analyze(text);
    assert.deepEqual(
      article.quotations.map((quotation) => speaker(article, quotation)),
      ['Dan Orr', 'Paul Kern'],
    );
  });
  test('a word that the speaker sets apart is no quotation', () => {
    assert.equal(engine.analyze('“The so-called ‘reset’ was a joke,” Ann Lee said.').quotations.length, 1);
  });
});

suite('attribution: who speaks together', () => {
  const speakers = (text: string): (string | undefined)[] => {
    const { quotations, entities } = engine.analyze(text);
    return (quotations[0]?.speakers ?? []).map((id) => entities.find((entity) => entity.id === id)?.name);
  };
  for (const [text, names] of [
    ['“We sail at six,” said Ann Lee and Tom Baro.', ['Ann Lee', 'Tom Baro']],
    ['Ann Lee, Tom Baro and Orla Venn wrote: “The plan is dead.”', ['Ann Lee', 'Tom Baro', 'Orla Venn']],
    ['Ann Lee, the mayor, and Tom Baro, a pilot, said the port was “shut”.', ['Ann Lee', 'Tom Baro']],
    ['After talks with Jan Moe, Ann Lee and Tom Baro said the deal was “dead”.', ['Ann Lee', 'Tom Baro']],
    ['“We sail at six,” said Ann Lee. Tom Baro nodded.', ['Ann Lee']],
    ['“We sail at six,” said Ann Lee and Tom Baro nodded.', ['Ann Lee']],
  ] as const)
    test(text, () => assert.deepEqual(speakers(text), names));
  test('the speaker is the first of them', () => {
    const [quotation] = engine.analyze('“We sail at six,” said Ann Lee and Tom Baro.').quotations;
    assert.equal(quotation?.speaker, quotation?.speakers[0]);
  });
  test('what a court heard, nobody is named for', () =>
    assert.deepEqual(speakers('The inquest heard the bridge was “a death trap”.'), []));
});

suite('attribution: headlines', () => {
  const body =
    'Oster, the port town, was quiet on Monday.\n\n“We will never agree to a new harbour tax,” Ann Lee said.\n';
  test('a headline that names nobody takes the speaker of the same words below', () => {
    const article = engine.analyze(`Harbour dispute: ‘never agree to a new harbour tax’\n\n${body}`),
      [headline] = article.quotations;
    assert.ok(headline);
    assert.equal(speaker(article, headline), 'Ann Lee');
  });
});

suite('attribution: why', () => {
  const text = '“We sail at six,” Ann Lee said. “The weather will be fine.”';
  const {
    quotations: [first, second],
  } = engine.analyze(text);
  test('the rule rests on the reporting word', () => {
    assert.equal(first?.why.rule, 'said-after');
    assert.equal(words(text, first?.why.evidence ?? null), 'said');
  });
  test('a second sentence says that it goes on', () => {
    assert.equal(second?.why.rule, 'goes-on');
    assert.equal(second?.continues, null);
  });
  test('confidence lies between 0 and 1', () => {
    for (const one of [first, second]) assert.ok(one && one.why.confidence > 0 && one.why.confidence <= 1);
  });
});

suite('attribution: statements', () => {
  const contents = (text: string): (string | null)[] =>
    engine.analyze(text).statements.map(({ span }) => words(text, span));
  test('a content clause that holds a partial quotation is listed whole', () => {
    assert.deepEqual(contents('Ann Lee said the plan was “no more than a joke” at best.'), [
      'the plan was “no more than a joke” at best',
    ]);
  });
  test('a content that is a whole quotation is no statement', () => {
    assert.deepEqual(contents('Ann Lee said: “We sail at six.”'), []);
    assert.deepEqual(contents('“We sail at six,” Ann Lee said.'), []);
  });
});

suite('attribution: after an edit', () => {
  test('an update gives what a fresh analysis gives, where an edit changes the paragraph before', () => {
    const text = 'Ann Lee said:\n\n“We sail at six.”\n\n“And we stay out late.”\n\nTom Baro left.';
    for (const [from, to, put] of [
      [0, 7, 'Tom Baro'],
      [8, 13, ''],
      [15, 16, ''],
      [31, 32, ''],
      [0, 0, '“Yes,” he said.\n\n'],
      [text.length, text.length, ' “No,” he said.'],
    ] as const) {
      const edited = text.slice(0, from) + put + text.slice(to);
      assert.deepEqual(engine.open(text).update([{ start: from, end: to, text: put }]).article, engine.analyze(edited));
    }
  });
});

suite('attribution: hostile texts', () => {
  for (const unit of ['"a" said ', '“ a ', '“Lee” ', 'he said that they “went” and ', '“‘“‘', '"a"\n\n']) {
    test(`${JSON.stringify(unit)}, again and again, is read to its end`, () => {
      const text = unit.repeat(2 ** 15 / unit.length);
      for (const {
        span: [start, end],
      } of engine.analyze(text).quotations)
        assert.ok(start < end && end <= text.length);
    });
  }
});
