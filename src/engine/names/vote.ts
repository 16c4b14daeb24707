import { allNew, carry, type Change, renumber } from '../kept';
import type { NameCandidate } from '../layers';
import { nameConfidence } from './confidence';
import { ENTITY_TYPES, TYPES } from './types';
import { type Hearsay, sharesOf, SPEAKERS } from './verdict';

/*
 * One type for one name in one article: the namings of a name add their scores, and a longer name of a person or body speaks for
 * its parts ("Ann Lee" for "Lee"). A naming that is clear by itself may differ from the others ("Washington" the man).
 */

/** No single naming weighs more than this, in log-odds; what it says of other types keeps its distance to what it says of its own. */
const LOUDEST = 6;
/** Confidence is told in so many steps: finer ones would change with every naming that an edit adds. */
const STEPS = 100;
/** Scores are rounded to a fraction of two, so that sums of them are exact whatever the order, and can be taken back. */
const FINENESS = 2 ** 16;

type Names = readonly NameCandidate[];

/** What the article says of one name. */
interface Ballot {
  readonly key: string;
  /** The sum of what the namings say of each type, and how many there are. */
  readonly sums: number[];
  namings: number;
  /** How many longer names speak for this one, by `Speaker`. */
  readonly spoken: number[];
  /** The blocks that have a naming. */
  readonly voters: Set<Voter>;
  /** Whether this reading has touched it; what it held when the last one was done, or null where it is new. */
  touched: boolean;
  before: readonly number[] | null;
}

/** The candidates of a block in its place, and the ballot of each. */
interface Voter {
  at: number;
  readonly names: Names;
  readonly ballots: readonly Ballot[];
}

/** A naming in its block, with its voice and what the other namings say. */
export interface Hearing {
  readonly block: number;
  readonly name: NameCandidate;
  readonly voice: readonly number[];
  readonly hearsay: Hearsay;
}

/** Decides once over a whole article; see `Vote`. */
export function voteNames(blocks: readonly Names[], weights: readonly number[]): readonly Names[] {
  return new Vote(weights).read(blocks, allNew(blocks));
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

  /** `weights`: those of the verdict (names/verdict.ts). */
  constructor(private readonly weights: readonly number[]) {}

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
      if (ballot.namings === 0 && ballot.spoken.every((count) => count === 0)) this.#ballots.delete(ballot.key);
      else if (isChanged(ballot)) for (const voter of ballot.voters) undecided.add(voter);
      ballot.touched = false;
    }
    for (const { at, names, ballots } of undecided)
      accepted[at] = decide(names, ballots, accepted[at] ?? NO_NAMES, this.weights);
    this.#touched = [];
    this.#voters = voters;
    return (this.#accepted = accepted);
  }

  /** Every naming with what the others say of its name: what the verdict's weights are learned from. */
  hearings(): readonly Hearing[] {
    return this.#voters.flatMap(({ names, ballots }, block) =>
      names.flatMap((name, index) => {
        const ballot = ballots[index],
          voice = voiceOf(name);
        return ballot ? [{ block, name, voice, hearsay: hearsayOf(ballot, voice) }] : [];
      }),
    );
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
      voiceOf(name).forEach((voice, type) => (ballot.sums[type] = (ballot.sums[type] ?? 0) + sign * voice));
      if (!name.weak && name.parts && name.speaker !== null)
        for (const part of name.parts) {
          const { spoken } = this.#ballot(part);
          spoken[name.speaker] = (spoken[name.speaker] ?? 0) + sign;
        }
      return ballot;
    });
  }

  #ballot(key: string): Ballot {
    const known = this.#ballots.get(key);
    if (known?.touched) return known;
    const ballot: Ballot = known ?? {
      key,
      sums: new Array<number>(TYPES).fill(0),
      namings: 0,
      spoken: new Array<number>(SPEAKERS).fill(0),
      voters: new Set(),
      touched: true,
      before: null,
    };
    if (known) {
      ballot.touched = true;
      ballot.before = stateOf(ballot);
    } else this.#ballots.set(key, ballot);
    this.#touched.push(ballot);
    return ballot;
  }
}

const NO_NAMES: Names = [],
  NOBODY: Voter = { at: 0, names: NO_NAMES, ballots: [] };

/** All that a decision reads of a ballot. */
const stateOf = ({ sums, spoken, namings }: Ballot): readonly number[] => [namings, ...sums, ...spoken];

function isChanged(ballot: Ballot): boolean {
  const { before } = ballot;
  return !before || stateOf(ballot).some((value, i) => value !== before[i]);
}

/** The accepted names of a block; `last` where they are what was decided last. */
function decide(names: Names, ballots: readonly Ballot[], last: Names, weights: readonly number[]): Names {
  let same = true;
  const decided: NameCandidate[] = [];
  for (let i = 0; i < names.length; i++) {
    const name = names[i],
      ballot = ballots[i];
    if (!name || !ballot) continue;
    const accepted = settle(ballot, name, weights);
    if (!accepted) continue;
    same &&= isSame(accepted, last[decided.length]);
    decided.push(accepted);
  }
  return same && last.length === decided.length ? last : decided;
}

/** Whether two decisions on candidates of one block are the same. */
function isSame(a: NameCandidate, b: NameCandidate | undefined): boolean {
  return (
    a === b ||
    (b !== undefined &&
      a.coreSpan === b.coreSpan &&
      a.type === b.type &&
      a.confidence === b.confidence &&
      a.why.rule === b.why.rule)
  );
}

/** The naming as the article has it, or null where it is none. */
function settle(ballot: Ballot, name: NameCandidate, weights: readonly number[]): NameCandidate | null {
  const voice = voiceOf(name),
    shares = sharesOf(name, voice, hearsayOf(ballot, voice), weights);
  let type = 0,
    none = 1;
  for (let other = 0; other < TYPES; other++) {
    none -= shares[other] ?? 0;
    if ((shares[other] ?? 0) > (shares[type] ?? 0)) type = other;
  }
  const share = shares[type] ?? 0;
  return none > share ? null : settled(name, type, Math.round(nameConfidence(share) * STEPS) / STEPS);
}

/** What the others say of the name of a naming with this voice. */
function hearsayOf({ sums, namings, spoken }: Ballot, voice: readonly number[]): Hearsay {
  return { voices: sums.map((sum, type) => sum - (voice[type] ?? 0)), namings: namings - 1, spoken };
}

/** The naming with the type and confidence that the article gives it; only a person's name holds its title. */
function settled(name: NameCandidate, index: number, confidence: number): NameCandidate {
  const type = ENTITY_TYPES[index] ?? name.type;
  if (type === name.type && !name.weak) return { ...name, confidence, why: { ...name.why, confidence } };
  const whole = type === 'person' && name.title !== null;
  return {
    ...name,
    type,
    confidence,
    weak: false,
    from: whole && name.title ? name.title.from : name.core.from,
    span: whole ? name.titledSpan : name.coreSpan,
    why: { rule: 'name-elsewhere', evidence: null, confidence },
  };
}

/** What a naming says of each type. */
function voiceOf({ scores }: NameCandidate): readonly number[] {
  let excess = 0;
  for (let type = 0; type < TYPES; type++) excess = Math.max(excess, (scores[type] ?? 0) - LOUDEST);
  return scores.map((score) => Math.round(Math.max(-LOUDEST, score - excess) * FINENESS) / FINENESS);
}
