import type { NameCandidate } from '../layers';
import { ENTITY_TYPES, TYPES } from './types';

/*
 * What a naming is, from its own scores and from what the rest of the article says of the same name: a softmax over the types and
 * "no name" with learned weights. Its shares are the confidence that every name shows.
 */

/** What the other namings of a name say, without the naming in turn. */
export interface Hearsay {
  /** The sum of their voices for each type. */
  readonly voices: readonly number[];
  readonly namings: number;
  /** How many longer names have this one as their short form, by `Speaker`. */
  readonly spoken: readonly number[];
}

/** Who speaks for a short form: the whole name of a person, of a body, of one that begins with a place or people, or with a word of its own. */
export enum Speaker {
  Person,
  Body,
  LocalBody,
  CoinedBody,
}
export const SPEAKERS = 4;

/** More namings say no more than this many. */
const MOST_HEARD = 8;
const PERSON = ENTITY_TYPES.indexOf('person'),
  ORGANIZATION = ENTITY_TYPES.indexOf('organization');

/** The features of a type before those that each type has for itself, and how many it has. */
const SHARED = 8,
  OWN = 6;
/** How many weights a verdict has. */
export const VERDICT_WEIGHTS = SHARED + OWN * TYPES + 5;

/** Calls `add` with each feature of a type, by number and value. */
export function verdictFeatures(
  name: NameCandidate,
  voice: readonly number[],
  { voices, namings, spoken }: Hearsay,
  type: number,
  add: (feature: number, value: number) => void,
): void {
  const own = voice[type] ?? 0,
    heard = Math.min(namings, MOST_HEARD),
    mean = namings > 0 ? (voices[type] ?? 0) / namings : 0,
    said = Math.log2(1 + heard) * mean;
  let rival = 0;
  for (let other = 0; other < TYPES; other++) if (other !== type) rival = Math.max(rival, voice[other] ?? 0);
  add(0, own);
  if (name.weak) add(1, own);
  add(2, rival);
  add(3, mean);
  add(4, said);
  if (name.parts) {
    add(5, said);
    add(6, own);
  }
  if (namings > 0) add(7, own);
  const row = SHARED + type * OWN;
  add(row, 1);
  if (name.weak) add(row + 1, 1);
  if (name.parts) add(row + 2, 1);
  if (name.guarded) add(row + 3, 1);
  if (namings > 0) add(row + 4, 1);
  if (spoken.some((count) => count > 0)) add(row + 5, 1);
  const last = SHARED + OWN * TYPES;
  const heardOf = (speaker: Speaker): number => Math.log2(1 + Math.min(spoken[speaker] ?? 0, MOST_HEARD));
  if (type === PERSON) add(last, heardOf(Speaker.Person));
  if (type === PERSON && name.weak) add(last + 1, heardOf(Speaker.Person));
  if (type === ORGANIZATION) {
    add(last + 2, heardOf(Speaker.Body));
    add(last + 3, heardOf(Speaker.LocalBody));
    add(last + 4, heardOf(Speaker.CoinedBody));
  }
}

/** The share of each type; what is missing to 1 is the share of "no name". */
export function sharesOf(
  name: NameCandidate,
  voice: readonly number[],
  hearsay: Hearsay,
  weights: readonly number[],
): number[] {
  const shares: number[] = [];
  let all = 1;
  for (let type = 0; type < TYPES; type++) {
    let sum = 0;
    verdictFeatures(name, voice, hearsay, type, (feature, value) => (sum += (weights[feature] ?? 0) * value));
    const odds = Math.exp(Math.min(sum, 30));
    shares.push(odds);
    all += odds;
  }
  for (let type = 0; type < TYPES; type++) shares[type] = (shares[type] ?? 0) / all;
  return shares;
}
