import type { LanguagePack } from '../pack';
import { readLinear, readNames, readTags } from '../packed';
import { readData } from './data';
import { attribution } from './attribution';
import { dates } from './dates';
import { marks } from './marks';
import { names } from './names';
import { people } from './people';
import { frames } from './quotes';
import { text } from './text';

/** English: its words, and what `packData` (data.ts) put together of its learned and compiled data. The bytes are used where they are. */
export function loadEnglish(bytes: Uint8Array): LanguagePack {
  const data = readData(bytes);
  return {
    language: 'en',
    text: { ...text, tags: readTags(data['weights/tags']) },
    names: {
      ...names,
      ...readNames(data['weights/names']),
      lists: data['gazetteer/lists'],
      towns: data['gazetteer/towns'],
      clusters: data['gazetteer/clusters'],
    },
    dates,
    quotes: { language: 'en', marks, frames: { ...frames, weights: readLinear(data['weights/frames']) } },
    people,
    attribution: {
      language: 'en',
      ...attribution,
      labels: text.labels,
      weights: readLinear(data['weights/attribution']),
    },
  };
}
