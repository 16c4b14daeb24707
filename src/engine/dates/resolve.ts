import type { BlockLayer, DateForm, DateValue, Place, PlacedBlock } from '../layers';
import type { Issue, Published, Span } from '../model';
import type { Form } from './form';
import { type Moment, readMoment, sameMoment } from './moment';
import { createOrder, inOrder } from './order';
import { type Resolution, resolveForm } from './values';

/** A date named in some block, with the place of its words. */
interface Anchor {
  readonly moment: Moment;
  readonly span: Span;
}

/** What a block is told by those before it: the date last named, how many blocks back, and the quarter last spoken of. */
interface Incoming {
  readonly anchor: Anchor | null;
  readonly back: number;
  readonly quarter: Moment | null;
}

/** A block's values with what they were resolved against, and the date and quarter that it leaves to the blocks behind (null: none). */
interface Resolved extends Incoming {
  readonly published: string | null;
  readonly dayFirst: boolean;
  readonly values: readonly DateValue[];
  readonly issues: readonly Issue[];
  readonly leftAnchor: Anchor | null;
  readonly leftQuarter: Moment | null;
}

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
  const byBlock = new WeakMap<BlockLayer, Resolved>();
  const readsDayFirst = createOrder();
  const byArticle = new WeakMap<readonly PlacedBlock[], { readonly value: string | null; readonly article: ResolvedArticle }>();

  function resolveAll(blocks: readonly PlacedBlock[], value: string | null): ResolvedArticle {
    const published = value === null ? null : readMoment(value);
    const values: (readonly DateValue[])[] = [], issues: (readonly Issue[])[] = [];
    const dayFirst = readsDayFirst(blocks);
    let anchor: Anchor | null = null, quarter: Moment | null = null, anchorBlock = 0;
    for (let index = 0; index < blocks.length; index++) {
      const layer = blocks[index]?.layer;
      if (!layer || layer.dates.length === 0) {
        values.push(NO_VALUES);
        issues.push(NO_ISSUES);
        continue;
      }
      const back = anchor ? index - anchorBlock : 0;
      let known = byBlock.get(layer);
      if (!known || known.published !== value || known.dayFirst !== dayFirst || !isSame(known, anchor, back, quarter)) {
        byBlock.set(layer, (known = resolveBlock(layer, value, published, { anchor, back, quarter }, dayFirst)));
      }
      values.push(known.values);
      issues.push(known.issues);
      quarter = known.leftQuarter ?? quarter;
      if (known.leftAnchor) [anchor, anchorBlock] = [known.leftAnchor, index];
    }
    return { values, issues };
  }

  return (blocks, { value }) => {
    let known = byArticle.get(blocks);
    if (!known || known.value !== value) byArticle.set(blocks, (known = { value, article: resolveAll(blocks, value) }));
    return known.article;
  };
}

function isSame(known: Incoming, anchor: Anchor | null, back: number, quarter: Moment | null): boolean {
  if (known.back !== back || !sameMoment(known.quarter, quarter)) return false;
  if (known.anchor === anchor) return true;
  return sameMoment(known.anchor?.moment ?? null, anchor?.moment ?? null) && known.anchor?.span[0] === anchor?.span[0] && known.anchor?.span[1] === anchor?.span[1];
}

function resolveBlock(layer: BlockLayer, value: string | null, published: Moment | null, incoming: Incoming, dayFirst: boolean): Resolved {
  const values: DateValue[] = [], issues: Issue[] = [];
  let leftAnchor: Anchor | null = null, leftQuarter: Moment | null = null;
  for (const dateForm of layer.dates) {
    const form = inOrder(dateForm.form, dayFirst), anchor: Anchor | null = leftAnchor ?? incoming.anchor;
    const result = resolveForm(form, { published, anchor: anchor?.moment ?? null, quarter: leftQuarter ?? incoming.quarter, tense: form.tense });
    values.push(dateValue(dateForm, form, result, anchor && { back: leftAnchor ? 0 : incoming.back, span: anchor.span }));
    const problem = form.problem ?? result.problem;
    if (problem) issues.push({ kind: problem, span: dateForm.span });
    if (!result.moment || result.aside) continue;
    if (result.moment.grain === 'quarter') leftQuarter = result.moment;
    leftAnchor = { moment: result.moment, span: dateForm.span };
  }
  return { published: value, dayFirst, ...incoming, values, issues: issues.length ? issues : NO_ISSUES, leftAnchor, leftQuarter };
}

const NO_CANDIDATES: readonly string[] = [];
const OPEN = 0.4, GUESSED = 0.7, CERTAIN = 0.95;
const GUESSES: ReadonlySet<string> = new Set(['date-weekday-news', 'date-year-nearest', 'date-clock', 'date-from-anchor']);

function dateValue({ type }: DateForm, form: Form, { value, rule, candidates = NO_CANDIDATES }: Resolution, anchor: Place | null): DateValue {
  const counted = rule === 'date-from-anchor' || rule === 'date-same-anchor';
  const tense = form.tenseWords && /-(?:past|future)$/.test(rule) ? { back: 0, span: form.tenseWords } : null;
  const evidence = counted && anchor ? anchor : tense;
  const confidence = rule === 'date-not-set' || rule === 'date-open' || form.problem ? OPEN : GUESSES.has(rule) ? GUESSED : CERTAIN;
  return { type, value, mod: form.mod, candidates, why: { rule: form.problem === 'impossible-date' ? 'date-impossible' : rule, evidence, confidence } };
}
