/** What the weights choose for a cue: the side of its content, its source, and where the content begins and ends. */
import { type Phrase, Shape, Tag, type TokenRange } from '../layers';
import { beginOptions, beginPlaces, endOptions, endPlaces, startOptions, startPlaces } from './framesContent';
import { Side, sideOptions, SIDES } from './framesKind';
import { sourceOptions, sourcePhrases } from './framesSource';
import type { LinearModel, Options } from './linear';
import type { Cue, View } from './view';

/** How much an end's own probability counts beside that of the ends near it. */
const OWN_WORTH = 0.2;
const SEMICOLON = ';';

export function chooseSide(
  view: View,
  cue: Cue,
  depth: number,
  doubt: number,
  model: LinearModel,
  options: Options,
): { side: Side; confidence: number } {
  sideOptions(view, cue, depth, options);
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

export function chooseSource(view: View, cue: Cue, side: Side, model: LinearModel, options: Options): Phrase | null {
  const phrases = sourcePhrases(view, cue);
  sourceOptions(view, cue, side, phrases, options);
  return phrases[model.best(options)] ?? null;
}

export function contentBehind(
  view: View,
  cue: Cue,
  source: Phrase | null,
  model: LinearModel,
  options: Options,
): TokenRange {
  const afterSource = cue.sourceAfter && source ? source.to : cue.to;
  const places = startPlaces(view, cue),
    starts = afterSource > cue.to ? places.filter((place) => place >= afterSource) : places;
  startOptions(view, cue, starts, options);
  const from = starts[model.best(options)];
  if (from === undefined) return { from: cue.to, to: cue.to };
  return trim(view, from, chooseEnd(view, cue, from, model, options));
}

export function chooseEnd(view: View, cue: Cue, from: number, model: LinearModel, options: Options): number {
  const whole = Math.max(wholeSentences(view, from), predicate(view, from));
  if (whole > from) return whole;
  const ends = endPlaces(view, from, Math.max(cue.sentence.to, from + 1));
  endOptions(view, cue, from, ends, options);
  const likeliest = model.best(options);
  const end = safestEnd(view, from, ends, model.probabilities(ends.length), likeliest);
  if (view.isFinite(from)) return wholeMark(view, endBeforeTime(view, from, end), from);
  return wholeMark(view, wholeList(view, from, end, ends.at(-1) ?? end), from);
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

/** “Which Lee described as a “trick” last week”: the end of the marked words behind "as", where nothing stands before it; else the token. */
function predicate(view: View, from: number): number {
  if (view.codes[from] !== view.cues.predicative) return from;
  const start = view.tag[from + 1] === Tag.Determiner ? from + 2 : from + 1,
    mark = view.marked(start);
  if (mark < 0 || view.marked(from) === mark) return from;
  let end = start;
  while (view.marked(end) === mark) end++;
  return end;
}

/**
 * A content ends where a semicolon ends its clause; but a list behind a colon, parted by semicolons, is one: "three demands: no guns;
 * no bombs; and no war".
 */
function wholeList(view: View, from: number, end: number, last: number): number {
  for (let i = from; i <= Math.min(end, last - 1); i++) {
    if (view.marked(i) >= 0) continue;
    if (view.codes[i] === view.cues.colon) return view.text.tokens.word[end] === SEMICOLON ? last : end;
    if (view.text.tokens.word[i] === SEMICOLON) return i > from ? i : end;
  }
  return end;
}

/**
 * A content without its subject ("a table that the palace said [was a precaution] before moving on") stands in a clause of another
 * sentence, which goes on with what was done before or after.
 */
function endBeforeTime(view: View, from: number, end: number): number {
  for (let i = from + 1; i < end; i++)
    if (view.tag[i + 1] === Tag.Gerund && view.cues.times.has(view.text.tokens.lower[i] ?? '')) return i;
  return end;
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

export function contentBefore(
  view: View,
  cue: Cue,
  source: Phrase | null,
  model: LinearModel,
  options: Options,
): TokenRange {
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

/**
 * The end of the marked text that begins at the token, where it ends in a stop and a capital goes on: what follows is a sentence of
 * its own (He said: “No.” She said: “Yes.”). Else the token.
 */
function wholeSentences(view: View, from: number): number {
  const marked = view.marked(from);
  if (marked < 0 || view.marked(from - 1) === marked) return from;
  let end = from;
  while (view.marked(end) === marked) end++;
  const { tokens } = view.text;
  return view.isStop(end - 2) && tokens.shape[end] !== Shape.Lower && end < tokens.count ? end : from;
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
