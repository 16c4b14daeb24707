import type { NameWords } from '../../names/words';

export const names: NameWords = { language: 'en' };
