import type { DateWords } from '../../dates/words';

export const dates: DateWords = { language: 'en' };
