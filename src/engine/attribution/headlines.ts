import type { BlockLayer, PlacedQuotation, Said } from '../layers';
import { Outline } from './readings';

/** Shorter words prove nothing. */
const SHORTEST = 5;
/** A headline and what stands below it; what comes later in a long text belongs to other articles. */
const MOST_HEADLINES = 6,
  FARTHEST = 100;

/**
 * A headline often quotes what a body quotation says in full. Where the headline itself names nobody, its quotation takes the
 * speaker of the first body quotation with the same words; where it does, that speaker is kept as a candidate.
 */
export class Headlines {
  /** The words of quotations, which are looked at after every edit. */
  readonly #words = new WeakMap<PlacedQuotation, string>();

  /** Gives the quotations of all blocks, those of headlines with what they take from the body. */
  read(layers: readonly BlockLayer[], outlines: readonly number[], quotations: Said['quotations']): Said['quotations'] {
    const attributed = quotations.slice();
    for (let block = 0, found = 0; block < layers.length && found < MOST_HEADLINES; block++) {
      const layer = (outlines[block] ?? 0) & Outline.Headline ? layers[block] : undefined,
        list = quotations[block];
      if (!layer || !list?.length) continue;
      found++;
      attributed[block] = list.map((quotation) => {
        const words = this.#wordsOf(layer, quotation);
        return words.length < SHORTEST
          ? quotation
          : withMatch(quotation, block, this.#find(words, block, layers, quotations));
      });
    }
    return attributed;
  }

  #find(words: string, headline: number, layers: readonly BlockLayer[], quotations: Said['quotations']): Match | null {
    for (let block = headline + 1; block < Math.min(layers.length, headline + FARTHEST); block++) {
      const layer = layers[block];
      if (!layer || layer.kind === 'headline') continue;
      const quotation = quotations[block]?.find(
        (one) => one.speaker !== null && this.#wordsOf(layer, one).includes(words),
      );
      if (quotation) return { block, quotation };
    }
    return null;
  }

  #wordsOf({ text }: BlockLayer, quotation: PlacedQuotation): string {
    let words = this.#words.get(quotation);
    if (words === undefined) this.#words.set(quotation, (words = plain(text.slice(...quotation.span))));
    return words;
  }
}

interface Match {
  readonly block: number;
  readonly quotation: PlacedQuotation;
}

function withMatch(quotation: PlacedQuotation, block: number, match: Match | null): PlacedQuotation {
  const speaker = match?.quotation.speaker;
  if (!match || speaker === null || speaker === undefined || speaker === quotation.speaker) return quotation;
  if (quotation.speaker !== null) {
    const rivals = quotation.candidates.filter(({ entity }) => entity !== speaker);
    return { ...quotation, candidates: [{ entity: speaker, confidence: 0.4 }, ...rivals] };
  }
  const evidence = { back: block - match.block, span: match.quotation.span };
  return {
    ...quotation,
    kind: quotation.kind === 'other' ? 'partial' : quotation.kind,
    speaker,
    speakers: match.quotation.speakers,
    why: { rule: 'headline-match', evidence, confidence: 0.7 },
  };
}

/** Words alone, with one blank before each and one at the end, in lower case, so that whole words match. */
function plain(text: string): string {
  return ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
}
