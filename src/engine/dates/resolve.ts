import type { BlockLayer, DateForm, DateValue, PlacedBlock } from '../layers';
import type { Issue, Published, Span } from '../model';
import type { Form } from './form';
import { type Moment, readMoment, sameMoment } from './moment';
import { type Resolution, resolveForm } from './values';

/** A date named before, as a block sees it: `back` blocks before it, at `span` there. */
interface Anchor {
  readonly moment: Moment;
  readonly back: number;
  readonly span: Span;
}

/** What a block is told by those before it. */
interface Incoming {
  readonly anchor: Anchor | null;
  /** The quarter last spoken of, which "a year earlier" compares with. */
  readonly quarter: Moment | null;
}

/** A block's values, what they were resolved against, and what they tell the blocks behind. */
interface Resolved {
  readonly published: string | null;
  readonly incoming: Incoming;
  readonly values: readonly DateValue[];
  readonly issues: readonly Issue[];
  readonly outgoing: Incoming;
}

const NOTHING: Incoming = { anchor: null, quarter: null };
const NO_VALUES: readonly DateValue[] = [], NO_ISSUES: readonly Issue[] = [];

/** Values and issues of a whole article, lists parallel to its blocks. */
export interface ResolvedArticle {
  readonly values: readonly (readonly DateValue[])[];
  readonly issues: readonly (readonly Issue[])[];
}

/**
 * Makes a resolver that keeps the values of every block for as long as the block lives, so that an edit resolves only the blocks
 * it changes and those that count from a date in them.
 */
export function createResolver(): (blocks: readonly PlacedBlock[], published: Published) => ResolvedArticle {
  const kept = new WeakMap<BlockLayer, Resolved>();
  return (blocks, { value }) => {
    const published = value === null ? null : readMoment(value);
    const values: (readonly DateValue[])[] = [], issues: (readonly Issue[])[] = [];
    let incoming = NOTHING;
    for (const { layer } of blocks) {
      if (layer.dates.length === 0) {
        values.push(NO_VALUES);
        issues.push(NO_ISSUES);
      } else {
        let known = kept.get(layer);
        if (!known || known.published !== value || !sameIncoming(known.incoming, incoming)) {
          kept.set(layer, (known = resolveBlock(layer, value, published, incoming)));
        }
        values.push(known.values);
        issues.push(known.issues);
        incoming = known.outgoing;
      }
      if (incoming.anchor) incoming = { ...incoming, anchor: { ...incoming.anchor, back: incoming.anchor.back + 1 } };
    }
    return { values, issues };
  };
}

function sameIncoming(a: Incoming, b: Incoming): boolean {
  if (!sameMoment(a.quarter, b.quarter) || !sameMoment(a.anchor?.moment ?? null, b.anchor?.moment ?? null)) return false;
  return a.anchor?.back === b.anchor?.back && a.anchor?.span[0] === b.anchor?.span[0] && a.anchor?.span[1] === b.anchor?.span[1];
}

function resolveBlock(layer: BlockLayer, value: string | null, published: Moment | null, incoming: Incoming): Resolved {
  const values: DateValue[] = [], issues: Issue[] = [];
  let { anchor, quarter } = incoming;
  for (const dateForm of layer.dates) {
    const form = dateForm.form as Form;
    const result = resolveForm(form, { published, anchor: anchor?.moment ?? null, quarter, tense: form.tense });
    values.push(dateValue(dateForm, form, result, anchor));
    const problem = form.problem ?? result.problem;
    if (problem) issues.push({ kind: problem, span: dateForm.span });
    if (!result.moment || result.aside) continue;
    if (result.moment.grain === 'quarter') quarter = result.moment;
    anchor = { moment: result.moment, back: 0, span: dateForm.span };
  }
  return { published: value, incoming, values, issues: issues.length ? issues : NO_ISSUES, outgoing: { anchor, quarter } };
}

const OPEN = 0.4, GUESSED = 0.7, CERTAIN = 0.95;
const GUESSES: ReadonlySet<string> = new Set(['date-weekday-news', 'date-year-nearest', 'date-clock', 'date-from-anchor']);

function dateValue({ type }: DateForm, form: Form, { value, rule, candidates = [] }: Resolution, anchor: Anchor | null): DateValue {
  const counted = rule === 'date-from-anchor' || rule === 'date-same-anchor';
  const tense = form.tenseWords && /-(?:past|future)$/.test(rule) ? { back: 0, span: form.tenseWords } : null;
  const evidence = counted && anchor ? { back: anchor.back, span: anchor.span } : tense;
  const confidence = rule === 'date-not-set' || rule === 'date-open' || form.problem ? OPEN : GUESSES.has(rule) ? GUESSED : CERTAIN;
  return { type, value, mod: form.mod, candidates, why: { rule: form.problem === 'impossible-date' ? 'date-impossible' : rule, evidence, confidence } };
}
