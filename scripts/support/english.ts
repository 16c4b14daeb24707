/** English as the sources hold it, for scripts and tests: put together and read as the bundles read it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEngine as createEngineOf, type Engine, loadEnglish } from '../../src/engine/index';
import { packData } from '../../src/engine/language/en/data';
import type { LanguagePack } from '../../src/engine/language/pack';

/** Where the files of `DATA_FILES` lie; scripts and tests run in the project's folder. */
export const DATA_FOLDER = 'src/engine/language/en';

/** What dist/en.bin holds. */
export const englishData = packData((file) => readFileSync(join(DATA_FOLDER, `${file}.bin`)));

export const english: LanguagePack = loadEnglish(englishData);

/** An engine of its own, of English where nothing else is given. */
export const createEngine = (pack: LanguagePack = english): Engine => createEngineOf(pack);
