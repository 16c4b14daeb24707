import { Origin, plain, type Sieve } from '../proposals';

/** “We sail,” Ann Lee said. “We sail at six.” The second goes on with the first. */
export const follows: Sieve = {
  origin: Origin.Follows,
  propose(_, index, proposals) {
    if (index > 0) proposals.push(plain(Origin.Follows, index - 1));
  },
};
