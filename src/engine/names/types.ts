import type { EntityType } from '../model';

/** The types of entities in the order of every list of scores. */
export const ENTITY_TYPES: readonly EntityType[] = ['person', 'organization', 'place', 'group', 'event'];

/** The model's labels: the types of entities, then "no name". */
export const TYPES = ENTITY_TYPES.length;
export const LABELS = TYPES + 1;
