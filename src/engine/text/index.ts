import type { TextLayer } from '../layers';
import type { BlockKind } from '../model';
import { defaultKind } from './kinds';
import { createDissect } from './looks';
import { type Paragraph, splitParagraphs } from './paragraphs';
import { createPhrases } from './phrases';
import { createSentences } from './sentences';
import { createTagger } from './tags';
import { createTokenizer } from './tokens';
import type { TextWords } from './words';

export { createLabels } from './turnLabels';

export { classify, LONGEST_TOP } from './kinds';
export { FARTHEST_LINK } from './links';
export type { Paragraph } from './paragraphs';

/**
 * Compiles the words of a language into the cutter of whole texts: it gives the paragraphs that begin at or after `from` and
 * before `to`, both of which must stand at a paragraph's edge.
 */
export function createSplitter(words: TextWords): (text: string, from: number, to: number) => Paragraph[] {
  const dissect = createDissect(words.blocks, words.labels);
  return (text, from, to) => splitParagraphs(text, from, to, dissect, defaultKind);
}

/** Compiles the words of a language into the stage that reads a block: tokens with their tags, sentences, noun phrases. */
export function createText(words: TextWords): (text: string, kind: BlockKind) => TextLayer {
  const tokenize = createTokenizer(words.tokens),
    split = createSentences(words.sentences),
    tag = createTagger(words.tags),
    findPhrases = createPhrases(words.phrases);
  return (text, kind) => {
    const tokens = tokenize(text),
      sentences = split(tokens, text);
    tag(tokens, sentences);
    return { text, kind, tokens, sentences, phrases: findPhrases(tokens, sentences) };
  };
}
