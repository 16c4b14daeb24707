/**
 * Learns the weights of src/engine/quotes/frames.ts from ../shared/gold/polnear/train and writes language/en/weights/frames.bin.
 * Run: npx tsx scripts/train-frames.ts [--cv | --fold | --dev] [--errors N]; --cv prints figures over five folds of the articles, --fold over
 * the first of them, --dev over polnear/dev and press/dev, with N errors; none of them writes anything.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { packLinear } from '../src/engine/language/packed';
import { createFrames } from '../src/engine/quotes/frames';
import type { FrameWeights } from '../src/engine/quotes/words';
import { type GoldArticle, readArticles } from './support/frame-data';
import { printFigures, Tally } from './support/frame-score';
import { allDecisions, learnFrames } from './support/frame-training';
import { accuracies } from './support/softmax';
import { english } from './support/english';
import { writeData } from './support/write-data';

const FOLDER = resolve(import.meta.dirname, '../../shared/gold/polnear/train');
const FOLDS = 5;

function evaluate(articles: readonly GoldArticle[], weights: FrameWeights, tally: Tally): void {
  const read = createFrames({ ...english.quotes.frames, weights });
  for (const article of articles) {
    tally.article(
      article,
      article.blocks.map(({ layer, marks }) => read(layer, [], marks)),
    );
  }
}

/** Learns from four fifths of the articles and scores the last, for so many folds of five. */
function compare(articles: readonly GoldArticle[], folds: number, errors: number): void {
  const tally = new Tally();
  for (let fold = 0; fold < folds; fold++) {
    const test = articles.filter((_, index) => index % FOLDS === fold),
      decisions = allDecisions(articles.filter((_, index) => index % FOLDS !== fold));
    const { weights, exact } = learnFrames(decisions);
    if (folds === 1)
      console.log(`learned: ${accuracies(decisions, exact)}\nnew: ${accuracies(allDecisions(test), exact)}`);
    evaluate(test, weights, tally);
  }
  printFigures(tally, errors);
}

if (!existsSync(FOLDER)) console.log(`train-frames: skipped, there is no ${FOLDER}`);
else {
  const articles = readArticles(FOLDER);
  const errors = Number(process.argv[process.argv.indexOf('--errors') + 1]) || 0;
  if (process.argv.includes('--cv')) compare(articles, FOLDS, errors);
  else if (process.argv.includes('--fold')) compare(articles, 1, errors);
  else if (process.argv.includes('--dev')) {
    const { weights } = learnFrames(allDecisions(articles));
    for (const set of ['polnear', 'press']) {
      const tally = new Tally();
      evaluate(readArticles(FOLDER.replace(/polnear.train$/, `${set}/dev`)), weights, tally);
      console.log(`${set}/dev`);
      printFigures(tally, errors);
    }
  } else writeData('weights/frames', packLinear(learnFrames(allDecisions(articles)).weights));
}
