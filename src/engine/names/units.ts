import { combine, hashWord } from '../hash';
import { Shape, type TextLayer, type TokenRange, type Tokens } from '../layers';
import { LISTED, LISTED_PLACE, type Lists } from './lists';
import { Form, isUpperAt, Part, plainWord, type Word, type WordReader } from './word';

/** How the sentence around is written: where everything is capitalised, capitals show nothing. */
export enum Case {
  Normal,
  Title,
  Upper,
}

/** A word of a stretch: a token, or the part of a hyphenated token that may be a name by itself ("EU" in "EU-US"). */
export interface Unit {
  readonly word: Word;
  readonly token: number;
  readonly start: number;
  readonly end: number;
  /** Whether the unit begins a sentence or a quotation, where any word is capitalised. */
  readonly initial: boolean;
  /** Whether the unit is the whole last sentence of its block, as the agency behind a caption is. */
  readonly alone: boolean;
  /** Whether only a hyphen stands between this unit and the one before. */
  readonly glued: boolean;
  /** Whether the unit is part of a nickname in marks inside the name ("Robert “Bobby” Haleworth"). */
  readonly nickname: boolean;
}

/** A run of units that may hold names, with the way its sentence is written. */
export interface Stretch {
  readonly units: readonly Unit[];
  readonly style: Case;
}

/** The words that finding units needs, compiled. */
export interface UnitWords {
  readonly lists: Lists;
  readonly connectors: ReadonlySet<string>;
  readonly particles: ReadonlySet<string>;
  readonly prefixes: ReadonlySet<string>;
  readonly tails: ReadonlySet<string>;
  readonly beforeTails: ReadonlySet<string>;
  /** The hash of the definite article. */
  readonly article: number;
  readonly reader: WordReader;
}

/** Longer runs are cut: names are short, and hostile text may be one run. */
const LONGEST_STRETCH = 40;
const MOST_JOINTS = 3,
  MOST_BEFORE_TAIL = 2;
/** “May” and “April” are names of persons as well. */
const PERSONAL = LISTED.given | LISTED.surname;
const CLOSED_LISTS = LISTED_PLACE | LISTED.group | LISTED.organization;
/** The marks around a nickname, each with the one that closes it. */
const NICKNAME_MARKS: ReadonlyMap<string, string> = new Map([
  ['“', '”'],
  ['"', '"'],
  ['‘', '’'],
  ["'", "'"],
  ['(', ')'],
]);
/** A sentence is judged by its words of this many letters. */
const LONGER = 4;

/** Finds the stretches of a block. */
export class StretchFinder {
  #layer: TextLayer | null = null;
  /** The first token of the sentence that is a word. */
  #first = -1;

  /** `all`: whether to give the common words at sentences' starts as well, of which learning hears and reading need not. */
  constructor(
    private readonly words: UnitWords,
    private readonly all = false,
  ) {}

  find(layer: TextLayer): Stretch[] {
    const stretches: Stretch[] = [];
    this.#layer = layer;
    for (const sentence of layer.sentences) this.#sentence(sentence, layer, stretches);
    this.#layer = null;
    return stretches;
  }

  #sentence(sentence: TokenRange, layer: TextLayer, stretches: Stretch[]): void {
    const { shape } = layer.tokens,
      { from: start, to } = sentence;
    this.#first = firstWord(sentence, shape);
    let style = -1;
    for (let at = start; at < to;) {
      if (!opensName(shape[at] ?? 0) ? !this.#opensWithParticle(layer, at, to) : this.#isBareArticle(layer, at)) {
        at++;
        continue;
      }
      if (style < 0) style = caseOf(sentence, layer);
      const end = this.#stretchEnd(at, to, layer),
        from = at > start && shape[at - 1] === Shape.Digits ? at - 1 : at;
      if (this.all || style !== Case.Normal || end - from > 1 || !this.#isOrdinary(layer, at))
        stretches.push({ units: this.#units(from, end, layer), style });
      at = end;
    }
  }

  /** “van der Veen”: the particle begins the name. */
  #opensWithParticle({ tokens: { shape, lower } }: TextLayer, at: number, to: number): boolean {
    return (
      at + 1 < to &&
      opensName(shape[at + 1] ?? 0) &&
      shape[at] === Shape.Lower &&
      this.words.particles.has(lower[at] ?? '')
    );
  }

  /** “The” where anything would have a capital is no part of the name behind it, unless a list has both (“The Hague”). */
  #isBareArticle({ tokens: { hash, shape } }: TextLayer, at: number): boolean {
    const { article, lists } = this.words;
    return (
      hash[at] === article &&
      (this.#isInitial(at) || shape[at - 1] === Shape.Symbol) &&
      !(lists.get(combine(article, hash[at + 1] ?? 0)) & CLOSED_LISTS)
    );
  }

  /** A common word with a capital at the start of a sentence, as most are, or the name of a month or a day: no need to ask the model. */
  #isOrdinary({ tokens }: TextLayer, at: number): boolean {
    const { common, listed, parts } = this.words.reader.at(tokens, at);
    if (parts & Part.Calendar) return !(listed & PERSONAL);
    return common && !listed && this.#isInitial(at) && !(parts & Part.Title);
  }

  /** The end of the stretch that begins at `from`: joints count only with a word of a name behind them. */
  #stretchEnd(from: number, limit: number, { tokens }: TextLayer): number {
    const { shape, lower, hash } = tokens;
    let end = from + 1,
      joints = 0,
      before = 0;
    for (let at = end; at < limit && at - from < LONGEST_STRETCH; at++) {
      const form = shape[at] ?? 0,
        close = form === Shape.Symbol && !joints ? this.#nicknameEnd(at, tokens) : -1;
      if (close > 0) {
        at = close;
        continue;
      }
      if (opensName(form) || form === Shape.Digits) {
        if (form === Shape.Digits && joints) break;
        end = at + 1;
        joints = before = 0;
      } else if (isBracket(lower[at] ?? '')) continue;
      else if (
        !joints &&
        form === Shape.Lower &&
        this.words.tails.has(lower[at] ?? '') &&
        this.#mayHaveTail(at - 1, tokens)
      ) {
        end = at + 1;
        before = 0;
      } else if (!joints && before < MOST_BEFORE_TAIL && this.words.beforeTails.has(lower[at] ?? '')) before++;
      // “On Monday the Senate”: two stretches, which learning tells by itself.
      else if (
        !this.all &&
        hash[at] === this.words.article &&
        this.words.reader.at(tokens, at - 1).parts & Part.Calendar
      )
        break;
      else if (joints < MOST_JOINTS && this.words.connectors.has(lower[at] ?? '')) joints++;
      else break;
    }
    return end;
  }

  #units(from: number, to: number, layer: TextLayer): readonly Unit[] {
    const { tokens } = layer;
    if (to - from === 1 && !isCompound(tokens, from)) return [this.#whole(from, tokens)];
    const units: Unit[] = [];
    let close = -1;
    for (let token = from; token < to; token++) {
      const text = tokens.word[token] ?? '';
      if (isBracket(text) || token === close) continue;
      if (token > close && tokens.shape[token] === Shape.Symbol && token > from) {
        close = this.#nicknameEnd(token, tokens);
        if (close > 0) continue;
      }
      if (isCompound(tokens, token)) this.#parts(token, text, units, layer);
      else units.push(this.#whole(token, tokens, token < close));
    }
    return units;
  }

  /** The token that closes the nickname in marks that `open` opens between two parts of a name, or -1. */
  #nicknameEnd(open: number, tokens: Tokens): number {
    const { shape, word } = tokens,
      closing = NICKNAME_MARKS.get(word[open] ?? '');
    if (closing === undefined || shape[open - 1] !== Shape.Capital || shape[open + 1] !== Shape.Capital) return -1;
    const close = word[open + 2] === closing ? open + 2 : word[open + 3] === closing ? open + 3 : -1;
    if (close < 0 || !opensName(shape[close - 1] ?? 0) || !this.#opensSurname(tokens, close + 1)) return -1;
    const before = this.words.reader.at(tokens, open - 1);
    return before.listed & LISTED.given || (!before.listed && !before.common) ? close : -1;
  }

  /** Whether a name that ends in lower case may stand before its end: no common word that opens a sentence, and no compound. */
  #mayHaveTail(at: number, tokens: Tokens): boolean {
    const { common, form } = this.words.reader.at(tokens, at);
    return !isCompound(tokens, at) && !(this.#isInitial(at) && (common || form === Form.Initial));
  }

  #opensSurname({ shape, lower }: Tokens, at: number): boolean {
    const goesOn = this.words.particles.has(lower[at] ?? '') && shape[at + 1] === Shape.Capital;
    return shape[at] === Shape.Capital || goesOn;
  }

  #whole(token: number, tokens: Tokens, nickname = false): Unit {
    return this.#unit(
      token,
      this.words.reader.at(tokens, token),
      tokens.start[token] ?? 0,
      tokens.end[token] ?? 0,
      false,
      nickname,
    );
  }

  /** The units of a hyphenated word: its parts where they are known by themselves, else the whole. */
  #parts(token: number, text: string, units: Unit[], { tokens: { start } }: TextLayer): void {
    const offset = start[token] ?? 0,
      parts = partsOf(text),
      first = parts[0],
      last = parts[parts.length - 1];
    if (!first || !last) return;
    const add = (from: number, to: number, glued: boolean): void =>
      void units.push(
        this.#unit(token, this.words.reader.read(text.slice(from, to)), offset + from, offset + to, glued),
      );
    const prefixed =
      this.words.prefixes.has(text.slice(first.from, first.to).toLowerCase()) && isUpperAt(text, last.from);
    const capitals = parts.filter((part) => isUpperAt(text, part.from));
    const adjective =
      isUpperAt(text, 0) &&
      parts.length > 1 &&
      parts.slice(1).every((part) => !isUpperAt(text, part.from) && part.to - part.from > 2) &&
      this.#isKnown(text, first);
    if (this.words.lists.get(hashWord(plainWord(text.toLowerCase()))) > 0) add(0, text.length, false);
    else if (prefixed) add(first.to + 1, text.length, true);
    else if (adjective) add(0, first.to, false);
    else if (capitals.length === parts.length && parts.every((part) => this.#isKnown(text, part)))
      for (const part of parts) add(part.from, part.to, part.from > 0);
    else add(0, text.length, false);
  }

  /** Whether part of a hyphenated word is a name by itself: listed, or in capitals. */
  #isKnown(text: string, { from, to }: TokenRange): boolean {
    const piece = text.slice(from, to);
    return (
      (this.words.lists.get(hashWord(plainWord(piece.toLowerCase()))) & CLOSED_LISTS) > 0 ||
      (piece.length > 1 && piece === piece.toUpperCase())
    );
  }

  #unit(token: number, word: Word, start: number, end: number, glued: boolean, nickname = false): Unit {
    return {
      word,
      token,
      start,
      end,
      initial: this.#isInitial(token),
      alone: token === this.#first && token + 1 === this.#layer?.tokens.count,
      glued,
      nickname,
    };
  }

  #isInitial(token: number): boolean {
    if (token === this.#first) return true;
    const layer = this.#layer;
    if (!layer || token === 0) return true;
    const { shape, word } = layer.tokens;
    if (shape[token - 1] !== Shape.Symbol) return false;
    const before = word[token - 1] ?? '';
    return before.length === 1 && '“"‘\'(:•«„'.includes(before);
  }
}

/** Brackets within a quotation ("President [Ann] Lee") do not part a name. */
function isBracket(word: string): boolean {
  return word === '[' || word === ']';
}

/** Whether a token is a word with a hyphen inside. */
function isCompound({ word, shape }: Tokens, token: number): boolean {
  return shape[token] !== Shape.Symbol && hyphenIn(word[token] ?? '', 0) > 0;
}

function opensName(shape: number): boolean {
  return shape === Shape.Capital || shape === Shape.Upper || shape === Shape.Mixed;
}

function firstWord({ from, to }: TokenRange, shape: Uint8Array): number {
  for (let at = from; at < to; at++) if (shape[at] !== Shape.Symbol) return at;
  return -1;
}

/** How the sentence is written, from its longer words. */
function caseOf({ from, to }: TokenRange, { tokens: { shape, start, end } }: TextLayer): Case {
  let lower = 0,
    capital = 0,
    upper = 0;
  for (let at = from; at < to; at++) {
    if ((end[at] ?? 0) - (start[at] ?? 0) < LONGER) continue;
    if (shape[at] === Shape.Lower) lower++;
    else if (shape[at] === Shape.Capital) capital++;
    else if (shape[at] === Shape.Upper) upper++;
  }
  if (upper >= 2 && upper > 3 * (lower + capital)) return Case.Upper;
  return capital + upper >= 3 && capital + upper >= 6 * lower ? Case.Title : Case.Normal;
}

/** The parts of a word between its hyphens. */
function partsOf(text: string): TokenRange[] {
  const parts: TokenRange[] = [];
  for (let from = 0; from <= text.length;) {
    const hyphen = hyphenIn(text, from),
      to = hyphen < 0 ? text.length : hyphen;
    parts.push({ from, to });
    from = to + 1;
  }
  return parts;
}

function hyphenIn(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x2d || code === 0x2010 || code === 0x2011) return at;
  }
  return -1;
}
