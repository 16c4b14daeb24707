import { type BlockLayer, type NameCandidate, Tag, type TokenRange } from '../layers';
import type { EntityType, MentionForm, Span } from '../model';
import { isPersonNoun } from './references';
import type { Gender, PeopleWords, PronounWord } from './words';

/** Where a mention stands in its clause, as far as the words around it show. */
export const enum Slot { Subject, Object, Oblique, Owner, Other }

/** How a noun phrase brings its person in. */
export const enum Article { Definite, Owned, Indefinite, Bare }

/** One mention of a block, with what the block alone says of it. */
export interface Local extends TokenRange {
  readonly span: Span;
  /** The words of a role as written; empty for names and pronouns. */
  readonly text: string;
  readonly form: MentionForm;
  /** The head token: a pronoun, a noun, or the last word of a name. */
  readonly head: number;
  /** The type of a name; of a role or source what its noun means; null for pronouns. */
  readonly type: EntityType | null;
  /** The accepted name, where the mention is one. */
  readonly name: NameCandidate | null;
  readonly pronoun: PronounWord | null;
  /** The singular head noun of a role. */
  readonly noun: string;
  /** Words between the article and the head of a role, and a name's title, in lower case. */
  readonly modifiers: readonly string[];
  readonly article: Article;
  /** The word for an age among a role's words ("24-year-old"), or null. */
  readonly age: string | null;
  readonly gender: Gender;
  readonly many: boolean;
  readonly slot: Slot;
  readonly sentence: number;
  /** How many tokens of its sentence stand before it. */
  readonly place: number;
  /** Index of the innermost marked text around the mention, or -1. */
  readonly mark: number;
  /** Index of the frame whose source the mention is, or -1, and of the innermost frame in whose content it stands. */
  readonly sourceOf: number;
  readonly within: number;
  /** Whether it is no mention itself but two that "and" joins: what "they" may mean. */
  readonly joins: boolean;
  /** Index of the mention that owns this one ("his" of "his father"), or -1. */
  owner: number;
  /** Index of the name that this role stands beside in apposition, or that it is said to be, or -1. */
  beside: number;
  besideRule: 'beside-name' | 'is-a';
}

/** How many tokens of a quotation or report are marked as its own: a bound, so that hostile nesting stays linear. */
const MAX_REACH = 600;

/** What a mention is by itself; `#add` finds the rest around it. */
type Base = Omit<Local, 'text' | 'slot' | 'sentence' | 'place' | 'mark' | 'sourceOf' | 'within' | 'joins' | 'owner' | 'beside' | 'besideRule'>;

/** All mentions of a block in order; a mention may stand inside another ("his" in "his father"). */
export function readLocals(layer: BlockLayer, names: readonly NameCandidate[], words: PeopleWords): readonly Local[] {
  const reader = new Reader(layer, words);
  for (const name of names) reader.addName(name);
  // What a newspaper says around its articles ("Read more") brings nobody in.
  const isArticle = layer.kind !== 'boilerplate';
  for (const reference of layer.references) if (isArticle || reference.form === 'pronoun') reader.addReference(reference.from, reference.to, reference.head, reference.form);
  if (isArticle) reader.addSources();
  return reader.finish();
}

/** Lists of one entry a token. */
const newRoom = (size: number) => ({ size, named: new Uint8Array(size), sentence: new Int32Array(size), mark: new Int32Array(size).fill(-1), within: new Int32Array(size).fill(-1), source: new Int32Array(size).fill(-1) });

/** Blocks of up to so many tokens share one room: a block is read at once, from beginning to end. */
const shared = newRoom(4096);

function makeRoom(count: number): typeof shared {
  if (count > shared.size) return newRoom(count);
  shared.named.fill(0, 0, count);
  shared.sentence.fill(0, 0, count);
  shared.mark.fill(-1, 0, count);
  shared.within.fill(-1, 0, count);
  shared.source.fill(-1, 0, count);
  return shared;
}

class Reader {
  readonly #found: Local[] = [];
  /** For each token: whether an accepted name covers it, its sentence, its innermost marked text and its innermost frame's content. */
  readonly #named: Uint8Array;
  readonly #sentence: Int32Array;
  readonly #mark: Int32Array;
  readonly #within: Int32Array;
  /** From the head token of a source to its frame. */
  readonly #source: Int32Array;

  constructor(private readonly layer: BlockLayer, private readonly words: PeopleWords) {
    const { tokens: { count }, sentences, marks, frames } = layer, room = makeRoom(count);
    this.#named = room.named;
    this.#sentence = room.sentence;
    this.#mark = room.mark;
    this.#within = room.within;
    this.#source = room.source;
    for (let i = 1; i < sentences.length; i++) this.#sentence.fill(i, sentences[i]?.from ?? 0, sentences[i]?.to ?? 0);
    for (let i = 0; i < marks.length; i++) this.#fill(this.#mark, marks[i]?.span ?? NO_SPAN, i);
    for (let i = 0; i < frames.length; i++) this.#addFrame(frames[i]?.content ?? [], frames[i]?.source ?? null, i);
  }

  #addFrame(content: readonly Span[], source: Span | null, index: number): void {
    for (const piece of content) this.#fill(this.#within, piece, index);
    if (source) this.#source[this.#headOf(this.#tokenAt(source[0]), this.#tokenAt(source[1] - 1) + 1)] = index;
  }

  #fill(list: Int32Array, span: Span, index: number): void {
    if (span[0] >= span[1]) return;
    const from = this.#tokenAt(span[0]);
    list.fill(index, from, Math.min(this.#tokenAt(span[1] - 1) + 1, from + MAX_REACH));
  }

  addName(name: NameCandidate): void {
    this.#named.fill(1, name.from, name.to);
    const title = name.title ? this.#lower(name.title.from, name.title.to) : NO_WORDS;
    const gender = name.type === 'person' ? this.#titleGender(title) : null;
    this.#add({ from: name.from, to: name.to, head: name.core.to - 1, span: name.span, form: 'name', type: name.type, name, pronoun: null, noun: '', modifiers: title, article: Article.Bare, age: null, gender, many: name.type === 'group' || this.#isFamily(name) });
  }

  /** "the Okafors": a surname in the plural, with an article. */
  #isFamily(name: NameCandidate): boolean {
    const { lower } = this.layer.tokens;
    return name.type === 'person' && name.core.to - name.core.from === 1 && this.words.definite.has(lower[name.core.from - 1] ?? '') && this.words.familyEndings.some((ending) => lower[name.core.from]?.endsWith(ending));
  }

  addReference(from: number, to: number, head: number, form: 'role' | 'pronoun'): void {
    const { tokens } = this.layer, lower = tokens.lower[head] ?? '';
    const span: Span = [tokens.start[from] ?? 0, tokens.end[to - 1] ?? 0];
    if (form === 'pronoun') {
      const pronoun = this.words.pronouns.get(lower);
      if (!pronoun || this.#named[head]) return;
      this.#add({ from, to, head, span, form, type: null, name: null, pronoun, noun: '', modifiers: NO_WORDS, article: Article.Definite, age: null, gender: pronoun.gender, many: pronoun.many });
    } else if (!this.#named[head] || this.words.natives.has(lower)) this.#addRole({ from, to }, head, span, 'person');
  }

  /** Sources of frames that are neither name, role nor pronoun: whatever is said to have said something is somebody. */
  addSources(): void {
    if (this.layer.frames.length === 0) return;
    const heads = new Set<number>();
    for (const { head } of this.#found) heads.add(head);
    for (const { source } of this.layer.frames) {
      if (!source || source[0] >= source[1]) continue;
      const from = this.#tokenAt(source[0]), to = this.#tokenAt(source[1] - 1) + 1, head = this.#headOf(from, to), lower = this.layer.tokens.lower[head] ?? '';
      if (heads.has(head) || this.#named[head] || this.words.pronouns.has(lower)) continue;
      heads.add(head);
      const type = isPersonNoun(lower, this.words) || this.words.indefinite.has(lower) ? 'person' : 'organization';
      this.#addRole({ from, to }, head, source, type);
    }
  }

  finish(): readonly Local[] {
    this.#joinPairs();
    const found = inOrder(this.#found) ? this.#found : this.#found.sort(byPlace);
    for (let i = 0; i < found.length; i++) this.#relate(found, i);
    return found;
  }

  /** "Ann Lee and her husband": several people together. */
  #joinPairs(): void {
    const { lower } = this.layer.tokens, { coordinators } = this.words, singles = this.#found.filter(isSingle), ending = new Map(singles.map((local) => [local.to, local]));
    for (const second of singles) {
      const first = coordinators.has(lower[second.from - 1] ?? '') ? ending.get(second.from - 1) : undefined;
      if (!first || first.slot === Slot.Owner || second.slot === Slot.Owner) continue;
      const span: Span = [first.span[0], second.span[1]];
      this.#add({ from: first.from, to: second.to, head: second.head, span, form: 'role', type: 'person', name: null, pronoun: null, noun: '', modifiers: NO_WORDS, article: Article.Bare, age: null, gender: null, many: true }, true);
    }
  }

  #add(base: Base, joins = false): void {
    const { head } = base, mark = this.#mark[head] ?? -1, within = this.#within[head] ?? -1, sourceOf = this.#source[head] ?? -1;
    const slot = base.pronoun ? pronounSlot(base.pronoun, this.#nextIsNoun(base.to), this.#slot(base.from, base.to, sourceOf)) : this.#slot(base.from, base.to, sourceOf);
    const { from, to, span, form, type, name, noun, modifiers, article, age, gender, many } = base;
    const sentence = this.#sentence[head] ?? 0, text = form === 'role' ? this.layer.text.slice(span[0], span[1]) : '';
    this.#found.push({
      from, to, head, span, text, form, type, name, pronoun: base.pronoun, noun, modifiers, article, age, gender, many, slot, joins,
      sentence, place: from - (this.layer.sentences[sentence]?.from ?? 0), mark, sourceOf, within, owner: -1, beside: -1, besideRule: 'beside-name',
    });
  }

  #addRole({ from, to }: TokenRange, head: number, span: Span, type: EntityType): void {
    const { tokens } = this.layer, lower = tokens.lower[head] ?? '', tag = tokens.tag[head];
    const one = tag === Tag.Noun || this.words.personNouns.has(lower) ? null : this.words.singular(lower), many = tag === Tag.Nouns || one !== null || this.words.together.has(lower) || this.words.indefinite.has(lower);
    const noun = many ? one ?? this.words.singular(lower) ?? lower : lower, article = this.#article(from, head), skip = article === Article.Definite || article === Article.Indefinite || (article === Article.Owned && this.words.pronouns.has(tokens.lower[from] ?? ''));
    const words = from + (skip ? 1 : 0) < head ? this.#modifiers(from + (skip ? 1 : 0), head) : NO_WORDS, isAge = (word: string): boolean => word.endsWith(this.words.ageEnding);
    const age = isAge(noun) ? noun : words.find(isAge) ?? null, modifiers = this.words.natives.has(noun) ? [...words, noun] : age === null ? words : words.filter((word) => !isAge(word));
    this.#add({ from, to, head, span, form: 'role', type, name: null, pronoun: null, noun, modifiers, article, age, gender: this.#nounGender(noun), many });
  }

  #modifiers(from: number, head: number): readonly string[] {
    const { lower } = this.layer.tokens, kept: string[] = [];
    for (let i = from; i < head; i++) {
      const word = lower[i] ?? '';
      if (!this.words.possessives.has(word)) kept.push(word);
    }
    return kept;
  }

  #article(from: number, head: number): Article {
    const { lower } = this.layer.tokens, first = lower[from] ?? '';
    if (this.words.pronouns.get(first)?.slot === 'owner') return Article.Owned;
    for (let i = from + 1; i < head; i++) if (this.words.possessives.has(lower[i] ?? '')) return Article.Owned;
    return this.words.definite.has(first) ? Article.Definite : this.words.indefinite.has(first) ? Article.Indefinite : Article.Bare;
  }

  #nounGender(noun: string): Gender {
    const known = this.words.nounGender.get(noun);
    return known ?? this.words.genderEndings.find(([ending]) => noun.endsWith(ending))?.[1] ?? null;
  }

  #titleGender(title: readonly string[]): Gender {
    let gender: Gender = null;
    for (const word of title) gender = this.words.titleGender.get(word.replace('.', '')) ?? (this.words.personNouns.has(word) ? this.#nounGender(word) : null) ?? gender;
    return gender;
  }

  /** Sets what a mention is to the mentions around it: whose it is, and which name it stands beside. */
  #relate(found: Local[], index: number): void {
    const local = found[index];
    if (!local || local.form !== 'role' || local.joins) return;
    for (let i = index + 1; i < found.length && (found[i]?.from ?? 0) < local.head; i++) if (local.article === Article.Owned && (found[i]?.slot === Slot.Owner || found[i]?.pronoun?.slot === 'owner')) { local.owner = i; break; }
    if (local.owner < 0 && index > 0) {
      const outer = found[index - 1];
      if (outer && outer.from === local.from && outer.slot === Slot.Owner) local.owner = index - 1;
    }
    if (!local.many) this.#besides(found, index, local);
  }

  #besides(found: Local[], index: number, local: Local): void {
    const before = this.#personEndingBefore(found, index, local.from), after = this.#personStartingAfter(found, index, local.to);
    const comma = (i: number): boolean => this.layer.tokens.tag[i] === Tag.Comma;
    if (after >= 0) local.beside = after;
    else if (before >= 0 && comma(local.from - 1) && this.#closes(local.to)) local.beside = before;
    else if (before >= 0 && local.article !== Article.Definite && this.#isCopula(found[before]?.to ?? 0, local.from)) {
      local.beside = before;
      local.besideRule = 'is-a';
    }
  }

  /** "Ann Lee, a teacher", "Ann Lee, 42, a teacher", "Ann Lee was a teacher": the person named just before, or -1. */
  #personEndingBefore(found: readonly Local[], index: number, from: number): number {
    for (let i = index - 1; i >= 0 && i >= index - 4; i--) {
      const other = found[i];
      if (!other || other.to > from || other.sentence !== found[index]?.sentence) continue;
      if (other.type === 'person' && other.form === 'name' && from - other.to <= 4 && this.#onlyLight(other.to, from)) return i;
      if (other.form === 'pronoun' && !other.many && this.#isCopula(other.to, from)) return i;
    }
    return -1;
  }

  /** "his wife Ann Lee", "the prosecutor, Ann Lee,", "co-founder of Google, Ann Lee": the person named just after, or -1. */
  #personStartingAfter(found: readonly Local[], index: number, to: number): number {
    const { tokens } = this.layer;
    for (let i = index + 1; i < found.length && i <= index + 5; i++) {
      const other = found[i];
      if (!other || other.from < to) continue;
      if (other.sentence !== found[index]?.sentence || other.from - to > 9) return -1;
      if (other.form !== 'name' || other.type !== 'person') continue;
      // A title follows its name's own role only as an aside: "the judge, Mrs Lee,".
      if (other.name?.title && !(other.from === to + 1 && found[index]?.article !== Article.Bare)) continue;
      if (other.from === to) return i;
      if (this.#isNaming(to, other.from)) return i;
      const comma = tokens.tag[other.from - 1] === Tag.Comma;
      if (!comma) continue;
      if (other.from === to + 1 && !this.#closes(other.to)) continue;
      return other.from === to + 1 || (this.words.roleLinks.has(tokens.lower[to] ?? '') && this.#noVerb(to, other.from - 1)) ? i : -1;
    }
    return -1;
  }

  /** "The man, named by the police as Ann Lee": the words between a description and a name say that it is the name of the one described. */
  #isNaming(from: number, to: number): boolean {
    const { tag, lower } = this.layer.tokens, start = tag[from] === Tag.Comma ? from + 1 : from;
    if (!this.words.namings.has(lower[start] ?? '')) return false;
    for (let i = start + 1; i < to; i++) if (isVerb(tag[i]) || tag[i] === Tag.Comma) return false;
    return true;
  }

  #closes(at: number): boolean {
    const tag = this.layer.tokens.tag[at];
    return at >= this.layer.tokens.count || tag === Tag.Comma || tag === Tag.Stop || tag === Tag.Punctuation || tag === Tag.Quote || tag === Tag.Preposition || tag === Tag.To || tag === Tag.Wh;
  }

  #onlyLight(from: number, to: number): boolean {
    const { tag, lower } = this.layer.tokens;
    for (let i = from; i < to; i++) if (tag[i] !== Tag.Comma && tag[i] !== Tag.Number && !this.words.copulas.has(lower[i] ?? '')) return false;
    return true;
  }

  #isCopula(from: number, to: number): boolean {
    const { lower } = this.layer.tokens;
    return to - from >= 1 && to - from <= 3 && this.words.copulas.has(lower[from] ?? '') && this.#onlyCopulas(from + 1, to);
  }

  #onlyCopulas(from: number, to: number): boolean {
    for (let i = from; i < to; i++) if (!this.words.copulas.has(this.layer.tokens.lower[i] ?? '') && this.layer.tokens.tag[i] !== Tag.Adverb) return false;
    return true;
  }

  #noVerb(from: number, to: number): boolean {
    for (let i = from; i < to; i++) if (isVerb(this.layer.tokens.tag[i]) || this.layer.tokens.tag[i] === Tag.Comma) return false;
    return true;
  }

  #slot(from: number, to: number, sourceOf: number): Slot {
    const { tag, lower, count } = this.layer.tokens;
    if (this.words.possessives.has(lower[to] ?? '')) return Slot.Owner;
    if (sourceOf >= 0) return Slot.Subject;
    let next = to;
    if (tag[next] === Tag.Comma) next = tag[from - 1] === Tag.Comma && isFinite(tag[next + 1]) ? next + 1 : this.#afterAside(next);
    while (next < count && (tag[next] === Tag.Adverb || tag[next] === Tag.Particle)) next++;
    let before = from - 1;
    while (before >= 0 && (tag[before] === Tag.Adverb || tag[before] === Tag.Quote)) before--;
    const beforeTag = before >= 0 ? tag[before] : Tag.Stop;
    if (beforeTag === Tag.Preposition || beforeTag === Tag.To) return Slot.Oblique;
    if (next < count && isFinite(tag[next])) return Slot.Subject;
    return isVerb(beforeTag) ? Slot.Object : Slot.Other;
  }

  /** The token after an aside between commas that begins at `comma`, or `comma` itself. */
  #afterAside(comma: number): number {
    const { tag, count } = this.layer.tokens;
    for (let i = comma + 1; i < count && i < comma + 25; i++) {
      if (tag[i] === Tag.Stop) return comma;
      if (tag[i] === Tag.Comma) return i + 1;
    }
    return comma;
  }

  #nextIsNoun(to: number): boolean {
    const tag = this.layer.tokens.tag[to];
    return tag === Tag.Noun || tag === Tag.Nouns || tag === Tag.Name || tag === Tag.Adjective || tag === Tag.Gerund || tag === Tag.Participle || tag === Tag.Number;
  }

  /** The head of a noun phrase: the last noun or name before a preposition, comma or relative word. */
  #headOf(from: number, to: number): number {
    const { tag } = this.layer.tokens;
    let end = from;
    while (end < to && (end === from || (tag[end] !== Tag.Preposition && tag[end] !== Tag.To && tag[end] !== Tag.Comma && tag[end] !== Tag.Wh))) end++;
    for (let i = end - 1; i > from; i--) if (tag[i] === Tag.Noun || tag[i] === Tag.Nouns || tag[i] === Tag.Name || tag[i] === Tag.Pronoun) return i;
    return Math.max(from, end - 1);
  }

  #tokenAt(offset: number): number {
    const { start, count } = this.layer.tokens;
    let low = 0, high = count - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((start[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #lower(from: number, to: number): string[] {
    return this.layer.tokens.lower.slice(from, to);
  }
}

const NO_WORDS: readonly string[] = [], NO_SPAN: Span = [0, 0];
const isSingle = (local: Local): boolean => local.type === 'person' && local.form !== 'pronoun' && !local.many;
const byPlace = (a: TokenRange, b: TokenRange): number => a.from - b.from || b.to - a.to;

function inOrder(list: readonly TokenRange[]): boolean {
  for (let i = 1; i < list.length; i++) {
    const before = list[i - 1], next = list[i];
    if (before && next && byPlace(before, next) > 0) return false;
  }
  return true;
}

const isVerb = (tag: number | undefined): boolean => tag === Tag.Verb || tag === Tag.VerbS || tag === Tag.Past || tag === Tag.Participle || tag === Tag.Gerund || tag === Tag.Modal;
const isFinite = (tag: number | undefined): boolean => tag === Tag.VerbS || tag === Tag.Past || tag === Tag.Modal || tag === Tag.Verb;

function pronounSlot(pronoun: PronounWord, nounFollows: boolean, slot: Slot): Slot {
  if (pronoun.slot === 'subject') return pronoun.many && slot !== Slot.Subject ? slot : Slot.Subject;
  // "her" owns what follows, or is an object where no noun follows.
  if (pronoun.slot === 'owner' || nounFollows) return Slot.Owner;
  return slot === Slot.Oblique ? Slot.Oblique : Slot.Object;
}
