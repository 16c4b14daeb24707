import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, SAMPLES } from '../support/samples';

const CLI = join(ROOT, 'dist/cli/main.js');
const run = (...args: string[]): { status: number | null; stdout: string; stderr: string } =>
  spawnSync(process.execPath, [CLI, ...args], { encoding: 'utf8' });

suite('the built command line', () => {
  suiteSetup(function () {
    if (!existsSync(CLI)) {
      console.log('    not built: run npm run build first');
      this.skip();
    }
  });

  test('wrong usage exits with 2 and says what is wrong', () => {
    for (const args of [
      ['annotate'],
      ['annotate', SAMPLES, '--format', 'xml'],
      ['annotate', SAMPLES, '--published', '2022-02-30'],
      ['anotate', SAMPLES],
      ['annotate', SAMPLES, '--colour'],
    ]) {
      const { status, stderr } = run(...args);
      assert.equal(status, 2, args.join(' '));
      assert.match(stderr, /error: /);
    }
  });

  test('help and version exit with 0', () => {
    assert.equal(run('--help').status, 0);
    assert.match(run('--version').stdout, /^\d+\.\d+\.\d+\n$/);
  });

  test('annotates the samples, plain where nobody looks', () => {
    const { status, stdout, stderr } = run('annotate', SAMPLES);
    assert.equal(status, 0, stderr);
    assert.ok(stdout.includes('Mara Ellingsen'));
    assert.ok(!stdout.includes('\u001b'));
  });

  test('a reader that stops early is no failure', () => {
    const { status } = spawnSync(`"${process.execPath}" "${CLI}" annotate "${SAMPLES}" --format json | head -c 100`, {
      shell: '/bin/bash',
      encoding: 'utf8',
    });
    assert.equal(status, 0);
  });
});
