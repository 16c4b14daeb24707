import type { Who } from './entities';
import { type Candidate, headMatch, noPronounFeatures, noRoleFeatures, pronounFeatures, roleFeatures, type Sink } from './features';
import type { Local } from './locals';
import type { PeopleWords } from './words';

export interface Ranked { readonly who: Who; readonly confidence: number }

/** Orders the candidates of a reference, the likeliest first; empty where it is likelier that none of them is meant. */
export interface Ranker {
  pronoun(local: Local, pool: readonly Candidate[]): readonly Ranked[];
  role(local: Local, pool: readonly Candidate[], owner: string | null): readonly Ranked[];
}

/** A log-linear model over the candidates and "none of them": weights of features.ts, learned by scripts/train-people.ts. */
export function createRanker(words: PeopleWords): Ranker {
  const pronouns = new Sum(words.pronounWeights), roles = new Sum(words.roleWeights);
  return {
    pronoun: (local, pool) => {
      const scores = pool.map((candidate) => pronouns.of((sum) => pronounFeatures(local, candidate, pool.length, sum)));
      return rank(pool, scores, pronouns.of((sum) => noPronounFeatures(local, pool.length, sum)));
    },
    role: (local, pool, owner) => {
      const scores = pool.map((candidate) => roles.of((sum) => roleFeatures(local, candidate, words, owner, sum)));
      return rank(pool, scores, roles.of((sum) => noRoleFeatures(local, bestMatch(local, pool, words), words, sum)));
    },
  };
}

/** The sum of the weights of the features pushed. */
class Sum implements Sink {
  #total = 0;
  constructor(private readonly weights: ArrayLike<number>) {}
  push(feature: number): void {
    this.#total += this.weights[feature] ?? 0;
  }
  of(fill: (sum: Sink) => void): number {
    this.#total = 0;
    fill(this);
    return this.#total;
  }
}

function bestMatch(local: Local, pool: readonly Candidate[], words: PeopleWords): number {
  let best = 4;
  for (const { who } of pool) best = Math.min(best, headMatch(local, who, words));
  return best;
}

/** The features of each candidate, then those of "none of them". */
export function pronounRows(local: Local, pool: readonly Candidate[]): number[][] {
  const rows = pool.map((candidate) => { const row: number[] = []; pronounFeatures(local, candidate, pool.length, row); return row; });
  const none: number[] = [];
  noPronounFeatures(local, pool.length, none);
  return [...rows, none];
}

export function roleRows(local: Local, pool: readonly Candidate[], owner: string | null, words: PeopleWords): number[][] {
  const rows = pool.map((candidate) => { const row: number[] = []; roleFeatures(local, candidate, words, owner, row); return row; });
  const none: number[] = [];
  noRoleFeatures(local, bestMatch(local, pool, words), words, none);
  return [...rows, none];
}

function rank(pool: readonly Candidate[], scores: readonly number[], none: number): readonly Ranked[] {
  let first = -1;
  scores.forEach((score, index) => { if (first < 0 || score > (scores[first] ?? 0)) first = index; });
  const most = scores[first] ?? 0;
  if (first < 0 || most < none) return [];
  const total = scores.reduce((sum, score) => sum + Math.exp(score - most), Math.exp(none - most));
  const ranked = pool.map(({ who }, index) => ({ who, confidence: Math.round((Math.exp((scores[index] ?? 0) - most) / total) * 100) / 100, index }));
  const likely = ranked.filter(({ confidence, index }) => index === first || confidence >= LEAST);
  return likely.sort((a, b) => (scores[b.index] ?? 0) - (scores[a.index] ?? 0) || a.index - b.index).map(({ who, confidence }) => ({ who, confidence }));
}

/** Less likely candidates are not worth showing. */
const LEAST = 0.05;
