import { type NameCandidate, type Phrase, type Reference, Shape, Tag, type TextLayer } from '../layers';
import type { PeopleWords } from './words';

/** Finds the pronouns of a block and the noun phrases that may stand for somebody: people by role ("the French president", "a teacher"). */
export function findReferences(text: TextLayer, names: readonly NameCandidate[], words: PeopleWords): readonly Reference[] {
  const { tokens } = text, found: Reference[] = [];
  for (let i = 0; i < tokens.count; i++) {
    const pronoun = words.pronouns.get(tokens.lower[i] ?? '');
    if (!pronoun || (pronoun.person === 1 && !pronoun.many && tokens.lower[i] === 'i' && tokens.word[i] !== 'I')) continue;
    if (tokens.shape[i] === Shape.Upper && (tokens.word[i] ?? '').length > 1 && tokens.lower[i] === 'us') continue;
    found.push({ from: i, to: i + 1, head: i, span: [tokens.start[i] ?? 0, tokens.end[i] ?? 0], form: 'pronoun' });
  }
  const named = new Uint8Array(tokens.count);
  for (const name of names) if (!name.weak) named.fill(1, name.from, name.to);
  text.phrases.forEach((phrase, index) => {
    // "Ann Lee’s most stubborn rival": an adverb may part the owner's phrase from the rest.
    const before = text.phrases[index - 1], owned = tokens.tag[phrase.from] === Tag.Possessive && !words.pronouns.has(tokens.lower[phrase.from] ?? '');
    const from = owned && before?.to === phrase.from ? before.from : phrase.from;
    const role = readRole(text, { ...phrase, from }, named, words);
    if (role) found.push(role);
  });
  return found.sort((a, b) => a.from - b.from || b.to - a.to);
}

function readRole({ tokens }: TextLayer, phrase: Phrase, named: Uint8Array, words: PeopleWords): Reference | null {
  const head = phrase.head, tag = tokens.tag[head];
  if (named[head] || (tag !== Tag.Noun && tag !== Tag.Nouns && tag !== Tag.Name && tag !== Tag.Adjective)) return null;
  if (!isPersonNoun(tokens.lower[head] ?? '', words)) return null;
  let from = phrase.from;
  while (from < head && (tokens.tag[from] === Tag.Quote || tokens.tag[from] === Tag.Number)) from++;
  return { from, to: head + 1, head, span: [tokens.start[from] ?? 0, tokens.end[head] ?? 0], form: 'role' };
}

/** Whether the noun, in either number, means a person; of a compound ("vice-captain") the last part counts. */
export function isPersonNoun(lower: string, words: PeopleWords): boolean {
  const noun = words.personNouns.has(lower) ? lower : lower.slice(lower.lastIndexOf('-') + 1);
  const one = words.singular(noun);
  return words.personNouns.has(noun) || (one !== null && words.personNouns.has(one));
}
