import { bodyFeatures, bodyMatch, noBodyFeatures } from './bodies';
import { type Candidate, MAX_CANDIDATES } from './candidates';
import type { Seen } from './entities';
import { headMatch, NO_MATCH, noPronounFeatures, noRoleFeatures, pronounFeatures, roleFeatures } from './features';
import type { Local } from '../mentions/mention';

import type { PeopleWords } from '../words';
import type { Sink } from './space';

export interface Ranked {
  readonly candidate: Candidate;
  readonly confidence: number;
}

/** The candidates of a reference, the likeliest first, without the least likely. */
export interface Ranking {
  readonly ranked: readonly Ranked[];
  /** Whether it is likelier that the first is meant than that none of them is. */
  readonly isClear: boolean;
}

/** Says who is the likeliest. */
export interface Ranker {
  pronoun(local: Local, pool: readonly Candidate[]): Ranking;
  role(local: Local, pool: readonly Candidate[], owner: Seen | null): Ranking;
  body(local: Local, pool: readonly Candidate[]): Ranking;
}

/** A log-linear model over the candidates and "none of them": weights of features.ts, learned by scripts/train-people.ts. */
export function createRanker(words: PeopleWords): Ranker {
  const pronouns = new Sum(words.pronounWeights),
    roles = new Sum(words.roleWeights),
    bodies = new Sum(words.bodyWeights),
    scores = new Float64Array(MAX_CANDIDATES);
  return {
    pronoun(local, pool) {
      const { length } = pool;
      if (length === 0) return NOBODY;
      for (let i = 0; i < length; i++) {
        const candidate = pool[i];
        if (candidate) pronounFeatures(local, candidate, length, pronouns);
        scores[i] = pronouns.take();
      }
      noPronounFeatures(local, length, pronouns);
      return rank(pool, scores, pronouns.take());
    },
    role(local, pool, owner) {
      const { length } = pool;
      if (length === 0) return NOBODY;
      for (let i = 0; i < length; i++) {
        const candidate = pool[i];
        if (candidate) roleFeatures(local, candidate, words, owner, roles);
        scores[i] = roles.take();
      }
      noRoleFeatures(local, bestMatch(local, pool, owner, words), words, roles);
      return rank(pool, scores, roles.take());
    },
    body(local, pool) {
      const { length } = pool;
      if (length === 0) return NOBODY;
      for (let i = 0; i < length; i++) {
        const candidate = pool[i];
        if (candidate) bodyFeatures(local, candidate, words, bodies);
        scores[i] = bodies.take();
      }
      noBodyFeatures(local, bestBody(local, pool, words), bodies);
      return rank(pool, scores, bodies.take());
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

function bestBody(local: Local, pool: readonly Candidate[], words: PeopleWords): number {
  let best = NO_MATCH;
  for (const { who } of pool) best = Math.min(best, bodyMatch(local, who, words));
  return best;
}

/** The features of each candidate, then those of "none of them". */
export function pronounRows(local: Local, pool: readonly Candidate[]): number[][] {
  const rows = pool.map((candidate) => {
    const row: number[] = [];
    pronounFeatures(local, candidate, pool.length, row);
    return row;
  });
  const none: number[] = [];
  noPronounFeatures(local, pool.length, none);
  return [...rows, none];
}

export function roleRows(local: Local, pool: readonly Candidate[], owner: Seen | null, words: PeopleWords): number[][] {
  const rows = pool.map((candidate) => {
    const row: number[] = [];
    roleFeatures(local, candidate, words, owner, row);
    return row;
  });
  const none: number[] = [];
  noRoleFeatures(local, bestMatch(local, pool, owner, words), words, none);
  return [...rows, none];
}

export function bodyRows(local: Local, pool: readonly Candidate[], words: PeopleWords): number[][] {
  const rows = pool.map((candidate) => {
    const row: number[] = [];
    bodyFeatures(local, candidate, words, row);
    return row;
  });
  const none: number[] = [];
  noBodyFeatures(local, bestBody(local, pool, words), none);
  return [...rows, none];
}

/** Less likely candidates are not worth showing. */
const LEAST = 0.05;
const NOBODY: Ranking = { ranked: [], isClear: false };
const rounded = (share: number): number => Math.round(share * 100) / 100;

/** `scores` has the score of each of `pool`, and is used up. */
function rank(pool: readonly Candidate[], scores: Float64Array, none: number): Ranking {
  const { length } = pool,
    first = highest(scores, length),
    most = scores[first] ?? 0,
    isClear = most >= none;
  let total = Math.exp(none - most);
  for (let i = 0; i < length; i++) total += Math.exp((scores[i] ?? 0) - most);
  let likely = 0;
  for (let i = 0; i < length; i++)
    if ((isClear && i === first) || rounded(Math.exp((scores[i] ?? 0) - most) / total) >= LEAST) likely++;
  const ranked = new Array<Ranked>(likely);
  for (let i = 0; i < likely; i++) {
    const next = highest(scores, length),
      candidate = pool[next];
    if (candidate) ranked[i] = { candidate, confidence: rounded(Math.exp((scores[next] ?? 0) - most) / total) };
    scores[next] = -Infinity;
  }
  return { ranked, isClear };
}

/** The index of the highest score, of equal ones the first. */
function highest(scores: Float64Array, length: number): number {
  let best = 0;
  for (let i = 1; i < length; i++) if ((scores[i] ?? 0) > (scores[best] ?? 0)) best = i;
  return best;
}
