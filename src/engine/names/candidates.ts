import type { NameCandidate, TextLayer } from '../layers';
import { compileUnitWords, readWeights } from './compile';
import { Context } from './features';
import { type Found, NameModel } from './model';
import { ENTITY_TYPES } from './types';
import { Form, type Stretch, StretchFinder, type Unit } from './units';
import type { NameWords } from './words';

/** Compiles the words into the reader of a block's candidates. */
export function createCandidates(words: NameWords): (text: TextLayer) => readonly NameCandidate[] {
  const unitWords = compileUnitWords(words), finder = new StretchFinder(unitWords), model = new NameModel(readWeights(words.weights), unitWords.lists);
  return (text) => {
    const names: NameCandidate[] = [], context = new Context(text, unitWords.lists);
    for (const stretch of finder.find(text)) {
      for (const found of model.read(stretch, context)) names.push(toCandidate(stretch, found));
    }
    return names;
  };
}

function toCandidate({ units }: Stretch, { from, to, scores, best, chosen }: Found): NameCandidate {
  const first = units[from] as Unit, last = units[to - 1] as Unit;
  const span: readonly [number, number] = [first.start, last.end], range = { from: first.token, to: last.token + 1 };
  return {
    ...range, span, core: range, coreSpan: span, title: null,
    type: ENTITY_TYPES[best] ?? 'person',
    confidence: confidenceOf(scores, best),
    key: units.slice(from, to).filter(({ form }) => form !== Form.Mark).map(({ lower }) => lower).join(' '),
    scores, weak: !chosen,
    why: { rule: 'name-learned', evidence: { back: 0, span }, confidence: confidenceOf(scores, best) },
  };
}

/** The share of the best type among all and "no name", whose log-odds are 0. */
function confidenceOf(scores: readonly number[], best: number): number {
  let all = 1;
  for (const score of scores) all += Math.exp(Math.min(score, 30));
  return Math.exp(Math.min(scores[best] ?? 0, 30)) / all;
}
