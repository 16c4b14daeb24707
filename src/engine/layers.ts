/**
 * What the stages hand to one another. All spans here count from the start of their block, so that an unchanged block keeps its
 * results wherever an edit elsewhere moves it; engine.ts turns them into the article's own offsets.
 */
import type { Form as TemporalForm } from './dates/form';
import type {
  Act,
  BlockKind,
  DateType,
  EntityType,
  Issue,
  MarkedKind,
  MentionForm,
  Published,
  QuotationKind,
  Span,
  Why,
} from './model';

/** Part of speech and form of a token, as coarse as the stages need. */
export enum Tag {
  Noun,
  Nouns,
  Name,
  Verb,
  VerbS,
  Past,
  Participle,
  Gerund,
  Modal,
  Adjective,
  Adverb,
  Determiner,
  Pronoun,
  Possessive,
  Preposition,
  To,
  Conjunction,
  Wh,
  Number,
  Particle,
  Quote,
  Stop,
  Comma,
  Punctuation,
  Other,
}

/** How a token is written. */
export enum Shape {
  Lower,
  Capital,
  Upper,
  Mixed,
  Digits,
  Symbol,
}

/** The tokens of a block as parallel arrays. "Mr Okafor’s" is three tokens: "Mr", "Okafor", "’s". */
export interface Tokens {
  readonly count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** The words as written, and in lower case with ’ as '. */
  readonly word: readonly string[];
  readonly lower: readonly string[];
  /** The hash (`hashWord`) of each lower-case form, for look-ups by word. */
  readonly hash: Int32Array;
  readonly tag: Uint8Array;
  readonly shape: Uint8Array;
}

/** A stretch of tokens: `from` up to, not including, `to`, indices into `Tokens`. */
export interface TokenRange {
  readonly from: number;
  readonly to: number;
}

/** A noun phrase without its relative clauses: determiner, modifiers, head; `head` is the index of the head token. */
export interface Phrase extends TokenRange {
  readonly head: number;
}

/** text/: a block's words. */
export interface TextLayer {
  readonly text: string;
  readonly kind: BlockKind;
  readonly tokens: Tokens;
  readonly sentences: readonly TokenRange[];
  /** Noun phrases in order, none inside another. */
  readonly phrases: readonly Phrase[];
}

/**
 * How a label is written: before a question or an answer ("Q:"), as the record of a congress writes it ("Mr. LEE. "), with a mark
 * of its own (a time, brackets, bold: "[00:12:31] Ann Lee"), or with a colon alone ("Lee:").
 */
export type LabelForm = 'question' | 'answer' | 'record' | 'marked' | 'plain';

/** text/: what stands at the start of a block and may say who speaks in it; the article decides. */
export interface TurnLabel {
  readonly form: LabelForm;
  /** The words that name who speaks ("MR LEE", "Q"), and the same plain, for comparing labels. */
  readonly name: Span;
  readonly key: string;
  /** Where the words behind it begin, and whether the block holds none, so that they stand in the next one. */
  readonly begins: number;
  readonly alone: boolean;
  /** Whether it is a title with a name, all in capitals, a part in a conversation ("Moderator"), or stands behind a time. */
  readonly titled: boolean;
  readonly capitals: boolean;
  readonly part: boolean;
  readonly timed: boolean;
  /** Whether the words behind it end as sentences do, speak of "I" or "you" or ask, and address the chair. */
  readonly sentence: boolean;
  readonly spoken: boolean;
  readonly addressed: boolean;
}

/** names/: a stretch that may be a name, with what each type scores; the article as a whole decides (names/vote.ts). */
export interface NameCandidate extends TokenRange {
  /** The whole mention, its title included. One candidate may stand inside another ("French" in "French President Ann Lee"). */
  readonly span: Span;
  /** The likeliest type by itself, and how sure the block alone makes it, 0 to 1. */
  readonly type: EntityType;
  readonly confidence: number;
  /** The tokens of a title before the core ("Mr", "French Foreign Minister"), or null; part of the span where the name is a person's. */
  readonly title: TokenRange | null;
  /** The span that the name has as a person's: with its title. */
  readonly titledSpan: Span;
  /** The name without its title ("Ann Lee"): its tokens and its span. */
  readonly core: TokenRange;
  readonly coreSpan: Span;
  /** The core in lower case, one blank between words, no brackets or marks: namings with one key are one name. */
  readonly key: string;
  /** Of a name of several words: the keys of the short forms that the text may use for it ("lee" of "ann lee"). */
  readonly parts: readonly string[] | null;
  /** Who speaks for the parts (`Speaker` of names/verdict.ts); null where nobody does. */
  readonly speaker: number | null;
  /** Log-odds of each of `ENTITY_TYPES` (names/types.ts) against being no name at all. */
  readonly scores: readonly number[];
  /** True where the capital may come from the place alone (first word of a sentence, headline): other namings must confirm it. */
  readonly weak: boolean;
  /** True where the word alone is a month, a day or a title: a name only where the article has a longer one ("Mark May" for "May"). */
  readonly guarded: boolean;
  readonly why: PlacedWhy;
}

/** people/: a role ("the French president") or a pronoun that may refer to a person. */
export interface Reference extends TokenRange {
  readonly span: Span;
  /** The token that says what is meant ("president"). */
  readonly head: number;
  readonly form: Exclude<MentionForm, 'name'>;
}

/** quotes/marks.ts: a stretch between quotation marks. */
export interface MarkedText {
  readonly span: Span;
  readonly kind: MarkedKind;
  readonly why: Why;
  /** Index of the marked text around this one, or null. */
  readonly inside: number | null;
  /** True where no closing mark stands in the block: a piece of a longer quotation, or damage; the article decides. */
  readonly open: boolean;
  /** False where no mark closes it: it is open, or opened anew by the next one within the block. */
  readonly closed: boolean;
}

/** quotes/frames.ts: a reporting word with its source and what it reports. */
export interface Frame {
  readonly cue: Span;
  readonly act: Act;
  readonly negated: boolean;
  /** The words that name who spoke, the whole noun phrase, or null ("was described as"). */
  readonly source: Span | null;
  /** The relative pronoun that stands for the source beside the cue ("who" of "Okafor, who said"). */
  readonly relative?: Span;
  /** What is reported, in pieces where the cue interrupts it; a piece may be or hold marked text. */
  readonly content: readonly Span[];
  /** Index of the frame whose content this one stands in ("A says that B vowed ..."), or null. */
  readonly outer: number | null;
  readonly why: Why;
}

/** dates/: a temporal expression whose value may wait for the article's date; `form` is dates/' own. */
export interface DateForm {
  readonly span: Span;
  readonly type: DateType;
  readonly form: TemporalForm;
}

/** All that depends on one block alone. */
export interface BlockLayer extends TextLayer {
  readonly label: TurnLabel | null;
  readonly names: readonly NameCandidate[];
  readonly dates: readonly DateForm[];
  readonly references: readonly Reference[];
  readonly marks: readonly MarkedText[];
  readonly frames: readonly Frame[];
  /** Damage that one block shows by itself, spans from the block's start. */
  readonly issues: readonly Issue[];
}

const NO_NUMBERS = new Int32Array(0),
  NO_BYTES = new Uint8Array(0),
  NOTHING: readonly never[] = [];
const NO_TOKENS: Tokens = {
  count: 0,
  start: NO_NUMBERS,
  end: NO_NUMBERS,
  word: NOTHING,
  lower: NOTHING,
  hash: NO_NUMBERS,
  tag: NO_BYTES,
  shape: NO_BYTES,
};

/** A block that no stage has read yet. */
export function emptyBlock(text: string, kind: BlockKind): BlockLayer {
  return {
    text,
    kind,
    tokens: NO_TOKENS,
    sentences: NOTHING,
    phrases: NOTHING,
    label: null,
    names: NOTHING,
    dates: NOTHING,
    references: NOTHING,
    marks: NOTHING,
    frames: NOTHING,
    issues: NOTHING,
  };
}

/** A block in its place. */
export interface PlacedBlock {
  /** Offset of the block in the article's text. */
  readonly start: number;
  readonly layer: BlockLayer;
}

/** The blocks of an article in order, and the offset at which each begins. */
export interface Blocks {
  readonly layers: readonly BlockLayer[];
  readonly starts: Int32Array;
}

/** Words seen from a block: a span in the block that stands `back` blocks before it (negative: after it). */
export interface Place {
  readonly back: number;
  readonly span: Span;
}

/** `Why` of a decision over the whole article, its evidence seen from the block of the result. */
export interface PlacedWhy {
  readonly rule: string;
  readonly evidence: Place | null;
  readonly confidence: number;
}

/** Another entity that a decision might have named, an index into `People.entities`. */
export interface PlacedCandidate {
  readonly entity: number;
  readonly confidence: number;
}

/** dates/: the value of the date form at the same index of the block. */
export interface DateValue {
  readonly type: DateType;
  readonly value: string;
  readonly mod: string | null;
  readonly candidates: readonly string[];
  readonly why: PlacedWhy;
}

/** people/: words that name somebody, and who else may be meant. */
export interface PlacedNaming {
  readonly span: Span;
  readonly form: MentionForm;
  readonly why: PlacedWhy;
  readonly candidates: readonly PlacedCandidate[];
}

/** people/: what names a person without showing clearly whom, and in which block; the candidates are those who may be meant. */
export interface PlacedUnclear extends PlacedNaming {
  readonly block: number;
}

/** people/: a mention given to an entity, an index into `People.entities`. */
export interface PlacedMention extends PlacedNaming {
  readonly entity: number;
}

export interface EntityDraft {
  readonly key: string;
  readonly name: string;
  readonly type: EntityType;
  readonly roles: readonly string[];
}

/**
 * people/: who is in the article. Sources that are no names ("Western officials") are entities too; those that nothing is
 * attributed to, and that no name, role or pronoun mentions, are left out of the article.
 */
export interface People {
  readonly entities: readonly EntityDraft[];
  /** For each block, its mentions in order. */
  readonly mentions: readonly (readonly PlacedMention[])[];
  /** In order of the text. */
  readonly unclear: readonly PlacedUnclear[];
}

/** attribution/: who said a piece, seen from its block; `speaker` is an index into `People.entities`. */
export interface PlacedAttribution {
  readonly source: Place | null;
  readonly cue: Place | null;
  readonly speaker: number | null;
  /** All who said it together, the first of them `speaker`. */
  readonly speakers: readonly number[];
  readonly why: PlacedWhy;
  readonly candidates: readonly PlacedCandidate[];
}

export interface PlacedQuotation extends PlacedAttribution {
  readonly span: Span;
  readonly kind: QuotationKind;
  /** The piece before, where a quotation runs over several blocks: an index into that block's quotations. */
  readonly continues: { readonly back: number; readonly index: number } | null;
  /** Index of the quotation of this block that this one stands in. */
  readonly inside: number | null;
}

export interface PlacedStatement extends PlacedAttribution {
  readonly span: Span;
  readonly act: Act;
  readonly negated: boolean;
}

/** For each block, what was said in it. */
export interface Said {
  readonly quotations: readonly (readonly PlacedQuotation[])[];
  readonly statements: readonly (readonly PlacedStatement[])[];
  readonly issues: readonly (readonly Issue[])[];
}

/** All that depends on the article as a whole; lists run parallel to the blocks. */
export interface DocumentLayer {
  readonly published: Published;
  readonly dates: readonly (readonly DateValue[])[];
  /** What of the dates a careful reader should look at, spans from their block's start. */
  readonly dateIssues: readonly (readonly Issue[])[];
  readonly people: People;
  readonly said: Said;
}
