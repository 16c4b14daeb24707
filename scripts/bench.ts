/**
 * `npm run bench`: how fast, as ratios within one run. Against compromise (quotations, people, places, organizations), wink-nlp
 * (tokens, sentences, part of speech) and chrono-node (dates), over the project's samples and, where ../shared lies beside the
 * checkout, over polnear/dev. Then what one edit of a long text costs, how the cost grows with the text, hostile ones included, what one
 * article costs from cold, and how soon the server answers. Figures in MB are of UTF-16 code units / 10^6, which for English is nearly bytes. Speeds are by the clock,
 * of one thread, garbage collection included; what a contender is against ours is reckoned from processor time, which other work on the
 * machine disturbs less. The first round of the first table is what a program sees that reads a few texts and ends.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import * as chrono from 'chrono-node';
import nlp from 'compromise';
import winkModel from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { createDates } from '../src/engine/dates/index';
import { allNew } from '../src/engine/kept';
import { createEngine, english } from './support/english';

const engine = createEngine();
const wink = winkNLP(winkModel, ['sbd', 'pos']);

/** Each does to a text what a user would ask of it; the results are read so that nothing stays lazy. */
const RIVALS: Readonly<Record<string, (text: string) => unknown>> = {
  'On the Record, whole analysis': (text) => engine.analyze(text).quotations.length,
  'compromise, quotations + people + places + organizations': (text) => {
    const doc = nlp(text);
    return [
      doc.quotations().out('array'),
      doc.people().out('array'),
      doc.places().out('array'),
      doc.organizations().out('array'),
    ].length;
  },
  'wink-nlp, tokens + sentences + part of speech': (text) => {
    const doc = wink.readDoc(text);
    return [doc.sentences().out(), doc.tokens().out(wink.its.pos)].length;
  },
  'chrono-node, dates': (text) => chrono.parse(text).length,
};

/** The dates stage alone, over the words that text/ read: finding, resolving, and the article's own date. */
function datesAlone(texts: readonly string[]): () => void {
  const stage = createDates(english.dates);
  const articles = texts.map((text) => engine.open(text).layout);
  return () => {
    for (const { layers, starts } of articles) {
      for (const layer of layers) stage.find(layer);
      stage.begin()({ layers, starts }, allNew(layers), { published: '2024-11-18', fileName: null });
    }
  };
}

const folderTexts = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
const sizeOf = (texts: readonly string[]): number => texts.reduce((sum, text) => sum + text.length, 0) / 1e6;

function timeOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Milliseconds of processor time, which other programs on the machine disturb less than the clock. */
function cpuOf(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function quantile(times: readonly number[], q: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? NaN;
}

/** What a contender does to all texts of a round. */
type Contender = readonly [name: string, work: () => unknown];

/** Milliseconds that a contender's rounds took: by the clock, and of processor time, the engine's helper threads included. */
interface Rounds {
  readonly first: number;
  readonly clock: number[];
  readonly cpu: number[];
}

/** Rounds that count, each over at least so many MB. Before them each contender reads WARM_UP MB, or works for WARM_UP_MS: compilers go on getting faster so long. */
const ROUNDS = 7,
  ROUND = 0.4,
  WARM_UP = 4,
  WARM_UP_MS = 10_000;

/** Runs the contenders in turn, a round each, so that what else the machine does falls on all of them alike. */
function race(contenders: readonly Contender[], size: number): Rounds[] {
  const measured = contenders.map(([, work]): Rounds => {
    const start = performance.now(),
      first = timeOf(work);
    for (let read = size; read < WARM_UP && performance.now() - start < WARM_UP_MS; read += size) work();
    return { first, clock: [], cpu: [] };
  });
  for (let round = 0; round < ROUNDS; round++) {
    contenders.forEach(([, work], index) => {
      const cpu = cpuOf(() => {
        measured[index]?.clock.push(timeOf(work));
      });
      measured[index]?.cpu.push(cpu);
    });
  }
  return measured;
}

function compare(name: string, texts: readonly string[]): void {
  const repeats = Math.ceil(ROUND / sizeOf(texts)),
    size = sizeOf(texts) * repeats;
  const contenders = [
    ...Object.entries(RIVALS).map(([rival, run]): Contender => [
      rival,
      () => {
        texts.forEach(run);
      },
    ]),
    ['On the Record, the dates stage alone', datesAlone(texts)] as const,
  ];
  const measured = race(
    contenders.map(([rival, work]) => [
      rival,
      () => {
        for (let i = 0; i < repeats; i++) work();
      },
    ]),
    size,
  );
  console.log(
    `\n${name}: ${texts.length} texts, one at a time; ${ROUNDS} rounds of ${size.toFixed(2)} MB, contenders in turn, after a warm-up of ${WARM_UP} MB or ${WARM_UP_MS / 1000} s each`,
  );
  console.log(
    `  ${'MB/s'.padEnd(58)} ${['best', 'median', 'first', 'best by processor time'].map((head) => head.padStart(8)).join(' ')}   the whole analysis against it`,
  );
  const best = measured.map(({ cpu }) => Math.min(...cpu)),
    ours = best[0] ?? NaN;
  measured.forEach(({ first, clock }, index) => {
    const speeds = [Math.min(...clock), quantile(clock, 0.5), first].map((time) =>
        (size / (time / 1000)).toFixed(3).padStart(8),
      ),
      byCpu = (size / ((best[index] ?? NaN) / 1000)).toFixed(3);
    console.log(
      `  ${(contenders[index]?.[0] ?? '').padEnd(58)} ${speeds.join(' ')} ${byCpu.padStart(22)}   ${((best[index] ?? NaN) / ours).toFixed(1).padStart(6)} x`,
    );
  });
  const [alone, chronos] = [best.at(-1) ?? NaN, best.at(-2) ?? NaN];
  console.log(`  The dates stage is ${(chronos / alone).toFixed(1)} times as fast as chrono-node.`);
}

/** The samples repeated, with numbers in the words so that no two paragraphs are alike. */
function longText(texts: readonly string[], length: number): string {
  const paragraphs = texts.join('\n\n').split('\n');
  let out = '';
  for (let i = 0; out.length < length; i++)
    out += `${(paragraphs[i % paragraphs.length] ?? '').replace(/[a-z]\./, (end) => `${end.slice(0, 1)} ${i}.`)}\n`;
  return out.slice(0, length);
}

/** Something that is put into a text at one place after another, and taken back each time. */
interface Typing {
  readonly name: string;
  readonly times: number;
  readonly piece: string;
  place(text: string, index: number): number;
}

/** Places all over a text, in no order: the golden ratio leaves no gaps. */
const anywhere = (text: string, index: number): number => Math.floor(((index * 0.6180339887) % 1) * text.length);
const next = (text: string, from: number, what: RegExp): number =>
  from + Math.max(0, text.slice(from, from + 5000).search(what));

const TYPINGS: readonly Typing[] = [
  { name: 'a letter, all over the text', times: 200, piece: 'x', place: anywhere },
  {
    name: 'a letter inside a name',
    times: 100,
    piece: 'x',
    place: (text, index) => next(text, anywhere(text, index), /\b[A-Z][a-z]+ [A-Z][a-z]+/) + 2,
  },
  { name: 'a letter in the first block', times: 20, piece: 'x', place: () => 5 },
  {
    name: 'Enter at the end of a sentence',
    times: 50,
    piece: '\n\n',
    place: (text, index) => next(text, anywhere(text, index), /\. /) + 1,
  },
  { name: '10 KB pasted', times: 5, piece: '', place: anywhere },
];

function keystrokes(name: string, text: string): void {
  const whole = quantile(
    Array.from({ length: 3 }, () => cpuOf(() => engine.open(text))),
    0.5,
  );
  console.log(
    `\nOne edit in 1 MB of ${name}, in the engine: milliseconds of processor time; the whole analysis takes ${whole.toFixed(0)}`,
  );
  for (const { name, times, piece, place } of TYPINGS) {
    let analysis = engine.open(text);
    const spent = Array.from({ length: times }).flatMap((_, index) => {
      const start = place(text, index),
        added = piece || text.slice(1000, 11_000);
      return [
        { start, end: start, text: added },
        { start, end: start + added.length, text: '' },
      ].map((edit) =>
        cpuOf(() => {
          analysis = analysis.update([edit]);
        }),
      );
    });
    console.log(
      `  ${name.padEnd(32)} median ${quantile(spent, 0.5).toFixed(1).padStart(6)}   p95 ${quantile(spent, 0.95).toFixed(1).padStart(6)}   1/${(whole / quantile(spent, 0.5)).toFixed(0)} of the whole`,
    );
  }
}

/** What must not cost more than prose: a unit that is repeated to each size. */
const HOSTILE: Readonly<Record<string, string>> = {
  'prose in one line': '“We will not close the harbour,” Mara Ellingsen said on Tuesday. ',
  'opening marks': '“',
  'quotation marks of all kinds': '“”"\'‘’«»',
  'no space': 'a',
  digits: '1234567890 ',
  'one name': 'Ann Lee ',
  said: 'said that he said ',
  brackets: '[(',
  'line ends': '\n',
  'short lines': 'He said so.\n',
  pronouns: 'He told him that she saw her. ',
  last: 'last ',
  'ever new names': '',
};

function growth(texts: readonly string[]): void {
  console.log('\nGrowth: milliseconds of processor time, and the exponent from each size to the next');
  grow('prose', [10_000, 100_000, 1_000_000, 10_000_000], (size) => longText(texts, size));
  for (const [name, unit] of Object.entries(HOSTILE)) {
    const make = unit ? (size: number): string => unit.repeat(Math.ceil(size / unit.length)).slice(0, size) : newNames;
    grow(name, [10_000, 100_000, 1_000_000], make);
  }
}

function newNames(size: number): string {
  let text = '';
  for (let i = 0; text.length < size; i++)
    text += `${SYLLABLES[i % 20] ?? ''}${SYLLABLES[(i >> 3) % 20] ?? ''} ${SYLLABLES[(i >> 5) % 20] ?? ''}${SYLLABLES[(i >> 9) % 20] ?? ''}${i % 7 ? '' : 'son'} said so.\n`;
  return text.slice(0, size);
}
const SYLLABLES = [
  'Bar',
  'Del',
  'Fin',
  'Gor',
  'Hal',
  'Jun',
  'Kel',
  'Lor',
  'Mar',
  'Nor',
  'Osk',
  'Pel',
  'Ran',
  'Sol',
  'Tor',
  'Ulm',
  'Vik',
  'Wen',
  'Yor',
  'Zan',
];

function grow(name: string, sizes: readonly number[], make: (size: number) => string): void {
  const times = sizes.map((size) => {
    const text = make(size),
      rounds = size < 1e6 ? 5 : 1;
    return Math.min(...Array.from({ length: rounds }, () => cpuOf(() => engine.open(text))));
  });
  const exponents = times.slice(1).map((time, i) => Math.log10(time / (times[i] ?? NaN)).toFixed(2));
  console.log(
    `  ${name.padEnd(30)} ${sizes.map((size, i) => `${size / 1000} KB ${times[i]?.toFixed(1)}`).join(', ')}; ${exponents.join(', ')}`,
  );
}

/** Milliseconds of processor time of all processes that this one has started and that have ended. */
function childrenTime(): number {
  // Of /proc/self/stat, behind the name in brackets: cutime and cstime, in hundredths of a second.
  const stat = readFileSync('/proc/self/stat', 'utf8'),
    fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[13]) + Number(fields[14])) * 10;
}

/** What the command line costs for one article, the start of its process included. */
function oneArticle(): void {
  const path = 'dist/cli/main.js',
    times = 10;
  if (!existsSync(path) || !existsSync('/proc/self/stat')) {
    console.log('\nOne article from cold: skipped, the command line is not built or the system does not tell');
    return;
  }
  const spent = (args: readonly string[]): number =>
    quantile(
      Array.from({ length: times }, () => {
        const before = childrenTime();
        spawnSync(process.execPath, args, { stdio: 'ignore' });
        return childrenTime() - before;
      }),
      0.5,
    );
  const whole = spent([path, 'annotate', 'samples/2025-06-05-harbour-strike.txt']),
    node = spent(['--eval', '0']);
  console.log(
    `\nOne article from cold on the command line: ${whole} ms of processor time, of which Node's own start ${node} (medians of ${times})`,
  );
}

/** From the start of the process to the server's answer to `initialize`. */
async function serverStart(): Promise<void> {
  const path = 'dist/server.js';
  if (!existsSync(path)) return void console.log('\nServer: not built');
  const times: number[] = [];
  for (let i = 0; i < 5; i++) times.push(await answerTime(path));
  console.log(
    `\nServer: answers initialize ${quantile(times, 0.5).toFixed(0)} ms after its process starts (median of 5)`,
  );
}

function answerTime(path: string): Promise<number> {
  return new Promise((done) => {
    const start = performance.now();
    const server = spawn(process.execPath, [path, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    server.stdout.once('data', () => {
      done(performance.now() - start);
      server.kill();
    });
    const body = JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { processId: null, rootUri: null, capabilities: {} },
    });
    server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  });
}

console.log(
  `Node ${process.versions.node} with ${process.execArgv.length ? process.execArgv.join(' ') : 'no flags'}, V8 ${process.versions.v8}, ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}`,
);
const samples = folderTexts('samples');
compare('samples', samples);
const polnear = '../shared/gold/polnear/dev';
if (existsSync(polnear)) compare('polnear/dev', folderTexts(polnear));
else console.log('\npolnear/dev: skipped, there is no ../shared beside this checkout');
keystrokes('the samples', longText(samples, 1_000_000));
const train = '../shared/gold/polnear/train';
if (existsSync(train)) keystrokes('polnear/train', folderTexts(train).join('\n\n').slice(0, 1_000_000));
growth(samples);
oneArticle();
await serverStart();
