/** Up to so many items are put in order by moving each to its place: fewer than a sort costs, which copies them. */
const FEW = 48;

/** Puts a list that is nearly in order into order; equal items keep theirs. */
export function putInOrder<Item>(list: Item[], compare: (a: Item, b: Item) => number): Item[] {
  if (list.length > FEW) return list.sort(compare);
  for (let i = 1; i < list.length; i++) {
    const item = list[i];
    let at = i;
    for (
      let before = list[at - 1];
      item !== undefined && before !== undefined && compare(before, item) > 0;
      before = list[at - 1]
    )
      list[at--] = before;
    if (item !== undefined) list[at] = item;
  }
  return list;
}
