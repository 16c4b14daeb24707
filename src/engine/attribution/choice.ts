import { LinearModel, Options } from '../quotes/linear';
import { addOwn, addShared, type Before, type Edges } from './features';
import { Origin, type Proposal, type Reading } from './proposals';
import type { AttributionWeights } from './words';

/** The proposal that the weights hold likeliest. */
export interface Found {
  readonly chosen: Proposal;
  /** How likely the weights hold the chosen source, all ways to it together. */
  readonly probability: number;
  /** The likeliest with another source, or null. */
  readonly second: Proposal | null;
  readonly secondProbability: number;
}

/** Proposals with the same source, in whatever way it reports. */
interface Group {
  best: Proposal;
  most: number;
  total: number;
}

type Choose = (reading: Reading, edges: Edges, proposals: readonly Proposal[], before: Before) => Found;

/**
 * Compiles the weights into a choice: the source that is likeliest by all its cues together, then the likeliest cue of that source.
 * Proposals of one cue stand together and share its features, which are summed once.
 */
export function createChoice(weights: AttributionWeights): Choose {
  const model = new LinearModel(weights), options = new Options();
  return (reading, edges, proposals, before) => {
    options.clear();
    const sharedOf = new Int32Array(proposals.length), ownOf = new Int32Array(proposals.length);
    let last: Proposal | undefined;
    proposals.forEach((proposal, index) => {
      if (!last || proposal.path !== last.path || !proposal.cue) {
        options.next();
        addShared(options, reading, edges, proposal, before);
        sharedOf[index] = options.count - 1;
      } else sharedOf[index] = sharedOf[index - 1] ?? 0;
      options.next();
      addOwn(options, reading, edges, proposal);
      ownOf[index] = options.count - 1;
      last = proposal;
    });
    model.best(options);
    const { scores: parts } = model;
    return likeliest(proposals, Float64Array.from(proposals, (_, index) => (parts[sharedOf[index] ?? 0] ?? 0) + (parts[ownOf[index] ?? 0] ?? 0)));
  };
}

function likeliest(proposals: readonly Proposal[], scores: Float64Array): Found {
  const groups = new Map<number, Group>();
  let most = -Infinity, all = 0;
  for (const score of scores) if (score > most) most = score;
  proposals.forEach((proposal, index) => {
    const key = sourceKey(proposal), own = Math.exp((scores[index] ?? 0) - most), group = groups.get(key);
    all += own;
    if (!group) groups.set(key, { best: proposal, most: own, total: own });
    else {
      group.total += own;
      if (own > group.most) [group.best, group.most] = [proposal, own];
    }
  });
  let first: Group | undefined, second: Group | undefined;
  for (const group of groups.values()) {
    if (!first || group.total > first.total) [first, second] = [group, first];
    else if (!second || group.total > second.total) second = group;
  }
  if (!first) throw new RangeError('There is always a proposal: that nobody speaks.');
  return { chosen: first.best, probability: first.total / all, second: second?.best ?? null, secondProbability: (second?.total ?? 0) / all };
}

/** The same number for the same source; a cue without a source stands for itself. */
function sourceKey({ origin, like, source, cue }: Proposal): number {
  if (origin !== Origin.Reported && origin !== Origin.LedIn) return -16 - origin - like * 8;
  return ((source?.from ?? cue?.from ?? 0) * 2 + Number(source === null)) * 2 + Number(origin === Origin.LedIn);
}
