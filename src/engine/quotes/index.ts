import type { Frame, MarkedText, NameCandidate, Reference, TextLayer } from '../layers';
import type { Issue } from '../model';
import { createFrames } from './frames';
import { createMarks } from './marks';
import type { QuoteWords } from './words';

export interface Quotes {
  /** Marked texts in order of their opening marks, and the damage found. */
  marks(text: TextLayer): { readonly marks: readonly MarkedText[]; readonly issues: readonly Issue[] };
  /** Reporting words with their sources and contents, in order of their cues. */
  frames(
    text: TextLayer,
    names: readonly NameCandidate[],
    references: readonly Reference[],
    marks: readonly MarkedText[],
  ): readonly Frame[];
}

/** Compiles the words and weights of a language into the stage that finds quotations and reported speech. */
export function createQuotes(words: QuoteWords): Quotes {
  const frames = createFrames(words.frames);
  return { marks: createMarks(words.marks), frames: (text, names, _references, marks) => frames(text, names, marks) };
}
