import assert from 'node:assert/strict';
import { marked } from '../../support/marked';
import { check, engine } from './support';

/** Short news of every section of a paper: whom each name, role and pronoun means. Most are no politics. */
const CASES: Readonly<Record<string, readonly string[]>> = {
  sport: [
    'Striker Luis Amaro scored twice. [Amaro The 24-year-old] joined in May. [Amaro He] has ten goals.',
    'Luis Amaro, 24, scored twice on Sunday. Goalkeeper Ben Hollis, 31, was injured. [Amaro The 24-year-old] will miss the final.',
    'Luis Amaro, 24, scored twice on Sunday. Goalkeeper Ben Hollis, 31, was injured. [Hollis The 31-year-old] will miss the final.',
    'Serbia’s Marko Velic beat Spain’s Pablo Ruiz. [Velic The Serb] won in three sets.',
    'Serbia’s Marko Velic beat Spain’s Pablo Ruiz. [Ruiz The Spaniard] lost in three sets.',
    'Spanish midfielder Pablo Ruiz joined Norvik United. [Ruiz The Spaniard] signed for three years.',
    'Swimmer Ada Holm broke the record. [Holm She] touched the wall first, and [Holm her] coach cried.',
    'Coach Petra Lange praised Ida Roth. “[Roth She] is the best,” [Lange Lange] said.',
    'Ida Roth won the race. Petra Lange came second. [Roth Roth] thanked [Roth her] parents.',
    'Wang Xiu won the gold medal. [Xiu Wang], 19, thanked [Xiu her] parents.',
    'Goalkeeper Tom Barker saved two penalties. [Barker The goalkeeper] had been ill.',
    'Captain Nils Berg was sent off. [Berg The captain] apologised to [Berg his] team.',
    'Rider Carla Mendes fell on the last lap. [Mendes She] broke [Mendes her] wrist.',
    'Boxer Sam Oduya beat Leo Frisch. [Oduya Oduya] knocked [Frisch Frisch] down twice.',
    'Manager Rita Sand resigned on Monday. Club president Olaf Brekke thanked [Sand her].',
    'Jonas Falk and Mia Falk won the mixed doubles. [Jonas Jonas Falk] served first.',
    'Jonas Falk and Mia Falk won the mixed doubles. [and The pair] lost no set.',
    'Kim Dale hurt [Dale herself] in training. [Dale Her] coach, Tom Black, said [Black he] was worried.',
    '“[Roth I] could not breathe,” said the sprinter Ida Roth. “[Roth My] legs were gone.”',
    'Nadia Petrova, the defending champion, lost in the first round. [Petrova The champion] left the court in tears.',
    'Rower Jan Visser trains alone. [Visser Visser], who is 40, said [Visser he] had no plans to retire.',
    'The referee, Paul Kern, stopped the match. [Kern He] showed [Amaro Luis Amaro] a red card.',
    'Ana Sousa beat Eva Nagy. [Nagy Nagy] said [Nagy she] had slept badly.',
    'Skier Lars Moen won by two seconds. Norway’s coach said [Moen Moen] had trained harder than anybody.',
  ],
  business: [
    'Helen Marsh, chief executive of Brightwater, will leave in June. [Marsh She] joined the firm in 2011.',
    'Founder Otto Brandt sold [Brandt his] shares. [Brandt The founder] owned a third of the company.',
    'Igor Blom bought the brewery in 2001. [Blom Mr Blom] closed it last year.',
    'Sara Linde and Max Linde founded the bakery. [Sara Sara Linde] runs the shop.',
    'Sara Linde and Max Linde founded the bakery. [and The couple] sold it in May.',
    'Chairman Leo Falk told the board that [Falk he] would step down.',
    'Analyst Rita Moss cut [Moss her] forecast. [Moss Moss] said demand was weak.',
    'Finance chief Nora Beck resigned. [Beck Beck], 52, will be replaced by Tim Ash.',
    'Investor Karl Ruiz sued the founder, Mona Pike. [Ruiz Ruiz] said [Pike Pike] had misled [Ruiz him].',
    'William Harlow runs the mill. [Harlow Bill Harlow] inherited it from [Harlow his] father.',
    'The banker Julia Stone was fined. [Stone Ms Stone] will appeal.',
    'Economist Vera Lund expects a recession. [Lund The economist] said prices would fall.',
    'Trader Ali Reza lost 4 million euros. [Reza Reza] blamed [Reza himself].',
    'Brightwater’s founder, Anna Kroll, bought [Kroll her] rival. [Kroll She] paid 3 million euros.',
    '“[nobody We] were too slow,” said Helen Marsh. “[Marsh I] was too slow.”',
    'Owner Peter Quill closed the hotel. [Quill He] had bought it from Ada Stern, who built it. [Quill Quill] gave no reason.',
    'Maria Costa, a former nurse, founded the company. [Costa The former nurse] employs 40 people.',
    'Dr Emil Voss leads the laboratory. [Voss Dr Voss] said [Voss he] would hire ten chemists.',
    'Union leader Greta Holt met the employers. [Holt Holt] said [Holt her] members would strike.',
    'The Harbour Workers’ Union (HWU) will strike. The [Union HWU] has 4,000 members.',
  ],
  courts: [
    'A man was arrested on Sunday. [Kern The man], named by police as Joel Kern, 30, denied the charge.',
    'A woman identified as Rosa Delgado was hurt. [Delgado She] is in hospital.',
    'Judge Alan Pryce jailed Derek Mole for six years. [Pryce The judge] called the crime cruel.',
    'Prosecutor Dan Orr questioned Ruth Kell. [Kell Kell] said [Kell she] had seen nothing.',
    'Witness Dan Orr, 29, said the foreman, Paul Kern, had sent the crane away. “I saw nothing,” [Orr he] told the court.',
    'Lawyer Dan Orr said Mr Kern’s silence changed nothing. “A man is dead. Where is the driver?” [Orr he] asked.',
    'Defence lawyer Tessa Quist said [Quist her] client was innocent.',
    'Derek Mole, 41, was led away. [Mole His] lawyer, Tessa Quist, said [Quist she] would appeal.',
    'John Marlow, a plumber, sued Peter Marlow, a dentist. [Peter The dentist] denied the claim.',
    'John Marlow, a plumber, sued Peter Marlow, a dentist. [John The plumber] wants 4,000 euros.',
    'John Marlow sued Peter Marlow. [Peter Peter Marlow] denied the claim.',
    'Ann Lee and Bob Lee divorced in 1990. [Ann Mrs Lee] kept the house.',
    'Ann Lee and Bob Lee divorced in 1990. [Bob Mr Lee] kept the car.',
    'The witness, Ruth Kell, wept. [Kell The witness] had known the victim for years.',
    'Police officer Karl Ruiz chased the thief. [Ruiz Ruiz] broke [Ruiz his] ankle.',
    'Mrs Justice Hale sentenced Thomas Reed. [Hale She] said [Reed he] had shown no remorse.',
    'Inspector Lena Hart led the inquiry. [Hart The inspector] said [Hart she] had found the car.',
    'The foreman, Lena Hart, said [Hart she] had warned the crew.',
    'Chairman Maria Olsen adjourned the hearing. [Olsen She] will rule on Friday.',
    'Barrister Joan Petrie KC spoke for two hours. [Petrie Petrie] called the case weak.',
    'Clara Dunn told the jury that [Dunn she] feared for [Dunn her] life.',
    'The defendant, Marcus Webb, pleaded guilty. [Webb The defendant] will be sentenced in May.',
  ],
  science: [
    'Professor Aisha Bello led the study. [Bello Bello] is a biologist. [Bello She] works in Norvik.',
    'Aisha Bello, a biologist, counted the bees. [Bello The biologist] found that [Bello her] bees sleep.',
    'Astronomer Hugo Lemaire discovered the comet. [Lemaire He] named it after [Lemaire his] daughter.',
    'Dr Maya Rao and Dr Felix Brandt shared the prize. [Rao Rao] thanked [Rao her] students.',
    'Engineer Ole Dahl built the robot. [Dahl The engineer] said [Dahl he] had tested it for years.',
    'Chemist Irene Novak died on Monday. [Novak She] was 91.',
    'Nurse Paul Adeyemi vaccinated 300 people. [Adeyemi He] said [Adeyemi his] arm hurt.',
    'Botanist J. R. Hooper found the orchid. [Hooper Hooper] has not said where.',
    'Hermann Höller and Ida Roth wrote the paper. [Hermann Hoeller] drew the maps.',
    'Geologist Rosa Maria Teles climbed the volcano. [Teles Rosa Teles] took samples.',
    'Doctor Elizabeth Crane ran the clinic. [Crane Liz Crane] retired in May.',
    'Physicist Sergei Antonov disagreed. “[Antonov I] see no proof,” [Antonov Antonov] said.',
    'The linguist Omar Haddad speaks nine languages. [Haddad He] learned the first from [Haddad his] mother.',
    'Zoologist Mary Finch tracked the wolves. [Finch The zoologist] lost [Finch her] way twice.',
    'Programmer Wen Li found the error. [Li She] told [Li her] manager, who thanked [Li her].',
    'Surgeon Hana Suzuki operated for nine hours. [Suzuki Dr Suzuki] said the patient was well.',
  ],
  culture: [
    'The cellist Olga Stern cancelled the concert. [Stern Stern] has a fever. “[Stern My] hands hurt,” [Stern she] said.',
    'Novelist Edith Grey wrote the letter in 1914. [Grey She] never sent it.',
    'Singer Nadia Flores cancelled the tour. [Flores The singer] has a cold.',
    'Conductor Yuki Mori rehearsed with soprano Clara Voss. [Voss The soprano] sang twice.',
    'Conductor Yuki Mori rehearsed with soprano Clara Voss. [Mori The conductor] praised [Voss her].',
    'Painter Emil Sand left [Sand his] house to the city. [Sand The painter] died in May.',
    'Actress Robin Vale won the prize. [Vale She] dedicated it to the crew.',
    'Director Lucas Hahn shot the film in a week. [Hahn The director] wrote it [Hahn himself].',
    'Poet Sam Rivera, who uses they/them pronouns, won the prize. [Rivera They] read a poem.',
    'Sculptor Hermann Götz and painter Eva Klein share a studio. [Hermann Goetz] pays the rent.',
    'Pianist Fyodor Dostalsky played twice. [Dostalsky Dostalskiy] will return in June.',
    'The actor Rosa Brandão plays the queen. [Rosa Brandao] is 70.',
    'Author Margaret Doyle hates the film. [Doyle Peggy Doyle] wrote the book in a month.',
    'Guitarist Theo Marlow and Julia Frost met in 2009. [and They] formed a band.',
    'Dancer Peter Greco and his wife, Ada Greco, opened a school. The [Grecos Grecos] teach tango.',
    'Drummer Peter Okafor and singer Marta Okafor wrote the song. Critics adore the [Okafors Okafors].',
    'Chef Ada Greco opened a restaurant. [Greco She] named it after [Greco her] father.',
    'Curator Ian Muir found the letter. “[Muir I] was shaking,” said [Muir Muir].',
    'Composer Tariq al-Masri finished the opera. [al-Masri El-Masri] wrote it in prison.',
    'Comedian Rob Stone is ill. [Stone Robert Stone], 60, cancelled three shows.',
  ],
  politics: [
    'Foreign Minister Anne Keller visited Oslo. [Keller The foreign minister] signed a treaty. [Keller She] left on Tuesday.',
    'French President Luc Moreau called Ivan Morozov. Moreau told [Morozov his Russian counterpart] that war was avoidable.',
    'President Ivan Morozov met German Chancellor Anke Weiss. [Weiss The chancellor] spoke first.',
    'Ukrainian President Oleh Marchenskyy landed in Kyiv. [Marchenskyy Marchensky] thanked the crew. [Marchenskyy Marchenskiy] left [Kyiv Kiev] at noon.',
    'The Harbour Workers’ Union met on Monday. Members of [Union HWU] voted to strike.',
    'Senator Ruth Abel and Senator Carl Abel voted no. [Ruth Ruth Abel] gave a speech.',
    'Prime Minister Arthur Penn resigned. Opposition leader Nora Quist said [Penn he] had no choice.',
    'Mayor Lucia Ferrer opened the bridge. [Ferrer The mayor] cut the ribbon [Ferrer herself].',
    'President Barack Okello and Michelle Okello bought a house. The [Okellos Okellos] will move in June.',
    'President Barack Okello and Michelle Okello bought a house. [and They] will move in June.',
    'King Harald Vik met Queen Sofia Vik. [Sofia The queen] wore blue.',
    'Vladimir Sorin met Vladimir Malenko. [Sorin Sorin] spoke first, then [Malenko Malenko].',
    'Minister Paul Sorin and his wife Laura Sorin left. [Laura Mrs Sorin] waved.',
    'The spokeswoman, Kim Dale, said [Dale she] knew nothing.',
    'Secretary of State Paul Reeve met his Chinese counterpart, Liu Han. [Han Liu] smiled.',
    'German chancellor Anke Weiss met the French president, Luc Moreau. [Moreau The French president] spoke first.',
    'Yevgeny Morozov spoke for an hour. [Morozov Evgeny Morozov] was interrupted twice.',
    'Mohammed Rahimi is the new ambassador. [Rahimi Muhammad Rahimi] studied in Norvik.',
    'Muammar Qaddafi ruled for years. A soldier said [Qaddafi Gaddafi] had fled.',
    'Ambassador Ilse de Brune resigned. Her deputy said [Brune de Brune] had left the country.',
  ],
};

for (const [section, cases] of Object.entries(CASES))
  suite(`people: ${section}`, () => {
    for (const source of cases) test(source, () => check(source));
  });

suite('people: why', () => {
  const why = (source: string, label: string): { rule: string; evidence: string; gave: number } => {
    const { text, spans } = marked(source),
      [span] = spans[label] ?? [],
      article = engine.analyze(text);
    const mention = article.entities
      .flatMap(({ mentions }) => mentions)
      .find((each) => each.span[0] === span?.[0] && each.span[1] === span[1]);
    assert.ok(mention, source);
    return {
      rule: mention.why.rule,
      evidence: mention.why.evidence ? text.slice(...mention.why.evidence) : '',
      gave: mention.why.confidence,
    };
  };

  test('a given name alone is weak evidence of a gender, and the reason says so', () => {
    assert.equal(why('Anna Lind met Peter Okafor. [X She] was late.', 'X').rule, 'given-name');
    assert.notEqual(why('Mrs Lind met Mr Okafor. [X She] was late.', 'X').rule, 'given-name');
  });

  test('“the foreman” is no evidence of a man', () => {
    assert.deepEqual(
      why('Foreman Lena Hart warned the crew. The foreman said [X she] was sorry.', 'X').evidence,
      'The foreman',
    );
    check('The foreman warned the crew. [foreman She] was sorry.');
  });

  test('two people of one surname: the reason names the one named last before', () => {
    const { rule, evidence } = why(
      'John Marlow sued Peter Marlow. Peter Marlow, a dentist, said [X Marlow] was a liar.',
      'X',
    );
    assert.deepEqual([rule, evidence], ['shared-name-near', 'Peter Marlow']);
  });

  test('a title that fits the given name of one of two', () =>
    assert.equal(
      why('Ann Lee and Bob Lee divorced in 1990. [X Mrs Lee] kept the house.', 'X').rule,
      'shared-name-given',
    ));

  test('the family', () =>
    assert.equal(
      why('Peter Greco and Ada Greco opened a school. The [X Grecos] teach tango.', 'X').rule,
      'family-name',
    ));

  test('the evidence is a name where there is one, not another pronoun', () => {
    assert.equal(why('Tom Reed said his sister called. [X He] was glad.', 'X').evidence, 'Tom Reed');
  });
});

suite('people: what is known of each', () => {
  test('roles from titles and from what stands beside the name, the fullest first; an age is none', () => {
    const article = engine.analyze(
      'Finance chief Nora Beck, 52, resigned. Beck, a former teacher from Norvik, gave no reason. Nora Beck was chief of finance for nine years.',
    );
    const beck = article.entities.find(({ name }) => name === 'Nora Beck');
    assert.deepEqual(beck?.roles, ['former teacher', 'Finance chief']);
  });
});
