import { carry, type Change } from '../kept';
import type { BlockLayer } from '../layers';
import type { Form } from './form';

/** How much more a figure like 14/3/2015 says of the order than "14 March" does. */
const FIGURES_WEIGH = 10;

/** The habit of an article; what each block says of it is kept from one version of the article to the next. */
export class Order {
  #weights: readonly number[] = [];

  /** Takes the next version of the blocks, and which of them are new; true where its dates put the day before the month. */
  read(layers: readonly BlockLayer[], change: Change): boolean {
    const weights = carry(this.#weights, change, 0);
    for (let i = change.from; i < change.to; i++) weights[i] = weigh(layers[i]);
    this.#weights = weights;
    return weights.reduce((sum, weight) => sum + weight, 0) > 0;
  }
}

/** Evidence of one block: above 0 for day first, below for month first. */
function weigh(layer: BlockLayer | undefined): number {
  if (!layer || layer.dates.length === 0) return 0;
  const { text, dates } = layer;
  let sum = 0;
  for (const { span, form } of dates) {
    const { order } = form;
    if (order !== 'day-first' && order !== 'month-first') continue;
    const figures = text.slice(span[0], span[1]).includes('/');
    sum += (order === 'day-first' ? 1 : -1) * (figures ? FIGURES_WEIGH : 1);
  }
  return sum;
}

/** The form as the article's habit reads it: 3/4/2015 is 3 April where days come first. */
export function inOrder(form: Form, dayFirst: boolean): Form {
  const { base, order } = form;
  if (order !== 'open' || !dayFirst || base.kind !== 'calendar') return form;
  return { ...form, base: { ...base, month: base.day, day: base.month } };
}
