import type { Connection } from 'vscode-languageserver';
import {
  type CorrectParams,
  type LoadCorrectionsParams,
  type MergeOfferParams,
  Method,
  type ParentParams,
  type PublishedCandidatesParams,
  type QuotationParams,
  type RowsParams,
} from '../../protocol';
import type { Client } from '../client';
import { answering, type Desk } from '../requests';
import type { Snapshot } from '../snapshot';
import { markdownWriter, plainWriter } from '../writer';
import { mergeOffer } from './corrections';
import { definition } from './definition';
import { hover } from './hover';
import { candidatesForPublished, quotationAt } from './quotation';
import { highlights, references } from './references';
import { Rows } from './rows';
import { selectionRanges } from './selectionRange';
import { documentSymbols, flatSymbols } from './symbols';
import { workspaceSymbols } from './workspaceSymbols';

/** Every request that the server answers. `client` is known once the connection is initialized. */
export function registerFeatures(connection: Connection, desk: Desk, client: () => Client): void {
  registerStandard(connection, desk, client);
  registerOwn(connection, desk);
  registerCorrections(connection, desk);
}

/** What the Language Server Protocol has a word for. */
function registerStandard(connection: Connection, desk: Desk, client: () => Client): void {
  const writer = (): typeof plainWriter =>
    client().markdown ? markdownWriter(client().options.commands === true) : plainWriter;
  const openSnapshots = (): Snapshot[] => desk.documents().map((document) => document.current());

  connection.onHover(
    answering(desk, 'hover', null, ({ textDocument, position }, of) => {
      const snapshot = of(textDocument.uri);
      return snapshot && hover(snapshot, position, writer());
    }),
  );
  connection.onDocumentSymbol(
    answering(desk, 'documentSymbol', null, ({ textDocument }, of) => {
      const snapshot = of(textDocument.uri),
        symbols = snapshot && documentSymbols(snapshot);
      return symbols && (client().tree ? symbols : flatSymbols(textDocument.uri, symbols));
    }),
  );
  connection.onWorkspaceSymbol(
    answering(desk, 'workspaceSymbol', null, ({ query }) => workspaceSymbols(openSnapshots(), query)),
  );
  connection.onDefinition(
    answering(desk, 'definition', null, ({ textDocument, position }, of) => {
      const snapshot = of(textDocument.uri),
        links = snapshot && definition(snapshot, position);
      return client().links
        ? links
        : (links?.map(({ targetUri, targetRange }) => ({ uri: targetUri, range: targetRange })) ?? null);
    }),
  );
  connection.onReferences(
    answering(desk, 'references', null, ({ textDocument, position, context }, of) => {
      const snapshot = of(textDocument.uri);
      return snapshot && references(snapshot, position, openSnapshots(), context.includeDeclaration);
    }),
  );
  connection.onDocumentHighlight(
    answering(desk, 'documentHighlight', null, ({ textDocument, position }, of) => {
      const snapshot = of(textDocument.uri);
      return snapshot && highlights(snapshot, position);
    }),
  );
  connection.onSelectionRanges(
    answering(desk, 'selectionRange', null, ({ textDocument, positions }, of) => {
      const snapshot = of(textDocument.uri);
      return snapshot && selectionRanges(snapshot, positions);
    }),
  );
}

/** What only our own extension asks (protocol.ts). */
function registerOwn(connection: Connection, desk: Desk): void {
  const rows = new Rows();
  const snapshotsOf = (uris: readonly string[], of: (uri: string) => Snapshot | null): Snapshot[] =>
    uris.flatMap((uri) => of(uri) ?? []);

  connection.onRequest(
    Method.rows,
    answering(desk, Method.rows, [], (params: RowsParams, of) => rows.under(params, snapshotsOf(params.uris, of))),
  );
  connection.onRequest(
    Method.parent,
    answering(desk, Method.parent, null, (params: ParentParams, of) =>
      rows.above(params, snapshotsOf(params.uris, of)),
    ),
  );
  connection.onRequest(
    Method.quotation,
    answering(desk, Method.quotation, null, (params: QuotationParams, of) => {
      const snapshot = of(params.uri);
      return snapshot && quotationAt(snapshot, params);
    }),
  );
  connection.onRequest(
    Method.publishedCandidates,
    answering(desk, Method.publishedCandidates, [], ({ uri }: PublishedCandidatesParams, of) => {
      const snapshot = of(uri);
      return snapshot ? [...candidatesForPublished(snapshot)] : [];
    }),
  );
}

/** What the reader corrects: kept by the client, read here. */
function registerCorrections(connection: Connection, desk: Desk): void {
  const { corrections } = desk;
  connection.onRequest(
    Method.mergeOffer,
    answering(desk, Method.mergeOffer, null, (params: MergeOfferParams, of) =>
      mergeOffer(
        params,
        params.uris.flatMap((uri) => of(uri) ?? []),
        corrections.merges,
      ),
    ),
  );
  connection.onRequest(
    Method.correct,
    answering(desk, Method.correct, null, (params: CorrectParams) => {
      const done = corrections.correct(params);
      if (done) desk.reread();
      return done;
    }),
  );
  connection.onRequest(
    Method.loadCorrections,
    answering(desk, Method.loadCorrections, corrections.state, ({ log }: LoadCorrectionsParams) => {
      const state = corrections.load(log);
      desk.reread();
      return state;
    }),
  );
}
