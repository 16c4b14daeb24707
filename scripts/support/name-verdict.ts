/** Learns how an article decides on its namings (names/verdict.ts): a softmax over the types and "no name". Deterministic. */
import { allNew } from '../../src/engine/kept';
import type { NameCandidate, Span, TextLayer } from '../../src/engine/index';
import { ENTITY_TYPES, TYPES } from '../../src/engine/names/types';
import { sharesOf, VERDICT_WEIGHTS, verdictFeatures } from '../../src/engine/names/verdict';
import { type Hearing, Vote } from '../../src/engine/names/vote';
import type { GoldArticle } from './name-press';

const ROUNDS = 400,
  RATE = 0.3,
  /** The weight of the squared weights in the loss. */
  DECAY = 0.002;

/** A naming with the type that the gold gives it; `TYPES` where it is no name. */
interface Case extends Hearing {
  readonly gold: number;
}

/** The weights that decide best on the namings of articles which the reader has not learned from. */
export function learnVerdict(
  articles: readonly GoldArticle[],
  read: (text: TextLayer) => readonly NameCandidate[],
): number[] {
  const cases = articles.flatMap((article) => casesOf(article, read)),
    weights = new Array<number>(VERDICT_WEIGHTS).fill(0),
    squares = new Array<number>(VERDICT_WEIGHTS).fill(0);
  for (let round = 0; round < ROUNDS; round++) {
    const slopes = weights.map((weight) => DECAY * weight);
    let loss = 0;
    for (const { name, voice, hearsay, gold } of cases) {
      const shares = sharesOf(name, voice, hearsay, weights);
      loss -= Math.log(Math.max(1e-9, shares[gold] ?? 1 - shares.reduce((sum, share) => sum + share, 0)));
      for (let type = 0; type < TYPES; type++) {
        const amount = ((shares[type] ?? 0) - (type === gold ? 1 : 0)) / cases.length;
        verdictFeatures(name, voice, hearsay, type, (feature, value) => {
          slopes[feature] = (slopes[feature] ?? 0) + amount * value;
        });
      }
    }
    slopes.forEach((slope, at) => {
      const square = (squares[at] = (squares[at] ?? 0) + slope * slope);
      weights[at] = (weights[at] ?? 0) - (RATE * slope) / Math.sqrt(square + 1e-8);
    });
    if ((round + 1) % 100 === 0) console.log(`verdict ${round + 1}: loss ${(loss / cases.length).toFixed(4)}`);
  }
  const coined = VERDICT_WEIGHTS - 1;
  weights[coined] = Math.max(weights[coined] ?? 0, LEAST_COINED);
  return weights.map((weight) => Math.round(weight * 1000) / 1000);
}

/**
 * The least that a body with a coined first word says of that word alone (“Voltmark” beside “Voltmark Industries”): the articles
 * learned from hold too few such firms for their weight to be learned.
 */
const LEAST_COINED = 2.5;

function casesOf({ blocks, names }: GoldArticle, read: (text: TextLayer) => readonly NameCandidate[]): Case[] {
  const vote = new Vote([]),
    found = blocks.map(({ layer }) => read(layer));
  vote.read(found, allNew(found));
  return vote.hearings().map((hearing) => {
    const start = blocks[hearing.block]?.start ?? 0,
      core: Span = [start + hearing.name.coreSpan[0], start + hearing.name.coreSpan[1]];
    let gold = TYPES,
      most = 0;
    for (const { span, type } of names) {
      const both = Math.min(span[1], core[1]) - Math.max(span[0], core[0]),
        share = both / (span[1] - span[0] + core[1] - core[0] - both),
        same = span[1] === core[1] && span[0] <= core[0] && type === 'person';
      if (both > 0 && share > most && (same || share >= 0.5)) [gold, most] = [ENTITY_TYPES.indexOf(type), share];
    }
    return { ...hearing, gold };
  });
}
