import { Shape, type TextLayer, type TokenRange } from '../layers';
import { hashPart, hashWord } from './hash';
import { LISTED_PLACE, LISTED, type Lists } from './lists';

/** What a unit may be in a name: any part, only what joins two others, a number, or the particle that begins a surname. */
export enum Kind { Name, Joint, Number, Particle }

/** How a unit is written; what the model sees in place of the letters. */
export enum Form { Capital, Upper, Acronym, Initial, Mixed, Lower, Digits, Mark }

/** How the sentence around is written: where everything is capitalised, capitals show nothing. */
export enum Case { Normal, Title, Upper }

/** A word of a stretch: a token, or the part of a hyphenated token that may be a name by itself ("EU" in "EU-US"). */
export interface Unit {
  readonly token: number;
  readonly start: number;
  readonly end: number;
  readonly kind: Kind;
  readonly form: Form;
  readonly lower: string;
  /** Hashes of the word in lower case, of its first three and its last three letters. */
  readonly word: number;
  readonly head: number;
  readonly tail: number;
  /** The lists that hold the word, as bits. */
  readonly listed: number;
  /** Whether the word is common in lower case. */
  readonly common: boolean;
  /** Whether the unit begins a sentence or a quotation, where any word is capitalised. */
  readonly initial: boolean;
  /** Whether the unit is the whole last sentence of its block, as the agency behind a caption is. */
  readonly alone: boolean;
  /** Whether only a hyphen stands between this unit and the one before. */
  readonly glued: boolean;
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
  readonly common: (word: number) => boolean;
}

/** Longer runs are cut: names are short, and hostile text may be one run. */
const LONGEST_STRETCH = 40;
const MOST_JOINTS = 3;
const CLOSED_LISTS = LISTED_PLACE | LISTED.group | LISTED.organization;

/** The word as lists and weights know it: lower case, without the stop of an abbreviation. */
export function plainWord(lower: string): string {
  return lower.length > 1 && lower.charCodeAt(lower.length - 1) === 0x2e ? lower.slice(0, -1) : lower;
}

/** Finds the stretches of a block. */
export class StretchFinder {
  #layer: TextLayer | null = null;
  #style = Case.Normal;
  /** The first token of the sentence that is a word. */
  #first = -1;

  constructor(private readonly words: UnitWords) {}

  find(layer: TextLayer): Stretch[] {
    const stretches: Stretch[] = [];
    this.#layer = layer;
    for (const sentence of layer.sentences) this.#sentence(sentence, layer, stretches);
    this.#layer = null;
    return stretches;
  }

  #sentence(sentence: TokenRange, layer: TextLayer, stretches: Stretch[]): void {
    const { tokens: { shape, lower } } = layer;
    this.#first = firstWord(sentence, shape);
    this.#style = caseOf(sentence, layer);
    for (let at = sentence.from; at < sentence.to;) {
      if (!opensName(shape[at] ?? 0) && !(this.words.particles.has(lower[at] ?? '') && opensName(shape[at + 1] ?? 0) && at + 1 < sentence.to)) { at++; continue; }
      const end = this.#stretchEnd(at, sentence.to, layer);
      const from = at > sentence.from && shape[at - 1] === Shape.Digits ? at - 1 : at;
      stretches.push({ units: this.#units(from, end, layer), style: this.#style });
      at = end;
    }
  }

  /** The end of the stretch that begins at `from`: joints count only with a word of a name behind them. */
  #stretchEnd(from: number, limit: number, { tokens: { shape, lower } }: TextLayer): number {
    let end = from + 1, joints = 0;
    for (let at = end; at < limit && at - from < LONGEST_STRETCH; at++) {
      const form = shape[at] ?? 0;
      if (opensName(form) || form === Shape.Digits) {
        if (form === Shape.Digits && joints) break;
        end = at + 1;
        joints = 0;
      } else if (isBracket(lower[at] ?? '')) continue;
      else if (this.words.connectors.has(lower[at] ?? '') && joints < MOST_JOINTS) joints++;
      else break;
    }
    return end;
  }

  #units(from: number, to: number, layer: TextLayer): Unit[] {
    const units: Unit[] = [];
    const { tokens: { word, start, end } } = layer;
    for (let token = from; token < to; token++) {
      const text = word[token] ?? '';
      if (isBracket(text)) continue;
      const hyphen = hyphenIn(text, 0);
      if (hyphen > 0) this.#parts(token, text, units, layer);
      else this.#push(units, token, text, start[token] ?? 0, end[token] ?? 0, false);
    }
    return units;
  }

  /** The units of a hyphenated word: its parts where they are known by themselves, else the whole. */
  #parts(token: number, text: string, units: Unit[], { tokens: { start } }: TextLayer): void {
    const offset = start[token] ?? 0;
    const parts: { from: number; to: number }[] = [];
    for (let from = 0; from <= text.length;) {
      const hyphen = hyphenIn(text, from), to = hyphen < 0 ? text.length : hyphen;
      parts.push({ from, to });
      from = to + 1;
    }
    const known = (part: { from: number; to: number }): boolean => {
      const piece = text.slice(part.from, part.to);
      return (this.words.lists.get(hashWord(plainWord(piece.toLowerCase()))) & CLOSED_LISTS) > 0 ? true : piece.length > 1 && piece === piece.toUpperCase();
    };
    const first = parts[0], last = parts[parts.length - 1];
    if (!first || !last) return;
    const prefixed = this.words.prefixes.has(text.slice(first.from, first.to).toLowerCase()) && isUpperAt(text, last.from);
    const capitals = parts.filter((part) => isUpperAt(text, part.from));
    const adjective = isUpperAt(text, 0) && parts.length > 1 && parts.slice(1).every((part) => !isUpperAt(text, part.from) && part.to - part.from > 2) && known(first);
    if (this.words.lists.get(hashWord(plainWord(text.toLowerCase()))) > 0) this.#push(units, token, text, offset, offset + text.length, false);
    else if (prefixed) this.#push(units, token, text.slice(first.to + 1), offset + first.to + 1, offset + text.length, true);
    else if (adjective) this.#push(units, token, text.slice(0, first.to), offset, offset + first.to, false);
    else if (capitals.length === parts.length && parts.every(known)) for (const part of parts) this.#push(units, token, text.slice(part.from, part.to), offset + part.from, offset + part.to, part.from > 0);
    else this.#push(units, token, text, offset, offset + text.length, false);
  }

  #push(units: Unit[], token: number, text: string, start: number, end: number, glued: boolean): void {
    const form = formOf(text), lower = plainWord(text.toLowerCase().replace('’', "'")), word = hashWord(lower);
    const loose = form === Form.Lower || form === Form.Mark;
    const kind = form === Form.Digits ? Kind.Number : !loose ? Kind.Name : this.words.particles.has(lower) ? Kind.Particle : Kind.Joint;
    const length = lower.length;
    units.push({
      token, start, end, kind, form, lower, word, glued,
      head: hashPart(lower, 0, Math.min(3, length)),
      tail: hashPart(lower, Math.max(0, length - 3), length),
      listed: this.words.lists.get(word),
      common: this.words.common(word),
      initial: this.#isInitial(token),
      alone: token === this.#first && token + 1 === this.#layer?.tokens.count,
    });
  }

  #isInitial(token: number): boolean {
    if (token === this.#first) return true;
    const layer = this.#layer;
    if (!layer || token === 0) return true;
    const before = layer.tokens.word[token - 1] ?? '';
    return before.length === 1 && '“"‘\'(:•«„'.includes(before);
  }
}

/** Brackets within a quotation ("President [Ann] Lee") do not part a name. */
function isBracket(word: string): boolean {
  return word === '[' || word === ']';
}

function opensName(shape: number): boolean {
  return shape === Shape.Capital || shape === Shape.Upper || shape === Shape.Mixed;
}

function firstWord({ from, to }: TokenRange, shape: Uint8Array): number {
  for (let at = from; at < to; at++) if (shape[at] !== Shape.Symbol) return at;
  return -1;
}

/** How the sentence is written, from its words of four letters or more. */
function caseOf({ from, to }: TokenRange, { tokens: { shape, word } }: TextLayer): Case {
  let lower = 0, capital = 0, upper = 0;
  for (let at = from; at < to; at++) {
    const length = word[at]?.length ?? 0;
    if (length < 4) continue;
    if (shape[at] === Shape.Lower) lower++;
    else if (shape[at] === Shape.Capital) capital++;
    else if (shape[at] === Shape.Upper) upper++;
  }
  if (upper >= 2 && upper > 3 * (lower + capital)) return Case.Upper;
  return capital + upper >= 3 && capital + upper >= 6 * lower ? Case.Title : Case.Normal;
}

function isUpperAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return code >= 65 && code <= 90;
  const char = text.charAt(at);
  return char !== char.toLowerCase();
}

function hyphenIn(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x2d || code === 0x2010 || code === 0x2011) return at;
  }
  return -1;
}

function formOf(text: string): Form {
  let upper = 0, lower = 0, digits = 0, stops = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) digits++;
    else if (code === 0x2e) stops++;
    else if (isUpperAt(text, at)) upper++;
    else if ((code >= 97 && code <= 122) || code > 0xbf) lower++;
  }
  if (!upper) return lower ? (digits && text.charCodeAt(0) < 58 ? Form.Digits : Form.Lower) : digits ? Form.Digits : Form.Mark;
  if (upper === 1 && !lower && !digits) return Form.Initial;
  if (!lower) return stops > 1 || (stops && upper > 1) ? Form.Acronym : Form.Upper;
  if (isUpperAt(text, 0)) return upper === 1 || text.includes('-') ? Form.Capital : Form.Mixed;
  return Form.Mixed;
}
