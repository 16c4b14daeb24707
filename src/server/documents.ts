import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { FindParty, Merges } from '../corrections/index';
import type { Analysis, Edit, Engine } from '../engine/index';
import type { AnnotationsParams, DocumentState, ServerSettings } from '../protocol';
import { describe } from './describe';
import { Hues, rankSpeakers } from './hues';
import { diffMarks, Marks } from './marks';
import { looksLikeProse } from './prose';
import { Snapshot } from './snapshot';

/** What the documents of a server have in common. */
export interface Surroundings {
  engine(): Engine;
  settings(): ServerSettings;
  /** The date that the reader gave a document, or null. */
  published(uri: string): string | null;
  /** Which entities the reader has merged. */
  merges(): Merges;
  log(message: string): void;
}

/**
 * A document that the client has open. Changes are collected as they come; the analysis follows when somebody asks for it, once for
 * all changes in between.
 */
export class OpenDocument {
  readonly #document: TextDocument;
  readonly #hues = new Hues();
  readonly #marks = new Marks();
  #analysis: Analysis | null = null;
  #published: string | null = null;
  #findParty: FindParty = () => null;
  #pending: Edit[] = [];
  #snapshot: Snapshot | null = null;
  #sent: { readonly version: number; readonly marks: Int32Array } | null = null;

  constructor(
    private readonly around: Surroundings,
    readonly uri: string,
    languageId: string,
    version: number,
    text: unknown,
  ) {
    this.#document = TextDocument.create(uri, languageId, version, typeof text === 'string' ? text : '');
  }

  /** Takes the changes of a new version, in the order in which they were made. */
  change(changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    this.#snapshot = null;
    for (const change of changes) {
      const edit = this.#toEdit(change);
      const range = { start: this.#document.positionAt(edit.start), end: this.#document.positionAt(edit.end) };
      TextDocument.update(this.#document, [{ range, text: edit.text }], version);
      if (this.#analysis) this.#pending.push(edit);
    }
  }

  /** True where `current` has work to do. */
  get stale(): boolean {
    return this.#snapshot === null;
  }

  /** Something beside the text has changed (settings, the reader's date or corrections): look again. */
  invalidate(): void {
    this.#snapshot = null;
  }

  /** The analysis of the text as it now is. */
  current(): Snapshot {
    return (this.#snapshot ??= this.#analyze());
  }

  /** What the client's picture of the annotations lacks. To be sent: the next delta builds on it. */
  annotations(): AnnotationsParams {
    const { status, analysis } = this.current(),
      { version } = this.#document;
    const lines = {
      count: this.#document.lineCount,
      startOf: (line: number): number => this.#document.offsetAt({ line, character: 0 }),
    };
    const marks = analysis
      ? this.#marks.make(analysis, { of: (key) => this.#hues.of(this.#keyOf(key)) }, lines)
      : new Int32Array(0);
    const before = this.#sent;
    this.#sent = { version, marks };
    return {
      uri: this.uri,
      version,
      base: before?.version ?? null,
      ...diffMarks(before?.marks ?? new Int32Array(0), marks),
      status,
    };
  }

  #toEdit(change: TextDocumentContentChangeEvent): Edit {
    const text = String(change.text);
    if (!('range' in change)) return { start: 0, end: this.#document.getText().length, text };
    const start = this.#document.offsetAt(change.range.start),
      end = this.#document.offsetAt(change.range.end);
    if (!Number.isInteger(start) || !Number.isInteger(end))
      throw new Error('A change names a place that is not a line and a character.');
    return { start: Math.min(start, end), end: Math.max(start, end), text };
  }

  #analyze(): Snapshot {
    const state = this.#state(),
      before = this.#analysis;
    // An analysis that fails is not built upon: the next version is read from scratch.
    this.#analysis = null;
    try {
      this.#analysis = state === 'annotated' ? this.#bringUpToDate(before) : null;
      this.#findParty = this.#parties(this.#analysis);
      if (this.#analysis) this.#hues.assign(rankSpeakers(this.#analysis.document, (key) => this.#keyOf(key)));
    } catch (error) {
      this.around.log(`analysis: ${describe(error)}`);
      this.#analysis = null;
      return this.#snapshotOf('unreadable');
    } finally {
      this.#pending = [];
    }
    return this.#snapshotOf(state);
  }

  #snapshotOf(state: DocumentState): Snapshot {
    return new Snapshot(this.#document, state, this.#analysis, this.#hues, this.around.merges(), this.#findParty);
  }

  #parties(analysis: Analysis | null): FindParty {
    return analysis
      ? this.around.merges().inText(this.uri, this.#document.getText(), () => analysis.article)
      : () => null;
  }

  /** The key of the one that an entity of the text has been merged into, else its own. */
  #keyOf(key: string): string {
    return this.#findParty(key)?.key ?? key;
  }

  #state(): DocumentState {
    const text = this.#document.getText();
    if (text.length > this.around.settings().maxFileSize) return 'too-large';
    return looksLikeProse(text) ? 'annotated' : 'not-prose';
  }

  #bringUpToDate(before: Analysis | null): Analysis {
    const published = this.around.published(this.uri);
    let analysis = before;
    if (!analysis)
      analysis = this.around.engine().open(this.#document.getText(), { fileName: fileNameOf(this.uri), published });
    else {
      if (this.#pending.length) analysis = analysis.update(this.#pending);
      if (published !== this.#published) analysis = analysis.withPublished(published);
    }
    this.#published = published;
    return analysis;
  }
}

/** The last part of an address, decoded where it can be. */
export function fileNameOf(uri: string): string {
  const path = uri.replace(/[?#].*$/s, ''),
    name = path.slice(path.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
