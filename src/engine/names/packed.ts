/**
 * Sorted words in one string: each word as a letter that counts the code units it shares with the word before (a = 0), then
 * the rest, words apart by a line break. About half the size of the words themselves.
 */
export function packWords(sorted: readonly string[]): string {
  let before = '';
  return sorted
    .map((word) => {
      let shared = 0;
      while (shared < 25 && shared < before.length && before[shared] === word[shared]) shared++;
      before = word;
      return String.fromCharCode(97 + shared) + word.slice(shared);
    })
    .join('\n');
}

/** The words of `packWords`, in order. */
export function unpackWords(packed: string): string[] {
  let before = '';
  return packed === ''
    ? []
    : packed.split('\n').map((entry) => (before = before.slice(0, entry.charCodeAt(0) - 97) + entry.slice(1)));
}
