import { Tag, type TokenRange } from '../../layers';
import { DASHES, type FrameIndex, isVerb, Origin, type Proposal, type Reading, type Sieve } from '../proposals';
import { type BlockView, Named } from '../view';

/** How far from a quotation its reporting word is looked for, in tokens; a quotation in between counts as one. */
const REACH = { before: 45, after: 25 };
const MOST_QUOTATIONS_BETWEEN = 3;
/** How many phrases are passed in search of a source; those inside quotations count. */
const MOST_PHRASES = 60;

/** “We sail,” said Ann Lee. Ann Lee said: “We sail.” “We sail,” Ann Lee, a pilot, said, “at six.” */
export const reported: Sieve = {
  origin: Origin.Reported,
  propose(reading, index, proposals) {
    const quoted = reading.view.quotations[index];
    if (!quoted) return;
    addCues(reading, Origin.Reported, quoted, false, proposals);
    addCues(reading, Origin.Reported, quoted, true, proposals);
  },
};

/** Goes from a quotation outward and proposes every word that may report it. */
export function addCues(
  { view, frames }: Reading,
  origin: Origin,
  quoted: TokenRange,
  after: boolean,
  proposals: Proposal[],
): void {
  const step = after ? 1 : -1,
    reach = after ? REACH.after : REACH.before;
  const home = view.sentenceOf(after ? quoted.to - 1 : Math.min(quoted.from, view.to - 1));
  let verbs = 0,
    commas = 0,
    quotations = 0;
  for (
    let at = after ? quoted.to : quoted.from - 1, tokens = 0;
    at >= view.from && at < view.to && tokens < reach;
    at += step, tokens++
  ) {
    const inside = view.quotationAt(at);
    if (inside) {
      if (++quotations > MOST_QUOTATIONS_BETWEEN) return;
      at = after ? inside.to - 1 : inside.from;
      continue;
    }
    const sentences = Math.abs(view.sentenceOf(at) - home),
      tag = view.tag(at);
    if (sentences > 1) return;
    if (isAside(view, frames, at, quoted)) continue;
    if (
      mayReport(view, at, tag, tokens) ||
      frames.begins(at) ||
      (after && tokens === 0 && DASHES.has(view.lower(at)))
    ) {
      const path = { after, tokens, verbs, commas, quotations, sentences };
      addCue(
        view,
        frames,
        { origin, cue: { from: at, to: at + 1 }, source: null, like: -1, frame: frames.at(at), path, rank: 0 },
        at,
        proposals,
      );
    }
    if (isVerb(tag)) verbs++;
    else if (tag === Tag.Comma) commas++;
  }
}

/** What stands in brackets tells more of the source, and is none: "Ann Lee (Lab, Oster) said". */
const isBeside = (view: BlockView, phrase: TokenRange, cue: number): boolean =>
  !view.inBrackets(phrase.from) || view.inBrackets(cue);

/** An editor's words in brackets ("[emphasis added]") report nothing that stands outside them; somebody's ("(he said later)") may. */
function isAside(view: BlockView, frames: FrameIndex, at: number, quoted: TokenRange): boolean {
  if (!view.inBrackets(at) || view.inBrackets(quoted.from)) return false;
  const source = frames.get(frames.at(at))?.source;
  return !source || view.named(view.rangeOf(source).to - 1) < Named.Role;
}

/**
 * Verbs; nouns and prepositions close by ("his plea for"); "according"; a colon, unless a verb stands right before it and reports itself.
 * The weights know which of them report. Frames report anywhere.
 */
function mayReport(view: BlockView, at: number, tag: number, tokens: number): boolean {
  if (isVerb(tag)) return true;
  if (tag === Tag.Noun || tag === Tag.Nouns) return tokens < 8;
  return tag === Tag.Preposition
    ? tokens < 3 || view.lower(at) === 'according'
    : view.lower(at) === ':' && !isVerb(view.tag(at - 1));
}

/** A reporting word with each phrase of its sentence that may be its source, nearest first, and with none. */
function addCue(view: BlockView, frames: FrameIndex, bare: Proposal, at: number, proposals: Proposal[]): void {
  const first = proposals.length,
    { phrases } = view.layer,
    next = view.phraseFrom(at),
    sentence = view.sentenceOf(at);
  const isJoined = view.tag(at - 1) === Tag.Conjunction && isVerb(view.tag(at));
  for (let p = next - 1, rank = 0; p >= Math.max(0, next - MOST_PHRASES) && rank < 4; p--) {
    const phrase = phrases[p];
    if (!phrase || phrase.from < view.from || view.sentenceOf(phrase.from) !== sentence) break;
    if (
      view.within(phrase.from) < 0 &&
      phrase.to <= at &&
      isBeside(view, phrase, at) &&
      (!isJoined || isSubject(view, phrase))
    )
      proposals.push(withSource(bare, phrase, rank++));
  }
  for (let p = next, rank = 1; p < Math.min(phrases.length, next + MOST_PHRASES) && rank <= 2; p++) {
    const phrase = phrases[p];
    if (!phrase || phrase.to > view.to || view.sentenceOf(phrase.from) !== sentence) break;
    if (view.within(phrase.from) < 0 && isBeside(view, phrase, at)) proposals.push(withSource(bare, phrase, -rank++));
  }
  addFarther(view, first, bare, at, view.layer.sentences[sentence]?.from ?? 0, 9, proposals);
  addFarther(view, first, bare, at, view.quotations[view.lastBefore(at)]?.to ?? view.to, 10, proposals);
  const named = frames.get(bare.frame)?.source;
  if (named) addFarther(view, first, bare, at, view.rangeOf(named).from, 11, proposals);
  proposals.push(bare);
}

/** The first phrase behind a token, before the cue, unless it is among those proposed since `first`. */
function addFarther(
  view: BlockView,
  first: number,
  bare: Proposal,
  at: number,
  behind: number,
  rank: number,
  proposals: Proposal[],
): void {
  const phrase = view.layer.phrases[view.phraseFrom(behind)];
  if (!phrase || phrase.from < view.from || phrase.to > at || view.within(phrase.from) >= 0) return;
  if (!isBeside(view, phrase, at)) return;
  for (let i = first; i < proposals.length; i++) if (proposals[i]?.source === phrase) return;
  proposals.push(withSource(bare, phrase, rank));
}

function withSource({ origin, cue, frame, path }: Proposal, source: TokenRange, rank: number): Proposal {
  return { origin, cue, source, like: -1, frame, path, rank };
}

/** "Ann Lee praised the crew of the Orla, but said": a verb joined to another has its subject, not the noun next to it. */
function isSubject(view: BlockView, { to }: TokenRange): boolean {
  return isVerb(view.tag(to)) || view.tag(to) === Tag.Modal;
}
