import type { PeopleWords } from '../words';

/** A role's head noun with what makes its office another, and the other words. */
export interface RankedNoun {
  readonly noun: string;
  readonly modifiers: readonly string[];
}

/**
 * "Former", "vice" and the like make an office another: nobody who is vice president is the president. They become part of the noun,
 * so that only those who have them in common are alike.
 */
export function ranked(noun: string, modifiers: readonly string[], words: PeopleWords): RankedNoun {
  const hyphen = noun.indexOf('-'),
    prefix = hyphen > 0 ? words.ranks.get(noun.slice(0, hyphen)) : undefined;
  if (prefix === undefined && !modifiers.some((word) => words.ranks.has(word))) return { noun, modifiers };
  const found = modifiers.flatMap((word) => words.ranks.get(word) ?? []),
    base = prefix === undefined ? noun : noun.slice(hyphen + 1);
  if (prefix !== undefined) found.push(prefix);
  return {
    noun: [...new Set(found)].sort().concat(base).join(' '),
    modifiers: modifiers.filter((word) => !words.ranks.has(word)),
  };
}

/** The noun without what makes it another. */
export const unranked = (noun: string): string => noun.slice(noun.lastIndexOf(' ') + 1);
