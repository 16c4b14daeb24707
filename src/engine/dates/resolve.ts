import { carry, type Change } from '../kept';
import type { BlockLayer, DateForm, DateValue, Place } from '../layers';
import type { Issue, Published, Span } from '../model';
import type { Form } from './form';
import { HabitReader, type Habits, inOrder, isAmbiguous, sameHabits } from './habits';
import { type Moment, readMoment, sameMoment } from './moment';
import { type Resolution, resolveForm } from './values';
import { confidenceOf } from './confidence';

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

/** A block's values with what it was told, and the date and quarter that it leaves to the blocks behind (null: none). */
interface Resolved extends Incoming {
  readonly values: readonly DateValue[];
  readonly issues: readonly Issue[];
  readonly leftAnchor: Anchor | null;
  /** False where the last word of it was of no quarter any more. */
  readonly leftQuarter: Moment | null | false;
}

/** How the whole article reads its dates: against which day, and by which habits. */
interface Reading extends Habits {
  readonly published: Moment | null;
}

const NO_VALUES: readonly DateValue[] = [],
  NO_ISSUES: readonly Issue[] = [];

/** Values and issues of a whole article, lists parallel to its blocks. */
export interface ResolvedArticle {
  readonly values: readonly (readonly DateValue[])[];
  readonly issues: readonly (readonly Issue[])[];
}

/**
 * Resolves one version of an article after another: the blocks that are new, and those behind them up to the first that is told what
 * it was told before.
 */
export class DateReader {
  #resolved: readonly (Resolved | null)[] = [];
  #article: ResolvedArticle = { values: [], issues: [] };
  #value: string | null = null;
  #habits: Habits = { dayFirst: false, orderShown: false, narrative: false };
  readonly #reader = new HabitReader();

  read(layers: readonly BlockLayer[], change: Change, { value }: Published): ResolvedArticle {
    const habits = this.#reader.read(layers, change),
      isOther = value !== this.#value || !sameHabits(habits, this.#habits);
    const resolved = carry(this.#resolved, change, null),
      values = carry(this.#article.values, change, NO_VALUES),
      issues = carry(this.#article.issues, change, NO_ISSUES);
    const reading: Reading = { published: value === null ? null : readMoment(value), ...habits },
      first = isOther ? 0 : change.from;
    let before = first - 1;
    while (before >= 0 && !resolved[before]) before--;
    for (let at = first; at < layers.length; at++) {
      const known = resolved[at] ?? null,
        layer = known || at < change.to ? layers[at] : undefined;
      if (!layer || layer.dates.length === 0) continue;
      const told = toldBy(resolved[before] ?? null, at - before),
        isKnown = known !== null && !isOther && isSame(known, told);
      if (isKnown && at >= change.to) break;
      if (!isKnown) {
        const made = (resolved[at] = resolveBlock(layer, reading, told));
        values[at] = made.values;
        issues[at] = made.issues;
      }
      before = at;
    }
    this.#resolved = resolved;
    this.#value = value;
    this.#habits = habits;
    return (this.#article = { values, issues });
  }
}

/** What a block tells the next one with dates, `distance` blocks behind it. */
function toldBy(before: Resolved | null, distance: number): Incoming {
  if (!before) return { anchor: null, back: 0, quarter: null };
  const { anchor, leftAnchor, back, quarter, leftQuarter } = before;
  return {
    anchor: leftAnchor ?? anchor,
    back: leftAnchor ? distance : anchor ? back + distance : 0,
    quarter: (leftQuarter ?? quarter) || null,
  };
}

function isSame(a: Incoming, b: Incoming): boolean {
  return (
    a.back === b.back &&
    sameMoment(a.quarter, b.quarter) &&
    sameMoment(a.anchor?.moment ?? null, b.anchor?.moment ?? null) &&
    a.anchor?.span[0] === b.anchor?.span[0] &&
    a.anchor?.span[1] === b.anchor?.span[1]
  );
}

function resolveBlock(
  layer: BlockLayer,
  { published, dayFirst, orderShown, narrative }: Reading,
  incoming: Incoming,
): Resolved {
  const values: DateValue[] = [];
  let issues: Issue[] | null = null,
    leftAnchor: Anchor | null = null,
    leftQuarter: Moment | null | false = null;
  for (const dateForm of layer.dates) {
    const form = inOrder(dateForm.form, dayFirst),
      anchor: Anchor | null = leftAnchor ?? incoming.anchor;
    const resolved = resolveForm(form, {
      published,
      anchor: anchor?.moment ?? null,
      quarter: (leftQuarter ?? incoming.quarter) || null,
      tense: form.tense,
      narrative,
    });
    const result = orderShown || !isAmbiguous(form) ? resolved : eitherOrder(resolved);
    values.push(
      dateValue(dateForm, form, result, anchor && { back: leftAnchor ? 0 : incoming.back, span: anchor.span }),
    );
    const problem = form.problem ?? result.problem;
    if (problem) (issues ??= []).push({ kind: problem, span: dateForm.span });
    if (LONGER_THAN_QUARTER.test(result.value)) leftQuarter = false;
    if (!result.moment || result.aside) continue;
    if (result.moment.grain === 'quarter') leftQuarter = result.moment;
    leftAnchor = { moment: result.moment, span: dateForm.span };
  }
  return {
    anchor: incoming.anchor,
    back: incoming.back,
    quarter: incoming.quarter,
    values,
    issues: issues ?? NO_ISSUES,
    leftAnchor,
    leftQuarter,
  };
}

/** Figures that may put the day or the month first state neither: “3/4/2015” is 4 March or 3 April, and nothing is counted from it. */
function eitherOrder(result: Resolution): Resolution {
  const [, year, month, day, time = ''] = /^(\d{4})-(\d\d)-(\d\d)(T.*)?$/.exec(result.value) ?? [];
  if (!year || !month || !day) return result;
  const candidates = [result.value, `${year}-${day}-${month}${time}`];
  return { ...result, value: `${year}-XX-XX${time}`, rule: 'date-either-order', candidates, moment: null };
}

/** "In the first nine months profit fell from a year ago": what is compared is no quarter any more. */
const LONGER_THAN_QUARTER = /^P(?:[6-9]|1[0-2])M$|^\d{4}-H[12]$/;

const NO_CANDIDATES: readonly string[] = [];
function dateValue(
  { type }: DateForm,
  form: Form,
  { value, rule, candidates = NO_CANDIDATES }: Resolution,
  anchor: Place | null,
): DateValue {
  const counted = rule === 'date-from-anchor' || rule === 'date-same-anchor' || rule === 'date-year-narrative';
  const tense = form.tenseWords && /-(?:past|future)$/.test(rule) ? { back: 0, span: form.tenseWords } : null;
  const evidence = counted && anchor ? anchor : tense;
  return {
    type,
    value,
    mod: form.mod,
    candidates,
    why: {
      rule: form.problem === 'impossible-date' ? 'date-impossible' : rule,
      evidence,
      confidence: confidenceOf(rule, type, value, form.problem !== null),
    },
  };
}
