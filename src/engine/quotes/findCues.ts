import { Tag, type TextLayer, type TokenRange } from '../layers';
import { type Cues, Role, type SetPhrase } from './cues';
import type { Cue, View } from './view';

/** How many auxiliaries and adverbs a verb group may hold before its verb. */
const LONGEST_GROUP = 6;
/** Stands for a sentence's edge in a set phrase. */
const EDGE = '|';
const NO_PHRASES: readonly SetPhrase[] = [];

/** Every word or phrase that may report something, in order. */
export function findCues({ text, cues, codes }: View): Cue[] {
  const found: Cue[] = [];
  for (const sentence of text.sentences) {
    for (let i = sentence.from; i < sentence.to; i++) {
      const role = cues.roles[codes[i] ?? 0] ?? 0;
      if ((role & (Role.Cue | Role.Phrase)) === 0) continue;
      const cue = role & Role.Phrase ? phraseCue(text, cues, codes, sentence, i) : undefined;
      if (cue) {
        found.push(cue);
        i = cue.to - 1;
      } else if (role & Role.Cue && !isSetPhrase(text, cues, codes, sentence, i))
        found.push(cueAt(text, cues, codes, sentence, i, i + 1, codes[i] ?? 0, false));
    }
  }
  return found;
}

/** Whether a verb stands in a set phrase that reports nothing: "having said that,", "said grace". */
function isSetPhrase(
  { tokens: { lower } }: TextLayer,
  cues: Cues,
  codes: Uint16Array,
  sentence: TokenRange,
  at: number,
): boolean {
  const isAt = (word: string, place: number): boolean =>
    word === EDGE
      ? place === sentence.from - 1 || place === sentence.to
      : place >= sentence.from && place < sentence.to && lower[place] === word;
  const phrases = cues.setPhrases.get(codes[at] ?? 0) ?? NO_PHRASES;
  return phrases.some(
    ({ before, after }) =>
      before.every((word, index) => isAt(word, at - before.length + index)) &&
      after.every((word, index) => isAt(word, at + 1 + index)),
  );
}

function phraseCue(text: TextLayer, cues: Cues, codes: Uint16Array, sentence: TokenRange, at: number): Cue | undefined {
  for (const phrase of cues.phrases.get(codes[at] ?? 0) ?? []) {
    const to = at + phrase.words.length;
    if (to > sentence.to || phrase.words.some((word, index) => text.tokens.lower[at + index] !== word)) continue;
    return cueAt(text, cues, codes, sentence, at, to, phrase.code, phrase.sourceAfter);
  }
  return undefined;
}

/** The cue with the auxiliaries, denials and adverbs before it: "had not yet publicly [said]". */
function cueAt(
  { tokens: { tag } }: TextLayer,
  cues: Cues,
  codes: Uint16Array,
  sentence: TokenRange,
  from: number,
  to: number,
  code: number,
  sourceAfter: boolean,
): Cue {
  let group = from,
    isNegated = false,
    isPassive = false;
  for (let i = from - 1, least = Math.max(sentence.from, from - LONGEST_GROUP); i >= least; i--) {
    const role = cues.roles[codes[i] ?? 0] ?? 0;
    if (role & Role.Denial) isNegated = true;
    else if (role & Role.Passive) isPassive = true;
    else if ((role & Role.Auxiliary) === 0 && tag[i] !== Tag.Adverb && tag[i] !== Tag.Modal) break;
    group = i;
  }
  return { from, to, group, code, tag: (tag[from] ?? Tag.Other) as Tag, isNegated, isPassive, sourceAfter, sentence };
}
