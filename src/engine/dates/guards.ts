import { Shape, Tag, type TextLayer, type Tokens } from '../layers';
import type { Match } from './grammar';
import type { Term } from './lexer';
import type { DateWords, TermKind } from './words';

const MONTH_KINDS: readonly TermKind[] = ['MONTH', 'MONTHWORD', 'MONTHSHORT'];

/** Compiles the tests that tell a month from a name or a verb, and a year from a number. */
export function createGuard(words: DateWords): (match: Match, layer: TextLayer) => boolean {
  const yearBefore = new Set(words.yearBefore), notYearBefore = new Set(words.notYearBefore), notYearAfter = new Set(words.notYearAfter);
  const monthBefore = new Set(words.monthBefore), clockBefore = new Set(words.clockBefore);

  const capital = (tokens: Tokens, i: number): boolean => tokens.shape[i] === Shape.Capital || tokens.shape[i] === Shape.Upper;
  const isWord = (tokens: Tokens, i: number): boolean => /^\p{L}/u.test(tokens.word[i] ?? '');

  /** "May" and "March" need a capital; a month without day or year must not be part of a name ("April Ryan", "Theresa May"). */
  function month(term: Term, { tokens }: TextLayer, alone: boolean): boolean {
    const i = term.token;
    const isCapital = /^\p{Lu}/u.test((tokens.word[i] ?? '').slice(term.joined ? (tokens.word[i] ?? '').lastIndexOf('-') + 1 : 0));
    if (!isCapital) return false;
    if (!alone) return true;
    const before = tokens.lower[i - 1] ?? '', introduced = monthBefore.has(before) || term.joined;
    if (term.kind === 'MONTHSHORT') return introduced && (tokens.lower[i] ?? '').endsWith('.');
    const namedBefore = i > 0 && capital(tokens, i - 1) && isWord(tokens, i - 1) && !introduced;
    const namedAfter = capital(tokens, i + 1) && isWord(tokens, i + 1);
    if (term.kind === 'MONTHWORD') return introduced && !(namedAfter && before === 'for');
    return introduced || (!namedBefore && !namedAfter);
  }

  function year(term: Term, { tokens, text }: TextLayer): boolean {
    const i = term.token, before = tokens.lower[i - 1] ?? '', after = tokens.lower[i + 1] ?? '';
    if (notYearBefore.has(before) && !(before === '/' && false)) return false;
    if (notYearBefore.has(text.charAt(term.start - 1))) return false;
    if (notYearAfter.has(after)) return false;
    const introduced = yearBefore.has(before);
    const value = Number(term.value);
    if (value < 1900 || value > 2060) return introduced && before !== 'the' && before !== 'for' && before !== 'to' && before !== 'of' && before !== 'than' && before !== 'about' && before !== 'and' && tokens.tag[i + 1] !== Tag.Nouns;
    return introduced || tokens.tag[i + 1] !== Tag.Nouns;
  }

  return ({ terms, pattern }, layer) => {
    const { tokens } = layer, only = terms.length === 1 ? terms[0] : undefined;
    for (const term of terms) {
      if (MONTH_KINDS.includes(term.kind) && !month(term, layer, only !== undefined)) return false;
      if (term.kind === 'WEEKDAYSHORT' && !/^\p{Lu}/u.test(tokens.word[term.token] ?? '')) return false;
    }
    if (only?.kind === 'YEAR' && pattern.make === 'calendar' && !year(only, layer)) return false;
    if (only?.kind === 'CLOCK' && !String(only.value).endsWith('!')) return clockBefore.has(tokens.lower[only.token - 1] ?? '');
    if (only?.kind === 'WEEKDAY' && !/^\p{Lu}/u.test(tokens.word[only.token] ?? '')) return false;
    return true;
  };
}
