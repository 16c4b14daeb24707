import type { Seen } from './entities';
import { type Candidate, headMatch, NO_MATCH, noPronounFeatures, noRoleFeatures, pronounFeatures, roleFeatures, type Sink } from './features';
import type { Local } from './local';
import type { PeopleWords } from './words';

export interface Ranked { readonly candidate: Candidate; readonly confidence: number }

/** The candidates of a reference, the likeliest first, without the least likely. */
export interface Ranking {
  readonly ranked: readonly Ranked[];
  /** How sure it is that none of them is meant, and whether it is likelier that the first is. */
  readonly none: number;
  readonly isClear: boolean;
}

export interface Ranker {
  pronoun(local: Local, pool: readonly Candidate[]): Ranking;
  role(local: Local, pool: readonly Candidate[], owner: Seen | null): Ranking;
}

/** A log-linear model over the candidates and "none of them": weights of features.ts, learned by scripts/train-people.ts. */
export function createRanker(words: PeopleWords): Ranker {
  const pronouns = new Sum(words.pronounWeights), roles = new Sum(words.roleWeights);
  return {
    pronoun(local, pool) {
      const scores: number[] = [];
      for (const candidate of pool) {
        pronounFeatures(local, candidate, pool.length, pronouns);
        scores.push(pronouns.take());
      }
      noPronounFeatures(local, pool.length, pronouns);
      return rank(pool, scores, pronouns.take());
    },
    role(local, pool, owner) {
      const scores: number[] = [];
      for (const candidate of pool) {
        roleFeatures(local, candidate, words, owner, roles);
        scores.push(roles.take());
      }
      noRoleFeatures(local, bestMatch(local, pool, owner, words), words, roles);
      return rank(pool, scores, roles.take());
    },
  };
}

/** The sum of the weights of the features pushed since it was last taken. */
class Sum implements Sink {
  #total = 0;
  readonly #weights: Float64Array;
  constructor(weights: ArrayLike<number>) {
    this.#weights = Float64Array.from(weights);
  }
  push(feature: number): void {
    this.#total += this.#weights[feature] ?? 0;
  }
  take(): number {
    const total = this.#total;
    this.#total = 0;
    return total;
  }
}

function bestMatch(local: Local, pool: readonly Candidate[], owner: Seen | null, words: PeopleWords): number {
  let best = NO_MATCH;
  for (const { who } of pool) best = Math.min(best, headMatch(local, who, words, owner));
  return best;
}

/** The features of each candidate, then those of "none of them". */
export function pronounRows(local: Local, pool: readonly Candidate[]): number[][] {
  const rows = pool.map((candidate) => { const row: number[] = []; pronounFeatures(local, candidate, pool.length, row); return row; });
  const none: number[] = [];
  noPronounFeatures(local, pool.length, none);
  return [...rows, none];
}

export function roleRows(local: Local, pool: readonly Candidate[], owner: Seen | null, words: PeopleWords): number[][] {
  const rows = pool.map((candidate) => { const row: number[] = []; roleFeatures(local, candidate, words, owner, row); return row; });
  const none: number[] = [];
  noRoleFeatures(local, bestMatch(local, pool, owner, words), words, none);
  return [...rows, none];
}

/** Less likely candidates are not worth showing. */
const LEAST = 0.05;
const NOBODY: Ranking = { ranked: [], none: 1, isClear: false };
const rounded = (share: number): number => Math.round(share * 100) / 100;

function rank(pool: readonly Candidate[], scores: readonly number[], none: number): Ranking {
  let first = -1, most = -Infinity;
  for (let i = 0; i < scores.length; i++) {
    const score = scores[i] ?? 0;
    if (score <= most) continue;
    first = i;
    most = score;
  }
  if (first < 0) return NOBODY;
  const isClear = most >= none;
  let total = Math.exp(none - most);
  for (const score of scores) total += Math.exp(score - most);
  const likely: (Ranked & { readonly score: number })[] = [];
  pool.forEach((candidate, index) => {
    const score = scores[index] ?? 0, confidence = rounded(Math.exp(score - most) / total);
    if ((isClear && index === first) || confidence >= LEAST) likely.push({ candidate, confidence, score });
  });
  return { ranked: likely.length > 1 ? likely.sort((a, b) => b.score - a.score) : likely, none: rounded(Math.exp(none - most) / total), isClear };
}
