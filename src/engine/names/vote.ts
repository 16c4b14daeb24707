import { allNew, carry, type Change, renumber } from '../kept';
import type { NameCandidate, PlacedWhy } from '../layers';
import { ENTITY_TYPES, TYPES } from './types';

/*
 * One type for one name in one article: the namings of a name add their scores, and a longer name of a person or body speaks for
 * its parts ("Ann Lee" for "Lee"). A naming that is clear by itself may differ from the others ("Washington" the man).
 */

/** No single naming weighs more than this, in log-odds; what it says of other types keeps its distance to what it says of its own. */
const LOUDEST = 6;
/** How much the longer name says of its part. */
const PART = 1.5;
/** A weak naming that the others do not confirm needs at least this much by itself. */
const CONFIRMED = 1.5;
/** A naming this much surer of its own type than of the article's keeps it. */
const OWN_WAY = 7;
/** Scores are rounded to a fraction of two, so that sums of them are exact whatever the order, and can be taken back. */
const FINENESS = 2 ** 16;
const PERSON = ENTITY_TYPES.indexOf('person'),
  ORGANIZATION = ENTITY_TYPES.indexOf('organization');

type Names = readonly NameCandidate[];

/** What the article says of one name. */
interface Ballot {
  readonly key: string;
  /** The sum of the scores of each type. */
  readonly sums: number[];
  /** How many namings there are, and how often a longer name speaks for this one. */
  namings: number;
  spoken: number;
  /** The blocks that have a naming. */
  readonly voters: Set<Voter>;
  /** Whether this reading has touched it; what it held when the last one was done, or null where it is new. */
  touched: boolean;
  before: readonly number[] | null;
  namingsBefore: number;
}

/** The candidates of a block in its place, and the ballot of each. */
interface Voter {
  at: number;
  readonly names: Names;
  readonly ballots: readonly Ballot[];
}

/** Decides once over a whole article; see `Vote`. */
export function voteNames(blocks: readonly Names[]): readonly Names[] {
  return new Vote().read(blocks, allNew(blocks));
}

/**
 * Decides over a whole article which candidates are names, and of which type. The ballots are kept: of the next version of the
 * article only the blocks that changed are counted, and only the blocks that hold a name whose ballot changed are decided again.
 */
export class Vote {
  readonly #ballots = new Map<string, Ballot>();
  #voters: readonly Voter[] = [];
  #accepted: readonly Names[] = [];
  /** The ballots that this reading has touched. */
  #touched: Ballot[] = [];

  /**
   * Takes each block's candidates in order of the text, and which blocks are new; gives, block by block and in the same order, the
   * accepted ones, with the type that the article gives that name. Where a block's are the same as before, so is the list.
   */
  read(blocks: readonly Names[], change: Change): readonly Names[] {
    const voters = carry(this.#voters, change, NOBODY),
      accepted = carry(this.#accepted, change, NO_NAMES),
      undecided = new Set<Voter>();
    for (let at = change.from; at < change.oldTo; at++) this.#leave(this.#voters[at] ?? NOBODY);
    for (let at = change.from; at < change.to; at++)
      undecided.add((voters[at] = this.#enter(blocks[at] ?? NO_NAMES, at)));
    renumber(voters, change);
    for (const ballot of this.#touched) {
      if (ballot.namings + ballot.spoken === 0) this.#ballots.delete(ballot.key);
      else if (isChanged(ballot)) for (const voter of ballot.voters) undecided.add(voter);
      ballot.touched = false;
    }
    for (const { at, names, ballots } of undecided) accepted[at] = decide(names, ballots, accepted[at] ?? NO_NAMES);
    this.#touched = [];
    this.#voters = voters;
    return (this.#accepted = accepted);
  }

  #enter(names: Names, at: number): Voter {
    const ballots = this.#count(names, 1),
      voter: Voter = { at, names, ballots };
    for (const ballot of ballots) ballot.voters.add(voter);
    return voter;
  }

  #leave(voter: Voter): void {
    this.#count(voter.names, -1);
    for (const ballot of voter.ballots) ballot.voters.delete(voter);
  }

  /** Adds the namings of a block to the ballots, or takes them back; gives the ballot of each. */
  #count(names: Names, sign: 1 | -1): readonly Ballot[] {
    return names.map((name) => {
      const ballot = this.#ballot(name.key);
      ballot.namings += sign;
      for (let type = 0; type < TYPES; type++)
        ballot.sums[type] = (ballot.sums[type] ?? 0) + sign * voiceOf(name, type);
      if (!name.weak && name.parts) this.#speakForParts(name, name.parts, sign);
      return ballot;
    });
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
    const known = this.#ballots.get(key);
    if (known?.touched) return known;
    const ballot: Ballot = known ?? {
      key,
      sums: NOTHING.slice(),
      namings: 0,
      spoken: 0,
      voters: new Set(),
      touched: true,
      before: null,
      namingsBefore: 0,
    };
    if (known) {
      ballot.touched = true;
      ballot.before = ballot.sums.slice();
      ballot.namingsBefore = ballot.namings;
    } else this.#ballots.set(key, ballot);
    this.#touched.push(ballot);
    return ballot;
  }
}

const NO_NAMES: Names = [],
  NOBODY: Voter = { at: 0, names: NO_NAMES, ballots: [] },
  NOTHING: readonly number[] = new Array<number>(TYPES).fill(0);

function isChanged({ before, sums, namings, namingsBefore }: Ballot): boolean {
  if (!before || namings !== namingsBefore) return true;
  for (let i = 0; i < sums.length; i++) if (sums[i] !== before[i]) return true;
  return false;
}

/** The accepted names of a block; `last` where they are what was decided last. */
function decide(names: Names, ballots: readonly Ballot[], last: Names): Names {
  let changed = false,
    same = true;
  const decided: NameCandidate[] = [];
  for (let i = 0; i < names.length; i++) {
    const name = names[i],
      ballot = ballots[i];
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
  return (
    a === b ||
    (b !== undefined &&
      a.coreSpan === b.coreSpan &&
      a.type === b.type &&
      a.weak === b.weak &&
      a.why.rule === b.why.rule)
  );
}

/** The naming as the article has it, or null where it is none. */
function settle({ sums, namings }: Ballot, name: NameCandidate): NameCandidate | null {
  let type = 0;
  for (let other = 1; other < TYPES; other++) if ((sums[other] ?? 0) > (sums[type] ?? 0)) type = other;
  const own = ENTITY_TYPES.indexOf(name.type),
    voice = voiceOf(name, type),
    others = (sums[type] ?? 0) - voice;
  if (name.weak && voice + others < CONFIRMED) return null;
  if (!name.weak && (own === type || (name.scores[own] ?? 0) - (name.scores[type] ?? 0) > OWN_WAY)) return name;
  if (!name.weak && namings === 1 && others <= 0) return name;
  return retyped(name, type, namings === 1 ? name.why : ELSEWHERE);
}

const ELSEWHERE: PlacedWhy = { rule: 'name-elsewhere', evidence: null, confidence: 0.8 };

/** The naming with another type; only a person's name holds its title. */
function retyped(name: NameCandidate, index: number, why: PlacedWhy): NameCandidate {
  const type = ENTITY_TYPES[index] ?? name.type,
    whole = type === 'person' && name.title !== null;
  return {
    ...name,
    type,
    weak: false,
    from: whole && name.title ? name.title.from : name.core.from,
    span: whole ? name.titledSpan : name.coreSpan,
    why,
  };
}

/** What a naming says of a type. */
function voiceOf({ scores }: NameCandidate, type: number): number {
  let excess = 0;
  for (let other = 0; other < TYPES; other++) excess = Math.max(excess, (scores[other] ?? 0) - LOUDEST);
  return Math.round(Math.max(-LOUDEST, (scores[type] ?? 0) - excess) * FINENESS) / FINENESS;
}
