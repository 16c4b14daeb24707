import { keyOfRow } from '../corpus/index';
import {
  isInForce,
  lastEffective,
  lastUndo,
  type Merge,
  Merges,
  mergesInForce,
  type Operation,
  readLog,
  writeLog,
} from '../corrections/index';
import type { CorrectionsState, CorrectParams, CorrectResult } from '../protocol';

/** A change of the log before it has an id. */
type Draft = Operation extends infer Each ? (Each extends Operation ? Omit<Each, 'id'> : never) : never;

/** What the reader has corrected over all texts. The client keeps the log; here is what it says. */
export class Corrections {
  #operations: readonly Operation[] = [];
  #unreadable: readonly number[] = [];
  #merges = Merges.of([]);

  get merges(): Merges {
    return this.#merges;
  }

  /** Whether something can be undone or done again, and which lines of the log cannot be read. */
  get state(): CorrectionsState {
    return {
      canUndo: lastEffective(this.#operations) !== null,
      canRedo: lastUndo(this.#operations) !== null,
      unreadable: this.#unreadable,
    };
  }

  /** Takes the log as the client kept it, in place of what was known. */
  load(log: unknown): CorrectionsState {
    const { operations, problems } = readLog(typeof log === 'string' ? log : '');
    this.#unreadable = problems.map(({ line }) => line);
    this.#set(operations);
    return this.state;
  }

  /** Corrects; null where there is nothing to do. Throws where the correction itself cannot be read. */
  correct(params: CorrectParams): CorrectResult | null {
    const draft = this.#draft(params);
    if (!draft) return null;
    const id = crypto.randomUUID(),
      lines = writeLog([{ ...draft, id }]),
      { operations, problems } = readLog(lines),
      [operation] = operations;
    if (problems[0] || !operation) throw new Error(problems[0]?.message);
    const meant = this.#meant(operation),
      behind = this.#mergesBehind(meant),
      into = behind.at(-1)?.into.name ?? '';
    this.#set([...this.#operations, operation]);
    return {
      lines,
      id,
      what: meant?.op === 'separate-entities' ? 'separate' : 'merge',
      of: [...new Set(behind.flatMap(({ of }) => of.map(({ name }) => name)))].filter((name) => name !== into),
      into,
      state: this.state,
    };
  }

  #draft(params: CorrectParams): Draft | null {
    switch (params.action) {
      case 'merge':
        return merging(params.of as Merge['of'], params.into as Merge['into']);
      case 'undo':
        return undoing(lastEffective(this.#operations)?.id);
      case 'redo':
        return undoing(lastUndo(this.#operations)?.id);
      case 'take-back':
        return isInForce(this.#operations, params.id) ? undoing(params.id) : null;
      case 'separate': {
        const of = this.#mergesOf(keyOfRow(params.row)).map(({ id }) => id);
        return of.length ? { op: 'separate-entities', of } : null;
      }
    }
  }

  /** The merges that have made an entity what it is, the earliest first. */
  #mergesOf(key: string | null): readonly Merge[] {
    return key === null
      ? []
      : mergesInForce(this.#operations).filter(({ into }) => this.#merges.circleOf(into.key) === key);
  }

  /** What an undo, or an undo of an undo, is about in the end; any other operation itself. */
  #meant(operation: Operation | undefined): Operation | undefined {
    return operation?.op === 'undo' ? this.#meant(this.#operations.find(({ id }) => id === operation.of)) : operation;
  }

  /** The merges that an operation makes or takes back, the earliest first. */
  #mergesBehind(operation: Operation | undefined): readonly Merge[] {
    if (operation?.op === 'merge-entities') return [operation];
    if (operation?.op !== 'separate-entities') return [];
    return this.#operations.flatMap((each) =>
      each.op === 'merge-entities' && operation.of.includes(each.id) ? [each] : [],
    );
  }

  #set(operations: readonly Operation[]): void {
    this.#operations = operations;
    this.#merges = Merges.of(operations);
  }
}

/** A name outlives the lack of one, whichever the reader chose to keep. */
function merging(of: Merge['of'], into: Merge['into']): Draft {
  const named = into.at ? of.find(({ at }) => !at) : undefined;
  return {
    op: 'merge-entities',
    of: named ? [...of.filter((party) => party !== named), into] : of,
    into: named ?? into,
  };
}

const undoing = (id: string | undefined): Draft | null => (id === undefined ? null : { op: 'undo', of: id });
