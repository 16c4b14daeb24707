import type { BlockLayer, PlacedMention, PlacedQuotation } from '../../layers';
import type { PeopleWords } from '../words';

/**
 * The mentions of a block that somebody's turn stands in. The role in its label ("The Minister for Ports (Ann Lee):") means whoever
 * speaks behind it, whomever the text before made likely; and who is addressed by an office ("Mr. President, ...") sits in the
 * chair, and is none of those who were named.
 */
export function withLabels(
  { text }: BlockLayer,
  mentions: readonly PlacedMention[],
  [turn]: readonly PlacedQuotation[],
  { titleGender }: PeopleWords,
): readonly PlacedMention[] {
  if (turn?.kind !== 'turn') return mentions;
  const speaker = turn.source?.back === 0 ? turn.speaker : null,
    isAddress = ({ form, span }: PlacedMention): boolean =>
      form === 'role' && span[0] >= turn.span[0] && titleGender.has(firstWord(text.slice(...span)));
  const others = mentions.some(isAddress) ? mentions.filter((mention) => !isAddress(mention)) : mentions;
  if (speaker === null) return others;
  return others.map((mention) =>
    mention.form === 'role' && mention.span[1] <= turn.span[0] && mention.entity !== speaker
      ? {
          ...mention,
          entity: speaker,
          why: { rule: 'label-role', evidence: { back: 0, span: turn.source?.span ?? turn.span }, confidence: 0.9 },
          candidates: [],
        }
      : mention,
  );
}

const firstWord = (role: string): string => (role.split(/\s/, 1)[0] ?? '').toLowerCase().replace(/\.$/, '');
