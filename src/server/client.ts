import { type InitializeParams, MarkupKind } from 'vscode-languageserver';
import type { InitializationOptions } from '../protocol';

/** What the client said of itself: what only our own understands, then what it shows of the standard. */
export interface Client {
  readonly options: InitializationOptions;
  /** Markdown in hovers. */
  readonly markdown: boolean;
  /** Definitions with the words that they start from. */
  readonly links: boolean;
  /** Document symbols as a tree. */
  readonly tree: boolean;
}

/** Reads what a client sent; before it has sent anything, it is taken to know nothing. */
export function readClient(params?: InitializeParams): Client {
  const { hover, definition, documentSymbol } = params?.capabilities?.textDocument ?? {};
  const options: unknown = params?.initializationOptions;
  return {
    options: typeof options === 'object' && options !== null ? (options as InitializationOptions) : {},
    markdown: hover?.contentFormat?.includes(MarkupKind.Markdown) ?? false,
    links: definition?.linkSupport ?? false,
    tree: documentSymbol?.hierarchicalDocumentSymbolSupport ?? false,
  };
}
