import type { TextLayer } from '../layers';
import { combine, hashWord } from './hash';
import { LISTED, LISTED_PLACE, type Lists } from './lists';
import { Form, plainWord, type Stretch, type Unit } from './units';

/*
 * What the model sees, as hashes. A unit outside of names has features of its own; a segment has those of each unit in it, of
 * its first and last unit, and of the whole with its neighbours. The first number in each `feature` call tells templates apart.
 */

/** Takes the features found one by one. */
export interface FeatureSink {
  add(hash: number): void;
  /** Likewise, of a feature that knows a name by its very words; training leaves some out, so that unknown names are learned too. */
  addWord(hash: number): void;
}

const feature = (template: number, value: number): number => combine(Math.imul(template + 1, 0x27d4eb2f), value);
const EDGE = hashWord('<edge>');
const NUMBER = hashWord('<number>');

/** The words around a stretch, hashed once a block. */
export class Context {
  readonly #hashes: Int32Array;

  constructor(private readonly layer: TextLayer, private readonly lists: Lists) {
    this.#hashes = new Int32Array(layer.tokens.count);
  }

  /** Hash of the word of the token at `index`, or of the edge of the block. */
  word(index: number): number {
    const hashes = this.#hashes;
    if (index < 0 || index >= hashes.length) return EDGE;
    const known = hashes[index] ?? 0;
    if (known) return known;
    const lower = this.layer.tokens.lower[index] ?? '', code = lower.charCodeAt(0);
    return (hashes[index] = code >= 48 && code <= 57 ? NUMBER : hashWord(plainWord(lower)));
  }

  /** The lists that hold the word of the token at `index`. */
  listed(index: number): number {
    return this.lists.get(this.word(index));
  }
}

/** Features of a unit that is in no name. */
export function outsideFeatures(stretch: Stretch, at: number, context: Context, sink: FeatureSink): void {
  const unit = stretch.units[at];
  if (!unit) return;
  const look = lookOf(unit, stretch);
  sink.addWord(feature(1, unit.word));
  sink.add(feature(2, look));
  sink.add(feature(3, combine(look, unit.listed)));
  sink.add(feature(4, unit.tail));
  sink.addWord(feature(5, combine(unit.word, stretch.style * 2 + (unit.initial ? 1 : 0))));
  sink.add(feature(6, combine(look, context.word(unit.token - 1))));
  sink.add(feature(7, combine(look, context.word(unit.token + 1))));
}

/** Features of a unit anywhere in a name. */
export function insideFeatures(stretch: Stretch, at: number, sink: FeatureSink): void {
  const unit = stretch.units[at];
  if (!unit) return;
  const look = lookOf(unit, stretch);
  sink.addWord(feature(10, unit.word));
  sink.add(feature(11, look));
  sink.add(feature(12, unit.listed));
  sink.add(feature(13, unit.tail));
  sink.add(feature(14, unit.head));
  sink.add(feature(15, combine(unit.listed, unit.form)));
}

/** Features of the first unit of a name, with what stands before it. */
export function firstFeatures(stretch: Stretch, at: number, context: Context, sink: FeatureSink): void {
  const unit = stretch.units[at];
  if (!unit) return;
  const look = lookOf(unit, stretch), before = unit.token - 1, left = context.word(before), listed = context.listed(before);
  sink.addWord(feature(20, unit.word));
  sink.add(feature(21, combine(look, unit.listed)));
  sink.add(feature(22, left));
  sink.add(feature(23, combine(left, context.word(before - 1))));
  sink.add(feature(24, combine(left, look)));
  sink.add(feature(25, combine(listed & LISTED.role, look)));
  sink.add(feature(26, combine(unit.glued ? 1 : 0, look)));
  sink.add(feature(27, context.word(before - 1)));
}

/** Features of the last unit of a name, with what stands behind it. */
export function lastFeatures(stretch: Stretch, at: number, context: Context, sink: FeatureSink): void {
  const unit = stretch.units[at];
  if (!unit) return;
  const look = lookOf(unit, stretch), after = unit.token + 1, right = context.word(after);
  sink.addWord(feature(30, unit.word));
  sink.add(feature(31, combine(look, unit.listed)));
  sink.add(feature(32, right));
  sink.add(feature(33, combine(right, context.word(after + 1))));
  sink.add(feature(34, combine(right, look)));
  sink.add(feature(35, unit.tail));
  sink.add(feature(36, context.word(after + 1)));
  sink.add(feature(37, combine(right, context.listed(after + 1) & LISTED_PLACE)));
}

/** Features of the whole name: its words together, its pattern, the lists that hold it, its two neighbours at once. */
export function segmentFeatures(stretch: Stretch, from: number, to: number, phrase: Phrase, context: Context, sink: FeatureSink): void {
  const first = stretch.units[from], last = stretch.units[to - 1];
  if (!first || !last) return;
  const left = context.word(first.token - 1), right = context.word(last.token + 1), length = to - from;
  const shape = combine(phrase.pattern, stretch.style);
  sink.add(feature(40, shape));
  sink.add(feature(41, combine(Math.min(length, 5), phrase.listed)));
  sink.add(feature(42, combine(left, phrase.pattern)));
  sink.add(feature(43, combine(right, phrase.pattern)));
  sink.add(feature(44, combine(left, right)));
  sink.add(feature(45, combine(first.listed, combine(last.listed, Math.min(length, 4)))));
  sink.add(feature(46, combine(Math.min(length, 4), last.listed & (LISTED.surname | LISTED.given))));
  if (length > 1) {
    sink.addWord(feature(47, phrase.hash));
    sink.add(feature(48, combine(first.listed & LISTED.given ? 1 : 0, phrase.pattern)));
    sink.addWord(feature(49, combine(last.word, phrase.pattern)));
  } else {
    sink.add(feature(50, combine(left, first.listed)));
    sink.add(feature(51, combine(right, first.listed)));
    sink.add(feature(52, combine(first.tail, first.form)));
  }
}

/** What is known of a run of units, built up one unit at a time. */
export interface Phrase {
  /** Hash of its words; of one word, the word's own. */
  readonly hash: number;
  /** Hash of how its units are written. */
  readonly pattern: number;
  /** The lists that hold the whole. */
  readonly listed: number;
}

/** The phrase with one more unit, or of one unit. */
export function extendPhrase(phrase: Phrase | null, unit: Unit, lists: Lists): Phrase {
  const joint = unit.form === Form.Lower || unit.form === Form.Mark ? unit.word : unit.form;
  if (!phrase) return { hash: unit.word, pattern: joint, listed: unit.listed };
  const hash = combine(phrase.hash, unit.word);
  return { hash, pattern: combine(phrase.pattern, joint), listed: lists.get(hash) };
}

/** How a unit looks: its form, whether it begins a sentence, whether it is common in lower case, how the sentence is written. */
function lookOf(unit: Unit, stretch: Stretch): number {
  return unit.form + (unit.initial ? 16 : 0) + (unit.common ? 32 : 0) + stretch.style * 64;
}
