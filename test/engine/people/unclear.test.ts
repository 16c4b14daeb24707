import assert from 'node:assert/strict';
import { explain } from '../../../src/engine/index';
import { marked } from '../../support/marked';
import { engine } from './support';

/** Each case marks what names nobody in particular with the surnames of those who may be meant, the likeliest first; "clear" marks what must not be among these. */
const CASES = [
  'Nora Falk and Ida Brun ran the last lap together. [Brun-Falk She] fell at the line.',
  'Judge Tom Reed and prosecutor Paul Sorin left the court. [Sorin-Reed He] did not speak to reporters.',
  'Tom Reed and Paul Sorin argued in the street. The police took [Sorin-Reed him] away.',
  'Nora Falk, a goalkeeper, met Ida Brun, a goalkeeper from Turku. [Brun-Falk The goalkeeper] sang.',
  'President Nora Falk met President Ida Brun in Oslo. [Brun-Falk The president] smiled.',
  'Striker Jon Vik and striker Per Moe scored. [Moe-Vik The striker] was sent off later.',
  'Tom Reed and Paul Sorin own the mill. [clear His wife] runs it. “I told [Sorin-Reed him] so,” [clear she] said.',
  'Nora Falk and Ida Brun wrote the book. Tom Reed and Paul Sorin sold it. “[Sorin-Reed He] was proud,” said Hanna Lind.',
  // Words that show who is meant.
  'Nora Falk and Tom Reed married in May. [clear She] is a baker.',
  'Nora Falk and Ida Brun sang. Brun had written the song. [clear She] was happy.',
  'Tom Reed told Paul Sorin that [clear he] had lost.',
  'Nora Falk and Ida Brun wrote the book. “[clear She] did the work,” Ida Brun said.',
  'Nora Falk, a goalkeeper, met Ida Brun, a coach. [clear The goalkeeper] sang.',
  // Words that name no person, or nobody who is in the text.
  'Nora Falk and Ida Brun came home. [clear It] rained, as [clear you] know.',
  'It rained. The ships came in and [clear they] were full.',
  'The shares fell by a third, analysts said. [clear They] had risen in May.',
  '[clear He] left.',
  '[clear The president] smiled. Nora Falk and Ida Brun did not.',
];

suite('people: whom the text does not show', () => {
  for (const source of CASES)
    test(source, () => {
      const { text, spans } = marked(source),
        { entities, unclear } = engine.analyze(text),
        nameOf = new Map(entities.map(({ id, name }) => [id, name]));
      for (const [label, list] of Object.entries(spans))
        for (const [start, end] of list) {
          const found = unclear.find(({ span }) => span[0] === start && span[1] === end),
            surnames = found?.candidates.map(({ entity }) => nameOf.get(entity)?.split(' ').pop());
          assert.equal(surnames?.join('-') ?? 'clear', label, text.slice(start, end));
          if (found)
            assert.ok(
              entities.every(({ mentions }) => mentions.every(({ span }) => span[0] !== start || span[1] !== end)),
              'is no mention of anybody',
            );
        }
    });

  test('says why, and how sure each of those is who may be meant', () => {
    const text = 'Nora Falk and Ida Brun ran the last lap together. She fell at the line.',
      [she] = engine.analyze(text).unclear;
    assert.ok(she);
    assert.equal(
      explain(she.why, text),
      'Several people nearby may be meant, and the words do not show which of them.',
    );
    assert.ok(she.candidates.every(({ confidence }) => confidence > 0.2 && confidence < 0.8));
  });

  test('survives a round trip through JSON', () => {
    const { unclear } = engine.analyze('Nora Falk and Ida Brun sang. She fell.');
    assert.deepEqual(JSON.parse(JSON.stringify(unclear)), unclear);
  });
});
