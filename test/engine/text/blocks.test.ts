import assert from 'node:assert/strict';
import { classify, createSplitter } from '../../../src/engine/text/index';
import { english } from '../../../scripts/support/english';

const split = createSplitter(english.text);

/** The blocks of a text as lines "kind: text". */
function blocksOf(text: string): string[] {
  const paragraphs = split(text, 0, text.length),
    kinds = classify(paragraphs);
  return paragraphs.flatMap((paragraph, i) =>
    paragraph.pieces.map(({ span }, j) => {
      assert.equal(text.slice(paragraph.start, paragraph.start + paragraph.text.length), paragraph.text);
      return `${kinds[i]?.[j] ?? '?'}: ${paragraph.text.slice(...span).replace(/\s+/g, ' ')}`;
    }),
  );
}

const BODY = 'The ferries stayed in port for a second week. Nobody knew when they would sail again.';

/** Each case: a name, a text, and its blocks. */
const CASES: readonly (readonly [name: string, text: string, blocks: readonly string[]])[] = [
  [
    'an agency story',
    `Skerry ferries stay in port\n\nNORDHAVN, June 5 (Meridian Wire) – ${BODY}\n\nReporting by Ada Quill, editing by Bo Moss\n\nOur standards: the Meridian code.\n\nLeave a Comment`,
    [
      'headline: Skerry ferries stay in port',
      'dateline: NORDHAVN, June 5 (Meridian Wire) –',
      `body: ${BODY}`,
      'byline: Reporting by Ada Quill, editing by Bo Moss',
      'boilerplate: Our standards: the Meridian code.',
      'boilerplate: Leave a Comment',
    ],
  ],
  [
    'a crawl header',
    ` date 2022-02-17 ${BODY}\n\n${BODY}`,
    ['header: date 2022-02-17', `body: ${BODY}`, `body: ${BODY}`],
  ],
  [
    'a quotation that a page cut around the name of a paper',
    `${BODY}\n\nShe said: “What the\n\nSkerry Post\n\nwrote of us is false,” and left.\n\n${BODY}`,
    [`body: ${BODY}`, 'body: She said: “What the Skerry Post wrote of us is false,” and left.', `body: ${BODY}`],
  ],
  [
    'a quotation that ends before a name on a line of its own',
    `${BODY}\n\n“We wait,” Ada Quill said.\n\nThe Skerry Post\n\n“We sail,” she said.`,
    [`body: ${BODY}`, 'body: “We wait,” Ada Quill said.', 'body: The Skerry Post', 'body: “We sail,” she said.'],
  ],
  [
    'a quotation in a narrow column',
    `${BODY}\n\n"We will not\nsail and we\nnever did,"\nsaid Ada Quill.\nTicket prices`,
    [`body: ${BODY}`, 'body: "We will not sail and we never did," said Ada Quill.', 'body: Ticket prices'],
  ],
  [
    'credits and captions between paragraphs',
    `${BODY}\n\nREUTERS/Bo Moss/File Photo\n\n${BODY}\n\n(Bo Moss/Getty Images)\n\nImage caption Ada Quill leads the union\n\nFile photo: The port of Nordhavn\n\nTalks/Strikes\n\n${BODY}`,
    [
      `body: ${BODY}`,
      'byline: REUTERS/Bo Moss/File Photo',
      `body: ${BODY}`,
      'byline: (Bo Moss/Getty Images)',
      'caption: Image caption Ada Quill leads the union',
      'caption: File photo: The port of Nordhavn',
      'body: Talks/Strikes',
      `body: ${BODY}`,
    ],
  ],
  [
    'a text that mail quotes',
    `> Ferries stay in port\n>\n> ${BODY.slice(0, 39)}\n> ${BODY.slice(40)}\n>\n> ${BODY}`,
    ['headline: Ferries stay in port', `body: ${BODY.slice(0, 39)} > ${BODY.slice(40)}`, `body: ${BODY}`],
  ],
  ['a crawl header with a month', ` date 2023-07 ${BODY}`, ['header: date 2023-07', `body: ${BODY}`]],
  [
    'a wiki story',
    `Ferries stay in port\n\nFriday, July 21, 2017\n\n${BODY}\n\nThe port of Nordhavn in 2016. Image: Bo Moss.`,
    [
      'headline: Ferries stay in port',
      'dateline: Friday, July 21, 2017',
      `body: ${BODY}`,
      'caption: The port of Nordhavn in 2016. Image: Bo Moss.',
    ],
  ],
  [
    'title, standfirst, author',
    `Ferries stay in port | The Skerry Times\n\nUnion says talks have ‘no more sense’\n\nBy Ada Quill\n\n${BODY}`,
    [
      'headline: Ferries stay in port | The Skerry Times',
      'headline: Union says talks have ‘no more sense’',
      'byline: By Ada Quill',
      `body: ${BODY}`,
    ],
  ],
  [
    'a gallery and a menu above the text',
    `• Ferries in port on Friday. EPA\n    Ferries in port on Friday. EPA\n  • “We wait,” Ada Quill said. AP\n    “We wait,” Ada Quill said. AP\n\nFerries stay in port\n\nBo Moss\n  • English\n  • Arabic\n\nLive updates: follow the strike\n\n${BODY}\n\nUpdated: June 5, 2023, 8:41 AM`,
    [
      'caption: Ferries in port on Friday. EPA',
      'caption: Ferries in port on Friday. EPA',
      'caption: “We wait,” Ada Quill said. AP',
      'caption: “We wait,” Ada Quill said. AP',
      'headline: Ferries stay in port',
      'byline: Bo Moss',
      'boilerplate: English',
      'boilerplate: Arabic',
      'boilerplate: Live updates: follow the strike',
      `body: ${BODY}`,
      'header: Updated: June 5, 2023, 8:41 AM',
    ],
  ],
  [
    'a photo credit',
    `Ferries stay in port\n\nFerries in the port of Nordhavn on Tuesday © Ada Quill/Aurum\n\n${BODY}`,
    [
      'headline: Ferries stay in port',
      'caption: Ferries in the port of Nordhavn on Tuesday © Ada Quill/Aurum',
      `body: ${BODY}`,
    ],
  ],
  [
    'a sentence a line',
    'The ferries stayed.\nAda Quill said: “We wait.”\n“So do we,” said Bo Moss.',
    ['body: The ferries stayed.', 'body: Ada Quill said: “We wait.”', 'body: “So do we,” said Bo Moss.'],
  ],
  [
    'hard-wrapped lines',
    'The ferries stayed in port for a second week, and nobody\nknew when they would sail again. The union said that it\nwould wait for a better offer before its members went\nback to work.\n\nThe end.',
    [
      'body: The ferries stayed in port for a second week, and nobody knew when they would sail again. The union said that it would wait for a better offer before its members went back to work.',
      'body: The end.',
    ],
  ],
  [
    'an interview',
    'Q: Why did the ferries stay?\nA: Because we had no choice.\nQ: And now?',
    ['body: Q: Why did the ferries stay?', 'body: A: Because we had no choice.', 'body: Q: And now?'],
  ],
  ['a city in capitals', `WASHINGTON — ${BODY}`, ['dateline: WASHINGTON —', `body: ${BODY}`]],
  [
    'no dateline',
    'NATO’s chief left — The union stayed. NATO was silent.',
    ['body: NATO’s chief left — The union stayed. NATO was silent.'],
  ],
  ['lone CR', 'One thing.\r\rAnother thing.', ['body: One thing.', 'body: Another thing.']],
  [
    'speech that looks like boilerplate',
    `${BODY}\n\n“Read more,” she said.\n\nSource: “We are done here,” Ada Quill said.`,
    [`body: ${BODY}`, 'body: “Read more,” she said.', 'body: Source: “We are done here,” Ada Quill said.'],
  ],
  [
    'copyright',
    `${BODY}\n\nCopyright The Skerry Times 2022. All rights reserved.\n\nYou May Also Like`,
    [
      `body: ${BODY}`,
      'boilerplate: Copyright The Skerry Times 2022. All rights reserved.',
      'boilerplate: You May Also Like',
    ],
  ],
  [
    'a headline in capitals with a stop',
    `Ferries Stay in Port as Talks Collapse Again.\n\n${BODY}`,
    ['headline: Ferries Stay in Port as Talks Collapse Again.', `body: ${BODY}`],
  ],
  ['nothing but a title', 'Ferries stay in port', ['body: Ferries stay in port']],
];

suite('text: blocks', () => {
  for (const [name, text, blocks] of CASES) {
    test(name, () => assert.deepEqual(blocksOf(text), blocks));
    test(`${name}, with CR LF and a BOM`, () =>
      assert.deepEqual(blocksOf(`\ufeff${text.replace(/\r/g, '\n').replaceAll('\n', '\r\n')}`), blocks));
  }

  test('a text falls into the same paragraphs from any paragraph on', () => {
    const text = CASES.map(([, source]) => source).join('\n\n'),
      all = split(text, 0, text.length);
    all.forEach(({ start }, i) => assert.deepEqual(split(text, start, text.length), all.slice(i)));
  });

  test('every beginning that the language lists is found', () => {
    const kindOf = (line: string): string => blocksOf(`${BODY}\n\n${line}`)[1] ?? '';
    const { pageLines, pageStarts, creditStarts, headerStarts } = english.text.blocks;
    for (const line of pageLines)
      assert.match(kindOf(line.charAt(0).toUpperCase() + line.slice(1)), /^boilerplate:/, line);
    for (const start of pageStarts) assert.match(kindOf(`${start} the other things`), /^boilerplate:/, start);
    for (const start of creditStarts) assert.match(kindOf(`${start} Ada Quill`), /^byline:/, start);
    for (const start of headerStarts) assert.match(kindOf(`${start} June 5, 2023`), /^(header|dateline):/, start);
  });
});
