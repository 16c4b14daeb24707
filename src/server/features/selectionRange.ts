import type { Position, SelectionRange } from 'vscode-languageserver';
import { contains, type Span } from '../../engine/index';
import { allSaid, attributionSpan } from '../said';
import { type Snapshot, touches } from '../snapshot';

/** From the inside out: word, name, mention, quotation or statement, what is said with its source and cue, paragraph, text. */
export function selectionRanges(snapshot: Snapshot, positions: readonly Position[]): SelectionRange[] {
  return positions.map((position) => chain(snapshot, snapshot.offsetAt(position)));
}

function chain(snapshot: Snapshot, offset: number): SelectionRange {
  const text = snapshot.document.getText();
  const spans = [wordAt(text, offset), ...annotated(snapshot, offset), [0, text.length] as const].sort(
    (a, b) => a[1] - a[0] - (b[1] - b[0]),
  );
  let inner: SelectionRange | undefined, last: Span | undefined;
  // Built from the outside in; a stretch that merely overlaps the one around it has no place in the chain.
  for (const span of spans.reverse()) {
    if (last && (!contains(last, span) || (last[0] === span[0] && last[1] === span[1]))) continue;
    inner = { range: snapshot.range(span), ...(inner ? { parent: inner } : {}) };
    last = span;
  }
  return inner ?? { range: snapshot.range([offset, offset]) };
}

function annotated(snapshot: Snapshot, offset: number): Span[] {
  const { article } = snapshot,
    here = (span: Span): boolean => touches(span, offset);
  const spansOf = (list: readonly { readonly span: Span }[]): Span[] => list.map(({ span }) => span).filter(here);
  return [
    ...article.entities.flatMap(({ mentions }) => spansOf(mentions)),
    ...spansOf(article.unclear),
    ...spansOf(article.dates),
    ...allSaid(snapshot)
      .flatMap((said) => [said.span, attributionSpan(said)])
      .filter(here),
    ...spansOf(article.blocks),
    ...names(snapshot, offset).filter(here),
  ];
}

/** A mention without its title: "Mr Okafor" -> "Okafor". */
function names({ analysis }: Snapshot, offset: number): Span[] {
  const block = analysis?.blocks.find(({ start, layer }) => touches([start, start + layer.text.length], offset));
  if (!block) return [];
  const {
    start,
    layer: { tokens, names: candidates },
  } = block;
  return candidates.flatMap(({ title, span, to }): Span[] => {
    const first = title && title.to < to ? tokens.start[title.to] : undefined;
    return first === undefined ? [] : [[start + first, start + span[1]]];
  });
}

/** The run of letters and figures around an offset, looked for no further than a word can reach. */
function wordAt(text: string, offset: number): Span {
  const from = Math.max(0, offset - 64);
  const before = /[\p{L}\p{M}\p{N}]*$/u.exec(text.slice(from, offset))?.[0].length ?? 0;
  const after = /^[\p{L}\p{M}\p{N}]*/u.exec(text.slice(offset, offset + 64))?.[0].length ?? 0;
  return [offset - before, offset + after];
}
