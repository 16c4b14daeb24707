export { type Origin, toGuide } from './guide';
export { type Paint, type Painter, plain, toText } from './text';
