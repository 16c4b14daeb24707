import {
  type Frame,
  type MarkedText,
  type NameCandidate,
  type Phrase,
  Tag,
  type TextLayer,
  type TokenRange,
} from '../layers';
import type { Act, Span } from '../model';
import { firstSpanFrom } from '../search';
import { contains } from '../span';
import { isApparatus } from './apparatus';
import { compileCues, type Cues, Role, Takes } from './cues';
import { findCues } from './findCues';
import {
  beginOptions,
  beginPlaces,
  endOptions,
  endPlaces,
  startOptions,
  startPlaces,
  startsClause,
} from './framesContent';
import type { Draft } from './framesDraft';
import { Side, sideOptions, SIDES } from './framesKind';
import { separate, settleSide } from './framesRepair';
import { sourceOptions, sourcePhrases } from './framesSource';
import { LinearModel, Options } from './linear';
import { endBeforeMainVerb, type NounFrame, nounFrame } from './nounCues';
import { type Cue, View } from './view';
import type { FrameWords } from './words';

/** How much an end's own probability counts beside that of the ends near it. */
const OWN_WORTH = 0.2;
/** What a report without a clause or marks takes: how sure the weights must be of a thought, of an object that is no words, of a pronoun. */
const CLEAR_THOUGHT = 0.8,
  CLEAR_WORDS = 0.6,
  CLEAR_PRONOUN = 0.93;
/** A cue is taken where the weights hold it at most so likely that it reports nothing; in another's content, where they are surer. */
const NOUN_CONFIDENCE = 0.7,
  DOUBT = 0.6,
  NESTED_DOUBT = 0.15;

/** How many words of a content are looked through for a verb. */
const LONGEST_LOOK = 60;
/** How many frames before and behind one may hold it. */
const MOST_AROUND = 8;
/** Longer names than this are no names. */
const LONGEST_NAME = 160;

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
  const depth = depthOf(cue, earlier);
  sideOptions(view, cue, depth, options);
  const { side: first, confidence } = chooseSide(
    model,
    options,
    cue.sourceAfter ? 1 : depth > 0 && !isAttached(view, cue) ? NESTED_DOUBT : DOUBT,
  );
  if (first === Side.None) return null;
  const source = cue.sourceAfter ? (view.phraseAt(cue.to) ?? null) : chooseSource(view, cue, first, model, options);
  const side = settleSide(view, first, cue, source);
  const content: TokenRange[] = [];
  if (side !== Side.After) push(content, contentBefore(view, cue, source, model, options));
  if (side !== Side.Before) push(content, contentBehind(view, cue, source, model, options));
  const draft = { cue, side, confidence, source, content };
  return content.length && isReport(view, draft) ? draft : null;
}

/**
 * Whether a draft reports words. An expectation that nobody is named for is general knowledge ("is expected to last"), and an object
 * without a verb or marks is mostly what somebody did ("called a rally"), if the verb takes no clause or the object is a pronoun.
 */
function isReport(view: View, draft: Draft): boolean {
  const { cue, source, content, confidence } = draft,
    entry = view.cues.entries[cue.code];
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
    ({ from, to }) => (confidence >= CLEAR_THOUGHT && startsClause(view, from)) || hasMarked(view, from, to),
  );
}

function hasMarked(view: View, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (view.marked(i) >= 0) return true;
  return false;
}

/** What a cue reports; an infinitive right behind a promise or threat is a plan put in words. */
function actOf(view: View, { cue, content }: Pick<Draft, 'cue' | 'content'>): Act {
  const entry = view.cues.entries[cue.code],
    from = content[0]?.from;
  const isPlan =
    entry !== undefined && (entry.takes & Takes.Plan) !== 0 && from === cue.to && view.tag[from] === Tag.To;
  return isPlan ? 'plan' : (entry?.act ?? 'speech');
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

function isNoun({ tag }: Cue): boolean {
  return tag === Tag.Noun || tag === Tag.Nouns;
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

function chooseSide(model: LinearModel, options: Options, doubt: number): { side: Side; confidence: number } {
  model.best(options);
  const shares = model.probabilities(SIDES),
    none = shares[Side.None] ?? 1,
    after = shares[Side.After] ?? 0,
    before = shares[Side.Before] ?? 0;
  const most = Math.max(after, before, shares[Side.Around] ?? 0);
  return {
    side: none > doubt ? Side.None : after === most ? Side.After : before === most ? Side.Before : Side.Around,
    confidence: 1 - none,
  };
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

function chooseSource(view: View, cue: Cue, side: Side, model: LinearModel, options: Options): Phrase | null {
  const phrases = sourcePhrases(view, cue);
  sourceOptions(view, cue, side, phrases, options);
  return phrases[model.best(options)] ?? null;
}

function contentBehind(view: View, cue: Cue, source: Phrase | null, model: LinearModel, options: Options): TokenRange {
  const afterSource = cue.sourceAfter && source ? source.to : cue.to;
  const places = startPlaces(view, cue),
    starts = afterSource > cue.to ? places.filter((place) => place >= afterSource) : places;
  startOptions(view, cue, starts, options);
  const from = starts[model.best(options)];
  if (from === undefined) return { from: cue.to, to: cue.to };
  return trim(view, from, chooseEnd(view, cue, from, model, options));
}

function chooseEnd(view: View, cue: Cue, from: number, model: LinearModel, options: Options): number {
  const ends = endPlaces(view, from, Math.max(cue.sentence.to, from + 1));
  endOptions(view, cue, from, ends, options);
  const likeliest = model.best(options);
  return wholeMark(view, safestEnd(view, from, ends, model.probabilities(ends.length), likeliest), from);
}

/**
 * The end with the most probable ends around it: those that would share at least half of their content with it. A content that is a
 * little too long or short is still the right content; one that misses half of it is not.
 */
function safestEnd(
  view: View,
  from: number,
  ends: readonly number[],
  probabilities: Float64Array,
  likeliest: number,
): number {
  const { start, end } = view.text.tokens,
    origin = start[from] ?? 0;
  const length = (option: number): number => (end[(ends[option] ?? from) - 1] ?? origin) - origin;
  let best = likeliest,
    most = 0,
    first = 0,
    next = 0,
    mass = 0;
  for (let option = 0; option < ends.length; option++) {
    const own = length(option);
    for (; next < ends.length && length(next) <= own * 2; next++) mass += probabilities[next] ?? 0;
    for (; length(first) * 2 < own; first++) mass -= probabilities[first] ?? 0;
    const worth = mass + OWN_WORTH * (probabilities[option] ?? 0);
    if (worth <= most) continue;
    best = option;
    most = worth;
  }
  return ends[best] ?? from;
}

/** Where a content in front of its cue must end: before the cue, and before its source where that stands between. */
export function endBefore(view: View, cue: Cue, source: Phrase | null): number {
  const own = source ?? view.phraseBefore(cue.group);
  let end = own && own.to <= cue.group && (source || view.tag[own.from - 1] === Tag.Comma) ? own.from : cue.group;
  if (source && source.to <= cue.group)
    while (
      end > cue.sentence.from + 1 &&
      view.tag[end - 1] !== Tag.Comma &&
      view.marked(end - 1) < 0 &&
      end > source.from - 4
    )
      end--;
  if (source && end <= source.from - 4) end = source.from;
  while (end > cue.sentence.from && (view.tag[end - 1] === Tag.Comma || view.tag[end - 1] === Tag.Punctuation)) end--;
  return end;
}

function contentBefore(view: View, cue: Cue, source: Phrase | null, model: LinearModel, options: Options): TokenRange {
  const to = endBefore(view, cue, source),
    earliest = earliestBegin(view, cue, to);
  if (to <= earliest) return { from: to, to };
  const places = beginPlaces(view, earliest, to);
  beginOptions(view, cue, to, places, options);
  return trim(view, places[model.best(options)] ?? earliest, to);
}

/** The sentence's first token, or that of the marked text that runs on into the sentence. */
export function earliestBegin(view: View, cue: Cue, end: number): number {
  let from = Math.min(cue.sentence.from, end);
  const marked = view.marked(end - 1);
  if (marked >= 0) while (from > 0 && view.marked(from - 1) === marked) from--;
  return from;
}

/** The end of the marked text in which a content would end, if it began outside of it or with it. */
function wholeMark(view: View, end: number, start: number): number {
  const marked = view.marked(end - 1);
  if (marked < 0 || (marked === view.marked(start) && marked === view.marked(start - 1))) return end;
  while (view.marked(end) === marked) end++;
  return end;
}

/** Without the conjunction that opens a content, unless it is all there is beside marked words; nor commas at its edges, nor what joins the next clause. */
function trim(view: View, from: number, to: number): TokenRange {
  while (from < to && (view.tag[from] === Tag.Comma || view.codes[from] === view.cues.colon)) from++;
  if (view.codes[from] === view.cues.that && from + 1 < to && view.marked(from + 1) < 0 && isConjunction(view, from))
    from++;
  while (from < to && view.tag[from] === Tag.Comma) from++;
  while (to > from && view.marked(to - 1) < 0 && isJoint(view.tag[to - 1])) to--;
  return { from, to };
}

function isJoint(tag: number | undefined): boolean {
  return tag === Tag.Comma || tag === Tag.Stop || tag === Tag.Conjunction;
}

/** "That" before a noun may as well be a determiner ("said that port was closed"); before anything else it opens a clause. */
function isConjunction(view: View, that: number): boolean {
  return view.tag[that] !== Tag.Determiner || view.tag[that + 1] !== Tag.Noun;
}

function finish(view: View, names: readonly NameCandidate[], drafts: readonly Draft[]): Frame[] {
  const contents = drafts.map(({ content }) => content.map((range) => spanOf(view, range)));
  return drafts.map((draft, index): Frame => {
    const { cue, side, confidence } = draft,
      span = spanOf(view, cue),
      relative = relativeOf(view, draft);
    const frame = {
      cue: span,
      act: actOf(view, draft),
      negated: cue.isNegated,
      source: draft.source && wholeName(spanOf(view, wholePart(view, draft.source)), names),
      content: contents[index] ?? [],
      outer: outerOf(index, span, contents),
      why: { rule: ruleOf(view.cues, draft, side), evidence: span, confidence },
    };
    return relative === null ? frame : { ...frame, relative: spanOf(view, { from: relative, to: relative + 1 }) };
  });
}

function spanOf({ text: { tokens } }: View, { from, to }: TokenRange): Span {
  return [tokens.start[from] ?? 0, tokens.end[to - 1] ?? 0];
}

/** "One of the dockers", where the weights chose either noun phrase of the two. */
function wholePart(view: View, source: Phrase): TokenRange {
  const { lower } = view.text.tokens,
    { partOf } = view.cues;
  const whole = lower[source.to] === partOf && isPart(view, source) ? view.phraseAt(source.to + 1) : undefined;
  const part = source.from > 0 && lower[source.from - 1] === partOf ? view.phraseBefore(source.from - 1) : undefined;
  return { from: part && isPart(view, part) ? part.from : source.from, to: whole?.to ?? source.to };
}

function isPart({ text, cues }: View, { head }: Phrase): boolean {
  return cues.partitives.has(text.tokens.lower[head] ?? '');
}

/** A source that is part of a name is the whole name. `names` are in order of their starts. */
function wholeName(source: Span, names: readonly NameCandidate[]): Span {
  let at = firstSpanFrom(names, source[0] - LONGEST_NAME);
  for (let name = names[at]; name && name.span[0] <= source[0]; name = names[++at])
    if (name.confidence >= 0.5 && source[1] <= name.span[1]) return name.span;
  return source;
}

/** The relative pronoun between a source and its cue, or null. */
function relativeOf({ codes, cues, text }: View, { cue, source }: Draft): number | null {
  const at = cue.group - 1;
  if (!source || source.to > at || source.to < at - 1 || ((cues.roles[codes[at] ?? 0] ?? 0) & Role.Relative) === 0)
    return null;
  return source.to === at || text.tokens.tag[source.to] === Tag.Comma ? at : null;
}

/** The smallest content, of another frame, that a cue stands in. */
function outerOf(index: number, cue: Span, contents: readonly (readonly Span[])[]): number | null {
  let outer: number | null = null,
    least = Infinity;
  for (
    let other = Math.max(0, index - MOST_AROUND);
    other <= Math.min(contents.length - 1, index + MOST_AROUND);
    other++
  ) {
    if (other === index) continue;
    for (const content of contents[other] ?? []) {
      if (!contains(content, cue) || content[1] - content[0] >= least) continue;
      outer = other;
      least = content[1] - content[0];
    }
  }
  return outer;
}

function ruleOf(cues: Cues, { cue, source }: Draft, side: Side): string {
  const role = cues.entries[cue.code]?.role;
  if (role === 'colon') return 'cue-colon';
  if (role === 'phrase' && cue.sourceAfter) return 'cue-phrase';
  if (isNoun(cue)) return 'cue-noun';
  if (cue.isPassive) return 'cue-passive';
  if (side === Side.Around) return 'cue-between';
  if (side === Side.Before) return source && source.from >= cue.to ? 'cue-inverted' : 'cue-behind';
  return 'cue-before';
}
