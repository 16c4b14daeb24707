const MARKED = /[^a-z]/,
  MARKS = /\p{M}/gu,
  UMLAUTS = /[äöü]/g,
  WRITTEN_OUT: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue' };
/** Endings that romanizations give one Slavic surname ("Zelensky", "Zelenskyy", "Zelenskiy"). */
const ENDINGS = ['y', 'yy', 'iy', 'i', 'yi', 'ij'],
  ENDED = /^(.*sk)(?:y|yy|iy|i|yi|ij)$/;

/**
 * The keys that may stand for somebody's whole name `key`, whose first and last words are given: the surname with and without its
 * particles and in its other spellings, the given name, the family (`familyEnding`).
 */
export function shortForms(key: string, first: string, last: string, familyEnding: string): string[] {
  const forms = [last, first, last + familyEnding],
    surname = key.slice(first.length + 1);
  if (surname !== last) forms.push(surname);
  if (MARKED.test(last))
    for (const form of [
      last.normalize('NFD').replace(MARKS, ''),
      last.replace(UMLAUTS, (letter) => WRITTEN_OUT[letter] ?? letter),
    ])
      if (form !== last) forms.push(form);
  const stem = last.endsWith('y') || last.endsWith('i') || last.endsWith('j') ? ENDED.exec(last)?.[1] : undefined;
  if (stem !== undefined) for (const ending of ENDINGS) if (stem + ending !== last) forms.push(stem + ending);
  return forms;
}
