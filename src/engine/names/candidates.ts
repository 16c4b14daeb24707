import type { NameCandidate, TextLayer, TokenRange } from '../layers';
import type { Span } from '../model';
import { hashWord } from '../hash';
import { bySpan } from '../span';
import { compileUnitWords } from './compile';
import { type Found, NameModel } from './model';
import { shortForms } from './shortForms';
import { type Neighbour, TitleFinder } from './titles';
import { LISTED, LISTED_PLACE } from './lists';
import { ENTITY_TYPES } from './types';
import { type Stretch, StretchFinder, type Unit } from './units';
import { Speaker } from './verdict';
import { readWeights } from './weights';
import { Form, Kind, Part } from './word';
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
  /** Whether the only word is a month, a day or a title. */
  readonly guarded: boolean;
}

/** Compiles the words into the reader of a block's candidates. */
export function createCandidates(words: NameWords): (text: TextLayer) => readonly NameCandidate[] {
  return new CandidateReader(words).read;
}

/** Letters stand no further behind a name, in tokens, commas and other letters between. */
const MOST_LETTERS = 3;
const NONE: readonly NameCandidate[] = [],
  NO_PARTS: readonly string[] = [];

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
        if (!draft || isLettersOf(draft, last)) continue;
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
      // “Bishop” of “Bishop Lind” is no name.
      while (
        name.title &&
        (names[names.length - 1]?.core.from ?? -1) >= name.title.from &&
        names[names.length - 1]?.guarded
      )
        names.pop();
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
      key = units.length === 1 ? first : keyOf(units);
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
      parts: units.length < 2 ? null : this.#partsOf(units, best, key),
      speaker: speakerOf(units, best),
      scores,
      weak: !chosen || draft.guarded,
      guarded: draft.guarded,
      why: person
        ? {
            rule: 'name-title',
            evidence: { back: 0, span: [text.tokens.start[title.from] ?? 0, text.tokens.end[title.to - 1] ?? 0] },
            confidence,
          }
        : { rule: 'name-learned', evidence: { back: 0, span: coreSpan }, confidence },
    };
  }

  /** The short forms that the text may use for a name of several words: those of a person's, and the proper first word of a body's. */
  #partsOf(units: readonly Unit[], best: number, key: string): readonly string[] | null {
    const first = units[0],
      last = units[units.length - 1];
    if (!first || !last) return null;
    if (best === PERSON) {
      const nicknames = units.filter(({ nickname }) => nickname).map(({ word }) => word.lower);
      return [...shortForms(key, first.word.lower, last.word.lower, this.#familyEnding), ...nicknames];
    }
    if (best !== ORGANIZATION || last.word.kind === Kind.Tail) return NO_PARTS;
    const initials = units.filter(({ word }) => word.kind === Kind.Name).map(({ word }) => word.lower.charAt(0));
    return initials.length > 1 ? [first.word.lower, initials.join('')] : [first.word.lower];
  }

  /** The name before the one in turn that ends right before a token. */
  readonly #ending = (token: number): Neighbour | undefined => {
    for (let at = this.#turn - 1; at >= 0; at--) {
      const draft = this.#drafts[at];
      if (draft?.to === token)
        return {
          from: draft.from,
          to: token,
          person: draft.found.best === PERSON || !draft.found.chosen,
          place: draft.found.best === PLACE,
        };
      if (!draft || draft.to < token) return undefined;
    }
    return undefined;
  };
}

/** The found name without the title words at its start, or null where nothing but a title or a date is left. */
function draftOf(text: TextLayer, { units }: Stretch, found: Found): Draft | null {
  const { best } = found;
  let { from, to } = found,
    parts = -1,
    titles = true;
  if (best === PERSON) {
    while (to > from + 1 && isLetters(units[to - 1])) to--;
    if (!isPeer(units, from, to)) while (from < to - 1 && isTitleUnit(units[from])) from++;
  }
  for (let at = from; at < to; at++) {
    const part = units[at]?.word.parts ?? 0;
    parts &= part;
    titles &&= (part & Part.Title) !== 0;
  }
  const single = to - from === 1,
    isCalendar = (parts & Part.Calendar) !== 0,
    // "Senate" may stand in a title, and is a body by itself.
    isTitle = titles && best !== GROUP && (single || best === PERSON) && !(best === ORGANIZATION && parts & Part.Body);
  if ((isCalendar || isTitle) && !(single && units[from]?.word.form === Form.Capital)) return null;
  const own = from === 0 && to === units.length ? units : units.slice(from, to);
  return {
    units: own,
    from: own[0]?.token ?? 0,
    to: (own[own.length - 1]?.token ?? 0) + 1,
    span: spanOf(own, text),
    found,
    guarded: isCalendar || isTitle,
  };
}

/** A form of address, or what somebody is unless it is a given name as well: no part of the core. */
function isTitleUnit(unit: Unit | undefined): boolean {
  const { parts, listed } = unit?.word ?? { parts: 0, listed: 0 };
  return (parts & Part.Address) !== 0 || ((parts & Part.Role) !== 0 && !(listed & LISTED.given));
}

/** “OBE”, “PhD”: letters behind a name, which are no part of it. */
function isLetters(unit: Unit | undefined): boolean {
  if (!unit) return false;
  const { parts, form } = unit.word;
  return (parts & Part.Letters) !== 0 && (form === Form.Upper || form === Form.Mixed || form === Form.Acronym);
}

/** Whether a found name is nothing but letters behind the person before (“Ann Lee PhD FRS”, “Ann Lee, MP”). */
function isLettersOf({ units, from }: Draft, before: Draft | null): boolean {
  return before?.found.best === PERSON && from <= before.to + MOST_LETTERS && units.every(isLetters);
}

/** “Duke of Harwick”: the title is the name. */
function isPeer(units: readonly Unit[], from: number, to: number): boolean {
  return (
    to - from === 3 && ((units[from]?.word.parts ?? 0) & Part.Peer) !== 0 && units[from + 1]?.word.kind === Kind.Joint
  );
}

/** "Freedonia's Defence Ministry": the body with the country that owns it; `before` is the name found before. */
function withOwner({ tokens: { lower } }: TextLayer, draft: Draft, before: Draft): Draft {
  const { from, found, units } = draft;
  if (found.best !== ORGANIZATION || before.found.best !== PLACE || before.to !== from - 1 || lower[from - 1] !== "'s")
    return draft;
  if (
    !units.some(({ word }) => word.parts & Part.Body) ||
    !units.every(({ word }) => word.common || word.parts & (Part.Body | Part.Title))
  )
    return draft;
  return { ...draft, units: [...before.units, ...units], from: before.from, span: [before.span[0], draft.span[1]] };
}

/** Who speaks for the short forms of a name. */
function speakerOf(units: readonly Unit[], best: number): Speaker | null {
  if (units.length < 2) return null;
  if (best === PERSON) return Speaker.Person;
  if (best !== ORGANIZATION) return null;
  const { listed, common } = units[0]?.word ?? { listed: 0, common: false };
  if (listed & (LISTED_PLACE | LISTED.group)) return Speaker.LocalBody;
  return listed || common ? Speaker.Body : Speaker.CoinedBody;
}

/** The words of a name in lower case, its nickname left out. */
function keyOf(units: readonly Unit[]): string {
  return units
    .filter(({ nickname }) => !nickname)
    .map(({ word }) => word.lower)
    .join(' ');
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
