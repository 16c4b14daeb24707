import type { Place, PlacedWhy } from '../layers';
import { isSame, type Named, type Seen, type Unnamed, type Who } from './entities';
import { type Candidate, headMatch, mayMean } from './features';
import { Article, type Local } from './local';
import { Pool } from './pool';
import type { Ranked, Ranker, Ranking } from './ranker';
import { sameItems } from '../kept';
import { isGuess, isJoined, isNear, type Rival, rivalsOf, type Unclear, unclear } from './unclear';
import type { PeopleWords } from './words';

/** How many blocks back a pronoun or role looks for whom it means: news paragraphs are short, stories seldom leave somebody longer. */
export const WINDOW = 5;
/** How many namings it looks at, and how many mentions of a block for one of some kind: bounds, so that hostile texts stay linear. */
const MAX_EVENTS = 90,
  MAX_LOOKS = 400;
/** How many mentions further on it looks for a name that comes later. */
const MAX_AHEAD = 12;

/** Whom one mention means, seen from its block. */
export interface Target extends Seen {
  readonly why: PlacedWhy;
  readonly rivals: readonly Rival[];
}

export interface ResolvedBlock {
  readonly locals: readonly Local[];
  readonly sentences: number;
  readonly headline: boolean;
  /** For each of `locals`, whom it means, or null. */
  readonly targets: readonly (Target | null)[];
  /** In order. One that means an unnamed person as well is unclear only where that person is no entity. */
  readonly unclear: readonly Unclear[];
}

/** What a block is resolved from: its own mentions and the blocks before it, the nearest first. */
export interface BlockInput {
  readonly locals: readonly Local[];
  readonly sentences: number;
  readonly headline: boolean;
  /** For each of `locals`, the index of its name in `named`, or -1, and of its noun in `known`, or -1. */
  readonly factOf: readonly number[];
  readonly nounOf: readonly number[];
  /** For each name of the block, the entities that it may mean, the most named first. */
  readonly named: readonly (readonly Named[])[];
  /** For each noun of the block's roles, the entities whom the article anywhere gives the same role. */
  readonly known: readonly (readonly Named[])[];
  readonly before: readonly ResolvedBlock[];
}

/** One reference is weighed at a time. */
const pool = new Pool();

const NO_LOCALS: readonly Local[] = [],
  NO_UNCLEAR: readonly Unclear[] = [],
  NO_TARGETS: readonly null[] = [],
  NO_INSIDE: readonly Target[] = [];
const NO_MEMBERS: readonly Who[] = [],
  NOBODY: readonly Named[] = [],
  NO_RIVALS: readonly Rival[] = [];

export function resolveBlock(input: BlockInput, ranker: Ranker, words: PeopleWords): ResolvedBlock {
  const { locals, sentences, headline } = input;
  if (locals.length === 0) return { locals, sentences, headline, targets: NO_TARGETS, unclear: NO_UNCLEAR };
  return new Resolver(input, ranker, words).resolve();
}

class Resolver {
  readonly #locals: readonly Local[];
  readonly #targets: (Target | null)[];
  readonly #done: boolean[];
  /** The mentions of this block that are settled, in the order in which they were, and how many there are. */
  readonly #settled: number[];
  #count = 0;
  #unclear: Unclear[] | null = null;
  /** From a frame to the mention that is its source; made when first asked for. */
  #sources: Map<number, number> | null = null;

  constructor(
    private readonly input: BlockInput,
    private readonly ranker: Ranker,
    private readonly words: PeopleWords,
  ) {
    const { length } = input.locals;
    this.#locals = input.locals;
    this.#targets = new Array<Target | null>(length).fill(null);
    this.#done = new Array<boolean>(length).fill(false);
    this.#settled = new Array<number>(length).fill(0);
  }

  resolve(): ResolvedBlock {
    const { locals, sentences, headline } = this.input,
      targets = this.#targets;
    for (let i = 0; i < locals.length; i++) if (this.#namedBy(i).length === 1) targets[i] = this.#name(i);
    for (let i = 0; i < locals.length; i++) this.#settle(i);
    return {
      locals,
      sentences,
      headline,
      targets,
      unclear: this.#unclear?.sort((a, b) => a.index - b.index) ?? NO_UNCLEAR,
    };
  }

  #namedBy(index: number): readonly Named[] {
    return this.input.named[this.input.factOf[index] ?? -1] ?? NOBODY;
  }

  #settle(index: number): void {
    const local = this.#locals[index];
    if (!local || this.#done[index]) return;
    this.#done[index] = true;
    if (local.owner > index) this.#settle(local.owner);
    const target = this.#targets[index] ?? this.#find(index, local);
    this.#targets[index] = target;
    if (target) this.#settled[this.#count++] = index;
  }

  #find(index: number, local: Local): Target | null {
    if (local.form === 'name') return this.#name(index);
    if (local.joins) return this.#together(index, local);
    if (local.form === 'pronoun') return local.pronoun?.person === 3 ? this.#pronoun(index, local) : null;
    return this.#beside(local) ?? this.#role(index, local) ?? this.#somebodyNew(index, local);
  }

  #name(index: number): Target | null {
    const local = this.#locals[index],
      choices = this.#namedBy(index),
      [first] = choices;
    if (!local || !first) return null;
    if (choices.length === 1)
      return {
        who: first,
        back: 0,
        why: local.many && first.type === 'person' ? FAMILY : SAME_NAME,
        rivals: NO_RIVALS,
      };
    return this.#sharedName(local, choices);
  }

  /** "Ann Lee and her husband": those two as one, again where the same two stood together before. */
  #together(index: number, local: Local): Target {
    const members: Who[] = [];
    for (let i = index + 1; i < this.#locals.length && (this.#locals[i]?.from ?? 0) < local.to; i++) {
      if (this.#locals[i]?.to === local.to || this.#locals[i]?.from === local.from) this.#settle(i);
    }
    for (const { who } of this.#inside(index, local)) members.push(who);
    const again = members.every(({ kind }) => kind === 'named')
      ? this.#lastOf((who) => who.kind === 'unnamed' && sameItems(who.members, members))
      : null;
    return again
      ? { who: again.who, back: again.back, why: SAME_NAME, rivals: NO_RIVALS }
      : this.#somebodyNew(index, local, members);
  }

  /** A short name that several people share: the one named last before, if a title does not exclude them; else the most named. */
  #sharedName(local: Local, choices: readonly Named[]): Target | null {
    const fits = choices.filter((who) => local.gender === null || who.gender === null || who.gender === local.gender);
    const [most = choices[0]] = fits;
    if (!most) return null;
    if (fits.length === 1)
      return { who: most, back: 0, why: most.genderShown ? SHARED_TITLE : SHARED_GIVEN, rivals: others(choices, most) };
    const near = this.#lastOf((who) => who.kind === 'named' && fits.includes(who)),
      named = near && this.#lastOf((who, { form }) => who === near.who && form === 'name');
    if (near?.who.kind === 'named')
      return {
        who: near.who,
        back: 0,
        why: { rule: 'shared-name-near', evidence: (named ?? near).place, confidence: 0.7 },
        rivals: others(fits, near.who),
      };
    return { who: most, back: 0, why: SHARED_MOST, rivals: others(fits, most) };
  }

  /** A role in apposition to a name ("Ann Lee, a teacher") means whom the name means. */
  #beside(local: Local): Target | null {
    const other = this.#locals[local.beside],
      target = this.#targets[local.beside];
    if (!other || !target) return null;
    return {
      who: target.who,
      back: target.back,
      why: { rule: local.besideRule, evidence: { back: 0, span: other.span }, confidence: 0.95 },
      rivals: NO_RIVALS,
    };
  }

  #pronoun(index: number, local: Local): Target | null {
    const all = this.#candidates(index, local),
      fitting = local.mark >= 0 && all.some(({ speaks }) => speaks) ? all.filter(({ speaks }) => !speaks) : all;
    const ranking = this.ranker.pronoun(local, fitting),
      { ranked } = ranking,
      [best] = ranked;
    if (this.#isOpenPronoun(local, ranking)) return this.#leaveOpen(index, local, ranked);
    if (best?.candidate.who.type !== 'person') return null;
    const { who, back, blocks, last } = best.candidate;
    const rule = pronounRule(local, best.candidate, fitting);
    return {
      who,
      back,
      why: {
        rule,
        evidence: OF_ITS_PLACE.has(rule) ? { back: blocks, span: last.span } : placeOf(best.candidate),
        confidence: best.confidence,
      },
      rivals: runnersUp(ranked),
    };
  }

  #role(index: number, local: Local): Target | null {
    if (local.type !== 'person') return this.#sameSource(local);
    if (local.article === Article.Indefinite && !local.many) return null;
    const owner = local.owner >= 0 ? (this.#targets[local.owner] ?? null) : null,
      inside = this.#inside(index, local);
    const all = this.#candidates(index, local),
      others =
        owner || inside.length > 0
          ? all.filter((other) => !(owner && isSame(owner, other)) && !inside.some((target) => isSame(target, other)))
          : all;
    const ranking = this.ranker.role(local, others, owner),
      { ranked } = ranking,
      likeliest = this.#isOpenRole(local, ranking, owner) ? undefined : ranked[0],
      elsewhere = this.#onlyHolder(index, local, inside);
    if (
      likeliest &&
      !(elsewhere && local.article === Article.Definite && headMatch(local, likeliest.candidate.who, this.words) === 2)
    ) {
      const { who, back } = likeliest.candidate,
        match = headMatch(local, who, this.words, owner),
        isCounterpart = this.words.counterparts.has(local.noun);
      return {
        who,
        back,
        why: {
          rule:
            isCounterpart && match < 2
              ? 'role-counterpart'
              : match === 0
                ? 'role-known'
                : match === 1
                  ? 'role-office'
                  : 'role-near',
          evidence: placeOf(likeliest.candidate),
          confidence: likeliest.confidence,
        },
        rivals: runnersUp(ranked),
      };
    }
    if (!likeliest && !elsewhere)
      return this.#leaveOpen(
        index,
        local,
        ranked.filter(({ candidate }) => headMatch(local, candidate.who, this.words, owner) <= 1),
      );
    return (
      elsewhere && {
        who: elsewhere,
        back: 0,
        why: { rule: 'role-elsewhere', evidence: null, confidence: 0.6 },
        rivals: NO_RIVALS,
      }
    );
  }

  /** Whether a pronoun means the likeliest no more than the next: of two named alike it rather means the subject, unless "and" joins them. */
  #isOpenPronoun(local: Local, ranking: Ranking): boolean {
    if (isGuess(local, ranking)) return true;
    const a = ranking.ranked[0]?.candidate,
      b = ranking.ranked[1]?.candidate;
    if (!a || !b || !isNear(local, ranking)) return false;
    return (
      a.lastSubject === b.lastSubject ||
      isJoined(a, b, (a.blocks === 0 ? this.#locals : this.input.before[a.blocks - 1]?.locals) ?? NO_LOCALS)
    );
  }

  /** Whether a role says of the likeliest what it says of the next. */
  #isOpenRole(local: Local, ranking: Ranking, owner: Seen | null): boolean {
    if (isGuess(local, ranking)) return true;
    const a = ranking.ranked[0]?.candidate,
      b = ranking.ranked[1]?.candidate;
    return (
      a !== undefined &&
      b !== undefined &&
      isNear(local, ranking) &&
      headMatch(local, a.who, this.words, owner) === headMatch(local, b.who, this.words, owner)
    );
  }

  /** Notes that it is not clear which of `ranked` a mention means. */
  #leaveOpen(index: number, local: Local, ranked: readonly Ranked[]): null {
    const open = unclear(index, local, ranked);
    if (open) (this.#unclear ??= []).push(open);
    return null;
  }

  /** The one person of the article to whom it gives this role, or null. */
  #onlyHolder(index: number, local: Local, inside: readonly Target[]): Named | null {
    const known = this.input.known[this.input.nounOf[index] ?? -1] ?? NOBODY,
      [only] = known;
    return only &&
      known.length === 1 &&
      local.article !== Article.Owned &&
      !local.many &&
      !inside.some(({ who }) => who === only)
      ? only
      : null;
  }

  /** Those whom the words of a role name themselves ("Ann Lee" of "Ann Lee’s brother"). */
  #inside(index: number, local: Local): readonly Target[] {
    let found: Target[] | null = null;
    for (let i = index + 1; i < this.#locals.length && (this.#locals[i]?.from ?? 0) < local.to; i++) {
      const target = this.#targets[i];
      if (target) (found ??= []).push(target);
    }
    return found ?? NO_INSIDE;
  }

  /** "the report" again: the last source of the same noun. */
  #sameSource(local: Local): Target | null {
    const near = this.#lastOf((who) => who.kind === 'unnamed' && who.noun === local.noun && who.type === local.type);
    return (
      near && {
        who: near.who,
        back: near.back,
        why: { rule: 'role-known', evidence: near.place, confidence: 0.6 },
        rivals: NO_RIVALS,
      }
    );
  }

  /** The last naming before of somebody for whom `fits` holds. */
  #lastOf(fits: (who: Who, local: Local) => boolean): (Seen & { readonly place: Place }) | null {
    for (let i = this.#count - 1, least = Math.max(0, i - MAX_LOOKS); i >= least; i--) {
      const index = this.#settled[i] ?? 0,
        target = this.#targets[index],
        local = this.#locals[index];
      if (target && local && fits(target.who, local))
        return { who: target.who, back: target.back, place: { back: 0, span: local.span } };
    }
    for (let blocks = 1; blocks <= this.input.before.length; blocks++) {
      const block = this.input.before[blocks - 1];
      for (let i = (block?.targets.length ?? 0) - 1, least = Math.max(0, i - MAX_LOOKS); i >= least; i--) {
        const target = block?.targets[i],
          local = block?.locals[i];
        if (target && local && fits(target.who, local))
          return { ...seenFrom(target, blocks), place: { back: blocks, span: local.span } };
      }
    }
    return null;
  }

  #somebodyNew(index: number, local: Local, members: readonly Who[] = NO_MEMBERS): Target {
    const owner = local.owner >= 0 ? (this.#targets[local.owner] ?? null) : null;
    const who: Unnamed = {
      kind: 'unnamed',
      local,
      index,
      type: local.type ?? 'person',
      noun: local.noun,
      modifiers: local.modifiers,
      age: local.age,
      key: local.joins
        ? local.text.toLowerCase()
        : `${local.modifiers.join(' ')} ${local.noun}${local.many ? ' s' : ''}`.trim(),
      gender: local.gender,
      many: local.many,
      members,
      owner: owner && { who: owner.who, back: owner.back },
    };
    return { who, back: 0, why: local.sourceOf >= 0 ? UNNAMED_SOURCE : UNNAMED, rivals: NO_RIVALS };
  }

  /** Who was named before (or, for pronouns, later in the sentence) and may be meant, the last first. */
  #candidates(index: number, local: Local): readonly Candidate[] {
    const { before, headline } = this.input;
    pool.begin(local, this.#sourceOf(local.within), local.form === 'pronoun' ? mayMean : mayPlay);
    let looked = 0,
      sentences = local.sentence;
    for (let i = this.#count - 1; i >= 0 && looked < MAX_EVENTS; i--, looked++) {
      const at = this.#settled[i] ?? 0,
        target = this.#targets[at],
        other = this.#locals[at];
      if (target && other && !(other.from <= local.from && other.to >= local.to))
        pool.add(target.who, target.back, other, local.sentence - other.sentence, 0, headline);
    }
    for (let blocks = 1; blocks <= before.length && looked < MAX_EVENTS; blocks++) {
      const block = before[blocks - 1];
      if (!block) continue;
      sentences += block.sentences;
      for (let i = block.targets.length - 1; i >= 0 && looked < MAX_EVENTS; i--) {
        const target = block.targets[i],
          other = block.locals[i];
        if (!target || !other) continue;
        looked++;
        pool.add(
          target.who,
          target.who.kind === 'named' ? 0 : target.back + blocks,
          other,
          sentences - other.sentence,
          blocks,
          block.headline,
        );
      }
    }
    if (local.form === 'pronoun') this.#following(index, local);
    return pool.found;
  }

  /** Names later in the sentence: "After he left, Ann Lee ...". */
  #following(index: number, local: Local): void {
    for (let i = index + 1, found = 0; i < this.#locals.length && i <= index + MAX_AHEAD && found < 3; i++) {
      const other = this.#locals[i],
        target = this.#targets[i];
      if (other?.sentence !== local.sentence) break;
      if (other.form !== 'name' || !target) continue;
      found++;
      if (!pool.has(target)) pool.add(target.who, target.back, other, -1, 0, this.input.headline);
    }
  }

  /** Who speaks frame `frame`, or null. */
  #sourceOf(frame: number): Target | null {
    if (frame < 0) return null;
    if (!this.#sources) {
      this.#sources = new Map();
      for (let i = 0; i < this.#locals.length; i++) {
        const source = this.#locals[i]?.sourceOf ?? -1;
        if (source >= 0) this.#sources.set(source, i);
      }
    }
    return this.#targets[this.#sources.get(frame) ?? -1] ?? null;
  }
}

const SAME_NAME: PlacedWhy = { rule: 'same-name', evidence: null, confidence: 1 },
  FAMILY: PlacedWhy = { ...SAME_NAME, rule: 'family-name' };
const SHARED_TITLE: PlacedWhy = { rule: 'shared-name-title', evidence: null, confidence: 0.85 },
  SHARED_GIVEN: PlacedWhy = { ...SHARED_TITLE, rule: 'shared-name-given', confidence: 0.7 };
const SHARED_MOST: PlacedWhy = { rule: 'shared-name-most', evidence: null, confidence: 0.4 };
const UNNAMED: PlacedWhy = { rule: 'unnamed', evidence: null, confidence: 0.8 },
  UNNAMED_SOURCE: PlacedWhy = { ...UNNAMED, rule: 'unnamed-source' };

/** Rules that speak of where the last mention stands, whatever its words. */
const OF_ITS_PLACE: ReadonlySet<string> = new Set(['subject-same', 'subject-before', 'pronoun-before', 'named-after']);
/** The words that tell a reader best who a candidate is. */
const placeOf = ({ naming, namingBlocks, last, blocks }: Candidate): Place =>
  naming ? { back: namingBlocks, span: naming.span } : { back: blocks, span: last.span };

/** Whether somebody may be meant at all by a role: number, and gender where the article shows it. */
function mayPlay(local: Local, who: Who, last: Local): boolean {
  if (who.type !== 'person') return false;
  const shown = who.kind === 'unnamed' ? who.gender !== null : who.genderShown;
  if (shown && local.gender !== null && who.gender !== null && who.gender !== local.gender) return false;
  const many = who.kind === 'unnamed' ? who.many : last.many;
  return many === local.many;
}

const seenFrom = ({ who, back }: Seen, blocks: number): Seen => ({
  who,
  back: who.kind === 'named' ? 0 : back + blocks,
});
const others = (all: readonly Named[], chosen: Who): Rival[] =>
  all
    .filter((who) => who !== chosen)
    .slice(0, 3)
    .map((who) => ({ who, back: 0, confidence: 0.3 }));

const runnersUp = (ranked: readonly Ranked[]): readonly Rival[] =>
  ranked.length < 2 ? NO_RIVALS : rivalsOf(ranked, 1);

/** Whether a list of given names alone tells the one chosen from another of those considered. */
function restsOnGivenName({ gender }: Local, { who }: Candidate, pool: readonly Candidate[]): boolean {
  if (gender === null || who.kind !== 'named' || who.genderShown || who.gender !== gender) return false;
  return pool.some((other) => other.who !== who && other.who.gender !== gender);
}

/** The rule that best tells a reader why the ranked first is meant. */
function pronounRule(local: Local, candidate: Candidate, pool: readonly Candidate[]): string {
  const { last } = candidate;
  if (candidate.sentences < 0) return 'named-after';
  if (pool.length === 1) return 'only-one';
  if (restsOnGivenName(local, candidate, pool)) return 'given-name';
  if (candidate.speaks) return 'reported-speaker';
  if (candidate.lastSubject) return candidate.sentences === 0 ? 'subject-same' : 'subject-before';
  if (local.sourceOf >= 0 && candidate.spokeLast) return 'spoke-before';
  return last.form === 'pronoun' ? 'pronoun-before' : 'nearest';
}
