import type { TextLayer } from '../layers';
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
  SETTINGS,
  settingOf,
  Side,
} from './features';
import { LISTED, type Lists } from './lists';
import { addPriors, eagerness } from './priors';
import { LABELS, TYPES } from './types';
import type { Stretch, Unit } from './units';
import type { Weights } from './weights';
import { Kind, type Word, type WordReader } from './word';

/** No name is longer, in units. */
export const LONGEST_NAME = 8;
/** A stretch that the block alone takes for no name is still shown to the vote if it is no further than this from being one. */
const NEARLY = 4.5;
/** What it costs, in log-odds, that two names stand side by side with nothing between; the sets hardly know it, as titles hide in theirs. */
const ADJACENT = 2;

/** Whether units `from` up to `to` of a stretch may be a name, by their kinds alone. */
export function mayBeName(units: readonly Unit[], from: number, to: number): boolean {
  const first = units[from]?.word.kind,
    last = units[to - 1]?.word.kind;
  if (first === Kind.Joint || first === Kind.Tail || last === Kind.Joint || last === Kind.Particle) return false;
  if (last === Kind.Tail) return first === Kind.Name || (first === Kind.Number && to - from > 1);
  return first === Kind.Name || last === Kind.Name;
}

/** A name found in a stretch: units `from` up to `to`, and the log-odds of each type against being none. */
export interface Found {
  readonly from: number;
  readonly to: number;
  readonly scores: readonly number[];
  /** The index of the likeliest type. */
  readonly best: number;
  /** False where the block alone takes the units for no name. */
  readonly chosen: boolean;
}

const NONE: readonly Found[] = [];

/** How many words on either side of a name the model sees. */
const REACH = 2;

/** Where the sums of a word by itself stand in `Word.sums`: one array for each setting, then one for the word beside a name. */
const BESIDE = SETTINGS;
/** Where each sum begins in such an array: of the word outside, inside, first, last and as the only word of a name. */
const INSIDE = 1,
  FIRST = INSIDE + TYPES,
  LAST = FIRST + TYPES,
  ONLY = LAST + TYPES,
  OWN_SUMS = ONLY + TYPES;
const SIDES = [Side.Before, Side.FarBefore, Side.Behind, Side.FarBehind] as const;

/** Finds the likeliest names of a stretch: a semi-Markov model, each name scored as a whole. */
export class NameModel implements FeatureSink {
  /** Sums for each unit: as part of any name up to here, as first, as last, as no name (one label). */
  #inside = new Float64Array(0);
  #first = new Float64Array(0);
  #last = new Float64Array(0);
  #outside = new Float64Array(0);
  /** Log-odds of every possible name against no name, by first unit, length and type; the best of them by first unit and length. */
  #segment = new Float64Array(0);
  #likeliest = new Float64Array(0);
  /** The best score of the units up to each, and where the name that ends there begins (-1: none ends there). */
  #best = new Float64Array(0);
  #start = new Int32Array(0);
  readonly #sums = new Int32Array(LABELS);
  readonly #phrase: Phrase;
  /** The words of the tokens from `REACH` before the stretch to as many behind it, and the token of the first of them. */
  readonly #around: Word[] = [];
  #origin = 0;

  constructor(
    private readonly weights: Weights,
    lists: Lists,
    private readonly words: WordReader,
    private readonly article: number,
  ) {
    this.#phrase = new Phrase(lists);
  }

  add(hash: number): void {
    this.weights.addTo(hash, this.#sums);
  }

  addWord(hash: number): void {
    this.weights.addTo(hash, this.#sums);
  }

  read(stretch: Stretch, layer: TextLayer): readonly Found[] {
    const count = stretch.units.length;
    this.#prepare(count);
    this.#look(stretch, layer);
    for (let at = 0; at < count; at++) this.#scoreUnit(stretch, at, layer.tokens.tag);
    for (let from = 0; from < count; from++) this.#scoreFrom(stretch, from);
    return this.#choose(count);
  }

  /** Looks up the words of a stretch and those beside it, each once. */
  #look({ units }: Stretch, { tokens }: TextLayer): void {
    const from = (units[0]?.token ?? 0) - REACH,
      to = (units[units.length - 1]?.token ?? 0) + REACH;
    this.#origin = from;
    for (let token = from; token <= to; token++) this.#around[token - from] = this.words.at(tokens, token);
  }

  #wordAt(token: number): Word {
    return this.#around[token - this.#origin] ?? this.words.edge;
  }

  #prepare(count: number): void {
    if (this.#best.length > count) return;
    const size = (count + 1) * 2,
      units = size * TYPES;
    this.#inside = new Float64Array(units);
    this.#first = new Float64Array(units);
    this.#last = new Float64Array(units);
    this.#outside = new Float64Array(size);
    this.#segment = new Float64Array(units * LONGEST_NAME);
    this.#likeliest = new Float64Array(size * LONGEST_NAME);
    this.#best = new Float64Array(size);
    this.#start = new Int32Array(size);
  }

  #scoreUnit(stretch: Stretch, at: number, tags: Uint8Array): void {
    const unit = stretch.units[at];
    if (!unit) return;
    const { word, token } = unit,
      { scale } = this.weights,
      sums = this.#sums,
      row = at * TYPES;
    const before = this.#wordAt(token - 1),
      farBefore = this.#wordAt(token - 2),
      behind = this.#wordAt(token + 1),
      farBehind = this.#wordAt(token + 2);
    const setting = settingOf(unit, stretch),
      look = lookOf(word, setting),
      own = this.#ownSums(word, setting);
    // These come first: what is not known of a word yet is worked out in `sums` as well.
    const left = this.#besideSums(before),
      farLeft = this.#besideSums(farBefore),
      right = this.#besideSums(behind),
      farRight = this.#besideSums(farBehind);
    sums.fill(0);
    outsidePairs(unit, look, before, behind, tags, this);
    this.#outside[at + 1] = (this.#outside[at] ?? 0) + ((own[0] ?? 0) + (sums[TYPES] ?? 0)) * scale - eagerness(unit);
    sums.fill(0);
    insidePairs(unit, look, tags, this);
    for (let type = 0; type < TYPES; type++)
      this.#inside[row + TYPES + type] =
        (this.#inside[row + type] ?? 0) + ((own[INSIDE + type] ?? 0) + (sums[type] ?? 0)) * scale;
    sums.fill(0);
    firstPairs(unit, look, before, farBefore, tags, this);
    for (let type = 0; type < TYPES; type++) {
      this.#first[row + type] =
        ((own[FIRST + type] ?? 0) +
          (sums[type] ?? 0) +
          (left[Side.Before * TYPES + type] ?? 0) +
          (farLeft[Side.FarBefore * TYPES + type] ?? 0)) *
        scale;
    }
    sums.fill(0);
    lastPairs(unit, look, behind, farBehind, tags, this);
    for (let type = 0; type < TYPES; type++) {
      this.#last[row + type] =
        ((own[LAST + type] ?? 0) +
          (sums[type] ?? 0) +
          (right[Side.Behind * TYPES + type] ?? 0) +
          (farRight[Side.FarBehind * TYPES + type] ?? 0)) *
        scale;
    }
  }

  /** The sums of a word's own features in a setting: worked out once for each word. */
  #ownSums(word: Word, setting: number): Int16Array {
    return (word.sums[setting] ??= this.#makeOwnSums(word, setting));
  }

  #makeOwnSums(word: Word, setting: number): Int16Array {
    const made = new Int16Array(OWN_SUMS),
      sums = this.#sums;
    const fill = (to: number, features: (word: Word, setting: number, sink: FeatureSink) => void): void => {
      sums.fill(0);
      features(word, setting, this);
      if (to === 0) made[0] = sums[TYPES] ?? 0;
      else for (let type = 0; type < TYPES; type++) made[to + type] = sums[type] ?? 0;
    };
    fill(0, outsideWord);
    fill(INSIDE, insideWord);
    fill(FIRST, firstWord);
    fill(LAST, lastWord);
    fill(ONLY, onlyWord);
    return made;
  }

  #besideSums(word: Word): Int16Array {
    return (word.sums[BESIDE] ??= this.#makeBesideSums(word));
  }

  #makeBesideSums(word: Word): Int16Array {
    const made = new Int16Array(SIDES.length * TYPES),
      sums = this.#sums;
    for (const side of SIDES) {
      sums.fill(0);
      besideWord(word, side, this);
      for (let type = 0; type < TYPES; type++) made[side * TYPES + type] = sums[type] ?? 0;
    }
    return made;
  }

  /** Scores every name that begins at `from`. */
  #scoreFrom(stretch: Stretch, from: number): void {
    const { units } = stretch,
      phrase = this.#phrase,
      first = units[from];
    if (!first) return;
    const before = this.#wordAt(first.token - 1),
      end = Math.min(units.length, from + LONGEST_NAME);
    for (let to = from + 1; to <= end; to++) {
      const last = units[to - 1];
      if (!last) return;
      if (to === from + 1) phrase.begin(last.word);
      else phrase.extend(last.word);
      if (mayBeName(units, from, to)) this.#scoreSegment(stretch, from, to, before, this.#wordAt(last.token + 1));
      else this.#likeliest[from * LONGEST_NAME + to - from - 1] = -Infinity;
    }
  }

  /** Scores one name: each type, and the likeliest. */
  #scoreSegment(stretch: Stretch, from: number, to: number, before: Word, behind: Word): void {
    const { units } = stretch,
      { scale } = this.weights,
      sums = this.#sums,
      phrase = this.#phrase,
      segment = this.#segment;
    const first = units[from],
      last = units[to - 1],
      single = to === from + 1,
      place = from * LONGEST_NAME + to - from - 1,
      row = place * TYPES;
    if (!first || !last) return;
    const own = single ? this.#ownSums(first.word, settingOf(first, stretch)) : null;
    sums.fill(0);
    segmentPairs(first.word, single, phrase, before, behind, this);
    if (!own) segmentWords(first.word, last.word, to - from, stretch.style, phrase, this);
    const none = (this.#outside[to] ?? 0) - (this.#outside[from] ?? 0);
    for (let type = 0; type < TYPES; type++) {
      const inside = (this.#inside[to * TYPES + type] ?? 0) - (this.#inside[from * TYPES + type] ?? 0);
      const whole = (sums[type] ?? 0) + (own ? (own[ONLY + type] ?? 0) : 0);
      segment[row + type] =
        whole * scale +
        inside +
        (this.#first[from * TYPES + type] ?? 0) +
        (this.#last[(to - 1) * TYPES + type] ?? 0) -
        none;
    }
    addPriors(
      segment,
      row,
      stretch,
      from,
      to,
      phrase.listed,
      single && this.#isBloc(first.word, before) ? first.word.bloc : 0,
      before,
    );
    let best = -Infinity;
    for (let type = 0; type < TYPES; type++) best = Math.max(best, segment[row + type] ?? 0);
    this.#likeliest[place] = best;
  }

  /** Whether a word is a part of the world or the word for what is its; the place needs its article ("the West"). */
  #isBloc({ bloc }: Word, before: Word): boolean {
    return bloc === LISTED.group || (bloc === LISTED.place && before.hash === this.article);
  }

  /** The best way to cut the stretch into names and others (scores count against "no name", so others add nothing). */
  #choose(count: number): readonly Found[] {
    const best = this.#best,
      start = this.#start,
      likeliest = this.#likeliest;
    best[0] = 0;
    for (let to = 1; to <= count; to++) {
      let most = best[to - 1] ?? 0,
        begin = -1;
      for (let from = to - 1; from >= 0 && from >= to - LONGEST_NAME; from--) {
        const cost = from > 0 && (start[from] ?? -1) >= 0 ? ADJACENT : 0;
        const score = (best[from] ?? 0) + (likeliest[from * LONGEST_NAME + to - from - 1] ?? 0) - cost;
        if (score > most) {
          most = score;
          begin = from;
        }
      }
      best[to] = most;
      start[to] = begin;
    }
    let found: Found[] | null = null;
    for (let to = count; to > 0;) {
      const begin = start[to] ?? -1,
        chosen = begin >= 0,
        from = chosen ? begin : to - 1;
      if (chosen || (likeliest[from * LONGEST_NAME] ?? 0) > -NEARLY) (found ??= []).push(this.#found(from, to, chosen));
      to = from;
    }
    return found?.reverse() ?? NONE;
  }

  #found(from: number, to: number, chosen: boolean): Found {
    const row = (from * LONGEST_NAME + to - from - 1) * TYPES,
      segment = this.#segment;
    // A list of a known length takes half the room of one that grows.
    const scores = [
      segment[row] ?? 0,
      segment[row + 1] ?? 0,
      segment[row + 2] ?? 0,
      segment[row + 3] ?? 0,
      segment[row + 4] ?? 0,
    ];
    let best = 0;
    for (let type = 1; type < TYPES; type++) if ((scores[type] ?? 0) > (scores[best] ?? 0)) best = type;
    return { from, to, scores, chosen, best };
  }
}
