/** The JSON form of the annotation guide: what `--format json` and `jsonl` write, and what the scorer reads. */
import type { Article, Attribution, Candidate, Mention, Span, Why } from '../engine/index';

/** Which file an article comes from; `sha256` is of the file's bytes, in hexadecimal. */
export interface Origin {
  readonly document: string;
  readonly sha256: string;
}

interface Words {
  readonly span: Span;
  readonly text: string;
}

/** An article as a plain object in the guide's form, with `why` and `candidates` beside what the guide asks for. */
export function toGuide(article: Article, text: string, origin: Origin): object {
  const words = (span: Span): Words => ({ span, text: text.slice(span[0], span[1]) });
  const said = ({ speaker, speakers, source, cue, why, candidates }: Attribution): object => ({
    speaker,
    ...(speakers.length > 1 ? { speakers } : {}),
    mention: source && words(source),
    cue: cue && words(cue),
    ...reasons(why, candidates),
  });
  const mention = ({ span, form, why, candidates }: Mention): object => ({
    ...words(span),
    form,
    ...reasons(why, candidates),
  });
  return {
    document: origin.document,
    sha256: origin.sha256,
    published: { value: article.published.value, span: article.published.span, from: article.published.from },
    quotes: article.quotations.map((quotation) => ({
      id: quotation.id,
      ...words(quotation.span),
      kind: quotation.kind,
      ...said(quotation),
      ...(quotation.continues === null ? {} : { continues: quotation.continues }),
      ...(quotation.inside === null ? {} : { inside: quotation.inside }),
    })),
    statements: article.statements.map((statement) => ({
      id: statement.id,
      ...words(statement.span),
      ...said(statement),
      act: statement.act,
      ...(statement.negated ? { negated: true } : {}),
    })),
    dates: article.dates.map(({ id, span, type, value, mod, candidates, why }) => ({
      id,
      ...words(span),
      type,
      value,
      ...(mod === null ? {} : { mod }),
      ...(candidates.length ? { candidates } : {}),
      why,
    })),
    entities: article.entities.map(({ id, key, name, type, roles, mentions }) => ({
      id,
      key,
      name,
      type,
      roles,
      mentions: mentions.map(mention),
    })),
    ...(article.unclear.length ? { unclear: article.unclear.map(mention) } : {}),
    issues: article.issues.map(({ kind, span }) => ({ kind, ...words(span) })),
  };
}

function reasons(why: Why, candidates: readonly Candidate[]): object {
  return { why, ...(candidates.length ? { candidates } : {}) };
}
