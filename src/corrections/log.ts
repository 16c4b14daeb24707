import type { Article, EntityType, Quotation } from '../engine/index';
import { type Anchor, locate } from './anchor';

/** One of the entities that a person calls one: how texts are searched for it, and how it was called when it was merged. */
export interface Party {
  /** Its corpus key. */
  readonly key: string;
  readonly name: string;
  readonly type: EntityType;
  /** Of somebody without a name, who is told by a place alone: where a text mentions them. */
  readonly at: PlaceOfText | null;
}

/** A place of one text. */
export interface PlaceOfText extends Anchor {
  readonly uri: string;
}

/** What a person changed. The text itself is never among it. */
export type Change =
  | { readonly op: 'set-published'; readonly value: string | null }
  | { readonly op: 'set-speaker'; readonly at: Anchor; readonly speaker: string | null }
  | { readonly op: 'merge-entities'; readonly of: readonly Party[]; readonly into: Party }
  /** Takes merges back, told by their ids, as one step that can itself be undone. */
  | { readonly op: 'separate-entities'; readonly of: readonly string[] }
  | { readonly op: 'undo'; readonly of: string };

/** A change in the log. Ids are unique in it; nothing is ever taken out, not even by an undo. */
export type Operation = Change & { readonly id: string };

/** Says of entities that they are one. */
export type Merge = Extract<Operation, { op: 'merge-entities' }>;

/** What is wrong with a line of a log; the other lines are read all the same. */
export interface LogProblem {
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

/** Reads a log, one JSON object a line, in the order in which things were done. */
export function readLog(text: string): {
  readonly operations: readonly Operation[];
  readonly problems: readonly LogProblem[];
} {
  const operations: Operation[] = [],
    problems: LogProblem[] = [],
    ids = new Set<string>();
  text.split(/\r\n|\r|\n/).forEach((line, index) => {
    if (!line.trim()) return;
    const read = readLine(line),
      message = typeof read === 'string' ? read : ids.has(read.id) ? `The id “${read.id}” is used twice.` : null;
    if (message !== null || typeof read === 'string')
      return void problems.push({ line: index + 1, message: message ?? '' });
    ids.add(read.id);
    operations.push(read);
  });
  return { operations, problems };
}

/** Writes a log as `readLog` reads it. */
export const writeLog = (operations: readonly Operation[]): string =>
  operations.map((operation) => `${JSON.stringify(operation)}\n`).join('');

/** An operation, or what is wrong with the line. */
function readLine(line: string): Operation | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return 'The line is not JSON.';
  }
  if (!isRecord(value) || typeof value.id !== 'string') return 'The line has no id.';
  const { id } = value;
  switch (value.op) {
    case 'set-published':
      return isOptionalText(value.value)
        ? { id, op: value.op, value: value.value }
        : 'The date is neither text nor null.';
    case 'set-speaker': {
      if (!isOptionalText(value.speaker)) return 'The speaker is neither text nor null.';
      return isAnchor(value.at)
        ? { id, op: value.op, at: value.at, speaker: value.speaker }
        : 'The place is not given by exact, prefix, suffix and start.';
    }
    case 'merge-entities':
      return Array.isArray(value.of) && value.of.every(isParty) && isParty(value.into)
        ? { id, op: value.op, of: value.of, into: value.into }
        : 'What is merged is not given by key, name and type.';
    case 'separate-entities':
      return Array.isArray(value.of) && value.of.every((each) => typeof each === 'string')
        ? { id, op: value.op, of: value.of }
        : 'What is to be separated has no ids.';
    case 'undo':
      return typeof value.of === 'string' ? { id, op: value.op, of: value.of } : 'What is to be undone has no id.';
    default:
      return `The operation “${String(value.op)}” is not known.`;
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
const isOptionalText = (value: unknown): value is string | null => value === null || typeof value === 'string';
const isAnchor = (value: unknown): value is Anchor =>
  isRecord(value) &&
  ['exact', 'prefix', 'suffix'].every((key) => typeof value[key] === 'string') &&
  Number.isInteger(value.start);

const TYPES: Readonly<Record<EntityType, true>> = {
  person: true,
  organization: true,
  place: true,
  group: true,
  event: true,
};
const isParty = (value: unknown): value is Party =>
  isRecord(value) &&
  typeof value.key === 'string' &&
  typeof value.name === 'string' &&
  typeof value.type === 'string' &&
  Object.hasOwn(TYPES, value.type) &&
  (value.at === null || (isAnchor(value.at) && 'uri' in value.at && typeof value.at.uri === 'string'));

/**
 * The operations that hold: those that nothing later undoes. An undo may be undone, which does the first thing again. Only what was
 * done earlier can be undone, so a log whose undos point at each other in a circle still has an end.
 */
export function effective(operations: readonly Operation[]): readonly Exclude<Operation, { op: 'undo' }>[] {
  const undone = undoneIn(operations);
  return operations.flatMap((operation, index) => (operation.op === 'undo' || undone.has(index) ? [] : [operation]));
}

/** The places in a log of what is undone, undos that are undone among them. */
function undoneIn(operations: readonly Operation[]): ReadonlySet<number> {
  const places = new Map(operations.map(({ id }, index) => [id, index])),
    undone = new Set<number>();
  for (let index = operations.length - 1; index >= 0; index--) {
    const operation = operations[index];
    if (operation?.op !== 'undo' || undone.has(index)) continue;
    const target = places.get(operation.of);
    if (target !== undefined && target < index) undone.add(target);
  }
  return undone;
}

/** Whether an operation of the log holds, an undo too. */
export const isInForce = (operations: readonly Operation[], id: string): boolean => {
  const index = operations.findIndex((operation) => operation.id === id);
  return index >= 0 && !undoneIn(operations).has(index);
};

/** The operation that an Undo command would undo next: the last that holds, or null. */
export const lastEffective = (operations: readonly Operation[]): Exclude<Operation, { op: 'undo' }> | null =>
  effective(operations).at(-1) ?? null;

/** The undo that a Redo command would undo next: the last that holds, unless something new was done since; or null. */
export function lastUndo(operations: readonly Operation[]): Operation | null {
  const undone = undoneIn(operations),
    isUndo = new Map(operations.map(({ id, op }) => [id, op === 'undo']));
  for (let index = operations.length - 1; index >= 0; index--) {
    const operation = operations[index];
    if (operation?.op !== 'undo') return null;
    if (!undone.has(index) && isUndo.get(operation.of) === false) return operation;
  }
  return null;
}

/** What a log makes of an article: the date and the speakers that a person set, and what no longer has a certain place. */
export interface Applied {
  /** Undefined where nobody set it. */
  readonly published: string | null | undefined;
  /** By the quotation's id, the key of the entity that a person named, or null for nobody. */
  readonly speakers: ReadonlyMap<string, string | null>;
  readonly orphans: readonly Operation[];
}

/** Applies a log to an article and its text. A later operation on the same thing replaces an earlier one. */
export function apply(
  operations: readonly Operation[],
  text: string,
  { quotations }: Pick<Article, 'quotations'>,
): Applied {
  let published: string | null | undefined;
  const speakers = new Map<string, string | null>(),
    orphans: Operation[] = [];
  const byPlace = new Map(quotations.map((quotation): [string, Quotation] => [quotation.span.join('-'), quotation]));
  for (const operation of effective(operations)) {
    if (operation.op === 'merge-entities' || operation.op === 'separate-entities') continue; // They hold for all texts: merges.ts.
    if (operation.op === 'set-published') {
      published = operation.value;
      continue;
    }
    const quotation = byPlace.get(locate(text, operation.at)?.join('-') ?? '');
    if (quotation) speakers.set(quotation.id, operation.speaker);
    else orphans.push(operation);
  }
  return { published, speakers, orphans };
}
