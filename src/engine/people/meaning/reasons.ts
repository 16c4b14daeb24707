import type { Place, PlacedWhy } from '../../layers';
import type { Local } from '../mentions/mention';
import type { PeopleWords } from '../words';
import type { Candidate } from './candidates';
import { headMatch } from './features';
import type { Seen } from './entities';

/** Why a mention means whom it means where one candidate's place and words do not matter. */
export const SAME_NAME: PlacedWhy = { rule: 'same-name', evidence: null, confidence: 1 },
  FAMILY: PlacedWhy = { ...SAME_NAME, rule: 'family-name' };

/** A reason of a name, no surer than the name is one of its kind; the same object for the same confidence, as most names have one. */
export function ofName(why: PlacedWhy, confidence: number): PlacedWhy {
  if (confidence >= why.confidence) return why;
  const known = surenesses.get(why) ?? new Map<number, PlacedWhy>();
  surenesses.set(why, known);
  const kept = known.get(confidence) ?? { ...why, confidence };
  known.set(confidence, kept);
  return kept;
}

/** For each reason, the same with less confidence; a name's confidence is rounded, so that there are few. */
const surenesses = new Map<PlacedWhy, Map<number, PlacedWhy>>();

export const SHARED_TITLE: PlacedWhy = { rule: 'shared-name-title', evidence: null, confidence: 0.85 },
  SHARED_GIVEN: PlacedWhy = { ...SHARED_TITLE, rule: 'shared-name-given', confidence: 0.7 };
export const SHARED_MOST: PlacedWhy = { rule: 'shared-name-most', evidence: null, confidence: 0.4 };
export const UNNAMED: PlacedWhy = { rule: 'unnamed', evidence: null, confidence: 0.8 },
  UNNAMED_SOURCE: PlacedWhy = { ...UNNAMED, rule: 'unnamed-source' };

export const ELSEWHERE: PlacedWhy = { rule: 'role-elsewhere', evidence: null, confidence: 0.6 };

/** Rules that speak of where the last mention stands, whatever its words. */
const OF_ITS_PLACE: ReadonlySet<string> = new Set(['subject-same', 'subject-before', 'pronoun-before', 'named-after']);
/** The words that tell a reader best who a candidate is. */
export const placeOf = ({ naming, namingBlocks, last, blocks }: Candidate): Place =>
  naming ? { back: namingBlocks, span: naming.span } : { back: blocks, span: last.span };

/** Why a pronoun means the one ranked first of `pool`. */
export function whyPronoun(local: Local, best: Candidate, pool: readonly Candidate[], confidence: number): PlacedWhy {
  const rule = pronounRule(local, best, pool);
  return {
    rule,
    evidence: OF_ITS_PLACE.has(rule) ? { back: best.blocks, span: best.last.span } : placeOf(best),
    confidence,
  };
}

/** Why a role means the one ranked first; `owner` is whose somebody the role names. */
export function whyRole(
  local: Local,
  best: Candidate,
  owner: Seen | null,
  words: PeopleWords,
  confidence: number,
): PlacedWhy {
  const match = headMatch(local, best.who, words, owner),
    known = match === 0 ? 'role-known' : match === 1 ? 'role-office' : 'role-near',
    rule = words.counterparts.has(local.noun) && match < 2 ? 'role-counterpart' : known;
  return { rule, evidence: placeOf(best), confidence };
}

/** Why "it" or a noun for a body means the one ranked first. */
export const whyBody = (local: Local, best: Candidate, confidence: number): PlacedWhy => ({
  rule: local.form === 'pronoun' ? 'body-it' : 'body-noun',
  evidence: placeOf(best),
  confidence,
});

/** Whether a list of given names alone tells the one chosen from another of those considered. */
function restsOnGivenName({ gender }: Local, { who }: Candidate, pool: readonly Candidate[]): boolean {
  if (gender === null || who.kind !== 'named' || who.genderShown || who.gender !== gender) return false;
  return pool.some((other) => other.who !== who && other.who.gender !== gender);
}

/** The rule that best tells a reader why the ranked first is meant. */
function pronounRule(local: Local, candidate: Candidate, pool: readonly Candidate[]): string {
  const { last } = candidate;
  if (candidate.sentences < 0) return 'named-after';
  if (pool.length === 1) return 'only-one';
  if (restsOnGivenName(local, candidate, pool)) return 'given-name';
  if (candidate.speaks) return 'reported-speaker';
  if (candidate.lastSubject) return candidate.sentences === 0 ? 'subject-same' : 'subject-before';
  if (local.sourceOf >= 0 && candidate.spokeLast) return 'spoke-before';
  return last.form === 'pronoun' ? 'pronoun-before' : 'nearest';
}
