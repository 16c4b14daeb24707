import type { BlockLayer, PlacedBlock } from '../layers';
import type { Form } from './form';

/** How much more a figure like 14/3/2015 says of the order than "14 March" does. */
const FIGURES_WEIGH = 10;

/** Makes the reader of an article's habit: true where its other dates put the day before the month. */
export function createOrder(): (blocks: readonly PlacedBlock[]) => boolean {
  const kept = new WeakMap<BlockLayer, number>();
  return (blocks) => {
    let sum = 0;
    for (const { layer } of blocks) {
      if (layer.dates.length === 0) continue;
      let weight = kept.get(layer);
      if (weight === undefined) kept.set(layer, (weight = weigh(layer)));
      sum += weight;
    }
    return sum > 0;
  };
}

/** Evidence of one block: above 0 for day first, below for month first. */
function weigh({ text, dates }: BlockLayer): number {
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
