import { sameItems } from '../../kept';
import type { PlacedWhy } from '../../layers';
import type { ResolvedBlock, Target } from '../meaning/resolved';
import type { Seen, Who } from '../meaning/entities';
import type { Rival, Unclear } from '../meaning/unclear';

/** Whether two resolutions of one block say the same, so that blocks behind it need not look again. */
export function sameResult(a: ResolvedBlock, b: ResolvedBlock): boolean {
  return (
    a.locals === b.locals &&
    a.headline === b.headline &&
    a.targets.every((target, i) => sameTarget(target, b.targets[i] ?? null)) &&
    sameUnclear(a.unclear, b.unclear)
  );
}

function sameTarget(a: Target | null, b: Target | null): boolean {
  if (a === null || b === null) return a === b;
  return sameSeen(a, b) && sameOwner(a.who, b.who) && sameWhy(a.why, b.why) && sameRivals(a.rivals, b.rivals);
}

function sameUnclear(a: readonly Unclear[], b: readonly Unclear[]): boolean {
  return (
    a.length === b.length &&
    a.every((one, i) => {
      const other = b[i];
      return other?.index === one.index && sameWhy(one.why, other.why) && sameRivals(one.rivals, other.rivals);
    })
  );
}

function sameRivals(a: readonly Rival[], b: readonly Rival[]): boolean {
  return (
    a.length === b.length &&
    a.every((rival, i) => {
      const other = b[i];
      return other?.confidence === rival.confidence && sameSeen(rival, other);
    })
  );
}

/** The same person for two resolutions of one block: somebody whom the block itself brings in is known by their mention. */
function sameSeen(a: Seen, b: Seen): boolean {
  return (
    a.back === b.back &&
    (a.who === b.who ||
      (a.back === 0 && a.who.kind === 'unnamed' && b.who.kind === 'unnamed' && a.who.local === b.who.local))
  );
}

function sameOwner(a: Who, b: Who): boolean {
  if (a === b || a.kind === 'named' || b.kind === 'named') return a === b;
  return (
    sameItems(a.members, b.members) &&
    (a.owner === null || b.owner === null ? a.owner === b.owner : sameSeen(a.owner, b.owner))
  );
}

function sameWhy(a: PlacedWhy, b: PlacedWhy): boolean {
  if (a === b) return true;
  const x = a.evidence,
    y = b.evidence;
  return (
    a.rule === b.rule &&
    a.confidence === b.confidence &&
    (x === null || y === null ? x === y : x.back === y.back && x.span[0] === y.span[0] && x.span[1] === y.span[1])
  );
}
