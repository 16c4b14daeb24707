// Every bundle in one table. `node esbuild.mjs [--production] [--watch]`.
import { build, context } from 'esbuild';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');
const common = { bundle: true, target: 'es2022', minify: production, sourcemap: production ? false : 'linked', logLevel: 'warning', loader: { '.bin': 'binary' } };
const node = { ...common, platform: 'node', format: 'cjs' };
const web = { ...common, platform: 'browser', format: 'cjs', external: ['vscode'] };
const testWeb = { mocha: './node_modules/mocha/mocha.js', 'node:assert': './test/extension/support/assert-web.ts' };

/** entry -> bundle; the web server runs as a worker from a blob, so it is one self-contained script. */
const BUNDLES = [
  { ...node, entryPoints: ['src/extension/node.ts'], outfile: 'dist/node/extension.js', external: ['vscode'] },
  { ...node, entryPoints: ['src/server/node.ts'], outfile: 'dist/node/server.js' },
  { ...web, entryPoints: ['src/extension/web.ts'], outfile: 'dist/web/extension.js' },
  { ...web, entryPoints: ['src/server/web.ts'], outfile: 'dist/web/server.js', format: 'iife', external: [] },
  { ...node, entryPoints: ['src/cli/main.ts'], outfile: 'dist/cli/main.js', banner: { js: '#!/usr/bin/env node' } },
];
const TEST_BUNDLES = [
  { ...node, entryPoints: ['test/extension/index.ts'], outfile: 'dist-test/node/index.js', external: ['vscode', 'mocha'] },
  { ...web, entryPoints: ['test/extension/index.ts'], outfile: 'dist-test/web/index.js', alias: testWeb },
];

const bundles = production ? BUNDLES : [...BUNDLES, ...TEST_BUNDLES];
if (watch) for (const bundle of bundles) await (await context(bundle)).watch();
else await Promise.all(bundles.map((bundle) => build(bundle)));
