/** Clauses as far as a reporting verb needs them: its subject, and a report inside another. */
import { Tag, type TokenRange } from '../layers';
import type { Found } from './choice';
import { isVerb, Origin, type Proposal, type Reading, reportedBefore } from './proposals';
import type { AttributionVocabulary } from './vocabulary';
import { type BlockView, Named, type Quoted } from './view';

/** The phrase right before a finite verb, adverbs and auxiliaries aside, where no other verb takes it for its object; or null. */
export function subjectOf(view: BlockView, verb: number): TokenRange | null {
  let at = verb - 1,
    isFinite = view.tag(verb) === Tag.Past || view.tag(verb) === Tag.VerbS || view.tag(verb) === Tag.Verb;
  for (; at >= view.from && view.within(at) < 0; at--) {
    const tag = view.tag(at);
    if (tag === Tag.Adverb) continue;
    if (isVerb(tag) && tag !== Tag.Gerund && view.tag(verb) === Tag.Participle) isFinite = true;
    else break;
  }
  const phrase = view.layer.phrases[view.phraseFrom(at + 1) - 1];
  if (!isFinite || phrase?.to !== at + 1 || phrase.from < view.from || view.within(phrase.from) >= 0) return null;
  return view.sentenceOf(phrase.from) === view.sentenceOf(verb) && !isObject(view, phrase) ? phrase : null;
}

/** "The man who attacked the mayor said": the phrase next to the verb is another verb's object. */
function isObject(view: BlockView, { from }: TokenRange): boolean {
  const tag = view.tag(from - 1);
  return (
    tag === Tag.Gerund || tag === Tag.Participle || tag === Tag.To || isPassedOver(view, from) || isLoose(view, from)
  );
}

/** Whether a preposition joins the phrase to words that are no phrase: who is meant stands farther off. */
function isLoose(view: BlockView, from: number): boolean {
  return (
    view.tag(from - 1) === Tag.Preposition &&
    view.layer.phrases[view.phraseFrom(from) - 1]?.to !== from - 1 &&
    view.within(from - 2) >= 0
  );
}

/** Whether a relative clause stands before the phrase and has it for its object. */
function isPassedOver(view: BlockView, from: number): boolean {
  return isVerb(view.tag(from - 1)) && view.tag(from - 2) === Tag.Wh;
}

/** "Lee said Moe had called it “a joke”": a report inside a report goes to the inner one. */
export function withInner(reading: Reading, quoted: Quoted, found: Found, words: AttributionVocabulary): Found {
  const { chosen } = found,
    { cue, path, origin } = chosen;
  if (origin !== Origin.Reported || !cue || path.after || path.quotations > 0 || path.sentences > 0) return found;
  const inner = innerReport(reading, cue, quoted, words);
  return inner ? { ...found, chosen: inner, second: chosen, secondProbability: found.probability / 2 } : found;
}

/** "The deal announced on Monday": what looks like a finite verb may only tell more of the phrase before it. */
const isReduced = (view: BlockView, verb: number): boolean =>
  view.tag(verb + 1) === Tag.Preposition && view.within(verb + 1) < 0;

/** Whether a phrase names somebody other than a pronoun does, who is as a rule the outer source: "Lee condemned what he called". */
function isSomebody(view: BlockView, { from, to }: TokenRange): boolean {
  if (view.tag(from) === Tag.Pronoun) return false;
  return view.named(to - 1) >= Named.Role || view.tag(from) === Tag.Possessive;
}

/** How many words an inner subject stands at most behind the outer verb: "told the harbour office that". */
const FARTHEST = 6;

function innerReport(
  { view, frames }: Reading,
  cue: TokenRange,
  quoted: Quoted,
  { saying, subordinators }: AttributionVocabulary,
): Proposal | null {
  for (let at = cue.to; at < quoted.from; at++) {
    if (subordinators.has(view.lower(at)) || view.lower(at) === ':') return null;
    const tag = view.tag(at);
    if (!isVerb(tag)) continue;
    const next = view.tag(at + 1) === Tag.Participle ? at + 1 : at,
      source = saying.has(view.lower(next)) ? subjectOf(view, next) : null;
    if (!source || source.from < cue.to || source.from > cue.to + FARTHEST) return null;
    if (!isSomebody(view, source) || isReduced(view, next)) return null;
    return reportedBefore(next, source, frames.at(next), quoted.from - 1 - next);
  }
  return null;
}
