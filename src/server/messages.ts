/** Every word that the server itself says to a reader, in one place. */
import type { Act, EntityType, MentionForm, QuotationKind } from '../engine/index';

export const QUOTATION_KIND: Readonly<Record<QuotationKind, string>> = {
  direct: 'Direct quotation',
  partial: 'Partial quotation',
  other: 'Quotation marks without speech',
  turn: 'Turn of a conversation',
};

export const STATEMENT_ACT: Readonly<Record<Act, string>> = {
  speech: 'Reported speech',
  thought: 'Reported thought',
  plan: 'Reported plan',
};

export const ENTITY_TYPE: Readonly<Record<EntityType, string>> = {
  person: 'Person',
  organization: 'Organization',
  place: 'Place',
  group: 'Group',
  event: 'Event',
};

export const MENTION_FORM: Readonly<Record<MentionForm, string>> = { name: 'name', role: 'role', pronoun: 'pronoun' };

export const SPEAKER_NOT_CLEAR = 'Speaker not clear';
export const NOT_CLEAR_WHO = 'Not clear who is meant';
export const NOT_CERTAIN = 'not certain';
export const DATE_NOT_SET = 'Date not set';
export const GO_TO_SOURCE = 'Go to source';
export const GO_TO_FULL_NAME = 'Go to full name';
export const GO_TO_EVIDENCE = 'Go to evidence';

export const negated = (kind: string): string => `${kind}, denied`;
export const cueWords = (kind: string, cue: string): string => `${kind}, “${cue}”`;
export const continued = (kind: string): string => `${kind}, continued`;
export const dayOfArticle = (value: string): string => `${value} (the article’s date)`;
export const dayLastNamed = (value: string, words: string): string =>
  `${value} (the day last named in its paragraph, “${words}”)`;
export const dayTold = (value: string, words: string): string => (words === value ? value : `${value}, ${words}`);
export const weekdayIsAnother = (day: string, weekday: string): string => `Does not agree: ${day} is a ${weekday}`;
export const WEEKDAY_NOT_NEAR = 'Does not agree: in no near year does the day fall on this weekday';
export const NO_SUCH_DAY = 'Does not agree: the calendar has no such day';
export const alsoDated = (day: string): string => `Does not agree: the text also has the date ${day} for itself`;
export const alsoConsidered = (names: readonly string[]): string => `Also considered: ${names.join(', ')}`;
export const spokenOfBy = (names: readonly string[]): string => `Spoken of by ${names.join(', ')}`;
export const times = (name: string, count: number): string => (count === 1 ? name : `${name} (${count})`);
export const alsoRoles = (roles: readonly string[]): string => `also ${roles.join(', ')}`;
export const mergedByReader = (names: readonly string[]): string => `merged by you with ${names.join(', ')}`;
export const couldBeOneOf = (linked: string): string => `Could be ${linked}`;
export const couldBe = (values: readonly string[]): string => `Could be ${values.join(', ')}`;
export const quotationCount = (count: number): string => (count === 1 ? '1 quotation' : `${count} quotations`);
export const mentionCount = (count: number): string => (count === 1 ? '1 mention' : `${count} mentions`);
export const mentionedAs = (type: string, form: string): string =>
  `${type}, named here by ${form === 'name' ? 'name' : `a ${form}`}`;
