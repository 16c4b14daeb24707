/**
 * Learns the weights of people/ (whom pronouns, roles and nouns for bodies mean) from ../shared/gold/gum_other and from the sources
 * of quotations in ../shared/gold/press/train, and writes
 * src/engine/language/en/people-weights.ts: `npx tsx scripts/train-people.ts [--dry]`. Deterministic. Prints what five-fold
 * cross-validation over documents finds right, and gum_news/dev and press/dev with the final weights, which serve to decide and are never
 * trained on.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Analysis } from '../src/engine/analysis';
import type { PlacedBlock } from '../src/engine/layers';
import { voteNames } from '../src/engine/names/vote';
import { makeDirectory } from '../src/engine/people/article/directory';
import type { Seen, Who } from '../src/engine/people/meaning/entities';
import { type ResolvedBlock, WINDOW } from '../src/engine/people/meaning/resolved';
import { resolveBlock } from '../src/engine/people/meaning/resolver';
import type { Candidate } from '../src/engine/people/meaning/candidates';
import { PRONOUN_FEATURES, ROLE_FEATURES } from '../src/engine/people/meaning/features';
import type { Local } from '../src/engine/people/mentions/mention';
import { BODY_FEATURES } from '../src/engine/people/meaning/bodies';
import {
  bodyRows,
  createRanker,
  pronounRows,
  type Ranker,
  type Ranking,
  roleRows,
} from '../src/engine/people/meaning/ranker';
import { readFacts } from '../src/engine/people/mentions/tally';
import { createPipeline } from '../src/engine/pipeline';
import { english } from './support/english';

const ROOT = resolve(import.meta.dirname, '..'),
  GOLD = resolve(ROOT, '../shared/gold');
const words = english.people,
  pipeline = createPipeline(english);

interface GoldFile {
  readonly layers?: readonly string[];
  readonly quotes?: readonly {
    readonly speaker: string | null;
    readonly mention: { readonly span: readonly [number, number] } | null;
  }[];
  readonly entities: readonly {
    readonly id: string;
    readonly type: string;
    readonly mentions: readonly { readonly span: readonly [number, number]; readonly form: string }[];
  }[];
}
/** One decision: the features of each candidate and of "none", and which are right (the last row: none is meant). */
interface Decision {
  readonly model: 'pronoun' | 'role' | 'body';
  readonly rows: readonly (readonly number[])[];
  readonly right: readonly number[];
  readonly asked: boolean;
}
interface Doc {
  readonly name: string;
  readonly decisions: readonly Decision[];
}

function readSet(set: string): Doc[] {
  const folder = join(GOLD, set);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .flatMap((file) => {
      const gold = JSON.parse(readFileSync(join(folder, file), 'utf8')) as GoldFile;
      const isWhole = !gold.layers || gold.layers.includes('coreference');
      const text = readFileSync(join(folder, file.replace(/\.json$/, '.txt')), 'utf8');
      return [
        {
          name: file,
          decisions: decide(
            Analysis.of(pipeline, text, { published: null, fileName: null }).blocks,
            isWhole ? gold : withSources(gold),
            isWhole,
          ),
        },
      ];
    });
}

/** Where only names are annotated as mentions, the sources of quotations are mentions too. */
function withSources(gold: GoldFile): GoldFile {
  const sources = (gold.quotes ?? []).flatMap(({ speaker, mention }) =>
    speaker && mention ? [{ speaker, mention }] : [],
  );
  return {
    ...gold,
    entities: gold.entities.map((entity) => ({
      ...entity,
      mentions: [
        ...entity.mentions,
        ...sources.flatMap(({ speaker, mention }) =>
          speaker === entity.id ? [{ span: mention.span, form: 'source' }] : [],
        ),
      ],
    })),
  };
}

/** Goes through an article with the right answers given, as far as there are any, and notes every decision on the way. */
function decide(blocks: readonly PlacedBlock[], gold: GoldFile, isWhole: boolean): Decision[] {
  const accepted = voteNames(
    blocks.map(({ layer }) => layer.names),
    english.names.verdict,
  );
  const facts = blocks.map(({ layer }, index) => readFacts(layer, accepted[index] ?? [], words));
  const directory = makeDirectory(facts, words);
  const decisions: Decision[] = [],
    done: ResolvedBlock[] = [];
  facts.forEach((block, index) => {
    const start = blocks[index]?.start ?? 0,
      golden = new Map(block.locals.map((local) => [local, goldOf(local, start, gold)]));
    for (const [local, id] of golden) truth.set(local, id);
    block.locals.forEach((local, i) => {
      const [only, ...more] = directory.byName.get(block.facts[block.factOf[i] ?? -1]?.id ?? '') ?? [],
        id = golden.get(local);
      if (only && more.length === 0 && id) vote(only, id);
    });
    const named = block.facts.map(({ id }) => directory.byName.get(id) ?? []),
      known = block.nouns.map((noun) => directory.byRole.get(noun) ?? []);
    const before = done.slice(Math.max(0, index - WINDOW), index).reverse();
    done.push(
      resolveBlock(
        {
          locals: block.locals,
          factOf: block.factOf,
          nounOf: block.nounOf,
          sentences: block.layer.sentences.length,
          headline: block.layer.kind === 'headline',
          named,
          known,
          before,
        },
        oracle(decisions, isWhole),
        words,
      ),
    );
  });
  return decisions;
}

/** How often each named entity's names are those of each gold entity. */
const votes = new WeakMap<Who, Map<string, number>>();

function vote(who: Who, id: string): void {
  const counts = votes.get(who) ?? new Map<string, number>();
  counts.set(id, (counts.get(id) ?? 0) + 1);
  votes.set(who, counts);
}

/** Whether the candidate is the gold entity: by its last naming, or by most of its names. */
function isRight(candidate: Candidate, id: string): boolean {
  const counts = [...(votes.get(candidate.who) ?? [])].sort((a, b) => b[1] - a[1]);
  return counts[0] ? counts[0][0] === id : truth.get(candidate.last) === id;
}

/** Each mention's gold entity. Names count by any overlap, others as the scorer does. */
const truth = new WeakMap<Local, string | null>();

function goldOf(local: Local, start: number, gold: GoldFile): string | null {
  const from = local.span[0] + start,
    to = local.span[1] + start;
  let best: string | null = null,
    most = local.form === 'name' ? 0 : 0.59;
  for (const entity of gold.entities)
    for (const { span, form } of entity.mentions) {
      const shared = Math.min(to, span[1]) - Math.max(from, span[0]);
      if (shared <= 0 || (form === 'name') !== (local.form === 'name')) continue;
      const share = shared / (to - from + span[1] - span[0] - shared);
      if (share > most) [best, most] = [entity.id, share];
    }
  return best;
}

/** Where not all mentions are annotated, the others are taken for whom the prior weights take them. */
function oracle(decisions: Decision[], isWhole: boolean): Ranker {
  const answer = (
    model: Decision['model'],
    local: Local,
    pool: readonly Candidate[],
    rows: readonly (readonly number[])[],
    owner: Seen | null,
  ): Ranking => {
    const id = truth.get(local) ?? null,
      fits = pool
        .map((candidate, index) => (id !== null && isRight(candidate, id) ? index : -1))
        .filter((index) => index >= 0);
    if (id === null && !isWhole) {
      return model === 'body'
        ? GRAMMAR.body(local, pool)
        : model === 'pronoun'
          ? GRAMMAR.pronoun(local, pool)
          : GRAMMAR.role(local, pool, owner);
    }
    // Whoever is the source of a quotation was named somewhere: that nobody fits shows that a name was missed.
    if (isWhole || model !== 'pronoun' || fits.length > 0)
      decisions.push({ model, rows, right: fits.length > 0 ? fits : [pool.length], asked: id !== null });
    const best = pool[fits[0] ?? -1];
    return best ? { ranked: [{ candidate: best, confidence: 1 }], isClear: true } : { ranked: [], isClear: false };
  };
  return {
    pronoun: (local, pool) => answer('pronoun', local, pool, pronounRows(local, pool), null),
    role: (local, pool, owner) => answer('role', local, pool, roleRows(local, pool, owner, words), owner),
    body: (local, pool) => answer('body', local, pool, bodyRows(local, pool, words), null),
  };
}

/** Where learning starts from, and what it is drawn back to: what grammars say of English pronouns, in the steps of features.ts. */
const PRONOUN_PRIOR: Readonly<Record<string, readonly number[]>> = {
  distance: [0.5, 0.4, -0.5, -1, -1.8, -2.5, -0.8].flatMap((value) => [value, value, value, value, value]),
  rank: [0.8, 0.8, 0, 0, -0.5, -0.5, -1, -1, -1.5, -1.5],
  gender: [1, 0, 0.6, -2.5],
  lastSubject: Array.from({ length: 10 }, () => 0.8),
  frame: [1.5, 0.8, 0.3, 0, 1, -0.5, 0, 1],
  speaksFar: [-1, -0.5],
  ahead: [-2, 2, -1],
  told: [-3, -2],
  quote: [0, -0.8, -0.3, 0.3, -0.5],
  bound: [-3, -1],
  count: [0, 0.1, 0.2, 0.3, 0.4, 0.5],
  kind: [0.3, -0.3, -0.3, -0.3, -0.3, -0.3, -0.3, -0.3],
  many: [-3, -1, -1, 1.5, -2, -1],
  none: Array.from({ length: 10 }, () => -0.5),
};
const ROLE_PRIOR: Readonly<Record<string, readonly number[]>> = {
  head: [2.5, 1, -2, -0.7, 1, 0].flatMap((value) => [value, value, value, value]),
  modifiers: [2.4, -2, 0].flatMap((value) => [value, value, value, value]),
  distance: [0, 0.3, 0, -0.3, -0.6, -1, 0],
  rank: [0, -0.2, -0.4, -0.6, -0.8],
  owner: [2, 0, -2],
  none: Array.from({ length: 8 }, () => 0.8),
  match: [0, 1, -2.5, 0],
  noneOffice: [0, -2, -3, 0, -1, -3, 0, 0, 0, 0, -0.5, 0],
};

const BODY_PRIOR: Readonly<Record<string, readonly number[]>> = {
  distance: [0.6, 0.5, 0.6, 0.5, -0.5, 0, -1.2, -0.3, -2, -0.8, -3, -1.5, -3, -3],
  slot: [0.6, 0.3, -0.3, 0, -0.8, -0.2, -0.3, 0, -0.4, 0],
  rank: [0.5, 0.3, 0, 0, -0.6, -0.3, -1, -0.5, -1.5, -0.8],
  count: [0, 0.1, 0.2, 0.3, 0.4, 0.5],
  subject: [0.8, 0.4],
  spoke: [1, 0.6],
  speaks: [-1, -2],
  type: [0.3, 0.3, -1, -4, 0, 0],
  match: [2.5, 2, 1, 0.5, -4, -4, -0.2, -0.8, 0, 0],
  modifiers: [1, -0.5, 0],
  quote: [-0.8, -0.5],
  none: [0.3, 0, 1.5, 0.5],
  noneMatch: [-0.5, 0, -0.2, 0, 0.5, 0.5, 0, 0, 0, 0, 0, 0],
};

const EPOCHS = 40,
  RATE = 0.15;
/** How strongly weights are drawn back to the prior, and how much a reference counts that the gold does not annotate; by cross-validation. */
const DECAY = { pronoun: 0.2, role: 1, body: 0.5 },
  UNASKED = { pronoun: 0.1, role: 0, body: 0 };

/** Log-linear model over the rows of each decision, by stochastic gradient; the order of decisions is fixed. */
function train(decisions: readonly Decision[], prior: Float64Array): Float64Array {
  const size = prior.length,
    weights = Float64Array.from(prior),
    sum = new Float64Array(size);
  for (let epoch = 0, seed = 7; epoch < EPOCHS; epoch++) {
    const rate = RATE / (1 + epoch * 0.2);
    for (let i = 0; i < decisions.length; i++) {
      seed = (seed * 1103515245 + 12345) & 0x7fffffff;
      const decision = decisions[seed % decisions.length];
      if (decision) step(weights, prior, decision, rate * (decision.asked ? 1 : UNASKED[decision.model]));
    }
    for (let i = 0; i < size; i++) sum[i] = (sum[i] ?? 0) + (weights[i] ?? 0);
  }
  return sum.map((value) => value / EPOCHS);
}

function step(weights: Float64Array, prior: Float64Array, { model, rows, right }: Decision, rate: number): void {
  const chances = chance(weights, rows),
    goal = right.reduce((total, index) => total + (chances[index] ?? 0), 0);
  rows.forEach((row, index) => {
    const wanted = right.includes(index) ? (chances[index] ?? 0) / Math.max(goal, 1e-9) : 0,
      change = rate * (wanted - (chances[index] ?? 0));
    for (const feature of row) {
      const before = weights[feature] ?? 0;
      weights[feature] = before + change - rate * DECAY[model] * (before - (prior[feature] ?? 0));
    }
  });
}

function chance(weights: ArrayLike<number>, rows: readonly (readonly number[])[]): number[] {
  const scores = rows.map((row) => row.reduce((total, feature) => total + (weights[feature] ?? 0), 0)),
    most = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(score - most)),
    total = raised.reduce((a, b) => a + b, 0);
  return raised.map((value) => value / total);
}

/** Right answers among the decisions that the gold asks, and the share of them that a candidate could answer at all. */
function judge(
  decisions: readonly Decision[],
  weights: ArrayLike<number>,
): { hit: number; asked: number; possible: number; given: number } {
  const found = { hit: 0, asked: 0, possible: 0, given: 0 };
  for (const { rows, right, asked } of decisions) {
    if (!asked) continue;
    const chances = chance(weights, rows),
      best = chances.indexOf(Math.max(...chances)),
      none = rows.length - 1;
    found.asked++;
    if (right[0] !== none) found.possible++;
    if (best !== none) found.given++;
    if (best !== none && right.includes(best)) found.hit++;
  }
  return found;
}

const PRIORS = {
  pronoun: priorOf(PRONOUN_FEATURES, PRONOUN_PRIOR),
  role: priorOf(ROLE_FEATURES, ROLE_PRIOR),
  body: priorOf(BODY_FEATURES, BODY_PRIOR),
};

function priorOf(names: readonly string[], prior: Readonly<Record<string, readonly number[]>>): Float64Array {
  return Float64Array.from(names, (name) => {
    const [key = '', value = '0'] = name.split(':');
    return prior[key]?.[Number(value)] ?? 0;
  });
}
/** By the prior alone, so that what is learned does not hang on what was learned before. */
const GRAMMAR = createRanker({
  ...words,
  pronounWeights: PRIORS.pronoun,
  roleWeights: PRIORS.role,
  bodyWeights: PRIORS.body,
});
const show = (label: string, { hit, asked, possible, given }: ReturnType<typeof judge>): void =>
  console.log(
    `${label.padEnd(34)} right ${hit} of ${asked} (${(hit / Math.max(1, asked)).toFixed(3)}), possible ${possible}, answered ${given}`,
  );

const BEFORE = { pronoun: words.pronounWeights, role: words.roleWeights, body: words.bodyWeights };

function learn(docs: readonly Doc[], others: readonly Doc[], model: Decision['model']): Float64Array {
  const of = (list: readonly Doc[]): Decision[] =>
    list.flatMap(({ decisions }) => decisions.filter((decision) => decision.model === model));
  const total = { hit: 0, asked: 0, possible: 0, given: 0 };
  for (let fold = 0; fold < 5; fold++) {
    const weights = train(of(docs.filter((_, index) => index % 5 !== fold)), PRIORS[model]),
      found = judge(of(docs.filter((_, index) => index % 5 === fold)), weights);
    for (const key of Object.keys(total) as (keyof typeof total)[]) total[key] += found[key];
  }
  show(`${model}: cross-validation`, total);
  const weights = train(of(docs), PRIORS[model]);
  show(`${model}: trained on`, judge(of(docs), weights));
  show(`${model}: dev`, judge(of(others), weights));
  show(`${model}: prior`, judge(of(docs), PRIORS[model]));
  show(`${model}: dev, prior`, judge(of(others), PRIORS[model]));
  show(`${model}: dev, weights before`, judge(of(others), BEFORE[model]));
  return weights;
}

function main(): void {
  if (!existsSync(GOLD)) return console.log('train-people: skipped, there is no ../shared/gold beside this checkout');
  const whole = readSet('gum_other/dev'),
    docs = [...whole, ...readSet('press/train')],
    news = [...readSet('gum_news/dev'), ...readSet('press/dev')];
  // The sources of quotations are too narrow a choice of pronouns and roles: with them dev falls.
  const pronoun = learn(whole, news, 'pronoun'),
    role = learn(whole, news, 'role'),
    body = learn(docs, news, 'body');
  const literal = (weights: Float64Array): string =>
    [...weights].map((value) => String(Math.round(value * 100) / 100 || 0)).join(',');
  if (process.argv.includes('--dry')) return;
  writeFileSync(
    join(ROOT, 'src/engine/language/en/people-weights.ts'),
    [
      '// Written by scripts/train-people.ts.',
      `export const PRONOUN_WEIGHTS: readonly number[] = [${literal(pronoun)}];`,
      `export const ROLE_WEIGHTS: readonly number[] = [${literal(role)}];`,
      `export const BODY_WEIGHTS: readonly number[] = [${literal(body)}];`,
      '',
    ].join('\n'),
  );
}

main();
