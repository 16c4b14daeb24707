import { type CorpusEntity, keyOfRow, mentionCount, mergeable } from '../../corpus/index';
import { corpusKey } from '../../engine/index';
import { type Merges, placeOf } from '../../corrections/index';
import type { MergeChoice, MergeOffer, MergeOfferParams } from '../../protocol';
import type { Snapshot } from '../snapshot';
import { toText } from './rows';

/** What can be merged with the entities of some rows or with the one named at a place; null where there is none. */
export function mergeOffer(
  { chosen }: MergeOfferParams,
  snapshots: readonly Snapshot[],
  merges: Merges,
): MergeOffer | null {
  const keys = 'rows' in chosen ? chosen.rows.flatMap((id) => keyOfRow(id) ?? []) : keyAt(chosen, snapshots);
  const toOffer = (entity: CorpusEntity): MergeChoice => toChoice(entity, merges);
  const found = mergeable(snapshots.map(toText), keys);
  return found.chosen.length ? { chosen: found.chosen.map(toOffer), others: found.others.map(toOffer) } : null;
}

function keyAt(
  place: Exclude<MergeOfferParams['chosen'], { rows: unknown }>,
  snapshots: readonly Snapshot[],
): string[] {
  const snapshot = snapshots.find(({ uri }) => uri === place.uri),
    found = snapshot?.mentionAt(snapshot.offsetAt(place));
  return found?.entity ? [corpusKey(place.uri, found.entity)] : [];
}

function toChoice(entity: CorpusEntity, merges: Merges): MergeChoice {
  const { key, roles, otherNames, inTexts } = entity;
  const party = merges.partyOf(key, entity, () => {
    const [first] = inTexts,
      mention = first?.entity.mentions[0];
    return placeOf(first?.text.uri ?? '', first?.text.text ?? '', mention?.span ?? [0, 0]);
  });
  return { ...party, detail: roles[0] ?? otherNames.join(', '), count: mentionCount(entity) };
}
