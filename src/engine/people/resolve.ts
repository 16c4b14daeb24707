import type { People, PlacedBlock } from '../layers';
import { voteNames } from '../names/vote';
import { type Directory, makeDirectory } from './directory';
import { type ResolvedBlock, WINDOW } from './discourse';
import { Memo, sameItems } from './memo';
import { patchMentions, placeMentions, sameStory } from './place';
import { type BlockFacts, signatureOf } from './tally';
import type { PeopleWords } from './words';

/** One reading of an article, kept so that the next reading of nearly the same article repeats only what changed. */
interface Run {
  readonly facts: readonly BlockFacts[];
  readonly directory: Directory;
  readonly resolved: readonly ResolvedBlock[];
  readonly people: People;
}

/** How many articles are kept at a time. */
const MAX_RUNS = 4;

/** Compiles the pass over the article: mentions to entities. What it keeps never changes what it answers. */
export function createResolver(words: PeopleWords): (blocks: readonly PlacedBlock[]) => People {
  const memo = new Memo(words);
  let runs: readonly Run[] = [];
  return (blocks) => {
    const accepted = voteNames(blocks.map(({ layer }) => layer.names));
    const facts = blocks.map(({ layer }, index) => memo.facts(layer, accepted[index] ?? []));
    const before = runs.find((run) => run.facts[0] === facts[0] || run.facts.at(-1) === facts.at(-1));
    const run = before ? readAgain(before, facts, memo, words) : read(facts, memo, words);
    runs = [run, ...runs.filter((other) => other !== before)].slice(0, MAX_RUNS);
    return run.people;
  };
}

function read(facts: readonly BlockFacts[], memo: Memo, words: PeopleWords): Run {
  const directory = makeDirectory(facts, words, memo), resolved: ResolvedBlock[] = [];
  for (const block of facts) resolved.push(memo.resolved(block, directory, resolved));
  return { facts, directory, resolved, people: placeMentions(resolved, directory) };
}

/** The same answer as `read`, made from an earlier run where that is known to hold. */
function readAgain(old: Run, facts: readonly BlockFacts[], memo: Memo, words: PeopleWords): Run {
  const least = Math.min(old.facts.length, facts.length);
  let head = 0, tail = 0;
  while (head < least && old.facts[head] === facts[head]) head++;
  while (tail < least - head && old.facts[old.facts.length - 1 - tail] === facts[facts.length - 1 - tail]) tail++;
  if (head === facts.length && facts.length === old.facts.length) return old;
  const changed = facts.slice(head, facts.length - tail), gone = old.facts.slice(head, old.facts.length - tail);
  if (!sameItems(changed.map(signatureOf), gone.map(signatureOf))) return read(facts, memo, words);
  const resolved = resolveAgain(old, facts, head, tail, memo);
  const patched = sameStory(old.resolved, resolved, head) ? patchMentions(old.people, old.resolved, resolved) : null;
  const people = patched ?? placeMentions(resolved, old.directory);
  return { facts, directory: old.directory, resolved, people };
}

/** The names are what they were: blocks before the change stay, and blocks behind it as soon as all that they look back at is the same. */
function resolveAgain(old: Run, facts: readonly BlockFacts[], head: number, tail: number, memo: Memo): readonly ResolvedBlock[] {
  const resolved = old.resolved.slice(0, head), shift = old.facts.length - facts.length;
  for (let i = head, settled = 0; i < facts.length; i++) {
    const block = facts[i];
    if (!block) continue;
    if (i >= facts.length - tail && settled >= WINDOW) return [...resolved, ...old.resolved.slice(i + shift)];
    const result = memo.resolved(block, old.directory, resolved);
    settled = result === old.resolved[i + shift] && i >= facts.length - tail ? settled + 1 : 0;
    resolved.push(result);
  }
  return resolved;
}
