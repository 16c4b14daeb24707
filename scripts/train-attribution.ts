/**
 * Learns the weights by which attribution chooses among its proposals, from ../shared/gold/polnear/train, and
 * writes src/engine/language/en/weights/attribution.bin. The same data give the same file.
 *
 *   npx tsx scripts/train-attribution.ts [--cv [FILE]]    with --cv, prints figures over five folds (errors into FILE) and writes no weights
 */
import { existsSync, writeFileSync } from 'node:fs';
import type { AttributionWeights } from '../src/engine/attribution/words';
import type { Engine } from '../src/engine/index';
import { packLinear } from '../src/engine/language/packed';
import type { FrameWeights } from '../src/engine/quotes/words';
import { Tally } from './support/attribution-score';
import { type Choice, choicesOf, learn } from './support/attribution-training';
import { createEngine, english } from './support/english';
import { type GoldArticle, readArticles } from './support/frame-data';
import { allDecisions, learnFrames } from './support/frame-training';
import { writeData } from './support/write-data';

const GOLD = new URL('../../shared/gold/polnear/train/', import.meta.url).pathname;

/** How many parts the articles are split into, by their number. */
const PARTS = 5;

/**
 * For each part, weights of frames learned from the others: on articles that they were learned from frames are better than on new
 * ones, and attribution would lean on them too much.
 */
function crossFitted(articles: readonly GoldArticle[]): FrameWeights[] {
  return Array.from(
    { length: PARTS },
    (_, part) => learnFrames(allDecisions(articles.filter((_article, index) => index % PARTS !== part))).weights,
  );
}

function engineWith(frames: FrameWeights, weights: AttributionWeights = english.attribution.weights): Engine {
  return createEngine({
    ...english,
    quotes: { ...english.quotes, frames: { ...english.quotes.frames, weights: frames } },
    attribution: { ...english.attribution, weights },
  });
}

/** Each part read by an engine that has seen only the others. */
function crossValidate(
  articles: readonly GoldArticle[],
  frames: readonly FrameWeights[],
  choices: readonly (readonly Choice[])[],
  errors: string | undefined,
): void {
  const tally = new Tally();
  frames.forEach((own, part) => {
    const engine = engineWith(own, learn(choices.filter((_, article) => article % PARTS !== part).flat()));
    articles.forEach(({ text, gold: { quotes } }, article) => {
      if (article % PARTS === part) tally.article(text, quotes, engine.analyze(text));
    });
  });
  tally.print();
  if (errors) writeFileSync(errors, tally.errors.join('\n'));
}

if (!existsSync(GOLD)) console.log('Skipped: ../shared/gold/polnear/train is not there.');
else {
  const articles = readArticles(GOLD),
    frames = crossFitted(articles),
    engines = frames.map((weights) => engineWith(weights));
  const choices = articles.map((article, index) => {
    const engine = engines[index % PARTS];
    return engine ? choicesOf(engine, article) : [];
  });
  const cv = process.argv.indexOf('--cv');
  if (cv >= 0) crossValidate(articles, frames, choices, process.argv[cv + 1]);
  else writeData('weights/attribution', packLinear(learn(choices.flat())));
}
