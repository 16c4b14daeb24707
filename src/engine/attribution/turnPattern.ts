import type { BlockLayer, EntityDraft, PlacedMention, TurnLabel } from '../layers';
import { overlap } from '../span';

/** A block with a label, and whom its name means. */
export interface Labelled {
  readonly at: number;
  readonly label: TurnLabel;
  readonly isHeadline: boolean;
  readonly mention: PlacedMention | null;
  readonly isPerson: boolean;
}

/** Reads whom the label of a block names: a person before a body. */
export function readLabelled(
  at: number,
  { kind }: BlockLayer,
  label: TurnLabel,
  mentions: readonly PlacedMention[],
  entities: readonly EntityDraft[],
): Labelled {
  let mention: PlacedMention | null = null,
    isPerson = false,
    most = 0;
  for (const one of mentions) {
    if (one.span[0] >= label.name[1]) break;
    const type = entities[one.entity]?.type,
      shared =
        (type === 'person' || type === 'organization' ? overlap(one.span, label.name) : 0) *
        (type === 'person' ? LABEL : 1);
    if (shared <= most) continue;
    [mention, isPerson, most] = [one, type === 'person', shared];
  }
  return { at, label, isHeadline: kind === 'headline', mention, isPerson };
}

/** Longer than any label. */
const LABEL = 200;

/**
 * Which of an article's labels begin somebody's turn. Only a pattern of labels tells: a question and an answer, two labels of a
 * record, or two names before what reads as a conversation. "Note:", a list of players with marks or what a film's credits say is none.
 */
export function findTurns(labelled: readonly Labelled[]): readonly Labelled[] {
  const forms = new Set(labelled.map(({ label }) => label.form)),
    records = labelled.filter(({ label }) => label.form === 'record');
  const counts = countKeys(labelled),
    named = inText(labelled).filter((one) => mayName(one, counts)),
    spoken = isConversation([...named, ...records]);
  const asks = forms.has('question') && (forms.has('answer') || named.some(({ label }) => label.spoken));
  const isRecord = records.length > 1 || spoken || records.some(({ label }) => label.addressed);
  if (!asks && !isRecord && !spoken) return [];
  const names = new Set(spoken || asks ? named : []);
  return labelled.filter(
    (one) =>
      names.has(one) ||
      (one.label.form === 'record' && isRecord) ||
      (asks && (one.label.form === 'question' || one.label.form === 'answer')),
  );
}

/** A conversation may begin at the top of a text, where short lines are headlines; those of an article stand by themselves. */
function inText(labelled: readonly Labelled[]): readonly Labelled[] {
  const found: Labelled[] = [];
  for (let index = labelled.length - 1; index >= 0; index--) {
    const one = labelled[index];
    if (one && (!one.isHeadline || found.at(-1)?.at === one.at + 1)) found.push(one);
  }
  return found.reverse();
}

function countKeys(labelled: readonly Labelled[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { label } of labelled) counts.set(label.key, (counts.get(label.key) ?? 0) + 1);
  return counts;
}

/** Whether a label names somebody: a person, a part in a conversation, or what stands as a label more than once. */
function mayName({ label, mention, isPerson }: Labelled, counts: ReadonlyMap<string, number>): boolean {
  if (label.form !== 'marked' && label.form !== 'plain') return false;
  if (isPerson || label.part || label.titled || label.timed) return true;
  return (label.capitals || mention !== null) && (counts.get(label.key) ?? 0) > 1;
}

/** Two turns or more, most of them whole sentences, that speak to one another or come back to the same names. */
function isConversation(named: readonly Labelled[]): boolean {
  if (named.length < 2) return false;
  const keys = new Set(named.map(({ label }) => label.key));
  let whole = 0,
    spoken = 0,
    timed = 0;
  for (const { label } of named) {
    if (label.sentence || label.alone) whole++;
    if (label.spoken) spoken++;
    if (label.timed) timed++;
  }
  return (
    whole * 2 >= named.length &&
    (spoken * 3 >= named.length || timed > 1 || (keys.size > 1 && keys.size < named.length))
  );
}
