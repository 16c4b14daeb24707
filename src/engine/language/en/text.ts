import type { TextWords } from '../../text/words';

export const text: TextWords = { language: 'en' };
