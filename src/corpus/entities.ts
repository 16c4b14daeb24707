import type { Entity, EntityType, MentionForm } from '../engine/index';
import { excerpt, surroundings } from './excerpt';
import { entityRowId, row, RowIds, type RowNode } from './rows';
import { spokenOf } from './spoken';
import { type CorpusEntity, type CorpusText, mergeEntities } from './text';
import { oneLine } from './oneLine';

const TYPES: readonly EntityType[] = ['person', 'organization', 'place', 'group', 'event'];
const FORMS: readonly MentionForm[] = ['name', 'role', 'pronoun'];
/** More other names than this would push the count out of sight. */
const MOST_NAMES = 3;

/**
 * Types, under each its entities, the most mentioned first, under each its mentions: in order, by form where it has several (names,
 * roles, pronouns), and then what others say of it.
 */
export function entityRows(texts: readonly CorpusText[]): readonly RowNode[] {
  const entities = [...mergeEntities(texts).values()],
    rows = new EntityRows(texts);
  return TYPES.flatMap((type) => {
    const children = entities
      .filter((entity) => entity.type === type)
      .map((entity) => rows.of(entity))
      .sort((a, b) => b.count - a.count);
    return children.length
      ? [row({ id: `entity-type\u001f${type}`, kind: 'entity-type', label: type, children, words: '' })]
      : [];
  });
}

class EntityRows {
  readonly #ids = new RowIds();
  /** The entities of each text by their ids. */
  readonly #byId: ReadonlyMap<CorpusText, ReadonlyMap<string, Entity>>;

  constructor(texts: readonly CorpusText[]) {
    this.#byId = new Map(
      texts.map((text) => [text, new Map(text.article.entities.map((entity) => [entity.id, entity]))]),
    );
  }

  of(entity: CorpusEntity): RowNode {
    const { key, name, type, roles, otherNames, hue } = entity,
      mentions = this.#mentions(entity),
      said = type === 'person' || type === 'organization' ? this.#spokenOf(entity) : [];
    const byForm = FORMS.flatMap((form) =>
      formRow(
        key,
        form,
        mentions.filter(({ variant }) => variant === form),
      ),
    );
    const beside =
      type === 'person' ? [...roles.slice(0, 1), ...otherNames.filter((other) => !roles.includes(other))] : otherNames;
    const about = said.length
      ? [
          row({
            id: `spoken-of\u001f${key}`,
            kind: 'spoken-of',
            label: '',
            at: said[0]?.at ?? null,
            children: said,
            words: '',
          }),
        ]
      : [];
    return row({
      id: entityRowId('entity', key),
      kind: 'entity',
      label: name,
      detail: beside.slice(0, MOST_NAMES).join(', '),
      count: mentions.length,
      hue,
      children: [...(byForm.length > 1 ? byForm : mentions), ...about],
      words: [name, ...otherNames].join('\n'),
    });
  }

  #mentions({ key, hue, inTexts }: CorpusEntity): RowNode[] {
    return inTexts.flatMap(({ text: { uri, text }, entity }) =>
      entity.mentions.map(({ span, form }) => {
        const words = oneLine(text.slice(span[0], span[1]));
        return row({
          id: this.#ids.next('mention', uri, key, words),
          kind: 'mention',
          label: words,
          detail: surroundings(text, span),
          variant: form,
          hue,
          at: { uri, span },
          words,
        });
      }),
    );
  }

  #spokenOf({ key, inTexts }: CorpusEntity): RowNode[] {
    return inTexts.flatMap(({ text, entity }) =>
      spokenOf(text.article, entity).map((said) => {
        const { span } = said,
          words = text.text.slice(span[0], span[1]),
          speakers = said.speakers.flatMap((id) => this.#byId.get(text)?.get(id) ?? []),
          names = speakers.map(({ name }) => name).join(', '),
          [speaker] = speakers;
        return row({
          id: this.#ids.next('said', text.uri, key, words.slice(0, 200)),
          kind: 'quotation',
          label: `${names}: ${excerpt(words)}`,
          count: 0,
          hue: speaker ? text.hueOf(speaker.key) : 0,
          variant: 'kind' in said ? said.kind : 'statement',
          at: { uri: text.uri, span },
          words: `${names}\n${words}`,
        });
      }),
    );
  }
}

function formRow(key: string, form: MentionForm, mentions: readonly RowNode[]): RowNode[] {
  return mentions.length
    ? [
        row({
          id: `mention-form\u001f${key}\u001f${form}`,
          kind: 'mention-form',
          label: form,
          variant: form,
          at: mentions[0]?.at ?? null,
          children: mentions,
          words: '',
        }),
      ]
    : [];
}
