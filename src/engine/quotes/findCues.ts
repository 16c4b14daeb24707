import { Tag, type TextLayer, type TokenRange } from '../layers';
import type { Cues } from './cues';
import type { Cue } from './view';

/** How many auxiliaries and adverbs a verb group may hold before its verb. */
const LONGEST_GROUP = 6;

/** The code of every word that the lists know, or 0. */
export function codeWords(text: TextLayer, cues: Cues): Uint16Array {
  const { count, lower } = text.tokens, codes = new Uint16Array(count);
  for (let i = 0; i < count; i++) codes[i] = cues.codes.get(lower[i] ?? '') ?? 0;
  return codes;
}

/** Every word or phrase that may report something, in order. */
export function findCues(text: TextLayer, cues: Cues, codes: Uint16Array): Cue[] {
  const found: Cue[] = [];
  for (const sentence of text.sentences) {
    for (let i = sentence.from; i < sentence.to; i++) {
      const code = codes[i] ?? 0;
      const cue = cues.phrases.has(code) ? phraseCue(text, cues, codes, sentence, i) : undefined;
      if (cue) {
        found.push(cue);
        i = cue.to - 1;
      } else if (code >= cues.firstCue) found.push(wordCue(text, cues, codes, sentence, i));
    }
  }
  return found;
}

function phraseCue(text: TextLayer, cues: Cues, codes: Uint16Array, sentence: TokenRange, at: number): Cue | undefined {
  for (const phrase of cues.phrases.get(codes[at] ?? 0) ?? []) {
    const to = at + phrase.words.length;
    if (to > sentence.to || phrase.words.some((word, index) => text.tokens.lower[at + index] !== word)) continue;
    const tag = (text.tokens.tag[at] ?? Tag.Other) as Tag;
    return { ...verbGroup(text, cues, codes, sentence, at), from: at, to, code: phrase.code, tag, sourceAfter: phrase.sourceAfter, sentence };
  }
  return undefined;
}

function wordCue(text: TextLayer, cues: Cues, codes: Uint16Array, sentence: TokenRange, at: number): Cue {
  const tag = (text.tokens.tag[at] ?? Tag.Other) as Tag;
  return { ...verbGroup(text, cues, codes, sentence, at), from: at, to: at + 1, code: codes[at] ?? 0, tag, sourceAfter: false, sentence };
}

/** The auxiliaries, denials and adverbs before a verb: "had not yet publicly [said]". */
function verbGroup(text: TextLayer, cues: Cues, codes: Uint16Array, sentence: TokenRange, at: number): Pick<Cue, 'group' | 'isNegated' | 'isPassive'> {
  const { tag } = text.tokens;
  let group = at, isNegated = false, isPassive = false;
  for (let i = at - 1; i >= sentence.from && at - i <= LONGEST_GROUP; i--) {
    const code = codes[i] ?? 0;
    if (cues.denials.has(code)) isNegated = true;
    else if (cues.passives.has(code)) isPassive ||= !cues.passives.has(codes[at] ?? 0);
    else if (!cues.auxiliaries.has(code) && tag[i] !== Tag.Adverb && tag[i] !== Tag.Modal) break;
    group = i;
  }
  return { group, isNegated, isPassive };
}
