/** The learner of the tagger's weights. */
import { Tag } from '../../src/engine/layers';
import { EDGE, Evidence, FEATURES, Memory, readFeatures } from '../../src/engine/text/features';
import type { Lexicon } from '../../src/engine/text/lexicon';
import { FEATURE_SALTS, MARKS, slotOf, tagSalts } from '../../src/engine/text/tags';
import type { Lesson } from './tag-data';

/** Weights of the tagger, as a power of two. */
const WEIGHT_BITS = 17;

/** Averaged perceptron: after each mistake the right tag's weights go up and the chosen one's down; the average of all states generalises. */
export class Learner {
  readonly #size = 1 << WEIGHT_BITS;
  readonly #weights = new Float64Array(this.#size);
  readonly #totals = new Float64Array(this.#size);
  readonly #changed = new Float64Array(this.#size);
  readonly #salts = tagSalts(this.#size - 1);
  readonly #evidence: Evidence;
  readonly #memory = new Memory();
  readonly #seen = new Int32Array(FEATURES);
  #step = 0;
  wrong = 0;

  constructor(private readonly lexicon: Lexicon) {
    this.#evidence = new Evidence(lexicon, MARKS);
  }

  learn({ tokens, gold }: Lesson): void {
    const evidence = this.#evidence,
      memory = this.#memory;
    evidence.read(tokens, 0, tokens.count);
    memory.clear();
    let before = EDGE,
      beforeThat = EDGE;
    for (let i = 0; i < tokens.count; i++) {
      const tags = evidence.tags[i] ?? 0,
        right = gold[i] ?? 0;
      let tag = 31 - Math.clz32(tags);
      if (tags !== 1 << tag) {
        readFeatures(evidence, i, 0, tokens.shape[i] ?? 0, before, beforeThat, memory, this.#seen);
        for (let k = 0; k < FEATURES; k++)
          this.#seen[k] = slotOf(this.#seen[k] ?? 0, FEATURE_SALTS[k] ?? 1, 32 - WEIGHT_BITS);
        tag = this.#best(tags);
        this.#step++;
        if (tag !== right && tags & (1 << right)) {
          this.wrong++;
          this.#move(right, 1);
          this.#move(tag, -1);
        }
      }
      memory.note(tag, this.lexicon.auxiliary[evidence.class[i] ?? 0] ?? 0);
      beforeThat = before;
      before = tag;
    }
  }

  #best(tags: number): Tag {
    let best = Tag.Noun,
      most = -Infinity;
    for (let left = tags; left; left &= left - 1) {
      const tag = 31 - Math.clz32(left & -left),
        salt = this.#salts[tag] ?? 0;
      let score = 0;
      for (let k = 0; k < FEATURES; k++) score += this.#weights[(this.#seen[k] ?? 0) ^ salt] ?? 0;
      if (score > most) [most, best] = [score, tag];
    }
    return best;
  }

  #move(tag: Tag, by: number): void {
    const salt = this.#salts[tag] ?? 0;
    for (const seen of this.#seen) {
      const at = seen ^ salt;
      this.#settle(at);
      this.#weights[at] = (this.#weights[at] ?? 0) + by;
    }
  }

  #settle(at: number): void {
    this.#totals[at] = (this.#totals[at] ?? 0) + (this.#step - (this.#changed[at] ?? 0)) * (this.#weights[at] ?? 0);
    this.#changed[at] = this.#step;
  }

  /** The averages as signed bytes; the one in a thousand that are larger are cut off. */
  quantised(): Int8Array {
    for (let at = 0; at < this.#size; at++) this.#settle(at);
    const sizes = this.#totals.map(Math.abs).sort(),
      unit = (sizes[Math.floor(this.#size * 0.999)] ?? 1) / 127;
    return Int8Array.from(this.#totals, (total) => Math.max(-127, Math.min(127, Math.round(total / unit))));
  }
}

/** The same order each time: a linear congruential generator (Numerical Recipes). */
export function shuffle<Item>(items: Item[]): void {
  let state = 42;
  for (let i = items.length - 1; i > 0; i--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const k = state % (i + 1),
      item = items[i] as Item;
    items[i] = items[k] as Item;
    items[k] = item;
  }
}
