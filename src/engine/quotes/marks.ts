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
  return (layer) => {
    if (isApparatus(layer.kind)) return NONE;
    const { marked, issues } = findMarks(layer.text, words);
    return marked.length === 0 && issues.length === 0
      ? NONE
      : { marks: marked.map((one) => withKind(layer, one, words)), issues };
  };
}

const NONE = { marks: [], issues: [] };

function withKind(layer: TextLayer, marked: Marked, words: MarkWords): MarkedText {
  const { kind, why } = guessKind(layer, marked, words),
    { span, open, closed, inside } = marked;
  return { span, open, closed, inside, kind, why };
}
