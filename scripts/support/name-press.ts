/** Reads annotated articles of ../shared/gold for names: to learn from (press/train) and to score. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine, EntityType, Span, TextLayer } from '../../src/engine/index';
import type { NameRecord } from './name-data';

const GOLD = '../shared/gold';

/** A name of the gold: where it stands and what it is. */
export interface GoldName {
  readonly span: Span;
  readonly type: EntityType;
}

/** An article with its blocks as the engine reads them, and what is asked of it. */
export interface GoldArticle {
  readonly file: string;
  readonly text: string;
  readonly blocks: readonly { readonly start: number; readonly layer: TextLayer }[];
  readonly names: readonly GoldName[];
  readonly types: readonly EntityType[] | undefined;
  readonly annotated: readonly Span[] | undefined;
}

interface GoldFile {
  readonly types?: readonly EntityType[];
  readonly annotated?: readonly Span[];
  readonly entities?: readonly {
    readonly type: EntityType;
    readonly mentions: readonly { readonly span: Span; readonly form?: string }[];
  }[];
}

/** The articles of a set, in the order of their names; none where the set is not there. */
export function readArticles(set: string, engine: Engine): GoldArticle[] {
  const folder = join(GOLD, set);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => {
      const gold = JSON.parse(readFileSync(join(folder, file), 'utf8')) as GoldFile,
        text = readFileSync(join(folder, file.replace(/\.json$/, '.txt')), 'utf8');
      const names = (gold.entities ?? []).flatMap(({ type, mentions }) =>
        mentions.filter(({ form = 'name' }) => form === 'name').map(({ span }) => ({ span, type })),
      );
      return {
        file,
        text,
        names,
        blocks: engine.open(text).blocks.map(({ start, layer }) => ({ start, layer })),
        types: gold.types,
        annotated: gold.annotated,
      };
    });
}

/** The blocks of an article as records: names without their titles, as names/ finds them before it looks for titles. */
export function recordsOf(
  { blocks, names, text }: GoldArticle,
  titles: ReadonlySet<string>,
  particles: ReadonlySet<string>,
): { readonly record: NameRecord; readonly layer: TextLayer }[] {
  return blocks.map(({ start, layer }) => {
    const end = start + layer.text.length,
      inside = names.filter(({ span }) => span[0] >= start && span[1] <= end);
    return {
      layer,
      record: {
        text: layer.text,
        guided: true,
        covers: ['person', 'organization', 'place', 'group', 'event'],
        names: inside.map(({ span, type }) => {
          const from = type === 'person' ? coreStart(text, span, names, titles, particles) : span[0];
          return [from - start, span[1] - start, type] as const;
        }),
      },
    };
  });
}

/** Where a person's name begins behind titles, what somebody is, and the names of bodies and places in that ("French President Ann Lee"). */
function coreStart(
  text: string,
  [start, end]: Span,
  names: readonly GoldName[],
  titles: ReadonlySet<string>,
  particles: ReadonlySet<string>,
): number {
  let from = start;
  for (const { span, type } of names)
    if (type !== 'person' && span[0] >= start && span[1] < end) from = Math.max(from, span[1]);
  const words = [...text.slice(from, end).matchAll(/\S+/g)].map((match) => ({
      at: from + match.index,
      word: match[0],
    })),
    plain = (word: string): string => word.toLowerCase().replace(/[.,]$/, '');
  let first = 0;
  words.forEach(({ word }, index) => {
    const lower = plain(word);
    if (index + 1 < words.length && /^['’\p{Ll}]/u.test(word) && !particles.has(lower) && !LINKS.has(lower))
      first = index + 1;
  });
  while (first + 1 < words.length && titles.has(plain(words[first]?.word ?? ''))) first++;
  // “Minister for Sport Ann Lee”, but not “Duke of York”.
  let link = -1;
  words.forEach(({ word }, index) => {
    if (index >= first && LINKS.has(word)) link = index;
  });
  if (link >= 0 && words.length - link > 3) first = words.length - 2;
  return words[first]?.at ?? start;
}

const LINKS: ReadonlySet<string> = new Set(['of', 'for', 'the', 'in', 'and', 'on', '&']);

/** How well names are found. */
export interface NameScore {
  readonly relaxed: number;
  readonly strict: number;
  readonly errors: readonly string[];
}

/** Scores found names as ../shared/score does: strict is equal span and type, relaxed overlapping spans of one type, paired once. */
export function scoreNames(
  articles: readonly GoldArticle[],
  find: (article: GoldArticle) => readonly GoldName[],
): NameScore {
  let gold = 0,
    guess = 0,
    relaxed = 0,
    strict = 0;
  const errors: string[] = [];
  for (const article of articles) {
    const { annotated, types, names, text, file } = article,
      asked = ({ span, type }: GoldName): boolean =>
        (!types || types.includes(type)) && (!annotated || annotated.some((region) => overlap(region, span) > 0));
    const wanted = names.filter(asked),
      found = find(article).filter(asked),
      keys = new Set(wanted.map(({ span, type }) => `${span.join()} ${type}`));
    gold += wanted.length;
    guess += found.length;
    strict += found.filter(({ span, type }) => keys.has(`${span.join()} ${type}`)).length;
    const pairs = wanted.flatMap((a) =>
      found
        .filter((b) => a.type === b.type && overlap(a.span, b.span) > 0)
        .map((b) => ({ a, b, share: shareOf(a.span, b.span) })),
    );
    const used = new Set<GoldName>();
    for (const { a, b } of pairs.sort((x, y) => y.share - x.share)) {
      if (used.has(a) || used.has(b)) continue;
      used.add(a).add(b);
      relaxed++;
      if (a.span.join() !== b.span.join())
        errors.push(`span ${a.type} ${quoted(text, a.span)} as ${quoted(text, b.span)} ${file}`);
    }
    for (const name of wanted)
      if (!used.has(name)) errors.push(`missed ${name.type} ${around(text, name.span)} ${file}`);
    for (const name of found) if (!used.has(name)) errors.push(`extra ${name.type} ${around(text, name.span)} ${file}`);
  }
  return { relaxed: (2 * relaxed) / (gold + guess), strict: (2 * strict) / (gold + guess), errors };
}

const overlap = (a: Span, b: Span): number => Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]));

function shareOf(a: Span, b: Span): number {
  const both = overlap(a, b);
  return both / (a[1] - a[0] + b[1] - b[0] - both);
}

const quoted = (text: string, span: Span): string => JSON.stringify(text.slice(...span).replace(/\s+/g, ' '));

function around(text: string, [start, end]: Span): string {
  const clean = (from: number, to: number): string => text.slice(Math.max(0, from), to).replace(/\s+/g, ' ');
  return `${quoted(text, [start, end])} (${clean(start - 30, start)}[]${clean(end, end + 25)})`;
}
