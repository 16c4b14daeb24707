import { createAttribution } from './attribution/index';
import { type CandidateHints, createDates, type DateHints, type PublishedOffer } from './dates/index';
import { type Change, changeOf } from './kept';
import type { LanguagePack } from './language/pack';
import { type BlockLayer, type Blocks, type DocumentLayer, emptyBlock } from './layers';
import type { BlockKind } from './model';
import { createNames, withLabelName } from './names/index';
import { createPeople } from './people/index';
import { createQuotes } from './quotes/index';
import { createLabels, createSplitter, createText, type Paragraph } from './text/index';

/** Decides over a whole article, for one version of it after another: of the next version only what may differ is done again. */
export type ReadDocument = (blocks: Blocks, hints: DateHints) => DocumentLayer;

/** The two halves of the flow: what one block shows by itself, and what only the whole article can decide. */
export interface Pipeline {
  /** Cuts the part of a text between two paragraphs' edges into paragraphs. */
  splitParagraphs(text: string, from: number, to: number): Paragraph[];
  readBlock(text: string, kind: BlockKind): BlockLayer;
  /** Begins an article. */
  beginDocument(): ReadDocument;
  /** The dates that the text offers for its own, the likeliest first. */
  offerDates(blocks: Blocks, hints: CandidateHints): readonly PublishedOffer[];
}

type Stage<Input, Layer> = (layer: Layer, input: Input) => Partial<Layer>;
interface DocumentInput {
  readonly blocks: Blocks;
  /** Which blocks are new since the last version. */
  readonly change: Change;
  readonly hints: DateHints;
}

/** Compiles a language's words into the stages, in the order in which they run. A stage reads what the ones above it added. */
export function createPipeline(pack: LanguagePack): Pipeline {
  const text = createText(pack.text);
  const label = createLabels(pack.text.labels);
  const names = createNames(pack.names);
  const labelNames = { titles: pack.text.labels.titles, familyEnding: pack.names.familyEnding };
  const dates = createDates(pack.dates);
  const quotes = createQuotes(pack.quotes);
  const people = createPeople(pack.people, pack.names.verdict);
  const attribution = createAttribution(pack.attribution);

  const blockStages: readonly Stage<undefined, BlockLayer>[] = [
    (layer) => text(layer.text, layer.kind),
    (layer) => ({ label: label(layer.text, layer.kind) }),
    (layer) => ({ names: withLabelName(names(layer), layer, layer.label, labelNames) }),
    (layer) => ({ dates: dates.find(layer) }),
    (layer) => ({ references: people.references(layer, layer.names) }),
    (layer) => quotes.marks(layer),
    (layer) => ({ frames: quotes.frames(layer, layer.names, layer.references, layer.marks) }),
  ];
  const beginStages = (): readonly Stage<DocumentInput, DocumentLayer>[] => {
    const readDates = dates.begin(),
      who = people.begin(),
      attribute = attribution.begin();
    return [
      (_, { blocks, change, hints }) => readDates(blocks, change, hints),
      (_, { blocks, change }) => ({ people: who.resolve(blocks.layers, change) }),
      (layer, { blocks, change }) => ({ said: attribute(blocks.layers, change, layer.people) }),
      (layer, { blocks, change }) => ({ people: who.withSpeakers(blocks.layers, change, layer.people, layer.said) }),
    ];
  };
  return {
    splitParagraphs: createSplitter(pack.text),
    readBlock: (blockText, kind) => run(blockStages, emptyBlock(blockText, kind), undefined),
    beginDocument: () => {
      const stages = beginStages();
      let last: readonly BlockLayer[] = [];
      return (blocks, hints) => {
        const change = changeOf(last, blocks.layers);
        last = blocks.layers;
        return run(stages, emptyDocument(), { blocks, change, hints });
      };
    },
    offerDates: dates.candidates,
  };
}

function run<Input, Layer extends object>(stages: readonly Stage<Input, Layer>[], empty: Layer, input: Input): Layer {
  return stages.reduce((layer, stage) => Object.assign(layer, stage(layer, input)), empty);
}

function emptyDocument(): DocumentLayer {
  return {
    published: { value: null, span: null, from: 'nothing' },
    dates: [],
    dateIssues: [],
    people: { entities: [], mentions: [], unclear: [] },
    said: { quotations: [], statements: [], issues: [] },
  };
}
