import { carry, changeOf, isNone } from '../kept';
import type { NameCandidate, PlacedWhy } from '../layers';
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
/** Scores are rounded to a fraction of two, so that sums of them are exact whatever the order, and can be taken back. */
const FINENESS = 2 ** 16;
const PERSON = ENTITY_TYPES.indexOf('person'), ORGANIZATION = ENTITY_TYPES.indexOf('organization');

type Names = readonly NameCandidate[];

/** What the article says of one name. */
interface Ballot {
  readonly key: string;
  /** The sum of the scores of each type. */
  readonly sums: Float64Array;
  /** How many namings there are, and how often a longer name speaks for this one. */
  namings: number;
  spoken: number;
  /** What the ballot held when the last reading was done, where this one has touched it. */
  before: Float64Array | null;
}

/** Decides once over a whole article; see `Vote`. */
export function voteNames(blocks: readonly Names[]): readonly Names[] {
  return new Vote().read(blocks);
}

/**
 * Decides over a whole article which candidates are names, and of which type. The ballots are kept: of the next version of the
 * article only the blocks that changed are counted, and only the blocks that hold a name whose ballot changed are decided again.
 */
export class Vote {
  readonly #ballots = new Map<string, Ballot>();
  #blocks: readonly Names[] = [];
  /** For each block, the ballots of its candidates. */
  #cast: readonly (readonly Ballot[])[] = [];
  #accepted: readonly Names[] = [];
  /** The ballots that this reading has touched. */
  #touched: Ballot[] = [];

  /**
   * Takes each block's candidates in order of the text; gives, block by block and in the same order, the accepted ones, with the type
   * that the article gives that name. Where a block's are the same as in the last version, its list is the same object.
   */
  read(blocks: readonly Names[]): readonly Names[] {
    const change = changeOf(this.#blocks, blocks), { from, to, oldTo } = change;
    if (isNone(change)) return this.#accepted;
    for (let at = from; at < oldTo; at++) this.#count(this.#blocks[at] ?? NO_NAMES, -1);
    const cast = carry(this.#cast, change, NO_BALLOTS), accepted = carry(this.#accepted, change, NO_NAMES);
    for (let at = from; at < to; at++) cast[at] = this.#count(blocks[at] ?? NO_NAMES, 1);
    const hasNews = this.#closeCount();
    for (let at = 0; at < blocks.length; at++) {
      const names = blocks[at], ballots = cast[at];
      if (!names || !ballots || ballots.length === 0) continue;
      const isNew = at >= from && at < to;
      if (isNew || (hasNews && ballots.some(isChanged))) accepted[at] = decide(names, ballots, isNew ? NO_NAMES : (accepted[at] ?? NO_NAMES));
    }
    for (const ballot of this.#touched) ballot.before = null;
    this.#touched = [];
    this.#blocks = blocks;
    this.#cast = cast;
    return (this.#accepted = accepted);
  }

  /** Adds the namings of a block to the ballots, or takes them back; gives the ballot of each. */
  #count(names: Names, sign: 1 | -1): readonly Ballot[] {
    const cast: Ballot[] = [];
    for (const name of names) {
      const ballot = this.#ballot(name.key);
      ballot.namings += sign;
      for (let type = 0; type < TYPES; type++) ballot.sums[type] = (ballot.sums[type] ?? 0) + sign * voiceOf(name, type);
      cast.push(ballot);
      if (!name.weak && name.parts) this.#speakForParts(name, name.parts, sign);
    }
    return cast;
  }

  #speakForParts(name: NameCandidate, parts: readonly string[], sign: 1 | -1): void {
    const type = name.type === 'person' ? PERSON : name.type === 'organization' ? ORGANIZATION : -1;
    if (type < 0) return;
    const weight = sign * PART * Math.max(0, voiceOf(name, type));
    for (const part of parts) {
      const ballot = this.#ballot(part);
      ballot.spoken += sign;
      ballot.sums[type] = (ballot.sums[type] ?? 0) + weight;
    }
  }

  #ballot(key: string): Ballot {
    let ballot = this.#ballots.get(key);
    if (!ballot) this.#ballots.set(key, (ballot = { key, sums: new Float64Array(TYPES + 1), namings: 0, spoken: 0, before: null }));
    if (!ballot.before) {
      ballot.sums[TYPES] = ballot.namings;
      ballot.before = ballot.sums.slice();
      this.#touched.push(ballot);
    }
    return ballot;
  }

  /** Forgets the ballots that nobody holds any more; true where one that a block may hold has changed. */
  #closeCount(): boolean {
    let hasNews = false;
    for (const ballot of this.#touched) {
      ballot.sums[TYPES] = ballot.namings;
      if (ballot.namings + ballot.spoken === 0) this.#ballots.delete(ballot.key);
      else hasNews ||= isChanged(ballot);
    }
    return hasNews;
  }
}

const NO_NAMES: Names = [], NO_BALLOTS: readonly Ballot[] = [];

function isChanged({ before, sums }: Ballot): boolean {
  if (!before) return false;
  for (let i = 0; i < sums.length; i++) if (sums[i] !== before[i]) return true;
  return false;
}

/** The accepted names of a block; `last` where they are what was decided last. */
function decide(names: Names, ballots: readonly Ballot[], last: Names): Names {
  let changed = false, same = true;
  const decided: NameCandidate[] = [];
  for (let i = 0; i < names.length; i++) {
    const name = names[i], ballot = ballots[i];
    if (!name || !ballot) continue;
    const accepted = settle(ballot, name);
    if (accepted !== name) changed = true;
    if (!accepted) continue;
    same &&= isSame(accepted, last[decided.length]);
    decided.push(accepted);
  }
  if (same && last.length === decided.length) return last;
  return changed ? decided : names;
}

/** Whether two decisions on candidates of one block are the same. */
function isSame(a: NameCandidate, b: NameCandidate | undefined): boolean {
  return a === b || (b !== undefined && a.coreSpan === b.coreSpan && a.type === b.type && a.weak === b.weak && a.why.rule === b.why.rule);
}

/** The naming as the article has it, or null where it is none. */
function settle({ sums, namings }: Ballot, name: NameCandidate): NameCandidate | null {
  let type = 0;
  for (let other = 1; other < TYPES; other++) if ((sums[other] ?? 0) > (sums[type] ?? 0)) type = other;
  const own = ENTITY_TYPES.indexOf(name.type), voice = voiceOf(name, type), others = (sums[type] ?? 0) - voice;
  if (name.weak && voice + others < CONFIRMED) return null;
  if (!name.weak && (own === type || (name.scores[own] ?? 0) - (name.scores[type] ?? 0) > OWN_WAY)) return name;
  if (!name.weak && namings === 1 && others <= 0) return name;
  return retyped(name, type, namings === 1 ? name.why : ELSEWHERE);
}

const ELSEWHERE: PlacedWhy = { rule: 'name-elsewhere', evidence: null, confidence: 0.8 };

/** The naming with another type; only a person's name holds its title. */
function retyped(name: NameCandidate, index: number, why: PlacedWhy): NameCandidate {
  const type = ENTITY_TYPES[index] ?? name.type, whole = type === 'person' && name.title !== null;
  return { ...name, type, weak: false, from: whole && name.title ? name.title.from : name.core.from, span: whole ? name.titledSpan : name.coreSpan, why };
}

/** What a naming says of a type. */
const voiceOf = ({ scores }: NameCandidate, type: number): number => Math.round(Math.max(-LOUDEST, Math.min(LOUDEST, scores[type] ?? 0)) * FINENESS) / FINENESS;
