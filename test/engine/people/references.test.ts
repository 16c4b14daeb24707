import assert from 'node:assert/strict';
import { PEOPLE_RULES } from '../../../src/engine/people/rules';
import { marked } from '../../support/marked';
import { check, engine } from './support';

const PRONOUNS = [
  // Subjects go on.
  'Anna Lind opened the bakery in 1998. [Lind She] still works there every morning.',
  'Peter Okafor won the race on Sunday. [Okafor He] had trained for six years.',
  'Anna Lind met Peter Okafor at the harbour. [Okafor He] was late.',
  'Anna Lind met Peter Okafor at the harbour. [Lind She] was late.',
  'Peter Okafor met Anna Lind at the harbour. [Lind Her] coat was red.',
  'Marcus Webb scored twice against Norvik. The crowd loved [Webb him].',
  'Marcus Webb scored twice before [Webb his] coach took [Webb him] off.',
  'Julia Marsh conducted the orchestra, and [Webb Marcus Webb] played the cello. [Marsh She] bowed first.',
  'Rosa Delgado, who runs the gallery, said [Delgado she] would sell [Delgado her] collection.',
  // Reporting.
  'Thomas Reed said [Reed he] was tired.',
  'Thomas Reed said that [Reed his] team had lost.',
  '“We lost,” said Thomas Reed. “It hurts,” [Reed he] added.',
  'Claire Fontaine told the court that [Fontaine she] had never met the buyer.',
  'According to Claire Fontaine, [Fontaine her] firm had paid the fine.',
  'Thomas Reed told Claire Fontaine that [Reed he] would resign.',
  'Thomas Reed told Claire Fontaine that [Fontaine she] would be paid.',
  'Claire Fontaine said Thomas Reed had sold [Reed his] shares.',
  // Owners and reflexives.
  'Henry Cole sold [Cole his] boat.',
  'Henry Cole blamed [Cole himself] for the loss.',
  'Susan Park thanked [Park her] voters.',
  'Susan Park hurt [Park herself] in training.',
  'Henry Cole and [Cole his] daughter left early.',
  // Gender from titles and roles.
  'Mr Tanaka and Mrs Abara spoke for an hour. [Tanaka He] left first.',
  'Mr Tanaka and Mrs Abara spoke for an hour. [Abara She] left first.',
  'Spokeswoman Kim Dale declined to comment. [Dale She] cited the inquiry.',
  'Actress Robin Vale won the prize. [Vale She] dedicated it to the crew.',
  // Across paragraphs.
  'Diana Frost bought the theatre in May.\n\n[Frost She] plans to reopen it.',
  'Diana Frost bought the theatre in May.\n\nThe roof leaks.\n\n[Frost She] plans to repair it.',
  'George Hale founded the brewery.\n\n“Beer is simple,” [Hale he] said.\n\n[Hale He] sold it last year.',
  // Named later in the sentence.
  'After [Novak he] left the stage, Daniel Novak signed autographs.',
  'In [Quinn her] first season, Laura Quinn won nine matches.',
  // First person inside quotations, and not outside.
  '“[Reed I] am tired,” said Thomas Reed.',
  '“[Frost My] house is small,” Diana Frost said. “[Frost I] like it.”',
  'Diana Frost said: “They asked [Frost me] to stay.”',
  '[nobody I] went to the market on Monday.',
  '“[nobody You] must see it,” said Diana Frost.',
  '“[nobody We] are one country,” said Diana Frost.',
  // Nobody to mean.
  '[nobody He] left.',
  '[nobody She] had closed the door before the rain began.',
  'It rained. The ships came in. [nobody He] waited.',
  'Diana Frost closed the theatre. [nobody He] was sorry.',
  // Not the speaker in his own words.
  'Gordon Vance won. “[Vance He] is a fine striker,” Peter Okafor said. “[Vance He] will score.”',
];

const ROLES = [
  // Beside a name.
  'Anna Lind, [Lind a baker], won the prize.',
  'Anna Lind, [Lind the mayor], opened the bridge.',
  'Samuel Ortiz, [Ortiz a lawyer] for the union, asked for more time.',
  'Samuel Ortiz, [Ortiz the union’s lawyer], asked for more time.',
  '[Ortiz The prosecutor], Samuel Ortiz, asked for more time.',
  '[Ortiz A lawyer] for the union, Samuel Ortiz, asked for more time.',
  'Henry Cole came with [Tessa his wife] Tessa Cole.',
  // Said to be.
  'Laura Quinn is [Quinn a goalkeeper].',
  'Laura Quinn was [Quinn a teacher] before the war.',
  // Known by what the article says.
  'Foreign Minister Olga Brandt flew home. [Brandt The minister] gave no reason.',
  'Prime Minister Arthur Penn resigned on Friday. [Penn The prime minister] had lost a vote.',
  'President Maria Solis signed the law. [Solis The president] called it overdue.',
  'Coach Ben Hollis praised the team. [Hollis The coach] named no names.',
  'Defender Paul Greco was sent off. [Greco The defender] had fouled twice.',
  'Singer Nadia Flores cancelled the tour. [Flores The singer] has a cold.',
  'Judge Helen Moss closed the case. [Moss The judge] spoke for an hour.',
  'Finance Minister Olga Brandt met Defence Minister Karl Ruiz. [Brandt The finance minister] left first.',
  'Finance Minister Olga Brandt met Defence Minister Karl Ruiz. [Ruiz The defence minister] left first.',
  'French President Luc Moreau met German Chancellor Anke Weiss. [Moreau The French president] spoke first.',
  'French President Luc Moreau met German Chancellor Anke Weiss. [Weiss The German chancellor] spoke first.',
  'Anna Lind, a baker, won the prize. [Lind The baker] cried.',
  'Earlier [Hale the judge], Mrs Justice Hale, warned the jury. [Hale She] spoke for an hour.',
  // Not somebody whose own role is another.
  'Olga Brandt, the port minister, met the owners.\n\nPaul Sorin, a crane driver, said he expected [Brandt the minister] to come.',
  // An office that a word makes another's is not the plain one.
  'Mayor Carl Tove opened the pool. Former mayor Ute Hansen stayed at home. [Tove The mayor] was not ill.',
  'Mayor Carl Tove opened the pool. Former mayor Ute Hansen stayed at home. [Hansen The former mayor] was ill.',
  'Governor Ada Birk and Deputy Governor Rolf Stein flew to Lima. [Birk The governor] spoke first.',
  'Governor Ada Birk and Deputy Governor Rolf Stein flew to Lima. [Stein The deputy governor] spoke first.',
  'Coach Ina Blum was furious. Assistant coach Oskar Pohl laughed. [Blum The coach] left at once.',
  'Acting director Mia Kron met the director, Sven Lode. [Lode The director] had been ill.',
  'Ex-president Hugo Alba sued. [Alba The former president] wants his house back.',
  'The vice chairman, Otto Lind, voted no. [chairman The chairman] voted yes, and [chairman the chairman] won.',
  'Danish minister Kai Holm met Finnish minister Aino Salo. [Holm The Danish minister] smiled.',
  'Danish minister Kai Holm met Finnish minister Aino Salo. [Salo The Finnish minister] smiled.',
  // The object of a clause is not its subject.
  'Gerd Maas accused [mayor the mayor] of fraud. [mayor The mayor] denied it.',
  'Gerd Maas met [bishop the bishop] in June. “It rained,” [bishop the bishop] said.',
  'Ms Orloff asked [minister the minister] for an answer. [minister The minister] gave none.',
  'Nina Falk blamed [coach the coach]. “I slept,” [coach the coach] told her.',
  // Unnamed people are somebody too, once somebody mentions them again.
  '[teacher A teacher] called the police. [teacher She] had seen the smoke.',
  '[officials Western officials] said the ship was empty.',
  '[officials Port officials] said the ship was empty. [officials They] gave no proof.',
  'The court heard [witness a witness] on Monday. [witness The witness] had seen nothing.',
  // Kin are others.
  'Henry Cole thanked [mother his mother]. [mother She] had paid for the boat.',
  'Susan Park’s father built the mill. [Park Susan Park] sold it.',
];

/** Bodies as “it” and by a noun of their kind; “it” that is nobody makes no entity. */
const BODIES = [
  'Orvik Airlines lost money in March. “Fuel was dear,” [Orvik it] said.',
  'Pellham Motors will shut its plant. [Pellham The carmaker] said 200 people would go.',
  'Pellham Motors will shut its plant. “Sales are poor,” [Pellham the company] said.',
  'The Lindgren Committee met on Friday. [Committee The committee] said the law was old.',
  'Fairburn University opened a library. “Students asked for it,” [University the university] said.',
  'Orvik Foods, a bakery chain, sacked its chief. [Orvik The chain] said sales were weak.',
  'The Ministry of Health denied the report. “No patient was hurt,” [Ministry the ministry] said.',
  '[nobody It] is said that the house is cursed.',
];

const NAMES = [
  'Lena Short, a vet, came late. “The cow is fine,” [Short Short] said.',
  'Anna Lind spoke first. [Lind Lind] left early.',
  'Anna Lind spoke first. [Lind Mrs Lind] left early.',
  'Professor Ivan Petrenko spoke first. [Petrenko Petrenko] left early. [Petrenko Professor Petrenko] was ill.',
  'Joan Petrie KC questioned Karl Ruiz. [Petrie Ms Petrie] sat down, and [Ruiz he] left.',
  'Paul Sorin and Laura Sorin run the hotel. [Laura Mrs Sorin] cooks.',
  'Paul Sorin and Laura Sorin run the hotel. [Paul Mr Sorin] cooks.',
  'Paul Sorin runs the hotel. Sorin cooks.\n\nLaura Sorin runs the bar. [Laura Sorin] sings.',
];

suite('people: pronouns', () => {
  for (const source of PRONOUNS) test(source, () => check(source));
});
suite('people: roles', () => {
  for (const source of ROLES) test(source, () => check(source));
});
suite('people: bodies', () => {
  for (const source of BODIES) test(source, () => check(source));
});
suite('people: names', () => {
  for (const source of NAMES) test(source, () => check(source));
});

suite('people: what every mention carries', () => {
  const article = engine.analyze([...PRONOUNS, ...ROLES, ...NAMES].map((source) => marked(source).text).join('\n\n'));
  const mentions = article.entities.flatMap((entity) => entity.mentions);

  test('a rule that a reader can read', () => {
    for (const { why } of mentions) {
      assert.ok(PEOPLE_RULES[why.rule], why.rule);
      if (PEOPLE_RULES[why.rule]?.includes('{evidence}')) assert.ok(why.evidence, why.rule);
    }
  });

  test('one entity for each mention, in order of the text', () => {
    const spans = article.entities.flatMap(({ mentions: list }) => list.map(({ span }) => span.join()));
    assert.equal(new Set(spans).size, spans.length);
    for (const { mentions: list } of article.entities)
      list.forEach(({ span }, index) => assert.ok(index === 0 || span[0] >= (list[index - 1]?.span[0] ?? 0)));
  });

  test('keys that no two entities share', () => {
    const keys = article.entities.map(({ key }) => key);
    assert.equal(new Set(keys).size, keys.length);
  });
});
