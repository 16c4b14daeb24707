import assert from 'node:assert/strict';
import { looksLikeProse } from '../../src/server/prose';

const PROSE: Readonly<Record<string, string>> = {
  'nothing yet': '',
  'the first words of a note': 'Talked to the harbour master',
  'a sentence': 'The harbour stays open, the council said on Tuesday.',
  'an article with headline, byline and captions':
    'Harbour vote\n\nBy Ida Moe\nOSTHAVN\n\nThe council voted on Monday to keep the old harbour open.\n\n“It was close,” said the mayor.\n\nPhoto: L. Berg\n',
  'hard-wrapped lines':
    'The council of Osthavn voted on Monday evening to keep the\nold harbour open for at least another ten years, ending a\nlong quarrel between the town and the company that runs it\n',
  'an article with windows line ends':
    'The council voted to keep the harbour open.\r\n\r\nThe mayor was pleased with that result.\r\n',
  'menus around an article': `${'Home\nNews\nSport\nWeather\n'.repeat(3)}\nThe council of Osthavn voted on Monday to keep the old harbour open for ten years.\n“We are glad,” said the mayor after the vote in the town hall.\n`,
  'a transcript': 'MAYOR: We have heard all of you tonight.\nMS BERG: Not all of us, and you know it.\n',
  'a single long line': 'The mayor said that the harbour would stay open. '.repeat(400),
};
const OTHER: Readonly<Record<string, string>> = {
  'a log':
    '2026-01-03 10:22:01 INFO server started on port 80\n2026-01-03 10:22:04 WARN the client said nothing for ten seconds\n'.repeat(
      4,
    ),
  'a syslog': 'Jan  3 10:22:01 host daemon[12]: accepted a connection from the other side\n'.repeat(4),
  'a numbered log':
    '0 verbose cli the command that was given on the line\n1 info using the version that is newest\n'.repeat(4),
  'a log with brackets':
    '[12:01:02] The player joined the game and said hello.\n[12:01:05] The player left the game.\n',
  'requirements.txt': 'numpy==1.26.0\nrequests>=2.31\npandas~=2.1\n# tests\npytest\n',
  'two requirements': 'numpy==1.26.0\nrequests>=2.31\n',
  'a shopping list': 'Milk\nEggs\nBread\nButter\nTwo lemons\nCoffee\n',
  'a list of words': 'harbour\nferry\nquay\npilot\nbuoy\n'.repeat(50),
  'comma-separated values': 'name,role,town\nMara,minister,Osthavn\nJonas,pilot,Vik\n'.repeat(5),
  'tab-separated values': 'name\trole\ttown\nMara\tminister\tOsthavn\n'.repeat(5),
  settings: 'host = example\nport = 80\n[server]\nroot = /srv\n'.repeat(3),
  'source code': 'function main() {\n  const x = 1;\n  return x;\n}\n'.repeat(3),
  json: '{\n  "name": "x",\n  "version": "1"\n}\n',
  'only quotation marks': '“”'.repeat(500),
  binary: '\u0000\u0001\u0002PNG\ufffd\ufffd\u0000 some words of a text in it and more of them\n'.repeat(4),
  figures: '12 13 14\n15 16 17\n18 19 20\n1 2 3\n4 5 6\n',
};

suite('What counts as prose', () => {
  for (const [name, text] of Object.entries(PROSE))
    test(`annotated: ${name}`, () => assert.equal(looksLikeProse(text), true));
  for (const [name, text] of Object.entries(OTHER))
    test(`left plain: ${name}`, () => assert.equal(looksLikeProse(text), false));
});
