import { type CorpusEntity, keyOfRow, mergeable } from '../../corpus/index';
import { corpusKey } from '../../engine/index';
import type { MergeChoice, MergeOffer, MergeOfferParams } from '../../protocol';
import type { Snapshot } from '../snapshot';
import { toText } from './rows';

/** What can be merged with the entities of some rows or with the one named at a place; null where there is none. */
export function mergeOffer({ chosen }: MergeOfferParams, snapshots: readonly Snapshot[]): MergeOffer | null {
  const keys = 'rows' in chosen ? chosen.rows.flatMap((id) => keyOfRow(id) ?? []) : keyAt(chosen, snapshots);
  const found = mergeable(snapshots.map(toText), keys);
  return found.chosen.length ? { chosen: found.chosen.map(toChoice), others: found.others.map(toChoice) } : null;
}

function keyAt(place: Exclude<MergeOfferParams['chosen'], { rows: unknown }>, snapshots: readonly Snapshot[]): string[] {
  const snapshot = snapshots.find(({ uri }) => uri === place.uri), found = snapshot?.mentionAt(snapshot.offsetAt(place));
  return found?.entity ? [corpusKey(place.uri, found.entity)] : [];
}

function toChoice({ key, name, type, roles, otherNames, inTexts }: CorpusEntity): MergeChoice {
  const beside = roles[0] ?? otherNames.join(', '), count = inTexts.reduce((sum, { entity }) => sum + entity.mentions.length, 0);
  return { key, name, type, detail: beside, count };
}
