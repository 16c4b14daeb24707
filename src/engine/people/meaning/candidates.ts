import { isSame, type Seen, type Who } from './entities';
import { type Local, Slot } from '../mentions/mention';

/** The last naming of a candidate before the reference in question, and what is known of it there. */
export interface Candidate extends Seen {
  readonly last: Local;
  /** The last naming that is no pronoun, and how many blocks before the reference it stands; null where those looked at are all pronouns. */
  readonly naming: Local | null;
  readonly namingBlocks: number;
  /** Sentences and blocks between that naming and the reference; -1 sentences where it comes later in the same one. */
  readonly sentences: number;
  readonly blocks: number;
  /** How often it is named in the blocks looked at, and how many others are named after it. */
  readonly count: number;
  readonly rank: number;
  /** Whether it is the subject of its sentence and no other subject stands between, and whether it speaks the frame around the reference. */
  readonly lastSubject: boolean;
  readonly speaks: boolean;
  readonly spokeLast: boolean;
  readonly headline: boolean;
}

/** How many different people are weighed for one reference: a bound, so that hostile texts stay linear. */
export const MAX_CANDIDATES = 14;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Fits = (local: Local, who: Who, last: Local) => boolean;

/**
 * Those who may be meant by one reference, as they are met on the way back from it. One reference is weighed at a time: candidates
 * are good until the next begins.
 */
export class Pool {
  found: Candidate[] = [];
  readonly #made: Mutable<Candidate>[] = [];
  #local: Local | null = null;
  #speaker: Seen | null = null;
  #fits: Fits = () => false;
  /** How many were met that stand as near to the writer as the reference does. */
  #met = 0;
  /** Whom the last subject and the last source mean, and how many blocks back an unnamed one was brought in. */
  #subject: Who | null = null;
  #subjectBack = 0;
  #spoke: Who | null = null;
  #spokeBack = 0;

  /** Begins a reference; `speaker` is whose words it stands in, `fits` tells who may be meant at all. */
  begin(local: Local, speaker: Seen | null, fits: Fits): void {
    this.found = [];
    this.#local = local;
    this.#speaker = speaker;
    this.#fits = fits;
    this.#subject = this.#spoke = null;
    this.#met = 0;
  }

  has(target: Seen): boolean {
    for (const known of this.found) if (isSame(known, target)) return true;
    return false;
  }

  add(who: Who, back: number, last: Local, sentences: number, blocks: number, headline: boolean): void {
    if (sentences >= 0 && !this.#subject && !this.#isAside(last) && last.slot === Slot.Subject) {
      this.#subject = who;
      this.#subjectBack = back;
    }
    if (sentences >= 0 && !this.#spoke && last.sourceOf >= 0) {
      this.#spoke = who;
      this.#spokeBack = back;
    }
    const known = this.#known(who, back);
    if (known) this.#again(known, last, blocks);
    else if (this.#local && this.found.length < MAX_CANDIDATES && this.#fits(this.#local, who, last))
      this.#first(who, back, last, sentences, blocks, headline);
  }

  /** Whom a quotation speaks of does not come between what the writer says before it and behind it. */
  #isAside(last: Local): boolean {
    return (this.#local?.mark ?? 0) < 0 && last.mark >= 0;
  }

  /** The candidate of whom this is another naming. */
  #known(who: Who, back: number): Mutable<Candidate> | null {
    for (let i = 0; i < this.found.length; i++) {
      const known = this.#made[i];
      if (known?.who === who && known.back === back) return known;
    }
    return null;
  }

  #again(known: Mutable<Candidate>, last: Local, blocks: number): void {
    known.count++;
    if (!known.naming && last.form !== 'pronoun') {
      known.naming = last;
      known.namingBlocks = blocks;
    }
    known.lastSubject ||= this.#subject === known.who && this.#subjectBack === known.back;
    known.spokeLast ||= this.#spoke === known.who && this.#spokeBack === known.back;
  }

  #first(who: Who, back: number, last: Local, sentences: number, blocks: number, headline: boolean): void {
    const one = (this.#made[this.found.length] ??= newCandidate(who, last));
    one.who = who;
    one.back = back;
    one.last = last;
    one.naming = last.form === 'pronoun' ? null : last;
    one.namingBlocks = blocks;
    one.sentences = sentences;
    one.blocks = blocks;
    one.count = 1;
    one.rank = this.#isAside(last) ? this.#met : this.#met++;
    one.lastSubject = this.#subject === who && this.#subjectBack === back;
    one.speaks = this.#speaker !== null && this.#speaker.who === who && this.#speaker.back === back;
    one.spokeLast = this.#spoke === who && this.#spokeBack === back;
    one.headline = headline;
    this.found.push(one);
  }
}

const newCandidate = (who: Who, last: Local): Mutable<Candidate> => ({
  who,
  back: 0,
  last,
  naming: null,
  namingBlocks: 0,
  sentences: 0,
  blocks: 0,
  count: 0,
  rank: 0,
  lastSubject: false,
  speaks: false,
  spokeLast: false,
  headline: false,
});
