/*
 * How a stage over the whole article stays cheap after an edit: it keeps its last list of inputs and the list of what it made of
 * them, finds where the new list differs, carries the rest along, and makes anew what lies between.
 */

/** Where a list differs from an earlier one: before `from` and behind `to` (behind `oldTo` in the earlier one) both hold the same items. */
export interface Change {
  readonly from: number;
  readonly to: number;
  readonly oldTo: number;
}

/** The smallest single stretch in which two lists differ. */
export function changeOf(before: readonly unknown[], now: readonly unknown[]): Change {
  const least = Math.min(before.length, now.length);
  let from = 0, to = now.length, oldTo = before.length;
  while (from < least && before[from] === now[from]) from++;
  while (to > from && oldTo > from && before[oldTo - 1] === now[to - 1]) {
    to--;
    oldTo--;
  }
  return { from, to, oldTo };
}

/** Whether nothing differs. */
export const isNone = ({ from, to, oldTo }: Change): boolean => from === to && from === oldTo;

/** A new list of what was made of the items of the earlier list, each beside its item in the new one; `fill` stands where an item is new. */
export function carry<Made>(made: readonly Made[], { from, to, oldTo }: Change, fill: Made): Made[] {
  if (to === oldTo) return made.slice().fill(fill, from, to);
  return made.slice(0, from).concat(new Array<Made>(to - from).fill(fill), made.slice(oldTo));
}

/** Whether two lists hold the same items. */
export function sameItems<T>(a: readonly T[], b: readonly T[]): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
