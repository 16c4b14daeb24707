export { combine, hashPart, hashWord } from '../hash';
