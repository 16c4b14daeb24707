import type { BlockLayer, People, PlacedBlock, PlacedQuotation, Said } from '../layers';
import type { Issue } from '../model';
import { createDecider, type Decision } from './decide';
import { type Before, edgesOf, NOTHING_BEFORE } from './features';
import { createKinds } from './kind';
import type { Proposal } from './proposals';
import { type PlacedReading, readBlocks } from './readings';
import { NOBODY, resolve, type Resolved, toPlaced } from './resolve';
import { findStatements } from './statements';
import type { AttributionWords } from './words';

export { ATTRIBUTION_RULES } from './rules';

/** Compiles the pass that says who said what: every quotation and statement with its source, cue and speaker. */
export function createAttribution({ weights }: AttributionWords): (blocks: readonly PlacedBlock[], people: People) => Said {
  const decide = createDecider(weights), kinds = createKinds(weights);
  return (blocks, people) => {
    const quotations: PlacedQuotation[][] = blocks.map(() => []), issues: Issue[][] = blocks.map(() => []);
    const done = new Map<number, Attributed>();
    for (const reading of readBlocks(blocks)) {
      const previous = done.get(reading.previous?.block ?? -1);
      const attributed = attribute(reading, decide(reading, previous?.after ?? NOTHING_BEFORE), previous?.resolved ?? [], people);
      done.set(reading.block, attributed);
      quotations[reading.block] = place(reading, attributed, kinds);
      if (!reading.isOpen) issues[reading.block] = reading.view.layer.marks.filter(({ open }) => open).map(({ span }) => ({ kind: 'unclosed-mark', span: [span[0], span[0] + 1] }));
    }
    return { quotations, issues, statements: blocks.map(({ layer }, block) => findStatements(layer, block, people)) };
  };
}

interface Attributed {
  readonly decisions: readonly Decision[];
  readonly resolved: readonly Resolved[];
  readonly after: Before;
}

/** Left to right; then, right to left, what waits for the quotation behind it. */
function attribute(reading: PlacedReading, decisions: readonly Decision[], previous: readonly Resolved[], people: People): Attributed {
  const own: (Resolved | undefined)[] = [];
  decisions.forEach((decision, index) => own.push(resolve(reading, index, decision, { previous, own }, people)));
  for (let index = decisions.length - 1; index >= 0; index--) {
    const decision = decisions[index];
    if (decision) own[index] ??= resolve(reading, index, decision, { previous, own }, people) ?? NOBODY;
  }
  const last = decisions.at(-1);
  return { decisions, resolved: own.map((one) => one ?? NOBODY), after: last ? { origin: last.chosen.origin, kind: last.kind } : NOTHING_BEFORE };
}

type Kinds = ReturnType<typeof createKinds>;

function place(reading: PlacedReading, { decisions, resolved }: Attributed, kinds: Kinds): PlacedQuotation[] {
  const { view, block, previous } = reading, { marks }: BlockLayer = view.layer;
  return view.quotations.map((quoted, index) => {
    const chosen: Proposal | undefined = decisions[index]?.chosen, one = resolved[index] ?? NOBODY;
    const kind = chosen ? kinds(view, edgesOf(view, quoted), chosen) : 'other';
    const continues = index === 0 && reading.isContinued && previous ? { back: block - previous.block, index: previous.view.quotations.length - 1 } : null;
    return { span: marks[quoted.mark]?.span ?? [0, 0], kind, continues, inside: null, ...toPlaced(one, kind, block) };
  });
}
