import assert from 'node:assert/strict';
import { overlap, type Quotation } from '../../../src/engine/index';
import { marked } from '../../support/marked';
import { createEngine } from '../../../scripts/support/english';

const engine = createEngine();

/**
 * Each row is a text whose quotations all have the source [S ...] and the cue [C ...] (the last ones given): direct ones in [Q ...],
 * partial ones in [P ...], those that nobody says in [O ...].
 */
const TABLES: Readonly<Record<string, readonly string[]>> = {
  'the reporting word follows': [
    '[Q “We sail at six,”] [S Ann Lee] [C said].',
    '[Q “We sail at six,”] [C said] [S Ann Lee].',
    '[Q “We sail at six,”] [S he] [C said].',
    '[Q “We sail at six,”] [S the minister] [C warned].',
    '[Q “We sail at six,”] [C said] [S Ann Lee, a pilot in Oster].',
    '[Q “We sail at six,”] [S Lee] [C told] reporters in Oster on Monday.',
    '[Q “Why do we sail?”] [C asked] [S Tom Baro].',
    '[Q “We sail at six,”] [S Mr Okafor] later [C added].',
    '[Q “We will never agree to this deal.”] [S Ann Lee] [C said].',
    '[Q “We sail at six,”] [C according to] [S the harbour office].',
    '[Q "We sail at six,"] [C wrote] [S Ann Lee] in a letter to the port.',
    '[Q "This is not what we were promised,"] [S Orla Venn], the mayor of Oster, [C said].',
  ],
  'the reporting word stands before': [
    '[S Ann Lee] [C said]: [Q “We sail at six.”]',
    '[S Ann Lee] [C said], [Q “We sail at six.”]',
    '[S She] [C told] the Harbour News: [Q “We sail at six.”]',
    'In a statement on Monday, [S the ministry] [C said]: [Q “The port is closed to all ships.”]',
    '[S Mr Okafor] [C replied], [Q “We will see about that in the morning.”]',
    '[S The spokesman] [C added]: [Q “There was no other way.”]',
    'On Tuesday [S he] [C wrote]: [Q “I was wrong about the harbour.”]',
    '[S Tom Baro] [C asked], [Q “Who will pay for all this?”]',
  ],
  'a phrase in the writer’s sentence': [
    '[S Ann Lee] [C called] the plan [P “a joke”] on Monday.',
    '[S Ann Lee] [C said] the plan was [P “a joke”].',
    '[S The minister] [C described] the talks as [P “useful and frank”].',
    '[S Mr Okafor] [C said] that the port would [P “never again”] be closed.',
    '[S Ann Lee] [C described] the demands of the pilots as [P “a joke”] and left.',
    '[S Mr Okafor] [C dismissed] the claims of the port as [P “nonsense”].',
    'The port closed on Monday after [S harbour minister Ann Lee] [C described] the demands of the pilots as [P “a joke”].',
    '[S She] [C told] reporters that the strike was [P “a last resort”].',
    '[S Officials] [C said] the storm was [P “the worst in a century”].',
    '[S The report] [C warned] of [P “serious and lasting harm”] to the bay.',
    '[S He] [C vowed] to [P “fight to the end”] for the harbour.',
    '[S The mayor] [C accused] the council of [P “gross neglect”].',
    '[C According to] [S the ministry], the bridge is [P “beyond repair”].',
    'They broke with Oster in a row over [S UK] [C calls] for [P “patience”].',
    'It came in answer to a [C plea] from [S harbour minister Ann Lee] for [P “patience”].',
    'She ignored a [C warning] from [S the head of the union] of [P “chaos”].',
    '[S Ann Lee] [C said] she would [P “do what is needed”] and [P “ask for help”].',
  ],
  'the reporting word interrupts': [
    '[Q “We sail,”] [S Ann Lee] [C said], [Q “and we sail at six.”]',
    '[Q “We sail at six,”] [C said] [S Ann Lee], [Q “and nobody can stop us.”]',
    '[Q “The harbour,”] [S he] [C said], [Q “was never meant for ships of this size.”]',
  ],
  'a second sentence goes on': [
    '[Q “We sail at six,”] [S Ann Lee] [C said]. [Q “The weather will be fine.”]',
    '[Q “We sail at six,”] [C said] [S Ann Lee]. [Q “The weather will be fine.”]',
    '[Q “I was there,”] [S he] [C said]. [Q “I saw it all. Nobody else did.”]',
    '[S Mr Okafor] [C said]: [Q “We have a plan.”] [Q “It is a good one.”]',
  ],
  'a quotation over several paragraphs': [
    '[Q “We sail at six,”] [S Ann Lee] [C said]. [Q “The weather will be fine.]\n\n[Q “And if it is not, we wait.”]',
    '[S Ann Lee] [C said]: [Q “We sail at six.]\n\n[Q “The weather will be fine.”]',
  ],
  'led in by the paragraph before': [
    '[S Ann Lee] [C said]:\n\n[Q “We sail at six, and we come home at nine.”]',
    '[S The ministry] [C said] in a statement:\n\n[Q “The port is closed to all ships until further notice.”]',
  ],
  'the source has more words than a name': [
    '[Q “We sail at six,”] [S Orvolt chief executive Ann Lee] [C told] reporters in Oster.',
    '[Q “We sail at six,”] [C said] [S a spokeswoman for the port].',
    '[Q “We sail at six,”] [S a spokeswoman for the port] [C said].',
    '[Q “We sail at six,”] [C said] [S the mayor of Oster].',
    '[S The head of the harbour office] [C said]: [Q “We sail at six.”]',
    '[Q “We sail at six,”] [S Tom Baro], who runs the ferry, [C said].',
    '[Q “We sail at six,”] [C said] [S Foreign Minister Orla Venn].',
  ],
  'an office stands beside the name': [
    'The harbour chief, [S Orla Venn], [C said] the quay was [P “rotten”].',
    'The leader of the pilots, [S Tom Baro], [C called] it [P “a joke”].',
    '[Q “The water is warm,”] [S Erik Dunn], a diver at the University of Oster [C told] the paper.',
    '[S Sources] close to the mayor [C said] the talks were [P “over”].',
    '[S A person] briefed on the plan [C called] it [P “reckless”].',
  ],
  'a report inside a report': [
    'Ann Lee said [S Tom Baro] had [C called] the plan [P “a joke”].',
    'Ann Lee recalled how [S her brother] once [C told] her: [Q “Never sail on a Friday, whatever they pay you.”]',
    'According to the Oster Herald, [S Ms Venn] [C said], [Q “We will not pay a penny more for this bridge.”]',
    'The court heard that [S Orla Venn] [C shouted] [P “get out”] at the pilot.',
  ],
  'a whole sentence in marks, however it is led in': [
    '[S Ann Lee] [C said] [Q “I resign”] on Monday.',
    '[S Tom Baro] [C told] the crew [Q “we will sail at six”] before the storm.',
    '[S The mayor] [C asked] of the strike: [Q “Hundreds lost their jobs - who will pay for it?”]',
    '[S Orla Venn] [C tweeted] [Q “they know nothing”].',
    '[S Ann Lee] [C told] him: [Q “Sit down.”]',
  ],
  'a noun reports': [
    '[S Ms Venn]’s [C claim] that the quay was [P “perfectly sound”] was wrong.',
    '[S The mayor]’s [C warning] that the bridge was [P “rotten”] came too late.',
    'Nobody believed [S the firm]’s [C promise] that the water would stay [P “clear as glass”].',
  ],
  'words in brackets are no source': [
    '[S Orla Venn] (Lab, Oster North) [C said]: [Q “The bridge is shut.”]',
    '[S Erik Dunn] (University of Bergen, Norway) [C said]: [Q “It does not work.”]',
  ],
  'several speak together': [
    '[Q “We sail at six,”] [C said] [S Ann Lee and Tom Baro].',
    '[S Ann Lee, Tom Baro and Orla Venn] [C wrote]: [Q “The harbour is no place for this.”]',
    '[S The police and the coast guard] [C said] the strait was [P “closed”].',
  ],
  'signed or introduced by a mark': [
    '[S Ann Lee][C :] [Q “We sail at six, and nobody can stop us.”]',
    '[Q “We sail at six, and nobody can stop us.”] [C —] [S Ann Lee]',
  ],
  'nobody says it': [
    'He starred in [O “The Long Tide,”] a film about the sea.',
    'The band played [O "Night Boat"] twice.',
    'A show called [O “Harbour Lights”] opens on Friday.',
    'The ship carried the words [O “Night Boat”] on its side.',
  ],
};

const quoteOf = (quotations: readonly Quotation[], span: readonly [number, number]): Quotation => {
  const found = quotations.find((quotation) => quotation.span[0] === span[0] && quotation.span[1] === span[1]);
  assert.ok(found, 'the quotation is found');
  return found;
};

for (const [title, rows] of Object.entries(TABLES)) {
  suite(`attribution: ${title}`, () => {
    for (const row of rows) {
      test(row, () => {
        const { text, spans } = marked(row),
          { quotations } = engine.analyze(text);
        const source = spans.S?.at(-1),
          cue = spans.C?.at(-1);
        for (const [label, kind] of [
          ['Q', 'direct'],
          ['P', 'partial'],
        ] as const) {
          for (const span of spans[label] ?? []) {
            const found = quoteOf(quotations, span);
            assert.ok(
              found.source && source && overlap(found.source, source),
              `${text.slice(...span)} by ${found.source ? text.slice(...found.source) : 'nobody'}`,
            );
            assert.ok(
              found.cue && cue && overlap(found.cue, cue),
              `${text.slice(...span)} reported by ${found.cue ? text.slice(...found.cue) : 'nothing'}`,
            );
            assert.equal(found.kind, kind);
          }
        }
        for (const span of spans.O ?? []) {
          const { kind, source: nobody, cue: nothing, speaker } = quoteOf(quotations, span);
          assert.deepEqual(
            { kind, nobody, nothing, speaker },
            { kind: 'other', nobody: null, nothing: null, speaker: null },
          );
        }
      });
    }
  });
}
