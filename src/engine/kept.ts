/*
 * How a stage over the whole article stays cheap after an edit: it keeps the list of what it made of each block, carries it along to
 * the next version of the article, and makes anew what the change touches. An article has thousands of blocks, which lie all over the
 * memory, so a stage looks at none that it need not: it follows lists of numbers and references, and marks in a list of bytes which
 * blocks to do again.
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
  let from = 0,
    to = now.length,
    oldTo = before.length;
  while (from < least && before[from] === now[from]) from++;
  while (to > from && oldTo > from && before[oldTo - 1] === now[to - 1]) {
    to--;
    oldTo--;
  }
  return { from, to, oldTo };
}

/** The change that brings a whole list. */
export const allNew = (now: readonly unknown[]): Change => ({ from: 0, to: now.length, oldTo: 0 });

/** Gives everything behind a change its new place. */
export function renumber(items: readonly { at: number }[], { to, oldTo }: Change): void {
  if (to === oldTo) return;
  for (let at = to; at < items.length; at++) {
    const item = items[at];
    if (item) item.at = at;
  }
}

/** A new list of what was made of the items of the earlier list, each beside its item in the new one; `fill` stands where an item is new. */
export function carry<Made>(made: readonly Made[], { from, to, oldTo }: Change, fill: Made): Made[] {
  if (to === oldTo) return made.slice().fill(fill, from, to);
  return made.slice(0, from).concat(new Array<Made>(to - from).fill(fill), made.slice(oldTo));
}

/** The same for a list that nobody else holds: where nothing moves, it stays the same list. */
export function carryOn<Made>(made: Made[], change: Change, fill: Made): Made[] {
  return change.to === change.oldTo ? made.fill(fill, change.from, change.to) : carry(made, change, fill);
}

/** Where the item of the new list stood in the earlier one, or -1 where it is new. */
export const placeBefore = (at: number, { from, to, oldTo }: Change): number =>
  at < from ? at : at < to ? -1 : at - to + oldTo;

/** Whether two lists hold the same items. */
export function sameItems<T>(a: readonly T[], b: readonly T[]): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** Who holds what: for each key, the holders. */
export class Holders<Holder> {
  readonly #holders = new Map<string, Set<Holder>>();

  of(key: string): ReadonlySet<Holder> {
    return this.#holders.get(key) ?? new Set();
  }

  add(key: string, holder: Holder): void {
    const holders = this.#holders.get(key);
    if (holders) holders.add(holder);
    else this.#holders.set(key, new Set([holder]));
  }

  remove(key: string, holder: Holder): void {
    const holders = this.#holders.get(key);
    holders?.delete(holder);
    if (holders?.size === 0) this.#holders.delete(key);
  }
}
