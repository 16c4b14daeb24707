import assert from 'node:assert/strict';
import { lastEffective, lastUndo, mergeArticle, Merges, type Operation, type Party, readLog, writeLog } from '../../src/corrections/index';
import { createEngine, type EntityType } from '../../src/engine/index';

const party = (key: string, name = key, type: EntityType = 'person'): Party => ({ key, name, type });
const merge = (id: string, of: readonly Party[], into: Party): Operation => ({ id, op: 'merge-entities', of, into });
const undo = (id: string, of: string): Operation => ({ id, op: 'undo', of });
const A = party('a', 'Anna'), B = party('b', 'Berta'), C = party('c', 'Carla'), D = party('d', 'Dora'), CLERK = party('clerk\u001ffile:///one', 'the clerk');

suite('Which entities are one', () => {
  const cases: readonly [string, readonly Operation[], Readonly<Record<string, string>>][] = [
    ['nothing merged', [], {}],
    ['one into another', [merge('1', [A], B)], { a: 'b', b: 'b' }],
    ['several into one', [merge('1', [A, B], C)], { a: 'c', b: 'c', c: 'c' }],
    ['who was merged goes along', [merge('1', [A], B), merge('2', [B], C)], { a: 'c', b: 'c', c: 'c' }],
    ['two circles become one', [merge('1', [A], B), merge('2', [C], D), merge('3', [B], D)], { a: 'd', b: 'd', c: 'd', d: 'd' }],
    ['there and back again', [merge('1', [A], B), merge('2', [B], A)], { a: 'b', b: 'b' }],
    ['into itself', [merge('1', [A], A)], {}],
    ['undone', [merge('1', [A], B), undo('2', '1')], {}],
    ['undone and done again', [merge('1', [A], B), undo('2', '1'), undo('3', '2')], { a: 'b', b: 'b' }],
    ['undone where a later one built upon it', [merge('1', [A], B), merge('2', [B], C), undo('3', '1')], { b: 'c', c: 'c' }],
    ['a name outlives the lack of one', [merge('1', [A], CLERK)], { a: 'a', clerk: 'a' }],
  ];
  for (const [name, log, expected] of cases) {
    test(name, () => {
      const merges = Merges.of(log), found = ['a', 'b', 'c', 'd', 'clerk'].flatMap((key) => merges.find('file:///one', key)?.key.replace(/\u001f.*/, '') ?? []);
      assert.deepEqual(found, Object.values(expected));
      assert.deepEqual(['a', 'b', 'c', 'd', 'clerk'].filter((key) => merges.find('file:///one', key)), Object.keys(expected));
    });
  }
  test('somebody without a name is merged in the one text alone', () => {
    const merges = Merges.of([merge('1', [CLERK], A)]);
    assert.equal(merges.find('file:///one', 'clerk')?.name, 'Anna');
    assert.equal(merges.find('file:///two', 'clerk'), null);
  });
  test('the names in a circle', () => assert.deepEqual(Merges.of([merge('1', [A, B], C)]).namesIn('c'), ['Anna', 'Berta']));
  test('written and read again; a line that lacks a type is named', () => {
    const log = [merge('1', [A, CLERK], B), undo('2', '1')];
    assert.deepEqual(readLog(writeLog(log)), { operations: log, problems: [] });
    assert.equal(readLog('{"id":"1","op":"merge-entities","of":[{"key":"a","name":"Anna"}],"into":{"key":"b","name":"B","type":"person"}}').problems.length, 1);
    assert.equal(readLog('{"id":"1","op":"merge-entities","of":{},"into":{"key":"b","name":"B","type":"toString"}}').problems.length, 1);
  });
});

suite('What can be done again', () => {
  const one = merge('1', [A], B), two = merge('2', [C], D);
  const cases: readonly [string, readonly Operation[], string | undefined, string | undefined][] = [
    ['nothing was done', [], undefined, undefined],
    ['nothing was undone', [one, two], '2', undefined],
    ['one was undone', [one, two, undo('3', '2')], '1', '3'],
    ['both were undone, the last last', [one, two, undo('3', '2'), undo('4', '1')], undefined, '4'],
    ['one of both was done again', [one, two, undo('3', '2'), undo('4', '1'), undo('5', '4')], '1', '3'],
    ['both were done again', [one, two, undo('3', '2'), undo('4', '1'), undo('5', '4'), undo('6', '3')], '2', undefined],
    ['something new was done since', [one, undo('3', '1'), two], '2', undefined],
  ];
  for (const [name, log, undoable, redoable] of cases) test(name, () => assert.deepEqual([lastEffective(log)?.id, lastUndo(log)?.id], [undoable, redoable]));
});

suite('An article whose entities are merged', () => {
  const URI = 'file:///harbour.txt', engine = createEngine();
  const text = '“We stay,” Mara Ellingsen said on Monday. The ferry waits.\n\n“They go,” Oskar Brandt said. Brandt left early.\n\n“I wait,” Ms Ellingsen said.';
  const article = engine.analyze(text), words = (span: readonly [number, number]): string => text.slice(...span);
  const byName = (name: string): Party => {
    const found = article.entities.find((entity) => entity.name === name);
    assert.ok(found, name);
    return party(found.key, found.name, found.type);
  };

  test('one entity with the mentions of both, and what both said', () => {
    const merged = mergeArticle(article, URI, Merges.of([merge('1', [byName('Oskar Brandt')], byName('Mara Ellingsen'))]));
    const people = merged.entities.filter(({ type }) => type === 'person');
    assert.deepEqual(people.map(({ name, mentions }) => [name, mentions.map(({ span }) => words(span)).join(', ')]), [['Mara Ellingsen', 'Mara Ellingsen, Oskar Brandt, Brandt, I, Ms Ellingsen']]);
    assert.deepEqual(merged.quotations.map(({ speaker }) => speaker), merged.quotations.map(() => people[0]!.id));
    for (const { speaker, candidates } of merged.quotations) assert.ok(candidates.every(({ entity }) => entity !== speaker));
  });
  test('those who may be meant where that is not clear', () => {
    const two = engine.analyze('Nora Falk and Ida Brun sang. She fell.'), [nora, ida] = two.entities;
    assert.ok(nora && ida);
    assert.deepEqual(two.unclear[0]?.candidates.map(({ entity }) => entity), [ida.id, nora.id]);
    const merged = mergeArticle(two, URI, Merges.of([merge('1', [party(ida.key, ida.name, ida.type)], party(nora.key, nora.name, nora.type))]));
    assert.deepEqual(merged.unclear[0]?.candidates.map(({ entity }) => entity), [nora.id]);
  });
  test('the name of another text', () => {
    const merged = mergeArticle(article, URI, Merges.of([merge('1', [byName('Oskar Brandt')], party('person:o lund', 'Ove Lund'))]));
    assert.deepEqual(merged.entities.filter(({ type }) => type === 'person').map(({ key, name }) => [key, name]), [[byName('Mara Ellingsen').key, 'Mara Ellingsen'], ['person:o lund', 'Ove Lund']]);
    assert.deepEqual(merged.quotations, article.quotations);
  });
  test('where nothing is merged the article is the same', () => {
    assert.equal(mergeArticle(article, URI, Merges.of([])), article);
    assert.equal(mergeArticle(article, URI, Merges.of([merge('1', [party('person:x')], party('person:y'))])), article);
  });
  test('the article is left as it was', () => {
    const before = JSON.stringify(article);
    mergeArticle(article, URI, Merges.of([merge('1', [byName('Oskar Brandt')], byName('Mara Ellingsen'))]));
    assert.equal(JSON.stringify(article), before);
  });
});
