import { Tag, type TextLayer } from '../layers';
import { gather } from './fields';
import type { Term } from './lexer';
import { type Context, type Made, one } from './made';

/** Makers of times of day that are no plain "14:30": hours of four figures and hours in words. */

const COUNTED: ReadonlySet<Tag | undefined> = new Set([Tag.Noun, Tag.Nouns, Tag.Name, Tag.Adjective]);
const pad = (number: number): string => String(number).padStart(2, '0');

/** "1500" as "15:00", "0930" as "09:30"; null where it is no time. */
export function fourDigits(term: Term, { text }: TextLayer): string | null {
  const match = /^([01]\d|2[0-3])([0-5]\d)$/.exec(text.slice(term.start, term.end));
  return match && `${match[1]}:${match[2]}`;
}

/** "At 1430 hours", "14:30 hours"; "after 1500 hours of work" counts them. */
export function hours(terms: readonly Term[], { layer, words }: Context): readonly Made[] {
  const [figure, unit] = terms;
  if (!figure || !unit || gather(terms).unit !== 'hour' || unit.joined) return [];
  const { tokens, text } = layer,
    isClock = figure.kind === 'CLOCK',
    read = isClock ? String(figure.value).replace('!', '') : fourDigits(figure, layer);
  const told =
    isClock || text.charAt(figure.start) === '0' || words.hourBefore.includes(tokens.lower[figure.token - 1] ?? '');
  return read !== null && told ? one(terms, { kind: 'clock' }, { time: `T${read}` }) : [];
}

/** "Half past two", "a quarter to six", "at ten to five", "at half two". */
export function spokenClock(terms: readonly Term[], { layer, words }: Context): readonly Made[] {
  const { tokens } = layer,
    link = terms.findIndex(({ kind }) => kind === 'PAST' || kind === 'TO' || kind === 'AFTER'),
    last = terms[terms.length - 1],
    first = terms[0];
  if (!first || !last || COUNTED.has(tokens.tag[last.token + 1])) return [];
  const isTo = terms[link]?.kind === 'TO',
    isHalf = terms.some(({ kind }) => kind === 'HALF'),
    isQuarter = terms.some(({ kind }) => kind === 'QUARTER');
  // "Ten to five", "half two" are as often a range or a share: a word before must say that it is a time.
  const isPlain = isHalf || isQuarter ? link < 0 || (isHalf && isTo) : isTo || terms[link]?.kind === 'AFTER';
  const before = tokens.lower[first.token - 1] ?? '';
  if (isPlain && !words.hourBefore.includes(before) && !words.clockBefore.includes(before)) return [];
  const minutes = isHalf ? 30 : isQuarter ? 15 : (gather(terms.slice(0, link)).numbers[0] ?? 0),
    hourTerms = terms.slice(link < 0 ? 1 : link + 1),
    fields = gather(hourTerms),
    noon = hourTerms.find(({ kind }) => kind === 'NOON');
  let hour = noon ? Number(String(noon.value).slice(0, 2)) : (fields.numbers[0] ?? 0);
  if (minutes % 5 !== 0 || minutes < 5 || minutes > 30 || hour < 1 || (hour > 12 && !noon)) return [];
  const half = hourTerms.find(({ kind }) => kind === 'AMPM'),
    part = hourTerms.find(({ kind }) => kind === 'DAYPART');
  if (half ? Number(half.value) === 12 : part !== undefined && part.value !== 'MO') hour = (hour % 12) + 12;
  else if (half && hour === 12) hour = 0;
  const at = hour * 60 + (isTo ? -minutes : minutes);
  return one(terms, { kind: 'clock' }, { time: `T${pad(Math.floor(at / 60) % 24)}:${pad(at % 60)}` });
}
