import type { NameCandidate, TextLayer, TurnLabel } from '../layers';
import { bySpan, overlap } from '../span';
import { firstFrom } from '../search';
import { shortForms } from './shortForms';
import { ENTITY_TYPES } from './types';
import { Speaker } from './verdict';

/** How sure a label with a title, a party or a time makes it that a person is named, in log-odds; of every other type it says the contrary. */
const SCORE = 6;
const CONFIDENCE = 0.9;
const MOST_WORDS = 4;

/** The words of one language that the names in labels are read by. */
export interface LabelNameWords {
  readonly titles: ReadonlySet<string>;
  readonly familyEnding: string;
}

/**
 * The names of a block with the one of its label, where that is a label by itself ("Mr. LEE. ", "[00:12:31] Ann Lee") and the words
 * around do not tell that a person is named: what follows a label is no sentence that the name could be read by.
 */
export function withLabelName(
  names: readonly NameCandidate[],
  text: TextLayer,
  label: TurnLabel | null,
  words: LabelNameWords,
): readonly NameCandidate[] {
  if (!label?.titled || label.part) return names;
  const inside = names.filter((name) => overlap(name.span, label.name) > 0),
    [known] = inside;
  if (inside.length === 1 && isSure(known) && known.coreSpan[1] <= label.name[1]) return names;
  const made = candidateOf(text, label, words);
  return made ? [...names.filter((name) => !inside.includes(name)), made].sort(bySpan) : names;
}

const isSure = (name: NameCandidate | undefined): name is NameCandidate =>
  name?.type === 'person' && !name.weak && name.confidence >= CONFIDENCE;

function candidateOf({ tokens }: TextLayer, { name }: TurnLabel, words: LabelNameWords): NameCandidate | null {
  const first = firstFrom(tokens.start, tokens.count, name[0]);
  let to = firstFrom(tokens.start, tokens.count, name[1]),
    from = first;
  while (from < to - 1 && words.titles.has(bare(tokens.lower[from] ?? ''))) from++;
  while (to > from && !/\p{L}/u.test(tokens.lower[to - 1] ?? '')) to--;
  if (to <= from || to - from > MOST_WORDS) return null;
  const end = Math.min(tokens.end[to - 1] ?? 0, name[1]),
    lower = Array.from({ length: to - from }, (_, at) => tokens.lower[from + at] ?? ''),
    key = lower.join(' ');
  const title = from > first ? { from: first, to: from } : null,
    coreSpan = [tokens.start[from] ?? 0, end] as const,
    titledSpan = [tokens.start[first] ?? 0, end] as const;
  return {
    from: first,
    to,
    span: titledSpan,
    core: { from, to },
    coreSpan,
    title,
    titledSpan,
    type: 'person',
    confidence: CONFIDENCE,
    key,
    parts: lower.length < 2 ? null : shortForms(key, lower[0] ?? '', lower.at(-1) ?? '', words.familyEnding),
    scores: ENTITY_TYPES.map((type) => (type === 'person' ? SCORE : -SCORE)),
    speaker: lower.length < 2 ? null : Speaker.Person,
    weak: false,
    guarded: false,
    why: { rule: 'name-label', evidence: { back: 0, span: titledSpan }, confidence: CONFIDENCE },
  };
}

const bare = (word: string): string => word.replace(/\.$/, '');
