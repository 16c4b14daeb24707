import { carry, type Change, placeBefore } from '../../kept';
import type {
  BlockLayer,
  People,
  PlacedMention,
  PlacedNaming,
  PlacedQuotation,
  PlacedUnclear,
  Said,
} from '../../layers';
import { firstFrom, firstSpanFrom } from '../../search';
import { contains } from '../../span';
import { isWorthTelling } from '../meaning/unclear';
import type { PeopleWords } from '../words';
import { withLabels } from './inLabels';

/**
 * Adds "I", "me" and "my" inside quotations, and "we" where a group speaks: they mean the quotation's speaker. "He" and "she" do
 * not, nor does "the minister": where one of them was taken for the speaker, the runner-up takes its place, or nobody; where it is not clear who is meant, the
 * speaker is none of those who may be. Of the next version of an article only blocks are read that changed, or whose mentions or
 * quotations did.
 */
export class SpeakerReader {
  #before: People['mentions'] = [];
  #quotations: Said['quotations'] = [];
  #mentions: readonly (readonly PlacedMention[])[] = [];

  constructor(private readonly words: PeopleWords) {}

  read(layers: readonly BlockLayer[], change: Change, people: People, said: Said): People {
    const mentions = carry(this.#mentions, change, NONE),
      unclear = people.unclear.flatMap((naming) => {
        const layer = layers[naming.block];
        return layer ? mayMeanOthers(naming, said.quotations[naming.block] ?? NOTHING, layer, this.words) : [naming];
      });
    for (let at = 0; at < layers.length; at++) {
      const list = people.mentions[at] ?? NONE,
        quoted = said.quotations[at] ?? NOTHING,
        old = placeBefore(at, change);
      if (old >= 0 && this.#before[old] === list && this.#quotations[old] === quoted) continue;
      const layer = layers[at];
      if (layer) mentions[at] = quoted.length === 0 ? list : this.#withSpeakers(layer, list, quoted, people);
    }
    this.#before = people.mentions;
    this.#quotations = said.quotations;
    this.#mentions = mentions;
    return { ...people, mentions, unclear };
  }

  #withSpeakers(
    layer: BlockLayer,
    list: readonly PlacedMention[],
    quotations: readonly PlacedQuotation[],
    people: People,
  ): readonly PlacedMention[] {
    const added = firstPerson(layer, quotations, people, this.words),
      kept = withLabels(layer, withoutSpeakers(list, quotations, layer, this.words), quotations, this.words);
    return added.length > 0 ? [...kept, ...added].sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]) : kept;
  }
}

const NONE: readonly PlacedMention[] = [],
  NOTHING: readonly PlacedQuotation[] = [];

function firstPerson(
  layer: BlockLayer,
  quotations: readonly PlacedQuotation[],
  people: People,
  words: PeopleWords,
): PlacedMention[] {
  return layer.references.flatMap((reference): PlacedMention[] => {
    const pronoun =
      reference.form === 'pronoun' ? words.pronouns.get(layer.tokens.lower[reference.from] ?? '') : undefined;
    const quotation = pronoun?.person === 1 ? innermost(quotations, reference.span) : undefined;
    if (
      !pronoun ||
      !quotation ||
      quotation.speaker === null ||
      quotation.kind === 'other' ||
      (pronoun.many && !speaksForMany(people, quotation.speaker))
    )
      return [];
    return [
      {
        span: reference.span,
        form: 'pronoun',
        entity: quotation.speaker,
        why: { rule: 'own-words', evidence: { back: 0, span: quotation.span }, confidence: quotation.why.confidence },
        candidates: quotation.candidates,
      },
    ];
  });
}

function withoutSpeakers(
  list: readonly PlacedMention[],
  quotations: readonly PlacedQuotation[],
  layer: BlockLayer,
  words: PeopleWords,
): readonly PlacedMention[] {
  if (!list.some((mention) => speakerAround(mention, quotations, layer, words) === mention.entity)) return list;
  return list.flatMap((mention) =>
    speakerAround(mention, quotations, layer, words) === mention.entity ? otherThanSpeaker(mention) : [mention],
  );
}

/** A mention as it is read where the one it was taken for turns out to speak: the runner-up's, or nobody's. */
export function otherThanSpeaker(mention: PlacedMention): readonly PlacedMention[] {
  const [next, ...rest] = mention.candidates;
  return next
    ? [
        {
          ...mention,
          entity: next.entity,
          why: { rule: 'not-speaker', evidence: null, confidence: next.confidence },
          candidates: rest,
        },
      ]
    : [];
}

/** The same without the speaker among those who may be meant; none where that leaves nobody likely. */
function mayMeanOthers(
  naming: PlacedUnclear,
  quotations: readonly PlacedQuotation[],
  layer: BlockLayer,
  words: PeopleWords,
): PlacedUnclear[] {
  const speaker = speakerAround(naming, quotations, layer, words);
  if (!naming.candidates.some(({ entity }) => entity === speaker)) return [naming];
  const candidates = naming.candidates.filter(({ entity }) => entity !== speaker);
  return isWorthTelling(candidates) ? [{ ...naming, candidates }] : [];
}

/** The speaker of the quotation that a pronoun stands in, or, where it is a clause of its own, a role; or null. Nobody is "my colleague" or
 * "the minister" to himself; "his boss" one may be. */
function speakerAround(
  { form, span }: PlacedNaming,
  quotations: readonly PlacedQuotation[],
  layer: BlockLayer,
  words: PeopleWords,
): number | null {
  if (form === 'name' || (form === 'role' && !isOwnView(layer, span, words))) return null;
  const quotation = innermost(quotations, span);
  return form === 'pronoun' || quotation?.kind === 'direct' || quotation?.kind === 'turn'
    ? (quotation?.speaker ?? null)
    : null;
}

/** "My colleague", "the minister": how a speaker speaks of somebody, not how others would call the speaker. */
function isOwnView(
  { tokens }: BlockLayer,
  [start]: PlacedNaming['span'],
  { definite, pronouns }: PeopleWords,
): boolean {
  const first = tokens.lower[firstFrom(tokens.start, tokens.count, start)] ?? '';
  return definite.has(first) || pronouns.get(first)?.person === 1;
}

/** The smallest quotation around a span: the last to begin before it, or the nearest of those that one stands in. */
function innermost(quotations: readonly PlacedQuotation[], span: PlacedMention['span']): PlacedQuotation | undefined {
  let quotation = quotations[firstSpanFrom(quotations, span[0] + 1) - 1];
  while (quotation && !contains(quotation.span, span))
    quotation = quotation.inside === null ? undefined : quotations[quotation.inside];
  return quotation;
}

/** "We" means the speaker where the speaker is an organization or several people. */
function speaksForMany(people: People, speaker: number): boolean {
  const entity = people.entities[speaker];
  return (
    entity?.type === 'organization' || (entity?.key.startsWith('role:') === true && / s(?: \d+)?$/.test(entity.key))
  );
}
