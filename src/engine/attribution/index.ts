import type { People, PlacedBlock, PlacedQuotation, Said } from '../layers';
import type { Issue } from '../model';
import { type Attributed, createBlocks } from './blocks';
import { NOTHING_BEFORE } from './features';
import { attributeHeadlines } from './headlines';
import { type PlacedReading, readBlocks } from './readings';
import { NO_NEIGHBOUR } from './resolve';
import { createStatements } from './statements';
import type { AttributionWords } from './words';

export { ATTRIBUTION_RULES } from './rules';

/** Compiles the pass that says who said what: every quotation and statement with its source, cue and speaker. */
export function createAttribution(words: AttributionWords): (blocks: readonly PlacedBlock[], people: People) => Said {
  const attribute = createBlocks(words), statements = createStatements();
  return (blocks, people) => {
    const quotations: (readonly PlacedQuotation[])[] = blocks.map(() => []), issues: Issue[][] = blocks.map(() => []);
    const done = new Map<number, Attributed>();
    for (const reading of readBlocks(blocks)) {
      const { block, previous } = reading, known = previous && done.get(previous.block), mentions = people.mentions[block] ?? [];
      const neighbour = previous ? { resolved: known?.resolved ?? NO_NEIGHBOUR.resolved, mentions: people.mentions[previous.block] ?? [], back: block - previous.block } : NO_NEIGHBOUR;
      const attributed = attribute(reading, { mentions, previous: neighbour, before: known?.after ?? NOTHING_BEFORE, lastBefore: known?.last ?? 0 });
      done.set(block, attributed);
      quotations[block] = attributed.quotations;
      if (!reading.isOpen) issues[block] = unclosed(reading);
    }
    return { quotations: attributeHeadlines(blocks, quotations), issues, statements: blocks.map(({ layer }, block) => statements(layer, people.mentions[block] ?? [])) };
  };
}

/** An opening mark that nothing closes and that no later block goes on with. */
function unclosed({ view: { layer } }: PlacedReading): Issue[] {
  return layer.marks.filter(({ open }) => open).map(({ span }) => ({ kind: 'unclosed-mark', span: [span[0], span[0] + 1] }));
}
