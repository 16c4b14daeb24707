import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

/** A text file: its text with a BOM, if any, as its first character, and the SHA-256 of its bytes in hexadecimal. */
export interface TextFile {
  readonly text: string;
  readonly sha256: string;
}

/**
 * Reads UTF-8 with or without BOM, and UTF-16 with BOM.
 * @throws an Error with a message for the reader where the file cannot be read or is not text of these encodings.
 */
export async function readText(path: string): Promise<TextFile> {
  const bytes = await readFile(path);
  return { text: decode(bytes), sha256: createHash('sha256').update(bytes).digest('hex') };
}

function decode(bytes: Buffer): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  if (encoding === 'utf-8' && bytes.includes(0)) throw new Error('this is not a text file');
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Error('this text is neither UTF-8 nor UTF-16 with a byte order mark');
  }
}
