/**
 * Trains the tagger of text/ and writes its weights to src/engine/language/en/weights/tags.ts.
 *
 *   npx tsx scripts/train-tags.ts collect     cuts the texts of ../shared into sentences       -> out/tags/*.jsonl
 *   (a teacher of your choice)                tags them                                        -> out/tags/*.tags
 *   npx tsx scripts/train-tags.ts train       learns from them, measures, writes the weights
 *
 * A .jsonl line is a sentence, its tokens each with whether a space follows: [["Lee", true], ["left", false], [".", false]]. The line
 * of the .tags file beside it holds, for each token, its Penn Treebank tag and dependency label: "NNP:nsubj VBD:ROOT .:punct".
 * The teacher of the weights in the package was spaCy's en_core_web_sm 3.8.0 (MIT); neither it nor its output is part of the project.
 *
 * Deterministic: the same texts and the same teacher give the same weights, byte for byte.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text as words } from '../src/engine/language/en/text';
import { Shape, Tag, type Tokens } from '../src/engine/layers';
import { Auxiliary, EDGE, Evidence, FEATURES, isTitle, Memory, readFeatures } from '../src/engine/text/features';
import { createSplitter } from '../src/engine/text/index';
import { type Entry, hashEnding, Lexicon, mix, PRINT_BITS, Salt } from '../src/engine/text/lexicon';
import { createSentences } from '../src/engine/text/sentences';
import { createTagger, FEATURE_SALTS, MARKS, slotOf, tagSalts } from '../src/engine/text/tags';
import { createTokenizer } from '../src/engine/text/tokens';
import type { TagWeights } from '../src/engine/text/words';

const SHARED = '../shared',
  OUT = 'out/tags',
  WEIGHTS = 'src/engine/language/en/weights/tags.ts';

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

/** Slots of the lexicon and weights of the tagger, as powers of two; how full the lexicon may be. */
const SLOT_BITS = 15,
  WEIGHT_BITS = 17,
  FULL = 0.8;
const EPOCHS = 6;
/** A word seen this often is forgotten every other time. */
const FORGET = 2;
/** A sentence longer than this is a table. */
const LONGEST = 120;

/** A sentence with the teacher's tags. */
interface Lesson {
  readonly tokens: Tokens;
  readonly gold: Uint8Array;
}

const split = createSplitter(words),
  tokenize = createTokenizer(words.tokens),
  findSentences = createSentences(words.sentences);

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
function collect(): void {
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
const BE = new Set("be am is are was were been being 'm 're get gets got getting".split(' ')),
  HAVE = new Set("have has had having 've".split(' '));

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
function readLessons(name: SetName): Lesson[] {
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
function withTitles(lessons: readonly Lesson[]): Lesson[] {
  const proper = lessons.filter(({ tokens }) => !isTitle(tokens, 0, tokens.count));
  return [
    ...proper,
    ...proper.filter(({ tokens }, i) => i % 7 === 0 && tokens.count > 4 && tokens.count < 18).map(asTitle),
  ];
}

type Counts = Map<number, { salt: Salt; hash: number; lower: string; tags: Float64Array; total: number }>;

function countTags(lessons: readonly Lesson[]): Counts {
  const counts: Counts = new Map(),
    seen = new Map<string, number>();
  const add = (salt: Salt, hash: number, lower: string, tag: Tag): void => {
    const key = salt === Salt.Word ? hash : mix(hash ^ salt);
    let entry = counts.get(key);
    if (!entry) counts.set(key, (entry = { salt, hash, lower, tags: new Float64Array(32), total: 0 }));
    entry.tags[tag] = (entry.tags[tag] ?? 0) + 1;
    entry.total++;
  };
  for (const { tokens } of lessons) for (const word of tokens.word) seen.set(word, (seen.get(word) ?? 0) + 1);
  for (const { tokens, gold } of lessons) {
    if (isTitle(tokens, 0, tokens.count)) continue;
    for (let i = 0; i < tokens.count; i++) {
      const shape = tokens.shape[i] as Shape,
        lower = tokens.lower[i] ?? '',
        tag = gold[i] as Tag;
      if (shape > Shape.Mixed || shape === Shape.Digits || tag === Tag.Other) continue;
      const capital = shape === Shape.Capital || shape === Shape.Upper;
      if (capital && (i === 0 || tokens.shape[i - 1] === Shape.Symbol)) continue;
      add(capital ? Salt.Capital : Salt.Word, mix(tokens.hash[i] ?? 0), lower, tag);
      if ((seen.get(tokens.word[i] ?? '') ?? 0) <= 4)
        add(capital ? Salt.CapitalEnding : Salt.Ending, hashEnding(lower), '', tag);
    }
  }
  return counts;
}

/** Forms that are written alike: a word seen seldom may turn up as the other. */
const TWINS: readonly (readonly [Tag, Tag])[] = [
  [Tag.Noun, Tag.Verb],
  [Tag.Nouns, Tag.VerbS],
  [Tag.Past, Tag.Participle],
  [Tag.Gerund, Tag.Noun],
  [Tag.Participle, Tag.Adjective],
];
const WELL_KNOWN = 60,
  RARE_SHARE = 0.004,
  RARE_ENDING = 0.03;

/** The tags that a word may have: all it was seen with but slips of the teacher, and for a seldom word their twins. */
function allowed({ salt, tags, total }: { salt: Salt; tags: Float64Array; total: number }): number {
  const ending = salt === Salt.Ending || salt === Salt.CapitalEnding;
  let bits = 0;
  tags.forEach((count, tag) => {
    if (count > 0 && count >= total * (ending ? RARE_ENDING : RARE_SHARE) && (count > 1 || total < 10))
      bits |= 1 << tag;
  });
  if (!ending && total < WELL_KNOWN)
    for (const [a, b] of TWINS) if (bits & (1 << a)) bits |= salt === Salt.Word ? 1 << b : 0;
  return bits;
}

/** Sorts the words into classes by the tags they may have and the one they mostly have, and packs them into the hash table. */
function buildLexicon(counts: Counts): Pick<TagWeights, 'classes' | 'auxiliaries' | 'slots'> {
  const entries = [...counts.entries()].filter(
    ([, { total, salt }]) => total >= (salt === Salt.Word || salt === Salt.Capital ? 3 : 12),
  );
  entries.sort(([a, x], [b, y]) => y.total - x.total || a - b);
  const size = 1 << SLOT_BITS,
    kept = entries.slice(0, Math.floor(size * FULL));
  const described = kept.map(([key, entry]) => {
    const main = entry.tags.indexOf(Math.max(...entry.tags)),
      kind =
        entry.salt !== Salt.Word ? 0 : HAVE.has(entry.lower) ? Auxiliary.Have : BE.has(entry.lower) ? Auxiliary.Be : 0;
    return {
      key,
      bits: allowed(entry),
      name: `${allowed(entry)} ${main} ${kind}`,
      weight: kind ? 1000 : Math.sqrt(entry.total),
    };
  });
  const sizes = new Map<string, number>();
  for (const { name, weight } of described) sizes.set(name, (sizes.get(name) ?? 0) + weight);
  const names = [...sizes]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, 222)
    .map(([name]) => name);
  const classes = [0, ...names.map((name) => Number(name.split(' ')[0]))],
    auxiliaries = [0, ...names.map((name) => Number(name.split(' ')[2]))];
  const bytes = new Uint8Array(size * 3);
  let left = 0;
  for (const { key, name, bits } of described) {
    const number = names.indexOf(name) + 1 || nearest(classes, bits);
    if (!number) left++;
    else insert(bytes, size, key, number);
  }
  console.log(
    `lexicon: ${kept.length} of ${entries.length} words and endings, ${sizes.size} classes of which ${names.length} kept, ${left} words left out`,
  );
  return { classes, auxiliaries, slots: Buffer.from(bytes).toString('base64') };
}

/** The class with the fewest tags that has all of `bits`. */
function nearest(classes: readonly number[], bits: number): number {
  const size = (n: number): number => n.toString(2).replaceAll('0', '').length;
  return classes.reduce(
    (best, tags, i) => ((tags & bits) === bits && (!best || size(tags) < size(classes[best] ?? 0)) ? i : best),
    0,
  );
}

function insert(bytes: Uint8Array, size: number, key: number, number: number): void {
  const print = key >>> PRINT_BITS;
  let slot = key & (size - 1);
  while (bytes[size * 2 + slot]) slot = (slot + 1) & (size - 1);
  bytes[slot * 2] = print & 255;
  bytes[slot * 2 + 1] = print >> 8;
  bytes[size * 2 + slot] = number;
}

/** A lexicon that now and then does not know a seldom word, so that the learner meets unknown ones as readers will. */
class ForgetfulLexicon extends Lexicon {
  #state = 7;

  constructor(
    weights: Pick<TagWeights, 'classes' | 'auxiliaries' | 'slots'>,
    private readonly counts: Counts,
  ) {
    super(weights);
  }

  /** Every look forgets anew. */
  override read(word: string, fnv: number): Entry {
    const hash = mix(fnv),
      ending = hashEnding(word),
      classOf = (key: number, salt: Salt): number => this.classOf(key, salt);
    return {
      hash,
      ending,
      get small() {
        return classOf(hash, Salt.Word);
      },
      get capital() {
        return classOf(hash, Salt.Capital);
      },
      get endsSmall() {
        return classOf(ending, Salt.Ending);
      },
      get endsCapital() {
        return classOf(ending, Salt.CapitalEnding);
      },
    };
  }

  override classOf(hash: number, salt: Salt): number {
    if (salt === Salt.Word || salt === Salt.Capital) {
      this.#state = (Math.imul(this.#state, 1664525) + 1013904223) >>> 0;
      const total = this.counts.get(salt === Salt.Word ? hash : mix(hash ^ salt))?.total ?? 0;
      if (this.#state / 2 ** 32 < FORGET / (FORGET + total)) return 0;
    }
    return super.classOf(hash, salt);
  }
}

/** Averaged perceptron: after each mistake the right tag's weights go up and the chosen one's down; the average of all states generalises. */
class Learner {
  readonly #size = 1 << WEIGHT_BITS;
  readonly #weights = new Float64Array(this.#size);
  readonly #totals = new Float64Array(this.#size);
  readonly #changed = new Float64Array(this.#size);
  readonly #salts = tagSalts(this.#size - 1);
  readonly #evidence: Evidence;
  readonly #memory = new Memory();
  readonly #seen = new Int32Array(FEATURES);
  #step = 0;
  wrong = 0;

  constructor(private readonly lexicon: Lexicon) {
    this.#evidence = new Evidence(lexicon, MARKS);
  }

  learn({ tokens, gold }: Lesson): void {
    const evidence = this.#evidence,
      memory = this.#memory;
    evidence.read(tokens, 0, tokens.count);
    memory.clear();
    let before = EDGE,
      beforeThat = EDGE;
    for (let i = 0; i < tokens.count; i++) {
      const tags = evidence.tags[i] ?? 0,
        right = gold[i] ?? 0;
      let tag = 31 - Math.clz32(tags);
      if (tags !== 1 << tag) {
        readFeatures(evidence, i, 0, tokens.shape[i] ?? 0, before, beforeThat, memory, this.#seen);
        for (let k = 0; k < FEATURES; k++)
          this.#seen[k] = slotOf(this.#seen[k] ?? 0, FEATURE_SALTS[k] ?? 1, 32 - WEIGHT_BITS);
        tag = this.#best(tags);
        this.#step++;
        if (tag !== right && tags & (1 << right)) {
          this.wrong++;
          this.#move(right, 1);
          this.#move(tag, -1);
        }
      }
      memory.note(tag, this.lexicon.auxiliary[evidence.class[i] ?? 0] ?? 0);
      beforeThat = before;
      before = tag;
    }
  }

  #best(tags: number): Tag {
    let best = Tag.Noun,
      most = -Infinity;
    for (let left = tags; left; left &= left - 1) {
      const tag = 31 - Math.clz32(left & -left),
        salt = this.#salts[tag] ?? 0;
      let score = 0;
      for (let k = 0; k < FEATURES; k++) score += this.#weights[(this.#seen[k] ?? 0) ^ salt] ?? 0;
      if (score > most) [most, best] = [score, tag];
    }
    return best;
  }

  #move(tag: Tag, by: number): void {
    const salt = this.#salts[tag] ?? 0;
    for (const seen of this.#seen) {
      const at = seen ^ salt;
      this.#settle(at);
      this.#weights[at] = (this.#weights[at] ?? 0) + by;
    }
  }

  #settle(at: number): void {
    this.#totals[at] = (this.#totals[at] ?? 0) + (this.#step - (this.#changed[at] ?? 0)) * (this.#weights[at] ?? 0);
    this.#changed[at] = this.#step;
  }

  /** The averages as signed bytes; the one in a thousand that are larger are cut off. */
  quantised(): string {
    for (let at = 0; at < this.#size; at++) this.#settle(at);
    const sizes = this.#totals.map(Math.abs).sort(),
      unit = (sizes[Math.floor(this.#size * 0.999)] ?? 1) / 127;
    return Buffer.from(
      Int8Array.from(this.#totals, (total) => Math.max(-127, Math.min(127, Math.round(total / unit)))).buffer,
    ).toString('base64');
  }
}

/** The same order each time: a linear congruential generator (Numerical Recipes). */
function shuffle<Item>(items: Item[]): void {
  let state = 42;
  for (let i = items.length - 1; i > 0; i--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const k = state % (i + 1),
      item = items[i] as Item;
    items[i] = items[k] as Item;
    items[k] = item;
  }
}

/** How often the tagger agrees with the teacher, and where it mostly does not. */
function measure(weights: TagWeights, lessons: readonly Lesson[]): void {
  const tag = createTagger(weights),
    mistakes = new Map<string, number>();
  let right = 0,
    all = 0;
  for (const { tokens, gold } of lessons) {
    tag(tokens, [{ from: 0, to: tokens.count }]);
    for (let i = 0; i < tokens.count; i++) {
      if ((tokens.shape[i] ?? 0) >= Shape.Digits) continue;
      all++;
      if (tokens.tag[i] === gold[i]) right++;
      else {
        const name = `${Tag[gold[i] ?? 0]} -> ${Tag[tokens.tag[i] ?? 0]}`;
        mistakes.set(name, (mistakes.get(name) ?? 0) + 1);
        if (process.argv.includes(name))
          console.log(
            `${name}: ${tokens.word
              .map((w, k) => (k === i ? `>>${w}<<` : w))
              .slice(Math.max(0, i - 8), i + 8)
              .join(' ')}`,
          );
      }
    }
  }
  console.log(`agrees on ${((100 * right) / all).toFixed(2)}% of ${all} words`);
  console.log(
    [...mistakes]
      .sort(([, a], [, b]) => b - a)
      .slice(0, 24)
      .map(([name, n]) => `  ${name}: ${n}`)
      .join('\n'),
  );
}

function train(): void {
  const lessons = withTitles(readLessons('train'));
  const counts = countTags(lessons),
    lexicon = buildLexicon(counts);
  const learner = new Learner(new ForgetfulLexicon(lexicon, counts));
  for (let epoch = 1; epoch <= EPOCHS; epoch++) {
    learner.wrong = 0;
    shuffle(lessons);
    for (const lesson of lessons) learner.learn(lesson);
    console.log(`epoch ${epoch}: ${learner.wrong} mistakes`);
  }
  const weights: TagWeights = { ...lexicon, weights: learner.quantised() };
  mkdirSync(join(WEIGHTS, '..'), { recursive: true });
  writeFileSync(
    WEIGHTS,
    `// Written by scripts/train-tags.ts; learned from sentences tagged by spaCy's en_core_web_sm (MIT). Do not edit.
import type { TagWeights } from '../../../text/words';

export const tagWeights: TagWeights = {
  classes: ${JSON.stringify(weights.classes)},
  auxiliaries: ${JSON.stringify(weights.auxiliaries)},
  slots: '${weights.slots}',
  weights: '${weights.weights}',
};
`,
  );
  measure(weights, readLessons('dev'));
}

if (!existsSync(SHARED)) console.log(`${SHARED} is not there: nothing to learn from.`);
else if (process.argv[2] === 'collect') collect();
else if (!existsSync(join(OUT, 'dev.tags')))
  console.log(`${OUT} holds no tags yet: run collect, and let a teacher tag the sentences.`);
else if (process.argv[2] === 'measure') measure(words.tags, readLessons('dev'));
else train();
