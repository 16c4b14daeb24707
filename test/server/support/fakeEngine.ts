import { assemble } from '../../../src/engine/assemble';
import type { Edit } from '../../../src/engine/analysis';
import type {
  Analysis,
  AnalyzeOptions,
  Article,
  BlockLayer,
  Blocks,
  DateForm,
  DateValue,
  DocumentLayer,
  Engine,
  EntityDraft,
  Issue,
  PlacedBlock,
  PlacedMention,
  PlacedQuotation,
  PlacedUnclear,
  PlacedWhy,
  Span,
} from '../../../src/engine/index';

/**
 * An engine simple enough to be certain of: a line is a block, “…” a quotation, "Mr Brandt" a person, "the harbour minister" a role of
 * the first person of the text (Ms Ellingsen has it among her roles), "she" or "he" the person named before, "they" one of the
 * first two, not clear which, and whoever is named right after or before "said" the speaker.
 */
export function fakeEngine(): Engine {
  const open = (text: string, options: AnalyzeOptions = {}): Analysis =>
    new FakeAnalysis(text, options.published ?? null) as unknown as Analysis;
  return { open, analyze: (text, options) => open(text, options).article };
}

const WHY: PlacedWhy = { rule: 'fake', evidence: null, confidence: 0.9 };
const NAME = /\b(?:M[rs] [A-Z]\w+|[A-Z][a-z]+ [A-Z][a-z]+)\b|the harbour minister|\b(?:[Ss]he|[Hh]e)\b/g;
const DATES: Readonly<Record<string, Partial<DateValue>>> = {
  Tuesday: { value: 'XXXX-WXX-2', candidates: ['2022-03-01'] },
  '4 March 2022': { value: '2022-03-04' },
  'March 2022': { value: '2022-03' },
  '2021': { value: '2021' },
  '31 April 2022': { value: '2022-04-31' },
  'Monday 1 March 2022': { value: '2022-03-01' },
  'three weeks': { value: 'P3W', type: 'DURATION' },
};
const ISSUES: Readonly<Record<string, readonly Issue['kind'][]>> = {
  '31 April 2022': ['impossible-date'],
  'Monday 1 March 2022': ['weekday-mismatch'],
};
const DATE = new RegExp(Object.keys(DATES).join('|'), 'g');

/** What the real stage would keep of a date; nothing here reads it. */
const FORM: DateForm['form'] = {
  base: { kind: 'fixed', value: '' },
  time: null,
  mod: null,
  tense: 'none',
  tenseWords: null,
  problem: null,
  order: null,
};

class FakeAnalysis {
  readonly blocks: PlacedBlock[] = [];
  readonly document: DocumentLayer;
  readonly #entities: EntityDraft[] = [];

  constructor(
    readonly text: string,
    readonly published: string | null,
  ) {
    for (const line of text.matchAll(/[^\r\n]+/g))
      if (line[0].trim()) this.blocks.push({ start: line.index, layer: readLine(line[0], line.index === 0) });
    const mentions = this.blocks.map(({ layer }) => this.#mentions(layer.text));
    this.document = {
      published: { value: published, span: null, from: published ? 'reader' : 'nothing' },
      dates: this.blocks.map(({ layer }) =>
        layer.dates.map(({ span }) => valueOf(layer.text.slice(...span), published)),
      ),
      dateIssues: this.blocks.map(({ layer }) =>
        layer.dates.flatMap(({ span }) => ISSUES[layer.text.slice(...span)]?.map((kind) => ({ kind, span })) ?? []),
      ),
      people: {
        entities: this.#entities,
        mentions,
        unclear: this.blocks.flatMap(({ layer }, block) => this.#unclear(layer.text, block)),
      },
      said: {
        quotations: this.blocks.map(({ layer }, block) => this.#quotations(layer.text, mentions[block]!)),
        statements: this.blocks.map(() => []),
        issues: this.blocks.map(() => []),
      },
    };
  }

  #article: Article | undefined;
  get article(): Article {
    return (this.#article ??= assemble(this.layout, this.document));
  }

  #layout: Blocks | undefined;
  get layout(): Blocks {
    return (this.#layout ??= {
      layers: this.blocks.map(({ layer }) => layer),
      starts: Int32Array.from(this.blocks, ({ start }) => start),
    });
  }

  update(edits: readonly Edit[]): FakeAnalysis {
    return new FakeAnalysis(
      edits.reduce((text, { start, end, text: added }) => text.slice(0, start) + added + text.slice(end), this.text),
      this.published,
    );
  }

  withPublished(published: string | null): FakeAnalysis {
    return new FakeAnalysis(this.text, published);
  }

  /** Offers the first day of the text that is whole. */
  publishedOffers(): { value: string; span: readonly [number, number] }[] {
    return this.article.dates
      .filter(({ value }) => value.startsWith('2022-'))
      .slice(0, 1)
      .map(({ value, span }) => ({ value, span }));
  }

  #last = -1;
  #mentions(text: string): PlacedMention[] {
    return [...text.matchAll(NAME)].flatMap((match): PlacedMention[] => {
      const words = match[0],
        form = /^[Ss]?[Hh]e$/.test(words) ? 'pronoun' : words.startsWith('the') ? 'role' : 'name';
      if (form === 'role') this.#last = 0;
      if (form === 'name') this.#last = this.#named(words);
      if (!this.#entities[this.#last]) return [];
      return [{ span: [match.index, match.index + words.length], form, entity: this.#last, why: WHY, candidates: [] }];
    });
  }

  #unclear(text: string, block: number): PlacedUnclear[] {
    return [...text.matchAll(/\b[Tt]hey\b/g)].map(({ index }) => ({
      block,
      span: [index, index + 4],
      form: 'pronoun',
      why: WHY,
      candidates: [1, 0].map((entity) => ({ entity, confidence: 0.4 })),
    }));
  }

  #named(words: string): number {
    const key = `person:${words.split(' ').pop()!.toLowerCase()}`,
      known = this.#entities.findIndex((entity) => entity.key === key);
    const name = known >= 0 && this.#entities[known]!.name.length > words.length ? this.#entities[known]!.name : words;
    const index = known < 0 ? this.#entities.length : known;
    this.#entities[index] = { key, name, type: 'person', roles: key.endsWith('ellingsen') ? ['harbour minister'] : [] };
    return index;
  }

  #quotations(text: string, mentions: readonly PlacedMention[]): PlacedQuotation[] {
    return [...text.matchAll(/“[^”]*”?/g)].map((match): PlacedQuotation => {
      const end = match.index + match[0].length,
        rest = text.slice(end),
        speech = /^ (?:said )?([^.“]+?)(?: said)?(?: on|\.|$)/.exec(rest);
      const cue = /\bsaid\b/.exec(rest.split('“')[0]!),
        source = cue && speech && mentions.find(({ span }) => span[0] >= end && span[0] <= end + 6);
      const kind = /^“\w+”$/.test(match[0]) ? 'other' : /[,.?!]”$/.test(match[0]) ? 'direct' : 'partial';
      const place = (span: Span) => ({ back: 0, span });
      return {
        span: [match.index, end],
        kind,
        continues: null,
        inside: null,
        source: source ? place(source.span) : null,
        cue: source ? place([end + cue.index, end + cue.index + 4]) : null,
        speaker: source ? source.entity : null,
        speakers: source ? [source.entity] : [],
        why: WHY,
        candidates: [],
      };
    });
  }
}

function valueOf(words: string, published: string | null): DateValue {
  const value: DateValue = { type: 'DATE', value: '', mod: null, candidates: [], why: WHY, ...DATES[words] };
  return words === 'Tuesday' && published ? { ...value, value: '2022-03-01', candidates: [] } : value;
}

function readLine(text: string, first: boolean): BlockLayer {
  const words = [...text.matchAll(/\S+/g)],
    tag = new Uint8Array(words.length);
  return {
    text,
    kind: first && !text.includes('.') ? 'headline' : 'body',
    tokens: {
      count: words.length,
      start: Int32Array.from(words, ({ index }) => index),
      end: Int32Array.from(words, (word) => word.index + word[0].length),
      word: words.map(String),
      lower: words.map(String),
      hash: new Int32Array(words.length),
      tag,
      shape: tag,
    },
    sentences: [{ from: 0, to: words.length }],
    phrases: [],
    label: null,
    names: [],
    references: [],
    marks: [],
    frames: [],
    issues: [],
    dates: [...text.matchAll(DATE)].map((match) => ({
      span: [match.index, match.index + match[0].length],
      type: 'DATE',
      form: FORM,
    })),
  };
}
