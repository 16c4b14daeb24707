/** What a draft must show to be a report: that words were said, and not only that somebody did something. */
import { Tag, type TokenRange } from '../layers';
import { Takes } from './cues';
import { startsClause } from './framesContent';
import type { Draft } from './framesDraft';
import { Side } from './framesKind';
import { isTime } from './framesSource';
import type { Cue, View } from './view';

/** What a report without a clause or marks takes: how sure the weights must be of a thought, of an object that is no words, of a pronoun. */
const CLEAR_THOUGHT = 0.8,
  CLEAR_WORDS = 0.5,
  CLEAR_PRONOUN = 0.93;
/** How near behind an object marked words still belong to it: "called them, in print, “puppets”". */
const MARK_NEAR = 3;
/** How many words of a content are looked through for a verb. */
const LONGEST_LOOK = 60;

/**
 * Whether a draft reports words. An expectation that nobody is named for is general knowledge ("is expected to last"), and an object
 * without a verb or marks is mostly what somebody did ("called a rally"), if the verb takes no clause or the object is a pronoun.
 */
export function isReport(view: View, draft: Draft): boolean {
  const { cue, source, content, confidence } = draft,
    entry = view.cues.entries[cue.code];
  if (isDeed(view, draft)) return false;
  if (entry?.act !== 'speech') return !(cue.isPassive && !source) && isClear(view, draft);
  if (
    draft.side !== Side.After ||
    cue.sourceAfter ||
    content.some(({ from, to }) => hasClause(view, from, to) || hasMarked(view, from, to))
  )
    return true;
  if (content.every((range) => isPronounAlone(view, range))) return confidence >= CLEAR_PRONOUN;
  return confidence >= CLEAR_WORDS || (entry.takes & Takes.Clause) !== 0;
}

/** Whether a content has a verb of its own: a finite one, or an infinitive with its "to". */
function hasClause(view: View, from: number, to: number): boolean {
  if (startsClause(view, from)) return true;
  for (let i = from; i < Math.min(to, from + LONGEST_LOOK); i++)
    if (view.isFinite(i) || view.tag[i] === Tag.To) return true;
  return false;
}

/** "It", "for them", "them back"; but "it a hoax" says something of it. */
function isPronounAlone(view: View, { from, to }: TokenRange): boolean {
  const at = view.tag[from] === Tag.Preposition ? from + 1 : from,
    last = view.tag[to - 1];
  return (
    view.tag[at] === Tag.Pronoun && (to === at + 1 || (to === at + 2 && (last === Tag.Adverb || last === Tag.Particle)))
  );
}

/** A thought or plan is reported where it is put in words: a clause or marked text; "wanted a house" is a plain fact about somebody. */
function isClear(view: View, { content, confidence }: Draft): boolean {
  return content.some(
    ({ from, to }) =>
      (confidence >= CLEAR_THOUGHT && startsClause(view, from) && view.tag[from + 1] !== Tag.To) ||
      hasMarked(view, from, to),
  );
}

function hasMarked(view: View, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (view.marked(i) >= 0) return true;
  return false;
}

/**
 * Whether a verb of saying is used of a plain action: its object is bare, and the verb is one whose object is acted on ("rejected the
 * offer"), is passive with nobody named ("was charged with theft"), or was not done at all ("refused to criticise the referee").
 */
function isDeed(view: View, { cue, side, source, content }: Draft): boolean {
  const [object] = content,
    takes = view.cues.entries[cue.code]?.takes ?? 0;
  if (side === Side.Before && object && isNotSaid(view, cue, object, takes)) return true;
  if (side === Side.After && object && (takes & Takes.Deed) !== 0 && isTime(view, view.phraseAt(object.from)))
    return true;
  if (side !== Side.After || !object || content.length > 1 || hasMarked(view, object.from, object.to + MARK_NEAR))
    return false;
  if (startsClause(view, object.from)) return false;
  const isPassive = cue.isPassive && !source,
    isRefused = view.cues.refusals.has(view.text.tokens.lower[cue.from - 2] ?? '') && view.tag[cue.from - 1] === Tag.To,
    isLed = object.from > cue.to || view.tag[object.from] === Tag.Preposition;
  if (isPassive && (takes & Takes.Deed) !== 0 && !hasClause(view, object.from, object.to)) return true;
  if ((takes & Takes.Deed) !== 0 && (takes & Takes.Plan) === 0 && isOwnWish(view, cue.to, object.from)) return true;
  return (
    (isPassive || isRefused || ((takes & Takes.Deed) !== 0 && !isLed)) &&
    bareObject(view, object.from, object.to, isPassive)
  );
}

/** Words before a verb that are its subject ("the plan to be rejected") or a condition ("if the deal is confirmed"), and nothing said. */
function isNotSaid(view: View, cue: Cue, { from }: TokenRange, takes: number): boolean {
  if (view.marked(from) >= 0) return false;
  return (
    (cue.isPassive && (takes & Takes.Deed) !== 0) ||
    (from === cue.sentence.from && view.cues.conditions.has(view.text.tokens.lower[from] ?? ''))
  );
}

/** "Asked not to be named": an infinitive right behind the verb, with nobody told to do it. */
function isOwnWish(view: View, at: number, from: number): boolean {
  return from === at && view.tag[view.tag[at] === Tag.Adverb ? at + 1 : at] === Tag.To;
}

/** Whether a content is an object alone: noun phrases, joined by prepositions and conjunctions, of which nothing is said ("the offer of
 * the port"); behind a passive, an infinitive is what they are for ("was denied a permit to build"). */
function bareObject(view: View, from: number, to: number, isPassive: boolean): boolean {
  let at = view.tag[from] === Tag.Preposition ? from + 1 : from,
    isFirst = true;
  for (;;) {
    const phrase = view.phraseAt(at);
    if (!phrase) return !isFirst;
    at = phrase.to;
    while (at < to && view.tag[at] === Tag.Adverb) at++;
    if (at >= to) return true;
    const tag = view.tag[at];
    if (view.isFinite(at)) return !isFirst;
    if (isPassive && tag === Tag.To) return true;
    if (tag === Tag.Comma || tag === Tag.Punctuation || tag === Tag.Wh || view.codes[at] === view.cues.that)
      return true;
    if (view.codes[at] === view.cues.predicative || (tag !== Tag.Preposition && tag !== Tag.Conjunction)) return false;
    if (tag === Tag.Conjunction) isFirst = false;
    at++;
  }
}
