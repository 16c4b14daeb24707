/**
 * Learns the weights of src/engine/names from ../shared/train/names and writes src/engine/language/en/weights/names.bin.
 * Prints strict F1 on uner_pud, which it never learns from. Run: npx tsx scripts/train-names.ts [--rows N] [--epochs N] [--dry]
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { compileUnitWords, FILTER_SEEDS, filterBit } from '../src/engine/names/compile';
import { hashWord } from '../src/engine/hash';
import { packNames } from '../src/engine/language/packed';
import { hashPhrase, LISTED, LISTED_PLACE } from '../src/engine/names/lists';
import { NameModel } from '../src/engine/names/model';
import { ENTITY_TYPES, LABELS } from '../src/engine/names/types';
import { packWeights, readWeights } from '../src/engine/names/weights';
import { StretchFinder } from '../src/engine/names/units';
import { plainWord } from '../src/engine/names/word';
import type { NameWeights } from '../src/engine/names/words';
import { createText } from '../src/engine/text/index';
import { type Example, examplesOf, type NameRecord, readSet, recased } from './support/name-data';
import { FeatureIndex, latticeOf, randomFrom, Trainer } from './support/name-trainer';
import { english } from './support/english';
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
  return order.sort((a, b) => (worth.get(b) ?? 0) - (worth.get(a) ?? 0)).slice(0, option('rows', 75_000));
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

const random = randomFrom(3),
  examples: Example[] = [];
for (const record of records) {
  examples.push(...examplesOf(record, text(record.text, 'body'), finder, titles));
  const dice = random();
  if (dice < TITLE_CASE + ALL_CAPS) {
    const headline = recased(record, dice < ALL_CAPS);
    examples.push(...examplesOf(headline, text(headline.text, 'headline'), finder, titles));
  }
}
console.log(`${examples.length} stretches, ${examples.reduce((sum, { gold }) => sum + gold.length, 0)} names`);
const index = new FeatureIndex(),
  lattices = examples.map((example) => latticeOf(example, unitWords, index));
/** Learns the weights of the features in `keep`. */
function learn(keep: Uint8Array): Trainer {
  const trainer = new Trainer(index.counts, {
    epochs: option('epochs', 5),
    rate: option('rate', 0.3),
    decay: option('decay', 0.3),
    blank: option('blank', 0.3),
    settled: option('settled', 2),
    dropout: option('dropout', 0.5),
  });
  trainer.keep = keep;
  trainer.train(lattices, (epoch, loss) => console.log(`epoch ${epoch + 1}: loss ${loss.toFixed(4)}`));
  return trainer;
}

/** Whether a name is that of a country, city or region and of nothing else. */
function isPlace(name: string): boolean {
  const listed = unitWords.lists.get(hashPhrase(name.toLowerCase()));
  return (listed & LISTED_PLACE) > 0 && !(listed & LISTED.organization);
}

/** Prints strict F1; with `places`, countries and cities that a set marks as the organizations that govern them count as places, as our guide has them. */
function evaluate(name: string, model: NameModel, errors = 0, places = false): void {
  const hit = new Map<string, number>(),
    gold = new Map<string, number>(),
    guess = new Map<string, number>();
  const more = (counts: Map<string, number>, type: string): void => void counts.set(type, (counts.get(type) ?? 0) + 1);
  for (const record of readSet(join(SHARED, `${name}.jsonl`))) {
    const layer = text(record.text, 'body'),
      key = (s: number, e: number, type: string): string => `${s} ${e - (layer.text[e - 1] === '.' ? 1 : 0)} ${type}`;
    const names = record.names.map(
        ([s, e, type]) => [s, e, places && isPlace(record.text.slice(s, e)) ? 'place' : type] as const,
      ),
      wanted = new Set(names.map(([s, e, type]) => key(s, e, type)));
    for (const [, , type] of names) more(gold, type);
    const seen = new Set<string>();
    for (const stretch of finder.find(layer))
      for (const found of model.read(stretch, layer)) {
        const type = ENTITY_TYPES[found.best] ?? '';
        if (!found.chosen || !record.covers.includes(type as never)) continue;
        more(guess, type);
        seen.add(key(stretch.units[found.from]?.start ?? 0, stretch.units[found.to - 1]?.end ?? 0, type));
        if (wanted.has(key(stretch.units[found.from]?.start ?? 0, stretch.units[found.to - 1]?.end ?? 0, type)))
          more(hit, type);
      }
    const say = (list: string[]): string =>
      list
        .map((one) => {
          const [s, e, type] = one.split(' ');
          return `${record.text.slice(Number(s), Number(e))}/${type}`;
        })
        .join('; ');
    const missed = [...wanted].filter((one) => !seen.has(one)),
      extra = [...seen].filter((one) => !wanted.has(one));
    if (errors-- > 0 && missed.length + extra.length)
      console.log(`- ${record.text.slice(0, 110)}\n    missed ${say(missed)} | extra ${say(extra)}`);
  }
  let all = [0, 0, 0];
  const line = [...gold.keys()].sort().map((type) => {
    const h = hit.get(type) ?? 0,
      g = gold.get(type) ?? 0,
      p = guess.get(type) ?? 0;
    all = [(all[0] ?? 0) + h, (all[1] ?? 0) + g, (all[2] ?? 0) + p];
    return `${type} ${((2 * h) / (g + p)).toFixed(3)} (P ${(h / p).toFixed(3)} R ${(h / g).toFixed(3)})`;
  });
  console.log(
    `${name}${places ? ' (countries are places)' : ''}: F1 ${((2 * (all[0] ?? 0)) / ((all[1] ?? 0) + (all[2] ?? 0))).toFixed(3)} | ${line.join(' | ')}`,
  );
}

// Twice: first with all features, to see which matter; then with those alone, which make up for the others.
const kept = mostWorth(learn(Uint8Array.from(index.counts, (count) => (count >= option('least', 3) ? 1 : 0)))),
  chosen = new Set(kept);
const weights = packed(learn(Uint8Array.from(index.counts, (_, id) => (chosen.has(id) ? 1 : 0))), kept),
  model = new NameModel(readWeights(weights), unitWords.lists, unitWords.reader, hashWord(english.names.blocs.article));
if (process.argv.includes('--fit')) for (const name of SETS) evaluate(name, model, 3);
evaluate('uner_pud', model, option('errors', 0));
evaluate('uner_pud', model, 0, true);
if (!process.argv.includes('--dry')) writeData('weights/names', packNames({ weights, common }));
