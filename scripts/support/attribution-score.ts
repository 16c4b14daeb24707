/** Scores attribution against a gold set in the measures of ../shared/score/score.mjs, for scripts/train-attribution.ts. */
import type { Article, Quotation, Span } from '../../src/engine/index';
import { overlap } from '../../src/engine/span';
import type { Item } from './frame-data';

const MARKS = /[\s"'“”‘’„«»‹›`´]/;

/** A span without its marks and the white space at its edges, as a key. */
export function trimmed(text: string, [start, end]: Span): string {
  while (start < end && MARKS.test(text.charAt(start))) start++;
  while (end > start && MARKS.test(text.charAt(end - 1))) end--;
  return `${start}-${end}`;
}

/** Counts of right answers and questions, and each wrong answer as a line to read. */
export class Tally {
  readonly #counts = new Map<string, [right: number, all: number]>();
  readonly errors: string[] = [];

  article(text: string, gold: readonly Item[], { quotations }: Article): void {
    const told = new Map(quotations.map((quotation) => [trimmed(text, quotation.span), quotation]));
    for (const one of gold) if (!one.ignore) this.#quotation(text, one, told.get(trimmed(text, one.span)));
  }

  #quotation(text: string, gold: Item, found: Quotation | undefined): void {
    const source = hits(found?.source, gold.mention?.span),
      cue = hits(found?.cue, gold.cue?.span);
    this.#count('found', found !== undefined);
    if (found) this.#count('kinds', found.kind === gold.kind);
    if (gold.mention) this.#count('mentions', source);
    if (gold.cue) this.#count('cues', cue);
    if (gold.kind === 'other' && !gold.unattributed) this.#count('restraint', !found?.speaker && !found?.source);
    if (!found) this.#error('unfound', text, gold, found);
    else if (gold.kind === 'other') {
      if (found.source) this.#error('nobody', text, gold, found);
    } else if (!found.source && !found.cue) this.#error(found.kind === 'other' ? 'other' : 'missed', text, gold, found);
    else if (gold.mention && gold.cue && !source && !cue) this.#error('both', text, gold, found);
    else if (gold.mention && !source) this.#error('source', text, gold, found);
    else if (gold.cue && !cue) this.#error('cue', text, gold, found);
    else if (found.kind !== gold.kind) this.#error('kind', text, gold, found);
  }

  #count(figure: string, isRight: boolean): void {
    const count = this.#counts.get(figure) ?? [0, 0];
    this.#counts.set(figure, [count[0] + Number(isRight), count[1] + 1]);
  }

  #error(about: string, text: string, { span, kind = '-', mention, cue }: Item, found: Quotation | undefined): void {
    const words = (at: Span | null | undefined): string => (at ? text.slice(...at) : '-');
    const around =
      `${text.slice(Math.max(0, span[0] - 120), span[0])}⟦${text.slice(...span)}⟧${text.slice(span[1], span[1] + 100)}`.replace(
        /\s+/g,
        ' ',
      );
    this.errors.push(
      `${about}: ${around} GOLD ${kind} ${words(mention?.span)} / ${words(cue?.span)} FOUND ${found?.kind ?? '-'} ${found?.why.rule ?? ''} ${words(found?.source)} / ${words(found?.cue)}`,
    );
  }

  print(): void {
    for (const [figure, [right, all]] of this.#counts)
      console.log(`${figure.padEnd(10)} ${(right / all).toFixed(4)} (${all})`);
    const causes = new Map<string, number>();
    for (const error of this.errors)
      causes.set(error.split(':')[0] ?? '', (causes.get(error.split(':')[0] ?? '') ?? 0) + 1);
    console.log(`errors     ${[...causes].map(([cause, count]) => `${cause} ${count}`).join('  ')}`);
  }
}

function hits(found: Span | null | undefined, gold: Span | undefined): boolean {
  return found !== null && found !== undefined && gold !== undefined && overlap(found, gold) > 0;
}
