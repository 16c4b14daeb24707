import type { PlacedBlock, PlacedQuotation } from '../layers';

/** Shorter words prove nothing. */
const SHORTEST = 5;
/** A headline and what stands below it; what comes later in a long text belongs to other articles. */
const MOST_HEADLINES = 6, FARTHEST = 100;

/**
 * A headline often quotes what a body quotation says in full. Where the headline itself names nobody, its quotation takes the
 * speaker of the first body quotation with the same words; where it does, that speaker is kept as a candidate.
 */
export function attributeHeadlines(blocks: readonly PlacedBlock[], quotations: readonly (readonly PlacedQuotation[])[]): readonly (readonly PlacedQuotation[])[] {
  let headlines = 0;
  return quotations.map((list, block) => {
    if (blocks[block]?.layer.kind !== 'headline' || !list.length || ++headlines > MOST_HEADLINES) return list;
    return list.map((quotation) => {
      const words = plain(blocks[block]?.layer.text.slice(...quotation.span) ?? '');
      return words.length < SHORTEST ? quotation : withMatch(quotation, block, find(words, block, blocks, quotations));
    });
  });
}

interface Match {
  readonly block: number;
  readonly quotation: PlacedQuotation;
}

function find(words: string, headline: number, blocks: readonly PlacedBlock[], quotations: readonly (readonly PlacedQuotation[])[]): Match | null {
  for (let block = headline + 1; block < Math.min(blocks.length, headline + FARTHEST); block++) {
    const layer = blocks[block]?.layer;
    if (layer?.kind === 'headline') continue;
    const quotation = quotations[block]?.find(({ speaker, span }) => speaker !== null && plain(layer?.text.slice(...span) ?? '').includes(words));
    if (quotation) return { block, quotation };
  }
  return null;
}

function withMatch(quotation: PlacedQuotation, block: number, match: Match | null): PlacedQuotation {
  const speaker = match?.quotation.speaker;
  if (!match || speaker === null || speaker === undefined || speaker === quotation.speaker) return quotation;
  if (quotation.speaker !== null) {
    const rivals = quotation.candidates.filter(({ entity }) => entity !== speaker);
    return { ...quotation, candidates: [{ entity: speaker, confidence: 0.4 }, ...rivals] };
  }
  const evidence = { back: block - match.block, span: match.quotation.span };
  return { ...quotation, kind: quotation.kind === 'other' ? 'partial' : quotation.kind, speaker, why: { rule: 'headline-match', evidence, confidence: 0.7 } };
}

/** Words alone, with one blank before each and one at the end, in lower case, so that whole words match. */
function plain(text: string): string {
  return ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `;
}
