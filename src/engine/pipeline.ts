import { createAttribution } from './attribution/index';
import { type CandidateHints, createDates, type DateHints, type PublishedOffer } from './dates/index';
import type { LanguagePack } from './language/pack';
import type { BlockLayer, DocumentLayer, PlacedBlock } from './layers';
import type { BlockKind } from './model';
import { createNames } from './names/index';
import { createPeople } from './people/index';
import { createQuotes } from './quotes/index';
import { createSplitter, createText, type Paragraph } from './text/index';

/** The two halves of the flow: what one block shows by itself, and what only the whole article can decide. */
export interface Pipeline {
  /** Cuts the part of a text between two paragraphs' edges into paragraphs. */
  splitParagraphs(text: string, from: number, to: number): Paragraph[];
  readBlock(text: string, kind: BlockKind): BlockLayer;
  readDocument(blocks: readonly PlacedBlock[], hints: DateHints): DocumentLayer;
  /** The dates that the text offers for its own, the likeliest first. */
  offerDates(blocks: readonly PlacedBlock[], hints: CandidateHints): readonly PublishedOffer[];
}

type Stage<Input, Layer> = (layer: Layer, input: Input) => Partial<Layer>;
interface DocumentInput {
  readonly blocks: readonly PlacedBlock[];
  readonly hints: DateHints;
}

/** Compiles a language's words into the stages, in the order in which they run. A stage reads what the ones above it added. */
export function createPipeline(pack: LanguagePack): Pipeline {
  const text = createText(pack.text);
  const names = createNames(pack.names);
  const dates = createDates(pack.dates);
  const quotes = createQuotes(pack.quotes);
  const people = createPeople(pack.people);
  const attribute = createAttribution(pack.attribution);

  const blockStages: readonly Stage<undefined, BlockLayer>[] = [
    (layer) => text(layer.text, layer.kind),
    (layer) => ({ names: names(layer) }),
    (layer) => ({ dates: dates.find(layer) }),
    (layer) => ({ references: people.references(layer, layer.names) }),
    (layer) => quotes.marks(layer),
    (layer) => ({ frames: quotes.frames(layer, layer.names, layer.references, layer.marks) }),
  ];
  const documentStages: readonly Stage<DocumentInput, DocumentLayer>[] = [
    (_, { blocks, hints }) => ({ published: dates.published(blocks, hints) }),
    (layer, { blocks }) => ({ dates: dates.resolve(blocks, layer.published), dateIssues: dates.issues(blocks, layer.published) }),
    (_, { blocks }) => ({ people: people.resolve(blocks) }),
    (layer, { blocks }) => ({ said: attribute(blocks, layer.people) }),
    (layer, { blocks }) => ({ people: people.withSpeakers(blocks, layer.people, layer.said) }),
  ];
  return {
    splitParagraphs: createSplitter(pack.text),
    readBlock: (blockText, kind) => run(blockStages, emptyBlock(blockText, kind), undefined),
    readDocument: (blocks, hints) => run(documentStages, emptyDocument(), { blocks, hints }),
    offerDates: dates.candidates,
  };
}

function run<Input, Layer extends object>(stages: readonly Stage<Input, Layer>[], empty: Layer, input: Input): Layer {
  return stages.reduce((layer, stage) => Object.assign(layer, stage(layer, input)), empty);
}

function emptyBlock(text: string, kind: BlockKind): BlockLayer {
  const none = new Int32Array(0), untagged = new Uint8Array(0);
  const tokens = { count: 0, start: none, end: none, word: [], lower: [], hash: none, tag: untagged, shape: untagged };
  return { text, kind, tokens, sentences: [], phrases: [], names: [], dates: [], references: [], marks: [], frames: [], issues: [] };
}

function emptyDocument(): DocumentLayer {
  return {
    published: { value: null, span: null, from: 'nothing' },
    dates: [],
    dateIssues: [],
    people: { entities: [], mentions: [] },
    said: { quotations: [], statements: [], issues: [] },
  };
}
