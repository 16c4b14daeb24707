/** The features by which the weights decide whether a word reports anything, and on which side of it its content stands. */
import { Tag } from '../layers';
import type { Options } from './linear';
import { bucket, type Cue, EDGE, type View } from './view';

/** On which side of its cue a content stands. `None`: the word reports nothing here. */
export const enum Side {
  None,
  After,
  Before,
  Around,
}
export const SIDES = 4;

/** How far behind a cue its content's conjunction, verb or mark is looked for. */
const REACH = 12;

/** Fills `out` with one option for each `Side`. `depth`: how many frames' contents the cue stands in. */
export function sideOptions(view: View, cue: Cue, depth: number, out: Options): void {
  out.clear();
  out.next();
  wordFeatures(view, cue, out);
  neighbourFeatures(view, cue, out);
  aheadFeatures(view, cue, out);
  behindFeatures(view, cue, depth, out);
  out.fanOut(SIDES);
}

function wordFeatures(view: View, cue: Cue, out: Options): void {
  const takes = view.cues.entries[cue.code]?.frame ?? 0,
    form = (cue.tag << 2) | (cue.isPassive ? 2 : 0) | (cue.isNegated ? 1 : 0);
  out.add(1, 0);
  out.add(2, cue.code);
  out.add(3, form);
  out.add(4, cue.code, form);
  out.add(5, takes, cue.tag);
  out.add(6, takes, view.word(cue.to));
  out.add(7, view.text.kind.length, cue.tag);
}

function neighbourFeatures(view: View, cue: Cue, out: Options): void {
  const { from, to, group, code, tag } = cue,
    nextTag = view.tagAt(to),
    previousTag = view.tagAt(from - 1);
  const next = view.word(to),
    next2 = view.word(to + 1),
    previous = view.word(from - 1),
    previous2 = view.word(from - 2),
    before = view.word(group - 1);
  out.add(10, next);
  out.add(11, next2);
  out.add(12, view.word(to + 2));
  out.add(13, previous);
  out.add(14, previous2);
  out.add(15, view.word(from - 3));
  out.add(16, nextTag, view.tagAt(to + 1), view.tagAt(to + 2));
  out.add(17, previousTag, view.tagAt(from - 2), tag);
  out.add(18, code, next);
  out.add(19, code, previous);
  out.add(20, tag, next);
  out.add(21, tag, previous);
  out.add(22, previous, next);
  out.add(23, next, next2);
  out.add(24, previous2, previous);
  out.add(25, code, nextTag);
  out.add(26, code, previousTag);
  out.add(27, before, tag);
  out.add(28, before, code);
  out.add(29, group < from ? view.word(group) : 0, tag);
  out.add(30, view.word(group - 2), before);
  out.add(31, code, next, next2);
}

/** What follows: the conjunction, verb or mark of a content, or the end. */
function aheadFeatures(view: View, cue: Cue, out: Options): void {
  const end = Math.min(cue.sentence.to, cue.to + REACH),
    takes = view.cues.entries[cue.code]?.frame ?? 0;
  let that = 15,
    verb = 15,
    mark = 15,
    phrases = 0;
  for (let i = cue.to; i < end; i++) {
    const distance = bucket(i - cue.to);
    if (view.codes[i] === view.cues.that && that === 15) that = distance;
    if (verb === 15 && view.isFinite(i)) verb = distance;
    if (view.marked(i) >= 0) {
      mark = distance;
      break;
    }
    if (view.tag[i] === Tag.Comma || view.tag[i] === Tag.Punctuation) break;
    if (view.tag[i] === Tag.Name || view.tag[i] === Tag.Noun || view.tag[i] === Tag.Nouns) phrases++;
  }
  const hasVerb = verb < 15 ? 1 : 0,
    hasThat = that < 15 ? 1 : 0;
  out.add(40, that, verb < that ? 1 : 0, takes & 1);
  out.add(41, verb, takes);
  out.add(42, mark, cue.tag);
  out.add(43, cue.code, mark < 15 ? 1 : 0, hasThat);
  out.add(44, cue.code, hasVerb);
  out.add(45, bucket(cue.sentence.to - cue.to), cue.tag);
  out.add(46, phrases, hasVerb, hasThat);
  const inverted = view.phraseAt(cue.to),
    object = view.text.phrases[view.phraseFrom(cue.to)];
  if (object && object.from < end) out.add(54, view.word(object.to), object.from === cue.to ? 1 : 0, cue.code);
  const behind = inverted ? view.word(inverted.to) : 0,
    before = view.word(cue.group - 1);
  out.add(47, behind, cue.tag);
  out.add(48, behind, before);
  out.add(49, inverted ? view.tagAt(inverted.head) : 0, before);
}

/** What stands before: the subject and what leads to it, a mark that closed, verbs. */
function behindFeatures(view: View, cue: Cue, depth: number, out: Options): void {
  const subject = view.phraseBefore(cue.group),
    start = subject ? subject.from : cue.group,
    lead = view.word(start - 1);
  const closing = closingMark(view, start),
    next = view.word(cue.to),
    hasSubject = subject ? 1 : 0;
  const isFirst = start <= cue.sentence.from ? 1 : 0;
  out.add(60, lead, cue.tag);
  out.add(61, lead, next);
  out.add(62, isFirst, cue.tag, hasSubject);
  out.add(63, subject ? view.tagAt(subject.head) : 62, cue.tag);
  out.add(64, subject ? view.word(subject.head) : 0, cue.code);
  out.add(65, closing, cue.tag, hasSubject);
  out.add(66, closing, next);
  out.add(67, Math.min(depth, 2), cue.tag);
  out.add(68, view.marked(cue.from) >= 0 ? 1 : 0, cue.code);
  out.add(69, hasVerbBefore(view, cue.sentence.from, start) ? 1 : 0, lead, next);
  out.add(70, bucket(cue.from - cue.sentence.from));
  out.add(71, lead, view.word(start - 2));
}

/** 1 where marked text ends right before the token, a comma between or not; 2 where the block begins there; else 0. */
function closingMark(view: View, at: number): number {
  if (view.word(at - 1) === EDGE) return 2;
  return view.marked(at - 1) >= 0 || (view.tag[at - 1] === Tag.Comma && view.marked(at - 2) >= 0) ? 1 : 0;
}

function hasVerbBefore(view: View, from: number, to: number): boolean {
  for (let i = Math.max(from, to - 40); i < to; i++) if (view.isFinite(i)) return true;
  return false;
}
