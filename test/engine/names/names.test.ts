import assert from 'node:assert/strict';
import { checkNames, namesIn } from './support';

suite('names', () => {
  checkNames('persons with titles', [
    'The plan was drafted by [P Mr Brandvold] last week.',
    '“We will not move,” [P Ms Adeyemi] told reporters.',
    'He met [P Dr Helena Marsh] in [L Geneva].',
    'The bill was signed by [P President Tomas Keller] on Monday.',
    '[P [G French] Foreign Minister Claire Dumont] arrived in [L Madrid].',
    '[P [L US] President Martin Hale] will travel to [L Berlin].',
    'A letter from [P Prime Minister Anders Holm] reached [L Oslo] late on Friday.',
    '“It is over,” said [P spokesman Peter Lang].',
    'The motion was backed by [P Senator Ruth Calloway].',
    'He was joined by [P [G German] counterpart Jonas Weber].',
    '[P Chancellor Weber] and [P President Keller] spoke by telephone.',
    '[P [O Kremlin] spokesman Oleg Sorokin] declined to comment.',
    '“That gives \\[the\\] [P President \\[Tomas\\] Keller] the means,” he said.',
    'She wrote to [P Secretary of State Daniel Brook].',
    'The case was heard by [P Judge Amelia Stone].',
  ]);
  checkNames('names with particles, hyphens and initials', [
    'The essay by [P Jean-Luc Moreau] won.',
    'It was [P Karel van der Veen] who called.',
    'The book by [P J. R. Whitlock] sold out.',
    'The goal came from [P Lee Min-ho] in added time.',
    'He quoted [P Sofia de la Torre] twice.',
  ]);
  checkNames('places', [
    'Rain fell over [L Lisbon] and [L Porto].',
    'The ship left [L Rotterdam] for [L New York].',
    'Farmers in [L Kenya] and [L Uganda] lost their crops.',
    'The road runs from [L Denver], [L Colorado], to the coast.',
    'The fleet sailed into the [L Black Sea].',
    '[L Moscow] has rejected the offer.',
    'Talks between [L Russia] and the [L United States] failed.',
    'Many in the [L West] oppose it.',
    'The [L UK] left the talks in [L Vienna].',
    'Wildfires spread across southern [L California].',
    'The storm hit [L South Korea] on Sunday.',
  ]);
  checkNames('groups', [
    'The [G Ukrainian] army moved north.',
    'Several [G Russian] tanks returned.',
    'Most [G Europeans] agree with the [G Americans].',
    'There are fears in many [G Western] capitals.',
    'Two [G Canadian] climbers were rescued.',
    '[G Republicans] in the chamber voted against it.',
    'A [G North American] company built it.',
  ]);
  checkNames('compounds with hyphens', [
    'The pro-[G Russian] rally ended early.',
    'A [L US]-led coalition is ready.',
    'The [O EU]-[L US] summit was cancelled.',
    'The [L Russia]-[L Ukraine] border is closed.',
    'The [L London]-based company grew.',
  ]);
  checkNames('organizations', [
    'The [O European Union] and [O NATO] issued a statement.',
    'The [O BBC] reported the story first.',
    'Shares in [O Boeing] fell by 3 percent.',
    'The [O United Nations] sent observers.',
    'He studied at the [O University of Edinburgh].',
    'She works for [O Microsoft] in [L Seattle].',
    'The ruling of the [O Supreme Court] was unanimous.',
    'The [O World Health Organization] advised against it.',
    'The [O FBI] opened an inquiry.',
    'Staff at the [O White House] were told to leave.',
    "He spoke for [O [L Norway]'s Defence Ministry].",
    'The strike at [O Air France] went on.',
  ]);
  checkNames('sports', [
    '[P Marta Silva] beat [P Anna Kowalska] in straight sets.',
    '[P Coach Dan Murray] praised his players.',
    'The defender joined [O Aston Villa] in January.',
    'The final will be played in [L Paris].',
    '[P Silva] won in [L Melbourne] last year. “I am tired,” [P Silva] said.',
    'The [G Kenyan] runner finished second in [L Boston].',
    'Fans from [L Liverpool] sang all night.',
  ]);
  checkNames('business', [
    '“Demand is weak,” said [P analyst Laura Finch].',
    'The chief executive of [O Toyota], [P Kenji Mori], resigned.',
    '[O Facebook] will open an office in [L Dublin].',
    '[O General Motors] cut 2,000 jobs in [L Michigan].',
    'The company hired [P Robert Lane] from [O Google].',
    'Oil from [L Norway] and [L Nigeria] became cheaper.',
    'The fund is run by [P Priya Raman].',
    '[P [O Apple] chief executive Owen Park] sold shares.',
  ]);
  checkNames('courts', [
    'Lawyers for [P Brian Keane] asked for more time.',
    '[P Mrs Doyle] was cleared of all charges in [L Leeds].',
    'The jury convicted [P Samuel Ortega] of fraud.',
    '[P Detective Carla Nunez] gave evidence.',
    'The trial of [P Ivan Petrov] opened in [L Sofia].',
    'He was arrested in [L Texas] on Tuesday.',
  ]);
  checkNames('culture and science', [
    'The film by [P Agnes Lindqvist] opened in [L Venice].',
    'The [P singer Bella Rossi] cancelled her tour.',
    'The novel is set in [L Istanbul].',
    '[P Professor Alan Whitfield] found the fossil in [L Argentina].',
    'The museum in [L Amsterdam] bought a painting by [P Pieter Claesz].',
    '[O NASA] launched the probe from [L Florida].',
    'The orchestra played in [L Tokyo] and [L Osaka].',
    'The study was led by [P Maria Gomez] at [O Stanford University].',
  ]);
  checkNames('one name, one type in an article', [
    '[P Brandvold] says the harbour will stay open\n\nThe mayor, [P Ingrid Brandvold], spoke on Monday. [P Brandvold] said the town could not wait.',
    '[P Okafor] wins again\n\nIt was the third title for [P Daniel Okafor]. “I am proud,” [P Okafor] said.',
    '[P [G French] President Claire Dumont] spoke first. [P Dumont] said [L Paris] would pay.',
  ]);
  checkNames('what is no name', [
    'On Tuesday the shop was closed, and in May it burned down.',
    'However, the council disagreed.',
    'The minister said the plan was ready.',
    'She said: “Nobody knows.”',
    'Monday was quiet. Yesterday was not.',
    'It rained in April and in August.',
    'He drank tea. They left at noon.',
    'Prices rose 5 percent in March.',
    'The president will speak later.',
    '“Stop,” he said. “Go home.”',
  ]);
});

suite('names in hostile text', () => {
  for (const [title, text] of Object.entries({
    'capitals without end': 'Ann Lee of '.repeat(3000),
    brackets: '[A] '.repeat(5000),
    hyphens: 'A-B-'.repeat(5000),
    titles: `${'president '.repeat(5000)}Ann Lee`,
    'lone surrogates': '\ud83d Ann \udc00 Lee',
    nothing: '',
  }))
    test(title, () => assert.ok(Array.isArray(namesIn(text))));
});
