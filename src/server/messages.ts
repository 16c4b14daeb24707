/** Every word that the server itself says to a reader, in one place. */
import type { Act, EntityType, MentionForm, QuotationKind } from '../engine/index';

export const QUOTATION_KIND: Readonly<Record<QuotationKind, string>> = {
  direct: 'Direct quotation',
  partial: 'Partial quotation',
  other: 'Quotation marks without speech',
};

export const STATEMENT_ACT: Readonly<Record<Act, string>> = { speech: 'Reported speech', thought: 'Reported thought', plan: 'Reported plan' };

export const ENTITY_TYPE: Readonly<Record<EntityType, string>> = {
  person: 'Person', organization: 'Organization', place: 'Place', group: 'Group', event: 'Event',
};

export const MENTION_FORM: Readonly<Record<MentionForm, string>> = { name: 'name', role: 'role', pronoun: 'pronoun' };

export const SPEAKER_NOT_CLEAR = 'Speaker not clear';
export const DATE_NOT_SET = 'Date not set';
export const GO_TO_SOURCE = 'Go to source';
export const GO_TO_FULL_NAME = 'Go to full name';
export const GO_TO_EVIDENCE = 'Go to evidence';

export const negated = (kind: string): string => `${kind}, denied`;
export const cueWords = (kind: string, cue: string): string => `${kind}, “${cue}”`;
export const continued = (kind: string): string => `${kind}, continued`;
export const dayOfArticle = (value: string): string => `${value} (the article’s date)`;
export const day = (value: string, words: string): string => `${value} (“${words}”)`;
export const alsoConsidered = (names: readonly string[]): string => `Also considered: ${names.join(', ')}`;
export const couldBe = (values: readonly string[]): string => `Could be ${values.join(', ')}`;
export const quotationCount = (count: number): string => (count === 1 ? '1 quotation' : `${count} quotations`);
export const mentionCount = (count: number): string => (count === 1 ? '1 mention' : `${count} mentions`);
export const mentionedAs = (type: string, form: string): string => `${type}, named here by ${form === 'name' ? 'name' : `a ${form}`}`;
