const UMLAUT = /[äöü]/, UMLAUTS = /[äöü]/g, PLAIN_UMLAUTS: Readonly<Record<string, string>> = { ä: 'a', ö: 'o', ü: 'u' };
/** Endings that romanizations give one Slavic surname ("Zelensky", "Zelenskyy", "Zelenskiy"). */
const ENDINGS = ['y', 'yy', 'iy', 'i', 'yi', 'ij'], ENDED = /^(.*sk)(?:y|yy|iy|i|yi|ij)$/;

/**
 * The keys that may stand for somebody's whole name `key`, whose first and last words are given: the surname with and without its
 * particles and in its other spellings, the given name, the family (`familyEnding`).
 */
export function shortForms(key: string, first: string, last: string, familyEnding: string): string[] {
  const forms = [last, first, last + familyEnding], surname = key.slice(first.length + 1);
  if (surname !== last) forms.push(surname);
  if (UMLAUT.test(last)) forms.push(last.replace(UMLAUTS, (letter) => PLAIN_UMLAUTS[letter] ?? letter), last.replace(UMLAUTS, (letter) => `${PLAIN_UMLAUTS[letter] ?? letter}e`));
  const stem = last.endsWith('y') || last.endsWith('i') || last.endsWith('j') ? ENDED.exec(last)?.[1] : undefined;
  if (stem !== undefined) for (const ending of ENDINGS) if (stem + ending !== last) forms.push(stem + ending);
  return forms;
}
