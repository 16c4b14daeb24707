import { stat } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';

/** A file to annotate, and its path below the output folder, without its extension. */
export interface Input {
  readonly path: string;
  readonly name: string;
}

/** The files that the arguments name, in order and each once: a file as it is, a folder's `.txt` files at any depth, a pattern's matches. */
export async function findInputs(
  args: readonly string[],
): Promise<{ readonly inputs: readonly Input[]; readonly missing: readonly string[] }> {
  const inputs = new Map<string, Input>(),
    missing: string[] = [];
  for (const arg of args) {
    const found = await expand(arg);
    if (!found.length) missing.push(arg);
    for (const input of found) if (!inputs.has(input.path)) inputs.set(input.path, input);
  }
  return { inputs: [...inputs.values()], missing };
}

async function expand(arg: string): Promise<Input[]> {
  const kind = await stat(arg).catch(() => null);
  if (kind?.isDirectory()) {
    const files = await glob('**/*.txt', { cwd: arg, caseSensitiveMatch: false });
    return files.sort().map((file) => input(join(arg, file), file));
  }
  if (kind) return [input(arg, basename(arg))];
  if (!isDynamicPattern(arg)) return [];
  const files = await glob(arg.replaceAll('\\', '/'), { absolute: false });
  return files.sort().map((file) => input(relative('.', file) || file, basename(file)));
}

const input = (path: string, name: string): Input => ({ path, name: name.replace(/\.[^./\\]*$/, '') });
