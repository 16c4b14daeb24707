import assert from 'node:assert/strict';
import type { Article, Attribution, Quotation } from '../../src/engine/index';
import { type Painter, plain, toGuide, toText } from '../../src/formats/index';

const TEXT = 'Ann Lee said on Monday: “We agreed that \u0007 ‘never’ means never.”';
const at = (words: string): readonly [number, number] => [TEXT.indexOf(words), TEXT.indexOf(words) + words.length];
const why = { rule: 'made-up', evidence: null, confidence: 1 };
const attribution: Attribution = {
  source: at('Ann Lee'),
  cue: at('said'),
  speaker: 'e1',
  speakers: ['e1'],
  why,
  candidates: [],
};
const quotation = (words: string, more: Partial<Quotation> = {}): Quotation => ({
  id: 'q1',
  span: at(words),
  kind: 'direct',
  continues: null,
  inside: null,
  ...attribution,
  ...more,
});

const article: Article = {
  published: { value: '2025-06-05', span: null, from: 'reader' },
  blocks: [{ span: [0, TEXT.length], kind: 'body' }],
  quotations: [
    quotation(TEXT.slice(TEXT.indexOf('“'))),
    quotation('‘never’', {
      id: 'q2',
      inside: 'q1',
      kind: 'partial',
      speaker: null,
      speakers: [],
      source: null,
      cue: null,
    }),
  ],
  statements: [],
  dates: [{ id: 'd1', span: at('Monday'), type: 'DATE', value: '2025-06-02', mod: null, candidates: [], why }],
  entities: [
    {
      id: 'e1',
      key: 'person:ann lee',
      name: 'Ann Lee',
      type: 'person',
      roles: ['chair'],
      mentions: [{ span: at('Ann Lee'), form: 'name', why, candidates: [] }],
    },
  ],
  unclear: [],
  issues: [],
};

/** Shows paint as tags, so that nesting and order can be read. */
const tags: Painter = (text, paint) => `<${paint.as === 'speaker' ? `S${paint.number}` : paint.as}>${text}</>`;

suite('text for a terminal', () => {
  test('paints the innermost stretch, and control characters cannot drive the terminal', () => {
    assert.equal(
      toText(article, TEXT, 'a.txt', tags).split('\n')[2],
      '<S0>Ann Lee</> <cue>said</> on <date>Monday</>: <S0>“We agreed that \ufffd </><unclear>‘never’</><S0> means never.”</>',
    );
  });

  test('lists who said what, the unclear last, and the dates with their values', () => {
    assert.deepEqual(toText(article, TEXT, 'a.txt', plain).split('\n').slice(4), [
      'Who said what',
      '  Ann Lee, chair',
      '    “We agreed that \ufffd ‘never’ means never.”',
      '  Speaker not clear',
      '    ‘never’',
      '',
      'Dates',
      '  2025-06-02  Monday',
      '',
    ]);
  });
});

suite("the guide's form", () => {
  test('words that name somebody unclear stand apart from the entities, with those who may be meant', () => {
    const candidates = [{ entity: 'e1', confidence: 0.4 }],
      unclear = [{ span: at('We'), form: 'pronoun', why, candidates }] as const;
    const guide = toGuide({ ...article, unclear }, TEXT, { document: 'a.txt', sha256: '00' }) as {
      unclear: unknown;
      entities: unknown[];
    };
    assert.deepEqual(
      [guide.unclear, guide.entities.length],
      [[{ span: at('We'), text: 'We', form: 'pronoun', why, candidates }], 1],
    );
  });

  test('every text is the slice of its span, and only what holds is said', () => {
    const { quotes } = toGuide(article, TEXT, { document: 'a.txt', sha256: '00' }) as {
      quotes: Record<string, unknown>[];
    };
    assert.deepEqual(quotes[1], {
      id: 'q2',
      span: at('‘never’'),
      text: '‘never’',
      kind: 'partial',
      speaker: null,
      mention: null,
      cue: null,
      why,
      inside: 'q1',
    });
    assert.deepEqual(quotes[0]?.mention, { span: at('Ann Lee'), text: 'Ann Lee' });
    assert.ok(!('continues' in (quotes[0] ?? {})));
  });
});
