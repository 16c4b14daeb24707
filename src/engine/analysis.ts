import { assemble } from './assemble';
import type { DateHints, PublishedOffer } from './dates/index';
import { sameItems } from './kept';
import type { BlockLayer, Blocks, DocumentLayer, PlacedBlock } from './layers';
import type { Article, BlockKind } from './model';
import type { Pipeline, ReadDocument } from './pipeline';
import { classify, type Paragraph } from './text/index';

/** A replacement of the text between two offsets, as editors report it. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A paragraph, wherever it stands, and its blocks as they were last read; none before the first reading. */
interface Reading {
  readonly paragraph: Paragraph;
  /** The text from its start to the start of the next paragraph. */
  readonly text: string;
  readonly layers: readonly BlockLayer[];
}

/** A text in paragraphs. Where they begin stands apart from what they are, so that an edit leaves those behind it as they are. */
interface Parts {
  /** The text before the first paragraph. */
  readonly lead: string;
  readonly readings: readonly Reading[];
  readonly starts: Int32Array;
  readonly length: number;
}

/**
 * The analysis of one version of a text. Immutable: an edit gives a new analysis that shares what did not change, and is always
 * equal to the analysis of the new text from scratch.
 */
export class Analysis {
  #article: Article | undefined;
  #blocks: readonly PlacedBlock[] | undefined;

  private constructor(
    private readonly pipeline: Pipeline,
    /** Shared by all versions; it compares each with the one that it read last. */
    private readonly readDocument: ReadDocument,
    private readonly hints: DateHints,
    private readonly parts: Parts,
    /** The blocks and where they begin, for callers that must not pay for `blocks`. */
    readonly layout: Blocks,
    /** Results over the whole article, block by block, for callers that must not pay for `article`. */
    readonly document: DocumentLayer,
  ) {}

  /** Analyses a whole text. Never throws, whatever the text. */
  static of(pipeline: Pipeline, text: string, hints: DateHints): Analysis {
    return Analysis.#read(pipeline, pipeline.beginDocument(), hints, readParts(pipeline, text, 0, []));
  }

  get text(): string {
    return this.parts.lead + this.parts.readings.map(({ text }) => text).join('');
  }

  /** The blocks in their places; made on first use. */
  get blocks(): readonly PlacedBlock[] {
    return (this.#blocks ??= this.layout.layers.map((layer, index) => ({ start: this.layout.starts[index] ?? 0, layer })));
  }

  /** The results in the article's own offsets; made on first use. */
  get article(): Article {
    return (this.#article ??= assemble(this.layout, this.document));
  }

  /** The analysis after the edits, each applied to the text that the one before it left. Offsets outside the text are clamped. */
  update(edits: readonly Edit[]): Analysis {
    let { parts } = this;
    for (const edit of edits) parts = applyEdit(this.pipeline, parts, edit);
    return Analysis.#read(this.pipeline, this.readDocument, this.hints, parts);
  }

  /** The same text with another date given by the reader (null takes a given date back). */
  withPublished(published: string | null): Analysis {
    return Analysis.#read(this.pipeline, this.readDocument, { ...this.hints, published }, this.parts);
  }

  /**
   * The dates that the text offers for its own, the likeliest first: stated ones, the file's name, then the years that fit a day
   * without one, up to `latestYear`.
   */
  publishedOffers(latestYear: number): readonly PublishedOffer[] {
    return this.pipeline.offerDates(this.layout, { fileName: this.hints.fileName, latestYear });
  }

  static #read(pipeline: Pipeline, readDocument: ReadDocument, hints: DateHints, unread: Parts): Analysis {
    const parts = { ...unread, readings: readBlocks(pipeline, unread.readings) }, layout = layOut(parts);
    return new Analysis(pipeline, readDocument, hints, parts, layout, readDocument(layout, hints));
  }
}

/** The readings with their blocks: those they have, where their kinds are still the same, else read now. */
function readBlocks(pipeline: Pipeline, readings: readonly Reading[]): readonly Reading[] {
  const kinds = classify(readings.map(({ paragraph }) => paragraph)), read = readings.slice();
  for (let at = 0; at < readings.length; at++) {
    const reading = readings[at], wanted = kinds[at];
    if (reading && wanted && !areOf(reading.layers, wanted)) read[at] = readLayers(pipeline, reading, wanted);
  }
  return read;
}

function areOf(layers: readonly BlockLayer[], kinds: readonly BlockKind[]): boolean {
  if (layers.length !== kinds.length) return false;
  for (let i = 0; i < layers.length; i++) if (layers[i]?.kind !== kinds[i]) return false;
  return true;
}

function readLayers(pipeline: Pipeline, { paragraph, text }: Reading, kinds: readonly BlockKind[]): Reading {
  return { paragraph, text, layers: paragraph.pieces.map(({ span }, index) => pipeline.readBlock(text.slice(span[0], span[1]), kinds[index] ?? 'body')) };
}

function layOut({ readings, starts }: Parts): Blocks {
  const layers: BlockLayer[] = [], places: number[] = [];
  for (let at = 0; at < readings.length; at++) {
    const reading = readings[at], start = starts[at] ?? 0;
    if (!reading) continue;
    for (let i = 0; i < reading.layers.length; i++) {
      const layer = reading.layers[i];
      if (layer) layers.push(layer);
      places.push(start + (reading.paragraph.pieces[i]?.span[0] ?? 0));
    }
  }
  return { layers, starts: Int32Array.from(places) };
}

/** Splits a text that begins at offset `start` of the article. A paragraph that is word for word one of `before` keeps what was read of it. */
function readParts(pipeline: Pipeline, text: string, start: number, before: readonly Reading[]): Parts {
  const paragraphs = pipeline.splitParagraphs(text, 0, text.length), kept = new Set(before);
  const readings = paragraphs.map((paragraph, index): Reading => {
    const own = text.slice(paragraph.start, paragraphs[index + 1]?.start ?? text.length), same = before.find((reading) => kept.has(reading) && reading.paragraph.text === paragraph.text);
    if (!same) return { paragraph, text: own, layers: [] };
    // A block stands in one place only: a second paragraph with the same words is read by itself.
    kept.delete(same);
    return same.text === own ? same : { ...same, text: own };
  });
  return { lead: text.slice(0, paragraphs[0]?.start ?? text.length), readings, starts: Int32Array.from(paragraphs, (paragraph) => start + paragraph.start), length: text.length };
}

/** Splits again only the paragraphs that the edit touches; those behind it move. */
function applyEdit(pipeline: Pipeline, { lead, readings, starts, length }: Parts, edit: Edit): Parts {
  const start = Math.max(0, Math.min(edit.start, length)), end = Math.max(start, Math.min(edit.end, length)), count = readings.length;
  // A paragraph that merely ends or begins at the edit may grow into it, and the line break beside it may vanish: take the neighbours too.
  const first = Math.max(0, firstWhere(count, (at) => (starts[at] ?? 0) + (readings[at]?.paragraph.text.length ?? 0) >= start) - 1);
  const next = Math.min(count, firstWhere(count, (at) => (starts[at] ?? 0) > end) + 1);
  const from = first === 0 ? 0 : (starts[first] ?? 0), touched = readings.slice(first, next);
  const old = (first === 0 ? lead : '') + touched.map(({ text }) => text).join('');
  const again = readParts(pipeline, old.slice(0, start - from) + edit.text + old.slice(end - from), from, touched), delta = edit.text.length - (end - start);
  const moved = new Int32Array(first + again.starts.length + count - next);
  moved.set(starts.subarray(0, first));
  moved.set(again.starts, first);
  for (let at = next, to = first + again.starts.length; at < count; at++, to++) moved[to] = (starts[at] ?? 0) + delta;
  return { lead: first === 0 ? again.lead : lead, readings: [...readings.slice(0, first), ...again.readings, ...readings.slice(next)], starts: moved, length: length + delta };
}

/** The first index below `count` for which `holds` is true, where it is false up to some index and true from there on; else `count`. */
function firstWhere(count: number, holds: (index: number) => boolean): number {
  let low = 0, high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
