import type { Phrase, TokenRange } from '../layers';
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
