import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Corrections } from './corrections';
import { describe } from './describe';
import type { OpenDocument } from './documents';
import type { Snapshot } from './snapshot';

/** What a server needs to answer: its documents, and where it tells of what went wrong. */
export interface Desk {
  document(uri: string): OpenDocument | undefined;
  documents(): readonly OpenDocument[];
  readonly corrections: Corrections;
  /** Something that all documents depend on has changed: they are looked at again and sent anew. */
  reread(): void;
  log(message: string): void;
}

const CANCELLED = new ResponseError<never>(LSPErrorCodes.RequestCancelled, 'The client no longer needs the answer.');

/** Waits until messages that have arrived meanwhile, a cancellation among them, are read. */
const breath = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/**
 * Turns a feature into a request handler: the documents it asks for are brought up to date, a cancelled request costs nothing, and
 * a failure is logged and answered with `nothing`, never thrown at the client.
 */
export function answering<Params, Result>(
  desk: Desk,
  name: string,
  nothing: Result,
  run: (params: Params, snapshotOf: (uri: string) => Snapshot | null) => Result,
): (params: Params, token: CancellationToken) => Promise<Result | ResponseError<never>> {
  const snapshotOf = (uri: string): Snapshot | null => desk.document(uri)?.current() ?? null;
  return async (params, token) => {
    try {
      if (desk.documents().some(({ stale }) => stale)) await breath();
      return token.isCancellationRequested ? CANCELLED : run(params, snapshotOf);
    } catch (error) {
      desk.log(`${name}: ${describe(error)}`);
      return nothing;
    }
  };
}
