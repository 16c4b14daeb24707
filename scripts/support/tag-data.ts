/** What the tagger learns from: sentences cut from ../shared, with the tags that a teacher gave them (scripts/train-tags.ts tells how). */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Shape, Tag, type Tokens } from '../../src/engine/layers';
import { isTitle } from '../../src/engine/text/features';
import { createSplitter } from '../../src/engine/text/index';
import { createSentences } from '../../src/engine/text/sentences';
import { MARKS } from '../../src/engine/text/tags';
import { createTokenizer } from '../../src/engine/text/tokens';
import { english } from './english';

/** Where the shared sets lie, and where the sentences and their tags are kept. */
export const SHARED = '../shared',
  OUT = 'out/tags';

/** What the weights are learned from, and what they are measured on. Other people's dev and test sets are not learned from. */
const SETS = {
  train: [
    'gold/polnear/train',
    'train/names/wikigold.jsonl',
    'train/names/uner_ewt.jsonl',
    'train/names/uner_pud.jsonl',
    'train/names/btc_news.jsonl',
    'train/names/crossner_politics.jsonl',
    'train/names/crossner_science.jsonl',
    'train/names/litbank.jsonl',
  ],
  dev: ['gold/polnear/dev', 'gold/gum_news/dev', 'gold/meantime/dev'],
};
type SetName = keyof typeof SETS;

/** A sentence longer than this is a table. */
const LONGEST = 120;

/** A sentence with the teacher's tags. */
export interface Lesson {
  readonly tokens: Tokens;
  readonly gold: Uint8Array;
}

const split = createSplitter(english.text),
  tokenize = createTokenizer(english.text.tokens),
  findSentences = createSentences(english.text.sentences);

/** The texts of a set: a folder of .txt files, or a file of lines with a `text` each. */
function readTexts(path: string): string[] {
  if (path.endsWith('.jsonl'))
    return readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => line)
      .map((line) => (JSON.parse(line) as { text: string }).text);
  return readdirSync(path)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => readFileSync(join(path, name), 'utf8'));
}

/** The sentences of a text, each as tokens of its own. */
function sentencesOf(text: string): Tokens[] {
  const blocks = split(text, 0, text.length).flatMap((paragraph) =>
    paragraph.pieces.map(({ span }) => paragraph.text.slice(...span)),
  );
  return blocks.flatMap((block) => {
    const tokens = tokenize(block);
    return findSentences(tokens, block)
      .filter(({ from, to }) => to - from < LONGEST)
      .map(({ from, to }): Tokens => ({
        count: to - from,
        start: tokens.start.slice(from, to),
        end: tokens.end.slice(from, to),
        word: tokens.word.slice(from, to),
        lower: tokens.lower.slice(from, to),
        hash: tokens.hash.slice(from, to),
        tag: new Uint8Array(to - from),
        shape: tokens.shape.slice(from, to),
      }));
  });
}

const readSet = (name: SetName): Tokens[] =>
  SETS[name].flatMap((path) => readTexts(join(SHARED, path)).flatMap(sentencesOf));

/** Writes the sentences as the teacher reads them: each token with whether a space follows. */
export function collect(): void {
  mkdirSync(OUT, { recursive: true });
  for (const name of ['train', 'dev'] as const) {
    const lines = readSet(name).map(({ word, start, end }) =>
      JSON.stringify(word.map((w, i) => [w, (start[i + 1] ?? Infinity) > (end[i] ?? 0)])),
    );
    writeFileSync(join(OUT, `${name}.jsonl`), lines.join('\n') + '\n');
    console.log(
      `${name}: ${lines.length} sentences in ${OUT}/${name}.jsonl; now let a teacher write ${OUT}/${name}.tags`,
    );
  }
}

const PENN: Readonly<Record<string, Tag>> = {
  NN: Tag.Noun,
  NNS: Tag.Nouns,
  NNP: Tag.Name,
  NNPS: Tag.Name,
  VB: Tag.Verb,
  VBP: Tag.Verb,
  VBZ: Tag.VerbS,
  VBD: Tag.Past,
  VBN: Tag.Participle,
  VBG: Tag.Gerund,
  MD: Tag.Modal,
  JJ: Tag.Adjective,
  JJR: Tag.Adjective,
  JJS: Tag.Adjective,
  AFX: Tag.Adjective,
  RB: Tag.Adverb,
  RBR: Tag.Adverb,
  RBS: Tag.Adverb,
  DT: Tag.Determiner,
  PDT: Tag.Determiner,
  WDT: Tag.Wh,
  WP: Tag.Wh,
  WP$: Tag.Wh,
  WRB: Tag.Wh,
  PRP: Tag.Pronoun,
  EX: Tag.Pronoun,
  PRP$: Tag.Possessive,
  POS: Tag.Possessive,
  IN: Tag.Preposition,
  CC: Tag.Conjunction,
  CD: Tag.Number,
  TO: Tag.To,
  RP: Tag.Particle,
};

/** Our tag for the teacher's. The dependency tells a conjunction from a preposition, and a pronoun from a determiner. */
function translate(label: string, lower: string, shape: Shape): Tag {
  const at = label.lastIndexOf(':'),
    penn = label.slice(0, at),
    role = label.slice(at + 1);
  if (penn === 'IN' && role === 'mark') return Tag.Conjunction;
  if (penn === 'IN' && lower === 'to') return Tag.Preposition;
  if (penn === 'DT' && !['det', 'predet', 'advmod', 'cc', 'preconj', 'nmod', 'amod'].includes(role)) return Tag.Pronoun;
  if (/^(?:some|any|every|no)(?:one|body|thing)$/.test(lower)) return Tag.Pronoun;
  const tag = PENN[penn] ?? Tag.Other;
  return tag === Tag.Name && shape === Shape.Lower ? (penn === 'NNPS' ? Tag.Nouns : Tag.Noun) : tag;
}

/** The collected sentences with the teacher's tags; those that the scanner would cut otherwise by now are left out. */
export function readLessons(name: SetName): Lesson[] {
  const read = (kind: string): string[] =>
    readFileSync(join(OUT, `${name}.${kind}`), 'utf8')
      .trimEnd()
      .split('\n');
  const sentences = read('jsonl'),
    tags = read('tags');
  if (tags.length !== sentences.length)
    throw new Error(`${name}: ${sentences.length} sentences, ${tags.length} tagged: tag again.`);
  const lessons = sentences.flatMap((line, i): Lesson[] => {
    const pairs = JSON.parse(line) as [string, boolean][],
      tokens = tokenize(pairs.map(([word, space]) => (space ? word + ' ' : word)).join(''));
    const labels = (tags[i] ?? '').split(' ');
    if (tokens.count !== pairs.length || labels.length !== pairs.length) return [];
    return [
      {
        tokens,
        gold: Uint8Array.from(tokens.word, (_, k) =>
          translate(labels[k] ?? 'XX:', tokens.lower[k] ?? '', tokens.shape[k] ?? 0),
        ),
      },
    ];
  });
  if (lessons.length < sentences.length)
    console.log(`${name}: ${sentences.length - lessons.length} sentences are cut otherwise by now`);
  return lessons;
}

/** Taggers take every capital in a title for a name. So titles are learned from sentences written like titles, with the sentences' tags. */
function asTitle({ tokens, gold }: Lesson): Lesson {
  const small = new Set([Tag.Determiner, Tag.Preposition, Tag.Conjunction, Tag.To]);
  const capital = (i: number): boolean => i === 0 || !small.has(gold[i] ?? 0) || (tokens.lower[i] ?? '').length > 4;
  const changes = (i: number): boolean =>
    tokens.shape[i] === Shape.Lower && /^\p{L}/u.test(tokens.word[i] ?? '') && capital(i);
  const word = tokens.word.map((w, i) => (changes(i) ? w.charAt(0).toUpperCase() + w.slice(1) : w));
  const count = MARKS.get(word.at(-1) ?? '') === Tag.Stop ? tokens.count - 1 : tokens.count;
  return {
    tokens: { ...tokens, count, word, shape: tokens.shape.map((shape, i) => (changes(i) ? Shape.Capital : shape)) },
    gold: gold.slice(0, count),
  };
}

/** The lessons proper: no titles, of which the teacher knows little, but for each seventh shorter sentence the same as a title. */
export function withTitles(lessons: readonly Lesson[]): Lesson[] {
  const proper = lessons.filter(({ tokens }) => !isTitle(tokens, 0, tokens.count));
  return [
    ...proper,
    ...proper.filter(({ tokens }, i) => i % 7 === 0 && tokens.count > 4 && tokens.count < 18).map(asTitle),
  ];
}
