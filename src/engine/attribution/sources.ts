/** From the phrase that the weights chose to all the words that name who spoke: what belongs to it, what it stands beside, who stands with it. */
import { Tag, type TokenRange } from '../layers';
import { isVerb } from './proposals';
import { type BlockView, Named } from './view';
import type { AttributionVocabulary } from './vocabulary';

/** Who is named as source, each by the tokens of the words, and the tokens around them all. */
export interface Sources extends TokenRange {
  readonly each: readonly TokenRange[];
}

/** More people than these do not speak together. */
const MOST_TOGETHER = 6;
/** Words that may lead from a phrase to what it is close to: "sources close to", "a person briefed on". */
const LONGEST_LINK = 3;

/** The whole source around a phrase before or behind its cue. */
export function sourcesAround(
  view: BlockView,
  phrase: TokenRange,
  cue: TokenRange,
  words: AttributionVocabulary,
): Sources {
  const own = wholeSource(view, phrase, cue),
    each = together(view, own, cue, words);
  if (each.length > 1) return { from: each[0]?.from ?? own.from, to: each.at(-1)?.to ?? own.to, each };
  const named = besideName(view, own, cue);
  return { ...named, each: [named] };
}

/**
 * The phrase next to the cue may be the end of a longer source: "a spokeswoman for the port", "sources close to the port", or what tells
 * more of it: "Ann Lee, a pilot in Oster, said".
 */
function wholeSource(view: BlockView, { from, to }: TokenRange, cue: TokenRange): TokenRange {
  const { phrases } = view.layer,
    whole = { from, to };
  for (let p = view.phraseFrom(from) - 1; p >= 0 && to <= cue.from; p--) {
    const before = phrases[p];
    if (!before || !isNear(view, before, from)) break;
    const gap = whole.from - before.to;
    if (isLink(view, before.to, whole.from)) whole.from = before.from;
    else if (
      gap === 1 &&
      view.tag(before.to) === Tag.Comma &&
      view.named(before.to - 1) === Named.Person &&
      (isClosedByComma(view, to, cue.from) || isClauseStart(view, before.from))
    )
      return before;
    else break;
  }
  return whole;
}

function isNear(view: BlockView, phrase: TokenRange, to: number): boolean {
  return (
    phrase.from >= view.from && view.within(phrase.from) < 0 && view.sentenceOf(phrase.from) === view.sentenceOf(to)
  );
}

/** Whether a preposition, or an adjective or participle with one, joins what stands before to what stands behind. */
function isLink(view: BlockView, from: number, to: number): boolean {
  if (to <= from || to - from > LONGEST_LINK) return false;
  const last = view.tag(to - 1);
  if (last !== Tag.Preposition && last !== Tag.To) return false;
  for (let at = from; at < to - 1; at++) {
    const tag = view.tag(at);
    if (tag !== Tag.Adjective && tag !== Tag.Participle && tag !== Tag.Adverb) return false;
  }
  return last === Tag.Preposition || to - from > 1;
}

function isClosedByComma(view: BlockView, from: number, to: number): boolean {
  return view.tag(from) === Tag.Comma && to - from < 5;
}

/** Whether a clause begins with the token: its sentence, or what stands behind a quotation. */
function isClauseStart(view: BlockView, at: number): boolean {
  return view.sentenceOf(at - 1) !== view.sentenceOf(at) || view.within(at - 1) >= 0;
}

/** "The harbour chief, Ann Lee, said": what tells an office stands beside the name of who has it. */
function besideName(view: BlockView, own: TokenRange, cue: TokenRange): TokenRange {
  const { phrases } = view.layer;
  if (own.to > cue.from || isNamed(view, own) || view.tag(own.from) === Tag.Pronoun) return own;
  if (view.tag(own.from - 1) === Tag.Preposition) return own;
  for (let p = view.phraseFrom(own.to), end = own.to; p < phrases.length; p++) {
    const phrase = phrases[p];
    if (!phrase || phrase.to > cue.from || !isNear(view, phrase, own.from)) return own;
    if (phrase.from === end + 1 && view.tag(end) === Tag.Comma)
      return isPerson(view, phrase) && (phrase.to === cue.from || view.tag(phrase.to) === Tag.Comma) ? phrase : own;
    if (!isLink(view, end, phrase.from)) return own;
    end = phrase.to;
  }
  return own;
}

/** Who speaks together with a source: "Ann Lee, Tom Baro and the mayor said"; the source alone where it speaks alone. */
function together(view: BlockView, own: TokenRange, cue: TokenRange, { joining }: AttributionVocabulary): TokenRange[] {
  const isJoint = (at: number): boolean => joining.has(view.lower(at)) && view.named(at) < Named.Role;
  if (!maySpeak(view, own)) return [own];
  const before = leftOf(view, own, cue, isJoint),
    behind = rightOf(view, own, cue, isJoint);
  return withoutOffices(view, [...before, own, ...behind]);
}

/** "Ann Lee, the mayor, and Tom Baro" are two: what stands between commas behind a name tells more of it. */
function withoutOffices(view: BlockView, each: readonly TokenRange[]): TokenRange[] {
  return each.filter((one, index) => {
    const before = each[index - 1];
    return !before || index === each.length - 1 || !isPerson(view, before) || isNamed(view, one);
  });
}

type IsJoint = (token: number) => boolean;

function leftOf(view: BlockView, own: TokenRange, cue: TokenRange, isJoint: IsJoint): TokenRange[] {
  const found: TokenRange[] = [],
    least = cue.to <= own.from ? cue.to : view.from;
  for (let first = own, joined = false; found.length < MOST_TOGETHER;) {
    let end = first.from - 1;
    const isAnd = isJoint(end);
    if (isAnd && view.tag(end - 1) === Tag.Comma) end--;
    if (!isAnd && !(joined && view.tag(end) === Tag.Comma)) break;
    const phrase = phraseEnding(view, end, least);
    if (!phrase || !maySpeak(view, phrase) || isObject(view, phrase, cue)) break;
    joined = true;
    found.unshift(phrase);
    first = phrase;
  }
  return found;
}

function rightOf(view: BlockView, own: TokenRange, cue: TokenRange, isJoint: IsJoint): TokenRange[] {
  const found: TokenRange[] = [],
    most = own.to <= cue.from ? cue.from : view.to;
  let joined = false;
  for (let last = own; found.length < MOST_TOGETHER && !joined;) {
    let start = last.to;
    const isComma = view.tag(start) === Tag.Comma;
    if (isComma) start++;
    joined = isJoint(start);
    if (joined) start++;
    else if (!isComma) break;
    const phrase = view.layer.phrases[view.phraseFrom(start)];
    if (phrase?.from !== start || phrase.to > most || !isNear(view, phrase, own.from) || !maySpeak(view, phrase)) {
      joined = false;
      break;
    }
    const whole = withLinked(view, phrase, most);
    if (own.from >= cue.to && isVerb(view.tag(whole.to))) break;
    found.push(whole);
    last = whole;
  }
  // A row that no "and" closes is no row: what stands behind a comma tells more of the one before it.
  return joined ? found : [];
}

/** A phrase with what a preposition joins to it: "the head of the union". */
function withLinked(view: BlockView, { from, to }: TokenRange, most: number): TokenRange {
  const whole = { from, to };
  for (let p = view.phraseFrom(to); ; p++) {
    const next = view.layer.phrases[p];
    if (!next || next.to > most || !isNear(view, next, from) || !isLink(view, whole.to, next.from)) return whole;
    whole.to = next.to;
  }
}

/** The phrase that ends before the token, with what leads to it: "the head of the union". */
function phraseEnding(view: BlockView, end: number, least: number): TokenRange | null {
  const { phrases } = view.layer;
  let p = view.phraseFrom(end) - 1;
  const last = phrases[p];
  if (!last || last.to !== end || !isNear(view, last, end)) return null;
  const whole = { from: last.from, to: last.to };
  for (p--; p >= 0; p--) {
    const before = phrases[p];
    if (!before || before.from < least || !isNear(view, before, end) || !isLink(view, before.to, whole.from)) break;
    whole.from = before.from;
  }
  return whole.from < least ? null : whole;
}

/** Whether a verb or preposition before a phrase takes it for its own: "Ann Lee met Tom Baro and the mayor said". */
function isObject(view: BlockView, { from }: TokenRange, cue: TokenRange): boolean {
  if (from === cue.to) return false;
  const tag = view.tag(from - 1);
  return isVerb(tag) || tag === Tag.Preposition || tag === Tag.To;
}

/** Whether a phrase may be one of several who speak: a name, or somebody told apart by an article or a plural; no day, and no bare office. */
function maySpeak(view: BlockView, { from, to }: TokenRange): boolean {
  for (let at = from; at < to; at++) if (view.named(at) === Named.Date) return false;
  const first = view.tag(from),
    last = view.tag(to - 1);
  return (
    first === Tag.Determiner ||
    first === Tag.Possessive ||
    first === Tag.Name ||
    last === Tag.Name ||
    last === Tag.Nouns ||
    first === Tag.Pronoun
  );
}

function isPerson(view: BlockView, { to }: TokenRange): boolean {
  return view.named(to - 1) === Named.Person;
}

/** Whether a phrase is a name by itself, or a day. */
function isNamed(view: BlockView, { from, to }: TokenRange): boolean {
  for (let at = from; at < to; at++) if (view.named(at) === Named.Date) return true;
  return view.named(to - 1) >= Named.Person;
}
