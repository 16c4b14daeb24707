import { Tag, type TextLayer } from '../layers';
import { gather } from './fields';
import type { Term } from './lexer';
import { fixed, type Made, one } from './made';

const FIRST_BARE_DECADE = 195;

/** "The 1990s", "the '90s", "the nineties", "the 1960s and 70s", "the first decade of the 21st century". */
export function decade(terms: readonly Term[], { text }: TextLayer): readonly Made[] {
  const all = terms.filter(({ kind }) => kind === 'DECADE' || kind === 'DECADEWORD');
  if (all.length === 0) return decadeOfCentury(terms);
  const [first, second] = all;
  if (!first) return [];
  const whole = second ? terms.slice(0, terms.indexOf(first) + 1) : terms;
  return [...oneDecade(whole, first, text), ...(second ? oneDecade([second], second, text, first) : [])];
}

/** A bare "30s" needs an apostrophe, an article or a whole decade before it, else it is an age. */
function oneDecade(terms: readonly Term[], term: Term, text: string, before?: Term): readonly Made[] {
  const short = term.kind === 'DECADE' && term.end - term.start < 5,
    apostrophe = /['’‘]/.test(text.charAt(term.start - 1));
  const written = String(term.value),
    value = short && before ? String(before.value).slice(0, 2) + written.slice(-1) : written;
  if (short && !apostrophe && !before && (terms[0]?.kind !== 'THE' || Number(value) < FIRST_BARE_DECADE)) return [];
  const [made] = one(terms, fixed(value), { mod: gather(terms).mod });
  return made ? [{ ...made, start: apostrophe && terms[0] === term ? made.start - 1 : made.start }] : [];
}

/** "The 1970’s": a decade; without an article only where nothing follows that the year could own ("1990’s best film"). */
export function yearDecade(terms: readonly Term[], { tokens }: TextLayer): readonly Made[] {
  const year = terms.find(({ kind }) => kind === 'YEAR'),
    last = terms[terms.length - 1];
  if (!year || !last || Number(year.value) % 10 !== 0) return [];
  if (terms[0]?.kind !== 'THE' && OWNED.has(tokens.tag[last.token + 1])) return [];
  return one(terms, fixed(String(year.value).slice(0, 3)), { mod: gather(terms).mod });
}
const OWNED: ReadonlySet<Tag | undefined> = new Set([Tag.Noun, Tag.Nouns, Tag.Name, Tag.Adjective, Tag.Number]);

function decadeOfCentury(terms: readonly Term[]): readonly Made[] {
  const [nth, century] = terms
    .filter(({ kind }) => kind === 'ORDINAL' || kind === 'ORDINALDAY' || kind === 'LAST')
    .map(({ kind, value }) => (kind === 'LAST' ? 10 : Number(value)));
  if (nth === undefined || century === undefined || nth < 1 || nth > 10) return [];
  return one(terms, fixed(String((century - 1) * 10 + nth - 1)));
}

/** "The 11th century" is 10, as TIMEX3 counts. */
export function century(terms: readonly Term[]): readonly Made[] {
  const { nth, mod } = gather(terms);
  return one(terms, fixed(String((nth ?? 1) - 1).padStart(2, '0')), { mod });
}

/** "AD 842", "347 AD", "44 BC", "the fifth century BC": TIMEX3 writes years before our era with BC in front. */
export function era(terms: readonly Term[]): readonly Made[] {
  const { nth, mod, numbers } = gather(terms),
    before = terms.some(({ kind, value }) => kind === 'ERA' && value === -1),
    year = numbers[0];
  if (nth !== null && year === undefined)
    return one(terms, fixed(`${before ? 'BC' : ''}${String(nth - 1).padStart(2, '0')}`), { mod });
  if (year === undefined || !Number.isInteger(year) || year < 1 || year > 9999) return [];
  return one(terms, fixed(`${before ? 'BC' : ''}${String(year).padStart(4, '0')}`), { mod });
}
