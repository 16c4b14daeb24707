/** Nouns that report what the clause behind them says: "claims by Russia that ...", "the minister's warning that ...". */
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
  /** The token behind "that". */
  readonly start: number;
}

/** The frame of a noun with a clause of its own, or null. */
export function nounFrame(view: View, cue: Cue): NounFrame | null {
  const { tag, cues } = view;
  if ((cue.tag !== Tag.Noun && cue.tag !== Tag.Nouns) || !cues.nouns.has(view.text.tokens.lower[cue.from] ?? '')) return null;
  let by: Phrase | null = null;
  for (let i = cue.to; i < Math.min(cue.sentence.to, cue.to + REACH); i++) {
    if (view.codes[i] === cues.that) return startsClause(view, i + 1) ? { source: by ?? possessor(view, cue), start: i + 1 } : null;
    if (i === cue.to && tag[i] === Tag.Preposition) by = view.phraseAt(i + 1) ?? null;
    else if (tag[i] === Tag.Comma || tag[i] === Tag.Stop || tag[i] === Tag.Punctuation || view.isFinite(i)) return null;
  }
  return null;
}

function startsClause(view: View, at: number): boolean {
  const phrase = view.phraseAt(at);
  return phrase !== undefined && (view.isFinite(phrase.to) || view.isFinite(phrase.to + 1) || view.tag[phrase.to] === Tag.Preposition);
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

/** The end of a content whose noun is the subject of a verb still to come: "claims that the port was closed [were denied]". */
export function endBeforeMainVerb(view: View, cue: Cue, content: TokenRange): number {
  if (hasFinite(view, cue.sentence.from, cue.from)) return content.to;
  let verbs = 0;
  for (let i = content.from; i < content.to; i++) {
    if (!view.isFinite(i)) continue;
    const isNewGroup = i === content.from || (isAuxiliary(view, i) ? !isAuxiliary(view, i - 1) : !view.isFinite(i - 1) && view.tag[i - 1] !== Tag.Adverb && view.tag[i - 1] !== Tag.To);
    if (isNewGroup && ++verbs === 2 && !isSubordinate(view, content.from, i)) return i;
  }
  return content.to;
}

function isAuxiliary(view: View, at: number): boolean {
  return view.tag[at] === Tag.Modal || ((view.cues.roles[view.codes[at] ?? 0] ?? 0) & (Role.Passive | Role.Auxiliary)) !== 0;
}

function hasFinite(view: View, from: number, to: number): boolean {
  for (let i = Math.max(from, to - LONGEST_LOOK); i < to; i++) if (view.isFinite(i)) return true;
  return false;
}

/** Whether a conjunction or pronoun of its own leads to the verb, so that it belongs to a clause inside the content. */
function isSubordinate(view: View, from: number, verb: number): boolean {
  for (let i = verb - 1; i > from && i > verb - 6 && !view.isFinite(i); i--) {
    if (view.tag[i] === Tag.Wh || view.tag[i] === Tag.Conjunction || view.tag[i] === Tag.Comma || view.codes[i] === view.cues.that) return true;
  }
  return false;
}
