import { assemble } from './assemble';
import type { DateHints, PublishedOffer } from './dates/index';
import type { DocumentLayer, PlacedBlock } from './layers';
import type { Article, BlockKind } from './model';
import type { Pipeline } from './pipeline';
import { classify, type Paragraph } from './text/index';

/** A replacement of the text between two offsets, as editors report it. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A paragraph in its place, and its blocks as they were last read; none before the first reading. */
interface Reading {
  readonly paragraph: Paragraph;
  readonly blocks: readonly PlacedBlock[];
}

/**
 * The analysis of one version of a text. Immutable: an edit gives a new analysis that shares what did not change, and is always
 * equal to the analysis of the new text from scratch.
 */
export class Analysis {
  #article: Article | undefined;

  private constructor(
    private readonly pipeline: Pipeline,
    readonly text: string,
    private readonly hints: DateHints,
    private readonly readings: readonly Reading[],
    readonly blocks: readonly PlacedBlock[],
    /** Results over the whole article, block by block, for callers that must not pay for `article`. */
    readonly document: DocumentLayer,
  ) {}

  /** Analyses a whole text. Never throws, whatever the text. */
  static of(pipeline: Pipeline, text: string, hints: DateHints): Analysis {
    return Analysis.#read(pipeline, text, hints, pipeline.splitParagraphs(text, 0, text.length).map(unread));
  }

  /** The results in the article's own offsets; made on first use. */
  get article(): Article {
    return (this.#article ??= assemble(this.blocks, this.document));
  }

  /** The analysis after the edits, each applied to the text that the one before it left. Offsets outside the text are clamped. */
  update(edits: readonly Edit[]): Analysis {
    let text = this.text, readings = this.readings;
    for (const edit of edits) [text, readings] = applyEdit(this.pipeline, text, readings, edit);
    return Analysis.#read(this.pipeline, text, this.hints, readings);
  }

  /** The same text with another date given by the reader (null takes a given date back). */
  withPublished(published: string | null): Analysis {
    return Analysis.#read(this.pipeline, this.text, { ...this.hints, published }, this.readings);
  }

  /**
   * The dates that the text offers for its own, the likeliest first: stated ones, the file's name, then the years that fit a day
   * without one, up to `latestYear`.
   */
  publishedOffers(latestYear: number): readonly PublishedOffer[] {
    return this.pipeline.offerDates(this.blocks, { fileName: this.hints.fileName, latestYear });
  }

  static #read(pipeline: Pipeline, text: string, hints: DateHints, before: readonly Reading[]): Analysis {
    const kinds = classify(before.map(({ paragraph }) => paragraph));
    const readings = before.map((reading, index) => read(pipeline, reading, kinds[index] ?? []));
    const blocks = readings.flatMap((reading) => reading.blocks);
    return new Analysis(pipeline, text, hints, readings, blocks, pipeline.readDocument(blocks, hints));
  }
}

const unread = (paragraph: Paragraph): Reading => ({ paragraph, blocks: [] });

/** The reading with its blocks: those it has, where their kinds are still the same, else read now. */
function read(pipeline: Pipeline, reading: Reading, kinds: readonly BlockKind[]): Reading {
  const { paragraph: { start, text, pieces }, blocks } = reading;
  if (blocks.length === pieces.length && blocks.every(({ layer }, index) => layer.kind === kinds[index])) return reading;
  const read = pieces.map(({ span }, index): PlacedBlock => ({ start: start + span[0], layer: pipeline.readBlock(text.slice(span[0], span[1]), kinds[index] ?? 'body') }));
  return { paragraph: reading.paragraph, blocks: read };
}

/** The reading `delta` further on. */
function move({ paragraph, blocks }: Reading, delta: number): Reading {
  if (delta === 0) return { paragraph, blocks };
  return { paragraph: { ...paragraph, start: paragraph.start + delta }, blocks: blocks.map(({ start, layer }) => ({ start: start + delta, layer })) };
}

/** Splits again only the paragraphs that the edit touches; those behind it move. */
function applyEdit(pipeline: Pipeline, text: string, readings: readonly Reading[], edit: Edit): [string, readonly Reading[]] {
  const start = Math.max(0, Math.min(edit.start, text.length)), end = Math.max(start, Math.min(edit.end, text.length));
  const edited = text.slice(0, start) + edit.text + text.slice(end);
  const delta = edit.text.length - (end - start);
  // A paragraph that merely ends or begins at the edit may grow into it, and the line break beside it may vanish: take the neighbours too.
  const first = Math.max(0, firstWhere(readings, ({ paragraph }) => paragraph.start + paragraph.text.length >= start) - 1);
  const next = Math.min(readings.length, firstWhere(readings, ({ paragraph }) => paragraph.start > end) + 1);
  const from = first === 0 ? 0 : (readings[first]?.paragraph.start ?? 0);
  const to = next === readings.length ? edited.length : (readings[next]?.paragraph.start ?? 0) + delta;
  const touched = readings.slice(first, next);
  const again = pipeline.splitParagraphs(edited, from, to).map((paragraph) => keepReading(paragraph, touched));
  return [edited, [...readings.slice(0, first), ...again, ...readings.slice(next).map((reading) => move(reading, delta))]];
}

/** A paragraph split again that is word for word one of those before keeps what was read of it. */
function keepReading(paragraph: Paragraph, before: readonly Reading[]): Reading {
  const same = before.find((reading) => reading.paragraph.text === paragraph.text);
  return same ? move(same, paragraph.start - same.paragraph.start) : unread(paragraph);
}

/** The first index for which `holds` is true, in a list where it is false up to some point and true from there on. */
function firstWhere<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  let low = 0, high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1, item = items[middle];
    if (item !== undefined && holds(item)) high = middle;
    else low = middle + 1;
  }
  return low;
}
