import type { QuotationKind, Span, Why } from '../model';
import type { Marked } from './marksPairing';

/** What the block alone shows of a marked text: whether it reads as a sentence of its own, a phrase, or a title or term. */
export function guessKind(text: string, { span, closed }: Marked): { readonly kind: QuotationKind; readonly why: Why } {
  const inside = text.slice(span[0] + 1, Math.min(span[1] - Number(closed), span[0] + 200));
  if (/^[\p{Lu}\d"'“‘[(…]/u.test(inside) && (FOUR_WORDS.test(inside) || /[.!?,]$/.test(inside.trim())))
    return guess('direct', 'sentence-in-marks', span, 0.8);
  return guess('partial', 'phrase-in-marks', span, 0.6);
}

const FOUR_WORDS = /\S\s+\S+\s+\S+\s+\S/;

function guess(
  kind: QuotationKind,
  rule: string,
  evidence: Span,
  confidence: number,
): { kind: QuotationKind; why: Why } {
  return { kind, why: { rule, evidence, confidence } };
}
