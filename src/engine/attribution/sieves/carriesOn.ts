import { Origin, plain, type Sieve, speechBefore } from '../proposals';

/** A paragraph whose first quotation goes on with the last one of the paragraph before: several paragraphs of one speech. */
export const carriesOn: Sieve = {
  origin: Origin.CarriesOn,
  propose({ previous }, index, proposals) {
    const last = index === 0 && previous ? speechBefore(previous.view, previous.view.quotations.length) : -1;
    if (last >= 0) proposals.push(plain(Origin.CarriesOn, last));
  },
};
