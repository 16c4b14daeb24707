/** Counts of the values of each feature: a feature's index is its base plus its value. */
export class Space {
  size = 0;
  readonly names: string[] = [];
  add(name: string, values: number): number {
    const base = this.size;
    for (let i = 0; i < values; i++) this.names.push(`${name}:${i}`);
    this.size += values;
    return base;
  }
}

/** Takes features one by one: a list of them, or the sum of their weights. */
export interface Sink {
  push(feature: number): unknown;
}

/** The number of the first limit that the value does not pass. */
export function bucket(value: number, limits: readonly number[]): number {
  let at = 0;
  while (at < limits.length && value > (limits[at] ?? 0)) at++;
  return at;
}
const SENTENCES = [0, 1, 2, 4, 8];
/** In steps; the last is for what comes later in the sentence. */
export const distance = (sentences: number): number => (sentences < 0 ? 6 : bucket(sentences, SENTENCES));
/** How many places in a clause there are (`Slot`). */
export const SLOTS = 5;
