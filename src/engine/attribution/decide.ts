import type { TokenRange } from '../layers';
import type { MarkedKind } from '../model';
import { LinearModel } from '../quotes/linear';
import { certainProposal } from './certain';
import { withInner } from './clauses';
import { createChoose, type Found } from './choice';
import { type Before, type Edges, edgesOf, NOTHING_BEFORE } from './features';
import { createKinds } from './kind';
import { mayBeSpeech, Origin, type Path, plain, type Proposal } from './proposals';
import type { PlacedReading } from './readings';
import { propose } from './sieves/index';
import { BlockView, Named, type Quoted } from './view';
import type { AttributionVocabulary } from './vocabulary';
import type { AttributionWords } from './words';

/** What was decided about a quotation. */
export interface Decision extends Found {
  /** The mark's kind by its form alone, by number: what the next decision sees. */
  readonly form: number;
  /** The quotation's kind, now that its attribution is known. */
  readonly kind: MarkedKind;
}

/** Marks inside marks are read this deep; nobody writes deeper, and hostile texts must not take longer. */
const DEEPEST = 3;

/** The decisions about a block, or about the inside of one of its quotations. */
export interface Decided {
  readonly reading: PlacedReading;
  /** What was decided about the quotation before. */
  readonly before: Before;
  /** For each quotation of the view, in order. */
  readonly own: readonly Decision[];
  /** The insides of quotations that hold marks themselves. */
  readonly inner: readonly Inside[];
}

/** What was decided about the inside of the quotation with the index `around`. */
interface Inside {
  readonly around: number;
  readonly decided: Decided;
}

/** Compiles the weights into the choice among the sieves' proposals, for every quotation of a block in order. */
export function createDecider(
  { weights }: AttributionWords,
  words: AttributionVocabulary,
): (reading: PlacedReading, before: Before) => Decided {
  const model = new LinearModel(weights),
    choose = createChoose(model),
    kinds = createKinds(model);
  const decide = (reading: PlacedReading, before: Before, depth: number): Decided => {
    const row = reading.view.quotations.map((quoted) => edgesOf(reading, quoted)),
      proposals = row.map((_, index) => proposalsFor(reading, index, words));
    const own = choose(reading, row, proposals, before).flatMap((found, index): Decision[] => {
      const edges = row[index];
      if (!edges) return [];
      const likeliest = withoutTitle(reading.view, edges, found, proposals[index] ?? []),
        { chosen, probability, second, secondProbability } = withInner(reading, edges.quoted, likeliest, words);
      return [
        { chosen, probability, second, secondProbability, form: edges.kind, kind: kinds(reading.view, edges, chosen) },
      ];
    });
    const inner: Inside[] = [];
    if (depth < DEEPEST)
      reading.view.quotations.forEach((quoted, around) => {
        const inside = insideOf(reading, quoted);
        if (inside) inner.push({ around, decided: decide(inside, NOTHING_BEFORE, depth + 1) });
      });
    return { reading, before, own, inner };
  };
  return (reading, before) => decide(reading, before, 0);
}

/** Whether what was decided would be decided again. */
export function stillHolds({ reading, before }: Decided, now: PlacedReading, nowBefore: Before): boolean {
  return (
    reading.isOpen === now.isOpen &&
    reading.isContinued === now.isContinued &&
    reading.previous?.view.layer === now.previous?.view.layer &&
    before.origin === nowBefore.origin &&
    before.kind === nowBefore.kind
  );
}

/** What may be meant by a quotation; its pieces belong together, unless words around one of them report it themselves. */
function proposalsFor(reading: PlacedReading, index: number, words: AttributionVocabulary): Proposal[] {
  if (!mayBeSpeech(reading.view, index)) return [plain(Origin.Nobody, -1)];
  const certain = certainProposal(reading, index, words);
  if (certain) return [certain];
  const proposals = propose(reading, index);
  if (index === 0 && reading.isContinued) return ownOr(Origin.CarriesOn, proposals);
  if (isOpenedAnew(reading.view, index - 1)) return ownOr(Origin.Follows, proposals);
  const isReportedNext =
    isOpenedAnew(reading.view, index) &&
    propose(reading, index + 1).some(({ origin, path }) => isOwn(origin, path)) &&
    proposals.some(({ origin }) => origin === Origin.Precedes);
  return isReportedNext
    ? proposals.filter(
        ({ origin, path }) => origin === Origin.Precedes || (origin === Origin.Reported && path.sentences === 0),
      )
    : proposals;
}

/** The proposals of one origin, and those that report the quotation itself. */
const ownOr = (origin: Origin, proposals: readonly Proposal[]): Proposal[] =>
  proposals.filter((proposal) => proposal.origin === origin || isOwn(proposal.origin, proposal.path));

/** Whether the next quotation of the block is a further piece of this one. */
function isOpenedAnew({ layer, quotations }: BlockView, index: number): boolean {
  const mark = layer.marks[quotations[index]?.mark ?? -1];
  return mark !== undefined && !mark.closed && !mark.open && index + 1 < quotations.length;
}

/** Whether a proposal reports the quotation right behind it: “The second paragraph,” Lee said. */
function isOwn(origin: Origin, { after, tokens, sentences }: Path): boolean {
  return origin === Origin.Reported && after && sentences === 0 && tokens < NEAR;
}

/** How many words may stand between a quotation and what reports it for itself. */
const NEAR = 8;

/** The marks right inside a quotation, read as if nothing stood around it; null where it holds none. */
function insideOf(reading: PlacedReading, quoted: Quoted): PlacedReading | null {
  const { layer } = reading.view,
    next = layer.marks[quoted.mark + 1],
    span = layer.marks[quoted.mark]?.span;
  if (!next || !span || next.span[0] >= span[1]) return null;
  const view = new BlockView(layer, (mark) => !layer.marks[mark]?.open, quoted, reading.view);
  return view.quotations.length ? { ...reading, view, previous: null, isOpen: false, isContinued: false } : null;
}

/**
 * The weights learned from politics take "reads the “Harbour Herald”" and "a show called “Night Boat”" for reports; a title that no
 * reporting word takes, or only that of a thing, is none.
 */
function withoutTitle(view: BlockView, edges: Edges, found: Found, proposals: readonly Proposal[]): Found {
  const { chosen, probability } = found,
    isTitle = edges.capitals === 3 && edges.last === -1 && edges.words < 6,
    nobody = proposals.at(-1);
  if (!isTitle || !nobody || chosen.origin !== Origin.Reported || (chosen.frame >= 0 && maySpeak(view, chosen.source)))
    return found;
  return { chosen: nobody, probability: 0.6, second: chosen, secondProbability: Math.min(0.4, probability) };
}

function maySpeak(view: BlockView, source: TokenRange | null): boolean {
  for (let at = source?.from ?? 0; source && at < source.to; at++) if (view.named(at) >= Named.Role) return true;
  return false;
}
