/** What each rule of names/ means, in a sentence for the reader; `{evidence}` stands for the words the decision rests on. */
export const NAMES_RULES: Readonly<Record<string, string>> = {
  'name-learned': 'The way “{evidence}” is written and the words around it mark it as a name.',
  'name-title': 'The title “{evidence}” stands before the name.',
  'name-label': 'The label “{evidence}” names who speaks behind it.',
  'name-elsewhere': 'The same name is clearer elsewhere in the article.',
};
