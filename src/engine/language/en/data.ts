/** The one file in which all that is learned or compiled of English lies beside the bundles. */
import { ListReader, packLists } from '../../bytes';

/** The files of this folder that it is put together from, without their ending, in their order. */
export const DATA_FILES = [
  'weights/tags',
  'weights/names',
  'weights/frames',
  'weights/attribution',
  'gazetteer/lists',
  'gazetteer/towns',
  'gazetteer/clusters',
] as const;

export type DataFile = (typeof DATA_FILES)[number];

/** Stands at the start; another number for another form, so that a file and a program of different builds are told apart. */
const HEAD = 'On the Record, English, 1';

const headBytes = (): Uint8Array => Uint8Array.from(HEAD, (letter) => letter.charCodeAt(0));

/** Puts the files together. */
export function packData(read: (file: DataFile) => Uint8Array): Uint8Array {
  return packLists([headBytes(), ...DATA_FILES.map(read)]);
}

/** Takes them apart again, as windows onto the bytes. Throws where the bytes are no such file, or not all of it. */
export function readData(bytes: Uint8Array): Readonly<Record<DataFile, Uint8Array>> {
  try {
    const lists = new ListReader(bytes),
      head = lists.uint8();
    if (headBytes().some((byte, at) => byte !== head[at])) throw new Error('not of this build');
    return Object.fromEntries(DATA_FILES.map((file) => [file, lists.uint8()])) as Record<DataFile, Uint8Array>;
  } catch (error) {
    throw new Error(`The language data are damaged (${error instanceof Error ? error.message : String(error)}).`);
  }
}
