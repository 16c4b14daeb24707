/**
 * Starts the command line, with what V8 made of its code when it was built: where the same V8 runs it, nothing need be compiled, which
 * is a third of the cost of one article. Any other V8 refuses it and compiles.
 */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';

const program = join(__dirname, 'app.js'),
  cache = join(__dirname, 'app.cache');

/** The kept code; undefined where there is none that is as new as the program. */
function keptCode(): Buffer | undefined {
  try {
    return statSync(cache).mtimeMs >= statSync(program).mtimeMs ? readFileSync(cache) : undefined;
  } catch {
    return undefined;
  }
}

const cachedData = keptCode();
const script = new Script(
  `(function (exports, require, module, __filename, __dirname) {${readFileSync(program, 'utf8')}\n})`,
  { filename: program, ...(cachedData ? { cachedData } : {}) },
);
// Set by esbuild.mjs, which has an article annotated so that all functions that this takes are among them.
if (process.env.ON_THE_RECORD_KEEP_CODE) process.on('exit', () => writeFileSync(cache, script.createCachedData()));
const run = script.runInThisContext() as (...scope: unknown[]) => void;
run(exports, require, module, program, __dirname);
