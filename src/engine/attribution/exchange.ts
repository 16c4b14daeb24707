import type { Decided } from './decide';
import { Origin } from './proposals';
import type { PlacedReading } from './readings';
import { NOBODY, type Resolved } from './resolve';

/** Who spoke last in blocks that follow one another, and who before that somebody. */
export interface Turn {
  readonly last: number;
  readonly other: number | null;
}

export const EXCHANGE = 'exchange';

/** In an exchange it is likely, and no more, that the other one answers. */
const CONFIDENCE = 0.45;

/**
 * A block that is one spoken sentence or more, named for nobody, answers the block before it: of two who speak in turn, it is the
 * other one's. Gives the quotations of the block with that speaker; a guess that the reader should see as one.
 */
export function withAnswer(
  { view }: PlacedReading,
  { own }: Decided,
  resolved: Resolved[],
  turn: Turn | null,
): Resolved[] {
  const [quoted] = view.quotations,
    isAlone = own.length === 1 && quoted?.from === view.from && quoted.to === view.to;
  const answers = turn?.other ?? null;
  if (!isAlone || !turn || answers === null || own[0]?.chosen.origin !== Origin.Nobody || !isSpoken(view.layer.text))
    return resolved;
  return [
    {
      ...NOBODY,
      speaker: answers,
      speakers: [answers],
      rule: EXCHANGE,
      confidence: CONFIDENCE,
      candidates: [{ entity: turn.last, confidence: (1 - CONFIDENCE) / 2 }],
    },
  ];
}

/** Whether a block ends as a sentence does, inside its closing mark. */
function isSpoken(text: string): boolean {
  return '.?!…'.includes(text.trimEnd().at(-2) ?? ' ');
}

/** Who spoke last once these quotations are said. */
export function turnAfter(before: Turn | null, resolved: readonly Resolved[]): Turn | null {
  let turn = before;
  for (const { speaker } of resolved)
    if (speaker !== null && speaker !== turn?.last) turn = { last: speaker, other: turn?.last ?? null };
  return turn;
}

export function isSameTurn(a: Turn | null, b: Turn | null): boolean {
  return a?.last === b?.last && a?.other === b?.other;
}
