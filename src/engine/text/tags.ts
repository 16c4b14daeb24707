import { Shape, Tag, type TokenRange, type Tokens } from '../layers';

/** Marks by what they are to a sentence; any other symbol is `Tag.Other`. */
const MARKS = new Map<string, Tag>();
for (const mark of '"“”„‟«»‹›「」『』`') MARKS.set(mark, Tag.Quote);
for (const mark of "'‘’‚‛") MARKS.set(mark, Tag.Quote);
for (const mark of ['.', '!', '?', '…', '...', '。', '！', '？', '?!', '!!', '??']) MARKS.set(mark, Tag.Stop);
MARKS.set(',', Tag.Comma);
for (const mark of ['(', ')', '[', ']', '{', '}', ':', ';', '-', '–', '—', '--', '---', '/']) MARKS.set(mark, Tag.Punctuation);
for (const mark of '$€£¥₹') MARKS.set(mark, Tag.Number);
MARKS.set('%', Tag.Noun);
MARKS.set('&', Tag.Conjunction);

/** Compiles the tagger; it fills `tokens.tag`, sentence by sentence. */
export function createTagger(closed: readonly (readonly [tag: Tag, words: string])[]): (tokens: Tokens, sentences: readonly TokenRange[]) => void {
  const lexicon = new Map<string, Tag>();
  for (const [tag, words] of closed) for (const word of words.split(/\s+/)) if (word && !lexicon.has(word)) lexicon.set(word, tag);
  return (tokens, sentences) => {
    for (const { from, to } of sentences) for (let i = from; i < to; i++) tokens.tag[i] = guess(tokens, i, from, lexicon);
  };
}

function guess(tokens: Tokens, i: number, from: number, lexicon: ReadonlyMap<string, Tag>): Tag {
  const word = tokens.word[i] ?? '', lower = tokens.lower[i] ?? '', shape = tokens.shape[i];
  if (shape === Shape.Symbol) return MARKS.get(word) ?? (word.endsWith('.') || word.endsWith('!') || word.endsWith('?') ? Tag.Stop : Tag.Other);
  if (shape === Shape.Digits) return Tag.Number;
  const known = lexicon.get(lower);
  const before = i > from ? tokens.tag[i - 1] : undefined;
  if (known !== undefined && !(shape === Shape.Capital && i > from && known !== Tag.Pronoun && known !== Tag.Determiner)) return known;
  if ((shape === Shape.Capital || shape === Shape.Upper) && i > from) return Tag.Name;
  if (before === Tag.To || before === Tag.Modal || before === Tag.Pronoun) return lower.endsWith('ed') ? Tag.Past : lower.endsWith('s') ? Tag.VerbS : lower.endsWith('ing') ? Tag.Gerund : Tag.Verb;
  if (lower.endsWith('ing')) return Tag.Gerund;
  if (lower.endsWith('ed')) return before === Tag.VerbS || before === Tag.Participle ? Tag.Participle : Tag.Past;
  if (lower.endsWith('ly')) return Tag.Adverb;
  if (/(?:al|ive|ous|ic|ful|less|able|ible|ary)$/.test(lower)) return Tag.Adjective;
  if (shape === Shape.Capital) return Tag.Name;
  return lower.endsWith('s') && !lower.endsWith('ss') ? Tag.Nouns : Tag.Noun;
}
