import { type DocumentSymbol, type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import {
  type Block,
  bySpan,
  contains,
  type DateExpression,
  DOUBTFUL,
  type Quotation,
  type Span,
} from '../../engine/index';
import { excerpt, shorten } from '../../corpus/index';
import * as say from '../messages';
import type { Snapshot } from '../snapshot';
import { describeValue } from '../values';

/** Who said what, and when, under the headline or the paragraph in which it stands. Marks without speech are left out. */
export function documentSymbols(snapshot: Snapshot): DocumentSymbol[] {
  const { blocks, quotations, dates } = snapshot.article;
  const items: Item[] = [
    ...quotations
      .filter(({ kind }) => kind !== 'other')
      .map((quotation) => ({ span: quotation.span, symbol: quotationSymbol(snapshot, quotation) })),
    ...dates.map((date) => ({ span: date.span, symbol: dateSymbol(snapshot, date) })),
  ].sort(bySpan);
  let next = 0;
  return blocks.flatMap((block) => {
    const inside: Item[] = [];
    for (let item = items[next]; item && item.span[0] < block.span[1]; item = items[++next])
      if (contains(block.span, item.span)) inside.push(item);
    return inside.length ? [{ ...blockSymbol(snapshot, block), children: nested(inside) }] : [];
  });
}

/** The same as a flat list, for clients that know no tree. */
export function flatSymbols(
  uri: string,
  symbols: readonly DocumentSymbol[],
  containerName?: string,
): SymbolInformation[] {
  return symbols.flatMap(({ name, kind, range, children = [] }) => [
    { name, kind, location: { uri, range }, ...(containerName === undefined ? {} : { containerName }) },
    ...flatSymbols(uri, children, name),
  ]);
}

/** Code units of a block that name it in the outline. */
const HEADLINE_LENGTH = 100,
  PARAGRAPH_LENGTH = 48;

interface Item {
  readonly span: Span;
  readonly symbol: DocumentSymbol;
}

/** Puts what stands in a quotation under it; the items come in order of the text. */
function nested(items: readonly Item[]): DocumentSymbol[] {
  const top: DocumentSymbol[] = [],
    open: Item[] = [];
  for (const item of items) {
    while (open.length && !contains(open[open.length - 1]?.span ?? [0, 0], item.span)) open.pop();
    (open[open.length - 1]?.symbol.children ?? top).push(item.symbol);
    open.push(item);
  }
  return top;
}

function blockSymbol(snapshot: Snapshot, { span, kind }: Block): DocumentSymbol {
  const name = shorten(snapshot.textOf(span), kind === 'headline' ? HEADLINE_LENGTH : PARAGRAPH_LENGTH) || kind;
  return symbol(snapshot, span, name, '', kind === 'headline' ? SymbolKind.Namespace : SymbolKind.Module);
}

function quotationSymbol(snapshot: Snapshot, { span, kind, speakers, why }: Quotation): DocumentSymbol {
  const name = snapshot.namesOf(speakers),
    words = `“${excerpt(snapshot.textOf(span))}”`;
  const detail = [
    kind === 'direct' ? '' : kind,
    !name || why.confidence < DOUBTFUL ? say.SPEAKER_NOT_CLEAR.toLowerCase() : '',
  ]
    .filter(Boolean)
    .join(', ');
  return symbol(snapshot, span, name ? `${name}: ${words}` : words, detail, SymbolKind.String);
}

function dateSymbol(snapshot: Snapshot, date: DateExpression): DocumentSymbol {
  return symbol(snapshot, date.span, snapshot.textOf(date.span), describeValue(date), SymbolKind.Event);
}

/** A symbol's name may be neither empty nor of several lines. */
function symbol(snapshot: Snapshot, span: Span, name: string, detail: string, kind: SymbolKind): DocumentSymbol {
  const range = snapshot.range(span);
  return { name: name.replace(/\s+/g, ' ').trim() || '…', detail, kind, range, selectionRange: range, children: [] };
}
