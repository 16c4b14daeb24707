import { Origin, type Sieve } from '../proposals';
import { addCues } from './reported';

/** Ann Lee answered: (new paragraph) “We sail.” The paragraph before ends with the words that report. */
export const ledIn: Sieve = {
  origin: Origin.LedIn,
  propose({ view, previous }, index, proposals) {
    if (index > 0 || !previous || view.quotations[0]?.from !== view.from) return;
    addCues(previous, Origin.LedIn, { from: previous.view.to, to: previous.view.to }, false, proposals);
  },
};
