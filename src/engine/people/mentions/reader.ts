import { type BlockLayer, type NameCandidate, type Reference, Shape, Tag, type TokenRange } from '../../layers';
import type { EntityType, Span } from '../../model';
import { firstFrom } from '../../search';
import { Neighbours } from './neighbours';
import { Is, Lexicon } from './lexicon';
import { ranked } from './rank';
import { Article, isVerb, type Local, Slot } from './mention';
import { putInOrder } from './inOrder';
import type { Gender, PeopleWords, PronounWord } from '../words';

/** How many tokens of a quotation or report are marked as its own: a bound, so that hostile nesting stays linear. */
const MAX_REACH = 600;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** A mention that nothing is known of yet but where it stands; every one has all fields in one order. */
const bare = (from: number, to: number, head: number, span: Span): Mutable<Local> => ({
  from,
  to,
  head,
  span,
  text: '',
  form: 'role',
  type: null,
  name: null,
  pronoun: null,
  noun: '',
  modifiers: NO_WORDS,
  article: Article.Bare,
  age: null,
  gender: null,
  many: false,
  slot: Slot.Other,
  joins: false,
  sentence: 0,
  place: 0,
  mark: -1,
  sourceOf: -1,
  within: -1,
  owner: -1,
  beside: -1,
  besideRule: 'beside-name',
});

/** All mentions of a block in order; a mention may stand inside another ("his" in "his father"). */
export function readLocals(layer: BlockLayer, names: readonly NameCandidate[], words: PeopleWords): readonly Local[] {
  if (names.length === 0 && layer.references.length === 0 && layer.frames.length === 0) return NOTHING;
  const reader = new Reader(layer, words);
  for (const name of names) reader.addName(name);
  // What a newspaper says around its articles ("Read more") brings nobody in.
  const isArticle = layer.kind !== 'boilerplate';
  for (const reference of layer.references)
    if (isArticle || reference.form === 'pronoun') reader.addReference(reference);
  if (isArticle) reader.addSources();
  return reader.finish();
}

const NOTHING: readonly Local[] = [];

/** Lists of one entry a token. */
const newRoom = (size: number) => ({
  size,
  named: new Uint8Array(size),
  isHead: new Uint8Array(size),
  sentence: new Int32Array(size),
  mark: new Int32Array(size).fill(-1),
  within: new Int32Array(size).fill(-1),
  source: new Int32Array(size).fill(-1),
});

/** Blocks of up to so many tokens share one room: a block is read at once, from beginning to end. */
const shared = newRoom(4096);

function makeRoom(count: number): typeof shared {
  if (count > shared.size) return newRoom(count);
  shared.named.fill(0, 0, count);
  shared.isHead.fill(0, 0, count);
  shared.sentence.fill(0, 0, count);
  shared.mark.fill(-1, 0, count);
  shared.within.fill(-1, 0, count);
  shared.source.fill(-1, 0, count);
  return shared;
}

class Reader {
  readonly #found: Local[] = [];
  /** For each token: whether an accepted name covers it, whether it is the head of a mention, its sentence, its innermost marked text and its innermost frame's content. */
  readonly #named: Uint8Array;
  readonly #isHead: Uint8Array;
  readonly #sentence: Int32Array;
  readonly #mark: Int32Array;
  readonly #within: Int32Array;
  /** From the head token of a source to its frame. */
  readonly #source: Int32Array;
  /** What each token's word is. */
  readonly #bits: Uint16Array;
  readonly #lexicon: Lexicon;

  constructor(
    private readonly layer: BlockLayer,
    private readonly words: PeopleWords,
  ) {
    const {
        tokens: { count },
        sentences,
        marks,
        frames,
      } = layer,
      room = makeRoom(count);
    this.#named = room.named;
    this.#isHead = room.isHead;
    this.#sentence = room.sentence;
    this.#mark = room.mark;
    this.#within = room.within;
    this.#source = room.source;
    this.#lexicon = Lexicon.of(words);
    this.#bits = this.#lexicon.read(layer.tokens);
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
    const local = bare(name.from, name.to, name.core.to - 1, name.span);
    local.form = 'name';
    local.type = name.type;
    local.name = name;
    local.modifiers = title;
    if (name.type === 'person' && title.length > 0) local.gender = this.#titleGender(title);
    local.many = name.type === 'group' || this.#isFamily(name);
    this.#add(local);
  }

  /** "the Okafors": a surname in the plural, with an article. */
  #isFamily(name: NameCandidate): boolean {
    const { from, to } = name.core,
      { lower } = this.layer.tokens;
    return (
      name.type === 'person' &&
      to - from === 1 &&
      this.#is(from - 1, Is.Definite) &&
      this.words.familyEndings.some((ending) => lower[from]?.endsWith(ending))
    );
  }

  addReference({ from, to, head, span, form }: Reference): void {
    if (form === 'role') {
      if (!this.#named[head] || this.#is(head, Is.Native)) this.#addRole(bare(from, to, head, span), 'person');
      return;
    }
    const pronoun = this.#named[head] ? undefined : this.words.pronouns.get(this.layer.tokens.lower[head] ?? '');
    if (!pronoun) return;
    const local = bare(from, to, head, span);
    local.form = form;
    local.pronoun = pronoun;
    local.article = Article.Definite;
    local.gender = pronoun.gender;
    local.many = pronoun.many;
    this.#add(local);
  }

  /** Sources of frames that are neither name, role nor pronoun: whatever is said to have said something is somebody. */
  addSources(): void {
    if (this.layer.frames.length === 0) return;
    for (const { source } of this.layer.frames) {
      if (!source || source[0] >= source[1]) continue;
      const from = this.#tokenAt(source[0]),
        to = this.#tokenAt(source[1] - 1) + 1,
        head = this.#headOf(from, to);
      if (this.#isHead[head] || this.#named[head] || this.#is(head, Is.Pronoun)) continue;
      const thing = this.words.things.get(this.layer.tokens.lower[head] ?? '');
      if (thing) {
        this.#addThing(from, to, head, source, thing);
        continue;
      }
      const { lower, hash } = this.layer.tokens,
        isPerson = this.#is(head, Is.Indefinite) || this.#lexicon.isPerson(lower[head] ?? '', hash[head] ?? 0);
      this.#addRole(bare(from, to, head, source), isPerson ? 'person' : 'organization');
    }
  }

  /** "It" as the source of what is said: a body named before. */
  #addThing(from: number, to: number, head: number, span: Span, pronoun: PronounWord): void {
    if (to - from > 1) return;
    const local = bare(from, to, head, span);
    local.form = 'pronoun';
    local.type = 'organization';
    local.pronoun = pronoun;
    local.article = Article.Definite;
    this.#add(local);
  }

  finish(): readonly Local[] {
    const found = this.#found,
      count = found.length;
    putInOrder(found, byPlace);
    for (let i = 1; i < count; i++) this.#joinPair(found, i);
    if (found.length > count) putInOrder(found, byPlace);
    const neighbours = new Neighbours(this.layer.tokens, this.#bits);
    for (let i = 0; i < found.length; i++) neighbours.relate(found, i);
    return found;
  }

  /** "Ann Lee and her husband": several people together, of whom `index` is the last. */
  #joinPair(found: readonly Local[], index: number): void {
    const second = found[index];
    if (!second || !this.#is(second.from - 1, Is.Coordinator) || !isSingle(second)) return;
    for (let i = index - 1; i >= 0 && i >= index - MAX_NESTED; i--) {
      const first = found[i];
      if (first?.to !== second.from - 1 || !isSingle(first)) continue;
      const local = bare(first.from, second.to, second.head, [first.span[0], second.span[1]]);
      local.type = 'person';
      local.many = local.joins = true;
      this.#add(local);
      return;
    }
  }

  /** Adds a mention, with what the words around it say. */
  #add(local: Mutable<Local>): void {
    const { from, to, head, span, pronoun } = local,
      sentence = this.#sentence[head] ?? 0,
      sourceOf = this.#source[head] ?? -1,
      slot = this.#slot(from, to, sourceOf);
    local.mark = this.#mark[head] ?? -1;
    local.within = this.#within[head] ?? -1;
    local.sourceOf = sourceOf;
    local.slot = pronoun ? pronounSlot(pronoun, this.#nextIsNoun(to), slot) : slot;
    local.sentence = sentence;
    local.place = from - (this.layer.sentences[sentence]?.from ?? 0);
    if (local.form === 'role') local.text = this.layer.text.slice(span[0], span[1]);
    this.#isHead[head] = 1;
    this.#found.push(local);
  }

  #addRole(local: Mutable<Local>, type: EntityType): void {
    const { from, head } = local,
      { lower, tag } = this.layer.tokens,
      word = lower[head] ?? '',
      isPlural = tag[head] === Tag.Nouns;
    const one = tag[head] === Tag.Noun || this.words.personNouns.has(word) ? null : this.words.singular(word);
    local.type = type;
    local.many = isPlural || one !== null || this.#is(head, Is.Together | Is.Indefinite);
    local.noun = local.many ? (one ?? this.words.singular(word) ?? word) : word;
    local.article = this.#article(from, head);
    local.gender = this.#nounGender(local.noun);
    const skip =
      local.article === Article.Definite ||
      local.article === Article.Indefinite ||
      (local.article === Article.Owned && this.#is(from, Is.Pronoun));
    this.#describe(local, skip ? from + 1 : from);
    this.#add(local);
  }

  /** Sets the words between a role's article and its head, and an age among them. */
  #describe(local: Mutable<Local>, from: number): void {
    const { lower } = this.layer.tokens,
      { head, noun } = local,
      kept: string[] = [];
    if (noun.endsWith(this.words.ageEnding)) local.age = noun;
    for (let i = from; i < head; i++) {
      const word = lower[i] ?? '';
      if (word.endsWith(this.words.ageEnding)) local.age ??= word;
      else if (!this.#is(i, Is.Possessive)) kept.push(word);
    }
    if (this.#is(head, Is.Native) && !local.many) kept.push(noun);
    if (kept.length === 0 && !noun.includes('-')) return;
    const role = ranked(noun, kept, this.words);
    local.noun = role.noun;
    local.modifiers = role.modifiers;
  }

  #article(from: number, head: number): Article {
    if (this.#is(from, Is.Pronoun) && this.words.pronouns.get(this.layer.tokens.lower[from] ?? '')?.slot === 'owner')
      return Article.Owned;
    for (let i = from + 1; i < head; i++) if (this.#is(i, Is.Possessive)) return Article.Owned;
    return this.#is(from, Is.Definite)
      ? Article.Definite
      : this.#is(from, Is.Indefinite)
        ? Article.Indefinite
        : Article.Bare;
  }

  #nounGender(noun: string): Gender {
    const known = this.words.nounGender.get(noun);
    return known ?? this.words.genderEndings.find(([ending]) => noun.endsWith(ending))?.[1] ?? null;
  }

  #titleGender(title: readonly string[]): Gender {
    let gender: Gender = null;
    for (const word of title)
      gender =
        this.words.titleGender.get(word.replace('.', '')) ??
        (this.words.personNouns.has(word) ? this.#nounGender(word) : null) ??
        gender;
    return gender;
  }

  #slot(from: number, to: number, sourceOf: number): Slot {
    const { tag, count } = this.layer.tokens;
    if (this.#is(to, Is.Possessive)) return Slot.Owner;
    if (sourceOf >= 0) return Slot.Subject;
    let next = to;
    if (tag[next] === Tag.Comma)
      next = tag[from - 1] === Tag.Comma && isFinite(tag[next + 1]) ? next + 1 : this.#afterAside(next);
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
    return (
      tag === Tag.Noun ||
      tag === Tag.Nouns ||
      tag === Tag.Name ||
      tag === Tag.Adjective ||
      tag === Tag.Gerund ||
      tag === Tag.Participle ||
      tag === Tag.Number
    );
  }

  /** The head of a noun phrase: the last noun or name before a preposition, comma or relative word. */
  #headOf(from: number, to: number): number {
    const { tag } = this.layer.tokens;
    let end = from;
    while (
      end < to &&
      (end === from ||
        (tag[end] !== Tag.Preposition && tag[end] !== Tag.To && tag[end] !== Tag.Comma && tag[end] !== Tag.Wh))
    )
      end++;
    end = this.#withoutLetters(from, end);
    for (let i = end - 1; i > from; i--)
      if (tag[i] === Tag.Noun || tag[i] === Tag.Nouns || tag[i] === Tag.Name || tag[i] === Tag.Pronoun) return i;
    return Math.max(from, end - 1);
  }

  /** “Ann Lee MP”, “Dr Ann Lee PhD FRS”: the end of the name before the letters behind it, which are no head. */
  #withoutLetters(from: number, to: number): number {
    const { shape, tag } = this.layer.tokens;
    let last = to - 1;
    while (last > from + 1 && (shape[last] === Shape.Upper || shape[last] === Shape.Mixed)) last--;
    const isName = (at: number): boolean => shape[at] === Shape.Capital && tag[at] === Tag.Name;
    return last > from && isName(last) && isName(last - 1) ? last + 1 : to;
  }

  #tokenAt(offset: number): number {
    const { start, count } = this.layer.tokens;
    return Math.max(0, firstFrom(start, count, offset + 1) - 1);
  }

  #is(token: number, bits: Is): boolean {
    return ((this.#bits[token] ?? 0) & bits) !== 0;
  }

  #lower(from: number, to: number): string[] {
    return this.layer.tokens.lower.slice(from, to);
  }
}

const NO_WORDS: readonly string[] = [],
  NO_SPAN: Span = [0, 0];
/** How many mentions may stand between two that "and" joins, as they do within the second. */
const MAX_NESTED = 6;
const isSingle = (local: Local): boolean =>
  local.type === 'person' && local.form !== 'pronoun' && !local.many && local.slot !== Slot.Owner;
const byPlace = (a: TokenRange, b: TokenRange): number => a.from - b.from || b.to - a.to;

const isFinite = (tag: number | undefined): boolean =>
  tag === Tag.VerbS || tag === Tag.Past || tag === Tag.Modal || tag === Tag.Verb;

function pronounSlot(pronoun: PronounWord, nounFollows: boolean, slot: Slot): Slot {
  if (pronoun.slot === 'subject') return pronoun.many && slot !== Slot.Subject ? slot : Slot.Subject;
  // "her" owns what follows, or is an object where no noun follows.
  if (pronoun.slot === 'owner' || nounFollows) return Slot.Owner;
  return slot === Slot.Oblique ? Slot.Oblique : Slot.Object;
}
