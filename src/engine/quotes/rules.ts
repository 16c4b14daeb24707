/** What each rule of quotes/ says to a reader; {evidence} stands for the words that it rests on. */
export const QUOTES_RULES: Readonly<Record<string, string>> = {
  'cue-before': 'The reporting word “{evidence}” stands before what it reports, and its subject is the source.',
  'cue-behind': 'The reporting word “{evidence}” stands behind what it reports, with its subject as the source.',
  'cue-inverted': 'The reporting word “{evidence}” stands behind what it reports, and the source follows it.',
  'cue-between': 'The reporting word “{evidence}” interrupts what it reports.',
  'cue-passive': 'The reporting word “{evidence}” is passive, so that the source may be left out or follow “by”.',
  'cue-phrase': 'The phrase “{evidence}” names the source of the sentence around it.',
  'cue-noun': 'The noun “{evidence}” reports the words behind it.',
  'cue-colon': 'A colon stands between a name and what is reported.',
};
