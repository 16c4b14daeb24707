import { carry, type Change, changeOf, isNone, sameItems } from '../kept';
import { type BlockLayer, emptyBlock, type NameCandidate, type People } from '../layers';
import { Vote } from '../names/vote';
import { type Directory, DirectoryReader } from './directory';
import { type ResolvedBlock, resolveBlock, WINDOW } from './discourse';
import type { Named } from './entities';
import { Placer } from './place';
import type { Ranker } from './ranker';
import { sameResult } from './same';
import { type BlockFacts, readFacts } from './tally';
import type { PeopleWords } from './words';

const NOBODY: readonly Named[] = [], NO_NAMES: readonly NameCandidate[] = [];
/** Stand where a block is still to be read, and to be resolved. */
const UNREAD: BlockFacts = { layer: emptyBlock('', 'body'), names: NO_NAMES, locals: [], facts: [], factOf: [], nouns: [], nounOf: [] };
const UNRESOLVED: ResolvedBlock = { locals: [], sentences: 0, headline: false, targets: [], unnamed: [] };

/**
 * The pass over the article: mentions to entities, for one version of it after another. Names are voted on, what each block says of
 * them is summed up in a directory, then every block is resolved by the directory and the blocks before it. Only blocks that
 * changed, that hold a name of which there is news, or that look back at such a block are resolved again.
 */
export class PeopleReader {
  readonly #vote = new Vote();
  readonly #directory: DirectoryReader;
  #placer = new Placer();
  #layers: readonly BlockLayer[] = [];
  #names: readonly (readonly NameCandidate[])[] = [];
  #facts: readonly BlockFacts[] = [];
  #resolved: readonly ResolvedBlock[] = [];
  #known: Directory;
  #people: People = { entities: [], mentions: [] };

  constructor(private readonly words: PeopleWords, private readonly ranker: Ranker) {
    this.#directory = new DirectoryReader(words);
    this.#known = this.#directory.read([], [], []);
  }

  read(layers: readonly BlockLayer[]): People {
    const change = changeOf(this.#layers, layers);
    if (isNone(change)) return this.#people;
    const facts = carry(this.#facts, change, UNREAD), resolved = carry(this.#resolved, change, UNRESOLVED);
    const { gone, come } = this.#readFacts(layers, facts, resolved, change);
    const before = this.#known, directory = (this.#known = this.#directory.read(facts, gone, come));
    this.#resolve(facts, resolved, change, directory === before ? null : newsOf(before, directory));
    this.#layers = layers;
    this.#facts = facts;
    this.#resolved = resolved;
    const isCrowded = this.#placer.isCrowded;
    if (isCrowded) this.#placer = new Placer();
    return (this.#people = this.#placer.read(resolved, directory, isCrowded ? { from: 0, to: layers.length, oldTo: 0 } : change));
  }

  /** Reads what the blocks say that are new, or whose names the vote decides otherwise than before; forgets how those were resolved. */
  #readFacts(layers: readonly BlockLayer[], facts: BlockFacts[], resolved: ResolvedBlock[], change: Change): { gone: BlockFacts[]; come: BlockFacts[] } {
    const names = carry(this.#names, change, NO_NAMES);
    for (let at = change.from; at < change.to; at++) names[at] = layers[at]?.names ?? NO_NAMES;
    const accepted = this.#vote.read(names), gone = this.#facts.slice(change.from, change.oldTo), come: BlockFacts[] = [];
    for (let at = 0; at < layers.length; at++) {
      const known = facts[at], layer = layers[at], list = accepted[at] ?? NO_NAMES;
      if (!layer || !known || (known.names === list && known !== UNREAD)) continue;
      const block = readFacts(layer, list, this.words);
      if (known !== UNREAD) gone.push(known);
      come.push(block);
      facts[at] = block;
      resolved[at] = UNRESOLVED;
    }
    this.#names = names;
    return { gone, come };
  }

  /** Resolves what is unresolved, and again what rests on anything that changed. */
  #resolve(facts: readonly BlockFacts[], resolved: ResolvedBlock[], { from, to }: Change, isNews: ((block: BlockFacts) => boolean) | null): void {
    // How many blocks right before this one are what they were.
    let settled = 0;
    for (let at = 0; at < facts.length; at++) {
      const block = facts[at], before = resolved[at];
      if (!block || !before) continue;
      // Behind the change other blocks stand before this one, whether or not they are as they were.
      if (at === to) settled = 0;
      if (before !== UNRESOLVED && (settled >= WINDOW || (settled === at && at < from)) && !isNews?.(block)) {
        settled++;
        continue;
      }
      const result = this.#resolveBlock(block, resolved, at), isSame = sameResult(before, result);
      if (!isSame) resolved[at] = result;
      settled = isSame ? settled + 1 : 0;
    }
  }

  #resolveBlock({ layer, locals, facts, factOf, nouns, nounOf }: BlockFacts, resolved: readonly ResolvedBlock[], at: number): ResolvedBlock {
    const { byName, byRole } = this.#known, before: ResolvedBlock[] = [];
    for (let i = at - 1; i >= 0 && before.length < WINDOW; i--) {
      const block = resolved[i];
      if (block) before.push(block);
    }
    const named = facts.map(({ id }) => byName.get(id) ?? NOBODY), known = nouns.map((noun) => byRole.get(noun) ?? NOBODY);
    return resolveBlock({ locals, factOf, nounOf, named, known, before, sentences: layer.sentences.length, headline: layer.kind === 'headline' }, this.ranker, this.words);
  }
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
