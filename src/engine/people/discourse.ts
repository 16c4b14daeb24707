import type { Place, PlacedWhy } from '../layers';
import { idOf, type Named, seenFrom, type Unnamed, type Who } from './entities';
import { type Candidate, headMatch, mayMean } from './features';
import { Article, type Local, Slot } from './locals';
import type { Ranker } from './ranker';
import type { PeopleWords } from './words';

/** How many blocks back a pronoun or role looks for whom it means: news paragraphs are short, stories seldom leave somebody longer. */
export const WINDOW = 5;
/** How many namings, and how many different people, it looks at. */
const MAX_EVENTS = 90, MAX_CANDIDATES = 14;
/** How many mentions further on it looks for a name that comes later. */
const MAX_AHEAD = 12;

export interface Rival { readonly who: Who; readonly confidence: number }

/** Whom one mention means, seen from its block. */
export interface Target {
  readonly who: Who;
  readonly why: PlacedWhy;
  readonly rivals: readonly Rival[];
}

export interface ResolvedBlock {
  readonly locals: readonly Local[];
  readonly sentences: number;
  readonly headline: boolean;
  /** For each of `locals`, whom it means, or null. */
  readonly targets: readonly (Target | null)[];
  /** Indices of the mentions that mean somebody unnamed. */
  readonly unnamed: readonly number[];
}

/** What a block is resolved from: its own mentions and the blocks before it, the nearest first. */
export interface BlockInput {
  readonly locals: readonly Local[];
  readonly sentences: number;
  readonly headline: boolean;
  /** For each of `locals`, the entities that its name may mean, the most named first; null where it is no name. */
  readonly named: readonly (readonly Named[] | null)[];
  /** For each of `locals`, the entities whom the article anywhere gives the same role; empty where it is no role. */
  readonly known: readonly (readonly Named[])[];
  readonly before: readonly ResolvedBlock[];
}

/** One earlier naming, seen from the block that is being resolved. */
interface Event { readonly id: string; readonly who: Who; readonly local: Local; readonly blocks: number; readonly sentence: number; readonly headline: boolean }

export function resolveBlock(input: BlockInput, ranker: Ranker, words: PeopleWords): ResolvedBlock {
  return new Resolver(input, ranker, words).resolve();
}

class Resolver {
  readonly #events: Event[] = [];
  readonly #targets: (Target | null)[];
  readonly #done: boolean[];
  /** From a frame to the mention that is its source. */
  readonly #sources = new Map<number, number>();
  /** The number of this block's first sentence, counted from the oldest block looked at. */
  #firstSentence = 0;

  constructor(private readonly input: BlockInput, private readonly ranker: Ranker, private readonly words: PeopleWords) {
    this.#targets = input.locals.map(() => null);
    this.#done = input.locals.map(() => false);
    input.locals.forEach(({ sourceOf }, index) => { if (sourceOf >= 0) this.#sources.set(sourceOf, index); });
  }

  resolve(): ResolvedBlock {
    this.#remember();
    const { locals, sentences, headline } = this.input;
    locals.forEach((local, index) => { if (local.form === 'name' && this.input.named[index]?.length === 1) this.#targets[index] = this.#name(index); });
    locals.forEach((_, index) => this.#settle(index));
    const unnamed = locals.map((_, index) => index).filter((index) => this.#targets[index]?.who.kind === 'unnamed');
    return { locals, sentences, headline, targets: this.#targets, unnamed };
  }

  /** Brings in what the blocks before named. */
  #remember(): void {
    const { before } = this.input;
    let sentence = 0;
    for (let i = before.length - 1; i >= 0; i--) {
      const block = before[i];
      if (!block) continue;
      block.targets.forEach((target, index) => {
        const local = block.locals[index];
        const who = target && seenFrom(target.who, i + 1);
        if (who && local) this.#events.push({ id: idOf(who), who, local, blocks: i + 1, sentence: sentence + local.sentence, headline: block.headline });
      });
      sentence += block.sentences;
    }
    this.#firstSentence = sentence;
  }

  #settle(index: number): void {
    const local = this.input.locals[index];
    if (!local || this.#done[index]) return;
    this.#done[index] = true;
    if (local.owner > index) this.#settle(local.owner);
    const target = this.#targets[index] ?? this.#find(index, local);
    this.#targets[index] = target;
    if (target) this.#events.push({ id: idOf(target.who), who: target.who, local, blocks: 0, sentence: this.#firstSentence + local.sentence, headline: this.input.headline });
  }

  #find(index: number, local: Local): Target | null {
    if (local.form === 'name') return this.#name(index);
    if (local.form === 'pronoun') return local.pronoun?.person === 3 ? this.#pronoun(index, local) : null;
    return this.#beside(local) ?? this.#role(index, local) ?? this.#somebodyNew(index, local);
  }

  #name(index: number): Target | null {
    const local = this.input.locals[index], choices = this.input.named[index] ?? [];
    const [first] = choices;
    if (!local || !first) return null;
    if (choices.length === 1) return { who: first, why: { rule: 'same-name', evidence: null, confidence: 1 }, rivals: [] };
    return this.#sharedName(local, choices);
  }

  /** A short name that several people share: the one named last before, if a title does not exclude them; else the most named. */
  #sharedName(local: Local, choices: readonly Named[]): Target | null {
    const fits = choices.filter((who) => local.gender === null || who.gender === null || who.gender === local.gender);
    const [most = choices[0]] = fits;
    const ids = new Set(fits.map(idOf));
    for (let i = this.#events.length - 1; i >= 0; i--) {
      const event = this.#events[i];
      if (event && ids.has(event.id)) return { who: event.who, why: { rule: 'shared-name-near', evidence: placeOf(event), confidence: fits.length === 1 ? 0.9 : 0.7 }, rivals: others(fits, event.who) };
    }
    return most ? { who: most, why: { rule: fits.length === 1 ? 'shared-name-title' : 'shared-name-most', evidence: null, confidence: fits.length === 1 ? 0.85 : 0.4 }, rivals: others(fits, most) } : null;
  }

  /** A role in apposition to a name ("Ann Lee, a teacher") means whom the name means. */
  #beside(local: Local): Target | null {
    const other = this.input.locals[local.beside], target = this.#targets[local.beside];
    if (!other || !target) return null;
    return { who: target.who, why: { rule: local.besideRule, evidence: { back: 0, span: other.span }, confidence: 0.95 }, rivals: [] };
  }

  #pronoun(index: number, local: Local): Target | null {
    const pool = this.#candidates(index, local, (who, last) => mayMean(local, who, last) && who.type === 'person' || (local.many && mayMean(local, who, last)));
    const fitting = pool.filter((candidate) => !(local.mark >= 0 && candidate.speaks));
    const ranked = this.ranker.pronoun(local, fitting);
    const best = ranked[0];
    if (!best || best.who.type !== 'person') return null;
    const candidate = fitting.find(({ id }) => id === idOf(best.who));
    return { who: best.who, why: { ...pronounWhy(local, candidate, fitting.length), confidence: best.confidence }, rivals: ranked.slice(1, 4) };
  }

  #role(index: number, local: Local): Target | null {
    if (local.type !== 'person') return this.#sameSource(local);
    if (local.article === Article.Indefinite && !local.many) return null;
    const ownerTarget = local.owner >= 0 ? this.#targets[local.owner] : null, owner = ownerTarget ? idOf(ownerTarget.who) : null;
    const inside = this.#inside(index, local);
    const pool = this.#candidates(index, local, (who, last) => this.#mayPlay(local, who, last)).filter(({ id }) => id !== owner && !inside.has(id));
    const ranked = this.ranker.role(local, pool, owner);
    const best = ranked[0];
    if (best) {
      const candidate = pool.find(({ id }) => id === idOf(best.who)), match = headMatch(local, best.who, this.words);
      return { who: best.who, why: { rule: match === 0 ? 'role-known' : match === 1 ? 'role-office' : 'role-near', evidence: candidate ? placeOf({ blocks: candidate.blocks, local: candidate.last }) : null, confidence: best.confidence }, rivals: ranked.slice(1, 4) };
    }
    const known = this.input.known[index] ?? [], [only] = known;
    return only && known.length === 1 && local.article !== Article.Owned && !inside.has(idOf(only)) ? { who: only, why: { rule: 'role-elsewhere', evidence: null, confidence: 0.6 }, rivals: [] } : null;
  }

  /** The ids of those whom the words of a role name themselves ("Ann Lee" of "Ann Lee’s brother"). */
  #inside(index: number, local: Local): ReadonlySet<string> {
    const ids = new Set<string>();
    for (let i = index + 1; i < this.input.locals.length && (this.input.locals[i]?.from ?? 0) < local.to; i++) {
      const target = this.#targets[i];
      if (target) ids.add(idOf(target.who));
    }
    return ids;
  }

  #mayPlay(local: Local, who: Who, last: Local): boolean {
    if (who.type !== 'person') return false;
    const shown = who.kind === 'unnamed' ? who.gender !== null : who.genderShown;
    if (shown && local.gender !== null && who.gender !== null && who.gender !== local.gender) return false;
    const many = who.kind === 'unnamed' ? who.many : last.many;
    return many === local.many;
  }

  /** "the report" again: the last source of the same noun. */
  #sameSource(local: Local): Target | null {
    for (let i = this.#events.length - 1; i >= 0; i--) {
      const event = this.#events[i];
      if (event?.who.kind === 'unnamed' && event.who.noun === local.noun && event.who.type === local.type) return { who: event.who, why: { rule: 'role-known', evidence: placeOf(event), confidence: 0.6 }, rivals: [] };
    }
    return null;
  }

  #somebodyNew(index: number, local: Local): Target {
    const owner = local.owner >= 0 ? this.#targets[local.owner] : null;
    const who: Unnamed = { kind: 'unnamed', back: 0, index, type: local.type ?? 'person', noun: local.noun, modifiers: new Set(local.modifiers), gender: local.gender, many: local.many, owner: owner ? idOf(owner.who) : null };
    return { who, why: { rule: local.sourceOf >= 0 ? 'unnamed-source' : 'unnamed', evidence: null, confidence: 0.8 }, rivals: [] };
  }

  /** Who was named before (or later in the sentence), the last first, as far as `fits`. */
  #candidates(index: number, local: Local, fits: (who: Who, last: Local) => boolean): Candidate[] {
    const here = this.#firstSentence + local.sentence, found = new Map<string, { -readonly [K in keyof Candidate]: Candidate[K] }>();
    const speaker = this.#sourceOf(local.within);
    let subject: string | null = null, spoke: string | null = null;
    const add = (id: string, who: Who, last: Local, sentences: number, blocks: number, headline: boolean): void => {
      const known = found.get(id);
      if (last.slot === Slot.Subject && sentences >= 0) subject ??= id;
      if (last.sourceOf >= 0 && sentences >= 0) spoke ??= id;
      if (known) {
        known.count++;
        known.lastSubject ||= subject === id;
        known.spokeLast ||= spoke === id;
      } else if (found.size < MAX_CANDIDATES && fits(who, last)) found.set(id, { id, who, last, sentences, blocks, count: 1, rank: found.size, lastSubject: subject === id, speaks: speaker === id, spokeLast: spoke === id, headline });
    };
    for (let i = this.#events.length - 1, n = 0; i >= 0 && n < MAX_EVENTS; i--, n++) {
      const event = this.#events[i];
      if (event && !(event.blocks === 0 && event.local.from <= local.from && event.local.to >= local.to)) add(event.id, event.who, event.local, here - event.sentence, event.blocks, event.headline);
    }
    if (local.form === 'pronoun') this.#following(index, local).forEach(({ who, local: last }) => { if (!found.has(idOf(who))) add(idOf(who), who, last, -1, 0, this.input.headline); });
    return [...found.values()];
  }

  /** Names later in the sentence: "After he left, Ann Lee ...". */
  #following(index: number, local: Local): { who: Who; local: Local }[] {
    const found: { who: Who; local: Local }[] = [];
    for (let i = index + 1; i < this.input.locals.length && i <= index + MAX_AHEAD && found.length < 3; i++) {
      const other = this.input.locals[i], target = this.#targets[i];
      if (other?.sentence !== local.sentence) break;
      if (other.form === 'name' && target) found.push({ who: target.who, local: other });
    }
    return found;
  }

  /** The id of the one who speaks frame `frame`, or null. */
  #sourceOf(frame: number): string | null {
    const target = this.#targets[this.#sources.get(frame) ?? -1];
    return target ? idOf(target.who) : null;
  }
}

const placeOf = ({ blocks, local }: Pick<Event, 'blocks' | 'local'>): Place => ({ back: blocks, span: local.span });
const others = (all: readonly Named[], chosen: Who): Rival[] => all.filter((who) => idOf(who) !== idOf(chosen)).slice(0, 3).map((who) => ({ who, confidence: 0.3 }));

/** The rule that best tells a reader why the ranked first is meant. */
function pronounWhy(local: Local, candidate: Candidate | undefined, pool: number): Omit<PlacedWhy, 'confidence'> {
  if (!candidate) return { rule: 'nearest', evidence: null };
  return { rule: pronounRule(local, candidate, pool), evidence: placeOf({ blocks: candidate.blocks, local: candidate.last }) };
}

function pronounRule(local: Local, candidate: Candidate, pool: number): string {
  const { last, who } = candidate;
  if (candidate.sentences < 0) return 'named-after';
  if (pool === 1) return 'only-one';
  if (who.kind === 'named' && !who.genderShown && who.gender !== null && who.gender === local.gender) return 'given-name';
  if (candidate.speaks) return 'reported-speaker';
  if (local.sourceOf >= 0 && candidate.spokeLast) return 'spoke-before';
  if (candidate.lastSubject && candidate.sentences === 0) return 'subject-same';
  if (candidate.lastSubject) return 'subject-before';
  return last.form === 'pronoun' ? 'pronoun-before' : 'nearest';
}
