import type { AttributionWords } from '../attribution/words';
import type { DateWords } from '../dates/words';
import type { NameWords } from '../names/words';
import type { PeopleWords } from '../people/words';
import type { QuoteWords } from '../quotes/words';
import type { TextWords } from '../text/words';

/** Everything the engine must be told of a language: words and weights, no algorithm. */
export interface LanguagePack {
  /** BCP 47, "en". */
  readonly language: string;
  readonly text: TextWords;
  readonly names: NameWords;
  readonly dates: DateWords;
  readonly quotes: QuoteWords;
  readonly people: PeopleWords;
  readonly attribution: AttributionWords;
}
