import type { MarkedText, TextLayer } from '../layers';
import type { Issue } from '../model';
import { isApparatus } from './apparatus';
import { guessKind } from './kinds';
import { findMarks } from './marksPairing';
import type { MarkWords } from './marksWords';

/** Compiles the stage that finds the marked texts of a block, in order of their opening marks, and the damage among the marks. */
export function createMarks(words: MarkWords): (layer: TextLayer) => { readonly marks: readonly MarkedText[]; readonly issues: readonly Issue[] } {
  return (layer) => {
    if (isApparatus(layer.kind)) return { marks: [], issues: [] };
    const { marked, issues } = findMarks(layer.text, words);
    return { marks: marked.map((one) => ({ ...one, ...guessKind(layer.text, one) })), issues };
  };
}
