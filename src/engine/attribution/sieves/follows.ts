import { Origin, plain, type Sieve, speechBefore } from '../proposals';

/** “We sail,” Ann Lee said. “We sail at six.” The second goes on with the first. */
export const follows: Sieve = {
  origin: Origin.Follows,
  propose({ view }, index, proposals) {
    const before = speechBefore(view, index);
    if (before >= 0) proposals.push(plain(Origin.Follows, before));
  },
};
