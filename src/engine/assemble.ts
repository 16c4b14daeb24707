import type { DocumentLayer, Place, PlacedAttribution, PlacedBlock, PlacedCandidate, PlacedWhy } from './layers';
import type { Article, Attribution, Candidate, DateExpression, Entity, Issue, Mention, Quotation, Span, Statement, Why } from './model';
import { bySpan, shift } from './span';

/** Brings every result to the article's own offsets and gives it an id: q1, s1, d1, e1, counted in order of the text. */
export function assemble(blocks: readonly PlacedBlock[], layer: DocumentLayer): Article {
  const view = new View(blocks, layer);
  return {
    published: layer.published,
    blocks: blocks.map(({ start, layer: { text, kind } }) => ({ span: [start, start + text.length], kind })),
    quotations: view.quotations(),
    statements: view.statements(),
    dates: view.dates(),
    entities: view.entities,
    issues: view.issues(),
  };
}

class View {
  readonly entities: readonly Entity[];
  /** The id of each of `People.entities`, or null where the entity is left out. */
  readonly #ids: readonly (string | null)[];

  constructor(private readonly blocks: readonly PlacedBlock[], private readonly layer: DocumentLayer) {
    const { people } = layer;
    const drafts = people.entities.map((draft) => ({ draft, mentions: [] as { block: number; index: number }[] }));
    people.mentions.forEach((list, block) => list.forEach(({ entity }, index) => drafts[entity]?.mentions.push({ block, index })));
    const order = drafts.map((_, index) => index).filter((index) => drafts[index]?.mentions.length);
    const firstMention = (index: number): number => {
      const first = drafts[index]?.mentions[0];
      return first ? this.#absolute(first.block, people.mentions[first.block]?.[first.index]?.span ?? [0, 0])[0] : 0;
    };
    order.sort((a, b) => firstMention(a) - firstMention(b) || a - b);
    const ids: (string | null)[] = drafts.map(() => null);
    order.forEach((index, position) => (ids[index] = `e${position + 1}`));
    this.#ids = ids;
    this.entities = order.flatMap((index) => {
      const entry = drafts[index], id = ids[index];
      return entry && id ? [{ id, ...entry.draft, mentions: entry.mentions.flatMap((at) => this.#mention(at.block, at.index)) }] : [];
    });
  }

  quotations(): Quotation[] {
    const { quotations } = this.layer.said;
    let count = 0;
    const ids = quotations.map((list) => list.map(() => `q${++count}`));
    return quotations.flatMap((list, block) => list.map((quotation, index) => ({
      id: ids[block]?.[index] ?? '',
      span: this.#absolute(block, quotation.span),
      kind: quotation.kind,
      continues: quotation.continues && (ids[block - quotation.continues.back]?.[quotation.continues.index] ?? null),
      inside: quotation.inside === null ? null : (ids[block]?.[quotation.inside] ?? null),
      ...this.#attribution(block, quotation),
    })));
  }

  statements(): Statement[] {
    let count = 0;
    return this.layer.said.statements.flatMap((list, block) => list.map((statement) => ({
      id: `s${++count}`,
      span: this.#absolute(block, statement.span),
      act: statement.act,
      negated: statement.negated,
      ...this.#attribution(block, statement),
    })));
  }

  dates(): DateExpression[] {
    let count = 0;
    return this.blocks.flatMap(({ layer }, block) => layer.dates.flatMap((form, index) => {
      const value = this.layer.dates[block]?.[index];
      return value ? [{ ...value, id: `d${++count}`, span: this.#absolute(block, form.span), why: this.#why(block, value.why) }] : [];
    }));
  }

  issues(): Issue[] {
    const lists = this.blocks.map(({ layer }, block) => [...layer.issues, ...(this.layer.said.issues[block] ?? []), ...(this.layer.dateIssues[block] ?? [])]);
    return lists.flatMap((list, block) => list.map((issue) => ({ ...issue, span: this.#absolute(block, issue.span) }))).sort(bySpan);
  }

  #mention(block: number, index: number): Mention[] {
    const mention = this.layer.people.mentions[block]?.[index];
    if (!mention) return [];
    const { form, why, candidates } = mention;
    return [{ span: this.#absolute(block, mention.span), form, why: this.#why(block, why), candidates: this.#candidates(candidates) }];
  }

  #attribution(block: number, said: PlacedAttribution): Attribution {
    return {
      source: this.#place(block, said.source),
      cue: this.#place(block, said.cue),
      speaker: said.speaker === null ? null : (this.#ids[said.speaker] ?? null),
      why: this.#why(block, said.why),
      candidates: this.#candidates(said.candidates),
    };
  }

  #candidates(candidates: readonly PlacedCandidate[]): Candidate[] {
    return candidates.flatMap(({ entity, confidence }) => {
      const id = this.#ids[entity];
      return id ? [{ entity: id, confidence }] : [];
    });
  }

  #why(block: number, { rule, evidence, confidence }: PlacedWhy): Why {
    return { rule, evidence: this.#place(block, evidence), confidence };
  }

  #place(block: number, place: Place | null): Span | null {
    return place && this.#absolute(block - place.back, place.span);
  }

  #absolute(block: number, span: Span): Span {
    return shift(span, this.blocks[block]?.start ?? 0);
  }
}
