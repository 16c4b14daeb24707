import * as attribution from './attribution/rules';
import * as dates from './dates/rules';
import type { Why } from './model';
import * as names from './names/rules';
import * as people from './people/rules';
import * as quotes from './quotes/rules';

/** The sentence of every rule of every stage, by its id; `{evidence}` stands for the words that the decision rests on. */
export const RULES: Readonly<Record<string, string>> = merge([names, dates, quotes, people, attribution]);

/** A stage may have a table for each of its parts. */
function merge(
  stages: readonly Readonly<Record<string, Readonly<Record<string, string>>>>[],
): Readonly<Record<string, string>> {
  return Object.assign({}, ...stages.flatMap((tables) => Object.values(tables))) as Readonly<Record<string, string>>;
}

/** Evidence longer than this is cut in a sentence. */
const LONGEST_EVIDENCE = 60;
const WITH_EVIDENCE = 'The words “{evidence}” decide.',
  WITHOUT = 'The words around it decide.';

/**
 * Why a result is as it is, as one sentence for a reader. `text` is the article's text, which the evidence is quoted from as it
 * stands: whoever shows the sentence escapes it.
 */
export function explain({ rule, evidence }: Why, text: string): string {
  const words = evidence ? clip(text.slice(evidence[0], evidence[1]).replace(/\s+/g, ' ').trim()) : '';
  const template = Object.hasOwn(RULES, rule) ? RULES[rule] : undefined;
  if (template && (words || !template.includes('{evidence}'))) return template.replaceAll('{evidence}', () => words);
  return words ? WITH_EVIDENCE.replace('{evidence}', () => words) : WITHOUT;
}

const clip = (words: string): string =>
  words.length > LONGEST_EVIDENCE ? `${words.slice(0, LONGEST_EVIDENCE).replace(/[\ud800-\udbff]$/, '')}…` : words;
