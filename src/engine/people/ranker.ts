import type { Who } from './entities';
import { type Candidate, headMatch, noPronounFeatures, noRoleFeatures, pronounFeatures, roleFeatures } from './features';
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
  return {
    pronoun: (local, pool) => rank(pool, words.pronounWeights, pronounRows(local, pool)),
    role: (local, pool, owner) => rank(pool, words.roleWeights, roleRows(local, pool, owner, words)),
  };
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
  noRoleFeatures(local, Math.min(4, ...pool.map(({ who }) => headMatch(local, who, words))), words, none);
  return [...rows, none];
}

function rank(pool: readonly Candidate[], weights: ArrayLike<number>, rows: readonly (readonly number[])[]): readonly Ranked[] {
  const scores = rows.map((row) => row.reduce((sum, feature) => sum + (weights[feature] ?? 0), 0));
  const most = Math.max(...scores), total = scores.reduce((sum, score) => sum + Math.exp(score - most), 0);
  const none = scores[pool.length] ?? 0;
  const ranked = pool.map(({ who }, index) => ({ who, score: scores[index] ?? 0, index })).sort((a, b) => b.score - a.score || a.index - b.index);
  if (!ranked[0] || ranked[0].score < none) return [];
  return ranked.map(({ who, score }) => ({ who, confidence: Math.round((Math.exp(score - most) / total) * 100) / 100 })).filter(({ confidence }, index) => index === 0 || confidence >= 0.05);
}
