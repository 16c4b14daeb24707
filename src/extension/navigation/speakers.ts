import type * as vscode from 'vscode';
import type { Session } from '../connection/session';
import { Method, type QuotationResult, type Row, type RowsParams } from '../../protocol';

/** The rows of the speakers' view for one document, whatever the panel shows. */
async function rows(session: Session, uri: vscode.Uri, parent: Row | null): Promise<Row[]> {
  const params: RowsParams = { view: 'speakers', uris: [uri.toString()], parent: parent?.id ?? null, filter: '' };
  return (await session.request<Row[]>(Method.rows, params)) ?? [];
}

export interface SpeakerQuotations {
  readonly speaker: Row;
  readonly quotations: readonly Row[];
}

/** Everybody quoted in a document, with their quotations in order of the text. */
export async function quotationsBySpeaker(session: Session, uri: vscode.Uri): Promise<SpeakerQuotations[]> {
  const speakers = await rows(session, uri, null);
  return Promise.all(speakers.map(async (speaker) => ({ speaker, quotations: await rows(session, uri, speaker) })));
}

/** The quotation at a place of a document, with its speaker and source. */
export async function quotationAtPlace(
  session: Session,
  uri: vscode.Uri,
  { line, character }: { line: number; character: number },
): Promise<QuotationResult | null> {
  return (
    (await session.request<QuotationResult | null>(Method.quotation, { uri: uri.toString(), line, character })) ?? null
  );
}
