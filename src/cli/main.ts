import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { plain } from '../formats/index';
import { engineFrom } from '../languageFile';
import { annotate, type Format, FORMATS, type Output } from './annotate';
import { terminalPainter } from './paint';

interface AnnotateFlags {
  readonly format: Format;
  readonly out?: string;
  readonly published?: string;
}

const version = (): string =>
  (JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8')) as { version: string }).version;

/** A year, month, day or minute in ISO 8601 that the calendar has. */
function isoDate(value: string): string {
  const [, year, month, day, hour, minute] = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d))?)?)?$/.exec(value) ?? [];
  const date = new Date(
    Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1), Number(hour ?? 0), Number(minute ?? 0)),
  );
  const whole = [date.getUTCMonth() + 1, date.getUTCDate(), date.getUTCHours(), date.getUTCMinutes()];
  const given = [Number(month ?? 1), Number(day ?? 1), Number(hour ?? 0), Number(minute ?? 0)];
  if (!year || whole.some((part, index) => part !== given[index]))
    throw new InvalidArgumentError('give a date such as 2022-02-17, 2022-02 or 2022.');
  return value;
}

const output: Output = {
  print: (text) =>
    new Promise((done) =>
      process.stdout.write(text, () => {
        done();
      }),
    ),
  warn: (message) => void process.stderr.write(`on-the-record: ${message}\n`),
};

/** Colours where a person looks: on a terminal, unless NO_COLOR is set (https://no-color.org). */
const painter = process.stdout.isTTY && !process.env.NO_COLOR ? terminalPainter() : plain;

const program = new Command('on-the-record')
  .description('Who said what, about whom, and when, in plain-text articles.')
  .version(version())
  .exitOverride()
  .showHelpAfterError('(on-the-record --help lists what there is)');

program
  .command('annotate')
  .description('annotate articles: .txt files, folders of them, or patterns such as "news/**/*.txt"')
  .argument('<file|folder|glob...>')
  .addOption(
    new Option(
      '--format <format>',
      "json: one file each in the annotation guide's form; jsonl: one line each; text: for reading",
    )
      .choices(FORMATS)
      .default('text'),
  )
  .option('--out <dir>', 'write NAME.json (.jsonl, .txt) for each NAME.txt into this folder')
  .option('--published <date>', "the articles' own date, ISO 8601", isoDate)
  .action(async (args: string[], flags: AnnotateFlags) => {
    process.exitCode = await annotate(
      args,
      { format: flags.format, out: flags.out ?? null, published: flags.published ?? null, painter },
      output,
      () => engineFrom(join(__dirname, '../en.bin')),
    );
  });

program
  .command('lsp')
  .description('run the language server for an editor, on standard input and output')
  .option('--stdio', 'the only way of talking there is; accepted because editors pass it')
  .action(serveOnStdio);

/** The server is a bundle of its own beside this one, so that annotating files does not load it. */
function serveOnStdio(): void {
  if (!process.argv.includes('--stdio')) process.argv.push('--stdio');
  createRequire(__filename)('../server.js');
}

// A reader such as `head` may close the pipe early: that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});

program.parseAsync().catch((error: unknown) => {
  const usage = error as { exitCode?: number; code?: string };
  if (usage.exitCode === 0) return;
  if (usage.code?.startsWith('commander.')) process.exitCode = 2;
  else {
    output.warn(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
});
