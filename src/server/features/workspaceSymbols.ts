import { type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import { excerpt, fold } from '../../corpus/index';
import { fileNameOf } from '../documents';
import { fullestMention, type Snapshot } from '../snapshot';

/** More answers than this help nobody; the client asks again with every letter. */
const MOST = 500;

/** People and those quoted, and quotations, whose words hold every word of the query, case and diacritics aside. */
export function workspaceSymbols(open: readonly Snapshot[], query: string): SymbolInformation[] {
  const words = fold(query).split(' ').filter(Boolean);
  const matches = (text: string): boolean => {
    const folded = words.length ? fold(text) : '';
    return words.every((word) => folded.includes(word));
  };
  return open.flatMap((snapshot) => [...people(snapshot, matches), ...quotations(snapshot, matches)]).slice(0, MOST);
}

function people(snapshot: Snapshot, matches: (text: string) => boolean): SymbolInformation[] {
  const speakers = new Set(snapshot.article.quotations.flatMap((quotation) => quotation.speakers));
  return snapshot.article.entities.flatMap((entity) => {
    const { id, name, roles, type } = entity;
    const full =
      (type === 'person' || speakers.has(id)) && matches([name, ...roles].join(' '))
        ? fullestMention(snapshot, entity)
        : null;
    return full
      ? [
          {
            name,
            kind: SymbolKind.Object,
            containerName: fileNameOf(snapshot.uri),
            location: { uri: snapshot.uri, range: snapshot.range(full.span) },
          },
        ]
      : [];
  });
}

function quotations(snapshot: Snapshot, matches: (text: string) => boolean): SymbolInformation[] {
  return snapshot.article.quotations.flatMap(({ span, kind, speakers }) => {
    const said = snapshot.textOf(span),
      name = snapshot.namesOf(speakers);
    if (kind === 'other' || !matches(`${name ?? ''} ${said}`)) return [];
    const label = `“${excerpt(said)}”`;
    return [
      {
        name: name ? `${name}: ${label}` : label,
        kind: SymbolKind.String,
        containerName: fileNameOf(snapshot.uri),
        location: { uri: snapshot.uri, range: snapshot.range(span) },
      },
    ];
  });
}
