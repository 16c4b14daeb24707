/** The features by which the weights choose the noun phrase that names the source of a cue. */
import { type Phrase, Tag } from '../layers';
import type { Options } from './linear';
import type { Side } from './framesKind';
import { bucket, type Cue, type View } from './view';

/** How many noun phrases before and behind a cue may be its source. */
const BEFORE = 9,
  BEHIND = 3;

/** The noun phrases that may name the source, the nearest before the cue first, then those behind it. */
export function sourcePhrases(view: View, cue: Cue): Phrase[] {
  const { phrases } = view.text,
    found: Phrase[] = [];
  const first = view.phraseFrom(cue.from);
  for (let i = first - 1; i >= 0 && i >= first - BEFORE; i--) {
    const phrase = phrases[i];
    if (!phrase || phrase.from < cue.sentence.from) break;
    if (phrase.to <= cue.from && !isTime(view, phrase)) found.push(phrase);
  }
  for (let i = first, end = first + BEHIND; i < end; i++) {
    const phrase = phrases[i];
    if (!phrase || phrase.from >= cue.sentence.to) break;
    if (phrase.from >= cue.to && !isTime(view, phrase)) found.push(phrase);
  }
  return found;
}

/** Whether a phrase is a time ("Friday afternoon"), which says nothing. */
export function isTime(view: View, phrase: Phrase | undefined): boolean {
  if (!phrase) return false;
  const word = view.tag[phrase.head] === Tag.Number ? phrase.from : phrase.head;
  return view.cues.timeNouns.has(view.text.tokens.lower[word] ?? '');
}

/** Fills `out` with an option for each phrase, and a last one for no source at all. */
export function sourceOptions(view: View, cue: Cue, side: Side, phrases: readonly Phrase[], out: Options): void {
  out.clear();
  const scan: Scan = { at: 0, commas: 0, verbs: 0, relatives: 0, marks: 0, conjunctions: 0 };
  let before = 0,
    behind = 0;
  beginScan(scan, cue.group);
  for (const phrase of phrases) {
    out.next();
    if (phrase.to <= cue.from) {
      scanTokens(view, scan, phrase.to, scan.at);
      scan.at = Math.min(scan.at, phrase.to);
      phraseFeatures(view, cue, side, phrase, before++, scan, out);
    } else {
      beginScan(scan, phrase.from);
      scanTokens(view, scan, cue.to, phrase.from);
      phraseFeatures(view, cue, side, phrase, 16 + behind++, scan, out);
    }
  }
  out.next();
  out.add(150, side, cue.tag, cue.isPassive ? 1 : 0);
  out.add(151, cue.code, cue.tag);
  out.add(152, before, behind, cue.tag);
  out.add(153, view.word(cue.group - 1), cue.tag);
}

/** What stands between a phrase and the cue; filled phrase by phrase, the nearest first. */
interface Scan {
  /** Up to where the words before the cue are counted. */
  at: number;
  commas: number;
  verbs: number;
  relatives: number;
  marks: number;
  conjunctions: number;
}

function beginScan(scan: Scan, at: number): void {
  scan.at = at;
  scan.commas = scan.verbs = scan.relatives = scan.marks = scan.conjunctions = 0;
}

function scanTokens(view: View, scan: Scan, from: number, to: number): void {
  for (let i = from; i < to; i++) {
    const tag = view.tag[i];
    if (tag === Tag.Comma || tag === Tag.Punctuation) scan.commas++;
    else if (tag === Tag.Wh) scan.relatives++;
    else if (tag === Tag.Quote) scan.marks++;
    else if (tag === Tag.Conjunction) scan.conjunctions++;
    else if (view.isFinite(i)) scan.verbs++;
  }
}

function phraseFeatures(
  view: View,
  cue: Cue,
  side: Side,
  phrase: Phrase,
  rank: number,
  scan: Scan,
  out: Options,
): void {
  const isBefore = rank < 16,
    form = (cue.tag << 1) | (cue.isPassive ? 1 : 0);
  const gap = isBefore ? cue.group - phrase.to : phrase.from - cue.to;
  const lead = view.word(phrase.from - 1),
    after = view.word(phrase.to),
    head = view.tagAt(phrase.head),
    headWord = view.word(phrase.head);
  const commas = Math.min(scan.commas, 3),
    verbs = Math.min(scan.verbs, 3),
    where = isBefore ? 1 : 0,
    before = view.word(cue.group - 1);
  out.add(100, rank, side);
  out.add(101, rank, form);
  out.add(102, bucket(gap), side, where);
  out.add(103, lead, where);
  out.add(104, after, where);
  out.add(105, headWord, where);
  out.add(106, head, rank);
  out.add(107, lead, form);
  out.add(108, after, form);
  out.add(109, commas, verbs, side);
  out.add(110, commas, verbs, form);
  out.add(111, Math.min(scan.relatives, 2), verbs, commas);
  out.add(112, Math.min(scan.marks, 2), where, side);
  out.add(113, Math.min(scan.conjunctions, 2), form, verbs);
  out.add(114, cue.code, rank);
  out.add(115, phrase.from === cue.sentence.from ? 1 : 0, form, side);
  out.add(116, view.marked(phrase.from) >= 0 ? 1 : 0, where);
  out.add(117, before, after);
  out.add(118, before, rank);
  out.add(119, gap === 0 ? 1 : 0, head, form);
  out.add(120, lead, after);
  out.add(121, view.tagAt(phrase.from), head, where);
  out.add(122, view.tagAt(phrase.to), verbs, form);
  out.add(123, view.cues.entries[cue.code]?.frame ?? 0, rank, side);
  out.add(124, isFollowedByVerb(view, phrase) ? 1 : 0, form, side);
}

/** Whether the phrase is the subject of a verb right behind it, adverbs between or not. */
function isFollowedByVerb(view: View, phrase: Phrase): boolean {
  let at = phrase.to;
  while (at < phrase.to + 2 && view.tag[at] === Tag.Adverb) at++;
  return view.isFinite(at);
}
