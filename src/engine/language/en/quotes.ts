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
  setPhrases: [
    'having [say] that ,',
    'having [say] this ,',
    'having [say] so ,',
    'having [say] all that ,',
    '| that [say] ,',
    'that being [say] ,',
    'that is to [say]',
    'which is to [say]',
    'needless to [say]',
    'goes without [say]',
    'go without [say]',
    'to [say] the least',
    'to [say] nothing of',
    'suffice it to [say]',
    'suffice to [say]',
    'sad to [say]',
    'easier [say]',
    'sooner [say]',
    "let 's [say]",
    'let us [say]',
    'shall we [say]',
    'when all is [say]',
    '[say] goodbye',
    '[say] farewell',
    '[say] hello',
    '[say] grace',
    '[say] mass',
    '[say] a prayer',
    '[say] prayers',
    '[say] his prayers',
    '[say] her prayers',
    '[say] their prayers',
    '[say] a blessing',
    '[say] their goodbyes',
    '[say] his goodbyes',
    '[say] her goodbyes',
    '[say] their vows',
    '[say] no more',
    'so to [speak]',
    '[speak] volumes',
    '[speak] to',
    '[speak] with',
    '[talk] to',
    '[talk] with',
    '[know] as',
    '[know] for',
    'strictly [speak]',
    'generally [speak]',
    'broadly [speak]',
    'roughly [speak]',
    'technically [speak]',
    'truth be [tell]',
    'all [tell] ,',
    '[tell] the time',
    '[tell] a joke',
    '[tell] jokes',
    '[tell] a story',
    '[tell] stories',
    '[tell] the truth',
    '[tell] lies',
    '[tell] a lie',
    '[tell] the difference',
    '[call] it a day',
    '[call] it quits',
    '[call] the shots',
    '[call] time on',
    '[call] off',
    '[call] up',
    '[call] into question',
    '[point] the finger',
    '[add] up',
    '[answer] the phone',
    '[answer] the door',
    '[ask] permission',
    '[ask] the way',
    '[speak] on condition',
    '[speak] on the condition',
    '[decline] to be named',
    '[decline] to be identified',
    '[decline] to be quoted',
    '[refuse] to be named',
    '[refuse] to be identified',
    '[request] anonymity',
  ],
  refusals: `refuse refuses refused refusing decline declines declined declining fail fails failed failing`,
  rebuttals: `reject rejects rejected rejecting deny denies denied denying dismiss dismisses dismissed dismissing dispute disputes disputed
    disputing refute refutes refuted refuting rebut rebuts rebutted rebutting counter counters countered countering
    face faces faced facing hear hears heard hearing doubt doubts doubted doubting ignore ignores ignored ignoring
    investigate investigates investigated investigating`,
  contrasts: `though although while whereas`,
  conditions: `if unless whether until`,
  timeNouns: `monday tuesday wednesday thursday friday saturday sunday january february march july august september october november
    december today yesterday tomorrow tonight morning afternoon evening night noon midnight day days week weeks weekend month months
    year years decade decades hour hours minute minutes time moment spring summer autumn winter`,
  times: `before after while when until since once`,
  nouns: `claim claims warning warnings statement statements announcement announcements assertion assertions accusation accusations
    allegation allegations suggestion suggestions admission admissions denial denials argument arguments prediction predictions
    assurance assurances insistence acknowledgment acknowledgement complaint complaints contention contentions threat threats
    promise promises pledge pledges declaration declarations estimate estimates rumor rumors rumour rumours reminder reminders
    plea pleas call calls appeal appeals demand demands boast boasts`,
  verdicts: `answer answers reply replies response responses verdict verdicts message messages advice comment comments word words
    conclusion explanation view opinion motto slogan`,
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
