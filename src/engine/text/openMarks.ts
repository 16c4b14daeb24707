/** The marks that are followed over lines; single ones may be apostrophes. */
export const MARKS = '“”"';

/** Whether a double mark opens rather than closes: by its form, or by what stands before it. */
export function opens(text: string, at: number): boolean {
  const sign = text.charAt(at);
  return sign === '“' || (sign === '"' && !/[\p{L}\p{N}.,!?…)’'-]/u.test(text.charAt(at - 1)));
}
