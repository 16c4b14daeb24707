import { type Phrase, Shape, Tag, type TokenRange, type Tokens } from '../layers';
import type { PhraseWords } from './words';

/** What a tag may be in a noun phrase, as bits. A participle or gerund modifies only behind something else of the phrase. */
const enum Part {
  None = 0,
  Start = 1,
  Modifier = 2,
  Verbal = 4,
  Head = 8,
}

const PARTS = new Uint8Array(32);
PARTS[Tag.Determiner] = PARTS[Tag.Possessive] = Part.Start;
PARTS[Tag.Adjective] = Part.Modifier;
PARTS[Tag.Participle] = PARTS[Tag.Gerund] = Part.Verbal;
PARTS[Tag.Number] = PARTS[Tag.Noun] = PARTS[Tag.Nouns] = PARTS[Tag.Name] = Part.Head;

/**
 * Compiles the finder of base noun phrases: determiner or possessive, modifiers, head. A chain of possessives is one phrase ("the
 * ministry’s spokesman Ann Lee"); coordinated names, and a noun with its "of" phrase, are two. A pronoun is a phrase by itself.
 */
export function createPhrases(words: PhraseWords): (tokens: Tokens, sentences: readonly TokenRange[]) => Phrase[] {
  const lexicon: Lexicon = {
    days: new Set(words.days),
    courtesies: new Set(words.courtesies),
    times: new Set(words.times),
    timeStarts: new Set(words.timeStarts),
    ranks: new Set(words.ranks),
    quantities: new Set(words.quantities),
  };
  return (tokens, sentences) => {
    const phrases: Phrase[] = [],
      reader = new Reader(tokens, lexicon);
    for (const { from, to } of sentences) {
      for (let i = from; i < to;) {
        const next = reader.read(i, to);
        if (reader.head >= 0) phrases.push({ from: i, to: next, head: reader.head });
        i = next;
      }
    }
    return phrases;
  };
}

type Lexicon = { readonly [List in keyof PhraseWords]: ReadonlySet<string> };

class Reader {
  /** The head of the phrase just read, or -1 where none was. */
  head = -1;

  constructor(
    private readonly tokens: Tokens,
    private readonly lexicon: Lexicon,
  ) {}

  /** Reads the phrase that begins at `from`; gives its end, or where to look next where there is none: always further on. */
  read(from: number, to: number): number {
    const { tag } = this.tokens;
    this.head = tag[from] === Tag.Pronoun ? from : -1;
    if (
      this.head >= 0 ||
      !((PARTS[tag[from] ?? 0] ?? 0) & (Part.Start | Part.Modifier | Part.Head) || this.#startsWithParticiple(from))
    )
      return from + 1;
    let end = from,
      i = from;
    while (i < to) {
      const part = PARTS[tag[i] ?? 0] ?? 0;
      if (part & Part.Head) {
        if (!this.#addsHead(i, end, from)) break;
        this.head = i;
        end = ++i;
      } else if (this.#linksOwner(i, end, from) || this.#modifies(i, end, from, part)) i++;
      else if (end > from && (i = this.#throughBracket(i, to)) > end) end = i;
      else break;
    }
    if (end > from) return end;
    this.head = this.#headless(from, i);
    return this.head >= 0 ? this.head + 1 : Math.max(i, from + 1);
  }

  /** A further noun goes on with the phrase, behind a head or an owner's modifiers; a day of the week begins a phrase of its own, as a title does. */
  #addsHead(i: number, end: number, from: number): boolean {
    if (end === from) return true;
    if (end < i) return this.#hasOwner(end) || this.#isOpen(end, from);
    return (
      (!this.lexicon.days.has(this.tokens.lower[i] ?? '') || this.tokens.tag[end - 1] === Tag.Number) &&
      !this.#startsPerson(i, end, from)
    );
  }

  /** Whether a name begins at the token that no noun before it belongs to: "a letter [Mrs Lee]", "last week [Senator Lee]". */
  #startsPerson(i: number, end: number, from: number): boolean {
    const { tag, lower } = this.tokens,
      { courtesies, times, timeStarts } = this.lexicon;
    if (tag[i] !== Tag.Name) return false;
    const last = lower[end - 1] ?? '';
    if (courtesies.has(lower[i] ?? '')) return !courtesies.has(last) && tag[end - 1] !== Tag.Possessive;
    return end - 2 >= from && times.has(last) && timeStarts.has(lower[end - 2] ?? '');
  }

  /** “’s” between owner and owned. */
  #linksOwner(i: number, end: number, from: number): boolean {
    return end === i && end > from && this.#hasOwner(i);
  }

  /** Whether modifiers may stand at `end`: before any head, behind a count ("the two old bridges"), behind "deputy" and its like or, after a name, with them ("Voltmark chief executive Ann Lee"). */
  #isOpen(end: number, from: number): boolean {
    const { tag, lower } = this.tokens;
    if (
      end === from ||
      this.lexicon.ranks.has(lower[end - 1] ?? '') ||
      (tag[end - 1] === Tag.Name && this.lexicon.ranks.has(lower[end] ?? ''))
    )
      return true;
    return tag[end - 1] === Tag.Number && (end - 2 >= from || !/^\d{4}$/.test(this.tokens.word[from] ?? ''));
  }

  #hasOwner(i: number): boolean {
    return this.tokens.tag[i] === Tag.Possessive && (this.tokens.lower[i] ?? '').startsWith("'");
  }

  /** Whether the token at `i`, no head itself, may stand before the head. */
  #modifies(i: number, end: number, from: number, part: Part): boolean {
    const { tag } = this.tokens,
      before = tag[i - 1];
    const open = end < i || this.#isOpen(end, from);
    if (part & Part.Start) return i === from || (before === Tag.Determiner && end === from);
    if (part & Part.Modifier) return open;
    if (part & Part.Verbal) return open && (i > from || this.#startsWithParticiple(i));
    if (tag[i] === Tag.Adverb)
      return (
        i > from &&
        (this.#isOpen(end, from) || (end < i && this.#hasOwner(end))) &&
        (PARTS[tag[i + 1] ?? 0] ?? 0) > Part.Start
      );
    const pair = tag[i] === Tag.Conjunction || tag[i] === Tag.Comma;
    return (
      pair && end === from && before === Tag.Adjective && tag[i + 1] === Tag.Adjective && tag[from] !== Tag.Adjective
    );
  }

  /** “retired officers” after a preposition or at the start, but not “was retired”, nor “saying officers”. */
  #startsWithParticiple(i: number): boolean {
    const { tag } = this.tokens,
      before = i > 0 ? tag[i - 1] : Tag.Stop;
    if (tag[i] !== Tag.Participle) return false;
    return (before === Tag.Preposition || before === Tag.Stop) && tag[i + 1] === Tag.Nouns;
  }

  /** “President [Vera] Oduya”: the end of a name that goes on through a bracket, else `i`. */
  #throughBracket(i: number, to: number): number {
    const { word, shape } = this.tokens;
    if (
      word[i] !== '[' ||
      i + 3 >= to ||
      word[i + 2] !== ']' ||
      ![i - 1, i + 1, i + 3].every((k) => shape[k] === Shape.Capital)
    )
      return i;
    this.head = i + 3;
    return i + 4;
  }

  /** The head of “the French”, “the latest”, “many”, which have no noun; or -1. */
  #headless(from: number, end: number): number {
    const { tag, lower } = this.tokens;
    if (this.lexicon.quantities.has(lower[from] ?? '')) return from;
    if (tag[from] !== Tag.Determiner || end - from < 2) return -1;
    let last = end - 1;
    while (last > from && tag[last] !== Tag.Adjective) last--;
    return last > from ? last : -1;
  }
}
