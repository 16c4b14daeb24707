/** The language server as a worker: the editor on the web starts it from a blob, and sends it the bytes of the language data first. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { createEngine, loadEnglish } from '../engine/index';
import { serve } from './serve';

// The worker's own global scope, whose type the DOM library lacks; it posts and receives as a Worker does.
const scope = self as unknown as Worker;
scope.addEventListener(
  'message',
  ({ data }: MessageEvent<ArrayBuffer>) => {
    const connection = createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope));
    serve(connection, () => createEngine(loadEnglish(new Uint8Array(data))));
  },
  { once: true },
);
