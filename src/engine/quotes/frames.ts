import {
  type Frame,
  type MarkedText,
  type NameCandidate,
  type Phrase,
  Tag,
  type TextLayer,
  type TokenRange,
} from '../layers';
import { isApparatus } from './apparatus';
import { compileCues, Takes } from './cues';
import { findCues } from './findCues';
import { chooseEnd, chooseSide, chooseSource, contentBefore, contentBehind } from './framesChoice';
import { type Draft, isNoun } from './framesDraft';
import { Side } from './framesKind';
import { endRelative, isHeadless, separate, settleSide, settleSource } from './framesRepair';
import { isReport } from './framesReport';
import { finish } from './framesSpans';
import { LinearModel, Options } from './linear';
import { endBeforeMainVerb, type NounFrame, nounFrame } from './nounCues';
import { type Cue, View } from './view';
import type { FrameWords } from './words';

/** A cue is taken where the weights hold it at most so likely that it reports nothing; in another's
 * content, where they are surer. */
const NOUN_CONFIDENCE = 0.7,
  DOUBT = 0.68,
  NESTED_DOUBT = 0.15;
/** Brackets, and how many words a remark in them may have that is nobody's. */
const OPENING: ReadonlySet<string> = new Set(['(', '[']),
  CLOSING: ReadonlySet<string> = new Set([')', ']']),
  LONGEST_ASIDE = 4;
/** How many words a subject behind a conjunction of contrast may have. */
const LONGEST_SUBJECT = 12;
/** In how many of the frames before it a cue is looked for. */
const MOST_AROUND = 8;

export type ReadFrames = (
  text: TextLayer,
  names: readonly NameCandidate[],
  marks: readonly MarkedText[],
) => readonly Frame[];

/**
 * Compiles the words of a language into the finder of frames. Each word that may report something is judged by learned weights:
 * whether it does and on which side its content stands, which noun phrase is its source, and where its content begins and ends.
 */
export function createFrames(words: FrameWords): ReadFrames {
  const view = new View(compileCues(words)),
    model = new LinearModel(words.weights),
    options = new Options();
  return (text, names, marks) => {
    if (isApparatus(text.kind) || !view.read(text, marks).hasCues) return [];
    const drafts: Draft[] = [];
    for (const cue of findCues(view)) {
      const draft = readCue(view, cue, drafts, model, options);
      if (draft) addDraft(view, drafts, draft);
    }
    return finish(view, names, separate(view, drafts));
  };
}

/** Whether a cue stands in somebody's marked words; what those report is theirs and no frame of the article. */
export function isQuoted(view: View, cue: Cue): boolean {
  const marked = view.marks[view.marked(cue.from)];
  return marked !== undefined && marked.kind !== 'other';
}

function readCue(view: View, cue: Cue, earlier: readonly Draft[], model: LinearModel, options: Options): Draft | null {
  if (isQuoted(view, cue)) return null;
  const noun = nounFrame(view, cue);
  if (noun) return readNoun(view, cue, noun, model, options);
  if (view.cues.entries[cue.code]?.role === 'noun' || isOwned(view, cue) || isAside(view, cue)) return null;
  const depth = depthOf(cue, earlier),
    contrast = depth > 0 ? contrastSubject(view, cue) : null,
    inner = contrast ?? (depth > 0 ? innerSubject(view, cue, earlier) : null),
    isNested = depth > 0 && !contrast && !isAttached(view, cue) && !opensReport(view, cue, inner),
    doubt = cue.sourceAfter ? 1 : isNested ? NESTED_DOUBT : DOUBT;
  const { side: first, confidence } = chooseSide(view, cue, depth, doubt, model, options);
  if (first === Side.None) return null;
  const source = isHearing(view, cue)
    ? null
    : cue.sourceAfter
      ? (view.phraseAt(cue.to) ?? null)
      : (inner ?? settleSource(view, cue, chooseSource(view, cue, first, model, options)));
  let side = settleSide(view, first, cue, source);
  const content: TokenRange[] = [],
    behind =
      side === Side.Before ? null : endRelative(view, cue, source, contentBehind(view, cue, source, model, options));
  if (side === Side.After && behind && view.codes[cue.to] !== view.cues.that && isHeadless(view, cue, source, behind)) {
    if (view.tag[(source?.from ?? cue.group) - 1] === Tag.Comma) side = Side.Before;
    else if (behind.from === cue.to) return null;
  }
  if (side !== Side.After) push(content, contentBefore(view, cue, source, model, options));
  if (side !== Side.Before && behind) push(content, behind);
  const draft = { cue, side, confidence, source, content };
  return content.length && isReport(view, draft) ? draft : null;
}

/** Whether the subject of a cue hears what another says: "the jury heard that". */
function isHearing(view: View, { code, isPassive }: Cue): boolean {
  return !isPassive && ((view.cues.entries[code]?.takes ?? 0) & Takes.Hearing) !== 0;
}

/** Whether a noun is what its verb's subject will not have: "denied claims that". */
function isRebutted(view: View, cue: Cue): boolean {
  const phrase = view.text.phrases[view.phraseFrom(cue.to) - 1];
  return view.cues.rebuttals.has(view.text.tokens.lower[(phrase?.from ?? cue.from) - 1] ?? '');
}

/** The subject of a clause set against what another says: "said it was safe, though [a memo] of May called it a wreck"; or null. */
function contrastSubject(view: View, cue: Cue): Phrase | null {
  for (let i = cue.group - 1; i > cue.sentence.from && i > cue.group - LONGEST_SUBJECT; i--) {
    if (view.isFinite(i) || view.marked(i) >= 0) return null;
    if (view.tag[i - 1] === Tag.Comma && view.cues.contrasts.has(view.text.tokens.lower[i] ?? ''))
      return view.phraseAt(i + 1) ?? null;
  }
  return null;
}

/** The subject of a report that is itself all that another reports ("said [his wife] told him"), or null. */
function innerSubject(view: View, cue: Cue, earlier: readonly Draft[]): Phrase | null {
  const subject = view.phraseBefore(cue.group),
    outer = earlier.at(-1)?.content.at(-1);
  if (!subject || !outer || cue.isPassive || !view.isFinite(cue.group)) return null;
  if (outer.from > subject.from || cue.from >= outer.to) return null;
  return outer.from === subject.from || (view.tag[outer.from] === Tag.Wh && outer.from + 1 === subject.from)
    ? subject
    : null;
}

function readNoun(
  view: View,
  cue: Cue,
  { source, start, end }: NounFrame,
  model: LinearModel,
  options: Options,
): Draft {
  const content = {
    from: start,
    to: end ?? endBeforeMainVerb(view, cue, { from: start, to: chooseEnd(view, cue, start, model, options) }),
  };
  return {
    cue,
    side: Side.After,
    confidence: NOUN_CONFIDENCE,
    source: source ?? (isRebutted(view, cue) ? null : chooseSource(view, cue, Side.After, model, options)),
    content: [content],
  };
}

/** A noun's frame takes the place of the verb whose object the noun is: "repeated warnings that". */
function addDraft(view: View, drafts: Draft[], draft: Draft): void {
  const last = drafts.at(-1),
    object = last?.content[0];
  const isObject =
    last &&
    object &&
    isNoun(draft.cue) &&
    last.cue.to <= object.from &&
    last.cue.to <= draft.cue.from &&
    draft.cue.from - last.cue.to < 3;
  if (isObject)
    drafts[drafts.length - 1] = {
      ...draft,
      source: draft.source ?? (isRebutted(view, draft.cue) ? null : last.source),
    };
  else drafts.push(draft);
}

/** Whether a cue is a noun of an owner or verb, that has reported nothing as such: "the mayor's call for a bridge", "began talks". */
function isOwned(view: View, cue: Cue): boolean {
  if (!isNoun(cue)) return false;
  let at = cue.from - 1;
  while (view.tag[at] === Tag.Adjective || view.tag[at] === Tag.Adverb) at--;
  return view.tag[at] === Tag.Possessive || view.isFinite(at);
}

/** Whether a cue ends a short remark in brackets: "[emphasis added]". */
function isAside(view: View, { from, to, sentence }: Cue): boolean {
  if (view.tag[to] !== Tag.Punctuation || !CLOSING.has(view.text.tokens.word[to] ?? '')) return false;
  for (let i = from - 1; i >= Math.max(sentence.from, from - LONGEST_ASIDE); i--)
    if (OPENING.has(view.text.tokens.word[i] ?? '')) return true;
  return false;
}

/**
 * Whether a cue opens a quotation, whoever is told between ("his wife told him: “Go”"), or, with the subject of what another reports, a
 * clause with "that".
 */
function opensReport(view: View, { to, group, sentence }: Cue, inner: Phrase | null): boolean {
  if (!view.phraseBefore(group)) return false;
  const addressee = view.phraseAt(to);
  let at = addressee && view.marked(addressee.from) < 0 ? addressee.to : to;
  if (inner && view.codes[at] === view.cues.that) return true;
  while (view.tag[at] === Tag.Comma || view.codes[at] === view.cues.colon) at++;
  return at <= sentence.to && view.marks[view.marked(at)]?.kind === 'direct';
}

/** Whether a conjunction or comma joins a cue to what stands before it: "said it was closed and warned that". */
function isAttached(view: View, { group }: Cue): boolean {
  return (
    view.tag[group - 1] === Tag.Comma ||
    (view.tag[group - 1] === Tag.Conjunction && view.codes[group - 1] !== view.cues.that)
  );
}

function push(ranges: TokenRange[], range: TokenRange): void {
  if (range.from < range.to) ranges.push(range);
}

/** In how many contents of the frames before it a cue stands. */
function depthOf(cue: Cue, earlier: readonly Draft[]): number {
  let depth = 0;
  for (
    let i = earlier.length - 1;
    i >= 0 && i >= earlier.length - MOST_AROUND && earlier[i]?.cue.sentence === cue.sentence;
    i--
  ) {
    for (const { from, to } of earlier[i]?.content ?? []) if (from <= cue.from && cue.from < to) depth++;
  }
  return depth;
}
