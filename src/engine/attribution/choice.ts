import { LinearModel, Options } from '../quotes/linear';
import { addBefore, addOwn, addShared, type Edges } from './features';
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

/** What the weights make of one quotation's proposals, by what was chosen for the quotation before. */
export interface Weighed {
  readonly proposals: readonly Proposal[];
  /** The proposals' scores where the quotation before has this origin, in order of `proposals`. */
  scoresAfter(origin: number): Float64Array;
}

type Weigh = (reading: Reading, edges: Edges, proposals: readonly Proposal[], kindBefore: number) => Weighed;

/**
 * Compiles the weights into the scores of proposals. Proposals of one cue stand together and share its features, which are summed
 * once; only those that take over from a neighbour depend on the quotation before.
 */
export function createWeigh(weights: AttributionWeights): Weigh {
  const model = new LinearModel(weights), options = new Options();
  return (reading, edges, proposals, kindBefore) => {
    options.clear();
    const sharedOf = new Int32Array(proposals.length), ownOf = new Int32Array(proposals.length);
    let last: Proposal | undefined;
    proposals.forEach((proposal, index) => {
      if (!last || proposal.path !== last.path || !proposal.cue) {
        options.next();
        addShared(options, reading, edges, proposal);
        sharedOf[index] = options.count - 1;
      } else sharedOf[index] = sharedOf[index - 1] ?? 0;
      options.next();
      addOwn(options, reading, edges, proposal);
      ownOf[index] = options.count - 1;
      last = proposal;
    });
    model.best(options);
    const { scores: parts } = model;
    const fixed = Float64Array.from(proposals, (_, index) => (parts[sharedOf[index] ?? 0] ?? 0) + (parts[ownOf[index] ?? 0] ?? 0));
    const scoresAfter = (origin: number): Float64Array => {
      const scores = fixed.slice();
      proposals.forEach((proposal, index) => {
        if (proposal.like < 0) return;
        options.clear();
        options.next();
        addBefore(options, reading, edges, proposal, { origin, kind: kindBefore });
        model.best(options);
        scores[index] = (fixed[index] ?? 0) + (model.scores[0] ?? 0);
      });
      return scores;
    };
    return { proposals, scoresAfter };
  };
}

/** The best way to one origin of a quotation: how good it and all before it are, and what it rests on. */
interface Way {
  readonly worth: number;
  readonly found: Found;
  readonly before: Way | null;
}

/**
 * The likeliest choices for a row of quotations together (Viterbi's algorithm over their origins): two neighbours never wait for one
 * another, and none takes over from a neighbour that nobody said.
 */
export function chooseAll(row: readonly Weighed[], before: number): Found[] {
  let ways = new Map<number, Way | null>([[before, null]]);
  for (const weighed of row) {
    const next = new Map<number, Way>();
    for (const [origin, way] of ways) {
      for (const found of likeliest(weighed.proposals, weighed.scoresAfter(origin))) {
        const own = found.chosen.origin, worth = (way?.worth ?? 0) + Math.log(found.probability) + (way && isContradiction(origin, own) ? CONTRADICTION : 0);
        if (worth > (next.get(own)?.worth ?? -Infinity)) next.set(own, { worth, found, before: way });
      }
    }
    ways = next;
  }
  let best: Way | null = null;
  for (const way of ways.values()) if (way && (!best || way.worth > best.worth)) best = way;
  const all: Found[] = [];
  for (let way = best; way; way = way.before) all.push(way.found);
  return all.reverse();
}

/** What a contradiction costs, as the logarithm of a probability. */
const CONTRADICTION = -20;

function isContradiction(before: number, own: number): boolean {
  return before === Origin.Precedes ? own === Origin.Follows || own === Origin.Nobody : before === Origin.Nobody && own === Origin.Follows;
}

/** Nobody speaks where that is likelier than all who may speak, together, or where none of them is likely by itself. */
const NOBODY = 0.5, SOMEBODY = 0.15;

/** Of each origin, the source that is likeliest by all its cues together, with the likeliest cue of that source. */
function likeliest(proposals: readonly Proposal[], scores: Float64Array): Found[] {
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
  const sorted = [...groups.values()].sort((a, b) => b.total - a.total), firsts = new Map<number, Found>();
  const isNamed = sorted.some(({ best, total }) => best.origin !== Origin.Nobody && total > all * SOMEBODY);
  for (const { best, total } of sorted) {
    if (firsts.has(best.origin) || (best.origin === Origin.Nobody && total < all * NOBODY && isNamed)) continue;
    const second = sorted[0]?.best === best ? sorted[1] : sorted[0];
    firsts.set(best.origin, { chosen: best, probability: total / all, second: second?.best ?? null, secondProbability: (second?.total ?? 0) / all });
  }
  return [...firsts.values()];
}

/** The same number for the same source; a cue without a source stands for itself. */
function sourceKey({ origin, like, source, cue }: Proposal): number {
  if (origin !== Origin.Reported && origin !== Origin.LedIn) return -16 - origin - like * 8;
  return ((source?.from ?? cue?.from ?? 0) * 2 + Number(source === null)) * 2 + Number(origin === Origin.LedIn);
}
