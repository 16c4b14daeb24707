/**
 * `npm run bench`: how fast, as ratios within one run. Against compromise (quotations, people, places, organizations), wink-nlp
 * (tokens, sentences, part of speech) and chrono-node (dates), over the project's samples and, where ../shared lies beside the
 * checkout, over polnear/dev. Figures in MB are of UTF-16 code units / 10^6, which for English is nearly bytes.
 */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as chrono from 'chrono-node';
import nlp from 'compromise';
import winkModel from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { createEngine } from '../src/engine/index';

const engine = createEngine();
const wink = winkNLP(winkModel, ['sbd', 'pos']);

/** Each does to a text what a user would ask of it; the results are read so that nothing stays lazy. */
const RIVALS: Readonly<Record<string, (text: string) => unknown>> = {
  'On the Record, whole analysis': (text) => engine.analyze(text).quotations.length,
  'compromise, quotations + people + places + organizations': (text) => {
    const doc = nlp(text);
    return [doc.quotations().out('array'), doc.people().out('array'), doc.places().out('array'), doc.organizations().out('array')].length;
  },
  'wink-nlp, tokens + sentences + part of speech': (text) => {
    const doc = wink.readDoc(text);
    return [doc.sentences().out(), doc.tokens().out(wink.its.pos)].length;
  },
  'chrono-node, dates': (text) => chrono.parse(text).length,
};

const folderTexts = (folder: string): string[] => readdirSync(folder).filter((name) => name.endsWith('.txt')).map((name) => readFileSync(join(folder, name), 'utf8'));
const sizeOf = (texts: readonly string[]): number => texts.reduce((sum, text) => sum + text.length, 0) / 1e6;

function timeOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function quantile(times: readonly number[], q: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? NaN;
}

/** The best of several rounds over all texts, in MB/s: the rounds before warm the compiler, and noise only ever adds time. */
function throughput(texts: readonly string[], run: (text: string) => unknown, rounds: number): number {
  const times = Array.from({ length: rounds }, () => timeOf(() => { texts.forEach(run); }));
  return sizeOf(texts) / (Math.min(...times) / 1000);
}

function compare(name: string, texts: readonly string[]): void {
  console.log(`\n${name}: ${texts.length} texts, ${sizeOf(texts).toFixed(3)} MB, one at a time`);
  const speeds = Object.entries(RIVALS).map(([rival, run]) => {
    const rounds = rival.startsWith('compromise') ? 2 : Math.max(3, Math.ceil(3 / sizeOf(texts)));
    return [rival, throughput(texts, run, rounds)] as const;
  });
  const ours = speeds[0]?.[1] ?? NaN;
  for (const [rival, speed] of speeds) console.log(`  ${rival.padEnd(58)} ${speed.toFixed(3).padStart(8)} MB/s   ${`${(ours / speed).toFixed(1)}`.padStart(6)} x`);
}

/** The samples repeated, with numbers in the words so that no two paragraphs are alike. */
function longText(texts: readonly string[], length: number): string {
  const paragraphs = texts.join('\n\n').split('\n');
  let out = '';
  for (let i = 0; out.length < length; i++) out += `${(paragraphs[i % paragraphs.length] ?? '').replace(/[a-z]\./, (end) => `${end.slice(0, 1)} ${i}.`)}\n`;
  return out.slice(0, length);
}

function edits(texts: readonly string[]): void {
  const text = longText(texts, 1_000_000);
  const whole = quantile(Array.from({ length: 5 }, () => timeOf(() => engine.open(text))), 0.5);
  let analysis = engine.open(text);
  const times: number[] = [];
  for (let i = 0; i < 200; i++) {
    const at = Math.floor(((i * 0.6180339887) % 1) * text.length);
    const insert = i % 2 ? { start: at, end: at + 1, text: '' } : { start: at, end: at, text: 'x' };
    times.push(timeOf(() => { analysis = analysis.update([insert]); }));
  }
  console.log(`\nOne keystroke in a 1 MB text, in the engine (200 keystrokes all over it)`);
  console.log(`  whole analysis ${whole.toFixed(0)} ms; a keystroke: median ${quantile(times, 0.5).toFixed(1)} ms, p95 ${quantile(times, 0.95).toFixed(1)} ms, 1/${(whole / quantile(times, 0.5)).toFixed(0)} of the whole`);
}

function growth(texts: readonly string[]): void {
  const sizes = [10_000, 100_000, 1_000_000, 10_000_000];
  const times = sizes.map((size) => {
    const text = longText(texts, size), rounds = size < 1e6 ? 5 : 1;
    return Math.min(...Array.from({ length: rounds }, () => timeOf(() => engine.open(text))));
  });
  const exponents = times.slice(1).map((time, i) => Math.log10(time / (times[i] ?? NaN)).toFixed(2));
  console.log(`\nGrowth: ${sizes.map((size, i) => `${size / 1000} KB ${times[i]?.toFixed(1)} ms`).join(', ')}; exponents ${exponents.join(', ')}`);
}

/** From the start of the process to the server's answer to `initialize`. */
async function serverStart(): Promise<void> {
  const path = 'dist/server.js';
  if (!existsSync(path)) return void console.log('\nServer: not built');
  const times: number[] = [];
  for (let i = 0; i < 5; i++) times.push(await answerTime(path));
  console.log(`\nServer: answers initialize ${quantile(times, 0.5).toFixed(0)} ms after its process starts (median of 5)`);
}

function answerTime(path: string): Promise<number> {
  return new Promise((done) => {
    const start = performance.now();
    const server = spawn(process.execPath, [path, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    server.stdout.once('data', () => {
      done(performance.now() - start);
      server.kill();
    });
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
    server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  });
}

const samples = folderTexts('samples');
compare('samples', samples);
const polnear = '../shared/gold/polnear/dev';
if (existsSync(polnear)) compare('polnear/dev', folderTexts(polnear));
else console.log('\npolnear/dev: skipped, there is no ../shared beside this checkout');
edits(samples);
growth(samples);
await serverStart();
