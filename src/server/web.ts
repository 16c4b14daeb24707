/** The language server as a worker: the editor on the web starts it from a blob. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { serve } from './serve';

// The worker's own global scope, whose type the DOM library lacks; it posts and receives as a Worker does.
const scope = self as unknown as Worker;
serve(createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope)));
