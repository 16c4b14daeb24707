import type { NameCandidate } from '../layers';
import type { Span } from '../model';
import { ENTITY_TYPES, TYPES } from './types';

/*
 * One type for one name in one article: the namings of a name add their scores, and a longer name of a person or body speaks for
 * its parts ("Ann Lee" for "Lee"). A naming that is clear by itself may differ from the others ("Washington" the man).
 */

/** No single naming weighs more than this, in log-odds. */
const LOUDEST = 4;
/** How much the longer name says of its part. */
const PART = 1.5;
/** A weak naming that the others do not confirm needs at least this much by itself. */
const CONFIRMED = 0.5;
/** A naming this much surer of its own type than of the article's keeps it. */
const OWN_WAY = 7;
const PERSON = ENTITY_TYPES.indexOf('person'), ORGANIZATION = ENTITY_TYPES.indexOf('organization');

/** What the article says of one name. */
interface Ballot {
  /** The sum of the scores of each type. */
  readonly sums: Float64Array;
  /** The naming that is surest, which others rest on. */
  best: NameCandidate;
  bestBlock: number;
  count: number;
}

/**
 * Decides over a whole article which candidates are names, and of which type. Takes each block's candidates in order of the
 * text; gives, block by block and in the same order, the accepted ones, with the type that the article gives that name.
 */
export function voteNames(blocks: readonly (readonly NameCandidate[])[]): readonly (readonly NameCandidate[])[] {
  const ballots = new Map<string, Ballot>(), cast: Ballot[] = [], speakers: NameCandidate[] = [];
  for (let block = 0; block < blocks.length; block++) {
    for (const name of blocks[block] ?? []) {
      cast.push(castFor(ballots, name, block));
      if (!name.weak && name.parts) speakers.push(name);
    }
  }
  for (const name of speakers) speakForParts(ballots, name);
  let first = 0;
  return blocks.map((names, block) => {
    const decided = decide(cast, first, names, block);
    first += names.length;
    return decided;
  });
}

/** Adds a naming to the ballot of its name, and gives that. */
function castFor(ballots: Map<string, Ballot>, name: NameCandidate, block: number): Ballot {
  const ballot = ballots.get(name.key);
  if (!ballot) {
    const made = { sums: Float64Array.from(name.scores, limited), best: name, bestBlock: block, count: 1 };
    ballots.set(name.key, made);
    return made;
  }
  ballot.count++;
  for (let type = 0; type < TYPES; type++) ballot.sums[type] = (ballot.sums[type] ?? 0) + limited(name.scores[type] ?? 0);
  if (name.confidence > ballot.best.confidence) {
    ballot.best = name;
    ballot.bestBlock = block;
  }
  return ballot;
}

function speakForParts(ballots: Map<string, Ballot>, name: NameCandidate): void {
  const type = name.type === 'person' ? PERSON : name.type === 'organization' ? ORGANIZATION : -1;
  if (type < 0) return;
  const weight = PART * Math.min(LOUDEST, Math.max(0, name.scores[type] ?? 0));
  for (const part of name.parts ?? []) {
    const ballot = ballots.get(part);
    if (ballot) ballot.sums[type] = (ballot.sums[type] ?? 0) + weight;
  }
}

/** What was last decided of a block's candidates where it changed any: given again while it is the same, so that callers can compare by identity. */
const LAST = new WeakMap<readonly NameCandidate[], readonly NameCandidate[]>();

/** The accepted names of a block; `ballots` has theirs from `first` on. */
function decide(ballots: readonly Ballot[], first: number, names: readonly NameCandidate[], block: number): readonly NameCandidate[] {
  let changed = false;
  const decided: NameCandidate[] = [];
  for (let i = 0; i < names.length; i++) {
    const name = names[i], ballot = ballots[first + i];
    if (!name) continue;
    const accepted = ballot ? settle(ballot, name, block) : name;
    if (accepted !== name) changed = true;
    if (accepted) decided.push(accepted);
  }
  if (!changed) return names;
  const last = LAST.get(names);
  if (last?.length === decided.length && decided.every((name, i) => isSame(name, last[i]))) return last;
  LAST.set(names, decided);
  return decided;
}

/** Whether two decisions on candidates of one block are the same. */
function isSame(a: NameCandidate, b: NameCandidate | undefined): boolean {
  if (a === b) return true;
  const x = a.why.evidence, y = b?.why.evidence;
  return b !== undefined && a.coreSpan === b.coreSpan && a.type === b.type && a.weak === b.weak && a.why.rule === b.why.rule && x?.back === y?.back && x?.span[0] === y?.span[0] && x?.span[1] === y?.span[1];
}

/** The naming as the article has it, or null where it is none. */
function settle({ sums, best, bestBlock, count }: Ballot, name: NameCandidate, block: number): NameCandidate | null {
  let type = 0;
  for (let other = 1; other < TYPES; other++) if ((sums[other] ?? 0) > (sums[type] ?? 0)) type = other;
  const own = ENTITY_TYPES.indexOf(name.type), voice = limited(name.scores[type] ?? 0), others = (sums[type] ?? 0) - voice;
  if (name.weak && voice + others < CONFIRMED) return null;
  if (!name.weak && (own === type || (name.scores[own] ?? 0) - (name.scores[type] ?? 0) > OWN_WAY)) return name;
  if (!name.weak && count === 1 && others <= 0) return name;
  return retyped(name, type, best === name ? null : { back: block - bestBlock, span: best.coreSpan });
}

/** The naming with another type; only a person's name holds its title. */
function retyped(name: NameCandidate, index: number, evidence: { readonly back: number; readonly span: Span } | null): NameCandidate {
  const type = ENTITY_TYPES[index] ?? name.type, whole = type === 'person' && name.title !== null;
  return {
    ...name, type, weak: false,
    from: whole && name.title ? name.title.from : name.core.from,
    span: whole ? name.titledSpan : name.coreSpan,
    why: evidence ? { rule: 'name-elsewhere', evidence, confidence: 0.8 } : name.why,
  };
}

const limited = (score: number): number => Math.max(-LOUDEST, Math.min(LOUDEST, score));
