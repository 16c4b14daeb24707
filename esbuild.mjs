// Every bundle in one table. `node esbuild.mjs [--production] [--watch] [NAME...]`; no name builds all.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build, context } from 'esbuild';

const flags = process.argv.slice(2).filter((arg) => arg.startsWith('--'));
const names = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
const production = flags.includes('--production');

const common = {
  bundle: true,
  target: 'es2022',
  minify: production,
  sourcemap: production ? false : 'linked',
  logLevel: 'warning',
};
const node = { ...common, platform: 'node', format: 'cjs' };
const web = { ...common, platform: 'browser', format: 'cjs', external: ['vscode'] };
const testWeb = { mocha: './node_modules/mocha/mocha.js', 'node:assert': './test/extension/support/assert-web.ts' };

/** A package in the command line asks where its module stands, which a CommonJS bundle cannot say by itself. */
const CLI_BANNER = 'const moduleUrl = require("node:url").pathToFileURL(__filename).href;';

/** The server is one self-contained script for Node and for a worker from a blob: the package holds the engine once. */
const BUNDLES = {
  extension: {
    ...node,
    entryPoints: ['src/extension/node.ts'],
    outfile: 'dist/node/extension.js',
    external: ['vscode'],
  },
  server: {
    ...node,
    entryPoints: ['src/server/main.ts'],
    outfile: 'dist/server.js',
    format: 'iife',
    conditions: ['browser'],
  },
  'extension-web': { ...web, entryPoints: ['src/extension/web.ts'], outfile: 'dist/web/extension.js' },
  cli: {
    ...node,
    entryPoints: ['src/cli/main.ts'],
    outfile: 'dist/cli/app.js',
    define: { 'import.meta.url': 'moduleUrl' },
    banner: { js: CLI_BANNER },
  },
  'cli-start': {
    ...node,
    entryPoints: ['src/cli/start.ts'],
    outfile: 'dist/cli/main.js',
    banner: { js: '#!/usr/bin/env node' },
  },
};
const TEST_BUNDLES = {
  bench: {
    ...node,
    entryPoints: ['scripts/bench.ts'],
    outfile: 'dist-test/bench.mjs',
    format: 'esm',
    packages: 'external',
  },
  test: {
    ...node,
    entryPoints: ['test/extension/index.ts'],
    outfile: 'dist-test/node/index.js',
    external: ['vscode', 'mocha'],
  },
  'test-web': {
    ...web,
    entryPoints: ['test/extension/index.ts'],
    outfile: 'dist-test/web/index.js',
    alias: testWeb,
    external: ['vscode', 'node:fs'],
  },
};

const all = production ? BUNDLES : { ...BUNDLES, ...TEST_BUNDLES };
const unknown = names.filter((name) => !(name in all));
if (unknown.length) {
  console.error(`esbuild.mjs: no bundle ${unknown.join(', ')}; there are ${Object.keys(all).join(', ')}`);
  process.exit(2);
}
const chosen = Object.entries(all)
  .filter(([name]) => !names.length || names.includes(name.replace(/-start$/, '')))
  .map(([, bundle]) => bundle);

/** What is learned and compiled of English, in one file beside the bundles; the engine's own code puts it together. */
async function writeLanguage() {
  const { outputFiles } = await build({
    entryPoints: ['src/engine/language/en/data.ts'],
    bundle: true,
    format: 'esm',
    write: false,
  });
  const { packData } = await import(
    `data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`
  );
  mkdirSync('dist', { recursive: true });
  writeFileSync(
    'dist/en.bin',
    packData((file) => readFileSync(`src/engine/language/en/${file}.bin`)),
  );
}

await writeLanguage();
if (flags.includes('--watch')) for (const bundle of chosen) await (await context(bundle)).watch();
else {
  await Promise.all(chosen.map((bundle) => build(bundle)));
  if (chosen.includes(BUNDLES.cli)) keepCode();
}

/** Has the command line keep what V8 makes of it (src/cli/start.ts). */
function keepCode() {
  rmSync('dist/cli/app.cache', { force: true });
  const args = ['dist/cli/main.js', 'annotate', 'samples/2025-06-05-harbour-strike.txt', 'samples/bridge-trial.txt'];
  const env = { ...process.env, ON_THE_RECORD_KEEP_CODE: '1' };
  execFileSync(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
}
