/** The words and weights of one language that names/ needs. */
export interface NameWords {
  readonly language: string;
  /** Lists of known words and phrases, packed by scripts/build-gazetteers.ts. */
  readonly lists: Uint8Array;
  /** Hashes of the names of smaller towns, packed by the same script. */
  readonly towns: Uint8Array;
  /** Words in lower case that may stand inside a name between two capitalised words ("of", "the", "'s"). */
  readonly connectors: readonly string[];
  /** Words in lower case that may begin a surname ("van", "de"). */
  readonly particles: readonly string[];
  /** Words in lower case that may end a name ("the Iraq war", "the Keller administration"), and those that may stand before them ("high court"). */
  readonly tails: readonly string[];
  readonly beforeTails: readonly string[];
  /** The ending that makes a surname its family ("the Okafors"). */
  readonly familyEnding: string;
  /** First parts of compounds that are not part of the name after them ("pro", "post"). */
  readonly prefixes: readonly string[];
  /** Forms of address and ranks that belong to the name behind them ("mr", "gen"), without their full stop. */
  readonly titles: readonly string[];
  /** Those that nothing but other titles stands before ("mr"), and those that take names before them, but no plain noun ("sen"). */
  readonly courtesies: readonly string[];
  readonly ranks: readonly string[];
  /** Titles that are names with the place behind them ("Duke of Harwick"). */
  readonly peers: readonly string[];
  /** Letters behind a name that tell of orders, degrees and seats ("obe"). */
  readonly letters: readonly string[];
  /** Words that begin a title: only a name stands before them ("former"). */
  readonly openers: readonly string[];
  /** Nouns of time, which are part of no title ("last week Senator Lee"). */
  readonly ofTime: readonly string[];
  /** Further nouns for what somebody is or does, beside the list of roles. */
  readonly roles: readonly string[];
  /** Last parts of compounds whose first part is the role ("president-elect"). */
  readonly elected: readonly string[];
  /** Nouns for somebody's relations, which are no titles ("his father Ann Lee"). */
  readonly relations: readonly string[];
  /** Bodies named for the building they sit in. */
  readonly seats: readonly string[];
  /** Words that may stand before a role within a title ("former", "deputy"). */
  readonly modifiers: readonly string[];
  /** Nouns that a role may govern in a title ("secretary of state"). */
  readonly offices: readonly string[];
  /** Heads of bodies that belong to the country before them ("Freedonia's Defence Ministry"). */
  readonly bodies: readonly string[];
  /** Further last words of the names of organizations ("school", "herald"). */
  readonly institutions: readonly string[];
  /** Legal forms of companies ("ltd"). */
  readonly firms: readonly string[];
  /** Words between a body and what it is for or of ("Ministry of Health"). */
  readonly links: readonly string[];
  /** Parts of the world named for their governments, behind `article`, and the words for what is theirs. */
  readonly blocs: { readonly article: string; readonly places: readonly string[]; readonly groups: readonly string[] };
  /** Months and weekdays: never a name by themselves. */
  readonly calendar: readonly string[];
  /** Learned weights, packed by scripts/train-names.ts. */
  readonly weights: NameWeights;
  /** Learned weights of what the article makes of a naming (names/verdict.ts), by scripts/train-names.ts. */
  readonly verdict: readonly number[];
  /** Clusters of words that turn up in like places, packed by scripts/build-clusters.ts. */
  readonly clusters: Uint8Array;
  /** Words that are common in lower case: a Bloom filter, packed by scripts/train-names.ts. */
  readonly common: Uint8Array;
}

/** The hash table of features and their rows of weights, as `packWeights` lays them out. */
export interface NameWeights {
  /** What one step of a weight stands for. */
  readonly scale: number;
  readonly seen: Int32Array;
  readonly slots: Int32Array;
  readonly rows: Int8Array;
}

/** The kinds of list, each of which the model sees as evidence of its own. */
export type ListName =
  'given' | 'surname' | 'country' | 'city' | 'place' | 'group' | 'organization' | 'company' | 'event' | 'role';
