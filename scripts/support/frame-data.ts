/** Reads attributions out of a gold set and puts them beside the blocks of the engine, for the scripts that learn from them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MarkedText, TextLayer } from '../../src/engine/layers';
import type { BlockKind, Span } from '../../src/engine/model';
import { createMarks } from '../../src/engine/quotes/marks';
import { classify, createSplitter, createText } from '../../src/engine/text/index';
import { english } from './english';

interface Words {
  readonly span: Span;
  readonly text: string;
}
export interface Item {
  readonly span: Span;
  readonly text: string;
  readonly mention: Words | null;
  readonly cue: Words | null;
  readonly cueClass?: string;
  readonly ignore?: boolean;
  readonly kind?: string;
  readonly speaker?: string | null;
  readonly continues?: string;
  readonly unattributed?: boolean;
}
export interface Gold {
  readonly entities?: readonly { readonly id: string; readonly mentions: readonly { readonly span: Span }[] }[];
  readonly quotes: readonly Item[];
  readonly statements: readonly Item[];
  readonly annotated?: readonly Span[];
}

/** A cue of the gold with all that it reports, offsets from the start of its block. */
export interface GoldFrame {
  readonly cue: Span;
  readonly cueClass: string;
  readonly source: Span | null;
  readonly pieces: Span[];
  hasMarks: boolean;
}

export interface GoldBlock {
  readonly start: number;
  readonly layer: TextLayer;
  readonly marks: readonly MarkedText[];
  readonly frames: readonly GoldFrame[];
  /** False where the annotators did not look. */
  readonly isAnnotated: boolean;
}

export interface GoldArticle {
  readonly name: string;
  readonly text: string;
  readonly blocks: readonly GoldBlock[];
  readonly gold: Gold;
}

const readText = createText(english.text),
  split = createSplitter(english.text),
  findMarks = createMarks(english.quotes.marks);

export function readArticles(folder: string): GoldArticle[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => {
      const gold = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Gold;
      return readArticle(file, readFileSync(join(folder, file.replace(/\.json$/, '.txt')), 'utf8'), gold);
    });
}

function readArticle(name: string, text: string, gold: Gold): GoldArticle {
  const paragraphs = split(text, 0, text.length),
    kinds = classify(paragraphs),
    all = framesOf(gold);
  const blocks = paragraphs.flatMap((paragraph, index) =>
    paragraph.pieces.map(({ span }, piece): GoldBlock => {
      const start = paragraph.start + span[0],
        end = paragraph.start + span[1];
      const layer = readText(paragraph.text.slice(span[0], span[1]), (kinds[index]?.[piece] ?? 'body') as BlockKind);
      const frames = all
        .filter(({ cue }) => cue[0] >= start && cue[1] <= end)
        .map((frame) => ({
          ...frame,
          cue: back(frame.cue, start),
          source: frame.source && back(frame.source, start),
          pieces: frame.pieces.map((piece) => back(piece, start)),
        }));
      const isAnnotated = !gold.annotated || gold.annotated.some(([from, to]) => from < end && start < to);
      return { start, layer, marks: findMarks(layer).marks, frames, isAnnotated };
    }),
  );
  return { name, text, blocks, gold };
}

function framesOf(gold: Gold): GoldFrame[] {
  const frames = new Map<string, GoldFrame>();
  const put = (item: Item, isMarked: boolean): void => {
    if (!item.cue) return;
    const key = item.cue.span.join();
    const frame = frames.get(key) ?? {
      cue: item.cue.span,
      cueClass: item.cueClass ?? 'speech',
      source: item.mention?.span ?? null,
      pieces: [],
      hasMarks: false,
    };
    frame.pieces.push(item.span);
    frame.hasMarks ||= isMarked;
    frames.set(key, frame);
  };
  for (const item of gold.statements) put(item, false);
  for (const item of gold.quotes) put(item, true);
  return [...frames.values()].sort((a, b) => a.cue[0] - b.cue[0]);
}

const back = ([from, to]: Span, start: number): Span => [from - start, to - start];
