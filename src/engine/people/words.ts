/** Feminine, masculine, neither (the article says “they” of one person), or not shown. */
export type Gender = 'f' | 'm' | 'n' | null;

/** What a pronoun says of whom it means. */
export interface PronounWord {
  readonly person: 1 | 3;
  readonly many: boolean;
  readonly gender: Gender;
  /** Whether it stands for the subject, another place, an owner, or points back within the clause. */
  readonly slot: 'subject' | 'object' | 'owner' | 'self';
}

/** The words and weights of one language that people/ needs. All words in lower case, ' for any apostrophe. */
export interface PeopleWords {
  readonly language: string;
  readonly pronouns: ReadonlyMap<string, PronounWord>;
  /** Nouns that mean a person, in the singular, and those that show a gender. */
  readonly personNouns: ReadonlySet<string>;
  readonly nounGender: ReadonlyMap<string, 'f' | 'm'>;
  /** Endings that show a gender in nouns of any list ("woman"). */
  readonly genderEndings: readonly (readonly [ending: string, gender: 'f' | 'm'])[];
  /** Nouns that mean a group of people: what "they" may stand for. */
  readonly groupNouns: ReadonlySet<string>;
  /** Singular nouns that mean a few people together: what “they” may stand for ("couple"). */
  readonly together: ReadonlySet<string>;
  /** Words for a thing or body ("it"), which names somebody only where it is the source of what is said. */
  readonly things: ReadonlyMap<string, PronounWord>;
  /** Nouns for bodies ("firm", "committee") and words of their names ("plc"), each with its kinds as bits: what is of one kind may stand for one another. */
  readonly bodyKinds: ReadonlyMap<string, number>;
  /** Words that join two names to several people ("and"). */
  readonly coordinators: ReadonlySet<string>;
  /** Endings that make a surname its family ("the Okafors"), the longest first. */
  readonly familyEndings: readonly string[];
  /** Nouns for somebody from a place ("spaniard"). */
  readonly natives: ReadonlySet<string>;
  /** What follows the years in a word for somebody's age ("-year-old"). */
  readonly ageEnding: string;
  /** Participles that give a description its name ("named", "identified"). */
  readonly namings: ReadonlySet<string>;
  /** The words for pronouns, behind those that somebody uses ("they/them pronouns"). */
  readonly pronounNouns: ReadonlySet<string>;
  /** The singular of a plural noun, or null where the word is no plural. */
  readonly singular: (noun: string) => string | null;
  /** Titles that show a gender ("mrs"). */
  readonly titleGender: ReadonlyMap<string, 'f' | 'm'>;
  /** Words of courtesy that are no role of anybody ("mr", "dr"). */
  readonly courtesy: ReadonlySet<string>;
  /** Given names mostly of women or of men: weak evidence. */
  readonly givenGender: ReadonlyMap<string, 'f' | 'm'>;
  /** One spelling for all spellings of a given name. */
  readonly spelling: ReadonlyMap<string, string>;
  /** Short forms of a given name: "william" has "bill". */
  readonly nicknames: ReadonlyMap<string, ReadonlySet<string>>;
  /** Words before a noun that say the reader knows who is meant, and those that bring in somebody new. */
  readonly definite: ReadonlySet<string>;
  readonly indefinite: ReadonlySet<string>;
  /** Owners that are nobody ("its" of "its director"): no part of a role by itself. */
  readonly impersonal: ReadonlySet<string>;
  /** Tokens that mark the words before them as an owner ("'s"). */
  readonly possessives: ReadonlySet<string>;
  /** Forms of "be" and "become". */
  readonly copulas: ReadonlySet<string>;
  /** The word between a role and what it is a role of ("of", "for", "at", "in", "to"). */
  readonly roleLinks: ReadonlySet<string>;
  /** Nouns for somebody of the same office elsewhere ("counterpart"). */
  readonly counterparts: ReadonlySet<string>;
  /** Nouns for kin: "his father" is somebody beside "him". */
  readonly kin: ReadonlySet<string>;
  /** Words that make an office another's ("former", "vice"), to one spelling of each. */
  readonly ranks: ReadonlyMap<string, string>;
  /** Nouns that may stand for one another when they name the holder of an office: each to all of its sets' words. */
  readonly offices: ReadonlyMap<string, ReadonlySet<string>>;
  /** Words after a name that tell generations apart and name nobody ("jr"). */
  readonly generations: ReadonlySet<string>;
  /** Other spellings of the small words of surnames ("el" for "al"). */
  readonly particles: ReadonlyMap<string, string>;
  /** Honours, degrees and offices in letters after a name ("kc", "phd"): no part of it. */
  readonly postNominals: ReadonlySet<string>;
  /** Legal forms and articles that the name of an organization may drop ("ltd", "the"). */
  readonly droppable: ReadonlySet<string>;
  /** Words that an abbreviation may pass over ("of", "and", "the"). */
  readonly small: ReadonlySet<string>;
  /** Words that a place's name may drop ("city"). */
  readonly placeWords: ReadonlySet<string>;
  /** Another naming of the same place ("kiev") or people, to the one used in keys ("kyiv"). */
  readonly places: ReadonlyMap<string, string>;
  /** Adjectives and peoples to their country's naming ("french" to "france"). */
  readonly demonyms: ReadonlyMap<string, string>;
  /** Weights of the features of features.ts, learned by scripts/train-people.ts. */
  readonly pronounWeights: ArrayLike<number>;
  readonly roleWeights: ArrayLike<number>;
  readonly bodyWeights: ArrayLike<number>;
}
