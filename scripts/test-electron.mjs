// The suite of test/extension in a desktop VS Code: the one at VSCODE_PATH, else one that @vscode/test-electron downloads
// (VSCODE_VERSION, the newest by default). Needs a display, and internet for the download.
import { resolve } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { root } from './vscode-packages.mjs';

try {
  await runTests({
    ...(process.env.VSCODE_PATH && { vscodeExecutablePath: process.env.VSCODE_PATH }),
    version: process.env.VSCODE_VERSION ?? 'stable',
    extensionDevelopmentPath: root,
    extensionTestsPath: resolve(root, 'dist-test/node/index.js'),
    launchArgs: [resolve(root, 'test/extension/fixtures'), '--disable-extensions', '--disable-workspace-trust'],
  });
} catch (error) {
  console.error(`The desktop test did not run: ${error instanceof Error ? error.message : error}`);
  process.exit(1);
}
