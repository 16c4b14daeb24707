/** The features of the examples that names/ is learned from, numbered. */
import {
  besideWord,
  type FeatureSink,
  firstPairs,
  firstWord,
  insidePairs,
  insideWord,
  lastPairs,
  lastWord,
  lookOf,
  onlyWord,
  outsidePairs,
  outsideWord,
  Phrase,
  segmentPairs,
  segmentWords,
  settingOf,
  Side,
} from '../../src/engine/names/features';
import { LONGEST_NAME, mayBeName } from '../../src/engine/names/model';
import type { Stretch, Unit, UnitWords } from '../../src/engine/names/units';
import type { Word } from '../../src/engine/names/word';
import { keyOf } from '../../src/engine/names/weights';
import type { Example } from './name-data';

/** The features of an example as buckets. */
export interface Lattice {
  readonly count: number;
  readonly outside: readonly Int32Array[];
  readonly inside: readonly Int32Array[];
  readonly first: readonly Int32Array[];
  readonly last: readonly Int32Array[];
  readonly segments: readonly { readonly from: number; readonly to: number; readonly features: Int32Array }[];
  readonly gold: Example['gold'];
}

/** Gives each feature a number in the order of first use, and counts how often it is seen. */
export class FeatureIndex {
  readonly ids = new Map<number, number>();
  readonly keys: number[] = [];
  readonly counts: number[] = [];

  /** The number of a feature; while counting, an unknown one gets the next. */
  id(hash: number): number {
    const key = keyOf(hash),
      known = this.ids.get(key),
      id = known ?? this.keys.length;
    if (known === undefined) {
      this.ids.set(key, id);
      this.keys.push(key);
      this.counts.push(0);
    }
    this.counts[id] = (this.counts[id] ?? 0) + 1;
    return id;
  }
}

/** The features of an example, each given its number. */
export function latticeOf({ stretch, layer, gold }: Example, words: UnitWords, index: FeatureIndex): Lattice {
  const { units } = stretch,
    tags = layer.tokens.tag,
    at = (token: number): Word => words.reader.at(layer.tokens, token);
  const each = (fill: (unit: Unit, setting: number, look: number, sink: FeatureSink) => void): Int32Array[] =>
    units.map((unit) => {
      const setting = settingOf(unit, stretch);
      return collect(index, (sink) => fill(unit, setting, lookOf(unit.word, setting), sink));
    });
  // Features are numbered in the order of first use: the segments' come first.
  const segments = segmentsOf(stretch, words, at, index);
  return {
    count: units.length,
    gold,
    segments,
    outside: each((unit, setting, look, sink) => {
      outsideWord(unit.word, setting, sink);
      outsidePairs(unit, look, at(unit.token - 1), at(unit.token + 1), tags, sink);
    }),
    inside: each((unit, setting, look, sink) => {
      insideWord(unit.word, setting, sink);
      insidePairs(unit, look, tags, sink);
    }),
    first: each((unit, setting, look, sink) => {
      const before = at(unit.token - 1),
        farBefore = at(unit.token - 2);
      firstWord(unit.word, setting, sink);
      besideWord(before, Side.Before, sink);
      besideWord(farBefore, Side.FarBefore, sink);
      firstPairs(unit, look, before, farBefore, tags, sink);
    }),
    last: each((unit, setting, look, sink) => {
      const { word, token } = unit,
        behind = at(token + 1),
        farBehind = at(token + 2);
      lastWord(word, setting, sink);
      besideWord(behind, Side.Behind, sink);
      besideWord(farBehind, Side.FarBehind, sink);
      lastPairs(unit, look, behind, farBehind, tags, sink);
    }),
  };
}

/** The features that `fill` names; those that may be left out are told apart by their sign. */
function collect(index: FeatureIndex, fill: (sink: FeatureSink) => void): Int32Array {
  const found: number[] = [];
  fill({ add: (hash) => found.push(index.id(hash)), addWord: (hash) => found.push(~index.id(hash)) });
  return Int32Array.from(found);
}

/** Every row of units that may be a name, with its features. */
function segmentsOf(
  stretch: Stretch,
  { lists }: UnitWords,
  at: (token: number) => Word,
  index: FeatureIndex,
): Lattice['segments'] {
  const { units, style } = stretch,
    phrase = new Phrase(lists),
    segments: { from: number; to: number; features: Int32Array }[] = [];
  units.forEach((first, from) => {
    for (let to = from + 1; to <= Math.min(units.length, from + LONGEST_NAME); to++) {
      const last = units[to - 1] ?? first,
        single = to === from + 1;
      if (single) phrase.begin(last.word);
      else phrase.extend(last.word);
      if (!mayBeName(units, from, to)) continue;
      const features = collect(index, (sink) => {
        segmentPairs(first.word, single, phrase, at(first.token - 1), at(last.token + 1), sink);
        if (single) onlyWord(first.word, settingOf(first, stretch), sink);
        else segmentWords(first.word, last.word, to - from, style, phrase, sink);
      });
      segments.push({ from, to, features });
    }
  });
  return segments;
}
