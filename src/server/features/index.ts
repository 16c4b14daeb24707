import type { Connection } from 'vscode-languageserver';
import { answering, type Desk } from '../requests';
import type { Client } from '../serve';
import { markdownWriter, plainWriter } from '../writer';
import { hover } from './hover';
import { documentSymbols, flatSymbols } from './symbols';

/** Every request that the server answers: a line a feature. `client` is known once the connection is initialized. */
export function registerFeatures(connection: Connection, desk: Desk, client: () => Client): void {
  const writer = (): typeof plainWriter => (client().markdown ? markdownWriter(client().options.commands === true) : plainWriter);
  connection.onHover(answering(desk, 'hover', null, ({ textDocument, position }, snapshotOf) => {
    const snapshot = snapshotOf(textDocument.uri);
    return snapshot && hover(snapshot, position, writer());
  }));
  connection.onDocumentSymbol(answering(desk, 'documentSymbol', null, ({ textDocument }, snapshotOf) => {
    const snapshot = snapshotOf(textDocument.uri), symbols = snapshot && documentSymbols(snapshot);
    return symbols && (client().tree ? symbols : flatSymbols(textDocument.uri, symbols));
  }));
}
