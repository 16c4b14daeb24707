import { type CandidateHints, createDates } from '../../../src/engine/dates/index';
import { DateReader } from '../../../src/engine/dates/resolve';
import { changeOf } from '../../../src/engine/kept';
import type { BlockLayer, Blocks, DateValue, PlacedBlock } from '../../../src/engine/layers';
import type { BlockKind, Published } from '../../../src/engine/model';
import { createText } from '../../../src/engine/text/index';
import { english } from '../../../scripts/support/english';

const readText = createText(english.text);
const stage = createDates(english.dates),
  reader = new DateReader();
let last: readonly BlockLayer[] = [];
const layersOf = (blocks: readonly PlacedBlock[]): BlockLayer[] => blocks.map(({ layer }) => layer);
const inPlace = (blocks: readonly PlacedBlock[]): Blocks => ({
  layers: layersOf(blocks),
  starts: Int32Array.from(blocks, ({ start }) => start),
});

/** Reads a list of blocks as the next version of one article. */
function read(blocks: readonly PlacedBlock[], published: Published): ReturnType<DateReader['read']> {
  const before = last;
  last = layersOf(blocks);
  return reader.read(last, changeOf(before, last), published);
}

/** The stage over lists of blocks, all read by one reader as if each list were the next version of one article. */
export const dates = {
  find: stage.find,
  resolve: (blocks: readonly PlacedBlock[], published: Published) => read(blocks, published).values,
  issues: (blocks: readonly PlacedBlock[], published: Published) => read(blocks, published).issues,
  candidates: (blocks: readonly PlacedBlock[], hints: CandidateHints) => stage.candidates(inPlace(blocks), hints),
};

export interface Found extends DateValue {
  readonly words: string;
}

/** A block as the dates stage leaves it for the article. */
export function block(text: string, start = 0, kind: BlockKind = 'body'): PlacedBlock {
  const layer = readText(text, kind);
  const whole: BlockLayer = {
    ...layer,
    label: null,
    names: [],
    dates: stage.find(layer),
    references: [],
    marks: [],
    frames: [],
    issues: [],
  };
  return { start, layer: whole };
}

export const givenDate = (value: string | null): Published => ({
  value,
  span: null,
  from: value ? 'reader' : 'nothing',
});

/** Every date of one paragraph with its value. */
export function find(text: string, published: string | null = null): Found[] {
  const placed = block(text),
    [values = []] = dates.resolve([placed], givenDate(published));
  return placed.layer.dates.map(({ span }, index) => ({ ...values[index]!, words: text.slice(...span) }));
}

/** Reads "met [last week|2022-W02]" into the bare text and what is expected in it. */
export function marked(row: string): { readonly text: string; readonly expected: readonly string[] } {
  const expected: string[] = [];
  const text = row.replace(/\[([^\]|]+)\|([^\]]+)\]/g, (_, words: string, value: string) => {
    expected.push(`${words} = ${value}`);
    return words;
  });
  return { text, expected };
}
