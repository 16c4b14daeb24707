import { PACKED, SHORTEST_STEP } from './lunarFeastsData';

/** A feast of the Hebrew, Islamic or Chinese calendar. */
export type LunarFeast = keyof typeof PACKED;

const unpacked = new Map<LunarFeast, readonly number[]>();

/** The days of a feast in order, counted from 1970-01-01. */
export function daysOfFeast(feast: LunarFeast): readonly number[] {
  let days = unpacked.get(feast);
  if (!days) {
    const [first, steps] = PACKED[feast];
    let day: number = first;
    unpacked.set(feast, (days = [first, ...Array.from(steps, (step) => (day += parseInt(step, 36) + SHORTEST_STEP))]));
  }
  return days;
}
