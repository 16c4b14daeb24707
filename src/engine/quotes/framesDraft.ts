import { type Phrase, Tag, type TokenRange } from '../layers';
import type { Side } from './framesKind';
import type { Cue } from './view';

/** A frame whose content is still in tokens. */
export interface Draft {
  readonly cue: Cue;
  readonly side: Side;
  readonly confidence: number;
  readonly source: Phrase | null;
  readonly content: readonly TokenRange[];
}

/** Whether a cue is a noun that reports. */
export function isNoun({ tag }: Cue): boolean {
  return tag === Tag.Noun || tag === Tag.Nouns;
}
