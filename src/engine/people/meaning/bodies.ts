import { Article, type Local, Slot } from '../mentions/mention';
import type { PeopleWords } from '../words';
import type { Candidate } from './candidates';
import type { Who } from './entities';
import { modifierMatch } from './features';
import { bucket, distance, type Sink, SLOTS, Space } from './space';

/** Whom "it", "the firm" or "the committee" means: what speaks for and against each body named before. */

const body = new Space();
const B = {
  distance: body.add('distance', 7 * 2),
  blocks: body.add('blocks', 4 * 2),
  slot: body.add('slot', SLOTS * 2),
  form: body.add('form', 3 * 2),
  rank: body.add('rank', 5 * 2),
  count: body.add('count', 6),
  subject: body.add('subject', 2),
  spoke: body.add('spoke', 2),
  speaks: body.add('speaks', 2),
  type: body.add('type', 3 * 2),
  match: body.add('match', 5 * 2),
  modifiers: body.add('modifiers', 3),
  quote: body.add('quote', 2),
  headline: body.add('headline', 1),
  none: body.add('none', 2 * 2),
  noneMatch: body.add('noneMatch', 6 * 2),
};

/** How many weights the model has, and what each is called. */
export const BODY_FEATURES: readonly string[] = body.names;

/** Whether a mention is "it". */
export const isThing = (local: Local): boolean => local.form === 'pronoun' && local.type === 'organization';

/** Whether something may be meant at all by "it" or a noun for a body: "it" may be a country, "the firm" may not. */
export function mayBeBody(local: Local, who: Who, last: Local): boolean {
  if (who.kind === 'unnamed') return who.type === 'organization' && !who.many;
  return (
    !last.many &&
    (who.type === 'organization' || (who.type === 'place' && isThing(local) && last.slot === Slot.Subject))
  );
}

/** 0: the name or what stands beside it has the noun, 1: a noun of its kind, 2: only nouns of other kinds, 3: none, 4: nothing is asked. */
export function bodyMatch(local: Local, who: Who, { bodyKinds }: PeopleWords): number {
  if (isThing(local)) return 4;
  if (who.kind === 'unnamed') return kindsMatch(local.noun, [who.noun], bodyKinds);
  return who.nouns.size === 0 ? 3 : kindsMatch(local.noun, who.nouns, bodyKinds);
}

function kindsMatch(noun: string, others: Iterable<string>, kinds: PeopleWords['bodyKinds']): number {
  const own = kinds.get(noun) ?? 0;
  let match = 2;
  for (const other of others) {
    if (other === noun) return 0;
    if ((own & (kinds.get(other) ?? 0)) !== 0) match = 1;
  }
  return match;
}

export function bodyFeatures(local: Local, candidate: Candidate, words: PeopleWords, out: Sink): void {
  const { last, who } = candidate,
    noun = isThing(local) ? 0 : 1;
  out.push(B.distance + distance(candidate.sentences) * 2 + noun);
  out.push(B.blocks + bucket(candidate.blocks, [0, 1, 2]) * 2 + noun);
  out.push(B.slot + last.slot * 2 + noun);
  out.push(B.form + (last.form === 'name' ? 0 : last.form === 'role' ? 1 : 2) * 2 + noun);
  out.push(B.rank + bucket(candidate.rank, [0, 1, 2, 3]) * 2 + noun);
  out.push(B.count + bucket(candidate.count, [1, 2, 3, 5, 8]));
  if (candidate.lastSubject) out.push(B.subject + noun);
  if (candidate.spokeLast) out.push(B.spoke + noun);
  if (candidate.speaks) out.push(B.speaks + noun);
  out.push(B.type + (who.kind === 'unnamed' ? 2 : who.type === 'place' ? 1 : 0) * 2 + noun);
  out.push(B.match + bodyMatch(local, who, words) * 2 + (local.article === Article.Definite ? 0 : 1));
  if (noun === 1) out.push(B.modifiers + modifierMatch(local, who, words));
  if (last.mark >= 0) out.push(B.quote + noun);
  if (candidate.headline) out.push(B.headline);
}

/** `best` is the best match of the candidates. */
export function noBodyFeatures(local: Local, best: number, out: Sink): void {
  out.push(B.none + (isThing(local) ? 0 : 1) * 2 + (local.sourceOf >= 0 ? 1 : 0));
  out.push(B.noneMatch + best * 2 + (local.article === Article.Definite ? 0 : 1));
}
