import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../..');
export const SAMPLES = join(ROOT, 'samples');

/** The project's own articles: file name and text. */
export const samples: readonly { readonly name: string; readonly text: string }[] = readdirSync(SAMPLES)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => ({ name, text: readFileSync(join(SAMPLES, name), 'utf8') }));

/** A sample's text by the start of its file's name. */
export function sample(start: string): string {
  const found = samples.find(({ name }) => name.startsWith(start));
  if (!found) throw new Error(`no sample ${start}`);
  return found.text;
}
