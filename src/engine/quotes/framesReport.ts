/** What a draft must show to be a report: that words were said, and not only that somebody did something. */
import { Tag, type TokenRange } from '../layers';
import { Takes } from './cues';
import { startsClause } from './framesContent';
import type { Draft } from './framesDraft';
import { Side } from './framesKind';
import type { View } from './view';

/** What a report without a clause or marks takes: how sure the weights must be of a thought, of an object that is no words, of a pronoun. */
const CLEAR_THOUGHT = 0.8,
  CLEAR_WORDS = 0.6,
  CLEAR_PRONOUN = 0.93;
/** How many words of a content are looked through for a verb. */
const LONGEST_LOOK = 60;

/**
 * Whether a draft reports words. An expectation that nobody is named for is general knowledge ("is expected to last"), and an object
 * without a verb or marks is mostly what somebody did ("called a rally"), if the verb takes no clause or the object is a pronoun.
 */
export function isReport(view: View, draft: Draft): boolean {
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
