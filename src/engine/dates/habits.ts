import { carry, type Change } from '../kept';
import type { BlockLayer } from '../layers';
import type { Form } from './form';

/** How an article as a whole writes its dates. */
export interface Habits {
  /** Figures put the day before the month. */
  readonly dayFirst: boolean;
  /** Something in the text shows which order its figures have. */
  readonly orderShown: boolean;
  /** It tells of years gone by, one after the other, and not of the days around its own. */
  readonly narrative: boolean;
}

/** What one block says of the habits. */
interface Evidence {
  /** Above 0 for day first, below for month first. */
  readonly order: number;
  /** Dates with their year, and those that count from the day of writing. */
  readonly years: number;
  readonly near: number;
}
const NOTHING: Evidence = { order: 0, years: 0, near: 0 };

/** How much more a figure like 14/3/2015 says of the order than "14 March" does. */
const FIGURES_WEIGH = 10;
/** A narrative has at least so many years, and so many times as many as dates that count from the day of writing. */
const LEAST_YEARS = 5,
  YEARS_TO_NEAR = 8;

/** Reads the habits of one version of an article after another; what each block says of them is kept. */
export class HabitReader {
  #evidence: readonly Evidence[] = [];

  /** Takes the next version of the blocks, and which of them are new. */
  read(layers: readonly BlockLayer[], change: Change): Habits {
    const evidence = carry(this.#evidence, change, NOTHING);
    for (let i = change.from; i < change.to; i++) evidence[i] = weigh(layers[i]);
    this.#evidence = evidence;
    let order = 0,
      years = 0,
      near = 0;
    for (const block of evidence) {
      if (block === NOTHING) continue;
      order += block.order;
      years += block.years;
      near += block.near;
    }
    return {
      dayFirst: order > 0,
      orderShown: order !== 0,
      narrative: years >= LEAST_YEARS && years >= near * YEARS_TO_NEAR,
    };
  }
}

export const sameHabits = (a: Habits, b: Habits): boolean =>
  a.dayFirst === b.dayFirst && a.orderShown === b.orderShown && a.narrative === b.narrative;

function weigh(layer: BlockLayer | undefined): Evidence {
  if (!layer || layer.dates.length === 0) return NOTHING;
  const { text, dates } = layer;
  let order = 0,
    years = 0,
    near = 0;
  for (const { span, form } of dates) {
    const { base } = form;
    if (form.order === 'day-first' || form.order === 'month-first')
      order += (form.order === 'day-first' ? 1 : -1) * (text.slice(span[0], span[1]).includes('/') ? FIGURES_WEIGH : 1);
    if (base.kind === 'calendar' && base.year !== null) years++;
    else if (
      base.kind === 'weekday' ||
      base.kind === 'latest' ||
      (base.kind === 'shift' && base.from === 'published' && !base.like)
    )
      near++;
  }
  return { order, years, near };
}

/** The form as the article's habit reads it: 3/4/2015 is 3 April where days come first. */
export function inOrder(form: Form, dayFirst: boolean): Form {
  const { base, order } = form;
  if (order !== 'open' || !dayFirst || base.kind !== 'calendar') return form;
  return { ...form, base: { ...base, month: base.day, day: base.month } };
}

/** Whether figures leave open which of two days is meant: 3/4/2015, but not 4/4/2015. */
export function isAmbiguous({ base, order }: Form): boolean {
  return order === 'open' && base.kind === 'calendar' && base.day !== base.month;
}
