import {
  type Connection,
  type InitializeParams,
  type InitializeResult,
  TextDocuments,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import type { Engine } from '../engine/index';
import { DEFAULT_SETTINGS, Method, type ServerSettings, type SetPublishedParams } from '../protocol';
import { type Client, readClient } from './client';
import type { Merges } from '../corrections/index';
import { Corrections } from './corrections';
import { describe } from './describe';
import { OpenDocument, type Surroundings } from './documents';
import { registerFeatures } from './features/index';
import type { Desk } from './requests';
import { readSettings } from './settings';

/** A frame: changes that come faster are read together. */
const FRAME_MS = 16;

/**
 * Serves one client over a connection until it ends. The same in a process and in a worker: only the connection differs. `compile`
 * makes the engine, when the first text needs it.
 */
export function serve(connection: Connection, compile: () => Engine): void {
  new Server(connection, compile).listen();
}

class Server implements Desk, Surroundings {
  readonly corrections = new Corrections();
  readonly #open: TextDocuments<OpenDocument>;
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #published = new Map<string, string>();
  #settings: ServerSettings = DEFAULT_SETTINGS;
  #client: Client = readClient();
  #engine: Engine | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly compile: () => Engine,
  ) {
    this.#open = new TextDocuments<OpenDocument>({
      create: (uri, languageId, version, text) => new OpenDocument(this, uri, languageId, version, text),
      update: (document, changes, version) => {
        this.#guard('didChange', () => document.change(changes, version));
        return document;
      },
    });
  }

  listen(): void {
    const { connection } = this;
    connection.onInitialize((params) => this.#initialize(params));
    connection.onDidChangeConfiguration(({ settings }) =>
      this.#guard('didChangeConfiguration', () => this.#setSettings(settings)),
    );
    connection.onNotification(Method.setPublished, (params: SetPublishedParams) =>
      this.#guard('setPublished', () => this.#setPublished(params)),
    );
    this.#open.onDidChangeContent(({ document }) => this.#schedule(document));
    this.#open.onDidClose(({ document }) => this.#unschedule(document.uri));
    registerFeatures(connection, this, () => this.#client);
    this.#open.listen(connection);
    connection.listen();
  }

  document(uri: string): OpenDocument | undefined {
    return this.#open.get(uri);
  }

  documents(): readonly OpenDocument[] {
    return this.#open.all();
  }

  log(message: string): void {
    this.connection.console.error(message);
  }

  /** Not compiled before the first text, so that the answer to `initialize` does not wait. */
  engine(): Engine {
    return (this.#engine ??= this.compile());
  }

  settings(): ServerSettings {
    return this.#settings;
  }

  published(uri: string): string | null {
    return this.#published.get(uri) ?? null;
  }

  merges(): Merges {
    return this.corrections.merges;
  }

  reread(): void {
    for (const document of this.documents()) this.#reread(document);
  }

  #initialize(params: InitializeParams): InitializeResult {
    this.#client = readClient(params);
    this.#settings = readSettings(this.#client.options.settings, DEFAULT_SETTINGS);
    return {
      serverInfo: { name: 'on-the-record' },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        documentSymbolProvider: true,
        workspaceSymbolProvider: true,
        definitionProvider: true,
        referencesProvider: true,
        documentHighlightProvider: true,
        hoverProvider: true,
        selectionRangeProvider: true,
      },
    };
  }

  #setSettings(sent: unknown): void {
    this.#settings = readSettings(sent, this.#settings);
    this.reread();
  }

  #setPublished({ uri, value }: SetPublishedParams): void {
    if (value !== null && !/^\d{4}(?:-\d\d(?:-\d\d(?:T[\d:.+Z-]*)?)?)?$/.test(value))
      throw new Error('The date given is not ISO 8601.');
    if (value === null) this.#published.delete(uri);
    else this.#published.set(uri, value);
    const document = this.document(uri);
    if (document) this.#reread(document);
  }

  #reread(document: OpenDocument): void {
    document.invalidate();
    this.#schedule(document);
  }

  #schedule({ uri }: OpenDocument): void {
    if (!this.#timers.has(uri))
      this.#timers.set(
        uri,
        setTimeout(() => this.#guard('annotations', () => this.#sendAnnotations(uri)), FRAME_MS),
      );
  }

  #unschedule(uri: string): void {
    clearTimeout(this.#timers.get(uri));
    this.#timers.delete(uri);
  }

  #sendAnnotations(uri: string): void {
    this.#unschedule(uri);
    const document = this.document(uri);
    if (document && this.#client.options.annotations)
      void this.connection.sendNotification(Method.annotations, document.annotations());
  }

  /** Notifications cannot be answered with an error: one that cannot be read is logged, and the server goes on. */
  #guard(name: string, run: () => void): void {
    try {
      run();
    } catch (error) {
      this.log(`${name}: ${describe(error)}`);
    }
  }
}
