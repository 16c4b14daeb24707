import assert from 'node:assert/strict';
import type { EntityType } from '../../../src/engine/model';
import { linkNames } from '../../../src/engine/people/names/aliases';
import type { NameForm } from '../../../src/engine/people/names/parts';
import { plain, soundsLike } from '../../../src/engine/people/names/fold';
import { english } from '../../../scripts/support/english';

/** A name as "Ann Lee", "Ann Lee/f" (a title shows the gender), "Nordic Council(NC)" (the abbreviation stands in brackets behind it). */
function form(source: string, type: EntityType): NameForm {
  const [, text = '', bracketed, gender] = /^([^(/]*)(?:\((.*)\))?(?:\/([fm]))?$/.exec(source) ?? [];
  return {
    key: text.toLowerCase(),
    type,
    text,
    count: 1,
    gender: (gender as 'f' | 'm' | undefined) ?? null,
    bracketed: bracketed ? [bracketed.toLowerCase()] : [],
  };
}

/** The groups that names fall into, each as its names in order of the text; names that several may have stand under "?". */
function groups(names: string, type: EntityType): string[] {
  const forms = names.split(', ').map((name) => form(name, type)),
    { group, choices } = linkNames(forms, english.people);
  const found = new Map<number, string[]>();
  forms.forEach(({ text }, index) => found.set(group[index] ?? -1, [...(found.get(group[index] ?? -1) ?? []), text]));
  assert.equal(choices.size, group.filter((at) => at < 0).length);
  return [...found]
    .sort(([a], [b]) => (a < 0 ? 1 : b < 0 ? -1 : a - b))
    .map(([at, list]) => (at < 0 ? `? ${list.join(' + ')}` : list.join(' + ')));
}

const PEOPLE: readonly (readonly [names: string, ...groups: string[]])[] = [
  // Short forms.
  ['Marta Okafor, Okafor', 'Marta Okafor + Okafor'],
  ['Okafor, Marta Okafor', 'Okafor + Marta Okafor'],
  ['Marta Okafor, Marta', 'Marta Okafor + Marta'],
  ['Jean-Luc de Brune, de Brune', 'Jean-Luc de Brune + de Brune'],
  ['Ilse van der Horst, van der Horst, Horst', 'Ilse van der Horst + van der Horst + Horst'],
  ['Rosa Maria Teles, Rosa Teles, Teles', 'Rosa Maria Teles + Rosa Teles + Teles'],
  ['Jonas Albrecht Brandt, Jonas Albrecht', 'Jonas Albrecht Brandt + Jonas Albrecht'],
  ['Hao Wen-li, Hao Wen-Li', 'Hao Wen-li + Hao Wen-Li'],
  ['Bo Larsen Jr., Bo Larsen', 'Bo Larsen Jr. + Bo Larsen'],
  ['Joan Petrie KC, Joan Petrie, Petrie QC', 'Joan Petrie KC + Joan Petrie + Petrie QC'],
  ['Tariq Al-Masri, Al-Masri', 'Tariq Al-Masri + Al-Masri'],
  // Initials.
  ['John Mbeki, J. Mbeki', 'John Mbeki + J. Mbeki'],
  ['John Robert Mbeki, J. R. Mbeki, J.R. Mbeki', 'John Robert Mbeki + J. R. Mbeki', 'J.R. Mbeki'],
  ['T. Gordon Vance, Vance', 'T. Gordon Vance + Vance'],
  ['Anna K. Lind, Anna Lind', 'Anna K. Lind + Anna Lind'],
  ['Anna Lind, K. Lind', 'Anna Lind', 'K. Lind'],
  // Nicknames.
  ['William Harlow, Bill Harlow', 'William Harlow + Bill Harlow'],
  ['Elizabeth Crane, Liz Crane, Liz', 'Elizabeth Crane + Liz Crane + Liz'],
  ['Robert Stone, Bob Stone', 'Robert Stone + Bob Stone'],
  ['Margaret Doyle, Peggy Doyle', 'Margaret Doyle + Peggy Doyle'],
  ['William Harlow, George Harlow', 'William Harlow', 'George Harlow'],
  // Spellings.
  ['Vladimir Koval, Volodymyr Koval', 'Vladimir Koval + Volodymyr Koval'],
  ['Sergei Antonov, Sergey Antonov, Serhiy Antonov', 'Sergei Antonov + Sergey Antonov + Serhiy Antonov'],
  ['Yevgeny Morozov, Evgeny Morozov', 'Yevgeny Morozov + Evgeny Morozov'],
  ['Mohammed Rahimi, Muhammad Rahimi', 'Mohammed Rahimi + Muhammad Rahimi'],
  ['Oleh Marchenski, Marchenskyy, Marchenskiy', 'Oleh Marchenski + Marchenskyy + Marchenskiy'],
  ['Jürgen Höller, Jurgen Holler', 'Jürgen Höller + Jurgen Holler'],
  ['Jürgen Höller, Hoeller', 'Jürgen Höller + Hoeller'],
  ['Zoë Brandão, Zoe Brandao', 'Zoë Brandão + Zoe Brandao'],
  ['Daniel Roche, Danielle Roche', 'Daniel Roche', 'Danielle Roche'],
  ['Muammar Gaddafi, Qaddafi, Muammar Gadhafi', 'Muammar Gaddafi + Qaddafi + Muammar Gadhafi'],
  ['Pyotr Tchaikovsky, Tschaikowski, Chaikovsky', 'Pyotr Tchaikovsky + Tschaikowski + Chaikovsky'],
  ['Fyodor Dostoevsky, Dostoyevsky, Dostoevskij', 'Fyodor Dostoevsky + Dostoyevsky + Dostoevskij'],
  ['Novak Djokovic, Đoković', 'Novak Djokovic + Đoković'],
  ['Abdel Fattah el-Sisi, Sisi, Al-Sisi', 'Abdel Fattah el-Sisi + Sisi + Al-Sisi'],
  ['Hermann Göring, Goering, Hermann Goering', 'Hermann Göring + Goering + Hermann Goering'],
  ["Seán O’Farrell, Sean O'Farrell, O’Farrell", "Seán O’Farrell + Sean O'Farrell + O’Farrell"],
  // Kept apart.
  ['Marta Okafor, Peter Okafor', 'Marta Okafor', 'Peter Okafor'],
  ['Marta Okafor, Peter Okafor, Okafor', 'Marta Okafor', 'Peter Okafor', '? Okafor'],
  ['Vladimir Sorin, Vladimir Malenko', 'Vladimir Sorin', 'Vladimir Malenko'],
  ['Vladimir Sorin, Vladimir Malenko, Vladimir', 'Vladimir Sorin', 'Vladimir Malenko', '? Vladimir'],
  ['John Smith, John Smyth', 'John Smith', 'John Smyth'],
  ['Peter Sam/m, Sam/f', 'Peter Sam', 'Sam'],
  ['Ann Okafor, Okafors', 'Ann Okafor', 'Okafors'],
  ['Lena Park, Parker', 'Lena Park', 'Parker'],
  ['Ann Lee, Lee Ann', 'Ann Lee', 'Lee Ann'],
  ['Paul Martin, Martin Weber, Martin', 'Paul Martin + Martin', 'Martin Weber'],
  ['Omar Said, Said Omar', 'Omar Said', 'Said Omar'],
];

const OTHERS: readonly (readonly [type: EntityType, names: string, ...groups: string[]])[] = [
  ['organization', 'North Harbour Treaty Organization, NHTO, Nhto', 'North Harbour Treaty Organization + NHTO + Nhto'],
  ['organization', 'NHTO, North Harbour Treaty Organization', 'NHTO + North Harbour Treaty Organization'],
  ['organization', 'Union of Dock Workers, UDW', 'Union of Dock Workers + UDW'],
  ['organization', 'Union of Dock Workers, UODW', 'Union of Dock Workers + UODW'],
  ['organization', 'Fair Trade Office(FTX), FTX', 'Fair Trade Office', 'FTX'],
  ['organization', 'Fair Trade Office, F.T.O.', 'Fair Trade Office + F.T.O.'],
  ['organization', 'European Fishing Union, EU', 'European Fishing Union', 'EU'],
  ['organization', 'Brightwater Ltd, Brightwater', 'Brightwater Ltd + Brightwater'],
  ['organization', 'The Harbour Times Limited, Harbour Times', 'The Harbour Times Limited + Harbour Times'],
  ['organization', 'Brightwater Energy, Brightwater', 'Brightwater Energy + Brightwater'],
  [
    'organization',
    'Brightwater Energy Corporation, Brightwater Energy, Brightwater',
    'Brightwater Energy Corporation + Brightwater Energy + Brightwater',
  ],
  ['organization', 'Norvik United, Norvik City, Norvik', 'Norvik United', 'Norvik City', 'Norvik'],
  ['organization', 'Norvik State Department, State Department', 'Norvik State Department + State Department'],
  ['organization', 'University of Norvik, University of Salla', 'University of Norvik', 'University of Salla'],
  ['organization', 'the Harbour Board, Harbour Board', 'the Harbour Board + Harbour Board'],
  ['organization', 'Bank of Norvik, Bank', 'Bank of Norvik', 'Bank'],
  [
    'place',
    'United States, US, U.S., America, United States of America, USA',
    'United States + US + U.S. + America + United States of America + USA',
  ],
  ['place', 'United Kingdom, UK, Britain', 'United Kingdom + UK + Britain'],
  ['place', 'Kyiv, Kiev', 'Kyiv + Kiev'],
  ['place', 'Burma, Myanmar', 'Burma + Myanmar'],
  ['place', 'Norvik, Norvik City', 'Norvik + Norvik City'],
  ['place', 'Norvik, Norvik Island', 'Norvik', 'Norvik Island'],
  ['place', 'Georgia, South Georgia', 'Georgia', 'South Georgia'],
  ['group', 'American, Americans', 'American + Americans'],
  ['group', 'European, Europeans, Asians', 'European + Europeans', 'Asians'],
  ['group', 'French, France', 'French', 'France'],
  ['event', 'Norvik Games, Games', 'Norvik Games', 'Games'],
];

suite('people: which names are one', () => {
  for (const [names, ...expected] of PEOPLE)
    test(`people: ${names}`, () => assert.deepEqual(groups(names, 'person').sort(), [...expected].sort()));
  for (const [type, names, ...expected] of OTHERS)
    test(`${type}: ${names}`, () => assert.deepEqual(groups(names, type).sort(), [...expected].sort()));

  test('no more than one type for one entity', () => {
    const { group } = linkNames([form('Norvik', 'place'), form('Norvik', 'organization')], english.people);
    assert.notEqual(group[0], group[1]);
  });

  test('ten thousand different names, and ten thousand of one surname', () => {
    const letters = (n: number): string =>
      n.toString(26).replace(/[0-9]/g, (digit) => 'qrstuvwxyz'.charAt(Number(digit)));
    const different = Array.from({ length: 10_000 }, (_, i) => form(`Q${letters(i)} Z${letters(i * 7)}`, 'person'));
    assert.ok(linkNames(different, english.people).groups.length > 9_000);
    const alike = [
      ...Array.from({ length: 10_000 }, (_, i) => form(`Q${letters(i)} Smith`, 'person')),
      form('Smith', 'person'),
    ];
    assert.equal(linkNames(alike, english.people).groups.length, 10_000);
  });
});

suite('people: spellings', () => {
  for (const [a, b] of [
    ['Göring', 'Goering'],
    ['Zelenskyy', 'Selenskyj'],
    ['Zelenskiy', 'Zelensky'],
    ['Müller', 'Mueller'],
  ] as const) {
    test(`${a} sounds like ${b}`, () => assert.equal(soundsLike(a), soundsLike(b)));
  }
  for (const [word, folded] of [
    ['O’Neil', 'oneil'],
    ['Łódź', 'lodz'],
    ['Ångström', 'angstrom'],
    ['Ann', 'ann'],
  ] as const)
    test(`${word} without its marks`, () => assert.equal(plain(word), folded));
});
