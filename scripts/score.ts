/**
 * Scores the built command line against a gold set: `npm run score -- SET [--layers a,b] [--errors N] [--json]`.
 * `npm run score -- all` scores every set that decides and writes docs/accuracy.md.
 * SET is a folder below ../shared/gold ("seeds", "polnear/dev"); the set and the scorer lie beside the checkout, not in it.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { accuracyPage, CALIBRATED_SET, type Figures, readCalibration, REPORTED_SETS } from './support/accuracyPage';

const ROOT = resolve(import.meta.dirname, '..');
const SHARED = resolve(ROOT, '../shared');
const FILES_A_RUN = 200;

interface Gold {
  readonly layers?: readonly string[];
  readonly published?: {
    readonly value: string | null;
    readonly span?: readonly [number, number] | null;
    readonly from?: string;
  };
}

/**
 * The date to hand to the command line as a reader would: the gold's, where dates are asked and the text does not state it whole.
 * A dateline such as "June 5" leaves the year to the reader, and the engine invents none.
 */
function givenDate({ published, layers }: Gold, text: string): string {
  if (!published?.value || (layers && !layers.includes('dates'))) return '';
  const stated =
    published.from === 'text' ||
    (published.span && text.slice(...published.span).includes(published.value.slice(0, 4)));
  return stated ? '' : published.value;
}

/** Writes the command line's answer for every text of `folder` into `out`. */
function annotateSet(folder: string, out: string): void {
  const byDate = new Map<string, string[]>();
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.json'))) {
    const text = join(folder, name.replace(/\.json$/, '.txt'));
    const date = givenDate(JSON.parse(readFileSync(join(folder, name), 'utf8')) as Gold, readFileSync(text, 'utf8'));
    byDate.set(date, [...(byDate.get(date) ?? []), text]);
  }
  for (const [date, texts] of byDate) {
    for (let i = 0; i < texts.length; i += FILES_A_RUN) {
      const published = date ? ['--published', date] : [];
      execFileSync(
        process.execPath,
        [
          join(ROOT, 'dist/cli/main.js'),
          'annotate',
          ...texts.slice(i, i + FILES_A_RUN),
          '--format',
          'json',
          '--out',
          out,
          ...published,
        ],
        { stdio: ['ignore', 'ignore', 'inherit'] },
      );
    }
  }
}

interface Run {
  readonly status: number;
  readonly output: string;
}

/** The scorer's output for a set as the built command line annotates it now. */
const score = (set: string, flags: readonly string[]): Run => judge('score.mjs', set, flags);

/** What a script of the shared scorer prints about a set as the built command line annotates it now. */
function judge(script: 'score.mjs' | 'calibration.mjs', set: string, flags: readonly string[]): Run {
  const folder = join(SHARED, 'gold', set);
  if (!existsSync(folder)) {
    console.error(`score: no gold set ${set}; there are: ${goldSets().join(', ')}`);
    return { status: 2, output: '' };
  }
  const out = mkdtempSync(join(tmpdir(), 'on-the-record-score-'));
  try {
    annotateSet(folder, out);
    const { status, stdout } = spawnSync(process.execPath, [join(SHARED, 'score', script), folder, out, ...flags], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
      maxBuffer: 1 << 28,
    });
    return { status: status ?? 1, output: stdout };
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

function goldSets(): string[] {
  const gold = join(SHARED, 'gold');
  return readdirSync(gold, { recursive: true, encoding: 'utf8' }).filter(
    (path) =>
      existsSync(join(gold, path)) &&
      !path.includes('.') &&
      readdirSync(join(gold, path)).some((file) => file.endsWith('.json')),
  );
}

/** Scores every set that decides, prints each, and writes the page of figures. */
function scoreAll(): number {
  const runs = REPORTED_SETS.map((set) => ({ set, ...score(set, ['--json']) }));
  const failed = runs.find(({ status }) => status !== 0);
  if (failed) return failed.status;
  const tables = runs.map(({ set, output }) => ({ set, figures: JSON.parse(output) as Figures }));
  const calibration = readCalibration(judge('calibration.mjs', CALIBRATED_SET, []).output);
  const path = join(ROOT, 'docs/accuracy.md');
  writeFileSync(path, accuracyPage(tables, calibration));
  console.log(readFileSync(path, 'utf8'));
  return 0;
}

const [set, ...flags] = process.argv.slice(2);
if (!existsSync(join(SHARED, 'score/score.mjs')))
  console.log('score: skipped, there is no ../shared/score beside this checkout');
else if (!set) {
  console.error(
    `usage: npm run score -- all | SET [--layers a,b] [--errors N] [--json]\nsets: ${goldSets().join(', ')}`,
  );
  process.exitCode = 2;
} else if (set === 'all') process.exitCode = scoreAll();
else {
  const { status, output } = score(set, flags);
  process.stdout.write(output);
  process.exitCode = status;
}
