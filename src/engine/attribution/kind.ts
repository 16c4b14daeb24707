import { Shape, Tag } from '../layers';
import type { MarkedKind } from '../model';
import { type LinearModel, Options } from '../quotes/linear';
import type { Edges } from './features';
import type { Proposal } from './proposals';
import { type BlockView, bucket, type Quoted } from './view';

/** First template of the decisions about kinds. */
const BASE = 400;

export const KINDS: readonly MarkedKind[] = ['direct', 'partial', 'other'];

/** Makes the choice of a quotation's kind, once it is known how it is attributed. */
export function createKinds(model: LinearModel): (view: BlockView, edges: Edges, chosen: Proposal) => MarkedKind {
  const options = new Options();
  return (view, edges, chosen) => {
    if (KINDS[edges.kind] === 'other') return 'other';
    addKinds(options, view, edges, chosen);
    const kind = KINDS[model.choose(options).option] ?? 'other';
    return kind === 'partial' && isSentence(view, edges, chosen) ? 'direct' : kind;
  };
}

/** Makes an option of each kind, in the order of `KINDS`. */
export function addKinds(options: Options, view: BlockView, edges: Edges, chosen: Proposal): void {
  options.clear();
  options.next();
  const { quoted, words, first, last, before, after, kind } = edges,
    { origin } = chosen,
    form = formOf(view, edges, chosen);
  const add = (template: number, a: number, b = 0, c = 0): void => options.add(BASE + template, a, b, c);
  add(0, 0);
  add(1, origin);
  add(2, origin, kind);
  add(3, before, first);
  add(4, after, last);
  add(5, words, first, last);
  add(6, origin, first, last);
  add(7, form.finite, words, first);
  add(8, Number(edges.beginsSentence), Number(edges.endsSentence), first);
  add(9, before, last);
  add(10, view.word(quoted.from - 1), form.cue);
  add(11, form.cue, first, last);
  add(12, form.cue, form.finite, origin);
  add(13, view.word(quoted.from + 1), first);
  add(14, view.tag(quoted.from + 1), view.tag(quoted.from + 2));
  add(15, view.tag(quoted.to - 2), last);
  add(16, view.word(quoted.from - 2), view.word(quoted.from - 1));
  add(17, form.cue, before, last);
  add(18, form.lead, form.cue, last);
  add(19, form.rest, form.cue, last);
  add(20, form.lead, form.rest, origin);
  add(21, view.tag(quoted.from - 1), view.tag(quoted.to));
  add(22, after, first, words);
  add(23, form.lead, last, origin);
  add(24, before, form.finite, last);
  add(25, before, Number(edges.endsSentence), first);
  options.fanOut(KINDS.length);
}

interface Form {
  /** Whether a finite verb stands inside. */
  readonly finite: number;
  /** Where the cue stands: right before, before, right behind, behind, or nowhere. */
  readonly cue: number;
  /** Words of the sentence before the quotation that belong neither to cue nor source; and behind it. */
  readonly lead: number;
  readonly rest: number;
}

function formOf(view: BlockView, { quoted }: Edges, { cue, path }: Proposal): Form {
  const { tokens } = view.layer,
    isBefore = cue !== null && !path.after,
    isAfter = cue !== null && path.after;
  let finite = 0;
  for (let at = quoted.from + 1; at < Math.min(quoted.to - 1, quoted.from + 30) && !finite; at++) {
    const tag = tokens.tag[at];
    if (
      tag === Tag.VerbS ||
      tag === Tag.Past ||
      tag === Tag.Modal ||
      (tag === Tag.Verb && tokens.tag[at - 1] === Tag.Pronoun)
    )
      finite = 1;
  }
  const lead = isBefore ? path.tokens : stretch(view, quoted.from - 1, -1),
    rest = isAfter ? path.tokens : stretch(view, quoted.to, 1);
  return {
    finite,
    lead: bucket(lead),
    rest: bucket(rest),
    cue: isBefore ? (path.tokens < 2 ? 1 : 2) : isAfter ? (path.tokens < 4 ? 3 : 4) : 0,
  };
}

/** How many words stand between a token and the edge of its sentence, or the next quotation. */
function stretch(view: BlockView, from: number, step: 1 | -1): number {
  const home = view.sentenceOf(from - step);
  let count = 0;
  for (
    let at = from;
    count < 30 && view.sentenceOf(at) === home && view.within(at) < 0 && at >= view.from && at < view.to;
    at += step
  ) {
    if (view.layer.tokens.shape[at] !== Shape.Symbol) count++;
  }
  return count;
}

/** How many words may stand between the cue and the marks: "told her fans". */
const LONGEST_ADDRESSEE = 3;

/**
 * Whether marks hold a sentence of its own, however short it is: what is said begins with the marks (a cue, whom it addresses, a colon or
 * a comma stands before them), and inside a subject has its verb, or an order or answer is closed by a stop.
 */
function isSentence(
  view: BlockView,
  { quoted, last, beginsSentence }: Edges,
  { cue, path, source }: Proposal,
): boolean {
  if (!cue || !source) return false;
  const before = view.tag(quoted.from - 1),
    isParted = before === Tag.Comma || before === Tag.Punctuation,
    isNext = !path.after && path.tokens <= LONGEST_ADDRESSEE && path.verbs === 0 && !leansOn(before);
  const isFollowed = beginsSentence && path.after && path.tokens <= LONGEST_ADDRESSEE;
  if (!isParted && !isNext && !isFollowed) return false;
  return hasClause(view, quoted) || (isParted && last !== -1 && isClosedSentence(view, quoted));
}

/** Whether the words before the marks lead into them: "that", "a", "of". */
const leansOn = (tag: number): boolean =>
  tag === Tag.Conjunction ||
  tag === Tag.Determiner ||
  tag === Tag.Possessive ||
  tag === Tag.Preposition ||
  tag === Tag.To ||
  tag === Tag.Adjective ||
  tag === Tag.Wh;

/** Whether the first phrase inside has its finite verb right behind it. */
function hasClause(view: BlockView, { from, to }: Quoted): boolean {
  const phrase = view.layer.phrases[view.phraseFrom(from + 1)];
  if (phrase?.from !== from + 1) return false;
  let at = phrase.to;
  while (view.tag(at) === Tag.Adverb && at < to) at++;
  const tag = view.tag(at),
    isPronoun = view.tag(phrase.from) === Tag.Pronoun,
    isMany = isPronoun || view.tag(phrase.head) === Tag.Nouns;
  return (
    at < to - 1 &&
    (tag === Tag.VerbS || tag === Tag.Modal || (tag === Tag.Verb && isMany) || (tag === Tag.Past && isPronoun))
  );
}

/** “Go home.” “No.” A capital begins it and a full stop, question or exclamation mark ends it. */
function isClosedSentence(view: BlockView, { from, to }: Quoted): boolean {
  const { shape } = view.layer.tokens;
  return shape[from + 1] === Shape.Capital && view.tag(to - 2) === Tag.Stop && view.lower(from - 1) === ':';
}
