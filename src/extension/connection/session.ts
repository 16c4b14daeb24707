import * as vscode from 'vscode';
import {
  type BaseLanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  State,
} from 'vscode-languageclient';
import { type AnnotationsParams, type InitializationOptions, Method } from '../../protocol';
import { InternalCommand, SECTION, Setting } from '../manifest';
import { onSettings, serverSettings } from '../settings';
import { type DocumentSender, LANGUAGE, ServedDocuments } from './documents';

/** A client and the server that it talks to, as the desktop and the web each make them. */
export interface Connection {
  readonly client: BaseLanguageClient;
  /** Fires where a server has died and its client will not start another by itself. */
  readonly onDidCrash?: vscode.Event<void>;
  /** Ends the server, the client having said goodbye. */
  end(): void;
}

export type Connect = (options: LanguageClientOptions) => Connection | Promise<Connection>;

/** Crashes within CRASH_WINDOW milliseconds after which no further server is started; as vscode-languageclient has it. */
const MAX_CRASHES = 5,
  CRASH_WINDOW = 3 * 60_000;
/** Milliseconds that a server has for its goodbye. */
const STOP_TIMEOUT = 2000;

/** The language server as the rest of the extension sees it: one that is always there, whatever happens to the one behind it. */
export class Session implements vscode.Disposable {
  readonly documents = new ServedDocuments();
  readonly #annotated = new vscode.EventEmitter<AnnotationsParams>();
  readonly #started = new vscode.EventEmitter<void>();
  readonly #failed = new vscode.EventEmitter<void>();
  readonly onAnnotations = this.#annotated.event;
  /** Fires when a server, the first or a later one, is ready. */
  readonly onDidStart = this.#started.event;
  /** Fires when there is no server and none will come by itself. */
  readonly onDidFail = this.#failed.event;
  readonly #log = vscode.window.createOutputChannel('On the Record', { log: true });
  readonly #subscriptions: vscode.Disposable[] = [this.#log];
  #connection: Promise<Connection> | undefined;
  #crashes: number[] = [];

  constructor(private readonly connect: Connect) {
    const reconsider = () => void this.documents.reconsider(this.#sender);
    this.#subscriptions.push(
      onSettings([Setting.include, Setting.exclude], reconsider),
      vscode.workspace.onDidChangeWorkspaceFolders(reconsider),
      onSettings([Setting.maxFileSize], () =>
        this.notify('workspace/didChangeConfiguration', { settings: { [SECTION]: serverSettings() } }),
      ),
    );
  }

  /** Starts a server without waiting for it. */
  start(): void {
    this.#connection = this.#open();
    this.#connection.catch((error: unknown) => this.#fail(error));
  }

  /** Ends the server and starts another, which is given all documents anew. */
  async restart(): Promise<void> {
    const old = this.#connection;
    this.#connection = undefined;
    await this.#close(old);
    this.start();
  }

  /** Asks the server; undefined where it cannot answer. */
  async request<Result>(method: string, params: unknown): Promise<Result | undefined> {
    try {
      const connection = await this.#connection;
      return await connection?.client.sendRequest<Result>(method, params);
    } catch {
      return undefined; // The server has said why in its log; a view that stays empty for a moment needs no message.
    }
  }

  notify(method: string, params: unknown): void {
    void this.#connection
      ?.then(({ client }) => (client.isRunning() ? client.sendNotification(method, params) : undefined))
      .catch(() => undefined);
  }

  /** Sends a document again as if it had just been opened. */
  async reopen(document: vscode.TextDocument): Promise<void> {
    if (!this.documents.has(document)) return;
    await this.#sender.close(document);
    await this.#sender.open(document);
  }

  async stop(): Promise<void> {
    const connection = this.#connection;
    this.#connection = undefined;
    await this.#close(connection);
  }

  dispose(): void {
    for (const subscription of [...this.#subscriptions, this.#annotated, this.#started, this.#failed, this.documents])
      subscription.dispose();
  }

  async #open(): Promise<Connection> {
    this.documents.clear();
    const connection = await this.connect(this.#options());
    const { client } = connection;
    client.onNotification(Method.annotations, (params: AnnotationsParams) => this.#annotated.fire(params));
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Starting) this.documents.clear();
      if (newState === State.Running) this.#started.fire();
      if (newState === State.Stopped && this.#connection) this.#failed.fire();
    });
    connection.onDidCrash?.(() => this.#crashed());
    // Not awaited: what is asked meanwhile waits in the client, and a server that dies at birth must not keep `restart` waiting.
    client.start().catch((error: unknown) => this.#fail(error));
    return connection;
  }

  async #close(opening: Promise<Connection> | undefined): Promise<void> {
    try {
      const connection = await opening;
      if (!connection) return;
      await connection.client.stop(STOP_TIMEOUT).catch(() => undefined); // A server that has crashed says no goodbye.
      connection.end();
    } catch {
      // It never came to life.
    }
  }

  #crashed(): void {
    const now = Date.now();
    this.#crashes = [...this.#crashes.filter((time) => now - time < CRASH_WINDOW), now];
    if (this.#crashes.length < MAX_CRASHES) void this.restart();
    else void this.stop().then(() => this.#failed.fire());
  }

  #fail(error: unknown): void {
    this.#log.error('The language server did not start.', error instanceof Error ? error : String(error));
    this.#failed.fire();
  }

  #options(): LanguageClientOptions {
    const initializationOptions = (): InitializationOptions => ({
      annotations: true,
      commands: true,
      settings: serverSettings(),
    });
    return {
      documentSelector: [{ language: LANGUAGE }],
      initializationOptions,
      middleware: this.documents.middleware,
      outputChannel: this.#log,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      // Hovers may hold coloured swatches and links to places in the text, and nothing else.
      markdown: { isTrusted: { enabledCommands: [InternalCommand.reveal] }, supportHtml: true },
    };
  }

  readonly #sender: DocumentSender = {
    open: async (document) => {
      const client = (await this.#connection)?.client;
      await client?.sendNotification(
        'textDocument/didOpen',
        client.code2ProtocolConverter.asOpenTextDocumentParams(document),
      );
    },
    close: async (document) => {
      const client = (await this.#connection)?.client;
      await client?.sendNotification(
        'textDocument/didClose',
        client.code2ProtocolConverter.asCloseTextDocumentParams(document),
      );
    },
  };
}
