import type { People, PlacedBlock, PlacedQuotation, Said } from '../layers';
import { DOUBTFUL, type Issue } from '../model';
import { createDecider, type Decided } from './decide';
import { type Before, NOTHING_BEFORE } from './features';
import { attributeHeadlines } from './headlines';
import { Origin } from './proposals';
import { type PlacedReading, readBlocks } from './readings';
import { insideQuotation, NOBODY, resolve, type Resolved, toPlaced } from './resolve';
import { entityAt, firstFrom } from './speakers';
import { createStatements } from './statements';
import type { AttributionWords } from './words';

export { ATTRIBUTION_RULES } from './rules';

/** Compiles the pass that says who said what: every quotation and statement with its source, cue and speaker. */
export function createAttribution({ weights }: AttributionWords): (blocks: readonly PlacedBlock[], people: People) => Said {
  const decide = createDecider(weights), statements = createStatements();
  return (blocks, people) => {
    const quotations: PlacedQuotation[][] = blocks.map(() => []), issues: Issue[][] = blocks.map(() => []);
    const done = new Map<number, Attributed>();
    for (const reading of readBlocks(blocks)) {
      const { block } = reading, previous = done.get(reading.previous?.block ?? -1);
      const decided = decide(reading, previous?.after ?? NOTHING_BEFORE), resolved = attribute(reading, decided, previous?.resolved ?? [], people);
      const placed = new Placing(people, previous?.last ?? 0).place(reading, decided, resolved);
      const last = decided.own.at(-1);
      done.set(block, { resolved, after: last ? { origin: last.chosen.origin, kind: last.form } : NOTHING_BEFORE, last: placed.last });
      quotations[block] = placed.quotations;
      if (!reading.isOpen) issues[block] = unclosed(reading);
    }
    return { quotations: attributeHeadlines(blocks, quotations), issues, statements: blocks.map(({ layer }, block) => statements(layer, block, people)) };
  };
}

/** How many frames back a running source is looked for. */
const MOST_FRAMES = 8;

interface Attributed {
  readonly resolved: readonly Resolved[];
  readonly after: Before;
  /** Index of the last outermost quotation in the block's list. */
  readonly last: number;
}

/** Left to right; then, right to left, what waits for the quotation behind it. */
function attribute(reading: PlacedReading, { own: decisions }: Decided, previous: readonly Resolved[], people: People): Resolved[] {
  const own: (Resolved | undefined)[] = [];
  decisions.forEach((decision, index) => own.push(resolve(reading, index, decision, { previous, own }, people)));
  for (let index = decisions.length - 1; index >= 0; index--) {
    const decision = decisions[index];
    if (decision) own[index] ??= resolve(reading, index, decision, { previous, own }, people) ?? NOBODY;
  }
  return own.map((one, index) => withRunningSpeaker(reading, index, one ?? NOBODY, people));
}

/**
 * Words that are reported by something that names nobody ("This will lead to a “structured dialogue”") belong, as a guess, to
 * whoever the paragraph quotes before them.
 */
function withRunningSpeaker({ view: { layer, quotations }, block }: PlacedReading, index: number, one: Resolved, people: People): Resolved {
  if (one.speaker !== null || one.confidence >= DOUBTFUL || !one.cue) return one;
  const start = layer.marks[quotations[index]?.mark ?? -1]?.span[0] ?? 0;
  const next = firstFrom(layer.frames.length, (at) => (layer.frames[at]?.cue[0] ?? 0) >= start);
  const frame = layer.frames.slice(Math.max(0, next - MOST_FRAMES), next).filter(({ source, act }) => source && act === 'speech').at(-1);
  const at = frame?.source ? { block, span: frame.source } : null;
  const speaker = entityAt(people, layer, at);
  return speaker === null || !frame ? one : { ...one, source: null, cue: null, speaker, rule: 'running-source', evidence: { block, span: frame.cue }, candidates: [] };
}

/** An opening mark that nothing closes and that no later block goes on with. */
function unclosed({ view: { layer } }: PlacedReading): Issue[] {
  return layer.marks.filter(({ open }) => open).map(({ span }) => ({ kind: 'unclosed-mark', span: [span[0], span[0] + 1] }));
}

/** Brings the quotations of a block into one list, each after the one around it. */
class Placing {
  readonly #quotations: PlacedQuotation[] = [];

  constructor(private readonly people: People, private readonly lastBefore: number) {}

  place(reading: PlacedReading, decided: Decided, resolved: readonly Resolved[]): { quotations: PlacedQuotation[]; last: number } {
    const last = this.#add(reading, decided, resolved, null);
    return { quotations: this.#quotations, last };
  }

  #add(reading: PlacedReading, { own, inner }: Decided, resolved: readonly Resolved[], inside: number | null): number {
    const { view, block, previous } = reading;
    let last = 0;
    view.quotations.forEach((quoted, index) => {
      const decision = own[index], one = resolved[index] ?? NOBODY, span = view.layer.marks[quoted.mark]?.span;
      if (!decision || !span || (inside !== null && isPartOfSpeech(view.layer.text, span[0], decision.chosen.origin))) return;
      const { kind } = decision;
      const continues = index === 0 && reading.isContinued && previous ? { back: block - previous.block, index: this.lastBefore } : null;
      last = this.#quotations.length;
      this.#quotations.push({ span, kind, continues, inside, ...toPlaced(one, kind, block) });
      // Decisions are remembered with the block's text, which may have moved to another block since.
      for (const part of inner) if (part.around === index) this.#addInside({ ...part, reading: { ...part.reading, block } }, one, last);
    });
    return last;
  }

  #addInside(part: Decided, outer: Resolved, around: number): void {
    const resolved = attribute(part.reading, part, [], this.people).map((one) => (one === NOBODY ? insideQuotation(outer) : one));
    this.#add(part.reading, part, resolved, around);
  }
}

/** A word that a speaker sets apart with single marks, and reports nobody with, is the speaker's own: no quotation of its own. */
function isPartOfSpeech(text: string, start: number, origin: Origin): boolean {
  return origin === Origin.Nobody && "'‘`‚‛".includes(text.charAt(start));
}
