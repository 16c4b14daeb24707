import type { Place, PlacedQuotation, Said } from '../layers';

/**
 * “The first paragraph. (new paragraph) “And the second,” Ann Lee said. A piece of a quotation for which nothing around it names a
 * speaker has the one that its last piece is given. Gives the lists as they are where there is none.
 */
export function withLaterSpeaker(
  quotations: Said['quotations'],
  open: readonly number[],
  next: (block: number) => number,
): Said['quotations'] {
  let named: (readonly PlacedQuotation[])[] | null = null;
  for (let block = open.length - 1; block >= 0; block--) {
    if (open[block] !== 1) continue;
    const later = next(block + 1),
      own = quotations[block] ?? [],
      last = own.length - 1,
      piece = own[last],
      ending = (named ?? quotations)[later]?.[0];
    if (!piece || piece.speaker !== null || piece.source || !ending) continue;
    if (!ending.continues || ending.speaker === null) continue;
    named ??= quotations.slice();
    named[block] = [...own.slice(0, last), spokenLike(piece, ending, later - block)];
  }
  return named ?? quotations;
}

/** A piece with the speaker of another, which stands so many blocks behind it. */
function spokenLike(piece: PlacedQuotation, ending: PlacedQuotation, ahead: number): PlacedQuotation {
  const { speaker, speakers, why, candidates } = ending,
    evidence = ending.cue ?? ending.source,
    moved: Place | null = evidence && { back: evidence.back - ahead, span: evidence.span };
  return {
    ...piece,
    kind: ending.kind,
    speaker,
    speakers,
    candidates,
    why: { rule: 'belongs-to-next', evidence: moved, confidence: why.confidence },
  };
}
