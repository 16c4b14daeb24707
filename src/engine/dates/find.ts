import type { DateForm, TextLayer } from '../layers';
import { MAKERS } from './build';
import type { Base, Form } from './form';
import { Grammar, type Match } from './grammar';
import { Guard } from './guards';
import { type Island, Lexer } from './lexer';
import { shareYear, skipLinks } from './lists';
import type { Made } from './made';
import { TenseReader } from './tense';
import type { DateWords } from './words';

const NO_TENSE = { tense: 'none' as const, words: null };

/** Whether past or future makes a difference: where a year or week is not named. */
function needsTense(base: Base): boolean {
  switch (base.kind) {
    case 'calendar':
    case 'feast':
    case 'part':
      return base.year === null && base.of === null;
    case 'shift':
      return base.unit === 'weekend';
    case 'nth':
    case 'moved':
      return needsTense(base.of);
    case 'weekday':
    case 'anchor':
      return true;
    default:
      return false;
  }
}

/** Whether the expression names a day, which a verb in the present may put ahead ("opens on Friday"). */
const isDay = (base: Base): boolean =>
  base.kind === 'weekday' || base.kind === 'feast' || (base.kind === 'calendar' && base.day !== null);

/** "$12-an-hour": the end of a compound is no expression, save of a range ("Monday-Friday"). */
function isInsideWord({ terms }: Match): boolean {
  return terms[0]?.joined === true && terms[0].kind !== 'TO' && !terms[0].opens;
}

/** Compiles the stage that finds the temporal expressions of a block, without resolving them. */
export function createFind(words: DateWords): (layer: TextLayer) => readonly DateForm[] {
  const lexer = new Lexer(words),
    grammar = new Grammar(words),
    guard = new Guard(words),
    tenses = new TenseReader(words);

  /** The longest match at a term that a maker accepts; `to` is where the search goes on. */
  function matchAt(island: Island, from: number, layer: TextLayer): { match: Match; made: readonly Made[] } | null {
    for (const { pattern, length } of grammar.at(island, from)) {
      const match: Match = {
        pattern,
        from,
        to: from + length,
        terms: island.terms.slice(from + (pattern.lead ?? 0), from + length),
      };
      if (match.pattern.make === 'nothing') return { match, made: [] };
      if (isInsideWord(match)) continue;
      if (!guard.allows(match, layer)) continue;
      const made = MAKERS[match.pattern.make](match, { layer, words });
      if (made.length) return { match, made };
    }
    return null;
  }

  function form(
    { start, end, type, base, time = null, mod = null, problem = null, order = null }: Made,
    match: Match,
    layer: TextLayer,
  ): DateForm {
    const first = match.terms[0]?.token ?? 0,
      last = match.terms[match.terms.length - 1]?.token ?? first;
    const { tense, words: tenseWords } = needsTense(base) ? tenses.read(layer, first, last + 1, isDay(base)) : NO_TENSE;
    const made: Form = { base, time, mod, tense, tenseWords, problem, order };
    return { span: [start, end], type, form: made };
  }

  return (layer) => {
    const forms: DateForm[] = [];
    lexer.read(layer, (island) => {
      let first = forms.length;
      for (let at = 0; at < island.terms.length;) {
        const found = matchAt(island, at, layer);
        for (const made of found?.made ?? []) forms.push(form(made, found?.match as Match, layer));
        if (found) shareYear(forms, first);
        at = found ? found.match.to : at + 1;
        const linked = skipLinks(island, at);
        if (!found || linked === at) first = forms.length;
        else at = linked;
      }
    });
    return forms;
  };
}
