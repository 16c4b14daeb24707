import type { QuoteWords } from '../../quotes/words';

export const quotes: QuoteWords = { language: 'en' };
