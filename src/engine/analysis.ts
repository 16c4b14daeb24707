import { assemble } from './assemble';
import type { DateHints, PublishedOffer } from './dates/index';
import { carry, changeOf } from './kept';
import type { BlockLayer, Blocks, DocumentLayer, PlacedBlock } from './layers';
import type { Article, BlockKind } from './model';
import type { Pipeline, ReadDocument } from './pipeline';
import { firstWhere } from './search';
import { classify, FARTHEST_LINK, LONGEST_TOP, type Paragraph } from './text/index';

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

/** The paragraphs of a version with their blocks. */
interface Read {
  readonly parts: Parts;
  readonly blocks: Blocks;
  /** For each paragraph, how many blocks stand before it, and how many there are in all. */
  readonly firsts: Int32Array;
  /** For each paragraph, 1 where its kinds depend on what stands around it. */
  readonly atTop: readonly number[];
}

const NOTHING: Read = {
  parts: { lead: '', readings: [], starts: new Int32Array(0), length: 0 },
  blocks: { layers: [], starts: new Int32Array(0) },
  firsts: new Int32Array(1),
  atTop: [],
};

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
    private readonly read: Read,
    /** Results over the whole article, block by block, for callers that must not pay for `article`. */
    readonly document: DocumentLayer,
  ) {}

  /** Analyses a whole text. Never throws, whatever the text. */
  static of(pipeline: Pipeline, text: string, hints: DateHints): Analysis {
    return Analysis.#next(pipeline, pipeline.beginDocument(), hints, readParts(pipeline, text, 0, []), NOTHING);
  }

  get text(): string {
    const { lead, readings } = this.read.parts;
    return lead + readings.map(({ text }) => text).join('');
  }

  /** The blocks and where they begin, for callers that must not pay for `blocks`. */
  get layout(): Blocks {
    return this.read.blocks;
  }

  /** The blocks in their places; made on first use. */
  get blocks(): readonly PlacedBlock[] {
    return (this.#blocks ??= this.layout.layers.map((layer, index) => ({
      start: this.layout.starts[index] ?? 0,
      layer,
    })));
  }

  /** The results in the article's own offsets; made on first use. */
  get article(): Article {
    return (this.#article ??= assemble(this.layout, this.document));
  }

  /** The analysis after the edits, each applied to the text that the one before it left. Offsets outside the text are clamped. */
  update(edits: readonly Edit[]): Analysis {
    let { parts } = this.read;
    for (const edit of edits) parts = applyEdit(this.pipeline, parts, edit);
    return Analysis.#next(this.pipeline, this.readDocument, this.hints, parts, this.read);
  }

  /** The same text with another date given by the reader (null takes a given date back). */
  withPublished(published: string | null): Analysis {
    return Analysis.#next(this.pipeline, this.readDocument, { ...this.hints, published }, this.read.parts, this.read);
  }

  /**
   * The dates that the text offers for its own, the likeliest first: stated ones, the file's name, then the years that fit a day
   * without one, up to `latestYear`.
   */
  publishedOffers(latestYear: number): readonly PublishedOffer[] {
    return this.pipeline.offerDates(this.layout, { fileName: this.hints.fileName, latestYear });
  }

  static #next(pipeline: Pipeline, readDocument: ReadDocument, hints: DateHints, parts: Parts, before: Read): Analysis {
    const read = readBlocks(pipeline, parts, before);
    return new Analysis(pipeline, readDocument, hints, read, readDocument(read.blocks, hints));
  }
}

/** The paragraphs with their blocks: those they had before, where their kinds are still the same, else read now. */
function readBlocks(pipeline: Pipeline, parts: Parts, before: Read): Read {
  const readings = parts.readings.slice(),
    top = classify(topOf(readings)),
    atTop = carry(before.atTop, changeOf(before.parts.readings, readings), 1);
  for (let at = 0; at < readings.length; at++) {
    const kinds = top[at],
      reading = kinds || atTop[at] ? readings[at] : undefined;
    if (!reading) continue;
    const wanted = kinds ?? reading.paragraph.kinds;
    if (!areOf(reading.layers, wanted)) readings[at] = readLayers(pipeline, reading, wanted);
    atTop[at] = kinds ? 1 : 0;
  }
  return layOut({ ...parts, readings }, before, atTop);
}

/** The paragraphs among which an article's text begins; behind them nothing depends on its place. */
function topOf(readings: readonly Reading[]): Paragraph[] {
  const top: Paragraph[] = [];
  for (let at = 0, pieces = 0; at < readings.length && pieces <= LONGEST_TOP; at++) {
    const paragraph = readings[at]?.paragraph;
    if (paragraph) top.push(paragraph);
    pieces += paragraph?.pieces.length ?? 0;
  }
  return top;
}

function areOf(layers: readonly BlockLayer[], kinds: readonly BlockKind[]): boolean {
  if (layers.length !== kinds.length) return false;
  for (let i = 0; i < layers.length; i++) if (layers[i]?.kind !== kinds[i]) return false;
  return true;
}

function readLayers(pipeline: Pipeline, { paragraph, text }: Reading, kinds: readonly BlockKind[]): Reading {
  return {
    paragraph,
    text,
    layers: paragraph.pieces.map(({ span }, index) =>
      pipeline.readBlock(text.slice(span[0], span[1]), kinds[index] ?? 'body'),
    ),
  };
}

/** Lists the blocks of all paragraphs; those before and behind what changed are taken over, and only moved. */
function layOut(parts: Parts, before: Read, atTop: readonly number[]): Read {
  const { readings, starts } = parts,
    old = before.parts,
    { from, to, oldTo } = changeOf(old.readings, readings);
  const layers: BlockLayer[] = [],
    places: number[] = [],
    head = before.firsts[from] ?? 0,
    tail = before.firsts[oldTo] ?? 0,
    firsts = new Int32Array(readings.length + 1);
  firsts.set(before.firsts.subarray(0, from));
  for (let at = from; at < to; at++) {
    const reading = readings[at];
    firsts[at] = head + layers.length;
    if (reading) layers.push(...reading.layers);
    reading?.paragraph.pieces.forEach(({ span }) => places.push((starts[at] ?? 0) + span[0]));
  }
  const more = head + layers.length - tail,
    count = before.blocks.layers.length + more,
    moved = new Int32Array(count);
  for (let at = to, i = oldTo; at <= readings.length; at++, i++) firsts[at] = (before.firsts[i] ?? 0) + more;
  // Between paragraphs that are the same nothing moves: all before the change move alike, and all behind it.
  const leading = (starts[0] ?? 0) - (old.starts[0] ?? 0),
    trailing = (starts[to] ?? 0) - (old.starts[oldTo] ?? 0);
  for (let i = 0; i < head; i++) moved[i] = (before.blocks.starts[i] ?? 0) + leading;
  moved.set(places, head);
  for (let i = tail; i < before.blocks.layers.length; i++) moved[i + more] = (before.blocks.starts[i] ?? 0) + trailing;
  return {
    parts,
    blocks: {
      layers: [...before.blocks.layers.slice(0, head), ...layers, ...before.blocks.layers.slice(tail)],
      starts: moved,
    },
    firsts,
    atTop,
  };
}

/** Splits a text that begins at offset `start` of the article. A paragraph that is word for word one of `before` keeps what was read of it. */
function readParts(pipeline: Pipeline, text: string, start: number, before: readonly Reading[]): Parts {
  const paragraphs = pipeline.splitParagraphs(text, 0, text.length),
    kept = new Set(before);
  const readings = paragraphs.map((paragraph, index): Reading => {
    const own = text.slice(paragraph.start, paragraphs[index + 1]?.start ?? text.length),
      same = before.find((reading) => kept.has(reading) && reading.paragraph.text === paragraph.text);
    if (!same) return { paragraph, text: own, layers: [] };
    // A block stands in one place only: a second paragraph with the same words is read by itself.
    kept.delete(same);
    return same.text === own ? same : { ...same, text: own };
  });
  return {
    lead: text.slice(0, paragraphs[0]?.start ?? text.length),
    readings,
    starts: Int32Array.from(paragraphs, (paragraph) => start + paragraph.start),
    length: text.length,
  };
}

/** Splits again only the paragraphs that the edit touches; those behind it move. */
function applyEdit(pipeline: Pipeline, { lead, readings, starts, length }: Parts, edit: Edit): Parts {
  const start = Math.max(0, Math.min(edit.start, length)),
    end = Math.max(start, Math.min(edit.end, length)),
    count = readings.length;
  // A paragraph that merely ends or begins at the edit may grow into it, and the line break beside it may vanish: take the neighbours
  // too, and those that a quotation may run through.
  const first = Math.max(
    0,
    firstWhere(count, (at) => (starts[at] ?? 0) + (readings[at]?.paragraph.text.length ?? 0) >= start) -
      1 -
      FARTHEST_LINK,
  );
  const next = Math.min(count, firstWhere(count, (at) => (starts[at] ?? 0) > end) + 1 + FARTHEST_LINK);
  const from = first === 0 ? 0 : (starts[first] ?? 0),
    touched = readings.slice(first, next);
  const old = (first === 0 ? lead : '') + touched.map(({ text }) => text).join('');
  const again = readParts(pipeline, old.slice(0, start - from) + edit.text + old.slice(end - from), from, touched),
    delta = edit.text.length - (end - start);
  const moved = new Int32Array(first + again.starts.length + count - next);
  moved.set(starts.subarray(0, first));
  moved.set(again.starts, first);
  for (let at = next, to = first + again.starts.length; at < count; at++, to++) moved[to] = (starts[at] ?? 0) + delta;
  return {
    lead: first === 0 ? again.lead : lead,
    readings: [...readings.slice(0, first), ...again.readings, ...readings.slice(next)],
    starts: moved,
    length: length + delta,
  };
}
