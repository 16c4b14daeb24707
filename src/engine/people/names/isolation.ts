import { Holders } from '../../kept';
import { isShorterForm, MAX_NAMESAKES, spelledBy } from './aliases';
import type { PeopleWords } from '../words';
import { type NameForm, partsOf } from './parts';

/**
 * Whether a name can come or go without any other name being linked otherwise. Most do while somebody types; only for the others all
 * names are linked anew.
 */
export class Isolation<Name extends { readonly form: NameForm }> {
  readonly #alike = new Holders<Name>();
  /** Names under what a shorter form of them would look for, and under what they look for themselves. */
  readonly #listed = new Holders<Name>();
  readonly #seeking = new Holders<Name>();

  constructor(private readonly words: PeopleWords) {}

  add(name: Name): void {
    const parts = partsOf(name.form, this.words);
    this.#alike.add(parts.id, name);
    for (const key of [...parts.listed, ...parts.letters.map(spelled)]) this.#listed.add(key, name);
    for (const key of soughtBy(name.form, this.words)) this.#seeking.add(key, name);
  }

  remove(name: Name): void {
    const parts = partsOf(name.form, this.words);
    this.#alike.remove(parts.id, name);
    for (const key of [...parts.listed, ...parts.letters.map(spelled)]) this.#listed.remove(key, name);
    for (const key of soughtBy(name.form, this.words)) this.#seeking.remove(key, name);
  }

  /** True where nothing is linked with the name, be it among those added or not. */
  holds(name: Name): boolean {
    const parts = partsOf(name.form, this.words),
      isOther = (other: Name): boolean => other !== name;
    if ([...this.#alike.of(parts.id)].some(isOther)) return false;
    const isShorter = (short: Name, long: Name): boolean =>
      short !== long && isShorterForm(short.form, long.form, this.words);
    for (const key of [...parts.listed, ...parts.letters.map(spelled)]) {
      if (this.#listed.of(key).size >= MAX_NAMESAKES) return false;
      for (const other of this.#seeking.of(key))
        if (key.startsWith(SPELLED) ? isOther(other) : isShorter(other, name)) return false;
    }
    for (const key of soughtBy(name.form, this.words)) {
      for (const other of this.#listed.of(key))
        if (key.startsWith(SPELLED) ? isOther(other) : isShorter(name, other)) return false;
    }
    return true;
  }
}

/** Before the letters of an abbreviation, to tell them from words. */
const SPELLED = '#';
const spelled = (letters: string): string => `${SPELLED}${letters}`;

function soughtBy(form: NameForm, words: PeopleWords): readonly string[] {
  const { sought } = partsOf(form, words),
    letters = spelledBy(form, words);
  return letters === null ? sought : [...sought, spelled(letters)];
}
