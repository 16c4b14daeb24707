import { hashWord } from '../hash';
import type { Act } from '../model';
import { HashTable } from '../hashTable';
import type { FrameWords } from './words';

/** What a verb may take, as bits. */
export const enum Takes {
  Clause = 1,
  Quotation = 2,
  Infinitive = 4,
  Question = 8,
  Object = 16,
  Plan = 32,
  /** A bare object is what its subject does, and no report: "rejected the offer". */
  Deed = 64,
  /** Its subject hears what somebody else says. */
  Hearing = 128,
}

/** What else a word may be, as bits: it may report, begin a phrase that reports, deny, make a verb passive, help a verb, stand for a noun before it. */
export const enum Role {
  Cue = 1,
  Phrase = 2,
  Denial = 4,
  Passive = 8,
  Auxiliary = 16,
  Relative = 32,
}

/** What a word is to reported speech. A word's code is its index in `Cues.entries`; every form of one verb has the same. */
export interface Entry {
  readonly role: 'context' | 'verb' | 'noun' | 'phrase' | 'colon';
  readonly act: Act;
  /** Bits of `Takes`; 0 for what is no verb. */
  readonly takes: number;
  /** The same without what only rules ask for, as the weights know it. */
  readonly frame: number;
}

/** A row of words around a verb that together report nothing. */
export interface SetPhrase {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

interface Phrase {
  readonly code: number;
  readonly words: readonly string[];
  readonly sourceAfter: boolean;
}

/** The words of a language by their forms, ready to be looked up once a token. */
export interface Cues {
  readonly entries: readonly Entry[];
  readonly codes: ReadonlyMap<string, number>;
  /** The same by the words' hashes (`hashWord`), 0 for all others: what every token is looked up in. */
  readonly codeOf: HashTable;
  /** For each code, bits of `Role`. */
  readonly roles: Uint8Array;
  /** Phrases by the code of their first word. */
  readonly phrases: ReadonlyMap<number, readonly Phrase[]>;
  /** Set phrases by the code of their verb. */
  readonly setPhrases: ReadonlyMap<number, readonly SetPhrase[]>;
  readonly refusals: ReadonlySet<string>;
  readonly rebuttals: ReadonlySet<string>;
  readonly times: ReadonlySet<string>;
  readonly timeNouns: ReadonlySet<string>;
  readonly conditions: ReadonlySet<string>;
  readonly contrasts: ReadonlySet<string>;
  /** Nouns that report, as written in lower case: many share their forms with verbs. */
  readonly nouns: ReadonlySet<string>;
  /** Nouns that report only what they are said to be: "her answer was “no”". */
  readonly verdicts: ReadonlySet<string>;
  /** The conjunction that opens a reported clause. */
  readonly that: number;
  /** The preposition behind which a verb says what its object is. */
  readonly predicative: number;
  readonly colon: number;
  /** Words that with a phrase behind `partOf` name some of a group: "one", "of". */
  readonly partitives: ReadonlySet<string>;
  readonly partOf: string;
}

const TAKES: Readonly<Record<string, Takes>> = {
  c: Takes.Clause,
  q: Takes.Quotation,
  i: Takes.Infinitive,
  w: Takes.Question,
  o: Takes.Object,
  p: Takes.Plan,
  d: Takes.Deed,
  h: Takes.Hearing,
};
const CONTEXT: Entry = { role: 'context', act: 'speech', takes: 0, frame: 0 };
/** The bits of `Takes` that the weights know. */
const FRAME = Takes.Deed - 1;

export function compileCues(words: FrameWords): Cues {
  const codes = new Map<string, number>(),
    entries: Entry[] = [CONTEXT];
  const put = (form: string, code: number): void => void (codes.has(form) || codes.set(form, code));
  for (const word of list(words.context)) {
    put(word, entries.length);
    entries.push(CONTEXT);
  }
  const verbForms = new Set(Object.values(words.verbs).flatMap((text) => text.split(/\s/))),
    phraseWords = words.phrases.map((phrase) => phrase.words.split(' '));
  for (const word of phraseWords.map(([first]) => first ?? '')) {
    if (codes.has(word) || verbForms.has(word)) continue;
    put(word, entries.length);
    entries.push(CONTEXT);
  }
  put(':', entries.length);
  entries.push({ role: 'colon', act: 'speech', takes: 0, frame: 0 });
  for (const act of ['speech', 'thought', 'plan'] as const) {
    for (const line of words.verbs[act].split('\n').filter(Boolean)) {
      const [takes = '', ...forms] = line.split(' ');
      for (const form of forms) put(form, entries.length);
      const bits = [...takes].reduce((sum, letter) => sum | (TAKES[letter] ?? 0), 0);
      entries.push({ role: 'verb', act, takes: bits, frame: bits & FRAME });
    }
  }
  for (const noun of list(`${words.nouns} ${words.verdicts}`)) {
    put(noun, entries.length);
    entries.push({ role: 'noun', act: 'speech', takes: 0, frame: 0 });
  }
  const phrases = new Map<number, Phrase[]>();
  words.phrases.forEach((phrase, index) => {
    const first = codes.get(phraseWords[index]?.[0] ?? '') ?? 0;
    phrases.set(first, [
      ...(phrases.get(first) ?? []),
      { code: entries.length, words: phraseWords[index] ?? [], sourceAfter: phrase.source === 'after' },
    ]);
    entries.push({ role: 'phrase', act: 'speech', takes: 0, frame: 0 });
  });
  return {
    entries,
    codes,
    codeOf: byHash(codes),
    phrases,
    roles: rolesOf(words, codes, entries, phrases),
    setPhrases: setPhrasesOf(words, codes),
    refusals: new Set(list(words.refusals)),
    rebuttals: new Set(list(words.rebuttals)),
    times: new Set(list(words.times)),
    timeNouns: new Set(list(words.timeNouns)),
    conditions: new Set(list(words.conditions)),
    contrasts: new Set(list(words.contrasts)),
    nouns: new Set(list(words.nouns)),
    verdicts: new Set(list(words.verdicts)),
    that: codes.get(words.opener) ?? -1,
    predicative: codes.get(words.predicative) ?? -1,
    colon: codes.get(':') ?? -1,
    partitives: new Set(list(words.partitives)),
    partOf: words.partOf,
  };
}

function setPhrasesOf(words: FrameWords, codes: ReadonlyMap<string, number>): Map<number, SetPhrase[]> {
  const phrases = new Map<number, SetPhrase[]>();
  for (const text of words.setPhrases) {
    const [before = '', verb = '', after = ''] = text.split(/[[\]]/),
      code = codes.get(verb) ?? -1;
    phrases.set(code, [...(phrases.get(code) ?? []), { before: list(before), after: list(after) }]);
  }
  return phrases;
}

function byHash(codes: ReadonlyMap<string, number>): HashTable {
  const table = new HashTable(codes.size);
  for (const [form, code] of codes) table.set(hashWord(form), code);
  return table;
}

function rolesOf(
  words: FrameWords,
  codes: ReadonlyMap<string, number>,
  entries: readonly Entry[],
  phrases: ReadonlyMap<number, unknown>,
): Uint8Array {
  const roles = Uint8Array.from(
    entries,
    (entry, code) =>
      (entry.role === 'context' || entry.role === 'phrase' ? 0 : Role.Cue) | (phrases.has(code) ? Role.Phrase : 0),
  );
  const mark = (text: string, role: Role): void => {
    for (const word of list(text)) {
      const code = codes.get(word);
      if (code !== undefined) roles[code] = (roles[code] ?? 0) | role;
    }
  };
  mark(words.denials, Role.Denial);
  mark(words.passives, Role.Passive);
  mark(words.auxiliaries, Role.Auxiliary);
  mark(words.relatives, Role.Relative);
  return roles;
}

function list(text: string): string[] {
  return text.split(/\s+/).filter(Boolean);
}
