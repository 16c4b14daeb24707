import type { TextLayer } from '../layers';
import type { DateType } from '../model';
import type { Base, Form } from './form';
import type { Term } from './lexer';
import type { DateWords } from './words';

/** What a match makes: one expression, or several ("3, 4 and 9 May"). */
export interface Made {
  readonly start: number;
  readonly end: number;
  readonly type: DateType;
  readonly base: Base;
  readonly time?: string | null;
  readonly mod?: string | null;
  readonly problem?: Form['problem'];
  readonly order?: Form['order'];
}

/** What makers may look at beside the terms. */
export interface Context {
  readonly layer: TextLayer;
  readonly words: DateWords;
}

interface Extra {
  readonly type?: DateType;
  readonly time?: string | null;
  readonly mod?: string | null;
  readonly problem?: Form['problem'];
}
const NO_EXTRA: Extra = {};

/** One expression over all terms; a TIME where it has a time. */
export function one(terms: readonly Term[], base: Base, extra: Extra = NO_EXTRA): readonly Made[] {
  const { time = null, mod = null, problem = null } = extra;
  return [
    {
      start: terms[0]?.start ?? 0,
      end: terms[terms.length - 1]?.end ?? 0,
      type: extra.type ?? (time ? 'TIME' : 'DATE'),
      base,
      time,
      mod,
      problem,
    },
  ];
}

/** A value that needs no other date. */
export const fixed = (value: string): Base => ({ kind: 'fixed', value });
