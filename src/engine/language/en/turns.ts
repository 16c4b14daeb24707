import type { LabelWords } from '../../text/words';

const set = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Words that the labels of interviews, debates and transcripts are told by. */
export const turns: LabelWords = {
  questions: set('q question'),
  answers: set('a answer'),
  article: 'the',
  titles:
    set(`mr mrs ms miss mx dr prof professor sir dame lord lady rev hon madam senator sen representative rep congressman
    congresswoman delegate judge justice chairman chairwoman chair general gen governor gov secretary minister councillor cllr
    president director ambassador commissioner`),
  inTitles: set('pro tempore acting clerk'),
  small: set('of for the and in from de del della di da van von der den la le el al bin ibn ben du dos y'),
  notLabels:
    set(`note notes update updates updated date dates time times when where what why who how which photo photos picture pictures
    image images video audio caption credit credits source sources correction corrections clarification editor's editors
    editor headline summary analysis opinion comment comments background context details location venue place cost costs
    tickets ticket rating verdict score scores result results standings fixtures kick-off referee attendance goals goal
    subs substitutes ingredients method serves servings prep preparation directions instructions step steps tip tips
    warning caution disclaimer example examples pros cons question answer questions answers yes no address phone telephone
    tel email e-mail website contact contacts info information watch listen more related also see tags topics category
    categories breaking live latest exclusive review reviews cast starring stars genre runtime release released publisher
    author language pages isbn duration total number figure figures table chart graphic map fact facts status conclusion
    introduction overview title subject re to cc bcc from age born died height weight nationality education hobbies family
    occupation sponsored advertisement podcast newsletter subscribe monday tuesday wednesday thursday friday saturday
    sunday january february march july september october november december morning afternoon evening tonight today tomorrow
    yesterday weather forecast today's first second third finally plus bonus spoiler ps nb fyi tl;dr`),
  parts:
    set(`interviewer interviewee interviewers moderator host hosts presenter anchor narrator reporter reporters journalist questioner
    speaker speakers chair chairman chairwoman chairperson witness court judge prosecutor prosecution defence defense counsel clerk
    caller audience panel panellist panelist student voice crew dispatcher operator pilot copilot officer members member all
    unknown unidentified man woman`),
  spoken:
    set(`i i'm i'd i've i'll me my mine myself we we're we've we'll we'd us our ours ourselves you you're you've you'll you'd your yours
    thanks yeah`),
  own: set('i me my mine myself we us our ours ourselves'),
  interviews:
    set(`interview interviewed interviews interviewing interviewer spoke speaks talked talks asked asks sat met conversation questions
    chat chatted told caught joined conducted`),
  leads: set('with interviewed interviews interviewing meets questioned'),
  addresses: set('president speaker chairman chairwoman chair chairperson'),
};
