import { PassThrough } from 'node:stream';
import { createConnection } from 'vscode-languageserver/node';
import {
  createProtocolConnection,
  LogMessageNotification,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import type { Engine } from '../../../src/engine/index';
import { type AnnotationsParams, type InitializationOptions, MARK_SIZE, Method } from '../../../src/protocol';
import { createEngine } from '../../../scripts/support/english';
import { serve } from '../../../src/server/serve';

/** A small editor: keeps texts and what the server says of them, over a real connection. */
export class TestClient {
  readonly log: string[] = [];
  readonly #views = new Map<string, View>();
  #version = 1;

  constructor(readonly connection: ProtocolConnection) {
    connection.onNotification(Method.annotations, (params: AnnotationsParams) => this.#take(params));
    connection.onNotification(LogMessageNotification.type, ({ message }) => void this.log.push(message));
    connection.listen();
  }

  async initialize(
    options: InitializationOptions | undefined = { annotations: true, commands: true },
    capabilities: object = FULL,
  ): Promise<unknown> {
    const result = await this.connection.sendRequest('initialize', {
      processId: null,
      rootUri: null,
      capabilities,
      initializationOptions: options,
    });
    await this.connection.sendNotification('initialized', {});
    return result;
  }

  async open(uri: string, text: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'plaintext', version: this.#version, text },
    });
  }

  async change(uri: string, contentChanges: readonly object[]): Promise<number> {
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: ++this.#version },
      contentChanges,
    });
    return this.#version;
  }

  close(uri: string): Promise<void> {
    return this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  request<T>(method: string, params: object): Promise<T> {
    return this.connection.sendRequest(method, params);
  }

  at<T>(method: string, uri: string, line: number, character: number, more: object = {}): Promise<T> {
    return this.request(`textDocument/${method}`, { textDocument: { uri }, position: { line, character }, ...more });
  }

  /** The annotations of a document once they are of this version or a later one. */
  async annotated(uri: string, version = 0, patience = 15_000): Promise<View> {
    for (let waited = 0; waited < patience; waited += 5) {
      const view = this.#views.get(uri);
      if (view && view.params.version >= version) return view;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    throw new Error(`No annotations of ${uri}; the server's log: ${this.log.join('\n')}`);
  }

  async stop(): Promise<void> {
    await this.connection.sendRequest('shutdown');
    this.connection.dispose();
  }

  #take(params: AnnotationsParams): void {
    const before = this.#views.get(params.uri);
    if (params.base !== null && params.base !== before?.params.version)
      throw new Error(`A change of version ${params.base}, which was not sent.`);
    const marks = params.base === null ? [] : (before?.marks ?? []),
      from = params.from * MARK_SIZE;
    const after = marks.slice(0, from).concat(params.insert, marks.slice(from + params.remove * MARK_SIZE));
    this.#views.set(params.uri, { params, marks: after });
  }
}

/** What a client shows of a document: the stretches after all changes, and the last message. */
export interface View {
  readonly params: AnnotationsParams;
  readonly marks: readonly number[];
}

const FULL = {
  textDocument: {
    hover: { contentFormat: ['markdown', 'plaintext'] },
    definition: { linkSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
};

/** A client and a server in this process, over two streams. */
export async function startInProcess({
  options,
  capabilities,
  engine,
}: { options?: InitializationOptions; capabilities?: object; engine?: Engine } = {}): Promise<TestClient> {
  const up = new PassThrough(),
    down = new PassThrough();
  serve(createConnection(new StreamMessageReader(up), new StreamMessageWriter(down)), () => engine ?? createEngine());
  const client = new TestClient(createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up)));
  await client.initialize(options, capabilities);
  return client;
}
