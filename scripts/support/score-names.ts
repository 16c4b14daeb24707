/**
 * Scores names/ by itself (candidates and vote, before people/) on a gold set: npx tsx scripts/support/score-names.ts SET [ERRORS]
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { voteNames } from '../../src/engine/names/vote';
import { createEngine, english } from './english';

const [set = 'seeds', errors = '0'] = process.argv.slice(2),
  gold = join('../shared/gold', set);
if (!existsSync(gold)) {
  console.log(`${gold} is not here: nothing to score.`);
  process.exit(0);
}
const engine = createEngine(),
  out = mkdtempSync(join(tmpdir(), 'names-'));
mkdirSync(out, { recursive: true });
for (const file of readdirSync(gold).filter((name) => name.endsWith('.txt'))) {
  const text = readFileSync(join(gold, file), 'utf8'),
    { blocks } = engine.open(text);
  const entities = voteNames(
    blocks.map(({ layer }) => layer.names),
    english.names.verdict,
  ).flatMap((names, block) =>
    names.map(({ span: [start, end], type }) => {
      const at = blocks[block]?.start ?? 0,
        span = [at + start, at + end] as const;
      return {
        id: `e${span.join('-')}-${type}`,
        name: text.slice(...span),
        type,
        mentions: [{ span, text: text.slice(...span), form: 'name' }],
      };
    }),
  );
  writeFileSync(join(out, file.replace(/\.txt$/, '.json')), JSON.stringify({ document: file, entities }));
}
console.log(
  execFileSync('node', ['../shared/score/score.mjs', gold, out, '--layers', 'entities', '--errors', errors], {
    encoding: 'utf8',
    maxBuffer: 1e9,
  }),
);
