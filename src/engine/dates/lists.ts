import type { DateForm } from '../layers';
import type { Island } from './lexer';
import type { TermKind } from './words';

/** What may stand between the dates of a list or range. */
const LINKS: ReadonlySet<TermKind> = new Set(['TO', 'AND', 'OR', 'COMMA']);
/** "3 March, 4 April, and 5 May": two words at most between two dates. */
const MOST_LINKS = 2;

/** The term behind the links that stand at `at`; `at` itself where none stand there. */
export function skipLinks({ terms, letters }: Island, at: number): number {
  let next = at;
  while (next < at + MOST_LINKS && letters.charAt(next) !== ' ' && LINKS.has(terms[next]?.kind ?? 'THE')) next++;
  return next < terms.length ? next : at;
}

/**
 * "From March to August 2011", "between 28 May and 3 June last year": the year that the last of `forms` names is that of the linked
 * ones before it, from index `first` on; a range that runs over New Year began the year before.
 */
export function shareYear(forms: DateForm[], first: number): void {
  const base = forms[forms.length - 1]?.form.base;
  if (
    first >= forms.length - 1 ||
    base?.kind !== 'calendar' ||
    base.month === null ||
    (base.year === null && base.of === null)
  )
    return;
  let { month, year } = base;
  for (let i = forms.length - 2; i >= first; i--) {
    const before = forms[i],
      open = before?.form.base;
    if (!before || open?.kind !== 'calendar' || open.month === null || open.year !== null || open.of !== null) return;
    if (year !== null && open.month > month) year--;
    month = open.month;
    forms[i] = {
      ...before,
      form: { ...before.form, base: { ...open, year, of: base.of, pick: 'near' }, tense: 'none', tenseWords: null },
    };
  }
}
