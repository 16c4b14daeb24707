/** What holds between articles: the same person in several files, everything in order of time. Pure: texts and articles in, rows out. */
export { publishedCandidates } from './published';
export { dateRows } from './dates';
export { entityRows } from './entities';
export { excerpt, shorten } from './excerpt';
export { fold } from './fold';
export { oneLine } from './oneLine';
export { mentionCount, mergeable, type Mergeable } from './mergeable';
export { filterRows, keyOfRow, rowAbove, type RowNode, rowsUnder } from './rows';
export { speakerRows } from './speakers';
export { spokenOf } from './spoken';
export { type CorpusEntity, type CorpusText, mergeEntities, type Occurrence } from './text';
export { byTime, type Period, periodAround, periodOf } from './time';
