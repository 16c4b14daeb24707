import { keyOfRow } from '../corpus/index';
import { effective, lastEffective, lastUndo, Merges, type Operation, readLog, writeLog } from '../corrections/index';
import { isNameless } from '../engine/index';
import type { CorrectionsState, CorrectParams, CorrectResult } from '../protocol';

/** A change of the log before it has an id. */
type Draft = Operation extends infer Each ? (Each extends Operation ? Omit<Each, 'id'> : never) : never;
type Merge = Extract<Operation, { op: 'merge-entities' }>;

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
    return { canUndo: lastEffective(this.#operations) !== null, canRedo: lastUndo(this.#operations) !== null, unreadable: this.#unreadable };
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
    const drafts = this.#drafts(params);
    if (drafts.length === 0) return null;
    const added = drafts.map((draft): Operation => ({ ...draft, id: crypto.randomUUID() })), lines = writeLog(added), { operations, problems } = readLog(lines);
    if (problems[0]) throw new Error(problems[0].message);
    const merge = this.#mergeBehind(operations[0]);
    this.#set([...this.#operations, ...operations]);
    return { lines, of: merge?.of.map(({ name }) => name) ?? [], into: merge?.into.name ?? '', state: this.state };
  }

  #drafts(params: CorrectParams): readonly Draft[] {
    switch (params.action) {
      case 'merge': return [merging(params.of as Merge['of'], params.into as Merge['into'])];
      case 'undo': return undoing(lastEffective(this.#operations));
      case 'redo': return undoing(lastUndo(this.#operations));
      case 'separate': return this.#mergesOf(keyOfRow(params.row)).flatMap(undoing);
    }
  }

  /** The merges that hold and have made an entity what it is, the earliest first. */
  #mergesOf(key: string | null): readonly Operation[] {
    const own = (of: string): string => this.#merges.find('', of)?.key ?? of;
    return key === null ? [] : effective(this.#operations).filter((operation) => operation.op === 'merge-entities' && own(operation.into.key) === key);
  }

  /** The merge that an operation makes, undoes or does again. */
  #mergeBehind(operation: Operation | undefined): Merge | null {
    if (operation?.op === 'merge-entities') return operation;
    return operation?.op === 'undo' ? this.#mergeBehind(this.#operations.find(({ id }) => id === operation.of)) : null;
  }

  #set(operations: readonly Operation[]): void {
    this.#operations = operations;
    this.#merges = Merges.of(operations);
  }
}

/** A name outlives the lack of one, whichever the reader chose to keep. */
function merging(of: Merge['of'], into: Merge['into']): Draft {
  const named = isNameless(into.key) ? of.find(({ key }) => !isNameless(key)) : undefined;
  return { op: 'merge-entities', of: named ? [...of.filter((party) => party !== named), into] : of, into: named ?? into };
}

const undoing = (operation: Operation | null): readonly Draft[] => (operation ? [{ op: 'undo', of: operation.id }] : []);
