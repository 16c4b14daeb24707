import type { PlacedWhy } from '../../layers';
import type { Seen } from './entities';
import type { Candidate } from './candidates';
import type { Local } from '../mentions/mention';
import type { Ranked, Ranking } from './ranker';

/** Somebody else who may be meant, and how sure that is. */
export interface Rival extends Seen {
  readonly confidence: number;
}

/** A mention that means one of several, of whom none is likely enough to be taken for the one meant. */
export interface Unclear {
  /** Its index among the mentions of its block. */
  readonly index: number;
  readonly why: PlacedWhy;
  readonly rivals: readonly Rival[];
}

/** How many of those who may be meant are told, how likely each must be, and how likely the likeliest. */
const MAX_RIVALS = 3,
  LEAST = 0.1,
  LEAST_LIKELIEST = 0.25;
/** Of two on the same footing neither is taken where the one is not likelier than the other by more; by gum_other, where as many of these are wrong as right. */
const NEAR = 0.35;
/** "They" means things as often as people: nobody less likely than this is taken for those meant. By gum_other. */
const LEAST_MANY = 0.5;

/** Whether nobody is likely enough to be taken for the one meant. */
export function isGuess(local: Local, { ranked: [best], isClear }: Ranking): boolean {
  return best !== undefined && (!isClear || (local.many && local.form === 'pronoun' && best.confidence < LEAST_MANY));
}

/** Whether the likeliest is hardly likelier than the next, and was named with it. */
export function isNear(local: Local, { ranked: [best, next] }: Ranking): boolean {
  return (
    best !== undefined &&
    next !== undefined &&
    best.confidence - next.confidence < NEAR &&
    isLevel(best.candidate, next.candidate, local)
  );
}

/** Whether two were named in one sentence last, as often as one another, and, where the mention shows a gender, are alike in that. */
function isLevel(a: Candidate, b: Candidate, { gender }: Local): boolean {
  return (
    a.blocks === b.blocks &&
    a.sentences === b.sentences &&
    a.sentences >= 0 &&
    a.count === b.count &&
    (gender === null || a.who.gender === b.who.gender)
  );
}

/** Whether "and" joins the last namings of two; `locals` are the mentions of the block where they stand. */
export function isJoined(a: Candidate, b: Candidate, locals: readonly Local[]): boolean {
  const from = Math.min(a.last.from, b.last.from),
    to = Math.max(a.last.to, b.last.to);
  return locals.some((local) => local.joins && local.from <= from && local.to >= to);
}

/**
 * What there is to tell of mention `index` where none of `ranked` is taken, or null where it may well name nobody: a pronoun of one
 * person always names somebody, "they" and a role only where it is likelier than not that those meant are among the likeliest.
 */
export function unclear(index: number, local: Local, ranked: readonly Ranked[]): Unclear | null {
  const people = ranked.filter(({ candidate: { who }, confidence }) => who.type === 'person' && confidence >= LEAST),
    [best] = people;
  const isSomebody =
    (local.form === 'pronoun' && !local.many) || people.reduce((sum, { confidence }) => sum + confidence, 0) >= 0.5;
  if (!best || !isSomebody || !isWorthTelling(people)) return null;
  const why: PlacedWhy = {
    rule: people.length > 1 ? 'unclear-several' : 'unclear-one',
    evidence: null,
    confidence: Math.round((1 - best.confidence) * 100) / 100,
  };
  return { index, why, rivals: rivalsOf(people) };
}

/** Whether those who may be meant are likely enough to be told, the likeliest first. */
export const isWorthTelling = ([likeliest]: readonly { readonly confidence: number }[]): boolean =>
  likeliest !== undefined && likeliest.confidence >= LEAST_LIKELIEST;

/** Those who may be meant, without the first `from`. */
export const rivalsOf = (ranked: readonly Ranked[], from = 0): readonly Rival[] =>
  ranked.slice(from, from + MAX_RIVALS).map(({ candidate: { who, back }, confidence }) => ({ who, back, confidence }));
