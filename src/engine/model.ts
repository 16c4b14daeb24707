/**
 * What the engine says about an article. Everything here is readonly and survives `JSON.stringify` unchanged.
 *
 * Offsets are UTF-16 code units into the text as it was given (a BOM, CR LF and emoji count as they stand), half-open.
 */

/** A half-open stretch of text: from `start` up to, not including, `end`. */
export type Span = readonly [start: number, end: number];

/** What a block of text is: only `headline`, `caption` and `body` are prose that may quote somebody. */
export type BlockKind = 'header' | 'headline' | 'byline' | 'dateline' | 'caption' | 'body' | 'boilerplate';

/** A stretch of text that is analysed by itself: a paragraph, or a line of its own kind within one. */
export interface Block {
  readonly span: Span;
  readonly kind: BlockKind;
}

/** Why a result is as it is. */
export interface Why {
  /** The rule that decided, an id that `explain` (explain.ts) turns into a sentence. */
  readonly rule: string;
  /** The words that the decision rests on, or null where it rests on no particular words. */
  readonly evidence: Span | null;
  /** How sure the rule is, from 0 to 1. Below `DOUBTFUL` a reader should be told. */
  readonly confidence: number;
}

/** Results less sure than this are shown as doubtful. */
export const DOUBTFUL = 0.5;

/** Somebody else whom a decision might have named, the likeliest first. */
export interface Candidate {
  readonly entity: string;
  readonly confidence: number;
}

/** Who said something, and how the text says so. */
export interface Attribution {
  /** The words that name who spoke ("he", "Mr Okafor"), or null where the text has none for this piece. */
  readonly source: Span | null;
  /** The reporting word or phrase ("said", "according to"), or null. */
  readonly cue: Span | null;
  /** The id of the entity that spoke, or null where the text does not say. */
  readonly speaker: string | null;
  /** The ids of all who said it together, the first of them `speaker`; empty where the text does not say. */
  readonly speakers: readonly string[];
  readonly why: Why;
  readonly candidates: readonly Candidate[];
}

/** `direct`: a clause in the speaker's words; `partial`: a phrase within the writer's sentence; `other`: no speech behind the marks. */
export type MarkedKind = 'direct' | 'partial' | 'other';

/** The kinds of what stands between marks; and `turn`: what somebody says in an interview, a debate or a transcript, behind a label. */
export type QuotationKind = MarkedKind | 'turn';

/** A stretch between quotation marks, marks included; or a turn of a transcript, from behind its label to its end. */
export interface Quotation extends Attribution {
  readonly id: string;
  readonly span: Span;
  readonly kind: QuotationKind;
  /** The id of the piece before, where one quotation runs over several paragraphs. */
  readonly continues: string | null;
  /** The id of the quotation that this one stands in. */
  readonly inside: string | null;
}

/** Whether a statement reports what was said, what was thought, or what is planned. */
export type Act = 'speech' | 'thought' | 'plan';

/** Reported speech without marks; the span is the reported content alone. */
export interface Statement extends Attribution {
  readonly id: string;
  readonly span: Span;
  readonly act: Act;
  /** True where the cue is denied ("did not say that ..."). */
  readonly negated: boolean;
}

export type DateType = 'DATE' | 'TIME' | 'DURATION' | 'SET';

/** A temporal expression with its TIMEX3 value; X stands for each digit that cannot be known. */
export interface DateExpression {
  readonly id: string;
  readonly span: Span;
  readonly type: DateType;
  readonly value: string;
  /** TIMEX3's mod ("APPROX", "START", "MID", "END", ...), or null. */
  readonly mod: string | null;
  /** Values that an open expression may have, the likeliest first; empty where the value is whole. */
  readonly candidates: readonly string[];
  readonly why: Why;
}

export type EntityType = 'person' | 'organization' | 'place' | 'group' | 'event';
export type MentionForm = 'name' | 'role' | 'pronoun';

/** One naming of an entity in the text. */
export interface Mention {
  readonly span: Span;
  readonly form: MentionForm;
  readonly why: Why;
  readonly candidates: readonly Candidate[];
}

export interface Entity {
  readonly id: string;
  /** The same for the same name in any text or version of it: what colours and corrections hold on to. */
  readonly key: string;
  /** The fullest form in the article. */
  readonly name: string;
  readonly type: EntityType;
  /** What the article calls it beside its name ("harbour minister"), fullest first. */
  readonly roles: readonly string[];
  /** In order of the text. */
  readonly mentions: readonly Mention[];
}

/** The day the article itself states or the reader gave: ISO 8601, to the precision known, or null. Never today, never the file's time. */
export interface Published {
  readonly value: string | null;
  readonly span: Span | null;
  readonly from: 'text' | 'file name' | 'reader' | 'nothing';
}

/** Something about the text that a careful reader should look at. */
export interface Issue {
  readonly kind: 'unclosed-mark' | 'stray-mark' | 'weekday-mismatch' | 'impossible-date' | 'two-dates';
  readonly span: Span;
}

/** One text with all its annotations, each list in order of the text. */
export interface Article {
  readonly published: Published;
  readonly blocks: readonly Block[];
  readonly quotations: readonly Quotation[];
  readonly statements: readonly Statement[];
  readonly dates: readonly DateExpression[];
  readonly entities: readonly Entity[];
  /** Words that name a person where the text does not show clearly whom: mentions of nobody, with those who may be meant as candidates. */
  readonly unclear: readonly Mention[];
  readonly issues: readonly Issue[];
}
