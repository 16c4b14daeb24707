/** Points of a rising line from 0 to 1: a score, and how often answers with such a score are right. */
export type Curve = readonly (readonly [score: number, right: number])[];

/** Where a score stands on the line, straight between its points. */
export function along(curve: Curve, score: number): number {
  for (let next = 1; next < curve.length; next++) {
    const [right = 1, most = 1] = curve[next] ?? [],
      [left = 0, least = 0] = curve[next - 1] ?? [];
    if (score <= right) return least + ((most - least) * (score - left)) / (right - left);
  }
  return curve[curve.length - 1]?.[1] ?? 1;
}
