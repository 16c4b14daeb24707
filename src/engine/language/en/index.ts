import type { LanguagePack } from '../pack';
import { attribution } from './attribution';
import { dates } from './dates';
import { names } from './names';
import { people } from './people';
import { quotes } from './quotes';
import { text } from './text';

export const english: LanguagePack = { language: 'en', text, names, dates, quotes, people, attribution };
