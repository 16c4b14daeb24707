import type { AttributionWords } from '../../attribution/words';
import { weights } from './attributionWeights';

export const attribution: AttributionWords = { language: 'en', weights };
