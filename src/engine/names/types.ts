import type { EntityType } from '../model';

/** The types of entities in the order of every list of scores. */
export const ENTITY_TYPES: readonly EntityType[] = ['person', 'organization', 'place', 'group', 'event'];
