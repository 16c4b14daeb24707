import { Tag, type TextLayer, type TokenRange, type Tokens } from '../layers';
import { firstBeginning } from '../search';
import type { Tense } from './form';
import type { DateWords } from './words';

export interface TenseFound {
  readonly tense: Tense;
  /** The words that decided, as a span of the block, or null. */
  readonly words: readonly [number, number] | null;
}

/** How far a verb may stand from its date, in tokens; keeps hostile sentences cheap. */
const REACH = 24;
const VERBS: ReadonlySet<Tag> = new Set([Tag.Verb, Tag.VerbS, Tag.Past, Tag.Participle, Tag.Gerund, Tag.Modal, Tag.To]);
const NOTHING: TenseFound = { tense: 'none', words: null };

const found = ({ start, end }: Tokens, i: number, tense: Tense): TenseFound => ({
  tense,
  words: [start[i] ?? 0, end[i] ?? 0],
});

/**
 * Reads the tense that governs an expression. It looks for the nearest finite verb, infinitive or word of plan before it in its
 * sentence; where the expression opens its clause ("On Friday, ..."), after it first.
 */
export class TenseReader {
  readonly #modals: ReadonlySet<string>;
  readonly #plans: ReadonlySet<string>;
  readonly #past: ReadonlySet<string>;
  readonly #openEnds: ReadonlySet<string>;
  readonly #openStarts: ReadonlySet<string>;
  readonly #prepositions: ReadonlySet<string>;
  readonly #present: ReadonlySet<string>;
  readonly #dummies: ReadonlySet<string>;
  readonly #timeless: ReadonlySet<string>;
  readonly #sameForms: ReadonlySet<string>;
  readonly #aims: ReadonlySet<string>;
  readonly #aimEnds: ReadonlySet<string>;

  constructor(private readonly words: DateWords) {
    this.#modals = new Set(words.futureWords);
    this.#plans = new Set(words.planWords);
    this.#past = new Set(words.pastWords);
    this.#openEnds = new Set(words.openEnds);
    this.#openStarts = new Set(words.openStarts);
    this.#prepositions = new Set(words.datePrepositions);
    this.#present = new Set(words.presentBe);
    this.#dummies = new Set(words.presentDummies);
    this.#timeless = new Set(words.timelessVerbs);
    this.#sameForms = new Set(words.sameForms);
    this.#aims = new Set(words.aims);
    this.#aimEnds = new Set(words.aimEnds);
  }

  /** The tense of the expression over the tokens `from` to `to`; `isDay` where it names a day, which a present verb may put ahead. */
  read(layer: TextLayer, from: number, to: number, isDay: boolean): TenseFound {
    const { tokens } = layer,
      sentence = sentenceOf(layer, from);
    let clause = from;
    while (clause > sentence.from && this.#prepositions.has(tokens.lower[clause - 1] ?? '')) clause--;
    // Headlines and captions tell the past in the present; what happens each July is in no year.
    const mayBeSet = isDay && layer.kind === 'body';
    const opens =
      clause === sentence.from || tokens.tag[clause - 1] === Tag.Conjunction || tokens.tag[clause - 1] === Tag.Quote;
    if (opens)
      return (
        this.#after(tokens, to, sentence.to, mayBeSet) ??
        this.#before(tokens, clause, sentence.from, mayBeSet) ??
        NOTHING
      );
    const before = tokens.lower[from - 1] ?? '';
    if (tokens.lower[to] === this.words.possessive) return NOTHING;
    if (this.#openEnds.has(before)) return found(tokens, from - 1, 'future');
    if (this.#openStarts.has(before)) return found(tokens, from - 1, 'past');
    if (mayBeSet && this.#isSet(tokens, clause, sentence.from)) return found(tokens, clause - 1, 'future');
    return (
      this.#before(tokens, clause, sentence.from, mayBeSet) ??
      this.#after(tokens, to, clauseEnd(tokens, to, sentence.to), mayBeSet) ??
      (mayBeSet ? verblessNoun(tokens, clause - 1, sentence) : NOTHING)
    );
  }

  #before(tokens: Tokens, from: number, first: number, mayBeSet: boolean): TenseFound | null {
    let near = mayBeSet;
    for (let i = from - 1; i >= Math.max(first, from - REACH); i--) {
      near &&= tokens.tag[i] !== Tag.Comma;
      const tense = this.#at(tokens, i, first) ?? (near && this.#isScheduled(tokens, i, first) ? 'future' : null);
      if (tense) return found(tokens, i, tense);
    }
    return null;
  }

  #after(tokens: Tokens, to: number, end: number, mayBeSet: boolean): TenseFound | null {
    let ahead: TenseFound | null = null;
    for (let i = to; i < Math.min(end, to + REACH); i++) {
      const lower = tokens.lower[i] ?? '';
      if (this.#modals.has(lower)) return found(tokens, i, 'future');
      if (this.#past.has(lower) || tokens.tag[i] === Tag.Past) return found(tokens, i, 'past');
      if (this.#plans.has(lower) || (lower === this.words.infinitive && this.#present.has(tokens.lower[i - 1] ?? '')))
        return found(tokens, i, 'future');
      if (mayBeSet && !ahead && this.#isScheduled(tokens, i, to)) ahead = found(tokens, i, 'future');
    }
    return ahead;
  }

  /** What the token at `i` says of the time of what stands near it, or null. */
  #at(tokens: Tokens, i: number, first: number): Tense | null {
    const lower = tokens.lower[i] ?? '',
      tag = tokens.tag[i];
    if (this.#modals.has(lower)) return 'future';
    if (this.#past.has(lower)) return 'past';
    if (this.#plans.has(lower)) return this.#pastBefore(tokens, i, first) ? 'past' : 'future';
    if (tag === Tag.Verb && tokens.lower[i - 1] === this.words.infinitive)
      return this.#pastBefore(tokens, i - 1, first) ? 'past' : 'future';
    if (this.#sameForms.has(lower) && (tag === Tag.Verb || standsAsVerb(tokens, i)))
      return this.#modalBefore(tokens, i, first) ? 'future' : 'past';
    if (this.#aims.has(lower) && this.#aimEnds.has(tokens.lower[i + 1] ?? '')) return 'future';
    if (tag !== Tag.Past && tag !== Tag.Participle) return null;
    if (this.#modalBefore(tokens, i, first)) return 'future';
    return tag === Tag.Participle && this.#presentBefore(tokens, i, first) ? null : 'past';
  }

  /**
   * "Talks resume on Friday", "is flying on Thursday": what the present says of a coming day is scheduled. Verbs that report or
   * last ("says", "remains") say nothing of the day, and a bare form behind another verb ("saw him leave") is none of its own.
   */
  #isScheduled(tokens: Tokens, i: number, first: number): boolean {
    const tag = tokens.tag[i],
      lower = tokens.lower[i] ?? '';
    if (tag !== Tag.VerbS && tag !== Tag.Verb && tag !== Tag.Gerund) return false;
    if (this.#timeless.has(lower) || this.#present.has(lower)) return false;
    if (tag === Tag.Gerund) return this.#presentBefore(tokens, i, first);
    if (tag === Tag.VerbS) return true;
    for (let k = i - 1; k >= Math.max(first, i - 4); k--) if (VERBS.has(tokens.tag[k] ?? Tag.Other)) return false;
    return true;
  }

  /** "The deadline is Friday", "the vote is on Sunday": a day that a thing is set for; "it is Friday" only names the day. */
  #isSet(tokens: Tokens, clause: number, first: number): boolean {
    return (
      clause - 1 > first &&
      this.#present.has(tokens.lower[clause - 1] ?? '') &&
      !this.#dummies.has(tokens.lower[clause - 2] ?? '')
    );
  }

  /** "had been scheduled to", "was due to": what was planned then lies in the past. */
  #pastBefore(tokens: Tokens, i: number, first: number): boolean {
    for (let k = i - 1; k >= Math.max(first, i - 3); k--) if (this.words.perfect === tokens.lower[k]) return true;
    return false;
  }

  /** "will be paid", "would be held". */
  #modalBefore(tokens: Tokens, i: number, first: number): boolean {
    for (let k = i - 1; k >= Math.max(first, i - 4); k--) {
      if (this.#modals.has(tokens.lower[k] ?? '') || tokens.lower[k] === this.words.infinitive) return true;
      if (tokens.tag[k] === Tag.Past || this.#past.has(tokens.lower[k] ?? '')) return false;
    }
    return false;
  }

  /** "Is heard", "are paid": a passive that says nothing of the time. */
  #presentBefore(tokens: Tokens, i: number, first: number): boolean {
    for (let k = i - 1; k >= Math.max(first, i - 2); k--) if (this.#present.has(tokens.lower[k] ?? '')) return true;
    return false;
  }
}

const NOUNS: ReadonlySet<Tag> = new Set([Tag.Noun, Tag.Nouns, Tag.Name]),
  OBJECTS: ReadonlySet<Tag> = new Set([...NOUNS, Tag.Number, Tag.Determiner]);

/** "The bank cut rates", "the company cut 300 jobs": between two nouns a verb may be tagged as one of them. */
const standsAsVerb = ({ tag }: Tokens, i: number): boolean =>
  tag[i] === Tag.Noun && NOUNS.has(tag[i - 1] ?? Tag.Other) && OBJECTS.has(tag[i + 1] ?? Tag.Other);

/** Where the clause of an expression may end at the latest: before an "and" that goes on with another verb. */
function clauseEnd({ tag }: Tokens, from: number, end: number): number {
  for (let i = from; i < Math.min(end, from + REACH); i++) if (tag[i] === Tag.Conjunction) return i;
  return end;
}

/** "The ferry returns on Sunday": where the sentence has no other verb, a plural before the day is one, whatever its tag. */
function verblessNoun(tokens: Tokens, i: number, { from }: TokenRange): TenseFound {
  return i > from + 1 && tokens.tag[i] === Tag.Nouns && tokens.tag[i - 1] === Tag.Noun
    ? found(tokens, i, 'future')
    : NOTHING;
}

/** The sentence that a token stands in. */
export function sentenceOf({ sentences, tokens }: TextLayer, token: number): TokenRange {
  return sentences[Math.max(0, firstBeginning(sentences, token + 1) - 1)] ?? { from: 0, to: tokens.count };
}
