import { fold } from './fold';
import type { CorpusText } from './text';

/** Quotations shorter than this may stand in two texts by chance. */
const SHORTEST = 20;
/** So many quotations, and so great a part of them, must two texts have in common to be one. */
const LEAST_SHARED = 3,
  LEAST_PART = 0.5;

/** Two texts that quote the same words and so are versions of one article, each with a date of its own that the other does not have. */
export interface TwoDates {
  readonly text: CorpusText;
  readonly other: CorpusText;
}

/** The texts that are dated otherwise than an earlier one of the same words. */
export function datedTwice(texts: readonly CorpusText[]): readonly TwoDates[] {
  const dated = texts
    .filter(({ article }) => article.published.value !== null)
    .map((text) => ({ text, quoted: quotedIn(text) }));
  const holders = new Map<string, typeof dated>(),
    found: TwoDates[] = [];
  for (const one of dated) {
    const shared = new Map<(typeof dated)[number], number>();
    for (const words of one.quoted)
      for (const earlier of holders.get(words) ?? []) shared.set(earlier, (shared.get(earlier) ?? 0) + 1);
    for (const [earlier, count] of shared) {
      const isOne = count >= LEAST_SHARED && count >= LEAST_PART * Math.min(one.quoted.size, earlier.quoted.size);
      if (isOne && !agree(one.text.article.published.value ?? '', earlier.text.article.published.value ?? ''))
        found.push({ text: one.text, other: earlier.text });
    }
    for (const words of one.quoted) {
      const list = holders.get(words);
      if (list) list.push(one);
      else holders.set(words, [one]);
    }
  }
  return found;
}

/** What is quoted, without marks and stops, whatever the kind of marks. */
const quotedIn = ({ text, article }: CorpusText): ReadonlySet<string> =>
  new Set(
    article.quotations.flatMap(({ span }) =>
      span[1] - span[0] < SHORTEST
        ? []
        : fold(text.slice(span[0], span[1]))
            .replace(/[^\p{L}\p{N}]+/gu, ' ')
            .trim(),
    ),
  );

/** Whether two dates may be one, known to different precision: "2022-02" and "2022-02-18T08:41". */
const agree = (a: string, b: string): boolean =>
  a.slice(0, 10).startsWith(b.slice(0, 10)) || b.slice(0, 10).startsWith(a.slice(0, 10));
