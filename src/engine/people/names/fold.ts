/**
 * Spelling folded away, so that one name written in two ways is one string. Rules of romanization in common use (the variants that
 * BGN/PCGN, ISO 9 and the passports' transliterations give for one Cyrillic name; German umlauts written out), no language's words.
 */

/** Letters that Unicode does not take apart into a base letter and a mark. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ŋ: 'n',
  ħ: 'h',
};

/** The word in lower case without diacritics, apostrophes and dots: "Göring" gives "goring", "O’Neil" "oneil". */
export function plain(word: string): string {
  if (/^[a-z]+$/.test(word)) return word;
  return word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}'’ʼ.]/gu, '')
    .replace(/[ßøłđðþæœıŋħ]/g, (letter) => LETTERS[letter] ?? letter);
}

/** Spellings of one sound, applied in order to a plain word. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/(?:ij|iy|yj|yi|yy|ii|y|j)$/, 'i'],
  [/(?:ae|oe|ue)(?=.)/g, '*'],
  [/ck|kh|q|c(?![hei])|ch(?=[^aeiou]|$)/g, 'k'],
  [/sch|sh|sz|z|ts|tz/g, 's'],
  [/ph|ff?|v|w/g, 'v'],
  [/y|j/g, 'i'],
  [/ie|ii/g, 'i'],
];

/** A rough form of a word that its romanizations share: "Zelenskyy", "Zelenskiy" and "Selenskyj" give one; "Müller" and "Mueller" too. */
export function soundsLike(word: string): string {
  let sound = plain(
    word.toLowerCase().replace(/[äöü]/g, (letter) => ({ ä: 'ae', ö: 'oe', ü: 'ue' })[letter] ?? letter),
  );
  for (const [spelling, letter] of SOUNDS) sound = sound.replace(spelling, letter);
  return sound.replace(/\*/g, 'e').replace(/(.)\1+/g, '$1');
}

const ENDING = /(?:iy|yy|ij|yi|ii|y|i)$/,
  UMLAUT = /([aou])e(?=[^aeiou])/g;

/** A plain word with one ending for those of one romanized surname ("zelensky", "zelenskyy", "zelenskiy"), umlauts no longer written out. */
export const oneEnding = (word: string): string => word.replace(ENDING, 'y').replace(UMLAUT, '$1');

/** Letters that romanizations of one Cyrillic or Arabic letter differ in, applied in order. */
const ROMANIZATIONS: readonly (readonly [RegExp, string])[] = [
  [/^(?:kh|gh|q|g)/, 'k'],
  [/tsch|tch/g, 'ch'],
  [/sch/g, 'sh'],
  [/dj/g, 'd'],
  [/([bdgt])h/g, '$1'],
  [/q|kh/g, 'k'],
  [/ks/g, 'x'],
  [/w|ff$/g, 'v'],
  [/oo|ou/g, 'u'],
  [/(.)\1+/g, '$1'],
];

const BETWEEN_VOWELS = /([aeo])y(?=[eu])/g;

/** A plain word in one form for all of its usual romanizations: "qaddafi", "gadhafi" and "gaddafi"; "tschaikowski" and "tchaikovsky". Closer to the spelling than `soundsLike`. */
export function romanized(word: string): string {
  let form = oneEnding(word.replace(BETWEEN_VOWELS, '$1'));
  for (const [spelling, letter] of ROMANIZATIONS) form = form.replace(spelling, letter);
  return form;
}
