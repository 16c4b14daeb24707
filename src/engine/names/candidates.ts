import type { NameCandidate, TextLayer, TokenRange } from '../layers';
import type { Span } from '../model';
import { hashWord } from '../hash';
import { bySpan } from '../span';
import { compileUnitWords } from './compile';
import { type Found, NameModel } from './model';
import { shortForms } from './shortForms';
import { type Neighbour, TitleFinder } from './titles';
import { ENTITY_TYPES } from './types';
import { type Stretch, StretchFinder, type Unit } from './units';
import { readWeights } from './weights';
import { Part } from './word';
import type { NameWords } from './words';

const PERSON = ENTITY_TYPES.indexOf('person'),
  GROUP = ENTITY_TYPES.indexOf('group'),
  ORGANIZATION = ENTITY_TYPES.indexOf('organization'),
  PLACE = ENTITY_TYPES.indexOf('place');

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

const NONE: readonly NameCandidate[] = [];

class CandidateReader {
  readonly #finder: StretchFinder;
  readonly #model: NameModel;
  readonly #titles: TitleFinder;
  readonly #familyEnding: string;
  /** The names found in the block, and which of them is in turn. */
  #drafts: readonly Draft[] = [];
  #turn = 0;

  constructor(words: NameWords) {
    const unitWords = compileUnitWords(words);
    this.#finder = new StretchFinder(unitWords);
    this.#model = new NameModel(
      readWeights(words.weights),
      unitWords.lists,
      unitWords.reader,
      hashWord(words.blocs.article),
    );
    this.#titles = new TitleFinder(unitWords.reader);
    this.#familyEnding = words.familyEnding;
  }

  readonly read = (text: TextLayer): readonly NameCandidate[] => {
    const drafts: Draft[] = [],
      names: NameCandidate[] = [];
    let last: Draft | null = null;
    for (const stretch of this.#finder.find(text)) {
      for (const found of this.#model.read(stretch, text)) {
        const draft = draftOf(text, stretch, found);
        if (!draft) continue;
        drafts.push(last ? withOwner(text, draft, last) : draft);
        last = draft;
      }
    }
    if (!drafts.length) return NONE;
    let sorted = true;
    this.#drafts = drafts;
    for (this.#turn = 0; this.#turn < drafts.length; this.#turn++) {
      const draft = drafts[this.#turn];
      if (!draft) continue;
      const name = this.#candidate(text, draft),
        before = names[names.length - 1];
      sorted &&= before === undefined || bySpan(before, name) <= 0;
      names.push(name);
    }
    // Only a title that holds the name before it brings one out of order.
    return sorted ? names : names.sort(bySpan);
  };

  #candidate(text: TextLayer, draft: Draft): NameCandidate {
    const {
      from,
      to,
      span: coreSpan,
      found: { scores, best, chosen },
      units,
    } = draft;
    const title = best === GROUP ? null : this.#titles.before(text, from, this.#ending);
    const titledSpan: Span = title ? [text.tokens.start[title.from] ?? coreSpan[0], coreSpan[1]] : coreSpan,
      person = best === PERSON && title !== null;
    const confidence = confidenceOf(scores, best),
      first = units[0]?.word.lower ?? '',
      last = units[units.length - 1]?.word.lower ?? '',
      key = units.length === 1 ? first : units.map(({ word }) => word.lower).join(' ');
    return {
      from: person ? title.from : from,
      to,
      span: person ? titledSpan : coreSpan,
      core: { from, to },
      coreSpan,
      title,
      titledSpan,
      type: ENTITY_TYPES[best] ?? 'person',
      confidence,
      key,
      parts: units.length < 2 ? null : best === PERSON ? shortForms(key, first, last, this.#familyEnding) : [first],
      scores,
      weak: !chosen,
      why: person
        ? {
            rule: 'name-title',
            evidence: { back: 0, span: [text.tokens.start[title.from] ?? 0, text.tokens.end[title.to - 1] ?? 0] },
            confidence,
          }
        : { rule: 'name-learned', evidence: { back: 0, span: coreSpan }, confidence },
    };
  }

  /** The name before the one in turn that ends right before a token. */
  readonly #ending = (token: number): Neighbour | undefined => {
    for (let at = this.#turn - 1; at >= 0; at--) {
      const draft = this.#drafts[at];
      if (draft?.to === token)
        return { from: draft.from, to: token, person: draft.found.best === PERSON || !draft.found.chosen };
      if (!draft || draft.to < token) return undefined;
    }
    return undefined;
  };
}

/** The found name without the title words at its start, or null where nothing but a title or a date is left. */
function draftOf(text: TextLayer, { units }: Stretch, found: Found): Draft | null {
  const { to, best } = found;
  let from = found.from,
    parts = -1,
    titles = true;
  if (best === PERSON) while (from < to - 1 && (units[from]?.word.parts ?? 0) & Part.Address) from++;
  for (let at = from; at < to; at++) {
    const part = units[at]?.word.parts ?? 0;
    parts &= part;
    titles &&= (part & Part.Title) !== 0;
  }
  if (parts & Part.Calendar) return null;
  // "Senate" may stand in a title, and is a body by itself.
  if (titles && best !== GROUP && (to - from === 1 || best === PERSON) && !(best === ORGANIZATION && parts & Part.Body))
    return null;
  const own = from === 0 && to === units.length ? units : units.slice(from, to);
  return {
    units: own,
    from: own[0]?.token ?? 0,
    to: (own[own.length - 1]?.token ?? 0) + 1,
    span: spanOf(own, text),
    found,
  };
}

/** "Freedonia's Defence Ministry": the body with the country that owns it; `before` is the name found before. */
function withOwner({ tokens: { lower } }: TextLayer, draft: Draft, before: Draft): Draft {
  const { from, to, found, units } = draft;
  if (found.best !== ORGANIZATION || before.found.best !== PLACE || before.to !== from - 1 || lower[from - 1] !== "'s")
    return draft;
  if (
    !units.some(({ word }) => word.parts & Part.Body) ||
    !units.every(({ word }) => word.common || word.parts & (Part.Body | Part.Title))
  )
    return draft;
  return { units: [...before.units, ...units], from: before.from, to, span: [before.span[0], draft.span[1]], found };
}

/** The span of the units; a bracket around the first or last of them belongs to the name ("[Ann] Lee"). */
function spanOf(units: readonly Unit[], { text }: TextLayer): Span {
  const first = units[0],
    last = units[units.length - 1];
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
