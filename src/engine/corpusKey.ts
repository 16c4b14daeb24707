import type { Entity } from './model';

/** Between a key and what narrows it down to one place; stands in no name. */
const NARROWED = '\u001f';

/**
 * What holds an entity together over several texts: its key, where the text names it. Somebody without a name ("the minister",
 * "officials") is somebody of that text alone.
 */
export function corpusKey(uri: string, { key, mentions }: Pick<Entity, 'key' | 'mentions'>): string {
  return isNameless(key) || mentions.some(({ form }) => form === 'name') ? key : narrowedKey(key, uri);
}

/** The key of somebody without a name, narrowed down to a text by its address, or to a place of it by an offset. */
export const narrowedKey = (key: string, to: string | number): string => `${key}${NARROWED}${to}`;

/** Whether a corpus key is that of somebody without a name. */
export const isNameless = (corpusKey: string): boolean => corpusKey.includes(NARROWED);
