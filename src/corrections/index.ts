/** What a person changed: operations on annotations, kept as a log beside the text, never a change of the text. Pure. */
export { type Anchor, anchorAt, CONTEXT, locate } from './anchor';
export {
  type Applied,
  apply,
  type Change,
  effective,
  isInForce,
  lastEffective,
  lastUndo,
  type LogProblem,
  type Merge,
  type Operation,
  type Party,
  type PlaceOfText,
  readLog,
  writeLog,
} from './log';
export { type FindParty, mergeArticle, Merges, mergesInForce, placeOf } from './merges';
