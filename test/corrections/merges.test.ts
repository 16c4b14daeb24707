import assert from 'node:assert/strict';
import {
  lastEffective,
  lastUndo,
  mergeArticle,
  Merges,
  type Operation,
  type Party,
  placeOf,
  readLog,
  writeLog,
} from '../../src/corrections/index';
import type { EntityType } from '../../src/engine/index';
import { createEngine } from '../../scripts/support/english';

const party = (key: string, name = key, type: EntityType = 'person', at: Party['at'] = null): Party => ({
  key,
  name,
  type,
  at,
});
const merge = (id: string, of: readonly Party[], into: Party): Operation => ({ id, op: 'merge-entities', of, into });
const undo = (id: string, of: string): Operation => ({ id, op: 'undo', of });
const A = party('a', 'Anna'),
  B = party('b', 'Berta'),
  C = party('c', 'Carla'),
  D = party('d', 'Dora');
const NO_ARTICLE = (): never => assert.fail('the article is not needed');

suite('Which entities are one', () => {
  const cases: readonly [string, readonly Operation[], Readonly<Record<string, string>>][] = [
    ['nothing merged', [], {}],
    ['one into another', [merge('1', [A], B)], { a: 'b', b: 'b' }],
    ['several into one', [merge('1', [A, B], C)], { a: 'c', b: 'c', c: 'c' }],
    ['who was merged goes along', [merge('1', [A], B), merge('2', [B], C)], { a: 'c', b: 'c', c: 'c' }],
    [
      'two circles become one',
      [merge('1', [A], B), merge('2', [C], D), merge('3', [B], D)],
      { a: 'd', b: 'd', c: 'd', d: 'd' },
    ],
    ['there and back again', [merge('1', [A], B), merge('2', [B], A)], { a: 'b', b: 'b' }],
    ['into itself', [merge('1', [A], A)], {}],
    ['undone', [merge('1', [A], B), undo('2', '1')], {}],
    ['undone and done again', [merge('1', [A], B), undo('2', '1'), undo('3', '2')], { a: 'b', b: 'b' }],
    [
      'undone where a later one built upon it',
      [merge('1', [A], B), merge('2', [B], C), undo('3', '1')],
      { b: 'c', c: 'c' },
    ],
    ['separated', [merge('1', [A], B), merge('2', [B], C), { id: '3', op: 'separate-entities', of: ['1', '2'] }], {}],
    [
      'separated, which is undone',
      [merge('1', [A], B), { id: '2', op: 'separate-entities', of: ['1'] }, undo('3', '2')],
      { a: 'b', b: 'b' },
    ],
  ];
  for (const [name, log, expected] of cases) {
    test(name, () => {
      const find = Merges.of(log).inText('file:///one', '', NO_ARTICLE);
      assert.deepEqual(
        Object.fromEntries(['a', 'b', 'c', 'd'].flatMap((key) => (find(key) ? [[key, find(key)?.key]] : []))),
        expected,
      );
    });
  }
  test('the names in a circle', () =>
    assert.deepEqual(Merges.of([merge('1', [A, B], C)]).namesIn('c'), ['Anna', 'Berta']));
  test('written and read again; a line that lacks a type is named', () => {
    const log: Operation[] = [
      merge('1', [A, party('clerk', 'the clerk', 'person', placeOf('file:///one', 'The clerk left.', [0, 9]))], B),
      { id: '2', op: 'separate-entities', of: ['1'] },
      undo('3', '2'),
    ];
    assert.deepEqual(readLog(writeLog(log)), { operations: log, problems: [] });
    assert.equal(
      readLog(
        '{"id":"1","op":"merge-entities","of":[{"key":"a","name":"Anna"}],"into":{"key":"b","name":"B","type":"person"}}',
      ).problems.length,
      1,
    );
    assert.equal(
      readLog('{"id":"1","op":"merge-entities","of":{},"into":{"key":"b","name":"B","type":"toString"}}').problems
        .length,
      1,
    );
  });
});

suite('What can be done again', () => {
  const one = merge('1', [A], B),
    two = merge('2', [C], D);
  const cases: readonly [string, readonly Operation[], string | undefined, string | undefined][] = [
    ['nothing was done', [], undefined, undefined],
    ['nothing was undone', [one, two], '2', undefined],
    ['one was undone', [one, two, undo('3', '2')], '1', '3'],
    ['both were undone, the last last', [one, two, undo('3', '2'), undo('4', '1')], undefined, '4'],
    ['one of both was done again', [one, two, undo('3', '2'), undo('4', '1'), undo('5', '4')], '1', '3'],
    [
      'both were done again',
      [one, two, undo('3', '2'), undo('4', '1'), undo('5', '4'), undo('6', '3')],
      '2',
      undefined,
    ],
    ['something new was done since', [one, undo('3', '1'), two], '2', undefined],
  ];
  for (const [name, log, undoable, redoable] of cases)
    test(name, () => assert.deepEqual([lastEffective(log)?.id, lastUndo(log)?.id], [undoable, redoable]));
});

suite('An article whose entities are merged', () => {
  const URI = 'file:///harbour.txt',
    engine = createEngine();
  const text =
    '“We stay,” Mara Ellingsen said on Monday. The ferry waits.\n\n“They go,” Oskar Brandt said. Brandt left early.\n\n“I wait,” Ms Ellingsen said.';
  const article = engine.analyze(text),
    words = (span: readonly [number, number]): string => text.slice(...span);
  const byName = (name: string): Party => {
    const found = article.entities.find((entity) => entity.name === name);
    assert.ok(found, name);
    return party(found.key, found.name, found.type);
  };

  const merged = (log: readonly Operation[]): ReturnType<Merges['inText']> =>
    Merges.of(log).inText(URI, text, () => article);

  test('one entity with the mentions of both, and what both said', () => {
    const read = mergeArticle(article, URI, merged([merge('1', [byName('Oskar Brandt')], byName('Mara Ellingsen'))]));
    const people = read.entities.filter(({ type }) => type === 'person');
    assert.deepEqual(
      people.map(({ name, mentions }) => [name, mentions.map(({ span }) => words(span)).join(', ')]),
      [['Mara Ellingsen', 'Mara Ellingsen, Oskar Brandt, Brandt, I, Ms Ellingsen']],
    );
    assert.deepEqual(
      read.quotations.map(({ speaker }) => speaker),
      read.quotations.map(() => people[0]!.id),
    );
    for (const { speaker, candidates } of read.quotations)
      assert.ok(candidates.every(({ entity }) => entity !== speaker));
  });
  test('those who may be meant where that is not clear', () => {
    const two = engine.analyze('Nora Falk and Ida Brun sang. She fell.'),
      [nora, ida] = two.entities;
    assert.ok(nora && ida);
    assert.deepEqual(
      two.unclear[0]?.candidates.map(({ entity }) => entity),
      [ida.id, nora.id],
    );
    const read = mergeArticle(
      two,
      URI,
      Merges.of([merge('1', [party(ida.key, ida.name, ida.type)], party(nora.key, nora.name, nora.type))]).inText(
        URI,
        '',
        NO_ARTICLE,
      ),
    );
    assert.deepEqual(
      [read.unclear, read.entities.map(({ mentions }) => mentions.length)],
      [[], [3]],
      'both are one, who is meant',
    );
  });
  test('the name of another text', () => {
    const read = mergeArticle(
      article,
      URI,
      merged([merge('1', [byName('Oskar Brandt')], party('person:o lund', 'Ove Lund'))]),
    );
    assert.deepEqual(
      read.entities.filter(({ type }) => type === 'person').map(({ key, name }) => [key, name]),
      [
        [byName('Mara Ellingsen').key, 'Mara Ellingsen'],
        ['person:o lund', 'Ove Lund'],
      ],
    );
    assert.deepEqual(read.quotations, article.quotations);
  });
  test('where nothing is merged the article is the same', () => {
    assert.equal(mergeArticle(article, URI, merged([])), article);
    assert.equal(mergeArticle(article, URI, merged([merge('1', [party('person:x')], party('person:y'))])), article);
  });
  test('the article is left as it was', () => {
    const before = JSON.stringify(article);
    mergeArticle(article, URI, merged([merge('1', [byName('Oskar Brandt')], byName('Mara Ellingsen'))]));
    assert.equal(JSON.stringify(article), before);
  });
});

suite('Somebody without a name, merged', () => {
  const URI = 'file:///port.txt',
    engine = createEngine();
  const union =
      'Karin Holm leads the union. A spokeswoman for the union said it was ready. “We will fight,” the spokeswoman said.',
    ministry = 'A spokeswoman for the ministry refused to answer. “We have no comment,” the spokeswoman said.';
  const first = `${union}\n\n${ministry}`,
    start = first.indexOf('A spokeswoman');
  const spokeswoman = party(
    'role:spokeswoman\u001fport',
    'A spokeswoman',
    'person',
    placeOf(URI, first, [start, start + 'A spokeswoman'.length]),
  );
  /** Who says each quotation once the union's spokeswoman is Karin Holm. */
  const speakers = (text: string, uri = URI): string[] => {
    const article = engine.analyze(text),
      holm = article.entities.find(({ name }) => name === 'Karin Holm');
    assert.ok(holm);
    const read = mergeArticle(
      article,
      uri,
      Merges.of([merge('1', [spokeswoman], party(holm.key, holm.name))]).inText(uri, text, () => article),
    );
    return read.quotations.map(
      ({ span, speaker }) => `${text.slice(...span)} ${read.entities.find(({ id }) => id === speaker)?.name}`,
    );
  };

  test('is found by her place', () =>
    assert.deepEqual(speakers(first), ['“We will fight,” Karin Holm', '“We have no comment,” A spokeswoman']));
  test('stays who she is when another of the same description comes before her', () => {
    const bank = 'A spokeswoman for the bank said it was sorry. “We are sorry,” the spokeswoman said.';
    assert.deepEqual(speakers(`${bank}\n\n${first}`), [
      '“We are sorry,” A spokeswoman',
      '“We will fight,” Karin Holm',
      '“We have no comment,” A spokeswoman',
    ]);
  });
  test('is nobody else when she is gone', () =>
    assert.deepEqual(speakers(`Karin Holm leads the union.\n\n${ministry}`), ['“We have no comment,” A spokeswoman']));
  test('is nobody of another text', () =>
    assert.deepEqual(speakers(first, 'file:///other.txt'), [
      '“We will fight,” A spokeswoman',
      '“We have no comment,” A spokeswoman',
    ]));
});
