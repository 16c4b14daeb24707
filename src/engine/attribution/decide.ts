import type { BlockLayer, TokenRange } from '../layers';
import { LinearModel, Options } from '../quotes/linear';
import { addProposal, type Before, edgesOf } from './features';
import { Origin, type Proposal } from './proposals';
import type { PlacedReading } from './readings';
import { propose } from './sieves/index';
import type { AttributionWeights } from './words';

/** What the weights chose for a quotation. */
export interface Decision {
  readonly chosen: Proposal;
  /** How likely the weights hold the chosen source, all ways to it together. */
  readonly probability: number;
  /** The likeliest with another source, or null. */
  readonly second: Proposal | null;
  readonly secondProbability: number;
  /** The mark's kind, by number: what the next decision sees. */
  readonly kind: number;
}

/** Compiles the weights into the choice among the sieves' proposals, for every quotation of a block in order. */
export function createDecider(weights: AttributionWeights): (reading: PlacedReading, before: Before) => readonly Decision[] {
  const model = new LinearModel(weights), options = new Options(), kept = new WeakMap<BlockLayer, Kept>();
  const decide = (reading: PlacedReading, first: Before): Decision[] => {
    let before = first;
    return reading.view.quotations.map((quoted, index) => {
      const proposals = propose(reading, index), edges = edgesOf(reading.view, quoted);
      options.clear();
      for (const proposal of proposals) addProposal(options, reading, edges, proposal, before);
      const decision = { ...best(model, options, proposals), kind: edges.kind };
      before = { origin: decision.chosen.origin, kind: edges.kind };
      return decision;
    });
  };
  return (reading, before) => {
    const { layer } = reading.view, found = kept.get(layer);
    if (found && isSame(found, reading, before)) return found.decisions;
    const decisions = decide(reading, before);
    kept.set(layer, { before, isOpen: reading.isOpen, previous: reading.previous?.view.layer ?? null, previousIsOpen: reading.isContinued, decisions });
    return decisions;
  };
}

/** What the decisions about a block rested on, to know when they still hold. */
interface Kept {
  readonly before: Before;
  readonly isOpen: boolean;
  readonly previous: BlockLayer | null;
  readonly previousIsOpen: boolean;
  readonly decisions: readonly Decision[];
}

function isSame(kept: Kept, { isOpen, isContinued, previous }: PlacedReading, before: Before): boolean {
  return kept.isOpen === isOpen && kept.previousIsOpen === isContinued && kept.previous === (previous?.view.layer ?? null)
    && kept.before.origin === before.origin && kept.before.kind === before.kind;
}

function best(model: LinearModel, options: Options, proposals: readonly Proposal[]): Omit<Decision, 'kind'> {
  const { option } = model.choose(options), odds = model.probabilities(proposals.length);
  const chosen = proposals[option];
  if (!chosen) throw new RangeError('There is always a proposal: that nobody speaks.');
  let probability = 0, second = -1;
  proposals.forEach((proposal, index) => {
    if (isSameSource(proposal, chosen)) probability += odds[index] ?? 0;
    else if (second < 0 || (odds[index] ?? 0) > (odds[second] ?? 0)) second = index;
  });
  return { chosen, probability: Math.min(1, probability), second: proposals[second] ?? null, secondProbability: odds[second] ?? 0 };
}

function isSameSource(a: Proposal, b: Proposal): boolean {
  return a.origin === b.origin && a.like === b.like && isSameRange(a.source, b.source) && (a.source !== null || a.origin !== Origin.Reported || a.cue?.from === b.cue?.from);
}

function isSameRange(a: TokenRange | null, b: TokenRange | null): boolean {
  return a === b || (a !== null && b !== null && a.from === b.from && a.to === b.to);
}
