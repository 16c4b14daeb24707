import type { AttributionWords } from '../../attribution/words';

export const attribution: AttributionWords = { language: 'en' };
