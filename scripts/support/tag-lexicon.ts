/** Builds the tagger's lexicon: which tags a word may have, by what it was seen with. */
import { Shape, Tag } from '../../src/engine/layers';
import { Auxiliary, isTitle } from '../../src/engine/text/features';
import {
  type Entry,
  hashEnding,
  Lexicon,
  type LexiconWeights,
  mix,
  PRINT_BITS,
  Salt,
} from '../../src/engine/text/lexicon';
import type { Lesson } from './tag-data';

/** Slots of the lexicon, as a power of two; how full it may be. */
const SLOT_BITS = 15,
  FULL = 0.8;
/** A word seen this often is forgotten every other time. */
const FORGET = 2;
const BE = new Set("be am is are was were been being 'm 're get gets got getting".split(' ')),
  HAVE = new Set("have has had having 've".split(' '));

/** How often each word and ending was seen with each tag. */
export type Counts = Map<number, { salt: Salt; hash: number; lower: string; tags: Float64Array; total: number }>;

/** Counts the tags of all words but those of titles, which say little. */
export function countTags(lessons: readonly Lesson[]): Counts {
  const counts: Counts = new Map(),
    seen = new Map<string, number>();
  const add = (salt: Salt, hash: number, lower: string, tag: Tag): void => {
    const key = salt === Salt.Word ? hash : mix(hash ^ salt);
    let entry = counts.get(key);
    if (!entry) counts.set(key, (entry = { salt, hash, lower, tags: new Float64Array(32), total: 0 }));
    entry.tags[tag] = (entry.tags[tag] ?? 0) + 1;
    entry.total++;
  };
  for (const { tokens } of lessons) for (const word of tokens.word) seen.set(word, (seen.get(word) ?? 0) + 1);
  for (const { tokens, gold } of lessons) {
    if (isTitle(tokens, 0, tokens.count)) continue;
    for (let i = 0; i < tokens.count; i++) {
      const shape = tokens.shape[i] as Shape,
        lower = tokens.lower[i] ?? '',
        tag = gold[i] as Tag;
      if (shape > Shape.Mixed || shape === Shape.Digits || tag === Tag.Other) continue;
      const capital = shape === Shape.Capital || shape === Shape.Upper;
      if (capital && (i === 0 || tokens.shape[i - 1] === Shape.Symbol)) continue;
      add(capital ? Salt.Capital : Salt.Word, mix(tokens.hash[i] ?? 0), lower, tag);
      if ((seen.get(tokens.word[i] ?? '') ?? 0) <= 4)
        add(capital ? Salt.CapitalEnding : Salt.Ending, hashEnding(lower), '', tag);
    }
  }
  return counts;
}

/** Forms that are written alike: a word seen seldom may turn up as the other. */
const TWINS: readonly (readonly [Tag, Tag])[] = [
  [Tag.Noun, Tag.Verb],
  [Tag.Nouns, Tag.VerbS],
  [Tag.Past, Tag.Participle],
  [Tag.Gerund, Tag.Noun],
  [Tag.Participle, Tag.Adjective],
];
const WELL_KNOWN = 60,
  RARE_SHARE = 0.004,
  RARE_ENDING = 0.03;

/** The tags that a word may have: all it was seen with but slips of the teacher, and for a seldom word their twins. */
function allowed({ salt, tags, total }: { salt: Salt; tags: Float64Array; total: number }): number {
  const ending = salt === Salt.Ending || salt === Salt.CapitalEnding;
  let bits = 0;
  tags.forEach((count, tag) => {
    if (count > 0 && count >= total * (ending ? RARE_ENDING : RARE_SHARE) && (count > 1 || total < 10))
      bits |= 1 << tag;
  });
  if (!ending && total < WELL_KNOWN)
    for (const [a, b] of TWINS) if (bits & (1 << a)) bits |= salt === Salt.Word ? 1 << b : 0;
  return bits;
}

/** Sorts the words into classes by the tags they may have and the one they mostly have, and packs them into the hash table. */
export function buildLexicon(counts: Counts): LexiconWeights {
  const entries = [...counts.entries()].filter(
    ([, { total, salt }]) => total >= (salt === Salt.Word || salt === Salt.Capital ? 3 : 12),
  );
  entries.sort(([a, x], [b, y]) => y.total - x.total || a - b);
  const size = 1 << SLOT_BITS,
    kept = entries.slice(0, Math.floor(size * FULL));
  const described = kept.map(([key, entry]) => {
    const main = entry.tags.indexOf(Math.max(...entry.tags)),
      kind =
        entry.salt !== Salt.Word ? 0 : HAVE.has(entry.lower) ? Auxiliary.Have : BE.has(entry.lower) ? Auxiliary.Be : 0;
    return {
      key,
      bits: allowed(entry),
      name: `${allowed(entry)} ${main} ${kind}`,
      weight: kind ? 1000 : Math.sqrt(entry.total),
    };
  });
  const sizes = new Map<string, number>();
  for (const { name, weight } of described) sizes.set(name, (sizes.get(name) ?? 0) + weight);
  const names = [...sizes]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, 222)
    .map(([name]) => name);
  const classes = [0, ...names.map((name) => Number(name.split(' ')[0]))],
    auxiliaries = [0, ...names.map((name) => Number(name.split(' ')[2]))];
  const prints = new Uint16Array(size),
    slots = new Uint8Array(size);
  let left = 0;
  for (const { key, name, bits } of described) {
    const number = names.indexOf(name) + 1 || nearest(classes, bits);
    if (!number) left++;
    else insert(prints, slots, key, number);
  }
  console.log(
    `lexicon: ${kept.length} of ${entries.length} words and endings, ${sizes.size} classes of which ${names.length} kept, ${left} words left out`,
  );
  return { classes: Int32Array.from(classes), auxiliaries: Uint8Array.from(auxiliaries), prints, slots };
}

/** The class with the fewest tags that has all of `bits`. */
function nearest(classes: readonly number[], bits: number): number {
  const size = (n: number): number => n.toString(2).replaceAll('0', '').length;
  return classes.reduce(
    (best, tags, i) => ((tags & bits) === bits && (!best || size(tags) < size(classes[best] ?? 0)) ? i : best),
    0,
  );
}

function insert(prints: Uint16Array, slots: Uint8Array, key: number, number: number): void {
  let slot = key & (slots.length - 1);
  while (slots[slot]) slot = (slot + 1) & (slots.length - 1);
  prints[slot] = key >>> PRINT_BITS;
  slots[slot] = number;
}

/** A lexicon that now and then does not know a seldom word, so that the learner meets unknown ones as readers will. */
export class ForgetfulLexicon extends Lexicon {
  #state = 7;

  constructor(
    weights: LexiconWeights,
    private readonly counts: Counts,
  ) {
    super(weights);
  }

  /** Every look forgets anew. */
  override read(word: string, fnv: number): Entry {
    const hash = mix(fnv),
      ending = hashEnding(word),
      classOf = (key: number, salt: Salt): number => this.classOf(key, salt);
    return {
      hash,
      ending,
      get small() {
        return classOf(hash, Salt.Word);
      },
      get capital() {
        return classOf(hash, Salt.Capital);
      },
      get endsSmall() {
        return classOf(ending, Salt.Ending);
      },
      get endsCapital() {
        return classOf(ending, Salt.CapitalEnding);
      },
    };
  }

  override classOf(hash: number, salt: Salt): number {
    if (salt === Salt.Word || salt === Salt.Capital) {
      this.#state = (Math.imul(this.#state, 1664525) + 1013904223) >>> 0;
      const total = this.counts.get(salt === Salt.Word ? hash : mix(hash ^ salt))?.total ?? 0;
      if (this.#state / 2 ** 32 < FORGET / (FORGET + total)) return 0;
    }
    return super.classOf(hash, salt);
  }
}
