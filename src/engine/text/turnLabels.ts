import type { LabelForm, TurnLabel } from '../layers';
import type { BlockKind, Span } from '../model';
import type { LabelWords } from './words';

/** No label is longer. */
const LONGEST = 140;
/** More words than this are a sentence; an office before a name in brackets may have more. */
const MOST_WORDS = 5,
  MOST_OFFICE_WORDS = 9;
/** Of the words behind a label so many tell whether they are spoken. */
const LOOK = 600;

const SPACE = /\s*/y,
  BOLD = /(?:\*\*|__)?/y,
  TIME = /(?:[[(]\s*\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?\s*[\])]|\d{1,2}:\d\d:\d\d(?:[.,]\d{1,3})?)\s*(?:[-–—]\s*)?/y,
  LETTER = /(\p{L}{1,8})(?:\s?\d{1,3})?(?:[:.](?:\*\*|__)?(?=\s|$)|(?:\*\*|__)[:.]?(?=\s|$)|(?=\s{2,}\S|\t))/uy,
  WORDS = /\p{Lu}[^\n:()[\]“”"!?;*_]{0,90}/uy,
  BRACKET = /\s*[([]([^()[\]\n]{1,60})[)\]]/y,
  COLON = /\s?(?:\*\*|__)?:(?:\*\*|__)?(?=\s|$)/y,
  RECORD_NAME =
    /(\p{Lu}\p{L}{0,14}\.?) ((?:(?:\p{Lu}\.|\p{Lu}[\p{L}\p{M}'’-]*) ){0,3}?\p{Lu}[\p{L}\p{M}'’-]+(?: of \p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?)?)\. (?=[\p{Lu}“"[(])/uy,
  RECORD_OFFICE = /\p{Lu}\p{Ll}+ (?:\p{L}+ ){0,3}\p{L}+\. (?=[\p{Lu}“"[(])/uy;
const CAPITALS = /^(?:\p{Lu}\p{Ll}{1,2})?[\p{Lu}\p{M}.'’ -]{2,}$/u,
  NAME_WORD = /^(?:\p{Lu}[\p{L}\p{M}'’-]*\.?|\p{Lu}(?:\.\p{Lu})*\.?|\d{1,2}),?$/u,
  ONLY_TIME = /^\s*\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?\s*$/;

/** Compiles the words into the reader of a block's label; null where its start is none. */
export function createLabels(words: LabelWords): (text: string, kind?: BlockKind) => TurnLabel | null {
  const reader = new LabelReader(words);
  return (text, kind) => (kind === 'header' || kind === 'boilerplate' ? null : reader.read(text));
}

/** What is known of a label before the words behind it are read. */
interface Found {
  readonly form: LabelForm;
  readonly name: Span;
  readonly to: number;
  readonly titled: boolean;
  readonly timed: boolean;
}

class LabelReader {
  constructor(private readonly words: LabelWords) {}

  read(text: string): TurnLabel | null {
    const head = text.slice(0, LONGEST),
      found = this.#find(head);
    if (!found) return null;
    const name = head.slice(...found.name),
      key = this.#keyOf(name),
      begins = skip(SPACE, text, found.to);
    if (!key || (found.form !== 'question' && found.form !== 'answer' && this.#namesNobody(name, key))) return null;
    const behind = text.slice(begins, begins + LOOK);
    return {
      form: found.form,
      name: found.name,
      key,
      begins,
      alone: begins === text.length,
      titled: found.titled,
      timed: found.timed,
      capitals: CAPITALS.test(name.slice(name.lastIndexOf(' ') + 1)),
      part: key.split(' ').some((word) => this.words.parts.has(word)),
      sentence: /\S\s+\S/.test(behind) && /[.?!…—–][”"’')\]*_]*$/.test(text.trimEnd()),
      spoken: behind.includes('?') || behind.split(/[^\p{L}'’]+/u).some((word) => this.words.spoken.has(plain(word))),
      addressed: this.#isAddress(behind),
    };
  }

  #find(head: string): Found | null {
    const bold = skip(BOLD, head, 0),
      timeEnd = skip(TIME, head, bold),
      timed = timeEnd > bold,
      from = skip(BOLD, head, skip(SPACE, head, timeEnd)),
      isBold = bold > 0 || from > skip(SPACE, head, timeEnd);
    return this.#letter(head, from) ?? this.#record(head, from) ?? this.#named(head, from, timed, isBold);
  }

  /** "Q:", "A.", "Question 3:" */
  #letter(head: string, from: number): Found | null {
    LETTER.lastIndex = from;
    const found = LETTER.exec(head),
      word = plain(found?.[1] ?? '');
    const form = this.words.questions.has(word) ? 'question' : this.words.answers.has(word) ? 'answer' : null;
    if (!found || !form || !/^\p{Lu}/u.test(found[0])) return null;
    return { form, name: [from, from + word.length], to: LETTER.lastIndex, titled: false, timed: false };
  }

  /** "Mr. LEE of Oster. ", "The PRESIDING OFFICER. "; with small letters ("Senator Lee. ") it shows less. */
  #record(head: string, from: number): Found | null {
    RECORD_NAME.lastIndex = from;
    const found = RECORD_NAME.exec(head);
    if (found && this.words.titles.has(plain(found[1] ?? ''))) {
      const [surname = ''] = (found[2] ?? '').split(' of '),
        capitals = CAPITALS.test(surname);
      const end = from + (found[1] ?? '').length + 1 + surname.length;
      return {
        form: capitals ? 'record' : 'plain',
        name: [from, end],
        to: RECORD_NAME.lastIndex,
        titled: capitals,
        timed: false,
      };
    }
    RECORD_OFFICE.lastIndex = from;
    const office = RECORD_OFFICE.exec(head)?.[0].slice(0, -2).split(' ') ?? [];
    if (plain(office[0] ?? '') !== this.words.article) return null;
    const rest = office.slice(1);
    const isOffice =
      rest.some((word) => word.length > 2 && CAPITALS.test(word)) &&
      rest.every((word) => CAPITALS.test(word) || this.words.inTitles.has(plain(word)));
    const end = RECORD_OFFICE.lastIndex;
    return isOffice ? { form: 'record', name: [from, end - 2], to: end, titled: false, timed: false } : null;
  }

  /** "Lee:", "MR LEE (Labour, Oster):", "The Minister for Ports (Ann Lee):", "[00:12:31] Ann Lee" */
  #named(head: string, from: number, timed: boolean, isBold: boolean): Found | null {
    WORDS.lastIndex = from;
    const before = WORDS.exec(head)?.[0].trimEnd();
    if (!before) return null;
    const end = from + before.length;
    BRACKET.lastIndex = end;
    const bracket = BRACKET.exec(head),
      behind = bracket ? BRACKET.lastIndex : end;
    COLON.lastIndex = behind;
    const hasColon = COLON.test(head),
      to = hasColon ? COLON.lastIndex : skip(BOLD, head, behind);
    const isTimed = timed || (bracket !== null && ONLY_TIME.test(bracket[1] ?? ''));
    if (!hasColon && !(isTimed && to === head.length && head.length < LONGEST)) return null;
    const isOffice = plain(before.split(' ', 1)[0] ?? '') === this.words.article;
    if (!this.#isLabel(before, isOffice && bracket !== null)) return null;
    const form = isTimed || isBold || bracket ? 'marked' : 'plain';
    const inside = bracket?.[1] ?? '';
    const name: Span =
      isOffice && bracket && !ONLY_TIME.test(inside) && this.#isLabel(inside, false)
        ? [behind - 1 - inside.length, behind - 1]
        : [from, from + (before.split(',', 1)[0] ?? before).length];
    const first = plain(head.slice(...name).split(' ', 1)[0] ?? '');
    const titled = this.words.titles.has(first) || (form === 'marked' && !isBold && first !== this.words.article);
    return { form, name, to, titled, timed: isTimed };
  }

  /** Words of a name, or of an office where a name in brackets follows. */
  #isLabel(text: string, isOffice: boolean): boolean {
    const [name = '', role] = text.split(/,\s/, 2);
    const words = name.split(' ');
    if (words.length > (isOffice ? MOST_OFFICE_WORDS : MOST_WORDS) || (role?.split(' ').length ?? 0) > 4) return false;
    return words.every(
      (word, at) =>
        (NAME_WORD.test(word) && (at > 0 || !/^\d/.test(word)) && (!word.endsWith('.') || word.length < 6)) ||
        this.words.small.has(word) ||
        (isOffice && /^[\p{L}'’,-]+$/u.test(word)),
    );
  }

  /** The name without titles, brackets and points, in lower case. */
  #keyOf(name: string): string {
    const words = name.split(/[\s,]+/).map(plain);
    while (words.length > 1 && this.words.titles.has(words[0] ?? '')) words.shift();
    return words.join(' ');
  }

  /** "Note:", "Editor’s note:", "Photos:"; not "Mr Note:". */
  #namesNobody(name: string, key: string): boolean {
    return key.length === name.length && key.split(' ').every((word) => this.words.notLabels.has(word));
  }

  /** "Mr. President, ..." */
  #isAddress(behind: string): boolean {
    const [title = '', chair = ''] = behind.split(' ', 2);
    return this.words.titles.has(plain(title)) && this.words.addresses.has(plain(chair)) && chair.endsWith(',');
  }
}

function skip(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : from;
}

const plain = (word: string): string =>
  word
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[.,]+$/, '');
