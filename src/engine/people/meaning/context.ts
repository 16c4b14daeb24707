import type { Place } from '../../layers';
import type { Local } from '../mentions/mention';
import { isThing, mayBeBody } from './bodies';
import { type Candidate, Pool } from './candidates';
import type { Seen, Who } from './entities';
import { mayMean, mayPlay } from './features';
import type { BlockInput, Target } from './resolved';

/** How many namings are looked at for one reference, and how many mentions of a block for one of some kind: bounds, so that hostile texts stay linear. */
const MAX_EVENTS = 90,
  MAX_LOOKS = 400;
/** How many mentions further on it looks for a name that comes later. */
const MAX_AHEAD = 12;

/** One reference is weighed at a time. */
const pool = new Pool();

const NO_INSIDE: readonly Target[] = [];

/** What stands around a mention: whom the mentions of its block mean, as far as that is settled, and the blocks before. */
export class Context {
  readonly targets: (Target | null)[];
  /** The mentions of this block that are settled, in the order in which they were, and how many there are. */
  readonly #settled: number[];
  #count = 0;
  /** From a frame to the mention that is its source; made when first asked for. */
  #sources: Map<number, number> | null = null;
  readonly #locals: readonly Local[];

  constructor(private readonly input: BlockInput) {
    const { length } = input.locals;
    this.#locals = input.locals;
    this.targets = new Array<Target | null>(length).fill(null);
    this.#settled = new Array<number>(length).fill(0);
  }

  /** Settles whom a mention means. */
  settle(index: number, target: Target | null): void {
    this.targets[index] = target;
    if (target) this.#settled[this.#count++] = index;
  }

  /** Those whom the words of a role name themselves ("Ann Lee" of "Ann Lee’s brother"). */
  inside(index: number, local: Local): readonly Target[] {
    let found: Target[] | null = null;
    for (let i = index + 1; i < this.#locals.length && (this.#locals[i]?.from ?? 0) < local.to; i++) {
      const target = this.targets[i];
      if (target) (found ??= []).push(target);
    }
    return found ?? NO_INSIDE;
  }

  /** The last naming before of somebody for whom `fits` holds. */
  lastOf(fits: (who: Who, local: Local) => boolean): (Seen & { readonly place: Place }) | null {
    for (let i = this.#count - 1, least = Math.max(0, i - MAX_LOOKS); i >= least; i--) {
      const index = this.#settled[i] ?? 0,
        target = this.targets[index],
        local = this.#locals[index];
      if (target && local && fits(target.who, local))
        return { who: target.who, back: target.back, place: { back: 0, span: local.span } };
    }
    for (let blocks = 1; blocks <= this.input.before.length; blocks++) {
      const block = this.input.before[blocks - 1];
      for (let i = (block?.targets.length ?? 0) - 1, least = Math.max(0, i - MAX_LOOKS); i >= least; i--) {
        const target = block?.targets[i],
          local = block?.locals[i];
        if (target && local && fits(target.who, local))
          return { ...seenFrom(target, blocks), place: { back: blocks, span: local.span } };
      }
    }
    return null;
  }

  /** Who was named before (or, for pronouns, later in the sentence) and may be meant, the last first. */
  candidates(index: number, local: Local): readonly Candidate[] {
    const { before, headline } = this.input;
    const fits = local.type === 'organization' ? mayBeBody : local.form === 'pronoun' ? mayMean : mayPlay;
    pool.begin(local, this.#sourceOf(local.within), fits);
    let looked = 0,
      sentences = local.sentence;
    for (let i = this.#count - 1; i >= 0 && looked < MAX_EVENTS; i--, looked++) {
      const at = this.#settled[i] ?? 0,
        target = this.targets[at],
        other = this.#locals[at];
      if (target && other && !(other.from <= local.from && other.to >= local.to))
        pool.add(target.who, target.back, other, local.sentence - other.sentence, 0, headline);
    }
    for (let blocks = 1; blocks <= before.length && looked < MAX_EVENTS; blocks++) {
      const block = before[blocks - 1];
      if (!block) continue;
      sentences += block.sentences;
      for (let i = block.targets.length - 1; i >= 0 && looked < MAX_EVENTS; i--) {
        const target = block.targets[i],
          other = block.locals[i];
        if (!target || !other) continue;
        looked++;
        pool.add(
          target.who,
          target.who.kind === 'named' ? 0 : target.back + blocks,
          other,
          sentences - other.sentence,
          blocks,
          block.headline,
        );
      }
    }
    if (local.form === 'pronoun' && !isThing(local)) this.#following(index, local);
    return pool.found;
  }

  /** Names later in the sentence: "After he left, Ann Lee ...". */
  #following(index: number, local: Local): void {
    for (let i = index + 1, found = 0; i < this.#locals.length && i <= index + MAX_AHEAD && found < 3; i++) {
      const other = this.#locals[i],
        target = this.targets[i];
      if (other?.sentence !== local.sentence) break;
      if (other.form !== 'name' || !target) continue;
      found++;
      if (!pool.has(target)) pool.add(target.who, target.back, other, -1, 0, this.input.headline);
    }
  }

  /** Who speaks frame `frame`, or null. */
  #sourceOf(frame: number): Target | null {
    if (frame < 0) return null;
    if (!this.#sources) {
      this.#sources = new Map();
      for (let i = 0; i < this.#locals.length; i++) {
        const source = this.#locals[i]?.sourceOf ?? -1;
        if (source >= 0) this.#sources.set(source, i);
      }
    }
    return this.targets[this.#sources.get(frame) ?? -1] ?? null;
  }
}

const seenFrom = ({ who, back }: Seen, blocks: number): Seen => ({
  who,
  back: who.kind === 'named' ? 0 : back + blocks,
});
