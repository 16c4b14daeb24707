import { combine } from '../hash';
import { LISTED, LISTED_PLACE, type Lists } from './lists';
import type { Stretch, Unit } from './units';
import { Form, Kind, Part, type Word } from './word';

/*
 * What the model sees, as hashes. A unit outside of names has features of its own; a segment has those of each unit in it, of
 * its first and last unit, and of the whole with its neighbours. Features of one word alone are apart from those of a word and
 * its neighbours, so that the model adds them up once for each word. The first number in each `feature` call tells templates apart.
 */

/** Takes the features found one by one. */
export interface FeatureSink {
  add(hash: number): void;
  /** Likewise, of a feature that knows a name by its very words; training leaves some out, so that unknown names are learned too. */
  addWord(hash: number): void;
}

const feature = (template: number, value: number): number => combine(Math.imul(template + 1, 0x27d4eb2f), value);

/** How many ways there are for a unit to stand: at a sentence's start or not, in each of the three ways to write a sentence. */
export const SETTINGS = 6;

/** How a unit stands: whether it begins a sentence, and how the sentence is written. */
export function settingOf(unit: Unit, stretch: Stretch): number {
  return stretch.style * 2 + (unit.initial ? 1 : 0);
}

/** How a word looks where it stands: its form, whether it is common in lower case, and its setting. */
export function lookOf(word: Word, setting: number): number {
  return word.form + (setting & 1) * 16 + (word.common ? 32 : 0) + (setting >> 1) * 64;
}

/** Features of a unit that is in no name, from its word alone. */
export function outsideWord(word: Word, setting: number, sink: FeatureSink): void {
  const look = lookOf(word, setting);
  sink.addWord(feature(1, word.hash));
  sink.add(feature(2, look));
  sink.add(feature(3, combine(look, word.listed)));
  sink.add(feature(4, word.tail));
}

/** Features of a unit anywhere in a name. */
export function insideWord(word: Word, setting: number, sink: FeatureSink): void {
  const look = lookOf(word, setting);
  sink.addWord(feature(10, word.hash));
  sink.add(feature(11, look));
  sink.add(feature(12, word.listed));
  sink.add(feature(13, word.tail));
  sink.add(feature(14, word.head));
  sink.add(feature(15, combine(word.listed, word.form)));
  sink.add(feature(16, word.cluster));
  sink.add(feature(17, combine(word.cluster, look)));
  sink.add(feature(29, combine(word.wide, look)));
  sink.add(feature(19, word.longTail));
  sink.add(feature(9, word.longHead));
}

/** Features of the first unit of a name, from its word alone. */
export function firstWord(word: Word, setting: number, sink: FeatureSink): void {
  const look = lookOf(word, setting);
  sink.addWord(feature(20, word.hash));
  sink.add(feature(21, combine(look, word.listed)));
  sink.add(feature(28, combine(look, word.cluster)));
}

/** Features of the last unit of a name, from its word alone. */
export function lastWord(word: Word, setting: number, sink: FeatureSink): void {
  const look = lookOf(word, setting);
  sink.addWord(feature(30, word.hash));
  sink.add(feature(31, combine(look, word.listed)));
  sink.add(feature(35, word.tail));
  sink.add(feature(38, combine(look, word.cluster)));
}

/** Features of a name of one word. */
export function onlyWord(word: Word, setting: number, sink: FeatureSink): void {
  sink.add(feature(40, combine(jointOf(word), setting >> 1)));
  sink.add(feature(41, combine(1, word.listed)));
  sink.add(feature(45, combine(word.listed, combine(word.listed, 1))));
  sink.add(feature(46, combine(1, word.listed & (LISTED.surname | LISTED.given))));
  sink.add(feature(52, combine(word.tail, word.form)));
}

/** Where a word stands beside a name: right before it, before that, right behind it, behind that. */
export enum Side {
  Before,
  FarBefore,
  Behind,
  FarBehind,
}

/** Features of a name from one word beside it alone. */
export function besideWord(word: Word, side: Side, sink: FeatureSink): void {
  sink.add(feature(60 + side, word.beside));
  sink.add(feature(64 + side, word.cluster));
}

/** The part of speech of each token (`Tag`). */
type Tags = Uint8Array;

/** Those of a token and the next. */
const tagsOf = (tags: Tags, token: number): number => ((tags[token] ?? NO_TAG) << 5) | (tags[token + 1] ?? NO_TAG);
const NO_TAG = 31;

/** Features of a unit that is in no name, with its neighbours. */
export function outsidePairs(
  { token }: Unit,
  look: number,
  before: Word,
  behind: Word,
  tags: Tags,
  sink: FeatureSink,
): void {
  sink.add(feature(8, combine(look, tags[token] ?? 0)));
  sink.add(feature(6, combine(look, before.beside)));
  sink.add(feature(7, combine(look, behind.beside)));
  sink.add(feature(68, combine(look, before.cluster)));
  sink.add(feature(69, combine(look, behind.cluster)));
}

/** Features of a unit anywhere in a name, from where it stands. */
export function insidePairs({ token }: Unit, look: number, tags: Tags, sink: FeatureSink): void {
  sink.add(feature(18, combine(look, tags[token] ?? 0)));
}

/** Features of the first unit of a name, with the word before it. */
export function firstPairs(
  unit: Unit,
  look: number,
  before: Word,
  farBefore: Word,
  tags: Tags,
  sink: FeatureSink,
): void {
  sink.add(feature(27, combine(look, tagsOf(tags, unit.token - 1))));
  sink.add(feature(24, combine(before.beside, look)));
  sink.add(feature(25, combine(before.parts & (Part.Head | Part.Courtesy), look)));
  sink.add(feature(22, combine(before.cluster, look)));
  sink.add(feature(23, combine(farBefore.beside, before.beside)));
  if (unit.glued) sink.add(feature(26, look));
}

/** Features of the last unit of a name, with the words behind it. */
export function lastPairs(
  unit: Unit,
  look: number,
  behind: Word,
  farBehind: Word,
  tags: Tags,
  sink: FeatureSink,
): void {
  sink.add(feature(36, combine(look, tagsOf(tags, unit.token))));
  sink.add(feature(34, combine(behind.beside, look)));
  sink.add(feature(32, combine(behind.cluster, look)));
  sink.add(feature(33, combine(behind.beside, farBehind.beside)));
  sink.add(feature(39, combine(look, tagsOf(tags, unit.token + 1))));
  sink.add(feature(37, combine(behind.beside, farBehind.listed & LISTED_PLACE)));
}

/** Features of a whole name with its two neighbours. */
export function segmentPairs(
  first: Word,
  single: boolean,
  phrase: Phrase,
  before: Word,
  behind: Word,
  sink: FeatureSink,
): void {
  sink.add(feature(42, combine(before.beside, phrase.pattern)));
  sink.add(feature(43, combine(behind.beside, phrase.pattern)));
  sink.add(feature(44, combine(before.wide, phrase.pattern)));
  sink.add(feature(48, combine(behind.wide, phrase.pattern)));
  if (!single) return;
  sink.add(feature(50, combine(before.beside, first.listed)));
  sink.add(feature(51, combine(behind.beside, first.listed)));
  sink.add(feature(56, combine(before.cluster, first.cluster)));
  sink.add(feature(57, combine(behind.cluster, first.cluster)));
}

/** Features of a name of several words, from those alone. */
export function segmentWords(
  first: Word,
  last: Word,
  length: number,
  style: number,
  phrase: Phrase,
  sink: FeatureSink,
): void {
  sink.add(feature(40, combine(phrase.pattern, style)));
  sink.add(feature(41, combine(Math.min(length, 5), phrase.listed)));
  sink.add(feature(45, combine(first.listed, combine(last.listed, Math.min(length, 4)))));
  sink.add(feature(46, combine(Math.min(length, 4), last.listed & (LISTED.surname | LISTED.given))));
  sink.addWord(feature(49, combine(last.hash, phrase.pattern)));
  sink.add(feature(58, combine(first.cluster, last.cluster)));
  sink.add(feature(59, combine(last.cluster, phrase.pattern)));
  sink.add(feature(47, learnedParts(last)));
  const { head } = phrase;
  if (!head) return;
  sink.addWord(feature(53, head.hash));
  sink.add(feature(54, head.cluster));
  sink.add(feature(55, combine(head.listed, learnedParts(head))));
}

/** What is known of a run of words, built up one at a time. */
export class Phrase {
  /** Hash of its words; of one word, the word's own. */
  hash = 0;
  /** Hash of how its words are written. */
  pattern = 0;
  /** The lists that hold the whole. */
  listed = 0;
  /** The word before the first that joins two others ("Ministry" of "Ministry of Health"), or null where none does. */
  head: Word | null = null;
  #last: Word | null = null;

  constructor(private readonly lists: Lists) {}

  /** Begins with a word. */
  begin(word: Word): void {
    this.hash = word.hash;
    this.pattern = jointOf(word);
    this.listed = word.listed;
    this.head = null;
    this.#last = word;
  }

  /** Goes on with another word. */
  extend(word: Word): void {
    this.hash = combine(this.hash, word.hash);
    this.pattern = combine(this.pattern, jointOf(word));
    this.listed = this.lists.get(this.hash);
    if (word.kind === Kind.Joint) this.head ??= this.#last;
    this.#last = word;
  }
}

/** What a word may be to a title or a body; the few links are told by their own hashes. */
const learnedParts = (word: Word): number => word.parts & LEARNED;
const LEARNED = Part.Title | Part.Calendar | Part.Institution | Part.Body | Part.Firm | Part.Peer;

/** What a pattern shows of a word: the word itself where it joins others, else how it is written. */
const jointOf = (word: Word): number => (word.form === Form.Lower || word.form === Form.Mark ? word.hash : word.form);
