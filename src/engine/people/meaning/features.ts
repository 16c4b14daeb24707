import type { Candidate } from './candidates';
import type { Named, Seen, Unnamed, Who } from './entities';
import { Article, type Local, Slot } from '../mentions/mention';
import { bucket, distance, type Sink, SLOTS, Space } from './space';
import { unranked } from '../mentions/rank';
import type { PeopleWords } from '../words';

const pronoun = new Space(),
  role = new Space();
const P = {
  distance: pronoun.add('distance', 7 * SLOTS),
  blocks: pronoun.add('blocks', 4),
  slots: pronoun.add('slots', SLOTS * SLOTS * 2),
  form: pronoun.add('form', 6),
  rank: pronoun.add('rank', 10),
  gender: pronoun.add('gender', 4),
  count: pronoun.add('count', 6),
  weight: pronoun.add('weight', 3),
  lastSubject: pronoun.add('lastSubject', SLOTS * 2),
  frame: pronoun.add('frame', 8),
  speaksFar: pronoun.add('speaksFar', 2),
  quote: pronoun.add('quote', 6),
  only: pronoun.add('only', 4),
  kind: pronoun.add('kind', 8),
  many: pronoun.add('many', 6),
  bound: pronoun.add('bound', 2),
  ahead: pronoun.add('ahead', 3),
  told: pronoun.add('told', 2),
  headline: pronoun.add('headline', 1),
  none: pronoun.add('none', SLOTS * 2),
  noneGender: pronoun.add('noneGender', 4),
  nonePool: pronoun.add('nonePool', 4),
};
const R = {
  head: role.add('head', 6 * 4),
  modifiers: role.add('modifiers', 4 * 3),
  distance: role.add('distance', 7),
  blocks: role.add('blocks', 4),
  rank: role.add('rank', 5),
  named: role.add('named', 12),
  count: role.add('count', 6),
  weight: role.add('weight', 3),
  slot: role.add('slot', SLOTS),
  form: role.add('form', 3),
  owner: role.add('owner', 3),
  many: role.add('many', 3),
  gender: role.add('gender', 4),
  subject: role.add('subject', 2),
  source: role.add('source', 4),
  quote: role.add('quote', 4),
  none: role.add('none', 4 * 2),
  noneMatch: role.add('noneMatch', 4 * 6),
  noneSource: role.add('noneSource', 2),
  noneOffice: role.add('noneOffice', 4 * 3),
  match: role.add('match', 4),
};

/** How many weights each model has, and what each is called. */
export const PRONOUN_FEATURES: readonly string[] = pronoun.names;
export const ROLE_FEATURES: readonly string[] = role.names;

const FEW = [0, 1, 2],
  RANKS = [0, 1, 2, 3],
  COUNTS = [1, 2, 3, 5, 8],
  POOLS = [0, 1, 3];

/** 0: shown to agree, 1: not known, 2: a name list agrees, 3: a name list disagrees. Shown disagreement never gets here. */
function genderMatch(local: Local, who: Who): number {
  if (who.gender === 'n') return local.many ? 0 : 1;
  if (local.gender === null || who.gender === null) return 1;
  if (who.kind === 'unnamed' || who.genderShown) return 0;
  return who.gender === local.gender ? 2 : 3;
}

/** Whether a candidate may be meant at all by a pronoun: number, and gender where the article shows it. */
export function mayMean(local: Local, who: Who, last: Local): boolean {
  const shown = who.kind === 'unnamed' ? who.gender !== null : who.genderShown;
  if (shown && local.gender !== null && who.gender !== null && who.gender !== local.gender) return false;
  const many = who.kind === 'unnamed' ? who.many : last.many;
  if (!local.many) return who.type === 'person' && !many;
  // "They" for one only where nothing shows that one's gender, or the article says "they" of that one.
  if (who.gender === 'n') return true;
  return many || who.type === 'group' || who.type === 'organization' || (who.type === 'person' && !shown);
}

/**
 * Whether somebody may be meant at all by a role: number, gender where the article shows it, and nobody of whom the article says
 * otherwise: no vice president is the president, and whoever accuses the president is somebody else.
 */
export function mayPlay(local: Local, who: Who, last: Local): boolean {
  if (who.type !== 'person' || hasOtherRank(local, who)) return false;
  const shown = who.kind === 'unnamed' ? who.gender !== null : who.genderShown;
  if (shown && local.gender !== null && who.gender !== null && who.gender !== local.gender) return false;
  const many = who.kind === 'unnamed' ? who.many : last.many;
  return many === local.many;
}

/** Whether somebody's office is the one meant but for what makes it another ("former", "vice"). */
function hasOtherRank({ noun }: Local, who: Who): boolean {
  const base = unranked(noun);
  if (who.kind === 'unnamed') return who.noun !== noun && unranked(who.noun) === base;
  if (who.nouns.size === 0 || who.nouns.has(noun)) return false;
  for (const other of who.nouns) if (unranked(other) === base) return true;
  return false;
}

/** What speaks for and against one candidate of a pronoun, of `pool` in all. */
export function pronounFeatures(local: Local, candidate: Candidate, pool: number, out: Sink): void {
  const { last, who } = candidate,
    same = candidate.sentences === 0 ? 1 : 0,
    slot = local.slot;
  out.push(P.distance + distance(candidate.sentences) * SLOTS + slot);
  out.push(P.blocks + bucket(candidate.blocks, FEW));
  out.push(P.slots + (last.slot * SLOTS + slot) * 2 + same);
  out.push(P.form + (last.form === 'name' ? 0 : last.form === 'role' ? 1 : 2) * 2 + same);
  out.push(P.rank + bucket(candidate.rank, RANKS) * 2 + same);
  out.push(P.gender + genderMatch(local, who));
  out.push(P.count + bucket(candidate.count, COUNTS));
  if (who.kind === 'named') out.push(P.weight + who.weight);
  if (candidate.lastSubject) out.push(P.lastSubject + slot * 2 + same);
  reportFeatures(local, candidate, out);
  if (pool === 1) out.push(P.only + (local.many ? 2 : 0) + same);
  out.push(local.many ? P.many + kindOfMany(candidate) : P.kind + kindOfOne(candidate));
  if (isBound(local, candidate)) out.push(P.bound + (slot === Slot.Object ? 0 : 1));
  // "After he left, Ann Lee ...": the name comes later only where the pronoun stands near the beginning, and not first.
  if (candidate.sentences < 0) out.push(P.ahead + (local.place === 0 ? 0 : local.place <= 3 ? 1 : 2));
  // "She told him he ...": the one told stands right before, and is seldom meant.
  if (last.slot === Slot.Object && slot === Slot.Subject && candidate.blocks === 0 && local.from - last.to === 0)
    out.push(P.told + (last.form === 'pronoun' ? 0 : 1));
  if (candidate.headline) out.push(P.headline);
}

/** Where the pronoun and the candidate's last naming stand in what somebody says, and who says it. */
function reportFeatures(local: Local, candidate: Candidate, out: Sink): void {
  const { last, speaks, spokeLast, sentences, blocks } = candidate,
    { slot, mark } = local;
  if (speaks) out.push(P.frame + (slot === Slot.Subject ? 0 : slot === Slot.Owner ? 1 : 2));
  // "Lee said the minister told her she ...": another subject stands nearer than the one whose words these are.
  if (speaks && !candidate.lastSubject) out.push(P.speaksFar + (slot === Slot.Subject ? 0 : 1));
  else if (!speaks && local.within >= 0 && sentences === 0) out.push(P.frame + 3);
  // "Lee said Moe's leaving changed nothing. “Who cares?” he asked.": in one paragraph whoever speaks goes on speaking.
  if (local.sourceOf >= 0 && spokeLast && blocks === 0) out.push(P.frame + 7);
  if (local.sourceOf >= 0) out.push(P.frame + (spokeLast ? 4 : sentences === 0 && last.sourceOf < 0 ? 5 : 6));
  if (mark < 0) out.push(P.quote + (last.mark < 0 ? 0 : 1));
  else out.push(P.quote + (last.mark < 0 ? 2 : last.mark === mark && blocks === 0 ? 3 : 4));
}

/** 0: a named person, 1: a group, 2: an organization, 3: several people, or one of whom the article says "they", 4: an unnamed person, 5: anything else unnamed. */
function kindOfMany({ who, last }: Candidate): number {
  if (who.gender === 'n') return 3;
  if (who.kind === 'unnamed') return who.many ? 3 : who.type === 'person' ? 4 : 5;
  return who.type === 'person' ? (last.many ? 3 : 0) : who.type === 'group' ? 1 : 2;
}

/** 0: named; else by how often mentioned, and whether just brought in. */
const kindOfOne = ({ who, last, count }: Candidate): number =>
  who.kind === 'named' ? 0 : 1 + bucket(count, [1, 3]) + (last.article === Article.Indefinite ? 3 : 0);

/** What stands as the object of a clause cannot mean the subject of that clause ("Lee saw him"), and behind a preposition seldom does ("Lee spoke with him"). */
export function isBound(local: Local, { last, sentences, blocks, lastSubject }: Candidate): boolean {
  return (
    lastSubject &&
    sentences === 0 &&
    blocks === 0 &&
    (local.slot === Slot.Object || local.slot === Slot.Oblique) &&
    local.pronoun?.slot !== 'self' &&
    last.slot === Slot.Subject &&
    local.from - last.to <= 4 &&
    local.from >= last.to
  );
}

export function noPronounFeatures(local: Local, pool: number, out: Sink): void {
  out.push(P.none + local.slot * 2 + (local.mark >= 0 ? 1 : 0));
  out.push(P.noneGender + (local.gender === 'f' ? 0 : local.gender === 'm' ? 1 : 2));
  out.push(P.nonePool + bucket(pool, POOLS));
}

/** 0: shared, 1: both have one and they differ, 2: at least one has none. */
const ageMatch = (age: string | null, who: Who): number =>
  age === null || who.age === null ? 2 : age === who.age ? 0 : 1;

/** Whether a noun says nothing of what somebody does: "counterpart", "Spaniard", "24-year-old". */
const isVague = (noun: string, words: PeopleWords): boolean =>
  noun === '' ||
  words.counterparts.has(noun) ||
  words.natives.has(noun) ||
  words.together.has(noun) ||
  noun.endsWith(words.ageEnding);

/** What stands for the best match where there is nobody to match. */
export const NO_MATCH = 5;

/** 0: the same noun (of an age: the same years), 1: a noun for the same office, 2: roles are known and none fits, 3: no role is known, 4: the noun says of nobody what they do. */
export function headMatch(local: Local, who: Who, words: PeopleWords, owner: Seen | null = null): number {
  if (owner?.who.kind === 'named' && who.kind === 'named' && words.counterparts.has(local.noun))
    return officeMatch(owner.who, who, words);
  const office = words.offices.get(local.noun),
    vague = isVague(local.noun, words);
  if (vague && local.age !== null) return [0, 2, 4][ageMatch(local.age, who)] ?? 4;
  if (who.kind === 'unnamed')
    return who.noun === local.noun ? 0 : vague ? 4 : who.noun === '' ? 3 : office?.has(who.noun) ? 1 : 2;
  if (who.nouns.has(local.noun)) return 0;
  if (vague) return 4;
  if (who.nouns.size === 0) return 3;
  if (office) for (const noun of who.nouns) if (office.has(noun)) return 1;
  return 2;
}

/** "His counterpart": 0 where the two hold the same office, 1 a like one, 2 where the offices differ, 4 where one of them is not known. */
function officeMatch({ nouns }: Named, other: Named, words: PeopleWords): number {
  if (nouns.size === 0 || other.nouns.size === 0) return 4;
  let match = 2;
  for (const noun of nouns) {
    if (other.nouns.has(noun)) return 0;
    for (const like of words.offices.get(noun) ?? []) if (other.nouns.has(like)) match = 1;
  }
  return match;
}

/** The place that a word stands for ("Spanish", "Spaniard", "Spain"), in one spelling; any other word as it is. */
function placeOf(word: string, { demonyms, places }: PeopleWords): string {
  const place = demonyms.get(word) ?? word;
  return places.get(place) ?? place;
}

/** 0: shared, 1: both have some and share none, or are of different places, 2: at least one has none. */
export function modifierMatch(local: Local, who: Who, words: PeopleWords): number {
  const age = ageMatch(local.age, who);
  if (age === 0) return 0;
  let own = age === 1 ? 1 : 0,
    isShared = false;
  if (local.modifiers.length === 0 || who.modifiers.length === 0) return own === 0 ? 2 : 1;
  for (const word of local.modifiers) {
    if (words.courtesy.has(word)) continue;
    own++;
    const place = placeOf(word, words),
      isPlace = words.demonyms.has(word);
    if (who.modifiers.some((other) => other === word || placeOf(other, words) === place)) isShared = true;
    else if (isPlace && who.modifiers.some((other) => words.demonyms.has(other))) return 1;
  }
  return isShared ? 0 : own === 0 ? 2 : 1;
}

export function roleFeatures(
  local: Local,
  candidate: Candidate,
  words: PeopleWords,
  owner: Seen | null,
  out: Sink,
): void {
  const { who, last } = candidate,
    head = headMatch(local, who, words, owner),
    modifiers = modifierMatch(local, who, words);
  out.push(R.head + head * 4 + local.article);
  out.push(R.modifiers + modifiers * 4 + (head === 0 ? 0 : head === 1 ? 1 : head === 2 ? 2 : 3));
  out.push(R.distance + distance(candidate.sentences));
  out.push(R.blocks + bucket(candidate.blocks, FEW));
  out.push(R.rank + bucket(candidate.rank, RANKS));
  out.push(R.named + (who.kind === 'named' ? 0 : 6) + head);
  out.push(R.count + bucket(candidate.count, COUNTS));
  if (who.kind === 'named') out.push(R.weight + who.weight);
  out.push(R.slot + last.slot);
  out.push(R.form + (last.form === 'name' ? 0 : last.form === 'role' ? 1 : 2));
  out.push(R.gender + genderMatch(local, who));
  if (head === 0) out.push(R.match + (who.kind === 'named' ? 0 : modifiers === 1 ? 2 : modifiers === 0 ? 1 : 3));
  if (owner !== null) out.push(R.owner + (who.kind === 'named' ? 1 : isOwnedBy(candidate, who, owner) ? 0 : 2));
  if (local.many) out.push(R.many + (who.kind === 'named' ? 0 : 1));
  if (candidate.lastSubject) out.push(R.subject + (local.slot === Slot.Subject ? 0 : 1));
  if (candidate.speaks) out.push(R.source + (local.slot === Slot.Subject ? 0 : 1));
  else if (local.sourceOf >= 0) out.push(R.source + (candidate.spokeLast ? 2 : 3));
  out.push(R.quote + (local.mark < 0 ? (last.mark < 0 ? 0 : 1) : last.mark < 0 ? 2 : 3));
}

const isOwnedBy = ({ back }: Candidate, who: Unnamed, owner: Seen): boolean =>
  who.owner?.who === owner.who && (owner.who.kind === 'named' || who.owner.back + back === owner.back);

export function noRoleFeatures(local: Local, best: number, words: PeopleWords, out: Sink): void {
  const kind = words.counterparts.has(local.noun) ? 2 : words.offices.has(local.noun) ? 1 : 0;
  out.push(R.noneOffice + local.article * 3 + kind);
  out.push(R.none + local.article * 2 + (local.many ? 1 : 0));
  out.push(R.noneMatch + local.article * 6 + best);
  out.push(R.noneSource + (local.sourceOf >= 0 ? 1 : 0));
}
