/** Files import one way: nobody reads a file that, over however many steps, reads it. Imports of types count too. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const SOURCE = resolve(import.meta.dirname, '../src');
const IMPORT = /^(?:import|export)\b[^'"]*?from '(\.[^']*)';$/gm;

const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => join(SOURCE, path));

/** The files that a file imports. */
function importsOf(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(IMPORT)].flatMap(([, path = '']) => {
    const target = resolve(dirname(file), path);
    return files.filter((each) => each === `${target}.ts` || each === join(target, 'index.ts'));
  });
}

/** The first circle found in a graph, its first file last again; empty where there is none. */
function findCircle(graph: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const done = new Set<string>(),
    path: string[] = [];
  const visit = (file: string): readonly string[] => {
    const at = path.indexOf(file);
    if (at >= 0) return [...path.slice(at), file];
    if (done.has(file)) return [];
    path.push(file);
    for (const next of graph.get(file) ?? []) {
      const circle = visit(next);
      if (circle.length) return circle;
    }
    path.pop();
    done.add(file);
    return [];
  };
  for (const file of graph.keys()) {
    const circle = visit(file);
    if (circle.length) return circle;
  }
  return [];
}

suite('imports', () => {
  test('run one way', () => {
    const graph = new Map(files.map((file) => [file, importsOf(file)]));
    assert.ok([...graph.values()].flat().length > files.length, 'imports are found');
    assert.deepEqual(
      findCircle(graph).map((file) => file.slice(SOURCE.length + 1)),
      [],
    );
  });

  test('a circle is found', () => {
    const graph = new Map([
      ['a', ['b']],
      ['b', ['c']],
      ['c', ['b']],
    ]);
    assert.deepEqual(findCircle(graph), ['b', 'c', 'b']);
  });
});
