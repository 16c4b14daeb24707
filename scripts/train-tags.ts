/**
 * Trains the tagger of text/ and writes its weights to src/engine/language/en/weights/tags.bin.
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
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { packTags } from '../src/engine/language/packed';
import { Shape, Tag } from '../src/engine/layers';
import { createTagger } from '../src/engine/text/tags';
import type { TagWeights } from '../src/engine/text/words';
import { english } from './support/english';
import { collect, type Lesson, OUT, readLessons, SHARED, withTitles } from './support/tag-data';
import { Learner, shuffle } from './support/tag-learner';
import { buildLexicon, countTags, ForgetfulLexicon } from './support/tag-lexicon';
import { writeData } from './support/write-data';

const EPOCHS = 6;

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
  writeData('weights/tags', packTags(weights));
  measure(weights, readLessons('dev'));
}

if (!existsSync(SHARED)) console.log(`${SHARED} is not there: nothing to learn from.`);
else if (process.argv[2] === 'collect') collect();
else if (!existsSync(join(OUT, 'dev.tags')))
  console.log(`${OUT} holds no tags yet: run collect, and let a teacher tag the sentences.`);
else if (process.argv[2] === 'measure') measure(english.text.tags, readLessons('dev'));
else train();
