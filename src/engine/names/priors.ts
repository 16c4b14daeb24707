import { LISTED, LISTED_PLACE } from './lists';
import { ENTITY_TYPES } from './types';
import { Case, type Stretch, type Unit } from './units';
import { Form, Kind, Part, type Word } from './word';

/*
 * What lists and spelling say before any learning, in log-odds. The training sets are small beside the lists, and mark what they
 * mark unevenly; tuned on the dev parts of gum_news, meantime and gum_other, and the seeds.
 */
const PERSON = ENTITY_TYPES.indexOf('person'),
  PLACE = ENTITY_TYPES.indexOf('place'),
  GROUP = ENTITY_TYPES.indexOf('group'),
  ORGANIZATION = ENTITY_TYPES.indexOf('organization');
const COUNTRY = 5,
  LONG_PLACE = 4.5,
  ONE_PLACE = 0.5,
  PEOPLE = 4,
  LISTED_BODY = 3.5,
  LONG_BODY = 6,
  COMPANY = 5,
  HEADLINED_COMPANY = 3.5,
  LONG_COMPANY = 4,
  INSTITUTION = 3,
  FIRM_WORD = 2,
  GOVERNED = 4,
  JOINED = 5,
  ACRONYM = 2,
  CODE = -3,
  BLOC = 10,
  CREDIT = 5,
  LINKED_PERSON = -4,
  GIVEN_FIRST = 2.5,
  ADDRESSED = 2,
  PEER = 6,
  OF_PLACE = -6;

/** What a word with a capital gains in running text towards being part of a name, rare in lower case or common: the sets leave too many unmarked. */
const EAGER = 1,
  EAGER_COMMON = 1;
/** What a common word loses at a sentence's start, where its capital shows nothing. */
const SENTENCE_START = 1;

/** Log-odds that a unit gains towards being part of some name. */
export function eagerness({ word, initial }: Unit): number {
  if (word.kind !== Kind.Name) return 0;
  if (initial) return word.common ? -SENTENCE_START : 0;
  return word.common ? EAGER_COMMON : EAGER;
}

/**
 * Adds to the scores of the types, which begin at `row`, what units `from` up to `to` gain towards each. `listed` are the lists that
 * hold the whole; `bloc` is the list that the only word counts as for being a part of the world ("the West"), or 0; `before` stands
 * before the name.
 */
export function addPriors(
  scores: Float64Array,
  row: number,
  stretch: Stretch,
  from: number,
  to: number,
  listed: number,
  bloc: number,
  before: Word,
): void {
  add(
    scores,
    row + PERSON,
    personPrior(stretch, from, to, listed, before) +
      (before.parts & Part.Address && before.form === Form.Capital ? ADDRESSED : 0),
  );
  add(scores, row + PLACE, placePrior(stretch, from, to, listed, bloc));
  if (bloc === LISTED.group) add(scores, row + GROUP, BLOC);
  else if (listed & LISTED.group && !(listed & (LISTED_PLACE | LISTED.given))) add(scores, row + GROUP, PEOPLE);
  add(scores, row + ORGANIZATION, organizationPrior(stretch, from, to, listed));
}

function add(scores: Float64Array, at: number, gain: number): void {
  scores[at] = (scores[at] ?? 0) + gain;
}

function personPrior(stretch: Stretch, from: number, to: number, listed: number, before: Word): number {
  if (to - from === 1) return 0;
  if (isPeer(stretch, from, to)) return PEER;
  if (isLinked(stretch, from, to) || stretch.units[to - 1]?.word.kind === Kind.Tail) return LINKED_PERSON;
  const word = stretch.units[from]?.word;
  if (
    to - from > 2 &&
    before.parts & Part.Link &&
    isGivenName(stretch.units[from + 1]) &&
    !isGivenName(stretch.units[from])
  )
    return OF_PLACE;
  return word && word.listed & LISTED.given && !word.common && !(listed & LISTED_PLACE) ? GIVEN_FIRST : 0;
}

function placePrior(stretch: Stretch, from: number, to: number, listed: number, bloc: number): number {
  if (bloc === LISTED.place) return BLOC;
  if (listed & LISTED.country) return COUNTRY;
  if (!(listed & LISTED_PLACE)) return 0;
  return to - from === 1 ? ONE_PLACE : goesOn(stretch, to) ? 0 : LONG_PLACE;
}

/** Whether a word that belongs to names and not to titles stands right behind: “North Atlantic” of “North Atlantic Treaty” says little. */
function goesOn({ units, style }: Stretch, to: number): boolean {
  const last = units[to - 1],
    next = units[to];
  return (
    style === Case.Normal &&
    next !== undefined &&
    next.token === (last?.token ?? 0) + 1 &&
    next.word.kind === Kind.Name &&
    !(next.word.parts & Part.Title)
  );
}

function organizationPrior(stretch: Stretch, from: number, to: number, listed: number): number {
  const unit = stretch.units[from],
    body = listed & LISTED.organization && !(listed & LISTED_PLACE) ? (to - from > 1 ? LONG_BODY : LISTED_BODY) : 0;
  if (to - from > 1)
    return (
      body +
      bodyPrior(stretch, from, to) +
      (listed & (LISTED_PLACE | LISTED.group) || !isCompany(stretch, from, to) ? 0 : LONG_COMPANY)
    );
  if (body) return body;
  if (!unit || unit.word.common) return 0;
  if (unit.word.coded) return CODE;
  if (listed & LISTED.company && !(listed & (LISTED_PLACE | LISTED.given)))
    return stretch.style === Case.Normal ? COMPANY : HEADLINED_COMPANY;
  if (
    unit.word.form !== Form.Upper ||
    unit.word.lower.length < 2 ||
    stretch.style !== Case.Normal ||
    listed & ~LISTED.town
  )
    return 0;
  return unit.alone ? CREDIT : ACRONYM;
}

/** What the words of a long name say of a body: its last one, the one before the first “of”, the legal form behind all others. */
function bodyPrior({ units }: Stretch, from: number, to: number): number {
  const last = units[to - 1]?.word.parts ?? 0;
  let gain = last & Part.Institution ? INSTITUTION : 0;
  if (last & Part.Firm) gain += INSTITUTION + FIRM_WORD * (to - from - 1);
  // “Brandt & Tull”.
  if (to - from === 3 && units[from + 1]?.word.lower === '&') return gain + JOINED;
  let joint = from + 1;
  while (joint < to - 1 && units[joint]?.word.kind !== Kind.Joint) joint++;
  return joint < to - 1 &&
    (units[joint]?.word.parts ?? 0) & Part.Link &&
    (units[joint - 1]?.word.parts ?? 0) & Part.Institution
    ? gain + GOVERNED
    : gain;
}

const isGivenName = (unit: Unit | undefined): boolean => ((unit?.word.listed ?? 0) & LISTED.given) > 0;

/** Whether the name is “Duke of Harwick”. */
function isPeer({ units }: Stretch, from: number, to: number): boolean {
  return (
    to - from === 3 &&
    ((units[from]?.word.parts ?? 0) & Part.Peer) > 0 &&
    units[from + 1]?.word.lower === 'of' &&
    units[to - 1]?.word.kind === Kind.Name
  );
}

/** Whether a word like "of" stands inside: "Ann Lee of Rivermouth" is no name of a person. */
function isLinked({ units }: Stretch, from: number, to: number): boolean {
  for (let at = from + 1; at < to - 1; at++) if (units[at]?.word.kind === Kind.Joint) return true;
  return false;
}

/** Whether every word is one of company names ("General Motors"). */
function isCompany({ units }: Stretch, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (!((units[at]?.word.listed ?? 0) & LISTED.company)) return false;
  return true;
}
