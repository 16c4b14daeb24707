/** The engine's whole public face: text in, article out. Pure: no clock, no network, no files. */
import { Analysis } from './analysis';
import type { LanguagePack } from './language/pack';
import type { Article } from './model';
import { createPipeline } from './pipeline';

export type { Analysis, Edit } from './analysis';
export { corpusKey, isNameless, narrowedKey } from './corpusKey';
export { type PublishedOffer, quotationDay, type QuotationDay } from './dates/index';
export { QuotationDays } from './dates/quotationDay';
export { explain, RULES } from './explain';
export { changeOf } from './kept';
export { loadEnglish } from './language/en/index';
export * from './layers';
export * from './model';
export { firstSpanFrom } from './search';
export * from './span';

/** What the caller may know of a text beside its words. */
export interface AnalyzeOptions {
  /** The article's date as the reader gave it, ISO 8601 (year, month, day or time); outranks what the text says. */
  readonly published?: string | null;
  /** The file's name without its folder; a date in it counts where the text states none. */
  readonly fileName?: string | null;
}

export interface Engine {
  /** Analyses a text so that later edits cost little. Never throws, whatever the text. */
  open(text: string, options?: AnalyzeOptions): Analysis;
  /** Analyses a text once. */
  analyze(text: string, options?: AnalyzeOptions): Article;
}

/** Compiles a language (`loadEnglish`) into an engine; do it once, it costs some milliseconds. */
export function createEngine(pack: LanguagePack): Engine {
  const pipeline = createPipeline(pack);
  const open = (text: string, { published = null, fileName = null }: AnalyzeOptions = {}): Analysis =>
    Analysis.of(pipeline, text, { published, fileName });
  return { open, analyze: (text, options) => open(text, options).article };
}
