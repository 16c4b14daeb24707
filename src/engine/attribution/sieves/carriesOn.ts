import { Origin, plain, type Sieve } from '../proposals';

/** A paragraph whose first quotation goes on with the last one of the paragraph before: several paragraphs of one speech. */
export const carriesOn: Sieve = {
  origin: Origin.CarriesOn,
  propose({ previous }, index, proposals) {
    if (index === 0 && previous?.view.quotations.length)
      proposals.push(plain(Origin.CarriesOn, previous.view.quotations.length - 1));
  },
};
