import { Shape, Tag, type TextLayer } from '../layers';
import type { MarkedKind, Why } from '../model';
import { firstFrom } from '../search';
import type { Marked } from './marksPairing';
import type { MarkWords } from './marksWords';

interface Guess {
  readonly kind: MarkedKind;
  readonly why: Why;
}

/** What the block alone shows of a marked text: whether it reads as a sentence of its own, a phrase, or a term or nickname. */
export function guessKind(layer: TextLayer, { span, closed }: Marked, words: MarkWords): Guess {
  const { text } = layer,
    inside = text.slice(span[0] + 1, Math.min(span[1] - Number(closed), span[0] + 200)),
    guess = (kind: MarkedKind, rule: string, confidence: number): Guess => ({
      kind,
      why: { rule, evidence: span, confidence },
    });
  if (closed && isShort(inside)) {
    if (isDefined(layer, span[0], span[1], inside, words)) return guess('other', 'defined-term', 0.95);
    if (isNickname(layer, span[0], span[1])) return guess('other', 'nickname', 0.95);
  }
  if (/^[\p{Lu}\d"'“‘[(…]/u.test(inside) && (FOUR_WORDS.test(inside) || /[.!?,]$/.test(inside.trim())))
    return guess('direct', 'sentence-in-marks', 0.8);
  return guess('partial', 'phrase-in-marks', 0.6);
}

const FOUR_WORDS = /\S\s+\S+\s+\S+\s+\S/;

/** What a term or a nickname may be: a few words, and nothing that ends a sentence. */
const isShort = (inside: string): boolean => inside.length < 60 && /[\p{L}\p{N})]$/u.test(inside);

/** “Harbour Homes Ltd (“Harbour”)”, “the deed (the “Deed”)”, “(“Harbour” or “the buyer”)”: brackets that say how a thing is called from here on. */
function isDefined({ text, tokens }: TextLayer, start: number, end: number, inside: string, words: MarkWords): boolean {
  const bracket = text.lastIndexOf('(', start);
  if (bracket < 0 || start - bracket > 60 || !/^[),\s]/.test(text.charAt(end))) return false;
  const lead = text.slice(bracket + 1, start).replace(/[“"‘'][^”"’']*[”"’']/gu, '');
  if (!lead.split(/[\s,]+/).every((word) => word === '' || words.defining.has(word.toLowerCase()))) return false;
  if (!/^\p{Lu}/u.test(inside) && !words.defining.has(/^\p{L}+/u.exec(inside)?.[0] ?? '')) return false;
  const before = firstFrom(tokens.start, tokens.count, bracket) - 1;
  return before >= 0 && NAMING.has(tokens.tag[before] ?? Tag.Other);
}

/** What may stand before the brackets that name it. */
const NAMING: ReadonlySet<number> = new Set([Tag.Noun, Tag.Nouns, Tag.Name, Tag.Number]);

/** “Robert “Bob” Lee”: marks between the words of a name. */
function isNickname({ text, tokens }: TextLayer, start: number, end: number): boolean {
  if (text.charAt(start - 1) !== ' ' || text.charAt(end) !== ' ' || text.slice(start, end).split(' ').length > 2)
    return false;
  const first = firstFrom(tokens.start, tokens.count, start),
    next = firstFrom(tokens.start, tokens.count, end),
    isOfName = (at: number): boolean =>
      tokens.tag[at] === Tag.Name && (tokens.shape[at] === Shape.Capital || tokens.shape[at] === Shape.Mixed);
  return (
    first > 0 &&
    next < tokens.count &&
    isOfName(first - 1) &&
    isOfName(next) &&
    tokens.shape[first + 1] === Shape.Capital
  );
}
