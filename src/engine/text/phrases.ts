import { type Phrase, Tag, type TokenRange, type Tokens } from '../layers';

/** What a tag may be in a noun phrase, as bits. */
const enum Part { None = 0, Start = 1, Modifier = 2, Head = 4, Link = 8 }

const PARTS = new Uint8Array(32);
PARTS[Tag.Determiner] = Part.Start;
PARTS[Tag.Possessive] = Part.Start;
PARTS[Tag.Number] = Part.Modifier | Part.Head;
PARTS[Tag.Adjective] = Part.Modifier;
PARTS[Tag.Participle] = Part.Modifier;
PARTS[Tag.Gerund] = Part.Modifier;
PARTS[Tag.Noun] = PARTS[Tag.Nouns] = PARTS[Tag.Name] = Part.Head;

/**
 * Base noun phrases in order: determiner or possessive, modifiers, head; possessive chains are one phrase ("the ministry’s
 * spokesman Ann Lee"), coordinated names and "of" phrases are two. A pronoun is a phrase by itself.
 */
export function findPhrases(tokens: Tokens, sentences: readonly TokenRange[]): Phrase[] {
  const phrases: Phrase[] = [];
  for (const { from, to } of sentences) {
    for (let i = from; i < to;) {
      if (tokens.tag[i] === Tag.Pronoun) {
        phrases.push({ from: i, to: i + 1, head: i++ });
        continue;
      }
      const { end, scanned } = readPhrase(tokens, i, to);
      if (end > i) phrases.push({ from: i, to: end, head: end - 1 });
      // Where no head was found, none stands before the end of the scan: going on from there keeps the whole linear.
      i = end > i ? end : Math.max(scanned, i + 1);
    }
  }
  return phrases;
}

/** The end of the noun phrase that begins at `from`, or `from` where none does, and how far that had to be looked for. */
function readPhrase(tokens: Tokens, from: number, to: number): { readonly end: number; readonly scanned: number } {
  let i = from, end = from;
  for (; i < to; i++) {
    const tag = tokens.tag[i] as Tag, part = PARTS[tag] ?? Part.None;
    if (tag === Tag.Possessive && end === i && end > from && isClitic(tokens.lower[i])) continue;
    if (part & Part.Head) {
      if (end > from && end < i && !isModified(tokens, end, i)) break;
      end = i + 1;
    } else if (part & Part.Start) {
      if (i > from && !(tokens.tag[i - 1] === Tag.Determiner)) break;
    } else if (!(part & Part.Modifier) && !(tag === Tag.Adverb && end === from && i > from)) break;
  }
  return { end, scanned: i };
}

/** After a possessive clitic, modifiers may stand between one head and the next: "the city’s new mayor". */
function isModified(tokens: Tokens, end: number, head: number): boolean {
  return head > end && tokens.tag[end] === Tag.Possessive;
}

function isClitic(lower: string | undefined): boolean {
  return lower === "'s" || lower === "'";
}
