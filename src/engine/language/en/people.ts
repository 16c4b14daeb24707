import type { PeopleWords, PronounWord } from '../../people/words';
import {
  DEMONYMS,
  FEMALE_NAMES,
  FEMALE_NOUNS,
  GROUP_NOUNS,
  MALE_NAMES,
  MALE_NOUNS,
  NATIVES,
  NICKNAMES,
  PERSON_NOUNS,
  PLACES,
  SPELLINGS,
} from './people-data';
import { BODY_WEIGHTS, PRONOUN_WEIGHTS, ROLE_WEIGHTS } from './people-weights';

const words = (list: string): string[] => list.split(' ').filter(Boolean);
const set = (list: string): ReadonlySet<string> => new Set(words(list));
const gendered = (female: string, male: string): ReadonlyMap<string, 'f' | 'm'> => {
  const women = set(female);
  return new Map([
    ...words(female).map((word) => [word, 'f'] as const),
    ...words(male)
      .filter((word) => !women.has(word))
      .map((word) => [word, 'm'] as const),
  ]);
};

/** Lines parted by commas, each a word and what it stands for. */
const pairs = (list: string): [string, string][] =>
  list.split(',').map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)]);

/** Names with their genders; a short form has that of the names it is short for, where they agree. */
function withNicknames(names: ReadonlyMap<string, 'f' | 'm'>): ReadonlyMap<string, 'f' | 'm'> {
  const found = new Map<string, 'f' | 'm' | null>();
  for (const line of NICKNAMES.split(',')) {
    const [name = '', ...short] = words(line),
      gender = names.get(name);
    if (gender)
      for (const one of short)
        found.set(one, (found.get(one) ?? gender) === gender && found.get(one) !== null ? gender : null);
  }
  return new Map([...[...found].flatMap(([name, gender]) => (gender ? [[name, gender] as const] : [])), ...names]);
}

const SLOTS: readonly PronounWord['slot'][] = ['subject', 'object', 'owner', 'owner', 'self'];
/** The forms of a pronoun as subject, object, owner before a noun, owner by itself, and pointing back; "-" for none. */
function forms(list: string, person: 1 | 3, many: boolean, gender: PronounWord['gender']): [string, PronounWord][] {
  return words(list)
    .map((word, index): [string, PronounWord] => [word, { person, many, gender, slot: SLOTS[index] ?? 'object' }])
    .filter(([word]) => word !== '-');
}

/** Plurals that no ending shows, as far as they mean people. */
const IRREGULAR = new Map(
  words('men:man women:woman people:person children:child wives:wife thieves:thief').map(
    (pair) => pair.split(':') as [string, string],
  ),
);

function singular(noun: string): string | null {
  const irregular = IRREGULAR.get(noun);
  if (irregular !== undefined) return irregular;
  if (noun.endsWith('men')) return `${noun.slice(0, -3)}man`;
  if (noun.endsWith('women')) return `${noun.slice(0, -5)}woman`;
  if (noun.endsWith('children')) return noun.slice(0, -3);
  if (noun.endsWith('ies')) return `${noun.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x)es$/.test(noun)) return noun.slice(0, -2);
  return /[^s]s$/.test(noun) ? noun.slice(0, -1) : null;
}

/** Nouns for bodies of one kind, with the words of their names that show the kind: those of one line may stand for one another. */
const BODIES = [
  'company firm business corporation group giant maker carmaker automaker manufacturer retailer chain airline startup start-up conglomerate enterprise drugmaker chipmaker utility housebuilder supermarket insurer lender carrier label studio brand agency inc corp ltd plc llc llp co industries motors airlines airways systems technologies technology pharmaceuticals foods energy steel holdings partners solutions communications entertainment media records stores pictures',
  'bank lender group bancorp',
  'ministry department office government',
  'newspaper paper daily tabloid weekly magazine publication outlet website site portal journal broadsheet times post news herald telegraph guardian tribune gazette chronicle mail',
  'broadcaster channel network station tv television radio broadcasting',
  'university college school institute institution academy faculty',
  'court tribunal',
  'party',
  'union association federation society body organisation organization charity foundation trust group alliance coalition league network club ngo nonprofit non-profit thinktank think-tank institute institution centre center watchdog campaign movement fund',
  'committee commission panel inquiry council board taskforce body watchdog',
  'club team side franchise united city fc',
  'police force department',
  'hospital clinic trust',
  'church diocese archdiocese',
  'museum gallery institution',
  'army military navy force',
  'regulator watchdog authority commission agency administration bureau service body',
  'council authority',
  'parliament senate house congress assembly legislature',
  'campaign administration team',
];

/** Offices whose nouns stand for one another in the news: "the Kremlin chief" for a president. */
const OFFICES = [
  'president premier chancellor chief leader head ruler king queen emperor monarch prime taoiseach strongman',
  'minister secretary',
  'lawmaker senator congressman congresswoman representative legislator deputy mp parliamentarian member',
  'coach manager boss trainer',
  'chairman chairwoman chair chairperson',
  'executive ceo chief boss head founder director',
  'spokesman spokeswoman spokesperson representative',
  'lawyer attorney solicitor barrister counsel prosecutor',
  'player striker midfielder defender goalkeeper captain forward winger',
  'singer musician artist',
  'actor actress star',
  'boy youth teenager teen kid child student pupil son',
  'girl youth teenager teen kid child student pupil daughter',
  'baby child infant toddler',
  'man suspect defendant accused',
  'woman suspect defendant accused',
  'writer author novelist',
  'scientist researcher professor academic',
];

export const people: PeopleWords = {
  language: 'en',
  pronouns: new Map([
    ...forms('i me my mine myself', 1, false, null),
    ...forms('we us our ours ourselves', 1, true, null),
    ...forms('he him his - himself', 3, false, 'm'),
    ...forms('she her - hers herself', 3, false, 'f'),
    ...forms('they them their theirs themselves', 3, true, null),
  ]),
  personNouns: new Set([
    ...words(PERSON_NOUNS),
    ...words(OFFICES.join(' ')).filter((word) => word !== 'prime'),
    ...words(
      'counterpart head chair spokesperson person co-founder cofounder vice-president ex-president mp mep ceo kid baby cosplayer chairperson businessperson congressperson teammate policymaker captain',
    ),
  ]),
  nounGender: gendered(FEMALE_NOUNS, MALE_NOUNS),
  genderEndings: [
    ['woman', 'f'],
    ['women', 'f'],
    ['girl', 'f'],
    ['mother', 'f'],
    ['daughter', 'f'],
    ['sister', 'f'],
    ['boy', 'm'],
    ['father', 'm'],
    ['brother', 'm'],
  ],
  groupNouns: set(GROUP_NOUNS),
  together: set('couple pair both duo trio twosome threesome foursome quartet quintet'),
  things: new Map(forms('it', 3, false, null)),
  bodyKinds: BODIES.map(words).reduce((kinds, line, index) => {
    for (const word of line) kinds.set(word, (kinds.get(word) ?? 0) | (1 << index));
    return kinds;
  }, new Map<string, number>()),
  coordinators: set('and &'),
  familyEndings: ['es', 's'],
  natives: new Set(
    pairs(NATIVES)
      .map(([noun]) => noun)
      .filter((noun) => !/(?:ese|sh|ch|ss)$/.test(noun)),
  ),
  ageEnding: '-year-old',
  namings: set('named identified known called'),
  pronounNouns: set('pronouns'),
  singular,
  titleGender: gendered(
    'mrs ms miss madam madame mme mlle mademoiselle lady dame queen princess duchess countess baroness sister mother frau senora signora sheikha tsarina empress',
    'mr mister sir lord king prince duke count baron father brother monsieur herr senor signor sheikh tsar emperor pope imam',
  ),
  courtesy: set('mr mister mrs ms miss dr prof sir dame lord lady rev mme madame monsieur mx hon the'),
  givenGender: withNicknames(gendered(FEMALE_NAMES, MALE_NAMES)),
  spelling: new Map(
    SPELLINGS.split(',').flatMap((group) => {
      const [first = '', ...others] = words(group);
      return others.map((other): [string, string] => [other, first]);
    }),
  ),
  nicknames: new Map(
    NICKNAMES.split(',').map((line): [string, ReadonlySet<string>] => {
      const [name = '', ...short] = words(line);
      return [name, new Set(short)];
    }),
  ),
  definite: set('the this that these those'),
  indefinite: set(
    'a an another one some any every each no many several few two three four five six seven eight nine ten other more most all both',
  ),
  impersonal: set('its'),
  possessives: set("'s '"),
  copulas: set("is are was were be been become becomes became 's 're"),
  roleLinks: set('of for at in to with on from'),
  counterparts: set('counterpart colleague rival opponent predecessor successor'),
  kin: set(
    'father mother brother sister son daughter wife husband parent child uncle aunt cousin nephew niece grandfather grandmother grandson granddaughter partner fiance fiancee boyfriend girlfriend friend family stepfather stepmother stepson stepdaughter widow widower sibling twin boss lawyer colleague teammate teacher coach neighbour neighbor',
  ),
  ranks: new Map(
    words(
      'former:former ex:former erstwhile:former onetime:former one-time:former deputy:deputy vice:vice assistant:assistant associate:associate shadow:shadow acting:acting interim:interim caretaker:interim incoming:incoming designate:incoming under:under sub:sub co:co',
    ).map((pair) => pair.split(':') as [string, string]),
  ),
  offices: new Map(
    words(OFFICES.join(' ')).map((word): [string, ReadonlySet<string>] => [
      word,
      new Set(
        OFFICES.map(words)
          .filter((line) => line.includes(word))
          .flat(),
      ),
    ]),
  ),
  postNominals: set('kc qc mp msp mep mla phd dphil md esq obe mbe cbe kbe dbe frs frcs jd mba'),
  particles: new Map([
    ['el', 'al'],
    ['ul', 'al'],
  ]),
  generations: set('jr sr ii iii iv jnr snr'),
  droppable: set('the inc ltd limited plc llc corp corporation co company group holdings ag sa gmbh nv spa'),
  small: set('of and the for in on & de la du des al to'),
  placeWords: set('city d.c. dc state'),
  places: new Map(
    PLACES.split(',').flatMap((group) => {
      const [first = '', ...others] = group.split('|');
      return others.map((other): [string, string] => [other, first]);
    }),
  ),
  demonyms: new Map([...pairs(NATIVES), ...pairs(DEMONYMS)]),
  pronounWeights: PRONOUN_WEIGHTS,
  roleWeights: ROLE_WEIGHTS,
  bodyWeights: BODY_WEIGHTS,
};
