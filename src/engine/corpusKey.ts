import type { Entity } from './model';

/** Between a key and the address of the one text that it holds in; stands in no name. */
const OF_TEXT = '\u001f';

/**
 * What holds an entity together over several texts: its key, where the text names it. Somebody without a name ("the minister",
 * "officials") is somebody of that text alone.
 */
export function corpusKey(uri: string, { key, mentions }: Pick<Entity, 'key' | 'mentions'>): string {
  return key.includes(OF_TEXT) || mentions.some(({ form }) => form === 'name') ? key : keyInText(uri, key);
}

/** The corpus key of an entity that a text gives no name. */
export const keyInText = (uri: string, key: string): string => `${key}${OF_TEXT}${uri}`;

/** Whether a corpus key is that of somebody without a name. */
export const isNameless = (corpusKey: string): boolean => corpusKey.includes(OF_TEXT);
