/*
 * Reporting verbs, chosen from the verbs of communication and cognition of WordNet 3.1 (see NOTICE.md), with what its sentence frames let
 * them take. A line is a verb: first what it takes (c a clause, q a quotation, i an infinitive, w a question, o an object,
 * p an infinitive that says what its source will do, d an object that is what its subject does, h what its subject is told), then its forms.
 */

/** Verbs of speaking. */
export const speechVerbs = `
cqo accentuate accentuates accentuated accentuating
qod accuse accuses accused accusing
cqo acknowledge acknowledges acknowledged acknowledging
cqo add adds added adding
cqo admit admits admitted admitting
cqio advise advises advised advising
cqio advocate advocates advocated advocating
cqo affirm affirms affirmed affirming
cqo allege alleges alleged alleging
qiod allow allows allowed allowing
cqo announce announces announced announcing
cqo answer answers answered answering
cqo apologize apologizes apologized apologizing apologise apologises apologised apologising
cqo argue argues argued arguing
cqiwod ask asks asked asking
qo assail assails assailed assailing
cqo assert asserts asserted asserting
cqio assure assures assured assuring
qod attack attacks attacked attacking
cqo attest attests attested attesting
cqo aver avers averred averring
qod back backs backed backing
qio beg begs begged begging
qo bemoan bemoans bemoaned bemoaning
qo blame blames blamed blaming
qo blast blasts blasted blasting
qo blog blogs blogged blogging
cqo blurt blurts blurted blurting
cq boast boasts boasted boasting
qo boom booms boomed booming
cq brag brags bragged bragging
qo brand brands branded branding
cqo cackle cackles cackled cackling
cqo calculate calculates calculated calculating
cqiod call calls called calling
cqio caution cautions cautioned cautioning
qod challenge challenges challenged challenging
qo chant chants chanted chanting
qo characterize characterizes characterized characterizing characterise characterises characterised characterising
cqiod charge charges charged charging
qo cheer cheers cheered cheering
qo chide chides chided chiding
qo chronicle chronicles chronicled chronicling
qo cite cites cited citing
cqio claim claims claimed claiming
cqo commend commends commended commending
cqo comment comments commented commenting
qo compare compares compared comparing
cq complain complains complained complaining
cqo concede concedes conceded conceding
cqo conclude concludes concluded concluding
cqi concur concurs concurred concurring
qio condemn condemns condemned condemning
cqo confess confesses confessed confessing
q confide confides confided confiding
cqo confirm confirms confirmed confirming
cqo contend contends contended contending
cqo contest contests contested contesting
qiod continue continues continued continuing
qo convey conveys conveyed conveying
qio counsel counsels counseled counselled counseling counselling
cqo counter counters countered countering
qo credit credits credited crediting
qo criticize criticizes criticized criticizing criticise criticises criticised criticising
cq crow crows crowed crowing
cqo cry cries cried crying
cqo declare declares declared declaring
qiopd decline declines declined declining
cq decree decrees decreed decreeing
qo decry decries decried decrying
cqo defend defends defended defending
cqio demand demands demanded demanding
cqod demonstrate demonstrates demonstrated demonstrating
qo denounce denounces denounced denouncing
cqo deny denies denied denying
qo depict depicts depicted depicting
qo deride derides derided deriding
cqwo describe describes described describing
qwo detail details detailed detailing
cqwo determine determines determined determining
cqo disclose discloses disclosed disclosing
cqo discover discovers discovered discovering
qwod discuss discusses discussed discussing
qiod dismiss dismisses dismissed dismissing
qo disparage disparages disparaged disparaging
cqo dispute disputes disputed disputing
cqo divulge divulges divulged divulging
qo document documents documented documenting
qo dub dubs dubbed dubbing
cqod echo echoes echoed echoing
qo elaborate elaborates elaborated elaborating
cqo emphasize emphasizes emphasized emphasizing emphasise emphasises emphasised emphasising
cqo endorse endorses endorsed endorsing
cqo enthuse enthuses enthused enthusing
cqo estimate estimates estimated estimating
cqo exclaim exclaims exclaimed exclaiming
qio exhort exhorts exhorted exhorting
cqwo explain explains explained explaining
qo expound expounds expounded expounding
qo express expresses expressed expressing
cqo extrapolate extrapolates extrapolated extrapolating
cqiwo find finds found finding
cqo forecast forecasts forecasting
cqo foretell foretells foretold foretelling
qo fret frets fretted fretting
qo fume fumes fumed fuming
cqo generalize generalizes generalized generalizing generalise generalises generalised generalising
cq gloat gloats gloated gloating
cq gripe gripes griped griping
cq groan groans groaned groaning
cq grouse grouses groused grousing
q growl growls growled growling
cq grumble grumbles grumbled grumbling
cq grunt grunts grunted grunting
qo hail hails hailed hailing
c hold holds held holding
cq hint hints hinted hinting
cqo hiss hisses hissed hissing
cqio holler hollers hollered hollering
cq hypothesize hypothesizes hypothesized hypothesizing hypothesise hypothesises hypothesised hypothesising
qi implore implores implored imploring
cqo imply implies implied implying
cqo indicate indicates indicated indicating
cqo inform informs informed informing
cq insinuate insinuates insinuated insinuating
cqo insist insists insisted insisting
cqio instruct instructs instructed instructing
cqo interject interjects interjected interjecting
cqo intimate intimates intimated intimating
qod invite invites invited inviting
q jest jests jested jesting
cq joke jokes joked joking
qod label labels labeled labelled labeling labelling
qo lambaste lambastes lambasted lambasting
cqo lament laments lamented lamenting
qo laud lauds lauded lauding
qo lecture lectures lectured lecturing
q liken likens likened likening
qod list lists listed listing
cqo maintain maintains maintained maintaining
cqo marvel marvels marveled marvelled marveling marvelling
qio mean means meant meaning
cqo mention mentions mentioned mentioning
qo mock mocks mocked mocking
cqo mumble mumbles mumbled mumbling
cqo murmur murmurs murmured murmuring
cqo mutter mutters muttered muttering
qod name names named naming
qod narrate narrates narrated narrating
qod negotiate negotiates negotiated negotiating
cqo note notes noted noting
cqo notify notifies notified notifying
cq object objects objected objecting
cqo observe observes observed observing
qiopd offer offers offered offering
cqi opine opines opined opining
cqiod order orders ordered ordering
qo outline outlines outlined outlining
cqo overemphasize overemphasizes overemphasized overemphasizing overemphasise overemphasises overemphasised overemphasising
cqo parrot parrots parroted parroting
cqo plead pleads pleaded pled pleading
cqop pledge pledges pledged pledging
cqo point points pointed pointing
qod portray portrays portrayed portraying
qod post posts posted posting
cqo postulate postulates postulated postulating
qo praise praises praised praising
cqi preach preaches preached preaching
cqo predict predicts predicted predicting
cqo proclaim proclaims proclaimed proclaiming
cqo profess professes professed professing
cqiop promise promises promised promising
cqo promulgate promulgates promulgated promulgating
qod pronounce pronounces pronounced pronouncing
cqo prophesy prophesies prophesied prophesying
qiop propose proposes proposed proposing
cqo protest protests protested protesting
cqo publicize publicizes publicized publicizing publicise publicises publicised publicising
qod publish publishes published publishing
qwod query queries queried querying
cqwod question questions questioned questioning
cq quip quips quipped quipping
qod quiz quizzes quizzed quizzing
qod quote quotes quoted quoting
qo rail rails railed railing
q rant rants ranted ranting
q rave raves raved raving
cqo re-emphasize re-emphasizes re-emphasized re-emphasizing re-emphasise re-emphasises re-emphasised re-emphasising
cqod read reads reading
cq reason reasons reasoned reasoning
cqo reassert reasserts reasserted reasserting
cqo reassure reassures reassured reassuring
qo rebuke rebukes rebuked rebuking
qo rebut rebuts rebutted rebutting
cqo recall recalls recalled recalling
qod recite recites recited reciting
cqo recommend recommends recommended recommending
cqo reconfirm reconfirms reconfirmed reconfirming
qo recount recounts recounted recounting
qo refer refers referred referring
qiopd refuse refuses refused refusing
qo refute refutes refuted refuting
cqo reiterate reiterates reiterated reiterating
cqod reject rejects rejected rejecting
qod release releases released releasing
cqo remark remarks remarked remarking
cqio remind reminds reminded reminding
cqo repeat repeats repeated repeating
cqo reply replies replied replying
cqwo report reports reported reporting
qo reprimand reprimands reprimanded reprimanding
cqio request requests requested requesting
cqo respond responds responded responding
cqo restate restates restated restating
cqo retell retells retold retelling
cq retort retorts retorted retorting
cqo reveal reveals revealed revealing
cqo rhapsodize rhapsodizes rhapsodized rhapsodizing rhapsodise rhapsodises rhapsodised rhapsodising
qo ridicule ridicules ridiculed ridiculing
cqo rule rules ruled ruling
cq rumour rumours rumoured rumouring rumor rumors rumored rumoring
cqiwo say says said saying
qo scoff scoffs scoffed scoffing
qo scold scolds scolded scolding
q scream screams screamed screaming
cqo shout shouts shouted shouting
cqo show shows showed shown showing
cqo shriek shrieks shrieked shrieking
cq sigh sighs sighed sighing
qo signal signals signaled signalled signaling signalling
cq snarl snarls snarled snarling
qo slam slams slammed slamming
qo snipe snipes sniped sniping
qo speak speaks spoke spoken speaking
cqio specify specifies specified specifying
qod spell spells spelled spelt spelling
cq squawk squawks squawked squawking
qo stammer stammers stammered stammering
cqo state states stated stating
cqo stipulate stipulates stipulated stipulating
cqo stress stresses stressed stressing
cqo suggest suggests suggested suggesting
qod sum sums summed summing
qo summarize summarizes summarized summarizing summarise summarises summarised summarising
cqiop swear swears swore sworn swearing
qo talk talks talked talking
qo tease teases teased teasing
cqo telegraph telegraphs telegraphed telegraphing
qo telephone telephones telephoned telephoning
cqiwod tell tells told telling
cqo testify testifies testified testifying
qod thank thanks thanked thanking
cqo theorize theorizes theorized theorizing theorise theorises theorised theorising
qiop threaten threatens threatened threatening
cq tout touts touted touting
qo trumpet trumpets trumpeted trumpeting
cq tweet tweets tweeted tweeting
cqo underline underlines underlined underlining
cqo underscore underscores underscored underscoring
qod uphold upholds upheld upholding
cqio urge urges urged urging
qo utter utters uttered uttering
cqo verify verifies verified verifying
qo voice voices voiced voicing
cqo vouch vouches vouched vouching
cqiop vow vows vowed vowing
cqio warn warns warned warning
qo welcome welcomes welcomed welcoming
cq whine whines whined whining
cqo whisper whispers whispered whispering
cqod write writes wrote written writing
cq yammer yammers yammered yammering
q yell yells yelled yelling
`;

/** Verbs of thinking. */
export const thoughtVerbs = `
co accept accepts accepted accepting
ci agree agrees agreed agreeing
cio anticipate anticipates anticipated anticipating
co assume assumes assumed assuming
co believe believes believed believing
c conjecture conjectures conjectured conjecturing
cwo consider considers considered considering
c deem deems deemed deeming
cqo doubt doubts doubted doubting
co envision envisions envisioned envisioning
cio expect expects expected expecting
o favor favors favored favoring favour favours favoured favouring
cio fear fears feared fearing
cio feel feels felt feeling
co foresee foresees foresaw foreseen foreseeing
cio guess guesses guessed guessing
o hate hates hated hating
coh hear hears heard hearing
co hope hopes hoped hoping
cio imagine imagines imagined imagining
cio know knows knew known knowing
ciwoh learn learns learned learnt learning
o muse muses mused musing
co notice notices noticed noticing
o oppose opposes opposed opposing
o ponder ponders pondered pondering
co prefer prefers preferred preferring
cio presume presumes presumed presuming
co realize realizes realized realizing realise realises realised realising
cio reckon reckons reckoned reckoning
co recognize recognizes recognized recognizing recognise recognises recognised recognising
co recollect recollects recollected recollecting
cio regret regrets regretted regretting
co remember remembers remembered remembering
ciwo see sees saw seen seeing
c speculate speculates speculated speculating
co support supports supported supporting
co surmise surmises surmised surmising
co suspect suspects suspected suspecting
ciwo think thinks thought thinking
co understand understands understood understanding
o view views viewed viewing
cio wish wishes wished wishing
wo wonder wonders wondered wondering
co worry worries worried worrying
`;

/** Verbs of planning. */
export const planVerbs = `
iop aim aims aimed aiming
cwop decide decides decided deciding
iop intend intends intended intending
iop plan plans planned planning
cqiop resolve resolves resolved resolving
qiop seek seeks sought seeking
ciop want wants wanted wanting
`;
