import { Tag, type Tokens } from '../../layers';
import { Is } from './lexicon';
import { Article, isVerb, type Local, Slot } from './mention';

/** Finds what the mentions of a block are to one another: whose somebody is, and which role stands beside which name. */
export class Neighbours {
  /** `is` has the bits of each token (lexicon.ts). */
  constructor(
    private readonly tokens: Tokens,
    private readonly is: Uint16Array,
  ) {}

  /** Sets what a mention is to the mentions around it: whose it is, and which name it stands beside. */
  relate(found: readonly Local[], index: number): void {
    const local = found[index];
    if (!local || local.form !== 'role' || local.joins) return;
    if (local.article === Article.Owned) local.owner = this.#ownerWithin(found, index, local.head);
    if (local.owner < 0 && index > 0) {
      const outer = found[index - 1];
      if (outer && outer.from === local.from && outer.slot === Slot.Owner) local.owner = index - 1;
    }
    if (!local.many) this.#besides(found, index, local);
  }

  #ownerWithin(found: readonly Local[], index: number, head: number): number {
    for (let i = index + 1; i < found.length && (found[i]?.from ?? 0) < head; i++)
      if (found[i]?.slot === Slot.Owner || found[i]?.pronoun?.slot === 'owner') return i;
    return -1;
  }

  #besides(found: readonly Local[], index: number, local: Local): void {
    const before = this.#personEndingBefore(found, index, local.from),
      after = this.#personStartingAfter(found, index, local.to);
    const comma = (i: number): boolean => this.tokens.tag[i] === Tag.Comma;
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
      if (other.type === 'person' && other.form === 'name' && from - other.to <= 4 && this.#onlyLight(other.to, from))
        return i;
      if (other.form === 'pronoun' && !other.many && this.#isCopula(other.to, from)) return i;
    }
    return -1;
  }

  /** "his wife Ann Lee", "the prosecutor, Ann Lee,", "co-founder of Google, Ann Lee": the person named just after, or -1. */
  #personStartingAfter(found: readonly Local[], index: number, to: number): number {
    const { tokens } = this;
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
      return other.from === to + 1 || (this.#is(to, Is.Link) && this.#noVerb(to, other.from - 1)) ? i : -1;
    }
    return -1;
  }

  /** "The man, named by the police as Ann Lee": the words between a description and a name say that it is the name of the one described. */
  #isNaming(from: number, to: number): boolean {
    const { tag } = this.tokens,
      start = tag[from] === Tag.Comma ? from + 1 : from;
    if (!this.#is(start, Is.Naming)) return false;
    for (let i = start + 1; i < to; i++) if (isVerb(tag[i]) || tag[i] === Tag.Comma) return false;
    return true;
  }

  #closes(at: number): boolean {
    const tag = this.tokens.tag[at];
    return (
      at >= this.tokens.count ||
      tag === Tag.Comma ||
      tag === Tag.Stop ||
      tag === Tag.Punctuation ||
      tag === Tag.Quote ||
      tag === Tag.Preposition ||
      tag === Tag.To ||
      tag === Tag.Wh
    );
  }

  #onlyLight(from: number, to: number): boolean {
    const { tag } = this.tokens;
    for (let i = from; i < to; i++)
      if (tag[i] !== Tag.Comma && tag[i] !== Tag.Number && !this.#is(i, Is.Copula)) return false;
    return true;
  }

  #isCopula(from: number, to: number): boolean {
    return to - from >= 1 && to - from <= 3 && this.#is(from, Is.Copula) && this.#onlyCopulas(from + 1, to);
  }

  #onlyCopulas(from: number, to: number): boolean {
    for (let i = from; i < to; i++) if (!this.#is(i, Is.Copula) && this.tokens.tag[i] !== Tag.Adverb) return false;
    return true;
  }

  #noVerb(from: number, to: number): boolean {
    for (let i = from; i < to; i++) if (isVerb(this.tokens.tag[i]) || this.tokens.tag[i] === Tag.Comma) return false;
    return true;
  }

  #is(token: number, bits: Is): boolean {
    return ((this.is[token] ?? 0) & bits) !== 0;
  }
}
