import { Origin, plain, type Sieve } from '../proposals';

/** The “Morning Show”, a so-called “reset”: marks with nobody's words between them. */
export const nobody: Sieve = {
  origin: Origin.Nobody,
  propose(_, _index, proposals) {
    proposals.push(plain(Origin.Nobody, -1));
  },
};
