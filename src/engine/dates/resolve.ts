import type { DateForm, DateValue, PlacedBlock } from '../layers';
import type { Published } from '../model';
import type { Form } from './form';
import { readMoment, type Moment } from './moment';
import { type Resolution, resolveBase } from './values';

/** The date last named, with the place of its words. */
interface Anchor {
  readonly moment: Moment;
  readonly block: number;
  readonly span: readonly [number, number];
}

/** The value of every form, block by block, against the article's date and the dates named before. */
export function resolve(blocks: readonly PlacedBlock[], { value }: Published): readonly (readonly DateValue[])[] {
  const published = value === null ? null : readMoment(value);
  let anchor: Anchor | null = null, quarter: Moment | null = null;
  return blocks.map(({ layer }, block) => layer.dates.map((dateForm): DateValue => {
    const form = dateForm.form as Form;
    const result = resolveBase(form, published, anchor?.moment ?? null, quarter);
    const resolved = dateValue(dateForm, form, result, anchor, block);
    if (result.moment?.grain === 'quarter' && !result.aside) quarter = result.moment;
    if (result.moment && !result.aside && dateForm.type !== 'DURATION') anchor = { moment: result.moment, block, span: dateForm.span };
    return resolved;
  }));
}

function dateValue(dateForm: DateForm, form: Form, { value, rule, candidates }: Resolution, anchor: Anchor | null, block: number): DateValue {
  const usesAnchor = rule === 'date-from-anchor' || rule === 'date-same-anchor';
  const evidence = usesAnchor && anchor ? { back: block - anchor.block, span: anchor.span } : form.tenseWords && /-(past|future)$/.test(rule) ? { back: 0, span: form.tenseWords } : null;
  const open = value.includes('XX') || rule === 'date-not-set' || rule === 'date-open';
  return { type: dateForm.type, value, mod: form.mod, candidates: candidates ?? [], why: { rule, evidence, confidence: open ? 0.4 : 0.9 } };
}
