/** docs/accuracy.md: the figures of `npm run score -- all`, what they mean and how to repeat them. */

export interface Figure {
  readonly f1?: number;
  readonly precision?: number;
  readonly recall?: number;
  readonly accuracy?: number;
  readonly gold: number;
}
export type Figures = Readonly<Record<string, Figure>>;

/** The sets that decide, with what they are. Sets of the same kinds that nobody here has seen are scored apart. */
const SETS: Readonly<Record<string, string>> = {
  'press/dev': 'newspapers, agencies, broadcasters and magazines of every kind, 2004 to 2026: what a reader will meet',
  seeds: 'five news articles, annotated by two people apart and adjudicated',
  'polnear/dev': 'US politics news, 2015-16 (PolNeAR): attribution',
  'gum_news/dev': 'Wikinews (GUM): speakers, names, coreference',
  'meantime/dev': 'Wikinews business articles (MEANTIME): names, dates, who reported',
  'tempeval3/dev': 'newswire (TimeBank, AQUAINT as of TempEval-3): dates',
};
export const REPORTED_SETS = Object.keys(SETS);

/** The set on which stated confidence is checked. */
export const CALIBRATED_SET = 'press/dev';

const MEANING: readonly (readonly [string, string])[] = [
  ['quotes', 'quotations found, both ends right (F1)'],
  ['kinds', 'of those, the share whose kind (direct, partial, other) is right'],
  ['speakers', 'of the quotations with a speaker, the share found and given the right person'],
  ['mentions', 'of the quotations whose source is named, the share whose source overlaps the right words'],
  ['cues', 'likewise for the reporting word'],
  ['restraint', 'of the marked texts that are no speech, the share given no speaker'],
  ['statements', 'reported speech without marks (F1; a pair when the spans overlap by half of their union)'],
  ['sources', 'of the statements whose source is named, the share found with a source that overlaps it'],
  ['reports', 'of the reporting words with a speaker, the share that cue a result of that speaker'],
  ['dates relaxed', 'temporal expressions found (F1, any overlap)'],
  ['dates strict', 'both ends right (F1)'],
  ['dates value', 'found with the right TIMEX3 value (F1)'],
  ['dates type', 'found with the right TIMEX3 type (F1)'],
  ['entities strict', 'names, both ends and the type right (F1)'],
  ['entities relaxed', 'names that overlap, the type right (F1)'],
  ['coreference', 'roles and pronouns of persons given to the right person (F1)'],
];

/** Of what is stated with one degree of confidence, how much there is and what share of it is right. */
export interface CalibrationStep {
  /** The lower bound of the step, in tenths. */
  readonly from: number;
  readonly right: number;
  readonly count: number;
}

/** A layer's steps, as the shared script for calibration prints them. */
export interface Calibration {
  readonly layer: string;
  readonly steps: readonly CalibrationStep[];
}

/** Reads the lines "speakers: 0.1: 0.500 of 20, 0.2: ..." of the shared script for calibration. */
export function readCalibration(output: string): readonly Calibration[] {
  return output.split('\n').flatMap((line) => {
    const [, layer, list] = /^(\w+): (\d.*)$/.exec(line) ?? [];
    if (!layer || !list) return [];
    const steps = list.split(', ').map((step) => {
      const [from = '', right = '', count = ''] = step.split(/: | of /);
      return { from: Number(from), right: Number(right), count: Number(count) };
    });
    return [{ layer, steps }];
  });
}

function calibrationTable(layers: readonly Calibration[]): string[] {
  const cellOf = (steps: readonly CalibrationStep[], from: number): string => {
    const step = steps.find((each) => Math.abs(each.from - from) < 0.01);
    return step ? `${step.right.toFixed(3)} (${step.count})` : '-';
  };
  return [
    `| stated | ${layers.map(({ layer }) => layer).join(' | ')} |`,
    `|---|${layers.map(() => '---').join('|')}|`,
    ...Array.from({ length: 10 }, (_, i) => i / 10).map(
      (from) =>
        `| ${from.toFixed(1)} to ${(from + 0.1).toFixed(1)} | ${layers.map(({ steps }) => cellOf(steps, from)).join(' | ')} |`,
    ),
  ];
}

function cell(figure: Figure | undefined): string {
  if (!figure) return '-';
  const value = figure.f1 ?? figure.accuracy ?? 0;
  return `${value.toFixed(3)} (${figure.gold})`;
}

/** The page as Markdown. */
export function accuracyPage(
  tables: readonly { readonly set: string; readonly figures: Figures }[],
  calibration: readonly Calibration[],
): string {
  const rows = MEANING.filter(([layer]) => tables.some(({ figures }) => figures[layer]));
  return [
    '# Accuracy',
    '',
    'What On the Record finds in articles that people annotated. Each cell is the figure and, in brackets, how many items the gold has.',
    'A dash: the set does not ask it. Written by `npm run score -- all`; nothing here is typed by hand.',
    '',
    `| figure | ${tables.map(({ set }) => set).join(' | ')} |`,
    `|---|${tables.map(() => '---').join('|')}|`,
    ...rows.map(([layer]) => `| ${layer} | ${tables.map(({ figures }) => cell(figures[layer])).join(' | ')} |`),
    '',
    '## The sets',
    '',
    ...tables.map(({ set }) => `- **${set}**: ${SETS[set] ?? ''}.`),
    '',
    'Weights are learned from other texts of these kinds (NOTICE.md names them). The sets above decided which rules and thresholds to',
    'keep, so their figures lean a little to the good side; sets of the same kinds that nobody here has seen are scored apart.',
    '',
    'An article whose date stands nowhere in its text (one of the seeds states no year) is read with the gold’s date, as a reader would set it;',
    'without it the engine invents no year and leaves such dates open, which the gold counts as wrong.',
    '',
    '## How sure, and how often right',
    '',
    'Every answer says how sure it is. Of what was stated about press/dev with each degree of confidence, the share that was right and, in brackets,',
    'how many answers there were: who said a quotation, what a name names, the value of a date. A dash: no answer said so.',
    '',
    ...calibrationTable(calibration),
    '',
    '## What the figures mean',
    '',
    ...rows.map(([layer, meaning]) => `- **${layer}**: ${meaning}.`),
    '',
    '## How to repeat them',
    '',
    'With the gold sets and the scorer in `../shared` beside the checkout: `npm ci && npm run score -- all`. One set with its errors:',
    '`npm run score -- polnear/dev --layers cues --errors 50`.',
    '',
  ].join('\n');
}
