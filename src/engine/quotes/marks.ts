import type { MarkedText, TextLayer } from '../layers';
import type { Issue } from '../model';
import { isApparatus } from './apparatus';
import { guessKind } from './kinds';
import { findMarks, type Marked } from './marksPairing';
import type { MarkWords } from './marksWords';

/** Compiles the stage that finds the marked texts of a block, in order of their opening marks, and the damage among the marks. */
export function createMarks(
  words: MarkWords,
): (layer: TextLayer) => { readonly marks: readonly MarkedText[]; readonly issues: readonly Issue[] } {
  return ({ text, kind }) => {
    if (isApparatus(kind)) return NONE;
    const { marked, issues } = findMarks(text, words);
    return marked.length === 0 && issues.length === 0
      ? NONE
      : { marks: marked.map((one) => withKind(text, one)), issues };
  };
}

const NONE = { marks: [], issues: [] };

function withKind(text: string, marked: Marked): MarkedText {
  const { kind, why } = guessKind(text, marked),
    { span, open, closed, inside } = marked;
  return { span, open, closed, inside, kind, why };
}
