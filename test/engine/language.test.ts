import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { englishData } from '../../scripts/support/english';
import { createEngine, loadEnglish } from '../../src/engine/index';
import { ListReader, packLists } from '../../src/engine/bytes';
import { engineFrom } from '../../src/languageFile';

suite('the language data', () => {
  test('lists are read as they were packed, wherever the bytes lie', () => {
    const lists = [
      Uint8Array.of(1, 2, 3),
      Int32Array.of(-1, 2 ** 30),
      new Uint16Array(0),
      Float64Array.of(0.5),
    ] as const;
    const packed = packLists(lists);
    for (const shift of [0, 1, 8, 12]) {
      const moved = new Uint8Array(packed.length + shift);
      moved.set(packed, shift);
      const reader = new ListReader(moved.subarray(shift));
      assert.deepEqual([reader.uint8(), reader.int32(), reader.uint16(), reader.float64()], lists);
      assert.throws(() => reader.int8(), /cut short/);
    }
  });

  test('a file that is cut short anywhere is said to be', () => {
    for (const length of [0, 7, 8, 40, 1000, englishData.length >> 1, englishData.length - 8])
      assert.throws(() => loadEnglish(englishData.subarray(0, length)), /language data are damaged \(cut short at/);
  });

  test('another file is not taken for it', () => {
    const other = englishData.slice();
    other[10] = 0;
    assert.throws(() => loadEnglish(other), /language data are damaged \(not of this build\)/);
  });

  suite('on disk', () => {
    let folder: string;
    setup(() => (folder = mkdtempSync(join(tmpdir(), 'on-the-record-'))));
    teardown(() => rmSync(folder, { recursive: true, force: true }));

    test('read from its file, the engine says what it says from the sources', () => {
      const path = join(folder, 'en.bin'),
        text = '“We will not close the harbour,” Mara Ellingsen said on Tuesday.';
      writeFileSync(path, englishData);
      assert.deepEqual(engineFrom(path).analyze(text), createEngine(loadEnglish(englishData)).analyze(text));
    });

    test('a missing file and a damaged one are told by name, with what to do', () => {
      const path = join(folder, 'en.bin');
      assert.throws(
        () => engineFrom(path),
        /cannot be read: ENOENT.*en\.bin'\. Build or install On the Record again\./,
      );
      writeFileSync(path, englishData.subarray(0, 5000));
      assert.throws(() => engineFrom(path), /en\.bin: The language data are damaged .* install On the Record again\./);
    });
  });
});
