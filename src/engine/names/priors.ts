import type { Phrase } from './features';
import { LISTED, LISTED_PLACE } from './lists';
import { ENTITY_TYPES } from './types';
import { Case, Form, Kind, type Stretch, type Unit } from './units';

/*
 * What lists and spelling say before any learning, in log-odds. The training sets are small beside the lists, and mark what they
 * mark unevenly; tuned on gum_news/dev and meantime/dev.
 */
const PERSON = ENTITY_TYPES.indexOf('person'), PLACE = ENTITY_TYPES.indexOf('place'), GROUP = ENTITY_TYPES.indexOf('group'), ORGANIZATION = ENTITY_TYPES.indexOf('organization'), EVENT = ENTITY_TYPES.indexOf('event');
const COUNTRY = 4.5, LONG_PLACE = 3, ONE_PLACE = 1, PEOPLE = 4, LISTED_BODY = 3.5, COMPANY = 3.5, LONG_COMPANY = 4, ACRONYM = 1.5, BLOC = 10, UNLISTED_EVENT = -1, CREDIT = 5, LINKED_PERSON = -4, GIVEN_FIRST = 1.5;

/** What a word that is rare in lower case gains towards being a name in running text: the sets leave too many unmarked. */
const EAGER = 1;

/** Log-odds that a unit gains towards being part of some name. */
export function eagerness(unit: Unit): number {
  return unit.kind === Kind.Name && !unit.common && !unit.initial ? EAGER : 0;
}

/** Log-odds that units `from` up to `to` gain towards a type. `bloc` tells whether the only word is a part of the world ("the West"). */
export function prior(stretch: Stretch, from: number, to: number, phrase: Phrase, bloc: number, type: number): number {
  const { listed } = phrase, single = to - from === 1, unit = stretch.units[from];
  switch (type) {
    case PERSON:
      if (isLinked(stretch, from, to)) return LINKED_PERSON;
      return !single && unit && unit.listed & LISTED.given && !unit.common && !(listed & LISTED_PLACE) ? GIVEN_FIRST : 0;
    case PLACE:
      if (bloc === LISTED.place) return BLOC;
      if (listed & LISTED.country) return COUNTRY;
      return listed & LISTED_PLACE ? (single ? ONE_PLACE : LONG_PLACE) : 0;
    case GROUP:
      if (bloc === LISTED.group) return BLOC;
      return listed & LISTED.group && !(listed & (LISTED_PLACE | LISTED.given)) ? PEOPLE : 0;
    case ORGANIZATION:
      if (listed & LISTED.organization && !(listed & LISTED_PLACE)) return LISTED_BODY;
      if (!single) return listed & (LISTED_PLACE | LISTED.group) || !isCompany(stretch, from, to) ? 0 : LONG_COMPANY;
      if (!unit || unit.common) return 0;
      if (listed & LISTED.company && !(listed & (LISTED_PLACE | LISTED.given))) return COMPANY;
      if (unit.form !== Form.Upper || unit.lower.length < 2 || stretch.style !== Case.Normal || listed) return 0;
      return unit.alone ? CREDIT : ACRONYM;
    case EVENT:
      return listed & LISTED.event ? 0 : UNLISTED_EVENT;
    default:
      return 0;
  }
}

/** Whether a word like "of" stands inside: "Ann Lee of Rivermouth" is no name of a person. */
function isLinked({ units }: Stretch, from: number, to: number): boolean {
  for (let at = from + 1; at < to - 1; at++) if (units[at]?.kind === Kind.Joint) return true;
  return false;
}

/** Whether every word is one of company names ("General Motors"). */
function isCompany({ units }: Stretch, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (!((units[at]?.listed ?? 0) & LISTED.company)) return false;
  return true;
}
