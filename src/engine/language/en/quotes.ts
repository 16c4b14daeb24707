import type { QuoteWords } from '../../quotes/words';
import { marks } from './marks';

export const quotes = { language: 'en', marks } as QuoteWords;
