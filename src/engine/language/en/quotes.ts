import type { FrameWords } from '../../quotes/words';
import { planVerbs, speechVerbs, thoughtVerbs } from './quotes-verbs';

/** The words of reported speech; what is learned lies in weights/frames.bin. */
export const frames: Omit<FrameWords, 'weights'> = {
  verbs: { speech: speechVerbs, thought: thoughtVerbs, plan: planVerbs },
  phrases: [
    { words: 'according to', source: 'after' },
    { words: 'in the words of', source: 'after' },
    { words: 'in the view of', source: 'after' },
    { words: 'in the opinion of', source: 'after' },
    { words: 'made clear', source: 'subject' },
    { words: 'made it clear', source: 'subject' },
    { words: 'makes clear', source: 'subject' },
    { words: 'makes it clear', source: 'subject' },
    { words: 'making clear', source: 'subject' },
    { words: 'making it clear', source: 'subject' },
    { words: 'made the point', source: 'subject' },
    { words: 'made the case', source: 'subject' },
    { words: 'making the point', source: 'subject' },
    { words: 'making the case', source: 'subject' },
    { words: 'went on to say', source: 'subject' },
    { words: 'took issue with', source: 'subject' },
  ],
  nouns: `claim claims warning warnings statement statements announcement announcements assertion assertions accusation accusations
    allegation allegations suggestion suggestions admission admissions denial denials argument arguments prediction predictions
    assurance assurances insistence acknowledgment acknowledgement complaint complaints contention contentions threat threats
    promise promises pledge pledges declaration declarations estimate estimates rumor rumors rumour rumours reminder reminders
    plea pleas call calls appeal appeals demand demands`,
  context: `. ? ! , ; : - – — -- ... … ( ) [ ] " “ ” ' ‘ ’ « »
    that which who whom whose what where when why how whether if
    and or but nor yet so because since although though while whereas unless until before after as than like
    of in on at to for with by from into over under about against during without through amid among despite upon between toward towards
    within across behind beyond near outside inside including following via per
    the a an this these those each every some any no all both many most several few other another such
    i you he she it we they me him her us them my your his its our their himself herself themselves itself one there
    am is are was were be been being 's 're 'm 've 'd 'll have has had having do does did doing
    will would can could may might shall should must ca wo n't not never hardly ever also only just even still already
    later earlier recently now then again too ago once often repeatedly publicly reportedly reportedly previously
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december
    today yesterday tomorrow tonight week month year day morning afternoon evening night time last next
    reporters journalists reporter people voters supporters audience crowd interview statement speech email e-mail letter tweet twitter
    facebook conference rally news press television radio cnn interviewer host court judge lawmakers members congress committee
    spokesman spokeswoman spokesperson official officials president senator sources source poll survey study report document
    percent million mr. mrs. ms. mr mrs ms dr. sen. rep. gov. more less
    going trying able out up back off away down on for`,
  denials: "not n't never hardly neither nor without",
  passives: 'am is are was were be been being get got gets',
  auxiliaries:
    "have has had having 've 'd 'll do does did doing will would can could may might shall should must ca wo to",
  relatives: 'who which that',
  partitives: 'one two three some many none most several few both all any each neither either half',
  partOf: 'of',
  opener: 'that',
  predicative: 'as',
};
