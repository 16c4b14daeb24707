import type { BlockLayer, EntityDraft, PlacedMention } from '../layers';
import type { LabelWords } from '../text/words';

/** Who asks and who answers, where an article labels no more than questions and answers. */
export interface Interview {
  readonly asks: PlacedMention | null;
  readonly answers: PlacedMention | null;
}

/** So many blocks before the first question introduce the two. */
const MOST_BLOCKS = 40;

/** What the blocks before the first question say of a person. */
interface Introduced {
  readonly mention: PlacedMention;
  count: number;
  isLed: boolean;
  isAuthor: boolean;
  /** Named where a sentence speaks of an interview. */
  isParty: boolean;
}

/**
 * Who is interviewed is whom the text before the first question is about; who asks has written it, or is the other one in a sentence
 * that speaks of an interview. Nobody where two are equally likely.
 */
export function readInterview(
  layers: readonly BlockLayer[],
  mentions: readonly (readonly PlacedMention[])[],
  entities: readonly EntityDraft[],
  first: number,
  words: LabelWords,
): Interview {
  const people = new Map<number, Introduced>();
  for (let at = Math.max(0, first - MOST_BLOCKS); at < first; at++) {
    const layer = layers[at];
    if (layer && layer.kind !== 'boilerplate' && layer.kind !== 'header')
      readIntroduction(
        layer,
        (mentions[at] ?? []).filter(({ entity }) => entities[entity]?.type === 'person'),
        people,
        words,
      );
  }
  const all = [...people.values()],
    others = all.filter(({ isAuthor }) => !isAuthor),
    answers = only(others.filter(({ isLed }) => isLed)) ?? mostNamed(others);
  const rest = all.filter((one) => one !== answers),
    asks = answers && (only(rest.filter(({ isAuthor }) => isAuthor)) ?? only(rest.filter(({ isParty }) => isParty)));
  return { asks: asks?.mention ?? null, answers: answers?.mention ?? null };
}

function readIntroduction(
  { kind, tokens, sentences }: BlockLayer,
  mentions: readonly PlacedMention[],
  people: Map<number, Introduced>,
  { interviews, leads }: LabelWords,
): void {
  let sentence = 0,
    token = 0;
  for (const mention of mentions) {
    while (token < tokens.count && (tokens.start[token] ?? 0) < mention.span[0]) token++;
    while (sentence + 1 < sentences.length && (sentences[sentence]?.to ?? 0) <= token) sentence++;
    const known = people.get(mention.entity) ?? { mention, count: 0, isLed: false, isAuthor: false, isParty: false };
    people.set(mention.entity, known);
    known.count++;
    if (kind === 'byline') known.isAuthor = true;
    const { from, to } = sentences[sentence] ?? { from: 0, to: 0 };
    if (tokens.lower.slice(from, to).some((word) => interviews.has(word))) {
      known.isParty = true;
      if (mention.form === 'name' && leads.has(tokens.lower[token - 1] ?? '')) known.isLed = true;
    }
  }
}

function mostNamed(people: readonly Introduced[]): Introduced | null {
  let most = 0;
  for (const { count } of people) most = Math.max(most, count);
  return only(people.filter(({ count }) => count === most));
}

const only = <T>(list: readonly T[]): T | null => (list.length === 1 ? (list[0] ?? null) : null);
