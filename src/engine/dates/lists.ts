import type { DateForm } from '../layers';
import type { Base } from './form';
import type { Island } from './lexer';
import { SEASONS } from './calendar';
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
  if (first >= forms.length - 1 || (base?.kind !== 'calendar' && base?.kind !== 'part')) return;
  const own = monthOf(base);
  if (own === null || (base.year === null && base.of === null)) return;
  let month = own,
    { year } = base;
  for (let i = forms.length - 2; i >= first; i--) {
    const before = forms[i],
      open = before?.form.base;
    if (!before || open?.kind !== base.kind || open.year !== null || open.of !== null) return;
    const opens = monthOf(open);
    if (opens === null) return;
    if (year !== null && opens > month) year--;
    month = opens;
    forms[i] = {
      ...before,
      form: { ...before.form, base: { ...open, year, of: base.of, pick: 'near' }, tense: 'none', tenseWords: null },
    };
  }
}

/** The month in which a date of the calendar or a season begins, or null where it has none. */
function monthOf(base: Extract<Base, { kind: 'calendar' | 'part' }>): number | null {
  return base.kind === 'calendar' ? base.month : (SEASONS[base.part] ?? null);
}
