import assert from 'node:assert/strict';
import { Tag } from '../../../src/engine/layers';
import { createText } from '../../../src/engine/text/index';
import { english } from '../../../scripts/support/english';

const read = createText(english.text);

/** Each case: a sentence with the tags of the words that matter. */
const CASES: readonly string[] = [
  'Oduya/Name claims/VerbS victory/Noun in/Preposition Nordhavn/Name',
  'Minister/Noun warns/VerbS of/Preposition shortages/Nouns',
  'The claims/Nouns were/Past rejected/Participle by/Preposition the ministry/Noun .',
  'She said/Past that/Conjunction the plan had/Past been/Participle approved/Participle .',
  'That/Determiner plan is/VerbS dead/Adjective .',
  'He rejected/Past that/Determiner plan .',
  'the man that/Wh she met/Past',
  'He told/Past her/Pronoun that/Conjunction her/Possessive car was/Past stolen/Participle .',
  'They plan/Verb to/To meet/Verb in May/Name .',
  'It may/Modal rain/Verb .',
  'The officials/Nouns have/Verb described/Participle it as a failure/Noun .',
  'The accused , arrested/Participle on Monday , denied/Past the charge .',
  "He does/VerbS n't/Adverb know/Verb what/Wh they want/Verb .",
  'Moss ’s/Possessive brother said/Past it ’s/VerbS late/Adjective .',
  'The leaders’ talks/Nouns failed/Past .',
  'Who/Wh asked/Past when/Wh ?/Stop',
  'Talks broke/Past down/Particle because/Conjunction nobody/Pronoun came/Past .',
  '“/Quote We/Pronoun agree/Verb ,/Comma ”/Quote Lee told/Past reporters/Nouns .',
  'According/Gerund to the report , five/Number people died/Past quickly/Adverb .',
  'Speaking/Gerund in Grendel , she added/Past that/Conjunction talks would/Modal resume/Verb .',
];

suite('text: tags', () => {
  for (const source of CASES) {
    test(source, () => {
      const pairs = source.split(' ').map((word) => /^(.+?)\/([A-Z]\w+)$/.exec(word) ?? [word, word, '']);
      const { tokens } = read(
        pairs
          .map(([, word]) => word)
          .join(' ')
          .replace(/ (’s|n't)/g, '$1'),
        'body',
      );
      let at = 0;
      for (const [, word, tag] of pairs) {
        while (at < tokens.count && !word?.endsWith(tokens.word[at] ?? '')) at++;
        if (tag) assert.equal(Tag[tokens.tag[at] ?? 0], tag, word);
        at++;
      }
    });
  }

  test('tags do not depend on what was read before', () => {
    const once = [...read('The claims were rejected.', 'body').tokens.tag];
    read('“A long text, with many different words in it — said nobody, ever…”', 'body');
    assert.deepEqual([...read('The claims were rejected.', 'body').tokens.tag], once);
  });
});
