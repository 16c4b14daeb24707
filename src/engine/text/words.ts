/** Words that the scanner must know. All in lower case, ' for any apostrophe. */
export interface TokenWords {
  /** Endings that are tokens of their own: "'s", "n't", "'ll". */
  readonly clitics: readonly string[];
  /** Words whose full stop belongs to them, without it: "mr", "jan", "inc". */
  readonly abbreviations: readonly string[];
  /** The same, but only before a number: "no", "p". */
  readonly beforeNumber: readonly string[];
}

/** Words that sentences and their ends are told by. */
export interface SentenceWords {
  /** Abbreviations that never end a sentence, because a name follows: "mr", "gen". */
  readonly titles: readonly string[];
  /** Words that, with a capital, begin a sentence after an abbreviation: "the", "he", "but". */
  readonly openers: readonly string[];
  /** Reporting verbs that go on with the sentence of a quotation that ended in a stop: “Never.” Lee said. */
  readonly reporting: readonly string[];
}

/** Words that tell the kinds of blocks. All in lower case. */
export interface BlockWords {
  /** Months, weekdays and their abbreviations, and what else a line that is only a date holds ("at", "gmt"). */
  readonly months: readonly string[];
  readonly dateLine: readonly string[];
  /** First words of a line that states when the text was made: "published", "last updated". */
  readonly headerStarts: readonly string[];
  /** The word that crawlers put before the date of a page. */
  readonly crawlKeys: readonly string[];
  /** Beginnings of bylines ("by"), and of credits at an article's end ("reporting by"). */
  readonly bylineStarts: readonly string[];
  readonly creditStarts: readonly string[];
  /** What an author's line calls the author: "correspondent". */
  readonly bylineRoles: readonly string[];
  /** Beginnings of captions ("image:", "photo by"), and agencies that stand after one. */
  readonly captionStarts: readonly string[];
  readonly agencies: readonly string[];
  /** What a credit may say beside agencies and names ("file photo"): "Meridian/Ann Lee/File Photo". */
  readonly creditParts: readonly string[];
  /** Whole lines ("read more") and beginnings of lines ("live updates:") that belong to the page and not to the article. */
  readonly pageLines: readonly string[];
  readonly pageStarts: readonly string[];
  /** Small words inside names: "de", "van". */
  readonly nameParticles: readonly string[];
}

/** Words that bound noun phrases. All in lower case. */
export interface PhraseWords {
  /** Names of days: "Lee Tuesday said" is two phrases. */
  readonly days: readonly string[];
  /** Titles of courtesy, which begin a phrase: "in a letter Mrs Lee" is two. */
  readonly courtesies: readonly string[];
  /** Nouns of time and the words before them that make a phrase of its own: "last week Senator Lee" is two. */
  readonly times: readonly string[];
  readonly timeStarts: readonly string[];
  /** Words that stand before a role's own adjectives: "deputy foreign minister". */
  readonly ranks: readonly string[];
  /** Quantities that stand for people or things by themselves: "many", "several". */
  readonly quantities: readonly string[];
}

/** What scripts/train-tags.ts learned. */
export interface TagWeights {
  /** For each class of words, the tags it allows as bits, and which auxiliary its words are (`Auxiliary` in features.ts). */
  readonly classes: Int32Array;
  readonly auxiliaries: Uint8Array;
  /** The lexicon's hash table: 16 bits of hash for each slot, and a class for each. */
  readonly prints: Uint16Array;
  readonly slots: Uint8Array;
  /** The tagger's weights; their number is a power of two. */
  readonly weights: Int8Array;
}

/** Words that the labels of interviews, debates and transcripts are told by. All in lower case, ' for any apostrophe. */
export interface LabelWords {
  /** What stands before a question and an answer: "q", "a". */
  readonly questions: ReadonlySet<string>;
  readonly answers: ReadonlySet<string>;
  /** The word that begins the label of an office: "the" of "The Presiding Officer". */
  readonly article: string;
  /** Titles before a name: "mr", "senator"; and words in lower case that an office may hold: "pro tempore". */
  readonly titles: ReadonlySet<string>;
  readonly inTitles: ReadonlySet<string>;
  /** Small words inside names and offices: "of", "van". */
  readonly small: ReadonlySet<string>;
  /** Words that stand before a colon and name nobody: "note", "photo", "serves". */
  readonly notLabels: ReadonlySet<string>;
  /** Parts in a conversation that stand for whoever has them: "moderator", "witness". */
  readonly parts: ReadonlySet<string>;
  /** Words of the first and second person, which are spoken rather than written; and those of the first alone. */
  readonly spoken: ReadonlySet<string>;
  readonly own: ReadonlySet<string>;
  /** Words of a sentence that tells who interviews whom, and those right before the one who is interviewed. */
  readonly interviews: ReadonlySet<string>;
  readonly leads: ReadonlySet<string>;
  /** The chair that speeches are addressed to, behind a title: "president" of "Mr. President". */
  readonly addresses: ReadonlySet<string>;
}

/** The words and weights of one language that text/ needs. */
export interface TextWords {
  readonly language: string;
  readonly tokens: TokenWords;
  readonly sentences: SentenceWords;
  readonly blocks: BlockWords;
  readonly phrases: PhraseWords;
  readonly labels: LabelWords;
  readonly tags: TagWeights;
}
