// What VS Code loads as `extensionTestsPath`, in the Node and the web extension host alike. Resolves when every test has passed
// and rejects otherwise, which VS Code turns into exit code 0 or 1; scripts/test-vscode.mjs reads the lines marked [mocha].
import MochaModule from 'mocha';
import * as vscode from 'vscode';

// In the web bundle 'mocha' is the browser build, which publishes its class as a global.
const Mocha: typeof MochaModule = (globalThis as { Mocha?: typeof MochaModule }).Mocha ?? MochaModule;

function say(lines: string): void {
  for (const line of lines.split('\n')) console.log(`[mocha] ${line}`);
}

/** Reporting is done below, over the console, which both hosts have. */
function noReporter(): void {}

export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'tdd', timeout: 20_000, reporter: noReporter as never });
  mocha.suite.emit('pre-require', globalThis as never, '', mocha);
  await import('./activation.test');
  await import('./highlights.test');
  await import('./panel.test');
  await import('./navigation.test');
  await import('./corrections.test');
  await import('./files.test');
  await import('./languageFeatures.test');
  await import('./units.test');
  await import('./samples.test');
  await import('./stories.test');
  say(
    `VS Code ${vscode.version}, ${'WorkerGlobalScope' in globalThis ? 'web worker' : `Node ${process.version}`} extension host`,
  );
  let passed = 0;
  const failures = await new Promise<number>((done) => {
    const runner = mocha.run((failed) => {
      say(`${passed} passed, ${failed} failed`);
      done(failed);
    });
    runner.on('pass', (test) => {
      passed++;
      say(`  ok   ${test.fullTitle()} (${test.duration} ms)`);
    });
    runner.on('pending', (test) => say(`  skip ${test.fullTitle()}`));
    runner.on('fail', (test, error: Error) =>
      say(`  FAIL ${test.fullTitle()}\n       ${error.stack ?? error.message}`),
    );
  });
  if (failures > 0 || passed === 0) throw new Error(failures > 0 ? `${failures} tests failed` : 'no test ran');
}
