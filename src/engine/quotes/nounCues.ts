/** Nouns that report the clause or marked words behind them: "claims by the port that ...", "the minister's warning of “chaos”". */
import { type Phrase, Tag, type TokenRange } from '../layers';
import { Role } from './cues';
import type { Cue, View } from './view';

/** How far behind the noun its "that" may stand: "claims by the ministry of finance that". */
const REACH = 8;
/** How far back a main verb is looked for. */
const LONGEST_LOOK = 60;

export interface NounFrame {
  /** Null where neither a by-phrase nor a possessive names it. */
  readonly source: Phrase | null;
  /** The token behind "that", or the first of the marked words. */
  readonly start: number;
  /** The end of the marked words where they are all the content, else null: the weights find it. */
  readonly end: number | null;
}

/** The frame of a noun with a clause of its own, or null. */
export function nounFrame(view: View, cue: Cue): NounFrame | null {
  const { tag, cues } = view;
  if (cue.tag !== Tag.Noun && cue.tag !== Tag.Nouns) return null;
  const noun = view.text.tokens.lower[cue.from] ?? '';
  if (cues.nouns.has(noun) || cues.verdicts.has(noun)) {
    const said = saidToBe(view, cue);
    if (said) return said;
  }
  if (!cues.nouns.has(noun)) return null;
  const marked = markedBehind(view, cue);
  if (marked) return marked;
  let by: Phrase | null = null;
  for (let i = cue.to; i < Math.min(cue.sentence.to, cue.to + REACH); i++) {
    if (view.codes[i] === cues.that)
      return startsClause(view, i + 1) ? { source: by ?? possessor(view, cue), start: i + 1, end: null } : null;
    if (i === cue.to && tag[i] === Tag.Preposition) by = view.phraseAt(i + 1) ?? null;
    else if (tag[i] === Tag.Comma || tag[i] === Tag.Stop || tag[i] === Tag.Punctuation || view.isFinite(i)) return null;
  }
  return null;
}

/** "Her answer was “no”", "the verdict of Ann Lee: “A mess.”": what a noun is said to be, where the text says whose it is. */
function saidToBe(view: View, cue: Cue): NounFrame | null {
  const { tag, codes, cues } = view;
  const by = tag[cue.to] === Tag.Preposition ? view.phraseAt(cue.to + 1) : undefined,
    owner =
      by && (tag[by.head] === Tag.Name || tag[by.from] === Tag.Determiner || tag[by.from] === Tag.Possessive)
        ? by
        : null,
    source = owner ?? possessor(view, cue);
  let at = by?.to ?? cue.to;
  if (!source) return null;
  if (codes[at] !== cues.colon) {
    if (((cues.roles[codes[at] ?? 0] ?? 0) & Role.Passive) === 0) return null;
    at++;
  }
  while (codes[at] === cues.colon || tag[at] === Tag.Comma || tag[at] === Tag.Adverb) at++;
  if (codes[at] === cues.that) return startsClause(view, at + 1) ? { source, start: at + 1, end: null } : null;
  const mark = view.marked(at);
  if (mark < 0 || view.marked(at - 1) === mark) return null;
  let end = at;
  while (view.marked(end) === mark) end++;
  return { source, start: at, end };
}

/**
 * "A plea from the minister for “patience”", "her warning of “chaos”": marked words behind a preposition, where the text says whose.
 * What stands behind "as" a verb before the noun says of it: "dismissed the claims of the port as “chaos”".
 */
function markedBehind(view: View, cue: Cue): NounFrame | null {
  if (view.tag[cue.to] !== Tag.Preposition) return null;
  const by = chainOfPhrases(view, cue.to + 1),
    start = (by?.to ?? cue.to) + 1,
    mark = view.marked(start),
    source = by ?? possessor(view, cue) ?? nameBefore(view, cue);
  if (!source || mark < 0 || view.marked(start - 1) === mark || view.codes[start - 1] === view.cues.predicative)
    return null;
  let end = start;
  while (end < cue.sentence.to && view.marked(end) === mark) end++;
  return { source, start, end };
}

/** Noun phrases joined by prepositions, with one more preposition behind them: "the head of the union" before "for"; or null. */
function chainOfPhrases(view: View, from: number): Phrase | null {
  const first = view.phraseAt(from);
  let last = first;
  while (last && view.tag[last.to] === Tag.Preposition && last.to < from + REACH) {
    const next = view.phraseAt(last.to + 1);
    if (!next || view.marked(next.from) >= 0) break;
    last = next;
  }
  return first && last && view.tag[last.to] === Tag.Preposition ? { from, to: last.to, head: first.head } : null;
}

function startsClause(view: View, at: number): boolean {
  const phrase = view.phraseAt(at);
  return (
    phrase !== undefined &&
    (view.isFinite(phrase.to) || view.isFinite(phrase.to + 1) || view.tag[phrase.to] === Tag.Preposition)
  );
}

/** "Mr Okafor" of "Mr Okafor's claim", "his" of "his claim"; a phrase of its own inside that of the noun. */
function possessor(view: View, cue: Cue): Phrase | null {
  const { phrases, tokens } = view.text;
  const own = phrases[view.phraseFrom(cue.to) - 1];
  if (!own || own.from >= cue.from || own.to < cue.to) return null;
  for (let i = cue.from - 1; i >= own.from; i--) {
    if (view.tag[i] !== Tag.Possessive) continue;
    const isClitic = (tokens.lower[i] ?? '').startsWith("'");
    return isClitic ? (i > own.from ? { from: own.from, to: i, head: i - 1 } : null) : { from: i, to: i + 1, head: i };
  }
  return null;
}

/** "Skerry" of "Skerry calls for “patience”": a name right before the noun, in its phrase. */
function nameBefore(view: View, cue: Cue): Phrase | null {
  const own = view.text.phrases[view.phraseFrom(cue.to) - 1];
  let from = cue.from;
  while (own && from > own.from && view.tag[from - 1] === Tag.Name) from--;
  return from < cue.from ? { from, to: cue.from, head: cue.from - 1 } : null;
}

/** The end of a content whose noun is the subject of a verb still to come: "claims that the port was closed [were denied]". */
export function endBeforeMainVerb(view: View, cue: Cue, content: TokenRange): number {
  if (hasFinite(view, cue.sentence.from, cue.from)) return content.to;
  let verbs = 0;
  for (let i = content.from; i < content.to; i++) {
    if (!view.isFinite(i) || view.marked(i) >= 0) continue;
    const isNewGroup =
      i === content.from ||
      (isAuxiliary(view, i)
        ? !isAuxiliary(view, i - 1)
        : !view.isFinite(i - 1) && view.tag[i - 1] !== Tag.Adverb && view.tag[i - 1] !== Tag.To);
    if (isNewGroup && ++verbs === 2 && !isSubordinate(view, content.from, i)) return i;
  }
  return content.to;
}

function isAuxiliary(view: View, at: number): boolean {
  return (
    view.tag[at] === Tag.Modal || ((view.cues.roles[view.codes[at] ?? 0] ?? 0) & (Role.Passive | Role.Auxiliary)) !== 0
  );
}

function hasFinite(view: View, from: number, to: number): boolean {
  for (let i = Math.max(from, to - LONGEST_LOOK); i < to; i++) if (view.isFinite(i)) return true;
  return false;
}

/** Whether a conjunction or pronoun of its own leads to the verb, so that it belongs to a clause inside the content. */
function isSubordinate(view: View, from: number, verb: number): boolean {
  for (let i = verb - 1; i > from && i > verb - 6 && !view.isFinite(i); i--) {
    if (
      view.tag[i] === Tag.Wh ||
      view.tag[i] === Tag.Conjunction ||
      view.tag[i] === Tag.Comma ||
      view.codes[i] === view.cues.that
    )
      return true;
  }
  return false;
}
