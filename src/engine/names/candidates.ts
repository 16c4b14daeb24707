import type { NameCandidate, TextLayer, TokenRange } from '../layers';
import type { Span } from '../model';
import { compileBlocs, compileUnitWords } from './compile';
import { Context } from './features';
import { type Found, NameModel } from './model';
import { type Neighbour, TitleFinder } from './titles';
import { ENTITY_TYPES } from './types';
import { Case, type Stretch, StretchFinder, type Unit } from './units';
import { readWeights } from './weights';
import type { NameWords } from './words';

const PERSON = ENTITY_TYPES.indexOf('person'), GROUP = ENTITY_TYPES.indexOf('group'), ORGANIZATION = ENTITY_TYPES.indexOf('organization'), PLACE = ENTITY_TYPES.indexOf('place');

/** A found name on its way to a candidate: its units, and the tokens and type that rules may still change. */
interface Draft extends TokenRange {
  readonly units: readonly Unit[];
  readonly span: Span;
  readonly found: Found;
}

/** Compiles the words into the reader of a block's candidates. */
export function createCandidates(words: NameWords): (text: TextLayer) => readonly NameCandidate[] {
  return new CandidateReader(words).read;
}

class CandidateReader {
  readonly #finder: StretchFinder;
  readonly #model: NameModel;
  readonly #titles: TitleFinder;
  readonly #bodies: ReadonlySet<string>;
  readonly #lists;

  constructor(words: NameWords) {
    const unitWords = compileUnitWords(words);
    this.#lists = unitWords.lists;
    this.#finder = new StretchFinder(unitWords);
    this.#model = new NameModel(readWeights(words.weights), unitWords.lists, compileBlocs(words));
    this.#titles = new TitleFinder(words, unitWords.lists);
    this.#bodies = new Set(words.bodies);
  }

  readonly read = (text: TextLayer): readonly NameCandidate[] => {
    const drafts: Draft[] = [], context = new Context(text, this.#lists);
    for (const stretch of this.#finder.find(text)) {
      if (isOrdinary(stretch)) continue;
      for (const found of this.#model.read(stretch, context)) {
        const draft = this.#draft(text, stretch, found);
        if (draft) drafts.push(draft);
      }
    }
    if (!drafts.length) return [];
    const joined = drafts.flatMap((draft, index) => this.#withOwner(text, draft, drafts[index - 1]));
    const ends = new Map<number, Neighbour>();
    for (const { from, to, found } of joined) ends.set(to, { from, to, person: found.best === PERSON || !found.chosen });
    const names = joined.map((draft) => this.#candidate(text, draft, ends));
    return names.sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
  };

  /** The found name without the title words at its start, or null where nothing but a title or a date is left. */
  #draft(text: TextLayer, { units }: Stretch, found: Found): Draft | null {
    let parts = units.slice(found.from, found.to);
    const range = rangeOf(parts);
    if (found.best === PERSON && parts.length > 1) parts = parts.slice(Math.min(parts.length - 1, this.#titles.leading(text, range)));
    if (parts.every(({ lower }) => this.#titles.isCalendar(lower))) return null;
    if (found.best !== GROUP && parts.every(({ lower }) => this.#titles.isTitleWord(lower)) && (parts.length === 1 || found.best === PERSON)) return null;
    return { units: parts, ...rangeOf(parts), span: spanOf(parts, text), found };
  }

  /** "Freedonia's Defence Ministry": the body with the country that owns it, and the country by itself. */
  #withOwner({ tokens: { lower } }: TextLayer, draft: Draft, before: Draft | undefined): Draft[] {
    const { from, to, found, units } = draft;
    if (!before || found.best !== ORGANIZATION || before.found.best !== PLACE || before.to !== from - 1 || lower[from - 1] !== "'s") return [draft];
    if (!units.some((unit) => this.#bodies.has(unit.lower)) || !units.every((unit) => unit.common || this.#bodies.has(unit.lower) || this.#titles.isTitleWord(unit.lower))) return [draft];
    return [{ units: [...before.units, ...units], from: before.from, to, span: [before.span[0], draft.span[1]], found }];
  }

  #candidate(text: TextLayer, draft: Draft, ends: ReadonlyMap<number, Neighbour>): NameCandidate {
    const { from, to, span: coreSpan, found: { scores, best, chosen }, units } = draft;
    const title = best === GROUP ? null : this.#titles.before(text, from, (token) => ends.get(token));
    const titledSpan: Span = title ? [text.tokens.start[title.from] ?? coreSpan[0], coreSpan[1]] : coreSpan, person = best === PERSON && title !== null;
    const confidence = confidenceOf(scores, best), first = units[0]?.lower ?? '', last = units[units.length - 1]?.lower ?? '';
    return {
      from: person ? title.from : from, to, span: person ? titledSpan : coreSpan, core: { from, to }, coreSpan, title, titledSpan,
      type: ENTITY_TYPES[best] ?? 'person', confidence,
      key: units.map(({ lower }) => lower).join(' '),
      parts: units.length < 2 ? null : best === PERSON ? [last, first] : [first],
      scores, weak: !chosen,
      why: person
        ? { rule: 'name-title', evidence: { back: 0, span: [text.tokens.start[title.from] ?? 0, text.tokens.end[title.to - 1] ?? 0] }, confidence }
        : { rule: 'name-learned', evidence: { back: 0, span: coreSpan }, confidence },
    };
  }
}

/** A common word with a capital at the start of a sentence, as most are: no need to ask the model. */
function isOrdinary({ units, style }: Stretch): boolean {
  const unit = units[0];
  return units.length === 1 && unit !== undefined && unit.common && unit.initial && !unit.listed && style === Case.Normal;
}

function rangeOf(units: readonly Unit[]): TokenRange {
  return { from: units[0]?.token ?? 0, to: (units[units.length - 1]?.token ?? 0) + 1 };
}

/** The span of the units; a bracket around the first or last of them belongs to the name ("[Ann] Lee"). */
function spanOf(units: readonly Unit[], { text }: TextLayer): Span {
  const first = units[0], last = units[units.length - 1];
  if (!first || !last) return [0, 0];
  const inside = text.slice(first.start, last.end);
  const opens = inside.indexOf(']') >= 0 && inside.indexOf('[') < 0 && text[first.start - 1] === '[';
  const closes = inside.lastIndexOf('[') >= 0 && inside.indexOf(']') < 0 && text[last.end] === ']';
  return [first.start - (opens ? 1 : 0), last.end + (closes ? 1 : 0)];
}

/** The share of the best type among all and "no name", whose log-odds are 0. */
function confidenceOf(scores: readonly number[], best: number): number {
  let all = 1;
  for (const score of scores) all += Math.exp(Math.min(score, 30));
  return Math.exp(Math.min(scores[best] ?? 0, 30)) / all;
}
