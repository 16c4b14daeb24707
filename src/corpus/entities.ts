import type { EntityType } from '../engine/index';
import { surroundings } from './excerpt';
import { row, RowIds, type RowNode } from './rows';
import { type CorpusEntity, type CorpusText, mergeEntities } from './text';

const TYPES: readonly EntityType[] = ['person', 'organization', 'place', 'group', 'event'];
/** More other names than this would push the count out of sight. */
const MOST_NAMES = 3;

/** Types, under each its entities, the most mentioned first, under each its mentions in order. */
export function entityRows(texts: readonly CorpusText[]): readonly RowNode[] {
  const entities = [...mergeEntities(texts).values()], ids = new RowIds();
  return TYPES.flatMap((type) => {
    const children = entities.filter((entity) => entity.type === type).map((entity) => entityRow(entity, ids)).sort((a, b) => b.count - a.count);
    return children.length ? [row({ id: `entity-type\u001f${type}`, kind: 'entity-type', label: type, children, words: '' })] : [];
  });
}

function entityRow({ key, name, otherNames, hue, inTexts }: CorpusEntity, ids: RowIds): RowNode {
  const children = inTexts.flatMap(({ text: { uri, text }, entity }) => entity.mentions.map(({ span, form }) => {
    const words = text.slice(span[0], span[1]).replace(/\s+/g, ' ');
    return row({ id: ids.next('mention', uri, key, words), kind: 'mention', label: words, detail: surroundings(text, span), variant: form, hue, at: { uri, span }, words });
  }));
  return row({
    id: `entity\u001f${key}`, kind: 'entity', label: name, detail: otherNames.slice(0, MOST_NAMES).join(', '), hue, children, words: [name, ...otherNames].join('\n'),
  });
}
