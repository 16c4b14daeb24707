import { checkNames } from './support';

/*
 * Names as news of every section writes them. People, clubs and firms are invented but for a few that everybody knows; each case is a
 * short text with its names in marks: P person, O organization, L place, G group, E event.
 */
suite('names in the news', () => {
  checkNames('sports', [
    '[P Ines Caldeira] won the 100 metres in [L Zurich] on Friday.',
    '[P Goalkeeper Tomasz Wilk] saved two penalties.',
    '[P Halvorsen], 31, will miss the game in [L Stockholm].',
    'The defender joined [O Real Madrid].',
    'Fans of [O Chelsea] travelled to [L Milan].',
    '[P Adaeze Nwosu] beat [P Petra Kolar] 6-4, 6-3.',
    'The [O New York Yankees] lost at home.',
    'The [G Brazilian] midfielder scored twice.',
    '“We played badly,” said [P coach Luc Ferrand].',
    '[O FIFA] fined the club.',
    'The [O International Olympic Committee] met in [L Lausanne].',
    'It was the first defeat for [L Italy] since March.',
    '[P Ferrand] was sent off. “I said nothing,” [P Ferrand] told reporters.',
    'The match between [L Ghana] and [L Senegal] was abandoned.',
    'The team flew from [L Buenos Aires] to [L Rio de Janeiro].',
  ]);
  checkNames('business', [
    'The merger of [O Chrysler] and [O Fiat] took a year.',
    'Shares in [O Volkswagen] rose by 3 percent in [L Frankfurt].',
    '[O Deutsche Bank] will close branches in [L Spain].',
    '“Orders are falling,” said [P Henrik Solberg], who runs the plant.',
    'The deal was reported by [O Reuters] and the [O Financial Times].',
    'The [O World Bank] lent [L Kenya] 400 million dollars.',
    '[O Samsung] and [O Sony] make the screens.',
    'The [O European Central Bank] left rates unchanged.',
    '[P Ms Solberg] founded the firm in [L Bergen] in 1998.',
    'Unions at [O Ford] called a strike in [L Ohio].',
    'Prices in [L Turkey] doubled.',
    'The [G Swiss] bank cut 900 jobs.',
    '[P Economist Rafael Quintero] expects a slow year.',
    '[O Toyota]’s profit fell.',
    'The airline [O Lufthansa] cancelled flights to [L Tel Aviv].',
    'The brewer bought land near [L Gdansk], [L Poland].',
  ]);
  checkNames('courts', [
    '[P Judge Oliver Thackeray] sent the jury home.',
    'Prosecutors in [L Hamburg] charged [P Dieter Voss].',
    'The [O High Court] rejected the appeal.',
    'Counsel for [P Mr Voss], [P Amara Singh], said he was ill.',
    '[P Voss] denied the charge. “He was never there,” said [P Mrs Voss].',
    'The [O European Court of Human Rights] ruled for the widow.',
    'Witnesses from [L Naples] were heard by video.',
    '[P Detective Sergeant Paula Grange] found the car in [L Bristol].',
    'The [O FBI] arrested [P Leonard Cray] in [L Nevada].',
    'A court in [L Jakarta] freed the [G Australian] sailors.',
    'The trial of [P Elena Markova] began in [L Minsk].',
    'The letter was signed by [P Thackeray] himself.',
    'The [O Supreme Court] sits in [L Washington].',
    'Lawyers for [O Amazon] asked for more time.',
  ]);
  checkNames('science and health', [
    '[P Dr Yuki Tanabe] found the comet from [L Hawaii].',
    'Researchers at the [O University of Oslo] counted the seals.',
    'The study by [P Tanabe] and [P Lindholm] took ten years.',
    '[O NASA] will send a second probe.',
    'The vaccine was tested in [L South Africa] and [L Peru].',
    '“It is a new species,” said [P Professor Nadia Haddad].',
    'The [O World Health Organization] warned [L Europe].',
    'Ice in [L Greenland] is melting faster.',
    'The telescope stands in [L Chile].',
    '[P Biologist Erik van Houten] caught the eel in the [L North Sea].',
    '[G Chinese] engineers built the pump.',
    'The [O Food and Drug Administration] approved the drug.',
    'A team from [O Harvard University] read the scrolls.',
    'Malaria returned to [L Mozambique].',
  ]);
  checkNames('culture', [
    'The [P novelist Clara Whitcombe] lives in [L Dublin].',
    'The [P [G Hungarian] pianist Zoltan Barta] played in [L Vienna].',
    'Her second film was shot in [L Morocco].',
    'The museum in [L Rotterdam] lent the painting to [L Tokyo].',
    '[P Singer Dolores Paz] cancelled her tour of [L Mexico].',
    'The play by [P Anton Reznik] opened in [L Prague].',
    'The statue of [P Queen Margaret] was moved.',
    'The [O BBC] will show the series.',
    '[P Whitcombe] wrote to [P Sir Edmund Hale] in 1912.',
    'The prize went to [P Chidi Eze] of [L Nigeria].',
    'The band comes from [L Glasgow].',
    'The [P painter Joaquín Ibarra] died in [L Madrid].',
  ]);
  checkNames('weather and disasters', [
    'The storm reached [L Louisiana] at night.',
    'Rain closed the road from [L Lyon] to [L Grenoble].',
    'The flood killed nine people in [L Bangladesh].',
    'Snow fell in [L Athens] and on [L Crete].',
    'The wind tore the roof off a church in [L Cork].',
    'The quake was felt in [L Lima].',
    'The [O Red Cross] sent tents to [L Nepal].',
    'Fires burned in [L Portugal] and northern [L Spain].',
    'Ferries to [L Denmark] were cancelled.',
    'Villages along the [L Danube] were cleared.',
    'The heat in [L India] will last until Sunday, said [P Anil Deshmukh].',
  ]);
  checkNames('headlines in title case', [
    '[P Halvorsen] Wins Gold in [L Tokyo]\n\n[P Karin Halvorsen] won gold on Sunday.',
    '[P Voss] Denies Fraud as Trial Opens\n\nThe trial of [P Dieter Voss] opened in [L Hamburg].',
    'Floods Kill Nine in [L Bangladesh]\n\nNine people died in [L Bangladesh] on Monday.',
    'Minister Quits Over Letter\n\nThe minister, [P Paul Reddan], quit on Friday.',
    'Prices Rise Again in [L Turkey]\n\nPrices in [L Turkey] rose again.',
  ]);
  checkNames('datelines in capitals', [
    '[L PARIS] — The minister resigned on Monday.',
    '[L LONDON] — Shares in [O Boeing] fell.',
    '[L NAIROBI], [L Kenya] — The rains came late.',
    '[L BERLIN] — “We are ready,” said [P Jonas Weber].',
    '[L NEW YORK] — The bank cut 900 jobs.',
  ]);
  checkNames('particles, hyphens and initials', [
    'The letter came from [P Jan de Groot].',
    '[P Ludwig von Arnim] refused to sign.',
    'The shop belongs to [P Maria dos Santos].',
    'He met [P Anne-Marie Dubois] in [L Aix-en-Provence].',
    '[P J. P. Ostrander] wrote the report.',
    'The speech by [P Kim Sung-ho] was short.',
    '[P Thomas O’Leary] paid for the bridge.',
    'A cousin of [P Ahmed bin Rashid] bought it.',
    'The case was brought by [P George W. Pell].',
    'The farm of [P Giulia della Rocca] burned down.',
  ]);
  checkNames('possessives', [
    '[P Halvorsen]’s coach was pleased.',
    '[L Germany]’s exports fell.',
    'It is [P Maria Gomez]’s third novel.',
    '[L London]’s mayor will not run again.',
    'The plan is [P Mr Keller]’s.',
    '[O Nokia]’s shares fell.',
    '[L Japan]’s prime minister met [L India]’s.',
  ]);
  checkNames('brackets inside quotations', [
    '“I told \\[[P Anna]\\] to wait,” he said.',
    '“We owe it to [P President \\[Martin\\] Hale],” she said.',
    '“They \\[the [G Russians]\\] have gone,” said the guard.',
    '“He \\[[P Keller]\\] never answered,” she said.',
    '“The vote in \\[[L Oslo]\\] was fair,” he wrote.',
  ]);
  checkNames('lists of names', [
    'Senators [P Ruth Calloway], [P Daniel Brook] and [P Helen Marsh] voted against it.',
    'Talks were held in [L Geneva], [L Vienna] and [L Oslo].',
    'The prize went to [P Ana Reyes], [P Tom Fisk] and [P Lena Hart].',
    '[L France], [L Germany] and [L Poland] signed the treaty.',
    'Buyers include [O Google], [O Apple] and [O Microsoft].',
    '[G Kurds], [G Arabs] and [G Turks] live in the valley.',
    'Ministers from [L Spain], [L Portugal] and [L Italy] met [P Ms Lagrange].',
  ]);
  checkNames('groups and regions', [
    'The [G Norwegian] fleet left the [L Baltic Sea].',
    'Most [G Democrats] voted for it.',
    'The [G Western] allies met in [L Brussels].',
    'The [G African] teams flew home.',
    '[G Palestinian] and [G Israeli] doctors worked side by side.',
    'Young [G Greeks] are leaving.',
    'The law protects [G Muslims] and [G Jews].',
    'The [L Middle East] needs water.',
  ]);
  checkNames('bodies with long names', [
    'Ministers of the [O North Atlantic Treaty Organization] met in [L Brussels].',
    'He left the [O Ministry of Foreign Affairs] in May.',
    'She sits on the [O Senate Committee on Foreign Relations].',
    'Staff of the [O Bank of Freedonia] went home early.',
    'On Monday the [O Senate] passed the bill.',
    'The [O University of Northfield] bought the land.',
    '[O Orlova Holdings Ltd] sold its fleet.',
    'The yard was bought by [O Brightwater Inc] in June.',
  ]);
  checkNames('small towns', [
    'The race from [L Paris] to [L Roubaix] was run in the rain.',
    'She grew up in [L Penzance] and [L Whitby].',
    'A fire broke out near [L Kirkuk] on Friday.',
  ]);
  checkNames('“The” that begins a sentence', [
    '[L WASHINGTON] — The [O Senate] passed the bill.',
    'The [O World Bank] lent the money.',
    '[O Boeing] to Cut Jobs\n\nThe plane maker [O Boeing] will cut jobs.',
  ]);
  checkNames('no names', [
    'The company sold its factory and fired the director.',
    'Doctors said the drug works. Patients agreed.',
    'Rain is expected on Thursday. Temperatures will drop.',
    'Two men were charged. Neither spoke in court.',
    'The western half of the country is dry.',
    'However, fans were not happy.',
    'In summer the lake is warm; in January it freezes.',
    'Scientists do not know why. Nobody does.',
    'Shares fell on Monday. Analysts were surprised.',
    'The singer thanked her mother.',
  ]);
});

/** What still goes wrong: a club and a firm that nothing in the sentence shows to be one, roles that no list has. */
suite('names in the news, not yet found', () => {
  for (const source of [
    'The striker left [O Manchester United] for [O Juventus].',
    '[P Swimmer Mia Okonkwo-Hart] broke the record in [L Melbourne].',
    'He sold [O Brandt & Keller] to a rival.',
    '[P Forecaster Sheila Brennan] expects frost.',
  ])
    test(source.replace(/\s+/g, ' '));
});
