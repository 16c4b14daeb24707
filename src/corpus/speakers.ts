import { corpusKey, DOUBTFUL, type Quotation, QuotationDays } from '../engine/index';
import { excerpt } from './excerpt';
import { entityRowId, row, RowIds, type RowNode } from './rows';
import { type CorpusEntity, type CorpusText, mergeEntities } from './text';
import { oneLine } from './oneLine';

/** Who is quoted, the most quoted first, each with the quotations in order; those of nobody in particular come last. */
export function speakerRows(texts: readonly CorpusText[]): readonly RowNode[] {
  const entities = mergeEntities(texts),
    bySpeaker = new Map<string | null, RowNode[]>(),
    ids = new RowIds();
  for (const text of texts) {
    const days = new QuotationDays(text.text, text.article);
    const keys = new Map(text.article.entities.map((entity) => [entity.id, corpusKey(text.uri, entity)]));
    for (const quotation of text.article.quotations) {
      if (quotation.kind === 'other') continue;
      const { speakers } = quotation;
      for (const key of new Set(speakers.length ? speakers.map((id) => keys.get(id) ?? null) : [null])) {
        const rows = bySpeaker.get(key) ?? [];
        if (!rows.length) bySpeaker.set(key, rows);
        rows.push(quotationRow(text, quotation, key === null ? 0 : (entities.get(key)?.hue ?? 0), ids, days));
      }
    }
  }
  const unclear = bySpeaker.get(null) ?? [];
  const people = [...bySpeaker]
    .flatMap(([key, rows]) => {
      const entity = key === null ? undefined : entities.get(key);
      return entity ? [speakerRow(entity, rows)] : [];
    })
    .sort((a, b) => b.count - a.count);
  return unclear.length
    ? [...people, row({ id: 'unclear-speaker', kind: 'unclear-speaker', label: '', doubtful: true, children: unclear })]
    : people;
}

function speakerRow({ key, name, roles, otherNames, hue }: CorpusEntity, children: readonly RowNode[]): RowNode {
  return row({
    id: entityRowId('speaker', key),
    kind: 'speaker',
    label: name,
    detail: roles[0] ?? '',
    hue,
    children,
    words: [name, ...roles, ...otherNames].join('\n'),
  });
}

function quotationRow(
  { uri, text }: CorpusText,
  quotation: Quotation,
  hue: number,
  ids: RowIds,
  days: QuotationDays,
): RowNode {
  const { span, kind, speaker, why } = quotation,
    { value, from, words: told } = days.of(quotation);
  const day =
    value === null || from === 'nothing'
      ? null
      : { value, from, words: told && from !== 'article' ? oneLine(text.slice(told[0], told[1])) : '' };
  const words = text.slice(span[0], span[1]);
  const doubtful = speaker === null || why.confidence < DOUBTFUL;
  return row({
    id: ids.next('quotation', uri, words.slice(0, 200)),
    kind: 'quotation',
    label: excerpt(words),
    count: 0,
    hue,
    variant: kind,
    doubtful,
    day,
    at: { uri, span },
    words,
  });
}
