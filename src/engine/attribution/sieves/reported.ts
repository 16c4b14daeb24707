import { Tag, type TokenRange } from '../../layers';
import { DASHES, isVerb, Origin, type Path, type Proposal, type Reading, type Sieve } from '../proposals';
import type { BlockView, Quoted } from '../view';

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
    walk(reading, quoted, false, (cue, path) => addCue(reading, Origin.Reported, cue, path, proposals));
    walk(reading, quoted, true, (cue, path) => addCue(reading, Origin.Reported, cue, path, proposals));
  },
};

/** Goes from a quotation outward and stops at every word that may report it. */
export function walk({ view, frames }: Reading, quoted: Quoted, after: boolean, visit: (cue: number, path: Path) => void): void {
  const step = after ? 1 : -1, reach = after ? REACH.after : REACH.before;
  const home = view.sentenceOf(after ? quoted.to - 1 : Math.min(quoted.from, view.to - 1));
  let verbs = 0, commas = 0, quotations = 0;
  for (let at = after ? quoted.to : quoted.from - 1, tokens = 0; at >= view.from && at < view.to && tokens < reach; at += step, tokens++) {
    const inside = view.quotations[view.within(at)];
    if (inside) {
      if (++quotations > MOST_QUOTATIONS_BETWEEN) return;
      at = after ? inside.to - 1 : inside.from;
      continue;
    }
    const sentences = Math.abs(view.sentenceOf(at) - home);
    if (sentences > 1) return;
    if (mayReport(view, at, tokens) || frames.begins(at) || (after && tokens === 0 && DASHES.has(view.lower(at)))) visit(at, { after, tokens, verbs, commas, quotations, sentences });
    if (isVerb(view.tag(at))) verbs++;
    else if (view.tag(at) === Tag.Comma) commas++;
  }
}

/** Verbs; nouns and prepositions close by ("his plea for"); "according", a colon. The weights know which of them report. Frames report anywhere. */
function mayReport(view: BlockView, at: number, tokens: number): boolean {
  const tag = view.tag(at);
  if (isVerb(tag)) return true;
  if (tag === Tag.Noun || tag === Tag.Nouns) return tokens < 8;
  return tag === Tag.Preposition ? tokens < 3 || view.lower(at) === 'according' : view.lower(at) === ':';
}

/** A reporting word with each phrase of its sentence that may be its source, nearest first, and with none. */
export function addCue({ view, frames }: Reading, origin: Origin, at: number, path: Path, proposals: Proposal[]): void {
  const cue = { from: at, to: at + 1 }, frame = frames.at(at), first = proposals.length;
  const add = (source: TokenRange | null, rank: number): void => {
    proposals.push({ origin, cue, source, like: -1, frame, path, rank });
  };
  const { phrases } = view.layer, next = view.phraseFrom(at), sentence = view.sentenceOf(at);
  const isJoined = view.tag(at - 1) === Tag.Conjunction && isVerb(view.tag(at));
  for (let p = next - 1, rank = 0; p >= Math.max(0, next - MOST_PHRASES) && rank < 4; p--) {
    const phrase = phrases[p];
    if (!phrase || phrase.from < view.from || view.sentenceOf(phrase.from) !== sentence) break;
    if (view.within(phrase.from) < 0 && phrase.to <= at && (!isJoined || isSubject(view, phrase))) add(phrase, rank++);
  }
  for (let p = next, rank = 1; p < Math.min(phrases.length, next + MOST_PHRASES) && rank <= 2; p++) {
    const phrase = phrases[p];
    if (!phrase || phrase.to > view.to || view.sentenceOf(phrase.from) !== sentence) break;
    if (view.within(phrase.from) < 0) add(phrase, -rank++);
  }
  const addNew = (phrase: TokenRange | undefined, rank: number): void => {
    const isNew = phrase && phrase.from >= view.from && phrase.to <= at && view.within(phrase.from) < 0 && !proposals.slice(first).some(({ source }) => source === phrase);
    if (isNew) add(phrase, rank);
  };
  addNew(phrases[view.phraseFrom(view.layer.sentences[sentence]?.from ?? 0)], 9);
  addNew(phrases[view.phraseFrom(view.quotations[view.lastBefore(at)]?.to ?? view.to)], 10);
  const named = frames.get(frame)?.source;
  addNew(named ? phrases[view.phraseFrom(view.rangeOf(named).from)] : undefined, 11);
  add(null, 0);
}

/** "Ann Lee praised the crew of the Orla, but said": a verb joined to another has its subject, not the noun next to it. */
function isSubject(view: BlockView, { to }: TokenRange): boolean {
  return isVerb(view.tag(to)) || view.tag(to) === Tag.Modal;
}
