// Runs test/extension inside a real VS Code: `node scripts/test-vscode.mjs [--web] [--oldest] [--folder FOLDER]`. Exit code 0 or 1
// is what VS Code itself reports; 2 means that the run never finished. VERBOSE=1 prints all that the host logs.
import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openWorkbench, root, VERSIONS } from './vscode-host.mjs';

const { values } = parseArgs({
  options: {
    web: { type: 'boolean' },
    oldest: { type: 'boolean' },
    folder: { type: 'string', default: 'test/extension/fixtures' },
  },
});
const host = values.web ? 'web' : 'node';
const version = values.oldest ? 'oldest' : 'newest';
const seconds = Number(process.env.TEST_TIMEOUT_S ?? 240);
const bundle = `dist-test/${host}/index.js`;
const map = new SourceMap(JSON.parse(readFileSync(join(root, `${bundle}.map`), 'utf8')));

/** Turns the bundle's positions in a stack trace into those of the sources (the web host adds two lines of its own). */
function unbundle(line) {
  return line.replace(/[^\s(]*dist-test\/\w+\/index\.js(#vscode-extension)?:(\d+):(\d+)/g, (all, web, row, column) => {
    const entry = map.findEntry(row - (web ? 3 : 1), column - 1);
    return entry.originalSource
      ? `${entry.originalSource.replace(/^(\.\.\/)+/, '')}:${entry.originalLine + 1}:${entry.originalColumn + 1}`
      : all;
  });
}

const noise = [];
let finish;
let complete = false; // a host that dies early also reports 0: only mocha's own last line counts as a pass
const finished = new Promise((resolve) => {
  finish = resolve;
});

function listen(type, args) {
  const line = args.join(' ');
  complete ||= /^\[mocha\] [1-9]\d* passed, 0 failed$/.test(line);
  if (line.startsWith('[mocha] ')) console.log(unbundle(line.slice('[mocha] '.length)));
  else noise.push(`[${type}] ${line}`);
}

const workbench = await openWorkbench({
  version,
  folder: values.folder,
  settings: host === 'web' ? { 'remote.extensionKind': { 'on-the-record.on-the-record': ['web'] } } : {},
  payload: (uri) => [
    ['extensionDevelopmentPath', uri('.')],
    ['extensionTestsPath', uri(bundle)],
  ],
  prepare: async (page) => {
    await page.exposeFunction('codeAutomationLog', listen);
    await page.exposeFunction('codeAutomationExit', (code) => finish(code));
    page.on('crash', () => finish(2));
    setTimeout(() => finish(2), seconds * 1000).unref();
  },
});
let code = await finished;
if (code === 0 && !complete) code = 2;
if (code === 0 && workbench.strays.length > 0) {
  console.error(`Requests left this machine:\n${workbench.strays.join('\n')}`);
  code = 1;
}
if (code !== 0) {
  const shot = join(root, '.vscode-test', `failed-${host}-${version}.png`);
  await workbench.page.screenshot({ path: shot }).catch(() => undefined);
  const known = /bindings file|watchdog|ServiceWorker/;
  const errors = noise.filter((line) => process.env.VERBOSE || (line.startsWith('[error]') && !known.test(line)));
  console.error([process.env.VERBOSE || code === 2 ? workbench.serverLog() : '', ...errors].join('\n'));
  console.error(`# VS Code ${VERSIONS[version].vscode}, ${host} extension host: exit ${code}, screenshot ${shot}`);
} else if (process.env.VERBOSE) {
  console.log(noise.join('\n'));
}
await workbench.close();
process.exit(code);
