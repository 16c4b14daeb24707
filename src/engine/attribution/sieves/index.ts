import type { Proposal, Reading, Sieve } from '../proposals';
import { carriesOn } from './carriesOn';
import { follows } from './follows';
import { ledIn } from './ledIn';
import { nobody } from './nobody';
import { precedes } from './precedes';
import { reported } from './reported';

/** The sieves that propose, in order of preference where the weights see no difference. */
export const SIEVES: readonly Sieve[] = [follows, carriesOn, reported, ledIn, precedes, nobody];

/** All that may be meant by the quotation at `index`. */
export function propose(reading: Reading, index: number): Proposal[] {
  const proposals: Proposal[] = [];
  for (const sieve of SIEVES) sieve.propose(reading, index, proposals);
  return proposals;
}
