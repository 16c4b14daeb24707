import type {
  Blocks,
  DocumentLayer,
  Place,
  PlacedAttribution,
  PlacedCandidate,
  PlacedNaming,
  PlacedQuotation,
  PlacedWhy,
} from './layers';
import type {
  Article,
  Attribution,
  Candidate,
  DateExpression,
  Entity,
  Issue,
  Mention,
  Quotation,
  Span,
  Statement,
  Why,
} from './model';
import { bySpan } from './span';

/** Brings every result to the article's own offsets and gives it an id: q1, s1, d1, e1, counted in order of the text. */
export function assemble(blocks: Blocks, layer: DocumentLayer): Article {
  const { layers, starts } = blocks,
    view = new View(blocks, layer);
  return {
    published: layer.published,
    blocks: layers.map(({ text, kind }, block) => ({
      span: [starts[block] ?? 0, (starts[block] ?? 0) + text.length],
      kind,
    })),
    quotations: view.quotations(),
    statements: view.statements(),
    dates: view.dates(),
    entities: view.entities(),
    unclear: view.unclear(),
    issues: view.issues(),
  };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
const NO_CANDIDATES: readonly Candidate[] = [],
  NO_SPEAKERS: readonly string[] = [];

class View {
  /** The id of each of `People.entities`; an entity that nothing mentions has none and is left out. */
  readonly #ids: (string | undefined)[];
  /** The entities in order of their first mentions, as indices into `People.entities`. */
  readonly #order: number[] = [];

  constructor(
    private readonly blocks: Blocks,
    private readonly layer: DocumentLayer,
  ) {
    this.#ids = layer.people.entities.map(() => undefined);
    for (const list of layer.people.mentions)
      for (const { entity } of list) this.#ids[entity] ??= `e${this.#order.push(entity)}`;
  }

  entities(): readonly Entity[] {
    const { people } = this.layer,
      mentions: Mention[][] = people.entities.map(() => []);
    for (let block = 0; block < people.mentions.length; block++) {
      for (const mention of people.mentions[block] ?? []) mentions[mention.entity]?.push(this.#mention(block, mention));
    }
    return this.#order.flatMap((entity) => {
      const draft = people.entities[entity];
      return draft
        ? [
            {
              id: this.#ids[entity] ?? '',
              key: draft.key,
              name: draft.name,
              type: draft.type,
              roles: draft.roles,
              mentions: mentions[entity] ?? [],
            },
          ]
        : [];
    });
  }

  /** A candidate that nothing mentions has no id: where none is left, there is nothing to tell. */
  unclear(): readonly Mention[] {
    return this.layer.people.unclear
      .map((naming) => this.#mention(naming.block, naming))
      .filter(({ candidates }) => candidates.length > 0);
  }

  quotations(): readonly Quotation[] {
    const { quotations } = this.layer.said,
      made: Mutable<Quotation>[] = [],
      firsts = new Int32Array(quotations.length);
    for (let block = 0; block < quotations.length; block++) {
      firsts[block] = made.length;
      for (const quotation of quotations[block] ?? [])
        made.push(this.#quotation(block, quotation, made.length, firsts));
    }
    return made;
  }

  /** Quotation number `count`; `firsts` has the number of the first quotation of each block so far. */
  #quotation(block: number, said: PlacedQuotation, count: number, firsts: Int32Array): Quotation {
    const { kind, continues, inside } = said;
    return {
      id: `q${count + 1}`,
      span: this.#span(block, said.span),
      kind,
      continues: continues && `q${(firsts[block - continues.back] ?? 0) + continues.index + 1}`,
      inside: inside === null ? null : `q${(firsts[block] ?? 0) + inside + 1}`,
      ...this.#attribution(block, said),
    };
  }

  statements(): readonly Statement[] {
    const { statements } = this.layer.said,
      made: Statement[] = [];
    for (let block = 0; block < statements.length; block++) {
      for (const said of statements[block] ?? []) {
        made.push({
          id: `s${made.length + 1}`,
          span: this.#span(block, said.span),
          act: said.act,
          negated: said.negated,
          ...this.#attribution(block, said),
        });
      }
    }
    return made;
  }

  dates(): readonly DateExpression[] {
    const { layers } = this.blocks,
      made: DateExpression[] = [];
    for (let block = 0; block < layers.length; block++) {
      const forms = layers[block]?.dates ?? [],
        values = this.layer.dates[block] ?? [];
      for (let i = 0; i < forms.length; i++) {
        const form = forms[i],
          value = values[i];
        if (!form || !value) continue;
        const { type, mod, candidates } = value;
        made.push({
          type,
          value: value.value,
          mod,
          candidates,
          why: this.#why(block, value.why),
          id: `d${made.length + 1}`,
          span: this.#span(block, form.span),
        });
      }
    }
    return made;
  }

  issues(): readonly Issue[] {
    const { layers } = this.blocks,
      { said, dateIssues } = this.layer,
      made: Issue[] = [];
    for (let block = 0; block < layers.length; block++) {
      this.#issues(block, layers[block]?.issues, made);
      this.#issues(block, said.issues[block], made);
      this.#issues(block, dateIssues[block], made);
    }
    return made.sort(bySpan);
  }

  #issues(block: number, issues: readonly Issue[] = [], made: Issue[]): void {
    for (const { kind, span } of issues) made.push({ kind, span: this.#span(block, span) });
  }

  #mention(block: number, { span, form, why, candidates }: PlacedNaming): Mention {
    return {
      span: this.#span(block, span),
      form,
      why: this.#why(block, why),
      candidates: this.#candidates(candidates),
    };
  }

  #attribution(block: number, { source, cue, speakers, why, candidates }: PlacedAttribution): Attribution {
    const ids = this.#speakers(speakers);
    return {
      source: this.#place(block, source),
      cue: this.#place(block, cue),
      speaker: ids[0] ?? null,
      speakers: ids,
      why: this.#why(block, why),
      candidates: this.#candidates(candidates),
    };
  }

  #speakers(speakers: readonly number[]): readonly string[] {
    return speakers.length === 0 ? NO_SPEAKERS : speakers.flatMap((speaker) => this.#ids[speaker] ?? []);
  }

  #candidates(candidates: readonly PlacedCandidate[]): readonly Candidate[] {
    if (candidates.length === 0) return NO_CANDIDATES;
    const named: Candidate[] = [];
    for (const { entity, confidence } of candidates) {
      const id = this.#ids[entity];
      if (id) named.push({ entity: id, confidence });
    }
    return named;
  }

  #why(block: number, { rule, evidence, confidence }: PlacedWhy): Why {
    return { rule, evidence: this.#place(block, evidence), confidence };
  }

  #place(block: number, place: Place | null): Span | null {
    return place && this.#span(block - place.back, place.span);
  }

  #span(block: number, [from, to]: Span): Span {
    const start = this.blocks.starts[block] ?? 0;
    return [start + from, start + to];
  }
}
