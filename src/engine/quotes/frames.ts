import { type Frame, type MarkedText, type NameCandidate, Tag, type TextLayer, type TokenRange } from '../layers';
import { isApparatus } from './apparatus';
import { compileCues } from './cues';
import { findCues } from './findCues';
import { chooseEnd, chooseSide, chooseSource, contentBefore, contentBehind } from './framesChoice';
import { type Draft, isNoun } from './framesDraft';
import { Side } from './framesKind';
import { separate, settleSide } from './framesRepair';
import { isReport } from './framesReport';
import { finish } from './framesSpans';
import { LinearModel, Options } from './linear';
import { endBeforeMainVerb, type NounFrame, nounFrame } from './nounCues';
import { type Cue, View } from './view';
import type { FrameWords } from './words';

/** A cue is taken where the weights hold it at most so likely that it reports nothing; in another's content, where they are surer. */
const NOUN_CONFIDENCE = 0.7,
  DOUBT = 0.6,
  NESTED_DOUBT = 0.15;
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
      if (draft) addDraft(drafts, draft);
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
  const depth = depthOf(cue, earlier),
    doubt = cue.sourceAfter ? 1 : depth > 0 && !isAttached(view, cue) ? NESTED_DOUBT : DOUBT;
  const { side: first, confidence } = chooseSide(view, cue, depth, doubt, model, options);
  if (first === Side.None) return null;
  const source = cue.sourceAfter ? (view.phraseAt(cue.to) ?? null) : chooseSource(view, cue, first, model, options);
  const side = settleSide(view, first, cue, source);
  const content: TokenRange[] = [];
  if (side !== Side.After) push(content, contentBefore(view, cue, source, model, options));
  if (side !== Side.Before) push(content, contentBehind(view, cue, source, model, options));
  const draft = { cue, side, confidence, source, content };
  return content.length && isReport(view, draft) ? draft : null;
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
    source: source ?? chooseSource(view, cue, Side.After, model, options),
    content: [content],
  };
}

/** A noun's frame takes the place of the verb whose object the noun is: "repeated warnings that". */
function addDraft(drafts: Draft[], draft: Draft): void {
  const last = drafts.at(-1),
    object = last?.content[0];
  const isObject =
    last &&
    object &&
    isNoun(draft.cue) &&
    last.cue.to <= object.from &&
    last.cue.to <= draft.cue.from &&
    draft.cue.from - last.cue.to < 3;
  if (isObject) drafts[drafts.length - 1] = { ...draft, source: draft.source ?? last.source };
  else drafts.push(draft);
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
