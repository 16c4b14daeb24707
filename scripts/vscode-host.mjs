// A real VS Code on 127.0.0.1: the server, and for the tests its workbench in a headless Chromium. See vscode-packages.mjs for
// where both come from.
import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser, findServer, root, VERSIONS } from './vscode-packages.mjs';

export { root, VERSIONS };

const QUIET = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'extensions.ignoreRecommendations': true,
  'extensions.autoUpdate': false,
  'update.showReleaseNotes': false,
  'files.autoSave': 'off', // a text is changed only by who means to
};

/** Nothing from a VS Code terminal this may run in, no gallery to call, and sockets inside the throw-away folder. */
function environment(data) {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS$)/.test(name));
  return { ...Object.fromEntries(inherited), EXTENSIONS_GALLERY: '{}', TMPDIR: data };
}

const FLAGS = [
  '--host',
  '127.0.0.1',
  '--port',
  '0',
  '--accept-server-license-terms',
  '--telemetry-level',
  'off',
  '--disable-getting-started-override',
];

function portOf(server, log) {
  return new Promise((found, failed) => {
    server.once('exit', (code) => failed(new Error(`The VS Code server ended with ${code}.\n${log.text}`)));
    server.once('error', failed);
    server.stdout.on('data', () => {
      const port = /listening on (\d+)/.exec(log.text)?.[1];
      if (port) found(port);
    });
  });
}

/**
 * Starts a VS Code server in a folder of its own that `close` removes again.
 * `vsix`: a package to install first; `trust`: ask nobody whether a folder is trusted; `test`: honour the payload's test entries
 * (modal dialogs are refused then). Gives a function for the address of a folder, one for the URI of a file, and what ends it.
 */
export async function startServer({ version, settings = {}, vsix, trust = false, test = false }) {
  const { node, main } = findServer(version);
  const data = mkdtempSync(join(tmpdir(), 'on-the-record-'));
  mkdirSync(join(data, 'data/User'), { recursive: true });
  writeFileSync(join(data, 'data/User/settings.json'), JSON.stringify({ ...QUIET, ...settings }, null, 2));
  const env = environment(data);
  if (vsix)
    execFileSync(
      node,
      [main, '--install-extension', resolve(root, vsix), '--server-data-dir', data, '--accept-server-license-terms'],
      { env, stdio: 'pipe' },
    );

  const token = randomBytes(16).toString('hex');
  const flags = [...FLAGS, '--server-data-dir', data, '--connection-token', token];
  if (trust) flags.push('--disable-workspace-trust');
  if (test) flags.push('--enable-smoke-test-driver');
  const server = spawn(node, [main, ...flags], { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const log = { text: '' };
  for (const stream of [server.stdout, server.stderr])
    stream.on('data', (chunk) => {
      log.text += chunk;
    });
  const close = () => {
    try {
      process.kill(-server.pid, 'SIGKILL');
    } catch {
      /* It has ended already. */
    } // the whole group: extension host, watchers
    rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  process.once('exit', close);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));
  try {
    const authority = `127.0.0.1:${await portOf(server, log)}`;
    const uri = (path) => `vscode-remote://${authority}${resolve(root, path)}`;
    const address = (folder, payload = []) => {
      const query = new URLSearchParams({
        tkn: token,
        ...(folder && { folder: resolve(root, folder) }),
        payload: JSON.stringify([['skipWelcome', 'true'], ...payload]),
      });
      return `http://${authority}/?${query}`;
    };
    return { address, uri, close, log: () => log.text };
  } catch (error) {
    close();
    throw error;
  }
}

const BROWSER_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/**
 * Opens `folder` in the workbench of a started server, in a headless browser that reaches nothing but this machine. `payload(uri)` gives the
 * workbench's own entries, `prepare(page)` runs before it loads. `strays` fills with every request for another host.
 */
export async function openWorkbench({
  folder,
  payload = () => [],
  prepare = () => undefined,
  viewport = { width: 1280, height: 720 },
  ...options
}) {
  const server = await startServer({ test: true, trust: true, ...options });
  let browser;
  const close = async () => {
    await browser?.close().catch(() => undefined);
    server.close();
  };
  try {
    browser = await chromium.launch({ ...findBrowser(), args: BROWSER_FLAGS });
    const page = await browser.newPage({ viewport });
    const strays = [];
    page.context().on('request', (request) => {
      const { protocol, hostname } = new URL(request.url());
      if (/^(https?|wss?):$/.test(protocol) && hostname !== '127.0.0.1') strays.push(request.url());
    });
    await prepare(page);
    await page.goto(server.address(folder, payload(server.uri)));
    return { page, close, strays, serverLog: server.log };
  } catch (error) {
    await close();
    throw error;
  }
}
