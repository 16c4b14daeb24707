import type { FeastRule } from './form';

/**
 * The kinds of word that temporal expressions are made of. A pattern (DateWords.patterns) is written over these names. Words that
 * may be something else as well ("may", "sun", "second", "fall") have a kind of their own, so that a pattern can ask for more.
 */
export const TERM_KINDS = [
  'THE',
  'A',
  'THIS',
  'THAT',
  'THESE',
  'SAME',
  'OWN',
  'EVERY',
  'TIMES',
  'LAST',
  'PAST',
  'PREVIOUS',
  'NEXT',
  'COMING',
  'FOLLOWING',
  'CURRENT',
  'LATEST',
  'RECENT',
  'WHOLE',
  'EARLY',
  'LATE',
  'MID',
  'EDGE',
  'EARLIER',
  'LATER',
  'AGO',
  'BEFORE',
  'AFTER',
  'HENCE',
  'FROM',
  'UNIT',
  'UNITS',
  'DAYUNIT',
  'YEARUNIT',
  'QUARTER',
  'QUARTERS',
  'HALF',
  'PERIOD',
  'WEEKEND',
  'WEEKENDS',
  'DECADEUNIT',
  'CENTURYUNIT',
  'SEASON',
  'FALL',
  'MONTH',
  'MONTHWORD',
  'MONTHSHORT',
  'WEEKDAY',
  'WEEKDAYS',
  'WEEKDAYSHORT',
  'DAYPART',
  'NIGHT',
  'DAYPARTS',
  'HOURS',
  'WORKDAYS',
  'NOON',
  'TODAY',
  'TONIGHT',
  'FEAST',
  'NUMBER',
  'SMALL',
  'YEAR',
  'ORDINAL',
  'ORDINALDAY',
  'DECADE',
  'DECADEWORD',
  'CLOCK',
  'AMPM',
  'OCLOCK',
  'ZONE',
  'ISO',
  'SHORTDATE',
  'SOME',
  'FEW',
  'COUPLE',
  'APPROX',
  'OVER',
  'JUST',
  'OR',
  'SO',
  'MORE',
  'LONG',
  'OLD',
  'SETWORD',
  'OF',
  'IN',
  'DURING',
  'AT',
  'ON',
  'COMMA',
  'AND',
  'TO',
  'POSSESSIVE',
  'APOSTROPHE',
  'FISCAL',
  'FISCALYEAR',
  'PARTNAME',
  'ERA',
  'SINCE',
  'NOW',
  'REF',
  'FUTURE',
  'TIMEWORD',
  'THEN',
  'ENDING',
  'AHEAD',
] as const;
export type TermKind = (typeof TERM_KINDS)[number];

/** What a word stands for: a number (3 for "March" and "three"), or a TIMEX3 word ("APPROX", "TMO", "day", "PAST_REF"). */
export type TermValue = number | string;

/** How a matched pattern becomes a form; build.ts holds one maker for each. */
export type Maker =
  | 'calendar'
  | 'iso'
  | 'era'
  | 'fiscalYear'
  | 'shortDate'
  | 'dayList'
  | 'yearRange'
  | 'decade'
  | 'century'
  | 'part'
  | 'quarterList'
  | 'weekday'
  | 'weekdaySet'
  | 'today'
  | 'daypart'
  | 'clock'
  | 'feast'
  | 'shift'
  | 'back'
  | 'ahead'
  | 'weekOn'
  | 'agoOn'
  | 'lastYear'
  | 'monthDay'
  | 'hours'
  | 'spokenClock'
  | 'yearDecade'
  | 'earlier'
  | 'later'
  | 'latest'
  | 'nth'
  | 'anchor'
  | 'duration'
  | 'durationBefore'
  | 'vagueDuration'
  | 'set'
  | 'reference'
  | 'clauseDay'
  | 'nothing';

/** One kind of expression: a regular expression over term kinds, white space between its parts. `$name` stands for a macro. */
export interface DatePattern {
  readonly pattern: string;
  readonly make: Maker;
  /** Read, but no expression by itself: what comes before the expression proper ("in" before a bare month). */
  readonly lead?: number;
  /** Steps of a shift, or what else the maker needs to know. */
  readonly count?: number;
  readonly value?: string;
  readonly mod?: string;
}

/** The words and weights of one language that dates/ needs. */
export interface DateWords {
  readonly language: string;
  /** Words, in lower case, by kind; an entry of several words has single blanks. */
  readonly terms: Readonly<Partial<Record<TermKind, Readonly<Record<string, TermValue>>>>>;
  /** Kinds that may begin an expression's search; all other words matter only beside one of these. */
  readonly triggers: readonly TermKind[];
  /** Named days and when they fall; keys as in `terms.FEAST`. */
  readonly feasts: Readonly<Record<string, FeastRule>>;
  /** Number words: units and tens, and those that multiply. */
  readonly numbers: Readonly<Record<string, number>>;
  readonly multipliers: Readonly<Record<string, number>>;
  /** Words inside a number ("two hundred and five", "two and a half"). */
  readonly numberAnd: string;
  readonly numberArticle: string;
  readonly numberHalf: string;
  /** Endings that make a figure an ordinal. */
  readonly ordinalEndings: readonly string[];
  readonly macros: Readonly<Record<string, string>>;
  readonly patterns: readonly DatePattern[];
  /** Words after or before a bare number of four digits that show it is a year; symbols and words that show it is none. */
  readonly yearBefore: readonly string[];
  /** Those of them that stand as often before another number ("for 1500", "than 1200"). */
  readonly numberBefore: readonly string[];
  readonly notYearBefore: readonly string[];
  readonly notYearAfter: readonly string[];
  /** Words before a bare month that show it is one. */
  readonly monthBefore: readonly string[];
  /** Words before four figures with "hours" that make them a time of day ("at 1430 hours"). */
  readonly hourBefore: readonly string[];
  /** Words before a short weekday that show it is one ("on Mon"), and short weekdays that are nothing else. */
  readonly shortDayBefore: readonly string[];
  readonly plainShortDays: readonly string[];
  /** Words before a day without its month ("on the 5th"). */
  readonly monthDayBefore: readonly string[];
  /** Words before a time of day in figures ("at 22:30"). */
  readonly clockBefore: readonly string[];
  /** Helping verbs that put what they govern ahead; other words of plan; helping verbs of the past, and the one that makes a plan a past one. */
  readonly futureWords: readonly string[];
  readonly planWords: readonly string[];
  readonly pastWords: readonly string[];
  readonly perfect: string;
  /** Forms after which an infinitive is a plan ("are to meet"). */
  readonly presentBe: readonly string[];
  /** What stands before such a form where it only names the day ("it is Friday"). */
  readonly presentDummies: readonly string[];
  /** Verbs whose present says nothing of a coming day: those that report and those that last ("says", "remains"). */
  readonly timelessVerbs: readonly string[];
  /** Verbs whose past is written like their present ("cut", "hit"): in the news it is the past. */
  readonly sameForms: readonly string[];
  /** Words that make the date after them the start of what goes on ("since"). */
  readonly openStarts: readonly string[];
  /** Words of aim and what must follow them ("set for"). */
  readonly aims: readonly string[];
  readonly aimEnds: readonly string[];
  /** Words before a stretch of time that say how long ("for two weeks"); before "a week", that it is a rate ("twice a week"). */
  readonly stretchBefore: readonly string[];
  readonly rateBefore: readonly string[];
  /** Words that make the date after them the end of what goes on ("until"). */
  readonly openEnds: readonly string[];
  /** What may stand between the start of a clause and its date. */
  readonly datePrepositions: readonly string[];
  readonly possessive: string;
  /** The word that opens a content clause ("that"). */
  readonly complementizer: string;
  /** Verbs whose infinitive lies ahead ("plans to", "is expected to"). */
  readonly infinitive: string;
  /** Labels of a date that is not the first publication's, and words of lines whose date is not the article's. */
  readonly updatedLabels: readonly string[];
  readonly copyrightWords: readonly string[];
  /** Words of lines that state the article’s date ("posted on", "for immediate release"), and small words among them. */
  readonly headerLabels: readonly string[];
  readonly headerLinks: readonly string[];
}
