import { Origin, plain, type Sieve } from '../proposals';

/** “Never.” “Not while I am here,” Ann Lee said. The first belongs to the speaker of the second. */
export const precedes: Sieve = {
  origin: Origin.Precedes,
  propose({ view }, index, proposals) {
    if (index + 1 < view.quotations.length) proposals.push(plain(Origin.Precedes, index + 1));
  },
};
