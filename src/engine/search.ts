/** Binary searches in what is in order. */
import type { TokenRange } from './layers';
import type { Span } from './model';

/** The first index for which the test holds, where it holds for all behind it as well; `count` where it holds for none. */
export function firstWhere(count: number, holds: (index: number) => boolean): number {
  let low = 0,
    high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Index of the first of so many rising numbers that is not below `least`; `count` where all are. */
export function firstFrom(numbers: Int32Array, count: number, least: number): number {
  let low = 0,
    high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) >= least) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Index of the first range, of ranges in order, that begins at the token or behind it; their number where none does. */
export function firstBeginning(ranges: readonly TokenRange[], token: number): number {
  let low = 0,
    high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.from ?? 0) >= token) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Index of the first of items in order that begins at `offset` or behind it; their number where none does. */
export function firstSpanFrom(items: readonly { readonly span: Span }[], offset: number): number {
  let low = 0,
    high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.span[0] ?? 0) >= offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
