import type { Article, DateExpression, Entity, Issue, Quotation, Span } from '../../src/engine/index';
import type { CorpusText, RowNode } from '../../src/corpus/index';

const WHY = { rule: 'test', evidence: null, confidence: 0.9 };

/** An article written down by its words: who is mentioned how, what is quoted from whom, which date has which value. */
export interface Sketch {
  readonly uri?: string;
  readonly text: string;
  readonly entities?: readonly {
    readonly key: string;
    readonly name: string;
    readonly type?: Entity['type'];
    readonly roles?: readonly string[];
    readonly mentions: readonly string[];
    readonly form?: 'name' | 'role';
  }[];
  readonly quotations?: readonly {
    readonly words: string;
    readonly by?: string;
    readonly kind?: Quotation['kind'];
    readonly sure?: number;
    readonly cue?: string;
  }[];
  readonly dates?: readonly {
    readonly words: string;
    readonly value: string;
    readonly type?: DateExpression['type'];
    readonly candidates?: readonly string[];
  }[];
  readonly issues?: readonly { readonly kind: Issue['kind']; readonly words: string }[];
  readonly headerLength?: number;
  readonly published?: Article['published'];
  readonly hues?: Readonly<Record<string, number>>;
}

/** Words are looked for one after the other, so that the same words may be named twice. */
function finder(text: string): (words: string) => Span {
  const from = new Map<string, number>();
  return (words) => {
    const start = text.indexOf(words, from.get(words) ?? 0);
    if (start < 0) throw new Error(`“${words}” does not stand in the text.`);
    from.set(words, start + words.length);
    return [start, start + words.length];
  };
}

export function corpusText({
  uri = 'file:///a.txt',
  text,
  entities = [],
  quotations = [],
  dates = [],
  issues = [],
  headerLength = 0,
  published,
  hues = {},
}: Sketch): CorpusText {
  const find = finder(text);
  const found: Entity[] = entities.map(
    ({ key, name, type = 'person', roles = [], mentions, form = 'name' }, index) => ({
      id: `e${index + 1}`,
      key,
      name,
      type,
      roles,
      mentions: mentions.map((words) => ({
        span: find(words),
        form: /^(he|she)$/i.test(words) ? 'pronoun' : form,
        why: WHY,
        candidates: [],
      })),
    }),
  );
  const article: Article = {
    published: published ?? { value: null, span: null, from: 'nothing' },
    blocks: headerLength
      ? [
          { span: [0, headerLength], kind: 'header' },
          { span: [headerLength, text.length], kind: 'body' },
        ]
      : [{ span: [0, text.length], kind: 'body' }],
    quotations: quotations.map(({ words, by, kind = 'direct', sure = 0.9, cue }, index) => ({
      id: `q${index + 1}`,
      span: find(words),
      kind,
      continues: null,
      inside: null,
      source: null,
      cue: cue === undefined ? null : find(cue),
      speaker: found.find(({ key }) => key === by)?.id ?? null,
      speakers: found.flatMap(({ key, id }) => (key === by ? [id] : [])),
      why: { ...WHY, confidence: sure },
      candidates: [],
    })),
    statements: [],
    dates: dates.map(({ words, value, type = 'DATE', candidates = [] }, index) => ({
      id: `d${index + 1}`,
      span: find(words),
      type,
      value,
      mod: null,
      candidates,
      why: WHY,
    })),
    entities: found,
    unclear: [],
    issues: issues.map(({ kind, words }) => ({
      kind,
      span: [text.indexOf(words), text.indexOf(words) + words.length],
    })),
  };
  return { uri, text, article, hueOf: (key) => hues[key] ?? 0 };
}

/** Rows as an indented outline. */
export const outline = (rows: readonly RowNode[], show: (row: RowNode) => string, depth = 0): string[] =>
  rows.flatMap((row) => [`${'  '.repeat(depth)}${show(row)}`, ...outline(row.children, show, depth + 1)]);
