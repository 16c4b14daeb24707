/**
 * Learns the weights of src/engine/names from ../shared/train/names and writes src/engine/language/en/weights/names.bin.
 * Prints strict F1 on uner_pud, which it never learns from. Run: npx tsx scripts/train-names.ts [--rows N] [--epochs N] [--dry]
 */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileUnitWords, FILTER_SEEDS, filterBit } from '../src/engine/names/compile';
import { hashWord } from '../src/engine/hash';
import { packNames } from '../src/engine/language/packed';
import { NameModel } from '../src/engine/names/model';
import { ENTITY_TYPES, LABELS } from '../src/engine/names/types';
import { packWeights, readWeights } from '../src/engine/names/weights';
import { StretchFinder } from '../src/engine/names/units';
import { plainWord } from '../src/engine/names/word';
import type { NameWeights } from '../src/engine/names/words';
import { createNames, voteNames } from '../src/engine/names/index';
import type { TextLayer } from '../src/engine/index';
import { createText } from '../src/engine/text/index';
import { type Example, examplesOf, type NameRecord, readSet, recased } from './support/name-data';
import { type GoldArticle, readArticles, recordsOf, scoreNames } from './support/name-press';
import { learnVerdict } from './support/name-verdict';
import { FeatureIndex, latticeOf } from './support/name-lattice';
import { randomFrom, Trainer } from './support/name-trainer';
import { createEngine, DATA_FOLDER, english } from './support/english';
import { writeData } from './support/write-data';

const SHARED = '../shared/train/names';
const option = (name: string, otherwise: number): number => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};
const SETS = (
  process.argv.includes('--sets')
    ? (process.argv[process.argv.indexOf('--sets') + 1] ?? '')
    : 'wikigold,uner_ewt,uner_ewt_devtest,crossner_politics,crossner_literature,crossner_science,litbank,btc_news,btc'
).split(',');
/** Shares of the records that are learned once more in the capitals of a headline. */
const TITLE_CASE = 0.12,
  ALL_CAPS = 0.04;
const FILTER_BITS = 1 << 18;
const HELD = 4;

if (!existsSync(SHARED)) {
  console.log(`${SHARED} is not here: nothing to learn from.`);
  process.exit(0);
}

const text = createText(english.text),
  titles = new Set([...english.names.titles, ...english.names.modifiers]);

/** A Bloom filter of the words that the training texts write in lower case more often than with a capital. */
function commonWords(records: readonly NameRecord[]): Uint8Array {
  const lower = new Map<string, number>(),
    upper = new Map<string, number>();
  for (const record of records) {
    const { tokens, sentences } = text(record.text, 'body'),
      initial = new Set(sentences.map(({ from }) => from));
    tokens.word.forEach((word, i) => {
      const counts = /^\p{Ll}/u.test(word) ? lower : initial.has(i) ? null : upper,
        key = plainWord(tokens.lower[i] ?? '');
      counts?.set(key, (counts.get(key) ?? 0) + 1);
    });
  }
  const bits = new Uint8Array(FILTER_BITS / 8);
  let count = 0;
  for (const [word, times] of lower) {
    if (times < 2 || times < 2 * (upper.get(word) ?? 0) || word.length < 2) continue;
    count++;
    for (const seed of FILTER_SEEDS) {
      const bit = filterBit(hashWord(word), seed, FILTER_BITS);
      bits[bit >>> 3] = (bits[bit >>> 3] ?? 0) | (1 << (bit & 7));
    }
  }
  console.log(`${count} common words`);
  return bits;
}

const sizeOf = ({ weights }: Trainer, id: number): number =>
  Math.max(...weights.subarray(id * LABELS, (id + 1) * LABELS).map(Math.abs));

/** The features that matter most to what was learned: rows of small or rare weights are left out. */
function mostWorth(trainer: Trainer): number[] {
  const order = index.keys.map((_, id) => id).filter((id) => trainer.keep[id]);
  const worth = new Map(order.map((id) => [id, sizeOf(trainer, id) * Math.sqrt(Math.min(index.counts[id] ?? 0, 50))]));
  console.log(`${order.length} features`);
  return order.sort((a, b) => (worth.get(b) ?? 0) - (worth.get(a) ?? 0)).slice(0, option('rows', 130_000));
}

/** The rows as signed bytes, packed; the largest weights are cut. */
function packed(trainer: Trainer, kept: readonly number[]): NameWeights {
  const sizes = kept.map((id) => sizeOf(trainer, id)).sort((a, b) => a - b),
    scale = (sizes[Math.floor(sizes.length * 0.995)] ?? 1) / 127;
  const rows = new Map(
    kept.map((id) => [
      index.keys[id] ?? 0,
      Int8Array.from(trainer.weights.subarray(id * LABELS, (id + 1) * LABELS), (weight) =>
        Math.max(-127, Math.min(127, Math.round(weight / scale))),
      ),
    ]),
  );
  return packWeights(rows, scale);
}

const sets = new Map(SETS.map((name) => [name, readSet(join(SHARED, `${name}.jsonl`))]));
const records = [...sets.values()].flat();
const common = commonWords(records);
const unitWords = compileUnitWords({ ...english.names, common }),
  finder = new StretchFinder(unitWords, true);

const engine = createEngine(),
  particles = new Set(english.names.particles);
/** Every fourth article is left out of the first round, so that what the article decides is learned from names that are new to the model. */
const press = readArticles('press/train', engine),
  held = press.filter((_, index) => index % HELD === 0);

const random = randomFrom(3),
  examples: Example[] = [];
const learnFrom = (record: NameRecord, layer: TextLayer): void => {
  examples.push(...examplesOf(record, layer, finder, titles));
  const dice = random();
  if (dice >= TITLE_CASE + ALL_CAPS) return;
  const headline = recased(record, dice < ALL_CAPS);
  examples.push(...examplesOf(headline, text(headline.text, 'headline'), finder, titles));
};
for (const record of records) learnFrom(record, text(record.text, 'body'));
const others = examples.length;
for (const article of press)
  if (!held.includes(article))
    for (const { record, layer } of recordsOf(article, titles, particles)) learnFrom(record, layer);
const known = examples.length;
for (const article of held)
  for (const { record, layer } of recordsOf(article, titles, particles)) learnFrom(record, layer);
console.log(
  `${examples.length} stretches (${examples.length - others} of press), ${examples.reduce((sum, { gold }) => sum + gold.length, 0)} names`,
);
const index = new FeatureIndex(),
  lattices = examples.map((example) => latticeOf(example, unitWords, index));
/** Learns the weights of the features in `keep`, from all examples or all but the held articles. */
function learn(keep: Uint8Array, all: boolean): Trainer {
  const trainer = new Trainer(index.counts, {
    epochs: option('epochs', 5),
    rate: option('rate', 0.3),
    decay: option('decay', 0.3),
    blank: option('blank', 0.3),
    settled: option('settled', 2),
    dropout: option('dropout', 0.5),
  });
  trainer.keep = keep;
  trainer.train(
    lattices,
    (at) => (at < others ? 1 : at < known || all ? option('press', 3) : 0),
    (epoch, loss) => console.log(`epoch ${epoch + 1}: loss ${loss.toFixed(4)}`),
  );
  return trainer;
}

/** Prints strict F1 on uner_pud, by the model alone. */
function evaluate(model: NameModel): void {
  let hits = 0,
    gold = 0,
    guesses = 0;
  for (const { text: source, names, covers } of readSet(join(SHARED, 'uner_pud.jsonl'))) {
    const layer = text(source, 'body'),
      wanted = new Set(names.map(([start, end, type]) => `${start} ${end} ${type}`));
    gold += names.length;
    for (const stretch of finder.find(layer))
      for (const { chosen, best, from, to } of model.read(stretch, layer)) {
        const type = ENTITY_TYPES[best] ?? 'person';
        if (!chosen || !covers.includes(type)) continue;
        guesses++;
        if (wanted.has(`${stretch.units[from]?.start} ${stretch.units[to - 1]?.end} ${type}`)) hits++;
      }
  }
  console.log(`uner_pud: strict F1 ${((2 * hits) / (gold + guesses)).toFixed(3)}`);
}

type Read = ReturnType<typeof createNames>;

/** Prints how well whole articles are read, by candidates and vote, as ../shared/score counts. */
function judge(name: string, articles: readonly GoldArticle[], read: Read, weights: readonly number[]): void {
  const { relaxed, strict } = scoreNames(articles, ({ blocks }) =>
    voteNames(
      blocks.map(({ layer }) => read(layer)),
      weights,
    ).flatMap((names, block) => {
      const start = blocks[block]?.start ?? 0;
      return names.map(({ span, type }) => ({ span: [start + span[0], start + span[1]] as const, type }));
    }),
  );
  console.log(`${name}: relaxed ${relaxed.toFixed(4)} strict ${strict.toFixed(4)}`);
}

function judgeAll(read: Read): void {
  for (const set of ['press/dev', 'gum_news/dev', 'gum_other/dev', 'meantime/dev', 'seeds'])
    judge(set, readArticles(set, engine), read, verdict);
}

/** Writes the weights of the verdict. */
function writeVerdict(verdict: readonly number[]): void {
  writeFileSync(
    `${DATA_FOLDER}/weights/verdict.ts`,
    `/** Generated by scripts/train-names.ts: how much each hint counts when the article decides on a naming (names/verdict.ts). */\nexport const VERDICT: readonly number[] = ${JSON.stringify(verdict)};\n`,
  );
}

// Twice: first without the held articles, from which the verdict is learned, then with all. Features that matter little are left out.
const enough = Uint8Array.from(index.counts, (count) => (count >= option('least', 3) ? 1 : 0)),
  first = learn(enough, false),
  early = packed(first, mostWorth(first)),
  earlyRead = createNames({ ...english.names, weights: early, common });
const verdict = learnVerdict(held, earlyRead);
console.log(JSON.stringify(verdict));
// Half of the held articles decide on the other half.
for (const part of [0, 1])
  judge(
    `held, part ${part}`,
    held.filter((_, at) => at % 2 === part),
    earlyRead,
    learnVerdict(
      held.filter((_, at) => at % 2 !== part),
      earlyRead,
    ),
  );
judgeAll(earlyRead);
if (process.argv.includes('--early')) {
  writeData('weights/names', packNames({ weights: early, common }));
  writeVerdict(verdict);
}
if (!process.argv.includes('--quick')) {
  const second = learn(enough, true),
    weights = packed(second, mostWorth(second));
  judgeAll(createNames({ ...english.names, weights, common }));
  evaluate(
    new NameModel(readWeights(weights), unitWords.lists, unitWords.reader, hashWord(english.names.blocs.article)),
  );
  if (!process.argv.includes('--dry')) {
    writeData('weights/names', packNames({ weights, common }));
    writeVerdict(verdict);
  }
}
