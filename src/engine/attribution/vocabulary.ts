import type { LabelWords } from '../text/words';
import type { AttributionWords } from './words';

/** The words of `AttributionWords` as they are looked up. */
export interface AttributionVocabulary {
  readonly joining: ReadonlySet<string>;
  /** All forms of the verbs of plain saying. */
  readonly saying: ReadonlySet<string>;
  readonly hearing: ReadonlySet<string>;
  readonly subordinators: ReadonlySet<string>;
  readonly labels: LabelWords;
}

/** Compiles the words. */
export function compileVocabulary(words: AttributionWords): AttributionVocabulary {
  return {
    joining: new Set(words.joining.split(' ')),
    saying: new Set(formsOf(words.verbs, new Set(words.saying.split(' ')))),
    hearing: new Set(words.hearing.split(' ')),
    subordinators: new Set(words.subordinators.split(' ')),
    labels: words.labels,
  };
}

/** All forms of the verbs whose base form is among `bases`. */
function formsOf(verbs: string, bases: ReadonlySet<string>): string[] {
  return verbs.split('\n').flatMap((line) => {
    const [, ...forms] = line.trim().split(' ');
    return bases.has(forms[0] ?? '') ? forms : [];
  });
}
