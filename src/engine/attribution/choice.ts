import { type LinearModel, Options } from '../quotes/linear';
import { addBefore, addUnreported, type Before, type Edges } from './features';
import { addCue, addSource, type CueSeen, seeCue } from './featuresCue';
import { Origin, type Proposal, type Reading } from './proposals';

/** The proposal that the weights hold likeliest. */
export interface Found {
  readonly chosen: Proposal;
  /** How likely the weights hold the chosen source, all ways to it together. */
  readonly probability: number;
  /** The likeliest with another source, or null. */
  readonly second: Proposal | null;
  readonly secondProbability: number;
}

/** Chooses for a row of quotations, given what each may be. */
export type Choose = (
  reading: Reading,
  row: readonly Edges[],
  proposals: readonly (readonly Proposal[])[],
  before: Before,
) => Found[];

/** The best way to one origin of a quotation: how good it and all before it are, and what it rests on. */
interface Way {
  readonly worth: number;
  readonly found: Found;
  readonly before: Way | null;
}

/**
 * Makes the likeliest choices for a row of quotations together (Viterbi's algorithm over their origins): two
 * neighbours never wait for one another, and none takes over from a neighbour that nobody said.
 */
export function createChoose(model: LinearModel): Choose {
  const weighing = new Weighing(model);
  return (reading, row, proposals, before) => {
    let ways: readonly (Way | null)[] = [null];
    row.forEach((edges, index) => {
      weighing.weigh(reading, edges, proposals[index] ?? []);
      const next: Way[] = [],
        kind = row[index - 1]?.kind ?? before.kind;
      for (const way of ways) {
        const origin = way ? way.found.chosen.origin : before.origin;
        for (const found of weighing.likeliest(reading, edges, { origin, kind })) addWay(next, found, way);
      }
      ways = next;
    });
    let best: Way | null = null;
    for (const way of ways) if (way && (!best || way.worth > best.worth)) best = way;
    const all: Found[] = [];
    for (let way: Way | null = best; way; way = way.before) all.push(way.found);
    return all.reverse();
  };
}

/** Keeps the better of two ways to one origin. */
function addWay(ways: Way[], found: Found, before: Way | null): void {
  const own = found.chosen.origin,
    against = before && isContradiction(before.found.chosen.origin, own) ? CONTRADICTION : 0;
  const worth = (before?.worth ?? 0) + Math.log(found.probability) + against;
  let at = 0;
  while (at < ways.length && ways[at]?.found.chosen.origin !== own) at++;
  if (worth > (ways[at]?.worth ?? -Infinity)) ways[at] = { worth, found, before };
}

/** What a contradiction costs, as the logarithm of a probability. */
const CONTRADICTION = -20;

function isContradiction(before: number, own: number): boolean {
  return before === Origin.Precedes
    ? own === Origin.Follows || own === Origin.Nobody
    : before === Origin.Nobody && own === Origin.Follows;
}

/** Nobody speaks where that is likelier than all who may speak, together, or where none of them is likely by itself. */
const NOBODY = 0.5,
  SOMEBODY = 0.15;

/** What the weights make of one quotation's proposals. One quotation after another is weighed in the same lists. */
class Weighing {
  readonly #options = new Options();
  #proposals: readonly Proposal[] = [];
  /** By proposal: its score, but for what it owes to the quotation before; its score; the number of its source. */
  readonly #fixed: number[] = [];
  readonly #scores: number[] = [];
  readonly #sourceOf: number[] = [];
  /** By source: its key; how much all its proposals weigh, and the one that weighs most; that one's index. */
  readonly #keys: number[] = [];
  readonly #totals: number[] = [];
  readonly #most: number[] = [];
  readonly #bests: number[] = [];
  #sources = 0;

  constructor(private readonly model: LinearModel) {}

  /** Takes the next quotation: scores its proposals and tells their sources apart. */
  weigh(reading: Reading, edges: Edges, proposals: readonly Proposal[]): void {
    this.#proposals = proposals;
    this.#sources = 0;
    this.#addOptions(reading, edges);
    this.model.best(this.#options);
    const { scores } = this.model;
    for (let index = 0, option = 0, shared = 0; index < proposals.length; index++) {
      const proposal = proposals[index];
      if (!proposal) continue;
      if (this.#beginsCue(index)) shared = scores[option++] ?? 0;
      this.#fixed[index] = proposal.cue ? shared + (scores[option++] ?? 0) : shared;
      this.#sourceOf[index] = this.#numberOf(sourceKey(proposal));
    }
  }

  /** Proposals of one cue stand together and share its features, which are summed once. */
  #addOptions(reading: Reading, edges: Edges): void {
    const options = this.#options;
    let cue: CueSeen | null = null;
    options.clear();
    this.#proposals.forEach((proposal, index) => {
      if (this.#beginsCue(index)) {
        cue = seeCue(reading, edges, proposal);
        options.next();
        if (cue) addCue(options, edges, cue);
        else addUnreported(options, reading, edges, proposal);
      }
      if (!cue) return;
      options.next();
      addSource(options, edges, cue, proposal);
    });
  }

  /** Whether a proposal has another cue than the one before it, or none. */
  #beginsCue(index: number): boolean {
    const proposal = this.#proposals[index];
    return !proposal?.cue || index === 0 || proposal.path !== this.#proposals[index - 1]?.path;
  }

  #numberOf(key: number): number {
    let source = 0;
    while (source < this.#sources && this.#keys[source] !== key) source++;
    if (source < this.#sources) return source;
    this.#keys[source] = key;
    this.#totals[source] = 0;
    this.#most[source] = -1;
    this.#sources++;
    return source;
  }

  /** Of each origin, the source that is likeliest by all its cues together, with the likeliest cue of that source; the likeliest first. */
  likeliest(reading: Reading, edges: Edges, before: Before): Found[] {
    const all = this.#sum(reading, edges, before),
      found: Found[] = [];
    const first = this.#heaviest(0, -1),
      other = this.#heaviest(0, first),
      isNamed = this.#total(this.#heaviest(1 << Origin.Nobody, -1)) > all * SOMEBODY;
    for (let source = first, taken = 0; source >= 0; source = this.#heaviest(taken, -1)) {
      const chosen = this.#best(source),
        second = source === first ? other : first;
      if (!chosen) break;
      taken |= 1 << chosen.origin;
      if (chosen.origin === Origin.Nobody && this.#total(source) < all * NOBODY && isNamed) continue;
      found.push({
        chosen,
        probability: this.#total(source) / all,
        second: this.#best(second),
        secondProbability: this.#total(second) / all,
      });
    }
    return found;
  }

  /** Sums what the proposals of each source weigh, and gives the sum of all. */
  #sum(reading: Reading, edges: Edges, before: Before): number {
    const proposals = this.#proposals,
      scores = this.#scores;
    let highest = -Infinity,
      all = 0;
    for (let index = 0; index < proposals.length; index++) {
      const proposal = proposals[index],
        owed = proposal && proposal.like >= 0 ? this.#owed(reading, edges, proposal, before) : 0,
        score = (this.#fixed[index] ?? 0) + owed;
      scores[index] = score;
      if (score > highest) highest = score;
    }
    this.#totals.fill(0, 0, this.#sources);
    this.#most.fill(-1, 0, this.#sources);
    for (let index = 0; index < proposals.length; index++) {
      const source = this.#sourceOf[index] ?? 0,
        own = Math.exp((scores[index] ?? 0) - highest);
      all += own;
      this.#totals[source] = (this.#totals[source] ?? 0) + own;
      if (own <= (this.#most[source] ?? -1)) continue;
      this.#most[source] = own;
      this.#bests[source] = index;
    }
    return all;
  }

  /** What a proposal's score owes to the quotation before. */
  #owed(reading: Reading, edges: Edges, proposal: Proposal, before: Before): number {
    this.#options.clear();
    this.#options.next();
    addBefore(this.#options, reading, edges, proposal, before);
    this.model.best(this.#options);
    return this.model.scores[0] ?? 0;
  }

  /** The source that weighs most, but for those with an origin among the bits `taken` and for the source `but`; -1 where there is none. */
  #heaviest(taken: number, but: number): number {
    let heaviest = -1;
    for (let source = 0; source < this.#sources; source++) {
      if (source === but || (taken >> (this.#best(source)?.origin ?? 0)) & 1) continue;
      if (heaviest < 0 || this.#total(source) > this.#total(heaviest)) heaviest = source;
    }
    return heaviest;
  }

  #best(source: number): Proposal | null {
    return source < 0 ? null : (this.#proposals[this.#bests[source] ?? 0] ?? null);
  }

  #total(source: number): number {
    return source < 0 ? 0 : (this.#totals[source] ?? 0);
  }
}

/** The same number for the same source; a cue without a source stands for itself. */
function sourceKey({ origin, like, source, cue }: Proposal): number {
  if (origin !== Origin.Reported && origin !== Origin.LedIn) return -16 - origin - like * 8;
  return ((source?.from ?? cue?.from ?? 0) * 2 + Number(source === null)) * 2 + Number(origin === Origin.LedIn);
}
