import { sameItems } from '../../kept';
import { Article, type Local } from '../mentions/mention';
import type { PeopleWords } from '../words';
import { isThing } from './bodies';
import { Context } from './context';
import { isSame, type Named, type Seen, type Unnamed, type Who } from './entities';
import { headMatch, isBound, modifierMatch } from './features';
import type { Ranked, Ranker, Ranking } from './ranker';
import {
  ELSEWHERE,
  FAMILY,
  ofName,
  SAME_NAME,
  SHARED_GIVEN,
  SHARED_MOST,
  SHARED_TITLE,
  UNNAMED,
  UNNAMED_SOURCE,
  whyBody,
  whyPronoun,
  whyRole,
} from './reasons';
import type { BlockInput, ResolvedBlock, Target } from './resolved';
import { isGuess, isJoined, isNear, type Rival, rivalsOf, type Unclear, unclear } from './unclear';

const NO_LOCALS: readonly Local[] = [],
  NO_UNCLEAR: readonly Unclear[] = [],
  NO_TARGETS: readonly null[] = [];
const NO_MEMBERS: readonly Who[] = [],
  NOBODY: readonly Named[] = [],
  NO_RIVALS: readonly Rival[] = [];

/** Finds whom the mentions of a block mean. */
export function resolveBlock(input: BlockInput, ranker: Ranker, words: PeopleWords): ResolvedBlock {
  const { locals, sentences, headline } = input;
  if (locals.length === 0) return { locals, sentences, headline, targets: NO_TARGETS, unclear: NO_UNCLEAR };
  return new Resolver(input, ranker, words).resolve();
}

class Resolver {
  readonly #locals: readonly Local[];
  readonly #context: Context;
  readonly #targets: readonly (Target | null)[];
  readonly #done: boolean[];
  #unclear: Unclear[] | null = null;

  constructor(
    private readonly input: BlockInput,
    private readonly ranker: Ranker,
    private readonly words: PeopleWords,
  ) {
    this.#context = new Context(input);
    this.#locals = input.locals;
    this.#targets = this.#context.targets;
    this.#done = new Array<boolean>(input.locals.length).fill(false);
  }

  resolve(): ResolvedBlock {
    const { locals, sentences, headline } = this.input,
      { targets } = this.#context;
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
    this.#context.settle(index, this.#targets[index] ?? this.#find(index, local));
  }

  #find(index: number, local: Local): Target | null {
    if (local.form === 'name') return this.#name(index);
    if (local.joins) return this.#together(index, local);
    if (isThing(local)) return this.#body(index, local);
    if (local.form === 'pronoun') return local.pronoun?.person === 3 ? this.#pronoun(index, local) : null;
    return this.#surname(local) ?? this.#beside(local) ?? this.#role(index, local) ?? this.#somebodyNew(index, local);
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
        why: ofName(local.many && first.type === 'person' ? FAMILY : SAME_NAME, local.name?.confidence ?? 1),
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
    for (const { who } of this.#context.inside(index, local)) members.push(who);
    const again = members.every(({ kind }) => kind === 'named')
      ? this.#context.lastOf((who) => who.kind === 'unnamed' && sameItems(who.members, members))
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
    const near = this.#context.lastOf((who) => who.kind === 'named' && fits.includes(who)),
      named = near && this.#context.lastOf((who, { form }) => who === near.who && form === 'name');
    if (near?.who.kind === 'named')
      return {
        who: near.who,
        back: 0,
        why: { rule: 'shared-name-near', evidence: (named ?? near).place, confidence: 0.7 },
        rivals: others(fits, near.who),
      };
    return { who: most, back: 0, why: SHARED_MOST, rivals: others(fits, most) };
  }

  /** "Young said": a source that is a word like another but for its capital, and the surname of somebody named before. */
  #surname({ article, sourceOf, text, many }: Local): Target | null {
    const word = text.slice(text.lastIndexOf(' ') + 1),
      lower = word.toLowerCase();
    if (sourceOf < 0 || article !== Article.Bare || many || word === lower) return null;
    const ending = ` ${lower}`,
      near = this.#context.lastOf((who) => who.kind === 'named' && who.type === 'person' && who.id.endsWith(ending));
    return near && { who: near.who, back: near.back, why: SAME_NAME, rivals: NO_RIVALS };
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
    const all = this.#context.candidates(index, local),
      fitting = local.mark >= 0 && all.some(({ speaks }) => speaks) ? all.filter(({ speaks }) => !speaks) : all;
    const ranking = this.ranker.pronoun(local, fitting),
      { ranked } = ranking,
      [best] = ranked;
    if (this.#isOpenPronoun(local, ranking)) return this.#leaveOpen(index, local, ranked);
    if (best?.candidate.who.type !== 'person') return null;
    const { who, back } = best.candidate;
    return { who, back, why: whyPronoun(local, best.candidate, fitting, best.confidence), rivals: runnersUp(ranked) };
  }

  #role(index: number, local: Local): Target | null {
    if (local.type !== 'person') return this.#isBody(local) ? this.#body(index, local) : this.#sameSource(local);
    if (local.article === Article.Indefinite && !local.many) return null;
    const owner = local.owner >= 0 ? (this.#targets[local.owner] ?? null) : null,
      inside = this.#context.inside(index, local);
    const others = this.#context
      .candidates(index, local)
      .filter(
        (other) =>
          !isBound(local, other) && !(owner && isSame(owner, other)) && !inside.some((target) => isSame(target, other)),
      );
    const ranking = this.ranker.role(local, others, owner),
      { ranked } = ranking,
      likeliest = this.#isOpenRole(local, ranking, owner) ? undefined : ranked[0],
      elsewhere = this.#onlyHolder(index, local, inside);
    if (
      likeliest &&
      !(elsewhere && local.article === Article.Definite && headMatch(local, likeliest.candidate.who, this.words) === 2)
    ) {
      const { candidate, confidence } = likeliest,
        { who, back } = candidate;
      return { who, back, why: whyRole(local, candidate, owner, this.words, confidence), rivals: runnersUp(ranked) };
    }
    if (!likeliest && !elsewhere)
      return this.#leaveOpen(
        index,
        local,
        ranked.filter(({ candidate }) => headMatch(local, candidate.who, this.words, owner) <= 1),
      );
    return elsewhere && { who: elsewhere, back: 0, why: ELSEWHERE, rivals: NO_RIVALS };
  }

  /** Whether a noun phrase may mean a body named before ("the firm"), not only something told of ("the report"). */
  #isBody({ article, many, noun }: Local): boolean {
    return !many && article !== Article.Indefinite && this.words.bodyKinds.has(noun);
  }

  /** "It" and "the firm": the body just named. */
  #body(index: number, local: Local): Target | null {
    const inside = this.#context.inside(index, local),
      others = this.#context
        .candidates(index, local)
        .filter((other) => !isBound(local, other) && !inside.some((target) => isSame(target, other))),
      { ranked, isClear } = this.ranker.body(local, others),
      [best] = ranked;
    if (best && isClear) {
      const { candidate, confidence } = best;
      return {
        who: candidate.who,
        back: candidate.back,
        why: whyBody(local, candidate, confidence),
        rivals: runnersUp(ranked),
      };
    }
    const elsewhere = isThing(local) ? null : this.#onlyHolder(index, local, inside);
    return elsewhere && { who: elsewhere, back: 0, why: ELSEWHERE, rivals: NO_RIVALS };
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
      headMatch(local, a.who, this.words, owner) === headMatch(local, b.who, this.words, owner) &&
      modifierMatch(local, a.who, this.words) === modifierMatch(local, b.who, this.words)
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

  /** "the report" again: the last source of the same noun. */
  #sameSource(local: Local): Target | null {
    const near = this.#context.lastOf(
      (who) => who.kind === 'unnamed' && who.noun === local.noun && who.type === local.type,
    );
    return (
      near && {
        who: near.who,
        back: near.back,
        why: { rule: 'role-known', evidence: near.place, confidence: 0.6 },
        rivals: NO_RIVALS,
      }
    );
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
}

const others = (all: readonly Named[], chosen: Who): Rival[] =>
  all
    .filter((who) => who !== chosen)
    .slice(0, 3)
    .map((who) => ({ who, back: 0, confidence: 0.3 }));

const runnersUp = (ranked: readonly Ranked[]): readonly Rival[] =>
  ranked.length < 2 ? NO_RIVALS : rivalsOf(ranked, 1);
