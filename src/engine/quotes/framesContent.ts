/** The features by which the weights decide where a content begins and ends. */
import { Tag } from '../layers';
import type { Options } from './linear';
import { bucket, type Cue, EDGE, type View } from './view';

/** How many words may stand between a cue and its content ("told reporters in Moscow on Monday that"). */
const LONGEST_LEAD = 16;
/** How many places a content may end at; the sentence's end is always one. */
const MOST_ENDS = 28;
/** How many words are looked through for a place to end or begin, and for the verb of a content's opening. */
const LONGEST_CONTENT = 300,
  LONGEST_OPENING = 40;

/** The tokens at which a content behind its cue may begin, in order. */
export function startPlaces(view: View, cue: Cue): number[] {
  const places: number[] = [],
    end = Math.min(cue.sentence.to, cue.to + LONGEST_LEAD);
  for (let i = cue.to; i < end; i++) {
    const isInside = i > cue.to && view.marked(i) >= 0 && view.marked(i) === view.marked(i - 1);
    if (isInside && view.marked(i) !== view.marked(cue.from)) break;
    if (view.isStop(i)) break;
    if (view.tag[i] !== Tag.Comma) places.push(i);
  }
  // A mark may open the content in a sentence of its own: He said: “Never.”
  if (end === cue.sentence.to && view.marked(end) >= 0 && view.tag[end - 1] !== Tag.Stop) places.push(end);
  return places;
}

export function startOptions(view: View, cue: Cue, places: readonly number[], out: Options): void {
  out.clear();
  const { code } = cue,
    takes = view.cues.entries[code]?.frame ?? 0,
    firstPhrase = view.phraseFrom(cue.to),
    isPassive = cue.isPassive ? 1 : 0;
  let seen = 0,
    verbs = 0,
    at = cue.to;
  for (const place of places) {
    for (; at < place; at++) {
      seen |= 1 << (view.tag[at] ?? 0);
      if (view.isFinite(at)) verbs++;
    }
    out.next();
    const phrases = Math.min(3, view.phraseFrom(place) - firstPhrase),
      opening = phraseThenVerb(view, place);
    const word = view.word(place),
      previous = view.word(place - 1),
      lead = bucket(place - cue.to),
      isFirst = lead === 0 ? 1 : 0;
    const isThat = view.codes[place] === view.cues.that ? 1 : 0,
      isMark = view.marked(place) >= 0 && view.marked(place - 1) !== view.marked(place) ? 1 : 0;
    out.add(200, lead);
    out.add(201, code, lead);
    out.add(202, word);
    out.add(203, previous, isFirst);
    out.add(204, previous, word);
    out.add(205, view.tagAt(place - 1), view.tagAt(place), view.tagAt(place + 1));
    out.add(206, code, isThat, isMark);
    out.add(207, code, phrases, verbs);
    out.add(208, takes, phrases, isFirst);
    out.add(209, seen);
    out.add(210, isThat, verbs, phrases);
    out.add(211, isMark, verbs, lead);
    out.add(212, code, word);
    out.add(213, code, previous);
    out.add(214, cue.tag, lead, isPassive);
    out.add(215, opening, takes, lead);
    out.add(216, opening, code, isFirst);
    out.add(217, word, view.word(place + 1));
    out.add(218, verbs, phrases);
  }
}

/** Whether a clause begins at the token: a conjunction or question word, or a noun phrase with its verb. */
export function startsClause(view: View, at: number): boolean {
  return (
    view.codes[at - 1] === view.cues.that ||
    view.tag[at] === Tag.Wh ||
    view.tag[at] === Tag.Conjunction ||
    phraseThenVerb(view, at) === 1
  );
}

/** 1 where a noun phrase with its finite verb begins, 2 where only a noun phrase does, 0 where none does. */
function phraseThenVerb(view: View, at: number): number {
  const phrase = view.phraseAt(at);
  if (!phrase) return 0;
  for (let i = phrase.to; i < phrase.to + 3; i++) {
    if (view.isFinite(i)) return 1;
    if (view.tag[i] !== Tag.Adverb) return 2;
  }
  return 2;
}

/** The tokens before which a content that begins at `start` may end, in order; the last is its sentence's end. */
export function endPlaces(view: View, start: number, sentenceEnd: number): number[] {
  let last = sentenceEnd;
  while (last > start + 1 && (view.isStop(last - 1) || (view.tag[last - 1] === Tag.Quote && view.isStop(last - 2))))
    last--;
  const places: number[] = [],
    least = leastEnd(view, start, last),
    stop = Math.min(last, start + LONGEST_CONTENT);
  for (let i = start + 1, found = 0; i < stop && found < MOST_ENDS; i++) {
    if (!isBreak(view, i, start)) continue;
    found++;
    if (i > least) places.push(i);
  }
  if (last > least) places.push(last);
  return places;
}

/** The finite verb that a clause needs before it may end; where it opens with a phrase of its own ("that despite the rain,"), the verb behind that. */
function leastEnd(view: View, start: number, last: number): number {
  const isThat = view.codes[start] === view.cues.that,
    limit = Math.min(last, start + LONGEST_OPENING);
  let at = isThat ? start + 1 : start;
  const opening = view.tag[at];
  if (opening === Tag.Preposition || opening === Tag.Conjunction) while (at < limit && view.tag[at] !== Tag.Comma) at++;
  else if (!isThat) return start;
  while (at < limit && !view.isFinite(at)) at++;
  return at < limit ? at : start;
}

function isBreak(view: View, at: number, start: number): boolean {
  const inside = view.marked(at);
  if (inside >= 0 && inside === view.marked(at - 1) && inside !== view.marked(start)) return false;
  switch (view.tag[at]) {
    case Tag.Comma:
    case Tag.Punctuation:
    case Tag.Wh:
    case Tag.Conjunction:
    case Tag.Quote:
      return true;
    case Tag.Preposition:
      return at > start + 2;
    case Tag.Gerund:
      return view.tag[at - 1] !== Tag.Preposition && at > start + 2;
    default:
      return inside < 0 && view.marked(at - 1) >= 0;
  }
}

export function endOptions(view: View, cue: Cue, start: number, places: readonly number[], out: Options): void {
  out.clear();
  const opening = view.word(start),
    startsMarked = view.marked(start) >= 0 && view.marked(start) !== view.marked(start - 1) ? 1 : 0;
  let commas = 0,
    verbs = 0,
    at = start,
    verbsSinceComma = 0;
  for (let index = 0; index < places.length; index++) {
    const place = places[index] ?? 0;
    for (const stop = Math.min(place, start + LONGEST_CONTENT); at < stop; at++) {
      if (view.tag[at] === Tag.Comma) {
        commas++;
        verbsSinceComma = 0;
      } else if (view.isFinite(at)) {
        verbs++;
        verbsSinceComma++;
      }
    }
    out.next();
    const isLast = index === places.length - 1 ? 1 : 0,
      many = Math.min(verbs, 2),
      few = Math.min(commas, 3),
      isClause = verbsSinceComma > 0 ? 1 : 0;
    const word = view.word(place),
      tag = view.tagAt(place),
      endsMarked = view.marked(place - 1) >= 0 ? 1 : 0;
    endWords(view, cue, place, isLast, out);
    out.add(240, isLast, startsMarked, endsMarked);
    out.add(241, word, many, isClause);
    out.add(242, word, few);
    out.add(243, bucket(index), isLast);
    out.add(244, bucket(place - start), isLast);
    out.add(245, opening, word, isLast);
    out.add(246, many, isLast, tag);
    out.add(247, isClause, few, tag);
    out.add(248, startsMarked, endsMarked && view.marked(place) !== view.marked(place - 1) ? 1 : 0, word);
    out.add(249, cue.code, many > 0 ? 1 : 0, word);
  }
}

/** Features of the words around the place alone. */
function endWords(view: View, cue: Cue, place: number, isLast: number, out: Options): void {
  const word = view.word(place),
    next = view.word(place + 1),
    previous = view.word(place - 1);
  const tag = view.tagAt(place),
    nextTag = view.tagAt(place + 1),
    clause = clauseAhead(view, place + 1),
    ahead = cueAhead(view, place);
  out.add(220, word, isLast);
  out.add(221, word, next);
  out.add(222, word, nextTag, view.tagAt(place + 2));
  out.add(223, previous, word);
  out.add(224, cue.code, word);
  out.add(225, cue.code, isLast);
  out.add(226, next, view.word(place + 2), isLast);
  out.add(227, word, clause);
  out.add(228, word, next, ahead);
  out.add(229, ahead, isLast);
  out.add(230, word, phraseThenVerb(view, place + 1), ahead);
  out.add(232, view.word(cue.sentence.from), word, clause);
  out.add(233, view.word(cue.group - 1), word, isLast);
  out.add(231, view.tagAt(place - 1), tag, nextTag);
}

/** Whether a finite verb stands before the next comma: 1 yes, 0 no. */
function clauseAhead(view: View, at: number): number {
  for (let i = at; i < at + 8; i++) {
    if (view.isFinite(i)) return 1;
    if (view.tag[i] === Tag.Comma || view.isStop(i)) return 0;
  }
  return 0;
}

/** How near behind the place a reporting word stands: 0 none, else 1 + words between, up to 5. */
function cueAhead(view: View, at: number): number {
  for (let i = at; i < at + 5; i++) if ((view.codes[i] ?? 0) > view.cues.colon) return 1 + i - at;
  return 0;
}

/** The tokens at which a content before its cue may begin, the nearest to `end` first; `from` is the earliest. */
export function beginPlaces(view: View, from: number, end: number): number[] {
  const places: number[] = [];
  for (let i = end - 1; i > Math.max(from, end - LONGEST_CONTENT) && places.length < MOST_ENDS; i--) {
    const tag = view.tag[i - 1],
      inside = view.marked(i);
    if (inside >= 0 && inside === view.marked(i - 1)) continue;
    if (
      tag === Tag.Comma ||
      tag === Tag.Punctuation ||
      tag === Tag.Conjunction ||
      tag === Tag.Wh ||
      inside !== view.marked(i - 1)
    )
      places.push(i);
  }
  places.push(from);
  return places;
}

export function beginOptions(view: View, cue: Cue, end: number, places: readonly number[], out: Options): void {
  out.clear();
  const endsMarked = view.marked(end - 1) >= 0 ? 1 : 0;
  places.forEach((place, index) => {
    const isFirst = index === places.length - 1 ? 1 : 0,
      word = view.word(place),
      previous = isFirst ? EDGE : view.word(place - 1);
    out.next();
    out.add(260, isFirst, endsMarked);
    out.add(261, previous, word);
    out.add(262, previous, clauseAhead(view, place));
    out.add(263, bucket(index), isFirst);
    out.add(264, bucket(end - place), isFirst);
    out.add(265, cue.code, isFirst);
    out.add(266, previous, view.tagAt(place), view.tagAt(place + 1));
    out.add(267, word, isFirst);
    out.add(268, view.word(end), view.word(end + 1), isFirst);
    out.add(269, endsMarked, view.marked(place) >= 0 ? 1 : 0, view.marked(place) === view.marked(end - 1) ? 1 : 0);
  });
}
