import { carry, changeOf } from '../kept';
import type { BlockLayer, DateForm, DateValue, Place } from '../layers';
import type { Issue, Published, Span } from '../model';
import type { Form } from './form';
import { type Moment, readMoment, sameMoment } from './moment';
import { inOrder, Order } from './order';
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

/** Resolves the versions of one article, the blocks that changed and those that count from a date in them. */
export class DateReader {
  #layers: readonly BlockLayer[] = [];
  #resolved: readonly (Resolved | null)[] = [];
  #article: ResolvedArticle = { values: [], issues: [] };
  readonly #order = new Order();

  read(layers: readonly BlockLayer[], { value }: Published): ResolvedArticle {
    const change = changeOf(this.#layers, layers), moment = value === null ? null : readMoment(value), dayFirst = this.#order.read(this.#layers, layers, change);
    const resolved = carry(this.#resolved, change, null), values = carry(this.#article.values, change, NO_VALUES), issues = carry(this.#article.issues, change, NO_ISSUES);
    let anchor: Anchor | null = null, quarter: Moment | null = null, anchorBlock = 0;
    for (let index = 0; index < layers.length; index++) {
      const layer = layers[index];
      if (!layer || layer.dates.length === 0) continue;
      const back: number = anchor ? index - anchorBlock : 0;
      let known: Resolved | null | undefined = resolved[index];
      if (known?.published !== value || known.dayFirst !== dayFirst || !isSame(known, anchor, back, quarter)) {
        known = resolved[index] = resolveBlock(layer, value, moment, { anchor, back, quarter }, dayFirst);
        values[index] = known.values;
        issues[index] = known.issues;
      }
      quarter = known.leftQuarter ?? quarter;
      if (known.leftAnchor) [anchor, anchorBlock] = [known.leftAnchor, index];
    }
    this.#layers = layers;
    this.#resolved = resolved;
    return (this.#article = { values, issues });
  }
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
