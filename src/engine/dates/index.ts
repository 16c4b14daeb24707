import type { DateForm, DateValue, PlacedBlock, TextLayer } from '../layers';
import type { Published } from '../model';
import { createFind } from './find';
import { findPublished } from './published';
import { resolve } from './resolve';
import type { DateWords } from './words';

export type { Form } from './form';

/** What the caller knows of the article's date beside its text. */
export interface DateHints {
  /** The day the reader gave, ISO 8601, or null. */
  readonly published: string | null;
  /** The name of the article's file, without its folder, or null. */
  readonly fileName: string | null;
}

export interface Dates {
  /** The temporal expressions of a block, not yet resolved. */
  find(text: TextLayer): readonly DateForm[];
  /** The article's own date. */
  published(blocks: readonly PlacedBlock[], hints: DateHints): Published;
  /** The value of every form, block by block. */
  resolve(blocks: readonly PlacedBlock[], published: Published): readonly (readonly DateValue[])[];
}

/** Compiles the words of a language into the stage that finds and resolves temporal expressions. */
export function createDates(words: DateWords): Dates {
  return { find: createFind(words), published: findPublished, resolve };
}
