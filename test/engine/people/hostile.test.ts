import assert from 'node:assert/strict';
import { createEngine } from '../../../scripts/support/english';

const engine = createEngine();
const letters = (n: number): string => n.toString(26).replace(/[0-9]/g, (digit) => 'qrstuvwxyz'.charAt(Number(digit)));

suite('people: texts that nobody wrote', () => {
  const CASES: readonly (readonly [name: string, text: string])[] = [
    ['a name made of markdown', 'Mr **Bold** [Link](command:x) said “no”. He <b>left</b>. `She` said he did.'],
    ['only pronouns', 'he she they him her them his her their himself herself I me my '.repeat(400)],
    [
      'only roles',
      'the president of the minister of the teacher’s father’s son’s wife’s lawyer, a man, the woman, '.repeat(300),
    ],
    ['reports in reports', 'Ann Lee said that he said that she told him that '.repeat(400)],
    ['one name many times', 'Ann Lee '.repeat(5000)],
    ['no words', '“”‘’—…!?()[]{}'.repeat(500)],
    ['half of a character', 'Ann \ud800 Lee said \udc00 he left.'],
    ['a byte order mark', '\ufeffAnn Lee left. She waved.'],
  ];
  for (const [name, text] of CASES) {
    test(name, () => {
      const { entities } = engine.analyze(text);
      for (const { mentions } of entities)
        for (const { span } of mentions) assert.ok(span[0] >= 0 && span[0] < span[1] && span[1] <= text.length);
    });
  }

  test('two thousand names in one text', () => {
    const text = Array.from(
      { length: 2_000 },
      (_, i) => `Mr Zo${letters(i)} Qu${letters(i * 31)} spoke. He left.`,
    ).join('\n\n');
    assert.ok(engine.analyze(text).entities.length > 1_000);
  });
});
