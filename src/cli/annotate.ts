import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Engine } from '../engine/index';
import { type Painter, plain, toGuide, toText } from '../formats/index';
import { findInputs, type Input } from './inputs';
import { readText } from './read';

export type Format = 'json' | 'jsonl' | 'text';
export const FORMATS: readonly Format[] = ['json', 'jsonl', 'text'];

export interface AnnotateOptions {
  readonly format: Format;
  /** Folder to write to, one file for each input; null writes to `print`. */
  readonly out: string | null;
  /** ISO 8601 date for all inputs, or null. */
  readonly published: string | null;
  readonly painter: Painter;
}

/** Where results and messages go; `print` resolves once the text is taken. */
export interface Output {
  print(text: string): Promise<void>;
  warn(message: string): void;
}

/** Annotates every file that the arguments name with the engine that `compile` makes, and returns the exit code: 0, or 1 where some file could not be read or written. */
export async function annotate(
  args: readonly string[],
  options: AnnotateOptions,
  output: Output,
  compile: () => Engine,
): Promise<number> {
  const { inputs, missing } = await findInputs(args);
  for (const arg of missing) output.warn(`${arg}: no such file, or no .txt file in it`);
  const writer =
    options.out === null
      ? new StreamWriter(output, options.format, inputs.length)
      : new FolderWriter(options.out, options.format, inputs);
  const engine = compile();
  let failed = missing.length;
  for (const input of inputs) {
    try {
      const { text, sha256 } = await readText(input.path);
      const document = basename(input.path);
      const article = engine.analyze(text, { published: options.published, fileName: document });
      const guide = (indent?: number): string =>
        JSON.stringify(toGuide(article, text, { document, sha256 }), null, indent);
      const rendered =
        options.format === 'text'
          ? toText(article, text, input.path, options.out === null ? options.painter : plain)
          : guide(options.format === 'json' ? 1 : undefined);
      await writer.write(input, rendered);
    } catch (error) {
      failed++;
      output.warn(`${input.path}: ${reason(error)}`);
    }
  }
  await writer.end();
  return failed ? 1 : 0;
}

interface Writer {
  write(input: Input, text: string): Promise<void>;
  end(): Promise<void>;
}

/** Prints results one after the other; several of `json` make one array. */
class StreamWriter implements Writer {
  #count = 0;
  constructor(
    private readonly output: Output,
    private readonly format: Format,
    private readonly files: number,
  ) {}

  async write(_: Input, text: string): Promise<void> {
    const first = this.#count++ === 0,
      array = this.format === 'json' && this.files > 1;
    await this.output.print(array ? `${first ? '[\n' : ',\n'}${text}` : `${text}\n`);
  }

  async end(): Promise<void> {
    if (this.format === 'json' && this.files > 1) await this.output.print(this.#count ? '\n]\n' : '[]\n');
  }
}

const EXTENSION: Readonly<Record<Format, string>> = { json: '.json', jsonl: '.jsonl', text: '.txt' };

/** Writes each result to a file of the input's name; never over an input, never two to one file. */
class FolderWriter implements Writer {
  readonly #taken: Set<string>;
  constructor(
    private readonly folder: string,
    private readonly format: Format,
    inputs: readonly Input[],
  ) {
    this.#taken = new Set(inputs.map(({ path }) => resolve(path)));
  }

  async write(input: Input, text: string): Promise<void> {
    const path = resolve(join(this.folder, input.name + EXTENSION[this.format]));
    if (this.#taken.has(path)) throw new Error(`not written: ${path} is an input or another result`);
    this.#taken.add(path);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, `${text}\n`);
  }

  async end(): Promise<void> {
    /* every file is whole already */
  }
}

/** Node's words for an error, without its code and system call. */
function reason(error: unknown): string {
  const code = (error as { code?: string }).code;
  if (code === 'ENOENT') return 'no such file';
  if (code === 'EACCES' || code === 'EPERM') return 'no permission';
  return error instanceof Error ? error.message : String(error);
}
