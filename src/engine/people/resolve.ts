import type { NameCandidate, People, PlacedBlock } from '../layers';
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
    const before = runs.find(({ facts }) => facts[0]?.layer === blocks[0]?.layer || facts.at(-1)?.layer === blocks.at(-1)?.layer);
    const facts = readAll(before?.facts ?? [], blocks, accepted, memo);
    const run = before ? readAgain(before, facts, memo, words) : read(facts, memo, words);
    runs = [run, ...runs.filter((other) => other !== before)].slice(0, MAX_RUNS);
    return run.people;
  };
}

/** What each block says: mostly what it said in the run before, one block further on or back where an edit has moved it. */
function readAll(before: readonly BlockFacts[], blocks: readonly PlacedBlock[], accepted: readonly (readonly NameCandidate[])[], memo: Memo): readonly BlockFacts[] {
  let moved = 0;
  return blocks.map(({ layer }, at) => {
    const names = accepted[at] ?? [];
    let known = before[at + moved];
    if (known?.layer !== layer) known = before[at + (moved = before.length - blocks.length)];
    return known?.layer === layer && known.names === names ? known : memo.facts(layer, names);
  });
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
  const sameNames = sameItems(changed.map(signatureOf), gone.map(signatureOf)), directory = sameNames ? old.directory : makeDirectory(facts, words, memo);
  const isNews = sameNames ? null : newsOf(old.directory, directory);
  const resolved = resolveAgain({ ...old, directory }, facts, { head, tail: facts.length - tail }, isNews, memo);
  const patched = sameDrafts(old.directory, directory) && sameStory(old.resolved, resolved, isNews ? 0 : head) ? patchMentions(old.people, old.resolved, resolved) : null;
  return { facts, directory, resolved, people: patched ?? placeMentions(resolved, directory) };
}

/** Whether a block names somebody of whom the article now says something else, or has a role that it now gives to others. */
function newsOf(old: Directory, now: Directory): ((block: BlockFacts) => boolean) | null {
  const names = differences(old.byName, now.byName), roles = differences(old.byRole, now.byRole);
  if (names.size + roles.size === 0) return null;
  return ({ facts, nouns }) => facts.some(({ id }) => names.has(id)) || (roles.size > 0 && nouns.some((noun) => roles.has(noun)));
}

function differences<T>(old: ReadonlyMap<string, readonly T[]>, now: ReadonlyMap<string, readonly T[]>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [key, list] of now) if (!sameItems(list, old.get(key) ?? [])) found.add(key);
  for (const key of old.keys()) if (!now.has(key)) found.add(key);
  return found;
}

/** Whether the article's list of entities says the same of each. */
function sameDrafts(old: Directory, now: Directory): boolean {
  if (old === now) return true;
  if (old.drafts.size !== now.drafts.size) return false;
  for (const [id, draft] of now.drafts) {
    const before = old.drafts.get(id);
    if (before?.name !== draft.name || before.type !== draft.type || !sameItems(before.roles, draft.roles)) return false;
  }
  return true;
}

/** Where two runs are the same: up to block `head`, and from block `tail` of the new one on. */
interface Ends { readonly head: number; readonly tail: number }

/**
 * Resolves the blocks again. Those that the run before has too stay as they were where all that they look back at is the same,
 * unless there is news of whom they name.
 */
function resolveAgain(old: Run, facts: readonly BlockFacts[], { head, tail }: Ends, isNews: ((block: BlockFacts) => boolean) | null, memo: Memo): readonly ResolvedBlock[] {
  const first = isNews ? 0 : head, resolved = old.resolved.slice(0, first), shift = old.facts.length - facts.length;
  // How many blocks right before this one are what they were.
  let settled = first;
  for (let i = first; i < facts.length; i++) {
    const block = facts[i];
    if (!block) continue;
    if (i === tail) settled = 0;
    if (!isNews && i >= tail && settled >= WINDOW) return [...resolved, ...old.resolved.slice(i + shift)];
    const before = i < head ? old.resolved[i] : i >= tail ? old.resolved[i + shift] : undefined;
    const stays = before !== undefined && (settled >= WINDOW || (settled === i && i < head)) && !isNews?.(block);
    const result = stays ? before : memo.resolved(block, old.directory, resolved);
    settled = result === before ? settled + 1 : 0;
    resolved.push(result);
  }
  return resolved;
}
