import { isSame, type Seen, type Who } from './entities';
import type { Candidate } from './features';
import { type Local, Slot } from './local';

/** How many different people are weighed for one reference: a bound, so that hostile texts stay linear. */
const MAX_CANDIDATES = 14;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Those who may be meant by one reference, as they are met on the way back from it. */
export class Pool {
  readonly found: Mutable<Candidate>[] = [];
  #subject: Seen | null = null;
  #spoke: Seen | null = null;

  constructor(private readonly local: Local, private readonly speaker: Seen | null, private readonly fits: (local: Local, who: Who, last: Local) => boolean) {}

  has(target: Seen): boolean {
    return this.found.some((known) => isSame(known, target));
  }

  add(who: Who, back: number, last: Local, sentences: number, blocks: number, headline: boolean): void {
    if (sentences >= 0 && !this.#subject && last.slot === Slot.Subject) this.#subject = { who, back };
    if (sentences >= 0 && !this.#spoke && last.sourceOf >= 0) this.#spoke = { who, back };
    const { found } = this;
    for (let i = 0; i < found.length; i++) {
      const known = found[i];
      if (!known || known.who !== who || known.back !== back) continue;
      known.count++;
      if (!known.naming && last.form !== 'pronoun') known.naming = { local: last, blocks };
      known.lastSubject ||= this.#subject !== null && isSame(this.#subject, known);
      known.spokeLast ||= this.#spoke !== null && isSame(this.#spoke, known);
      return;
    }
    if (found.length >= MAX_CANDIDATES || !this.fits(this.local, who, last)) return;
    const is = (other: Seen | null): boolean => other !== null && other.who === who && other.back === back;
    found.push({ who, back, last, naming: last.form === 'pronoun' ? null : { local: last, blocks }, sentences, blocks, count: 1, rank: found.length, lastSubject: is(this.#subject), speaks: is(this.speaker), spokeLast: is(this.#spoke), headline });
  }
}
