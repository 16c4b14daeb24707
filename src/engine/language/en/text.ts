import type { TextWords } from '../../text/words';
import { turns } from './turns';

const list = (words: string): string[] => words.trim().split(/\s+/);
const lines = (words: string): string[] => words.trim().split(/\s*\n\s*/);

const MONTHS = list(`january february march april may june july august september october november december
  jan feb mar apr jun jul aug sep sept oct nov dec`);
const WEEKDAYS = list(
  'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun',
);

const TITLES =
  list(`mr mrs ms mx dr prof gov sen rep reps sens gens lt col maj gen sgt cpl capt cmdr adm brig rev hon pres supt insp
  messrs mme mlle fr st ste mt ft vs`);

/** The words of text/; what is learned lies in weights/tags.bin. */
export const text: Omit<TextWords, 'tags'> = {
  language: 'en',
  tokens: {
    clitics: ["'s", "n't", "'ll", "'re", "'ve", "'d", "'m"],
    abbreviations: [
      ...TITLES,
      ...list(`jr sr esq inc corp ltd co cos bros plc llc llp dept dist assn ave blvd rd bldg etc al cf e.g i.e viz approx est
        jan feb aug sept oct nov dec tues thurs ala ariz ark calif colo conn del fla ga ill ind kan ky la md mich minn miss mont
        neb nev okla ore pa tenn tex va vt wash wis wyo ph.d m.d b.a m.a`),
    ],
    beforeNumber: list('no nos p pp vol ch sec art fig mar apr jun jul sep mon wed fri sat sun'),
  },
  sentences: {
    titles: TITLES,
    openers:
      list(`the a an this that these those he she it we they i you his her its their our my your there here but and or so yet
      in on at by for from with after before since while when where what who why how if as although though because however
      meanwhile also still then now instead according asked speaking last next some many most several few all both each every
      no not one two`),
    reporting:
      list(`said says told tells asked asks added adds replied replies wrote writes shouted cried tweeted explained
      continued warned insisted answered responded quipped joked recalled concluded noted`),
  },
  blocks: {
    months: [...MONTHS, ...WEEKDAYS],
    dateLine:
      list(`of at on the a.m p.m am pm gmt utc est edt et pst pdt pt cet cest bst ist updated published posted modified last first
      time`),
    headerStarts: [
      'published',
      'updated',
      'last updated',
      'last modified',
      'first published',
      'posted',
      'posted on',
      'created',
      'modified',
      'date:',
      'publication date',
    ],
    crawlKeys: ['date'],
    bylineStarts: ['by', 'from', 'written by', 'story by'],
    creditStarts: ['reporting by', 'editing by', 'additional reporting', 'compiled by', 'writing by'],
    bylineRoles: list('writer correspondent reporter editor columnist staff contributor critic bureau analyst'),
    captionStarts: [
      'image:',
      'images:',
      'photo:',
      'photos:',
      'photo by',
      'photograph:',
      'photograph by',
      'picture:',
      'pictured:',
      'file photo',
      'photo credit:',
      'credit:',
      'caption:',
      'image caption',
      'image copyright',
      'image source',
      'image credit',
      'media caption',
      'video caption',
      'picture caption',
      'photo caption',
    ],
    creditParts: lines(`
      file
      file photo
      file picture
      file image
      handout
      handout photo
      pool
      pool photo
      stock
      stock photo
      archive
      courtesy
      supplied
      image
      photo`),
    agencies: lines(`
      ap
      afp
      epa
      epa-efe
      reuters
      getty
      getty images
      associated press
      the associated press
      bloomberg
      pa
      pa media
      shutterstock
      alamy
      cnn
      tass
      xinhua
      upi
      dpa
      ap photo
      ap images
      ap file
      afp photo
      press association
      pa wire
      pa images
      canadian press
      the canadian press
      aap
      anadolu agency
      nurphoto
      zuma
      zuma press
      zuma wire
      sipa
      wenn
      rex
      rex features
      action images
      usa today sports
      wireimage
      filmmagic
      corbis
      istock
      istockphoto
      thinkstock
      dreamstime
      depositphotos
      unsplash
      wikimedia commons
      kyodo
      ians
      pti`),
    pageLines: lines(`
      read more
      read next
      read the rest here
      leave a comment
      leave a reply
      comments
      source link
      source
      share
      share this
      share this article
      share on facebook
      share on twitter
      tweet
      email
      print
      advertisement
      advertisements
      sponsored
      sponsored content
      you may also like
      you might also like
      more on this story
      more stories
      most read
      most popular
      related
      related articles
      related stories
      related topics
      recommended
      recommended for you
      editor's picks
      sign up
      subscribe
      subscribe now
      log in
      sign in
      menu
      home
      skip to content
      skip to main content
      all rights reserved
      terms of use
      privacy policy
      cookie policy
      contact us
      about us
      continue reading
      click here
      back to top`),
    pageStarts: lines(`
      live updates:
      read more:
      read also:
      also read:
      see also:
      also on
      more from
      related:
      more:
      watch:
      listen:
      our standards:
      copyright
      all rights reserved
      sign up for
      sign up to
      subscribe to
      click here
      follow us
      follow @
      share this
      tags:
      filed under:
      topics:
      source:
      this article originally appeared
      this story has been updated
      get our
      download our`),
    nameParticles: list('de del della di da van von der den le la el al bin ibn ben du dos y'),
  },
  labels: turns,
  phrases: {
    days: list('monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow'),
    courtesies: list('mr mrs ms mx miss mister mr. mrs. ms.'),
    times: list('week month year night morning afternoon evening weekend summer winter autumn spring day'),
    timeStarts: list('last next this that earlier later'),
    ranks: list('deputy vice assistant acting fellow chief'),
    quantities: list('many several few most some both all others'),
  },
};
