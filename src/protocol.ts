/**
 * What the server and its client say to each other beyond the Language Server Protocol. Plain types and strings only: both sides
 * import this file, and neither's libraries belong in it.
 */

/** Method names. `annotations` is a notification from the server, `setPublished` one to it; the others are requests to it. */
export const Method = {
  annotations: 'onTheRecord/annotations',
  setPublished: 'onTheRecord/setPublished',
  rows: 'onTheRecord/rows',
  parent: 'onTheRecord/parent',
  quotation: 'onTheRecord/quotation',
  publishedCandidates: 'onTheRecord/publishedCandidates',
  mergeOffer: 'onTheRecord/mergeOffer',
  correct: 'onTheRecord/correct',
  loadCorrections: 'onTheRecord/loadCorrections',
} as const;

/** What a client may say of itself in `initializationOptions`; one that says nothing gets the standard messages alone. */
export interface InitializationOptions {
  /** True asks for `Method.annotations` after each change. */
  readonly annotations?: boolean;
  /** True where the client has `REVEAL_COMMAND`: hovers then hold links. */
  readonly commands?: boolean;
  readonly settings?: Partial<ServerSettings>;
}

/** What the reader may set. Sent again, under the key `onTheRecord`, in `workspace/didChangeConfiguration` when it changes. */
export interface ServerSettings {
  /** Texts of more UTF-16 code units than this are left plain. */
  readonly maxFileSize: number;
}

export const DEFAULT_SETTINGS: ServerSettings = { maxFileSize: 10_000_000 };

/** The command behind the links of a hover; its arguments are a document's address and a `FlatRange` in it. */
export const REVEAL_COMMAND = 'onTheRecord.revealRange';

/** The themable colour of a hue, 1 to `NEUTRAL_HUE`, for hovers and decorations; null for hue 0. */
export function hueColor(hue: number): string | null {
  if (hue < 1) return null;
  return hue <= HUES ? `onTheRecord.speaker${hue}` : 'onTheRecord.speakerOther';
}

/** Line and UTF-16 character of start and end, zero-based, half-open. */
export type FlatRange = readonly [startLine: number, startCharacter: number, endLine: number, endCharacter: number];

/** What a highlighted stretch is. */
export enum MarkKind {
  Direct,
  Partial,
  Other,
  Statement,
  Source,
  Cue,
  Date,
  Name,
  Turn,
}

/** Added to a `MarkKind` where the speaker is doubtful or not known. */
export const DOUBTFUL_FLAG = 16;

/** Numbers in one highlighted stretch: lines since the start of the one before, start character, lines it spans, end character, kind with flag, hue. */
export const MARK_SIZE = 6;

/** Hues 1 to 8 belong to the most quoted speakers, `NEUTRAL_HUE` to all later ones, 0 to nobody. */
export const HUES = 8;
export const NEUTRAL_HUE = 9;

/** The state of a document: annotated, or why it is left plain; `unreadable` where the engine failed, which is in the log. */
export type DocumentState = 'annotated' | 'not-prose' | 'too-large' | 'unreadable';

/**
 * The highlighted stretches of one version of a document, in order of the text, as the change from those sent last: at stretch
 * `from`, take `remove` away and put `insert` (MARK_SIZE numbers each) there. `base` is the version that it changes, or null where
 * it stands alone (then `from` and `remove` are 0 and earlier stretches are to be forgotten).
 */
export interface AnnotationsParams {
  readonly uri: string;
  readonly version: number;
  readonly base: number | null;
  readonly from: number;
  readonly remove: number;
  readonly insert: readonly number[];
  readonly status: DocumentStatus;
}

/** What the language status item shows. */
export interface DocumentStatus {
  readonly state: DocumentState;
  readonly quotations: number;
  readonly dates: number;
  /** ISO 8601 or null; and where it comes from. */
  readonly published: string | null;
  readonly publishedFrom: 'text' | 'file name' | 'reader' | 'nothing';
}

/** The reader gives a document its date (ISO 8601), or takes it back (null). Kept by the client, sent again after a restart. */
export interface SetPublishedParams {
  readonly uri: string;
  readonly value: string | null;
}

export type ViewId = 'speakers' | 'entities' | 'dates';

/** Asks for the rows of a view under `parent` (null: the topmost), over the documents named; several documents are read as one list. */
export interface RowsParams {
  readonly view: ViewId;
  readonly uris: readonly string[];
  readonly parent: string | null;
  /** Keep rows whose words hold this text, case and diacritics aside, and the rows above and below them; empty: all. */
  readonly filter: string;
}

/**
 * `date-conflicts`: dates that do not agree with the calendar or each other, each a `date-conflict` whose `variant` is the kind of
 * issue, or `same-text` where another of the documents has the same words and another date; `durations`: how long or how often, no point in time; `unknown-dates`: a point in time that the text leaves open.
 */
export type RowKind =
  | 'speaker'
  | 'unclear-speaker'
  | 'quotation'
  | 'entity-type'
  | 'entity'
  | 'mention-form'
  | 'mention'
  | 'spoken-of'
  | 'date-conflicts'
  | 'date-conflict'
  | 'period'
  | 'date'
  | 'durations'
  | 'unknown-dates';

/** The day on which a quotation was said: its value, what tells it, and the words that do (empty for the article's own date). */
export interface RowDay {
  readonly value: string;
  readonly from: 'clause' | 'paragraph' | 'speaker' | 'article';
  readonly words: string;
}

/** The variant of a row whose entity holds others that the reader has merged into it. */
export const MERGED = 'merged';

/** One row of a view. Words that are not from the text (types, "not clear") are the client's to choose and translate. */
export interface Row {
  /** Stable over edits that leave the row's subject in place; unique within its view. */
  readonly id: string;
  readonly kind: RowKind;
  /** A name, the first words of a quotation, a resolved value, an entity type's id. */
  readonly label: string;
  /** A role, other names, the words of the text. */
  readonly detail: string;
  readonly count: number;
  readonly hue: number;
  /** The kind of a quotation, the form of a mention, `MERGED` for an entity or speaker that the reader has merged others into, else empty. */
  readonly variant: string;
  readonly doubtful: boolean;
  /** Of a quotation, where something tells its day; else null. */
  readonly day: RowDay | null;
  readonly expandable: boolean;
  readonly location: { readonly uri: string; readonly range: FlatRange } | null;
}

/** Asks for the row above a row, so that a view can reveal it; null for a topmost one. */
export interface ParentParams extends Omit<RowsParams, 'parent'> {
  readonly id: string;
}

/** Asks for the quotation at a position. */
export interface QuotationParams {
  readonly uri: string;
  readonly line: number;
  readonly character: number;
}

/** A quotation with all that a copied line needs. */
export interface QuotationResult {
  readonly range: FlatRange;
  readonly text: string;
  readonly kind: string;
  readonly speaker: string | null;
  readonly role: string | null;
  readonly published: string | null;
  /** Where the source's words stand, or null. */
  readonly source: FlatRange | null;
}

/** Asks which dates the text itself offers for its own, the likeliest first. */
export interface PublishedCandidatesParams {
  readonly uri: string;
}

export interface PublishedCandidate {
  /** ISO 8601, year first. */
  readonly value: string;
  /** The words that offer it, or the file's name. */
  readonly words: string;
}

/** Asks what entities could be merged: those of these rows, or the one named at a place, with all others of the documents named. */
export interface MergeOfferParams {
  readonly uris: readonly string[];
  readonly chosen: { readonly rows: readonly string[] } | QuotationParams;
}

/** An entity that can be merged with another; `key` holds over all texts. */
export interface MergeParty {
  readonly key: string;
  readonly name: string;
  readonly type: string;
  /** Of somebody without a name: where a text mentions them, for the server to find again. */
  readonly at: {
    readonly uri: string;
    readonly exact: string;
    readonly prefix: string;
    readonly suffix: string;
    readonly start: number;
  } | null;
}

export interface MergeChoice extends MergeParty {
  /** Its role or other names. */
  readonly detail: string;
  /** How many times it is mentioned. */
  readonly count: number;
}

/** Null where no entity was chosen. The most alike of the others first. */
export interface MergeOffer {
  readonly chosen: readonly MergeChoice[];
  readonly others: readonly MergeChoice[];
}

/**
 * A correction: entities are one; the last correction is undone; what was undone last is done again; one correction, told by its
 * id, is undone; what was merged into a row's entity stands apart again.
 */
export type CorrectParams =
  | { readonly action: 'merge'; readonly of: readonly MergeParty[]; readonly into: MergeParty }
  | { readonly action: 'undo' | 'redo' }
  | { readonly action: 'take-back'; readonly id: string }
  | { readonly action: 'separate'; readonly row: string };

/** What was corrected. Null instead where there was nothing to do. */
export interface CorrectResult {
  /** The lines to be put at the end of the log that the client keeps. */
  readonly lines: string;
  /** What `take-back` takes back. */
  readonly id: string;
  /** What the correction is, or, of one that is undone or done again, what that was. */
  readonly what: 'merge' | 'separate';
  /** The names of those merged (or apart again), and of the one that they are (or were) merged into. */
  readonly of: readonly string[];
  readonly into: string;
  readonly state: CorrectionsState;
}

/** Gives a server that has just started the log of corrections that the client keeps; answered with `CorrectionsState`. */
export interface LoadCorrectionsParams {
  readonly log: string;
}

export interface CorrectionsState {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** The lines of the log, counted from 1, that cannot be read; they stay in it. */
  readonly unreadable: readonly number[];
}
