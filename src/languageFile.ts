/** Finds the engine's language on disk, for the hosts that have one: the bundles and the file of its data lie in one folder. */
import { readFileSync } from 'node:fs';
import { createEngine, type Engine, loadEnglish } from './engine/index';

/** Makes the engine from the file of language data at `path`. Throws a message that says what to do where it is missing or damaged. */
export function engineFrom(path: string): Engine {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The language data cannot be read: ${reason}. Build or install On the Record again.`);
  }
  try {
    return createEngine(loadEnglish(bytes));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${path}: ${reason} Build or install On the Record again.`);
  }
}
