import { Shape, Tag, type TextLayer, type Tokens } from '../layers';
import type { Match } from './grammar';
import type { Term } from './lexer';
import type { DateWords, TermKind } from './words';

/** Kinds that are written small unless they open a sentence. */
const PLAIN_KINDS: readonly TermKind[] = ['UNIT', 'UNITS', 'DAYUNIT', 'YEARUNIT', 'WEEKEND', 'SETWORD', 'NOW', 'DECADEUNIT', 'CENTURYUNIT', 'QUARTER', 'DAYPART', 'NIGHT'];
const NOUNS: readonly Tag[] = [Tag.Noun, Tag.Nouns, Tag.Name, Tag.Adjective];
const MONTH_KINDS: readonly TermKind[] = ['MONTH', 'MONTHWORD', 'MONTHSHORT'];

/** Compiles the tests that tell a month from a name or a verb, and a year from a number. */
export function createGuard(words: DateWords): (match: Match, layer: TextLayer) => boolean {
  const yearBefore = new Set(words.yearBefore), notYearBefore = new Set(words.notYearBefore), notYearAfter = new Set(words.notYearAfter);
  const monthBefore = new Set(words.monthBefore), clockBefore = new Set(words.clockBefore);
  const dayparts = new Set(Object.keys({ ...words.terms.DAYPART, ...words.terms.NIGHT }));

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
    const i = term.token, before = (tokens.lower[i - 1] ?? '').replace(/\.$/, ''), after = tokens.lower[i + 1] ?? '';
    if (notYearBefore.has(before)) return false;
    // "Orion 1980 jets": a name with its number.
    if (i > 0 && capital(tokens, i - 1) && isWord(tokens, i - 1) && tokens.tag[i - 1] === Tag.Name && isWord(tokens, i + 1) && !yearBefore.has(before)) return false;
    if (notYearBefore.has(text.charAt(term.start - 1))) return false;
    if (notYearAfter.has(after)) return false;
    const introduced = yearBefore.has(before);
    const value = Number(term.value);
    if (value < 1900 || value > 2060) return introduced && before !== 'the' && before !== 'for' && before !== 'to' && before !== 'than' && before !== 'about' && before !== 'and' && tokens.tag[i + 1] !== Tag.Nouns;
    return introduced || tokens.tag[i + 1] !== Tag.Nouns;
  }

  /** "60 Minutes", "This Week", "LA Weekly": a capital within a sentence makes a name of words that else have none. */
  function isTitle({ tokens, kind, sentences }: TextLayer, terms: readonly Term[]): boolean {
    if (kind === 'headline') return false;
    return terms.some((term) => {
      if (!PLAIN_KINDS.includes(term.kind) || tokens.shape[term.token] !== Shape.Capital) return false;
      return tokens.lower[term.token - 1] !== undefined && !sentences.some(({ from }) => from === term.token);
    });
  }

  /** "At the time" with nothing behind it that says which ("at the time of the vote"). */
  function isOpenTime({ tokens }: TextLayer, last: Term): boolean {
    const next = last.token + 1, tag = tokens.tag[next];
    return next >= tokens.count || tag === Tag.Stop || tag === Tag.Comma || tag === Tag.Quote || tag === Tag.Conjunction || tokens.lower[next] === words.complementizer;
  }

  return ({ terms, pattern }, layer) => {
    const { tokens } = layer, only = terms.length === 1 ? terms[0] : undefined, last = terms[terms.length - 1];
    for (const term of terms) {
      if (MONTH_KINDS.includes(term.kind) && !month(term, layer, only !== undefined)) return false;
      if (term.kind === 'WEEKDAYSHORT' && !/^\p{Lu}/u.test(tokens.word[term.token] ?? '')) return false;
      if (term.kind === 'FEAST' && capital(tokens, term.token - 1) && tokens.tag[term.token - 1] === Tag.Name) return false;
    }
    if (isTitle(layer, terms)) return false;
    if (last?.kind === 'TIMEWORD' && pattern.make === 'reference') return isOpenTime(layer, last);
    if (last?.kind === 'YEAR' && pattern.make === 'calendar' && terms.every(({ kind }) => kind === 'YEAR' || kind === 'APPROX') && !year(last, layer)) return false;
    if (last?.kind === 'PAST' && NOUNS.includes(tokens.tag[last.token + 1] ?? Tag.Other)) return false;
    if (only?.kind === 'CLOCK' && !String(only.value).endsWith('!')) return clockBefore.has(tokens.lower[only.token - 1] ?? '');
    if (only?.kind === 'TODAY' && capital(tokens, only.token) && tokens.tag[only.token - 1] === Tag.Name) return false;
    // "Saturday Night Live": a show's name.
    if (last?.kind === 'WEEKDAY' && capital(tokens, last.token + 1) && dayparts.has(tokens.lower[last.token + 1] ?? '')) return false;
    if (only?.kind === 'WEEKDAY' && !/^\p{Lu}/u.test(tokens.word[only.token] ?? '')) return false;
    return true;
  };
}
