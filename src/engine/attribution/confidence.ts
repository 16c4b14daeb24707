import { along, type Curve } from '../curve';
import type { PlacedMention } from '../layers';
import type { MentionForm } from '../model';

/*
 * How often a speaker is right in press/train, by what names the source and by how likely the weights hold the choice of its words:
 * a name almost always, a pronoun as often as it is clear whom it means, a role ("the businessman") least. Shares are rounded down,
 * since the weights were learned from some of the same articles.
 */
const CHOICE: Readonly<Record<MentionForm, Curve>> = {
  name: [
    [0, 0.5],
    [0.5, 0.75],
    [0.8, 0.86],
    [0.9, 0.92],
    [0.95, 0.97],
    [1, 0.99],
  ],
  pronoun: [
    [0, 0.4],
    [0.5, 0.7],
    [0.8, 0.82],
    [1, 0.89],
  ],
  role: [
    [0, 0.25],
    [0.5, 0.45],
    [0.8, 0.6],
    [0.95, 0.7],
    [1, 0.76],
  ],
};
/** By how sure it is whom a pronoun means. */
const PRONOUN: Curve = [
  [0, 0.2],
  [0.4, 0.3],
  [0.6, 0.57],
  [0.7, 0.75],
  [0.9, 0.89],
  [1, 0.89],
];
/** The most that a speaker is sure who was found by a rule that is often wrong. */
const BY_RULE: Readonly<Record<string, number>> = {
  'running-source': 0.3,
  'headline-match': 0.4,
  'same-sentence': 0.55,
  'belongs-to-next': 0.6,
  'led-in': 0.75,
};
/** Where no mention of the source is known. */
const UNKNOWN = 0.35;

/** How sure it is who spoke, 0 to 1: `score` is the probability of the chosen words, `source` the mention that they are. */
export function speakerConfidence(
  rule: string,
  score: number,
  source: Pick<PlacedMention, 'form' | 'why'> | null,
): number {
  const chosen = source ? along(CHOICE[source.form], score) : Math.min(score, UNKNOWN),
    meant = source?.form === 'pronoun' ? along(PRONOUN, source.why.confidence) : 1;
  return Math.round(Math.min(chosen, meant, BY_RULE[rule] ?? 1) * 100) / 100;
}
