/** What a temporal expression says by itself, before the article's date is known. Plain readonly data, kept with its block. */

import type { LunarFeast } from './lunarFeasts';

/** A stretch of the calendar or the clock. */
export type Unit =
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'week'
  | 'weekend'
  | 'month'
  | 'quarter'
  | 'half'
  | 'year'
  | 'decade'
  | 'century'
  | 'millennium';

/** Where on the line of time the words around an expression put it. */
export type Tense = 'past' | 'future' | 'none';

/**
 * When a feast or named day falls: on a fixed day, on the nth weekday of a month, on days counted from Easter Sunday (western or
 * orthodox), on a day of another calendar, or once ("9/11").
 */
export type FeastRule =
  | { readonly month: number; readonly day: number; readonly once?: number; readonly national?: boolean }
  /** `national`: other countries have a day of that name at another time. */
  | {
      readonly month: number;
      readonly weekday: number;
      readonly nth: number;
      readonly plus?: number;
      readonly national?: boolean;
    }
  | { readonly easter: number; readonly orthodox?: boolean; readonly national?: boolean }
  | { readonly lunar: LunarFeast; readonly national?: boolean };

/** Which of several neighbours of the article's date (or of the date before) is meant; `near` leaves it to the tense. */
export type Pick = 'last' | 'this' | 'next' | 'near';

/** How far a date is moved: a count of days or of months. */
export interface Stride {
  readonly unit: 'day' | 'month';
  readonly count: number;
}

/** What the expression names. */
export type Base =
  /** A value that needs no other date: "PAST_REF", "P3M", "1997", "XXXX-WXX-1". */
  | { readonly kind: 'fixed'; readonly value: string }
  /** A day, month or year of the calendar with its parts as named; `of` gives the year in other words ("last year"). */
  | {
      readonly kind: 'calendar';
      readonly year: number | null;
      readonly month: number | null;
      readonly day: number | null;
      readonly weekday: number | null;
      readonly pick: Pick;
      readonly of: Base | null;
    }
  /** Quarter, half or season: "Q3", "H1", "SU", "QX" (the quarter spoken of), "period" (the same, or the year); fiscal years count as calendar years. */
  | {
      readonly kind: 'part';
      readonly part: string;
      readonly year: number | null;
      readonly pick: Pick;
      readonly of: Base | null;
    }
  /** A weekday without a date. */
  | { readonly kind: 'weekday'; readonly weekday: number; readonly pick: Pick; readonly weeks: number }
  /** A named day. */
  | {
      readonly kind: 'feast';
      readonly rule: FeastRule;
      readonly year: number | null;
      readonly pick: Pick;
      readonly of: Base | null;
    }
  /** A unit some steps from another date: "last week", "two days ago", "three days later". `like` keeps the precision of what it is compared with ("a year earlier" beside quarters). */
  | {
      readonly kind: 'shift';
      readonly unit: Unit;
      readonly count: number;
      readonly from: 'published' | 'anchor' | Base;
      readonly like: boolean;
    }
  /** Another date some weeks, days, months or years on, of the same length: "a week on Friday", "five years ago this week". */
  | { readonly kind: 'moved'; readonly of: Base; readonly by: Stride }
  /** The last whole one before the article's date: "the latest quarter". */
  | { readonly kind: 'latest'; readonly unit: Unit }
  /** "The first week of March". */
  | { readonly kind: 'nth'; readonly unit: Unit; readonly nth: number; readonly of: Base }
  /** The date named just before ("then", "that day"), to the precision of `unit` where given; without `same` rather the article's ("the year"). */
  | { readonly kind: 'anchor'; readonly unit: Unit | null; readonly same: boolean; readonly otherwise: string }
  /** A time of day alone; it belongs to the day before it in the text, else to the article's. */
  | { readonly kind: 'clock' };

/** A temporal expression of a block, not yet resolved. */
export interface Form {
  readonly base: Base;
  /** "T22:00", "TMO", or null. */
  readonly time: string | null;
  readonly mod: string | null;
  readonly tense: Tense;
  /** The words that decided the tense, from the block's start, or null. */
  readonly tenseWords: readonly [number, number] | null;
  /** What is wrong with it whatever the article's date, or null. */
  readonly problem: 'impossible-date' | 'weekday-mismatch' | null;
  /** The order of day and month in it, "open" where figures leave it open ("3/4/2015"), or null where it has none. */
  readonly order: 'day-first' | 'month-first' | 'open' | null;
}
