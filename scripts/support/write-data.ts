/** Writes one of the files that hold what is learned or compiled of English. */
import { writeFileSync } from 'node:fs';
import type { DataFile } from '../../src/engine/language/en/data';
import { DATA_FOLDER } from './english';

export function writeData(file: DataFile, bytes: Uint8Array): void {
  const path = `${DATA_FOLDER}/${file}.bin`;
  writeFileSync(path, bytes);
  console.log(`${path}: ${bytes.length} bytes`);
}
